"""Keyframes: the pose on the way up and down, and round and round."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from ankle_coach.domain.pose import Pose, blend, numbers, patched, posed, weighed
from ankle_coach.domain.pose_figure import STANDING, Easing, Figure, Keyframe


def eased(share: float, easing: Easing) -> float:
    """Return how far a movement is after a share of its time."""
    share = max(0.0, min(1.0, share))
    if easing is Easing.LINEAR:
        return share
    if easing is Easing.SLOW_END:
        return 1.0 - (1.0 - share) ** 2
    if easing is Easing.SLOW_START:
        return share * share
    return share * share * (3.0 - 2.0 * share)


@functools.lru_cache(maxsize=256)
def base_pose(figure: Figure) -> Pose:
    """Return the pose that a figure's keyframes change."""
    return patched(STANDING, figure.base)


def _timed(figure: Figure, word: str) -> list[tuple[float, Keyframe]]:
    """Return the keyframes of ``up``, ``down`` or ``cycle`` with their times, in order."""
    found = []
    for key in figure.keys:
        name, _, time = key.at.partition(" ")
        if name == word and time:
            found.append((float(time), key))
    return sorted(found, key=lambda pair: pair[0])


def key_of(figure: Figure, name: str) -> Keyframe | None:
    """Return the keyframe of this name."""
    return next((key for key in figure.keys if key.at == name), None)


def key_pose(figure: Figure, name: str) -> Pose:
    """Return the pose of ``start``, ``end`` or ``rest``; the start where there is no such keyframe."""
    key = key_of(figure, name) or key_of(figure, "start")
    base = base_pose(figure)
    return patched(base, key.pose) if key is not None else base


def path_pose(figure: Figure, word: str, share: float) -> Pose:
    """Return the pose on the way up or down, through the keyframes between start and end."""
    stops = _path(figure, word)
    for low, high in itertools.pairwise(stops):
        if share <= high.time:
            return _between(
                low, high, high.time - low.time, (share - low.time) / max(high.time - low.time, 1e-9)
            )
    return stops[-1].pose


class Stop(NamedTuple):
    """A keyframe with what is needed to pass it.

    Attributes:
        time: When, as a share of the way or of the turn.
        pose: The posture.
        ease: How the movement toward it runs.
        slope: How fast each value changes there when the movement flows, for a whole way or turn.
    """

    time: float
    pose: Pose
    ease: Easing
    slope: Pose


@functools.lru_cache(maxsize=512)
def _path(figure: Figure, word: str) -> tuple[Stop, ...]:
    """Return the stops of the way up or down; it begins and ends at rest."""
    base = base_pose(figure)
    start, end = key_pose(figure, "start"), key_pose(figure, "end")
    first, last = (start, end) if word == "up" else (end, start)
    goal = key_of(figure, "end" if word == "up" else "start")
    middle = _timed(figure, word)
    times = [0.0, *(time for time, _ in middle), 1.0]
    poses = [first, *(patched(base, key.pose) for _, key in middle), last]
    eases = [
        Easing.SMOOTH,
        *(key.ease for _, key in middle),
        goal.ease if goal is not None else Easing.SMOOTH,
    ]
    still = posed([0.0] * len(numbers(first)))
    slopes = [_slope(poses[k - 1 : k + 2], times[k - 1 : k + 2]) for k in range(1, len(times) - 1)]
    return tuple(map(Stop, times, poses, eases, [still, *slopes, still]))


@functools.lru_cache(maxsize=256)
def _stops(figure: Figure) -> tuple[Stop, ...]:
    """Return the keyframes of an endless movement in their order."""
    base = base_pose(figure)
    timed = [(time % 1.0, patched(base, key.pose), key.ease) for time, key in _timed(figure, "cycle")]
    count = len(timed)
    stops = []
    for index, (time, pose, ease) in enumerate(timed):
        before, after = timed[index - 1], timed[(index + 1) % count]
        times = [time - ((time - before[0]) % 1.0 or 1.0), time, time + ((after[0] - time) % 1.0 or 1.0)]
        stops.append(Stop(time, pose, ease, _slope([before[1], pose, after[1]], times)))
    return tuple(stops)


def cycle_pose(figure: Figure, share: float) -> Pose:
    """Return the pose of an endless movement, joined from its last keyframe to its first."""
    pose = _one_turn(_stops(figure), share % 1.0)
    if not figure.alternate:
        return pose
    return msgspec.structs.replace(pose, other=_one_turn(_stops(figure), (share + 0.5) % 1.0).work)


def _one_turn(stops: Sequence[Stop], share: float) -> Pose:
    """Return the pose at a share of the turn."""
    count = len(stops)
    for index, stop in enumerate(stops):
        after = stops[(index + 1) % count]
        span = (after.time - stop.time) % 1.0 or 1.0
        into = (share - stop.time) % 1.0
        if into < span:
            return _between(stop, after, span, into / span)
    return stops[0].pose


def _between(low: Stop, high: Stop, span: float, share: float) -> Pose:
    """Return the pose between two stops."""
    if high.ease is not Easing.FLOW:
        return blend(low.pose, high.pose, eased(share, high.ease))
    t = max(0.0, min(1.0, share))
    # Hermite's cubic through both poses with their slopes.
    leave, arrive = span * t * (1 - t) ** 2, span * t * t * (t - 1)
    rest = (1 + 2 * t) * (1 - t) ** 2
    return weighed(((low.pose, rest), (high.pose, 1.0 - rest), (low.slope, leave), (high.slope, arrive)))


def _slope(poses: Sequence[Pose], times: Sequence[float]) -> Pose:
    """Return how fast each value passes the middle of three poses, so that none swings beyond a keyframe.

    Where a value turns round or stands still, its slope is zero: a planted foot's flat pose stays flat, and a
    hop never sinks into the floor (Fritsch and Butland's monotone cubic).
    """
    first, second = times[1] - times[0], times[2] - times[1]
    slopes = []
    for low, middle, high in zip(*map(numbers, poses), strict=True):
        into, out = (middle - low) / first, (high - middle) / second
        if into * out <= 0.0:
            slopes.append(0.0)
        else:
            near, far = 2.0 * second + first, second + 2.0 * first
            slopes.append((near + far) / (near / into + far / out))
    return posed(slopes)


def cycles(figure: Figure) -> bool:
    """Return whether the figure's keyframes go round without end."""
    return any(key.at.startswith("cycle") for key in figure.keys)

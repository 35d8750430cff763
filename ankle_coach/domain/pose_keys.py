"""Keyframes: the pose on the way up and down, and round and round."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence

import msgspec

from ankle_coach.domain.pose import Pose, blend, patched, weighed
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
    start, end = key_pose(figure, "start"), key_pose(figure, "end")
    first, last = (start, end) if word == "up" else (end, start)
    goal = key_of(figure, "end" if word == "up" else "start")
    ease = goal.ease if goal is not None else Easing.SMOOTH
    stops = [(0.0, first, Easing.SMOOTH)]
    base = base_pose(figure)
    stops += [(time, patched(base, key.pose), key.ease) for time, key in _timed(figure, word)]
    stops.append((1.0, last, ease))
    for (t0, low, _), (t1, high, way) in itertools.pairwise(stops):
        if share <= t1:
            return blend(low, high, eased((share - t0) / max(t1 - t0, 1e-9), way))
    return last


@functools.lru_cache(maxsize=256)
def _stops(figure: Figure) -> tuple[tuple[float, Pose, Easing], ...]:
    """Return the keyframes of an endless movement in their order."""
    base = base_pose(figure)
    return tuple((time % 1.0, patched(base, key.pose), key.ease) for time, key in _timed(figure, "cycle"))


def cycle_pose(figure: Figure, share: float) -> Pose:
    """Return the pose of an endless movement, joined from its last keyframe to its first."""
    pose = _one_turn(_stops(figure), share % 1.0)
    if not figure.alternate:
        return pose
    return msgspec.structs.replace(pose, other=_one_turn(_stops(figure), (share + 0.5) % 1.0).work)


def _one_turn(stops: Sequence[tuple[float, Pose, Easing]], share: float) -> Pose:
    """Return the pose at a share of the turn."""
    count = len(stops)
    for index, (time, pose, _) in enumerate(stops):
        next_time, next_pose, ease = stops[(index + 1) % count]
        span = (next_time - time) % 1.0 or 1.0
        into = (share - time) % 1.0
        if into < span and ease is Easing.FLOW:
            around = [stops[(index + k) % count] for k in (-1, 0, 1, 2)]
            return _flowing(around, into / span)
        if into < span:
            return blend(pose, next_pose, eased(into / span, ease))
    return stops[0][1]


def _flowing(around: Sequence[tuple[float, Pose, Easing]], t: float) -> Pose:
    """Return the pose between the second and the third of four keyframes, without a stop at either."""
    before, span, after = ((b[0] - a[0]) % 1.0 or 1.0 for a, b in itertools.pairwise(around))
    leave, arrive = span / (before + span), span / (span + after)
    # Hermite's cubic, its slopes taken from the neighbors on either side.
    low, high = (1 + 2 * t) * (1 - t) ** 2, t * t * (3 - 2 * t)
    out, into = t * (1 - t) ** 2 * leave, t * t * (t - 1) * arrive
    weights = (-out, low - into, high + out, into)
    return weighed([(stop[1], weight) for stop, weight in zip(around, weights, strict=True)])


def cycles(figure: Figure) -> bool:
    """Return whether the figure's keyframes go round without end."""
    return any(key.at.startswith("cycle") for key in figure.keys)

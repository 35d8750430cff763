"""A figure in motion: which posture it has in a phase of the dose, and in an endless loop."""

from __future__ import annotations

import functools
import itertools
import math
from enum import StrEnum

import msgspec

from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.pose import Pose, View, add_to, blend, patched
from ankle_coach.domain.pose_contacts import solved
from ankle_coach.domain.pose_figure import (
    STANDING,
    Contact,
    Easing,
    Figure,
    Keyframe,
    Spot,
    Track,
    TrackKind,
    at_level,
)
from ankle_coach.domain.pose_kinematics import Skeleton
from ankle_coach.domain.pose_letters import LETTERS, Stroke, pen_at
from ankle_coach.domain.pose_props import Scene, locate
from ankle_coach.domain.pose_vectors import Vec
from ankle_coach.domain.sides import Side


class Phase(StrEnum):
    """What the player is doing while the figure is shown."""

    READY = "ready"
    UP = "up"
    HOLD = "hold"
    DOWN = "down"
    PAUSE = "pause"
    REST = "rest"
    WORK = "work"
    CLOCKWISE = "clockwise"
    COUNTERCLOCKWISE = "counterclockwise"
    TRACE = "trace"


class Still(StrEnum):
    """A picture for paper."""

    START = "start"
    END = "end"
    ERROR = "error"


class Cue(msgspec.Struct, frozen=True):
    """What decides a posture besides figure and level.

    Attributes:
        phase: What the player does.
        fraction: How far this phase, repetition, turn or letter is, 0 to 1.
        side: The side in play; both counts as right.
        elapsed: Seconds since the movement began, for swaying.
        letter: For tracing: A to Z.
        style: For tracing: print or cursive.
        form: The step's variant, direction or activity, for figures that differ by it.
    """

    phase: Phase = Phase.READY
    fraction: float = 0.0
    side: Side = Side.RIGHT
    elapsed: float = 0.0
    letter: str = "A"
    style: LetterStyle = LetterStyle.PRINT
    form: str = ""


class Moment(msgspec.Struct, frozen=True):
    """A figure at one moment, ready to be drawn for the right side; the painter mirrors it.

    Attributes:
        figure: The figure as its level changes it.
        pose: The joint angles before contacts.
        body: The joints' points.
        share: How far between start and end, 0 to 1.
        cue: What was asked.
        trail: Strokes that the toe has written, in the letter box.
        wrong: Whether this is the common error.
    """

    figure: Figure
    pose: Pose
    body: Skeleton
    share: float
    cue: Cue
    trail: tuple[Stroke, ...] = ()
    wrong: bool = False

    @property
    def scene(self) -> Scene:
        """Where the spots of this moment are looked up."""
        return Scene(self.figure.props, self.share, self.figure.view is View.FRONT)


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


def _key(figure: Figure, name: str) -> Keyframe | None:
    """Return the keyframe of this name."""
    return next((key for key in figure.keys if key.at == name), None)


def key_pose(figure: Figure, name: str) -> Pose:
    """Return the pose of ``start``, ``end`` or ``rest``; the start where there is no such keyframe."""
    key = _key(figure, name) or _key(figure, "start")
    base = base_pose(figure)
    return patched(base, key.pose) if key is not None else base


def _path_pose(figure: Figure, word: str, share: float) -> Pose:
    """Return the pose on the way up or down, through the keyframes between start and end."""
    start, end = key_pose(figure, "start"), key_pose(figure, "end")
    first, last = (start, end) if word == "up" else (end, start)
    goal = _key(figure, "end" if word == "up" else "start")
    ease = goal.ease if goal is not None else Easing.SMOOTH
    stops = [(0.0, first, Easing.SMOOTH)]
    base = base_pose(figure)
    stops += [(time, patched(base, key.pose), key.ease) for time, key in _timed(figure, word)]
    stops.append((1.0, last, ease))
    for (t0, low, _), (t1, high, way) in itertools.pairwise(stops):
        if share <= t1:
            return blend(low, high, eased((share - t0) / max(t1 - t0, 1e-9), way))
    return last


def _cycle_pose(figure: Figure, share: float) -> Pose:
    """Return the pose of an endless movement, joined smoothly from its last keyframe to its first."""
    base = base_pose(figure)
    stops = [(time % 1.0, patched(base, key.pose), key.ease) for time, key in _timed(figure, "cycle")]
    share %= 1.0
    for index, (time, pose, _) in enumerate(stops):
        next_time, next_pose, ease = stops[(index + 1) % len(stops)]
        span = (next_time - time) % 1.0 or 1.0
        into = (share - time) % 1.0
        if into < span:
            return blend(pose, next_pose, eased(into / span, ease))
    return stops[0][1]


def cycles(figure: Figure) -> bool:
    """Return whether the figure's keyframes go round without end."""
    return any(key.at.startswith("cycle") for key in figure.keys)


def _keyed(figure: Figure, cue: Cue) -> tuple[Pose, float]:
    """Return pose and share that the keyframes give in a phase."""
    if cycles(figure):
        moving = cue.phase in (Phase.WORK, Phase.UP, Phase.HOLD, Phase.DOWN)
        share = cue.fraction if moving else 0.0
        return _cycle_pose(figure, share), share % 1.0
    smooth = eased(cue.fraction, Easing.SMOOTH)
    if cue.phase is Phase.UP:
        return _path_pose(figure, "up", cue.fraction), smooth
    if cue.phase is Phase.DOWN:
        return _path_pose(figure, "down", cue.fraction), 1.0 - smooth
    if cue.phase is Phase.HOLD:
        return key_pose(figure, "end"), 1.0
    if cue.phase is Phase.WORK and _key(figure, "end") is not None:
        word = "up" if cue.fraction < 0.5 else "down"
        part = cue.fraction * 2.0 % 1.0 if cue.fraction < 1.0 else 1.0
        share = eased(part, Easing.SMOOTH)
        return _path_pose(figure, word, part), share if word == "up" else 1.0 - share
    return key_pose(figure, "rest" if cue.phase is Phase.REST else "start"), 0.0


def circle_angles(track: Track, turn: float, side: Side, clockwise: bool) -> tuple[float, float]:
    """Return A and F at a share of one circle (section 7.2).

    Clockwise is as the person sees the own toes: the right foot goes up, out, down, in; the left foot goes
    up, in, down, out.
    """
    angle = 2.0 * math.pi * turn
    sign = -1.0 if (side is not Side.LEFT) == clockwise else 1.0
    return (
        track.ankle[0] + track.ankle[1] * math.cos(angle),
        track.frontal[0] + sign * track.frontal[1] * math.sin(angle),
    )


def _tracked(pose: Pose, track: Track, cue: Cue) -> tuple[Pose, tuple[Stroke, ...]]:
    """Return the pose with one track's movement, and what the toe has written."""
    if track.kind is TrackKind.SINE:
        turn = 2.0 * math.pi * (cue.elapsed * track.hertz + track.offset)
        return add_to(pose, track.joint, track.amplitude * math.sin(turn)), ()
    if track.kind is TrackKind.ELLIPSE:
        moving = cue.phase in (Phase.CLOCKWISE, Phase.COUNTERCLOCKWISE, Phase.WORK)
        clockwise = cue.phase is not Phase.COUNTERCLOCKWISE
        ankle, frontal = circle_angles(track, cue.fraction if moving else 0.0, cue.side, clockwise)
        return _with_ankle(pose, ankle, frontal), ()
    if cue.phase not in (Phase.TRACE, Phase.WORK):
        return _with_ankle(pose, track.ankle[0], track.frontal[0]), ()
    pen = pen_at(cue.letter, cue.fraction, cue.style)
    outward = 1.0 if cue.side is Side.LEFT else -1.0
    ankle = track.ankle[0] + track.ankle[1] * pen.y
    return _with_ankle(pose, ankle, track.frontal[0] + outward * track.frontal[1] * pen.x), pen.written


def _with_ankle(pose: Pose, ankle: float, frontal: float) -> Pose:
    """Return the pose with another A and F on the working side."""
    return msgspec.structs.replace(
        pose, work=msgspec.structs.replace(pose.work, ankle=ankle, frontal=frontal)
    )


def _body(figure: Figure, pose: Pose, share: float, contacts: tuple[Contact, ...]) -> Skeleton:
    """Return the skeleton with its contacts met."""
    scene = Scene(figure.props, share, figure.view is View.FRONT)

    def where(spot: Spot, body: Skeleton) -> Vec:
        return locate(spot, body, scene)

    return solved(pose, contacts, where, share)


def _moment(figure: Figure, cue: Cue) -> Moment:
    """Return the moment of a figure that a level has already changed."""
    pose, share = _keyed(figure, cue)
    trail: tuple[Stroke, ...] = ()
    for track in figure.tracks:
        pose, written = _tracked(pose, track, cue)
        trail = trail or written
    return Moment(figure, pose, _body(figure, pose, share, figure.contacts), share, cue, trail)


def pose_at(figure: Figure, level: str | None, cue: Cue) -> Moment:
    """Return the figure in a phase of its dose.

    Args:
        figure: The exercise's figure.
        level: The id of the level in play; None = the figure as it is.
        cue: Phase, fraction, side, and the letter in play.
    """
    return _moment(at_level(figure, level), cue)


def loop_pose(figure: Figure, level: str | None, seconds: float, side: Side = Side.RIGHT) -> Moment:
    """Return the figure in the gallery's endless movement, ``seconds`` after its begin."""
    figure = at_level(figure, level)
    return _moment(figure, loop_cue(figure, seconds, side))


def loop_seconds(figure: Figure) -> float:
    """Return how long one turn of the gallery's movement takes."""
    track = _turning(figure)
    if track is not None:
        return track.seconds * (len(LETTERS) if track.kind is TrackKind.LETTERS else 6)
    return sum(figure.loop)


def _turning(figure: Figure) -> Track | None:
    """Return the track that drives the loop, if there is one."""
    return next((track for track in figure.tracks if track.kind is not TrackKind.SINE), None)


def loop_cue(figure: Figure, seconds: float, side: Side = Side.RIGHT) -> Cue:
    """Return the cue of the gallery's movement: its own tempo, three circles each way, letter by letter."""
    track = _turning(figure)
    if track is not None:
        turns = seconds / track.seconds
        fraction = turns % 1.0
        if track.kind is TrackKind.LETTERS:
            letter = LETTERS[int(turns) % len(LETTERS)]
            return Cue(Phase.TRACE, fraction, side, seconds, letter)
        phase = Phase.CLOCKWISE if int(turns) % 6 < 3 else Phase.COUNTERCLOCKWISE
        return Cue(phase, fraction, side, seconds)
    total = sum(figure.loop)
    if cycles(figure):
        return Cue(Phase.WORK, seconds / total % 1.0, side, seconds)
    into = seconds % total
    for phase, length in zip((Phase.UP, Phase.HOLD, Phase.DOWN, Phase.PAUSE), figure.loop, strict=True):
        if into < length:
            return Cue(phase, into / length, side, seconds)
        into -= length
    return Cue(Phase.PAUSE, 1.0, side, seconds)


def still(figure: Figure, level: str | None, which: Still, side: Side = Side.RIGHT) -> Moment:
    """Return a picture for paper: start, end, or the common error (the end where none is known)."""
    figure = at_level(figure, level)
    if which is Still.START:
        return _moment(figure, Cue(Phase.READY, 0.0, side))
    if which is Still.ERROR and figure.mistake is not None:
        mistake = figure.mistake
        pose = patched(key_pose(figure, mistake.at), mistake.pose)
        contacts = mistake.contacts if mistake.contacts is not None else figure.contacts
        contacts = tuple(c for c in contacts if c.part not in mistake.drop_contacts)
        share = 1.0 if mistake.at == "end" else 0.0
        body = _body(figure, pose, share, contacts)
        return Moment(figure, pose, body, share, Cue(Phase.HOLD, 1.0, side), (), wrong=True)
    track = _turning(figure)
    if track is not None:
        traces = track.kind is TrackKind.LETTERS
        return _moment(figure, Cue(Phase.TRACE if traces else Phase.WORK, 0.6 if traces else 0.42, side))
    if cycles(figure):
        return _moment(figure, Cue(Phase.WORK, 0.5, side))
    return _moment(figure, Cue(Phase.HOLD, 1.0, side))

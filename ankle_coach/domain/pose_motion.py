"""A figure in motion: which posture it has in a phase of the dose, and in an endless loop."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Callable
from enum import StrEnum
from typing import Final

import msgspec

from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.pose import Pose, add_to, patched
from ankle_coach.domain.pose_contacts import solved
from ankle_coach.domain.pose_figure import (
    Contact,
    Easing,
    Figure,
    Mistake,
    Spot,
    Track,
    TrackKind,
)
from ankle_coach.domain.pose_keys import base_pose, cycle_pose, cycles, eased, key_of, key_pose, path_pose
from ankle_coach.domain.pose_kinematics import Skeleton
from ankle_coach.domain.pose_letters import LETTERS, Stroke, pen_at
from ankle_coach.domain.pose_levels import at_level
from ankle_coach.domain.pose_props import Scene, locate, stood_on, turned_prop
from ankle_coach.domain.pose_strides import is_stride, strode
from ankle_coach.domain.pose_vectors import Vec
from ankle_coach.domain.sides import Side

TURN: Final = 6.0
"""About how long one picture of a row moves before the next one does, in seconds."""


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
        panels: The pictures that are drawn in a row instead of the one person.
    """

    figure: Figure
    pose: Pose
    body: Skeleton
    share: float
    cue: Cue
    trail: tuple[Stroke, ...] = ()
    wrong: bool = False
    panels: tuple[Moment, ...] = ()

    @property
    def scene(self) -> Scene:
        """Where the spots of this moment are looked up."""
        return Scene(self.figure.props, self.share, self.figure.view.facing)


def _keyed(figure: Figure, cue: Cue) -> tuple[Pose, float]:
    """Return pose and share that the keyframes give in a phase."""
    if cycles(figure):
        share = _turned(figure, cue)
        return cycle_pose(figure, share), share
    smooth = eased(cue.fraction, Easing.SMOOTH)
    if cue.phase is Phase.UP:
        return path_pose(figure, "up", cue.fraction), smooth
    if cue.phase is Phase.DOWN:
        return path_pose(figure, "down", cue.fraction), 1.0 - smooth
    if cue.phase is Phase.HOLD:
        return key_pose(figure, "end"), 1.0
    if cue.phase is Phase.WORK and key_of(figure, "end") is not None:
        word = "up" if cue.fraction < 0.5 else "down"
        part = cue.fraction * 2.0 % 1.0 if cue.fraction < 1.0 else 1.0
        share = eased(part, Easing.SMOOTH)
        return path_pose(figure, word, part), share if word == "up" else 1.0 - share
    return key_pose(figure, "rest" if cue.phase is Phase.REST else "start"), 0.0


def _turned(figure: Figure, cue: Cue) -> float:
    """Return how far an endless movement is: repetitions take one turn, other work has the figure's tempo."""
    halves = {Phase.UP: cue.fraction / 2.0, Phase.HOLD: 0.5, Phase.DOWN: 0.5 + cue.fraction / 2.0}
    if cue.phase is Phase.WORK:
        return cue.elapsed / sum(figure.loop) % 1.0
    return halves.get(cue.phase, 0.0) % 1.0


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
        return add_to(pose, track.joint, _swing(track, cue)), ()
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


def _swing(track: Track, cue: Cue) -> float:
    """Return how far a sine track is from its middle."""
    return track.amplitude * math.sin(2.0 * math.pi * (cue.elapsed * track.hertz + track.offset))


def _rocked(figure: Figure, cue: Cue) -> Figure:
    """Return the figure with its props turned as its tracks say; it should write its ``frame``."""
    props = figure.props
    for track in figure.tracks:
        prop = turned_prop(props, track.joint)
        if prop is not None:
            turned = msgspec.structs.replace(prop, turn=prop.turn + _swing(track, cue))
            props = tuple(turned if each is prop else each for each in props)
    return figure if props is figure.props else msgspec.structs.replace(figure, props=props)


def _with_ankle(pose: Pose, ankle: float, frontal: float) -> Pose:
    """Return the pose with another A and F on the working side."""
    return msgspec.structs.replace(
        pose, work=msgspec.structs.replace(pose.work, ankle=ankle, frontal=frontal)
    )


def _body(figure: Figure, pose: Pose, share: float, contacts: tuple[Contact, ...]) -> Skeleton:
    """Return the skeleton with its contacts met."""
    scene = Scene(figure.props, share, figure.view.facing)
    if scene.front:
        contacts = tuple(_tilted(contact, figure) for contact in contacts)

    def where(spot: Spot, body: Skeleton) -> Vec:
        return locate(spot, body, scene)

    strides = tuple(filter(is_stride, contacts))
    if not strides:
        return solved(pose, contacts, where, share)

    def walk(body: Skeleton) -> Skeleton:
        return strode(figure, strides, share, pose, body)

    return solved(pose, tuple(itertools.filterfalse(is_stride, contacts)), where, share, walk)


def _tilted(contact: Contact, figure: Figure) -> Contact:
    """Return a contact with the slope of the board that its sole stands on."""
    prop = stood_on(contact.at, figure.props)
    if prop is None or not prop.turn or not contact.part.endswith(".sole"):
        return contact
    return msgspec.structs.replace(contact, tilt=prop.turn)


def _moment(figure: Figure, cue: Cue) -> Moment:
    """Return the moment of a figure that a level has already changed."""
    if figure.panels:
        return Moment(figure, base_pose(figure), _standing(figure), 0.0, cue)
    figure = _rocked(figure, cue)
    pose, share = _keyed(figure, cue)
    trail: tuple[Stroke, ...] = ()
    for track in figure.tracks:
        if turned_prop(figure.props, track.joint) is not None:
            continue
        pose, written = _tracked(pose, track, cue)
        trail = trail or written
    return Moment(figure, pose, _body(figure, pose, share, figure.contacts), share, cue, trail)


def _with_panels(moment: Moment, picture: Callable[[Figure], Moment]) -> Moment:
    """Return the moment with those of its panels, where its figure has any."""
    shown = []
    for panel in moment.figure.panels:
        if panel.exercise and panel.figure is None:
            continue  # a figure read alone, without those that it shows
        figure = panel.figure if panel.figure is not None else moment.figure
        shown.append(picture(at_level(figure, panel.level or None, panel.form)))
    return msgspec.structs.replace(moment, panels=tuple(shown)) if shown else moment


def pose_at(figure: Figure, level: str | None, cue: Cue) -> Moment:
    """Return the figure in a phase of its dose.

    Args:
        figure: The exercise's figure.
        level: The id of the level in play; None = the figure as it is.
        cue: Phase, fraction, side, and the form and letter in play.
    """
    figure = at_level(figure, level, cue.form)
    moment = _moment(figure, cue)
    if cue.phase in (Phase.READY, Phase.REST, Phase.PAUSE):
        return _with_panels(moment, lambda part: still(part, None, Still.START, cue.side))
    return _in_turn(moment, cue.elapsed, cue.side)


def _in_turn(moment: Moment, seconds: float, side: Side) -> Moment:
    """Return the moment with panels that move: two together, more of them one after the other."""
    moving = _with_panels(moment, lambda part: _standing_still(part, side))
    if not moving.panels:
        return moment
    lengths = [_turn_seconds(panel.figure) for panel in moving.panels]
    into = seconds % sum(lengths)
    shown = []
    for panel, length in zip(moving.panels, lengths, strict=True):
        if len(lengths) < 3:
            shown.append(loop_pose(panel.figure, None, seconds, side))
        else:
            shown.append(loop_pose(panel.figure, None, into, side) if 0.0 <= into < length else panel)
        into -= length
    return msgspec.structs.replace(moment, panels=tuple(shown))


@functools.lru_cache(maxsize=64)
def _standing(figure: Figure) -> Skeleton:
    """Return the body of a figure that only shows pictures of others."""
    return _body(figure, base_pose(figure), 0.0, figure.contacts)


@functools.lru_cache(maxsize=64)
def _standing_still(figure: Figure, side: Side) -> Moment:
    """Return a picture that waits for its turn."""
    return still(figure, None, Still.START, side)


def _turn_seconds(figure: Figure) -> float:
    """Return how long a picture of several moves: whole repetitions, about `TURN` seconds."""
    length = loop_seconds(figure)
    return TURN if length > 2.0 * TURN else length * max(1, round(TURN / length))


def loop_pose(
    figure: Figure, level: str | None, seconds: float, side: Side = Side.RIGHT, form: str = ""
) -> Moment:
    """Return the figure in the gallery's endless movement, ``seconds`` after its begin."""
    figure = at_level(figure, level, form)
    moment = _moment(figure, loop_cue(figure, seconds, side))
    return _in_turn(moment, seconds, side)


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


def still(figure: Figure, level: str | None, which: Still, side: Side = Side.RIGHT, form: str = "") -> Moment:
    """Return a picture for paper: start, end, or the common error (the end where none is known)."""
    figure = at_level(figure, level, form)
    if which is Still.ERROR and figure.mistake is not None:
        return _wrong(figure, figure.mistake, side)
    if figure.stills:
        cue = _still_cue(figure.stills[which is not Still.START], side, sum(figure.loop))
    else:
        cue = Cue(Phase.READY, 0.0, side) if which is Still.START else _end_cue(figure, side)
    moment = _moment(figure, cue)
    shown = Still.START if which is Still.START else Still.END
    return _with_panels(moment, lambda part: still(part, None, shown, side))


def _still_cue(at: str, side: Side, length: float) -> Cue:
    """Return the cue of ``start``, ``end``, ``up 0.5``, ``down 1`` or ``cycle 0.25``."""
    word, _, time = at.partition(" ")
    if word == "cycle":
        return Cue(Phase.WORK, float(time), side, float(time) * length)
    if time:
        return Cue(Phase(word), float(time), side)
    return Cue(Phase.HOLD if word == "end" else Phase.READY, 1.0 if word == "end" else 0.0, side)


def _wrong(figure: Figure, mistake: Mistake, side: Side) -> Moment:
    """Return the common error; of a row of pictures that of the one in which it is seen."""
    if mistake.panel is not None and mistake.panel.figure is not None:
        part = mistake.panel
        return still(mistake.panel.figure, part.level or None, Still.ERROR, side, part.form)
    first = cycle_pose(figure, _cycle_share(mistake.at)) if cycles(figure) else key_pose(figure, mistake.at)
    pose = patched(first, mistake.pose)
    if mistake.props is not None:
        figure = msgspec.structs.replace(figure, props=mistake.props)
    if mistake.insets is not None:
        figure = msgspec.structs.replace(figure, insets=mistake.insets)
    contacts = mistake.contacts if mistake.contacts is not None else figure.contacts
    contacts = tuple(c for c in contacts if c.part not in mistake.drop_contacts)
    share = _cycle_share(mistake.at) if cycles(figure) else float(mistake.at == "end")
    body = _body(figure, pose, share, contacts)
    return Moment(figure, pose, body, share, Cue(Phase.HOLD, 1.0, side), (), wrong=True)


def _cycle_share(at: str) -> float:
    """Return the time of ``cycle 0.25``; 0 for the start, a half for the end."""
    word, _, time = at.partition(" ")
    return float(time) if word == "cycle" else 0.5 * float(at == "end")


def _end_cue(figure: Figure, side: Side) -> Cue:
    """Return the cue of the end's picture; of an endless movement, a telling moment."""
    track = _turning(figure)
    if track is not None:
        traces = track.kind is TrackKind.LETTERS
        return Cue(Phase.TRACE if traces else Phase.WORK, 0.6 if traces else 0.42, side)
    if cycles(figure):
        return Cue(Phase.WORK, 0.5, side, 0.5 * sum(figure.loop))
    return Cue(Phase.HOLD, 1.0, side)

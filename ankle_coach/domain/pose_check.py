"""What can be wrong with a figure: joints beyond limits, anchors that do not exist, contacts out of reach."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ankle_coach.domain.pose import (
    HEEL_TO_BALL,
    LIMITS,
    LOADED_ANKLE_HIGH,
    SIDE_FIELDS,
    Pose,
    known_joint,
)
from ankle_coach.domain.pose_contacts import joint_angles, on_limb, part_point
from ankle_coach.domain.pose_figure import Contact, Figure, Mistake, Panel, Solver, TrackKind
from ankle_coach.domain.pose_levels import at_level
from ankle_coach.domain.pose_motion import Moment, Still, loop_pose, loop_seconds, still
from ankle_coach.domain.pose_props import locate, turned_prop
from ankle_coach.domain.pose_strides import is_stride, since_set_down, standing_ball
from ankle_coach.domain.pose_vectors import Vec

SLACK: float = 2.0
"""How far a contact may miss its spot, in millimeters (the goal's own number)."""

AIRBORNE: float = 0.5
"""How high a hopping foot is off the ground when it no longer stands, in millimeters."""

TOLERANCE: float = 0.6
"""Degrees beyond a limit that count as rounding."""

PLANTED = ("sole", "ball", "heel", "tip", "middle", "along", "stride")
"""Contacts of a foot that carries weight, so that its ankle may bend further."""


def figure_problems(figure: Figure, samples: int = 24) -> list[str]:
    """Return what is wrong with a figure at any of its levels, each as one clause; empty = nothing.

    Args:
        figure: What to look at.
        samples: How many moments of the movement are looked at.
    """
    problems: list[str] = []
    places: list[tuple[str, str | None, str]] = [("", None, "")]
    places += [(f"levels.{level}: ", level, "") for level in figure.levels]
    places += [(f"forms.{form}: ", None, form) for form in figure.forms]
    places += [(f"levels.{n}, forms.{form}: ", n, form) for n in figure.levels for form in figure.forms]
    for place, level, form in places:
        here = at_level(figure, level, form)
        try:
            found = list(_level_problems(here, samples))
        except ValueError as error:
            found = [str(error)]
        problems += [place + text for text in dict.fromkeys(found)]
    return problems


def _level_problems(figure: Figure, samples: int) -> Iterator[str]:
    """Yield the problems of a figure at one level."""
    unreadable = list(_key_problems(figure))
    yield from unreadable
    if unreadable:
        return
    for track in figure.tracks:
        known = known_joint(track.joint) or turned_prop(figure.props, track.joint) is not None
        if track.kind is TrackKind.SINE and not known:
            yield f"tracks: no joint is called {track.joint!r}"
    yield from _mistake_problems(figure)
    if figure.panels:
        return  # a row of pictures draws other figures, which are looked at by themselves
    length = loop_seconds(figure)
    moments = [loop_pose(figure, None, length * k / samples) for k in range(samples)]
    moments += [still(figure, None, which) for which in (Still.START, Still.END)]
    for moment in moments:
        yield from _angle_problems(moment)
        yield from _contact_problems(moment)
    for moment in moments[:1]:
        yield from _spot_problems(moment)


def _mistake_problems(figure: Figure) -> Iterator[str]:
    """Yield a mistake that nobody would see, or that is that of another picture, which has none."""
    mistake = figure.mistake
    if mistake is None:
        return
    panel, bare = mistake.panel, Mistake(mistake.text, at=mistake.at)
    if panel is None:
        if mistake == bare:
            yield "mistake: says nothing that is drawn"
    elif not panel.exercise:
        yield "mistake: its panel names no exercise"
    elif panel.figure is not None and _shown(panel.figure, panel).mistake is None:
        yield f"mistake: the figure {panel.exercise!r} has no mistake of its own"


def _shown(figure: Figure, panel: Panel) -> Figure:
    """Return a picture's figure at its level and in its form."""
    return at_level(figure, panel.level or None, panel.form)


def _key_problems(figure: Figure) -> Iterator[str]:
    """Yield keyframes whose time cannot be understood."""
    for key in figure.keys:
        if not _is_moment(key.at):
            yield f"keys: {key.at!r} is no moment: start, end, rest, 'up 0.5', 'down 0.5' or 'cycle 0.5'"
    if len(figure.stills) not in (0, 2) or not all(map(_is_moment, figure.stills)):
        yield "stills: two moments, the first picture's and the second's"
    rooted = [contact for contact in figure.contacts if contact.by.value == "root"]
    if len(rooted) > 1:
        yield 'contacts: only one may place the whole body (by = "root")'


def _is_moment(text: str) -> bool:
    """Return whether a text names a moment of the movement."""
    word, _, time = text.partition(" ")
    if word in ("start", "end", "rest"):
        return not time
    return word in ("up", "down", "cycle") and _is_share(time)


def _is_share(text: str) -> bool:
    """Return whether a text is a number from 0 to 1."""
    try:
        return 0.0 <= float(text) <= 1.0
    except ValueError:
        return False


def _loaded(figure: Figure, owner: str) -> bool:
    """Return whether a side's foot carries weight."""
    parts = {contact.part for contact in figure.contacts}
    return any(f"{owner}.{name}" in parts for name in PLANTED)


def _angle_problems(moment: Moment) -> Iterator[str]:
    """Yield joints beyond their limits."""
    solved = joint_angles(moment.body)
    pose: Pose = moment.pose
    for owner in ("work", "other"):
        side = getattr(pose, owner)
        for name in SIDE_FIELDS:
            # Joints that contacts bend are judged by what came out.
            value = solved.get(f"{owner}.{name}", getattr(side, name))
            limit = LIMITS[name]
            high = LOADED_ANKLE_HIGH if name == "ankle" and _loaded(moment.figure, owner) else limit.high
            if not limit.low - TOLERANCE <= value <= high + TOLERANCE:
                yield f"{owner}.{name}: {value:.0f} is beyond {limit.low:.0f} to {high:.0f} degrees"


def contact_gap(moment: Moment, contact: Contact) -> tuple[float, float] | None:
    """Return how far a contact is from its place, across the picture and up, in millimeters.

    The place goes with what is held: a pedal, a board that tips, ground that passes. While a foot hops or
    swings there is no contact: None.
    """
    figure, scene = moment.figure, moment.scene
    if is_stride(contact):
        return _stride_gap(moment, contact)
    if contact.hop and moment.pose.lift > AIRBORNE:
        return None
    share = contact.share[0] + (contact.share[1] - contact.share[0]) * moment.share
    point = part_point(moment.body, contact.part, share)
    spot = scene.shifted(locate(contact.at, moment.body, scene), *contact.offset)
    if contact.hop and contact.by is Solver.ROOT:
        spot = spot.plus(Vec(moment.pose.x, 0.0, moment.pose.z))
    across = spot.z - point.z if figure.view.facing else point.x - spot.x
    return (across, point.y - spot.y)


def _stride_gap(moment: Moment, contact: Contact) -> tuple[float, float] | None:
    """Return how far a standing foot's heel or ball is from its print on the ground; None in a swing."""
    into = since_set_down(moment.figure, contact, moment.share)
    if into is None:
        return None
    owner = contact.part.partition(".")[0]
    foot = getattr(moment.body, owner).foot
    x, y = standing_ball(moment.figure, contact, into)
    on_heel = foot.heel.y <= foot.ball.y
    point = foot.heel if on_heel else foot.ball
    if moment.figure.view.facing:
        return (-point.z - x, point.y - y)
    return (point.x - (x - HEEL_TO_BALL if on_heel else x), point.y - y)


def _contact_problems(moment: Moment) -> Iterator[str]:
    """Yield contacts that are not met."""
    for contact in moment.figure.contacts:
        free = moment.figure.view.facing and not contact.sideways and not is_stride(contact)
        if free and not on_limb(contact.at):
            yield f"contacts: {contact.part} is seen from the front and says no sideways = true"
        gap = contact_gap(moment, contact)
        if gap is None:
            continue
        miss = math.hypot(0.0 if free else gap[0], gap[1])
        if miss > SLACK:
            yield f"contacts: {contact.part} misses its place by {miss:.0f} mm"


def _spot_problems(moment: Moment) -> Iterator[str]:
    """Yield nothing, but raise where an arrow, a dash or a prop names an anchor that does not exist."""
    figure = moment.figure
    wrong = figure.mistake.arrows if figure.mistake is not None else ()
    spots = [arrow.at for arrow in (*figure.arrows, *wrong)]
    spots += [spot for dash in figure.dashes for spot in (dash.at, dash.to)]
    spots += [spot for prop in figure.props for spot in (prop.at, *prop.to)]
    for spot in spots:
        locate(spot, moment.body, moment.scene)
    yield from ()

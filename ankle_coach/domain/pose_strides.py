"""Feet that walk, run and march: each stands on ground that passes below the body, then swings on."""

from __future__ import annotations

import functools
import math
from typing import Final, NamedTuple

import msgspec

from ankle_coach.domain.pose import ANKLE_HEIGHT, HEEL_BACK, HEEL_TO_BALL, SHANK, THIGH, Pose
from ankle_coach.domain.pose_contacts import LEVEL, leveled, pitch_of, solved
from ankle_coach.domain.pose_figure import Contact, Figure, PropKind, Solver
from ankle_coach.domain.pose_keys import cycle_pose, cycles, path_pose
from ankle_coach.domain.pose_kinematics import FootPoints, SidePoints, Skeleton, foot_points
from ankle_coach.domain.pose_props import Scene, locate
from ankle_coach.domain.pose_vectors import UPRIGHT, Vec, two_bones

FORWARD: Final = Vec(1.0, 0.15, 0.0)
"""Where a knee bends."""


class Placed(NamedTuple):
    """A foot: its ankle in millimeters, its slope and the bend of its toes in degrees."""

    x: float
    y: float
    z: float
    pitch: float
    toes: float


def is_stride(contact: Contact) -> bool:
    """Return whether a contact is a foot that stands for a while and then swings."""
    return contact.part.endswith(".stride")


def passing(figure: Figure) -> float:
    """Return how far the ground goes forward in a whole cycle, in millimeters; back is negative."""
    return next((prop.travel[0] for prop in figure.props if prop.kind is PropKind.FLOOR), 0.0)


def since_set_down(figure: Figure, contact: Contact, share: float) -> float | None:
    """Return how long a stride's foot has been standing, as a share of the cycle; None while it swings."""
    first, last = contact.during
    into = share - first
    if cycles(figure):
        into %= 1.0
    return into if -1e-9 <= into <= last - first + 1e-9 else None


def standing_ball(figure: Figure, contact: Contact, into: float) -> tuple[float, float]:
    """Return where in the picture a standing foot's ball is, ``into`` of the cycle after it was set down."""
    across, up = contact.at if not isinstance(contact.at, str) else (0.0, 0.0)
    return (across + passing(figure) * into, up)


def strode(
    figure: Figure, contacts: tuple[Contact, ...], share: float, pose: Pose, body: Skeleton
) -> Skeleton:
    """Return the body with every stride's leg bent so that its foot stands or swings where it should.

    Args:
        figure: Whose strides.
        contacts: The strides among its contacts.
        share: How far the cycle, or the way from start to end, is.
        pose: The joint angles.
        body: What they give.
    """
    for owner in ("work", "other"):
        strides = tuple(contact for contact in contacts if contact.part.startswith(owner))
        if strides:
            side = getattr(body, owner)
            foot = _foot_at(figure, strides, share, _free(pose, side, owner))
            body = msgspec.structs.replace(body, **{owner: _reached(side, foot)})
    return body


def _free(pose: Pose, side: SidePoints, owner: str) -> Placed:
    """Return the foot as the joint angles alone place it."""
    return Placed(*side.ankle, pitch_of(side.foot.frame), getattr(pose, owner).toes)


def _reached(side: SidePoints, foot: Placed) -> SidePoints:
    """Return the side with hip and knee bent so that its foot is there."""
    knee, ankle = two_bones(side.hip, Vec(foot.x, foot.y, foot.z), THIGH, SHANK, FORWARD)
    points: FootPoints = foot_points(ankle, UPRIGHT.pitched(foot.pitch), foot.toes)
    return msgspec.structs.replace(side, knee=knee, foot=points)


def _foot_at(figure: Figure, strides: tuple[Contact, ...], share: float, free: Placed) -> Placed:
    """Return where a leg's foot is: planted, or on its way from one stand to the next."""
    for stride in strides:
        into = since_set_down(figure, stride, share)
        if into is not None:
            return _planted(free, standing_ball(figure, stride, into), figure.view.facing)
    ends = _ends(figure, strides)
    before = max(ends, key=lambda end: end.left - share if end.left <= share else end.left - share - 1.0)
    after = min(ends, key=lambda end: end.down - share if end.down >= share else end.down - share + 1.0)
    gap = (after.down - before.left) % 1.0 or 1.0
    t = (share - before.left) % 1.0 / gap
    near = t * t * (3.0 - 2.0 * t)
    moved = [
        leave + (arrive - leave) * near
        for leave, arrive in zip(before.after_leaving, after.at_landing, strict=True)
    ]
    return _above_ground(Placed(*map(math.fsum, zip(free, moved, strict=True))), strides[0])


def _above_ground(foot: Placed, stride: Contact) -> Placed:
    """Return a swinging foot raised so far that it does not sink into the ground that it stands on."""
    points = foot_points(Vec(foot.x, foot.y, foot.z), UPRIGHT.pitched(foot.pitch), foot.toes)
    floor = stride.at[1] if not isinstance(stride.at, str) else 0.0
    sunk = floor - min(points.heel.y, points.ball.y, points.tip.y)
    return foot._replace(y=foot.y + max(0.0, sunk))


def _planted(free: Placed, ball: tuple[float, float], front: bool) -> Placed:
    """Return the foot that stands with this slope: on its heel, flat, or on its ball with the toes flat."""
    pitch = leveled(free.pitch)
    frame = UPRIGHT.pitched(pitch)
    # Seen from the front, across the picture is sideways; the ankle then stays below the hips.
    ground = Vec(HEEL_TO_BALL - HEEL_BACK, ball[1], -ball[0]) if front else Vec(*ball, free.z)
    if pitch < 0.0:
        ankle = frame.place(ground, HEEL_BACK - HEEL_TO_BALL, ANKLE_HEIGHT)
        return Placed(*ankle, pitch, -pitch)
    ankle = frame.place(ground.plus(Vec(-HEEL_TO_BALL, 0.0)), HEEL_BACK, ANKLE_HEIGHT)
    return Placed(*ankle, pitch, free.toes * min(1.0, pitch / LEVEL))


class _End(NamedTuple):
    """When a stride's foot is set down and left, and by how much its place then differs from the free one."""

    down: float
    left: float
    at_landing: Placed
    after_leaving: Placed


@functools.lru_cache(maxsize=256)
def _ends(figure: Figure, strides: tuple[Contact, ...]) -> tuple[_End, ...]:
    """Return the ends of a leg's strides, their times from 0 to 1."""
    turns = cycles(figure)
    found = []
    for stride in strides:
        first, last = stride.during
        differences = [_difference(figure, stride, share) for share in (first, last)]
        down, left = (first % 1.0, last % 1.0) if turns else (first, last)
        found.append(_End(down, left, *differences))
    return tuple(found)


def _difference(figure: Figure, stride: Contact, share: float) -> Placed:
    """Return by how much a foot that is set down or left differs from where its joint angles alone put it."""
    owner = stride.part.partition(".")[0]
    if cycles(figure):
        pose = cycle_pose(figure, share)
    else:
        # The way's time at which this share is reached: the inverse of the smooth step.
        time = 0.5 - math.sin(math.asin(1.0 - 2.0 * max(0.0, min(1.0, share))) / 3.0)
        pose = path_pose(figure, "up", time)
    free = _free(pose, getattr(_rooted(figure, pose, share), owner), owner)
    ball = standing_ball(figure, stride, share - stride.during[0])
    placed = _planted(free, ball, figure.view.facing)
    return Placed(*(there - here for there, here in zip(placed, free, strict=True)))


def _rooted(figure: Figure, pose: Pose, share: float) -> Skeleton:
    """Return the body where the contact that carries it, if there is one, places it."""
    scene = Scene(figure.props, share, figure.view.facing)
    roots = [contact for contact in figure.contacts if contact.by is Solver.ROOT]
    return solved(pose, roots, lambda spot, body: locate(spot, body, scene), share)

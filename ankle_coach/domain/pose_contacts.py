"""Contacts: feet that stay planted and hands that hold on, whatever the joint angles say."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import msgspec

from ankle_coach.domain.pose import (
    ANKLE_HEIGHT,
    FOOT,
    FOREARM,
    HAND,
    HEEL_BACK,
    HEEL_TO_BALL,
    LIMITS,
    PALM,
    SHANK,
    THIGH,
    UPPER_ARM,
    Pose,
    SidePose,
)
from ankle_coach.domain.pose_figure import Contact, Solver, Spot
from ankle_coach.domain.pose_kinematics import (
    FootPoints,
    SidePoints,
    Skeleton,
    foot_points,
    leg_frames,
    moved,
    skeleton,
)
from ankle_coach.domain.pose_vectors import UPRIGHT, Frame, Vec, degrees_between, two_bones

Locate = Callable[[Spot, Skeleton], Vec]
"""Finds a spot: a point, a joint of the body, or an anchor of a prop."""

BENDS = {
    "forward": Vec(1.0, 0.15, 0.0),
    "back": Vec(-1.0, 0.0, 0.0),
    "down": Vec(-0.35, -1.0, 0.0),
    "up": Vec(0.2, 1.0, 0.0),
    "out": Vec(0.0, -0.3, 1.0),
}


LEVEL = 6.0
"""Slope in degrees below which a standing foot is laid flatter than its joint angles say (app rule)."""

TOES_FREE = 70.0
"""How high a hopping foot is when its toes no longer reach for the ground, in millimeters (app rule)."""


def part_point(body: Skeleton, part: str, share: float = 0.5) -> Vec:
    """Return a named point of the body: ``pelvis``, ``work.ball``, ``other.palm`` ...

    Raises:
        ValueError: The body has no such part.
    """
    owner, _, name = part.rpartition(".")
    if owner == "" and name in ("pelvis", "waist", "chest", "skull"):
        whole: Vec = getattr(body, name)
        return whole
    if owner in ("work", "other"):
        side: SidePoints = getattr(body, owner)
        if name in ("hip", "knee", "ankle", "shoulder", "elbow", "wrist", "palm", "finger"):
            joint: Vec = getattr(side, name)
            return joint
        if name == "sole":
            return side.foot.ball
        if name == "along":
            return _along(side.foot, share)
        if name in ("heel", "ball", "tip", "middle"):
            point: Vec = getattr(side.foot, name)
            return point
    raise ValueError(f"no part of the body is called {part!r}")


def _along(foot: FootPoints, share: float) -> Vec:
    """Return the point of the sole at this share of the foot's length from the heel."""
    return foot.heel.plus(foot.frame.forward, share * FOOT)


def pitch_of(frame: Frame) -> float:
    """Return how steeply a frame's forward rises, in degrees."""
    return math.degrees(math.atan2(frame.forward.y, math.hypot(frame.forward.x, frame.forward.z)))


def _flat_toes(frame: Frame) -> float:
    """Return the bend that lays the toes on level ground, within the joint's limits."""
    limit = LIMITS["toes"]
    return max(limit.low, min(limit.high, -pitch_of(frame)))


def _on_toes(foot: FootPoints, toes: float, lift: float | None) -> FootPoints:
    """Return the foot with its toes flat on the ground; one that hops lets them go while it rises.

    Args:
        foot: As the joint angles place it.
        toes: The bend of its toes in the air, in degrees.
        lift: How high it is, in millimeters; None = it never leaves the ground.
    """
    if lift is None:
        return foot_points(foot.ankle, foot.frame, _flat_toes(foot.frame))
    free = min(1.0, lift / TOES_FREE)
    free *= free * (3.0 - 2.0 * free)
    pitch = pitch_of(foot.frame)
    frame = foot.frame.pitched((leveled(pitch) - pitch) * (1.0 - free))
    flat = _flat_toes(frame)
    return foot_points(foot.ankle, frame, flat + (toes - flat) * free)


def leveled(pitch: float) -> float:
    """Return the slope of a standing foot that its joint angles leave nearly flat: then it lies flat."""
    steep = min(1.0, abs(pitch) / LEVEL)
    return pitch * steep * steep * (3.0 - 2.0 * steep)


def _share_at(contact: Contact, share: float) -> float:
    """Return where along the sole a contact lies at this share of the movement."""
    return contact.share[0] + (contact.share[1] - contact.share[0]) * share


def _for_flat_sole(pose: Pose, owner: str, pitch: float, tilt: float) -> Pose:
    """Return the pose with hip and roll chosen so that this foot has the asked slope."""
    sign = 1.0 if owner == "work" else -1.0
    side: SidePose = getattr(pose, owner)
    hip = pitch + pose.trunk + side.knee - side.ankle
    roll = tilt + sign * (side.abduct - side.frontal)
    planted = msgspec.structs.replace(side, hip=hip)
    return msgspec.structs.replace(pose, roll=roll, **{owner: planted})


def _with_foot(body: Skeleton, owner: str, foot: FootPoints) -> Skeleton:
    """Return the body with another foot at the same ankle."""
    side = msgspec.structs.replace(getattr(body, owner), foot=foot)
    return msgspec.structs.replace(body, **{owner: side})


def _rooted(pose: Pose, contact: Contact, locate: Locate, share: float) -> Skeleton:
    """Return the body placed so that one contact is met."""
    owner, _, name = contact.part.rpartition(".")
    if name == "sole":
        pose = _for_flat_sole(pose, owner, contact.pitch, contact.tilt)
    body = skeleton(pose)
    if name == "sole":
        ankle = getattr(body, owner).ankle
        toes = getattr(pose, owner).toes
        frame = UPRIGHT.tilted(contact.tilt).pitched(contact.pitch)
        body = _with_foot(body, owner, foot_points(ankle, frame, toes))
    elif name == "ball" and contact.flat_toes:
        foot = getattr(body, owner).foot
        lift = pose.lift if contact.hop else None
        body = _with_foot(body, owner, _on_toes(foot, getattr(pose, owner).toes, lift))
    target = _target(contact, locate, body)
    if contact.hop:
        target = target.plus(Vec(pose.x, pose.lift, pose.z))
    by = target.minus(part_point(body, contact.part, _share_at(contact, share)))
    return moved(body, Vec(by.x, by.y, by.z if contact.sideways else 0.0))


def _target(contact: Contact, locate: Locate, body: Skeleton) -> Vec:
    """Return the point that a contact asks for."""
    spot = locate(contact.at, body)
    if contact.sideways:
        return Vec(spot.x, spot.y + contact.offset[1], spot.z - contact.offset[0])
    return Vec(spot.x + contact.offset[0], spot.y + contact.offset[1], spot.z)


def _leg_solved(body: Skeleton, pose: Pose, contact: Contact, locate: Locate, share: float) -> Skeleton:
    """Return the body with one leg's hip and knee bent so that its foot is where it belongs."""
    owner, _, name = contact.part.rpartition(".")
    side: SidePoints = getattr(body, owner)
    angles: SidePose = getattr(pose, owner)
    spot = _target(contact, locate, body)
    aside = part_point(body, contact.part, _share_at(contact, share)).z
    target = Vec(spot.x, spot.y, spot.z if contact.sideways else aside)
    pole = BENDS.get(contact.bend, BENDS["forward"])
    if name == "sole":
        frame = UPRIGHT.tilted(contact.tilt).pitched(contact.pitch)
        ankle = frame.place(target, HEEL_BACK - HEEL_TO_BALL, ANKLE_HEIGHT)
        knee, ankle = two_bones(side.hip, ankle, THIGH, SHANK, pole)
        foot = foot_points(ankle, frame, angles.toes)
    else:
        if contact.hop:
            side = msgspec.structs.replace(side, foot=_on_toes(side.foot, angles.toes, pose.lift))
        knee, foot = _rigid_reach(side, contact, target._replace(z=aside), share)
        if name == "ball" and contact.flat_toes and not contact.hop:
            foot = _on_toes(foot, angles.toes, None)
        if contact.sideways:
            foot = _swung(foot, knee, getattr(foot, name), target.z)
    solved = msgspec.structs.replace(side, knee=knee, foot=foot)
    return msgspec.structs.replace(body, **{owner: solved})


def _swung(foot: FootPoints, knee: Vec, point: Vec, aside: float) -> FootPoints:
    """Return the foot swung sideways about the knee, the thigh turning, until a point is where it belongs."""
    arm = point.minus(knee)
    sine = max(-1.0, min(1.0, (aside - knee.z) / math.hypot(arm.y, arm.z)))
    swing = UPRIGHT.tilted(math.degrees(math.atan2(arm.z, -arm.y) - math.asin(sine)))
    ankle = swing.place(knee, *foot.ankle.minus(knee))
    frame = Frame(*(swing.place(Vec(0.0, 0.0, 0.0), *axis) for axis in foot.frame))
    return foot_points(ankle, frame, _toes_of(foot))


def _toes_of(foot: FootPoints) -> float:
    """Return the bend of a foot's toes, in degrees."""
    bend = degrees_between(foot.frame.forward, foot.toe_frame.forward)
    return bend if foot.toe_frame.forward.dot(foot.frame.up) >= 0 else -bend


def _rigid_reach(side: SidePoints, contact: Contact, target: Vec, share: float) -> tuple[Vec, FootPoints]:
    """Return knee and foot when the ankle keeps its angle and only hip and knee bend.

    The knee stays on that side of the line from hip to contact on which the pose has it: a straight knee lies
    behind the line to the ball of the foot, a bent one before it.
    """
    name = contact.part.rpartition(".")[2]
    at = _share_at(contact, share)
    point = _along(side.foot, at) if name == "along" else getattr(side.foot, name)
    arm = point.minus(side.knee)
    line = point.minus(side.hip).unit()
    thigh = side.knee.minus(side.hip)
    pole = thigh.plus(line, -thigh.dot(line))
    knee, end = two_bones(side.hip, target, THIGH, math.hypot(arm.x, arm.y), pole)
    new = end.minus(knee)
    turn = math.degrees(math.atan2(new.y, new.x) - math.atan2(arm.y, arm.x))
    shank = _spun(side.ankle.minus(side.knee), turn)
    frame = Frame(*(_spun(axis, turn) for axis in side.foot.frame))
    return knee, foot_points(knee.plus(shank), frame, _toes_of(side.foot))


def _spun(vector: Vec, degrees: float) -> Vec:
    """Return the vector turned in the sagittal plane, against the clock."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return Vec(vector.x * c - vector.y * s, vector.x * s + vector.y * c, vector.z)


def on_limb(spot: Spot) -> bool:
    """Return whether a spot is a joint of a leg or an arm, which is met in all three dimensions."""
    return isinstance(spot, str) and spot.partition(".")[0] in ("work", "other")


def _arm_solved(body: Skeleton, contact: Contact, locate: Locate) -> Skeleton:
    """Return the body with one arm bent so that its hand is where it belongs."""
    owner, _, name = contact.part.rpartition(".")
    side: SidePoints = getattr(body, owner)
    sign = 1.0 if owner == "work" else -1.0
    spot = _target(contact, locate, body)
    fixed_depth = on_limb(contact.at) or contact.sideways
    target = Vec(spot.x, spot.y, spot.z if fixed_depth else side.shoulder.z * 0.8)
    grip = PALM if name == "palm" else HAND
    bend = BENDS.get(contact.bend, BENDS["down"])
    pole = Vec(bend.x, bend.y, bend.z * sign + 0.25 * sign)
    if contact.aim is None:
        elbow, end = two_bones(side.shoulder, target, UPPER_ARM, FOREARM + grip, pole)
        along = end.minus(elbow).unit()
        wrist = elbow.plus(along, FOREARM)
    else:
        angle = math.radians(contact.aim)
        along = Vec(math.cos(angle), math.sin(angle), 0.0)
        elbow, wrist = two_bones(side.shoulder, target.plus(along, -grip), UPPER_ARM, FOREARM, pole)
    solved = msgspec.structs.replace(
        side, elbow=elbow, wrist=wrist, palm=wrist.plus(along, PALM), finger=wrist.plus(along, HAND)
    )
    return msgspec.structs.replace(body, **{owner: solved})


def solved(
    pose: Pose,
    contacts: Sequence[Contact],
    locate: Locate,
    share: float = 0.0,
    stride: Callable[[Skeleton], Skeleton] | None = None,
) -> Skeleton:
    """Return the skeleton of ``pose`` with its contacts met, in their order.

    Args:
        pose: The joint angles; those that a contact needs give way.
        contacts: At most one by `Solver.ROOT`.
        locate: Finds anchors.
        share: How far the movement is between start (0) and end (1), for contacts that roll.
        stride: Puts walking feet down before the other limbs reach; None = nobody walks.
    """
    rooted = [contact for contact in contacts if contact.by is Solver.ROOT]
    body = _rooted(pose, rooted[0], locate, share) if rooted else skeleton(pose)
    body = stride(body) if stride is not None else body
    for contact in contacts:
        if contact.by is Solver.ROOT:
            continue
        if contact.part.endswith((".palm", ".finger")):
            body = _arm_solved(body, contact, locate)
        else:
            body = _leg_solved(body, pose, contact, locate, share)
    return body


def joint_angles(body: Skeleton) -> dict[str, float]:
    """Return knees, ankles and elbows as they came out, named like ``work.ankle``, in degrees."""
    angles: dict[str, float] = {}
    for owner in ("work", "other"):
        side: SidePoints = getattr(body, owner)
        shank = side.knee.minus(side.ankle)
        angles[f"{owner}.knee"] = degrees_between(side.hip.minus(side.knee), shank)
        angles[f"{owner}.ankle"] = 90.0 - degrees_between(side.foot.frame.forward, shank)
        angles[f"{owner}.toes"] = _toes_of(side.foot)
        angles[f"{owner}.elbow"] = degrees_between(
            side.shoulder.minus(side.elbow), side.elbow.minus(side.wrist)
        )
    return angles


__all__ = ["Locate", "joint_angles", "leg_frames", "part_point", "solved"]

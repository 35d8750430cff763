"""Forward kinematics: joint angles become points in millimeters."""

from __future__ import annotations

import msgspec

from ankle_coach.domain.pose import (
    ANKLE_HEIGHT,
    FOREARM,
    HAND,
    HEEL_BACK,
    HEEL_TO_BALL,
    HEIGHT,
    HIP_HALF,
    PALM,
    SHANK,
    SHOULDER_HALF,
    THIGH,
    TOES,
    TRUNK,
    UPPER_ARM,
    Hand,
    Pose,
    SidePose,
)
from ankle_coach.domain.pose_vectors import UPRIGHT, Frame, Vec

WAIST = 0.42
"""Share of the trunk below the bend of the spine."""

TOES_INWARD = 0.5
"""Degrees that the toes turn inward for each degree of inversion (app rule, so that circles look round)."""

SPLAY = 0.4
"""Degrees that the thigh swings out for each degree that the leg turns outward (app rule: crossed legs)."""

NECK = 0.075 * HEIGHT
"""Shoulder line to the skull's base, in millimeters."""


class FootPoints(msgspec.Struct, frozen=True):
    """A foot: its frame, the points that touch the ground, and the direction of its toes."""

    frame: Frame
    toe_frame: Frame
    ankle: Vec
    heel: Vec
    ball: Vec
    tip: Vec

    @property
    def middle(self) -> Vec:
        """The middle of the sole, between heel and ball."""
        return Vec(
            (self.heel.x + self.ball.x) / 2, (self.heel.y + self.ball.y) / 2, (self.heel.z + self.ball.z) / 2
        )


class SidePoints(msgspec.Struct, frozen=True):
    """The joints of one leg and one arm."""

    hip: Vec
    knee: Vec
    foot: FootPoints
    shoulder: Vec
    elbow: Vec
    wrist: Vec
    palm: Vec
    finger: Vec
    hand: Hand
    arch: float = 0.0

    @property
    def ankle(self) -> Vec:
        """The ankle joint."""
        return self.foot.ankle


class Skeleton(msgspec.Struct, frozen=True):
    """All joints of a posture, in millimeters."""

    pelvis: Vec
    waist: Vec
    chest: Vec
    skull: Vec
    pelvis_frame: Frame
    chest_frame: Frame
    head_frame: Frame
    work: SidePoints
    other: SidePoints


def foot_points(ankle: Vec, frame: Frame, toes: float) -> FootPoints:
    """Return the foot below ``ankle`` in its own frame, with its toes bent up by ``toes`` degrees."""
    heel = frame.place(ankle, -HEEL_BACK, -ANKLE_HEIGHT)
    ball = frame.place(ankle, HEEL_TO_BALL - HEEL_BACK, -ANKLE_HEIGHT)
    toe_frame = frame.pitched(toes)
    return FootPoints(frame, toe_frame, ankle, heel, ball, ball.plus(toe_frame.forward, TOES))


def leg_frames(pelvis: Frame, side: SidePose, sign: float) -> tuple[Frame, Frame, Frame]:
    """Return the frames of thigh, shank and foot; ``sign`` is +1 on the right, -1 on the left."""
    turn = sign * side.turn
    thigh = pelvis.yawed(SPLAY * turn).tilted(-sign * side.abduct).pitched(side.hip).yawed(turn)
    shank = thigh.pitched(-side.knee)
    # Inversion is not pure: the subtalar joint carries the toes inward with it.
    foot = shank.pitched(side.ankle).yawed(-sign * TOES_INWARD * side.frontal).tilted(sign * side.frontal)
    return thigh, shank, foot


def _arm(chest: Frame, shoulder: Vec, side: SidePose, sign: float) -> tuple[Vec, Vec, Vec, Vec]:
    """Return elbow, wrist, palm and fingertip of a hanging chain."""
    upper = chest.tilted(-sign * side.spread).pitched(side.shoulder)
    lower = upper.pitched(side.elbow)
    hand = lower.pitched(side.wrist)
    elbow = shoulder.plus(upper.up, -UPPER_ARM)
    wrist = elbow.plus(lower.up, -FOREARM)
    return elbow, wrist, wrist.plus(hand.up, -PALM), wrist.plus(hand.up, -HAND)


def _side(
    pelvis: Vec, frame: Frame, chest: Vec, chest_frame: Frame, side: SidePose, sign: float
) -> SidePoints:
    """Return the joints of one side."""
    hip = pelvis.plus(frame.right, sign * HIP_HALF)
    thigh, shank, foot = leg_frames(frame, side, sign)
    knee = hip.plus(thigh.up, -THIGH)
    ankle = knee.plus(shank.up, -SHANK)
    shoulder = chest.plus(chest_frame.right, sign * SHOULDER_HALF)
    elbow, wrist, palm, finger = _arm(chest_frame, shoulder, side, sign)
    points = foot_points(ankle, foot, side.toes)
    return SidePoints(hip, knee, points, shoulder, elbow, wrist, palm, finger, side.hand, side.arch)


def skeleton(pose: Pose) -> Skeleton:
    """Return every joint of a free posture; contacts are not yet met."""
    pelvis = Vec(pose.x, pose.y, pose.z)
    pelvis_frame = UPRIGHT.tilted(pose.roll).pitched(-pose.trunk)
    chest_frame = pelvis_frame.tilted(pose.side_bend).pitched(-pose.spine)
    waist = pelvis.plus(pelvis_frame.up, TRUNK * WAIST)
    chest = waist.plus(chest_frame.up, TRUNK * (1.0 - WAIST))
    head_frame = chest_frame.pitched(-pose.neck)
    skull = chest.plus(chest_frame.pitched(-pose.neck * 0.4 - 8.0).up, NECK)
    return Skeleton(
        pelvis,
        waist,
        chest,
        skull,
        pelvis_frame,
        chest_frame,
        head_frame,
        _side(pelvis, pelvis_frame, chest, chest_frame, pose.work, 1.0),
        _side(pelvis, pelvis_frame, chest, chest_frame, pose.other, -1.0),
    )


def _moved_foot(foot: FootPoints, by: Vec) -> FootPoints:
    """Return the foot shifted by a vector."""
    return FootPoints(
        foot.frame,
        foot.toe_frame,
        foot.ankle.plus(by),
        foot.heel.plus(by),
        foot.ball.plus(by),
        foot.tip.plus(by),
    )


def _moved_side(side: SidePoints, by: Vec) -> SidePoints:
    """Return one side shifted by a vector."""
    return SidePoints(
        side.hip.plus(by),
        side.knee.plus(by),
        _moved_foot(side.foot, by),
        side.shoulder.plus(by),
        side.elbow.plus(by),
        side.wrist.plus(by),
        side.palm.plus(by),
        side.finger.plus(by),
        side.hand,
        side.arch,
    )


def moved(body: Skeleton, by: Vec) -> Skeleton:
    """Return the whole body shifted by a vector."""
    return Skeleton(
        body.pelvis.plus(by),
        body.waist.plus(by),
        body.chest.plus(by),
        body.skull.plus(by),
        body.pelvis_frame,
        body.chest_frame,
        body.head_frame,
        _moved_side(body.work, by),
        _moved_side(body.other, by),
    )

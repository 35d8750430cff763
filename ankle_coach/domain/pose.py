"""Joint angles of the mannequin: poses, patches of poses, limits and segment lengths.

Angles are degrees, lengths millimeters, y is up, x is forward, z is to the person's right. A pose is
written for a person whose *working* side is the right one; the mirror image is made when it is drawn.
Conventions and limits come from the clinical base, section 7.1.
"""

from __future__ import annotations

import enum
import operator
from collections.abc import Sequence
from typing import Final

import msgspec

HEIGHT: Final = 1750.0
"""Body height in millimeters; every segment is a share of it (Winter's anthropometry)."""

THIGH: Final = 0.245 * HEIGHT
SHANK: Final = 0.246 * HEIGHT
FOOT: Final = 0.152 * HEIGHT
ANKLE_HEIGHT: Final = 0.039 * HEIGHT
TRUNK: Final = 0.288 * HEIGHT
UPPER_ARM: Final = 0.186 * HEIGHT
FOREARM: Final = 0.146 * HEIGHT
HAND: Final = 0.108 * HEIGHT
PALM: Final = 0.5 * HAND
"""Wrist to the middle of the palm, where a hand meets what it holds."""

HEEL_BACK: Final = 0.235 * FOOT
"""How far the heel's ground point lies behind the ankle joint."""

HEEL_TO_BALL: Final = 0.72 * FOOT
"""Heel to ball of the foot: the lever of a heel raise (section 7.1)."""

TOES: Final = FOOT - HEEL_TO_BALL
HIP_HALF: Final = 0.052 * HEIGHT
SHOULDER_HALF: Final = 0.108 * HEIGHT


class View(enum.Enum):
    """From where a figure is seen, and how much of it."""

    SIDE = "side"
    FRONT = "front"
    LEG = "leg"
    FOOT_FRONT = "foot-front"
    FOOT_SOLE = "foot-sole"
    FOOT_TOP = "foot-top"
    FOOT_SIDE = "foot-side"
    SHINS = "shins"
    """Both lower legs of a seated person, from the front."""
    ABOVE = "above"
    """The whole body from the front and from above, for an ankle that lies on the other knee."""

    @property
    def facing(self) -> bool:
        """Whether the person faces the picture, so that depth is forward and across is sideways."""
        return self in (View.FRONT, View.SHINS, View.ABOVE)


class Hand(enum.Enum):
    """What a hand does."""

    RELAXED = "relaxed"
    FLAT = "flat"
    GRIP = "grip"
    POINT = "point"


class SidePose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One side's leg and arm, in degrees.

    Attributes:
        hip: Flexion against the trunk, + forward.
        abduct: Leg out to its own side, +.
        turn: Leg turned outward about the thigh, +; a bent knee falls out with it.
        knee: Flexion, +.
        ankle: ``A``: 0 = foot square to the shin, + = toes up.
        frontal: ``F``: + = inversion, the sole faces the other foot.
        toes: ``T`` at the ball of the foot, + = bent up.
        arch: How far the arch is lifted, in millimeters; the foot gets shorter with it.
        shoulder: Arm forward and up, +.
        spread: Arm out to its own side, +.
        elbow: Flexion, +.
        wrist: Bent toward the palm's side, +.
        hand: What the hand does; changes at a keyframe, is not blended.
    """

    hip: float = 0.0
    abduct: float = 0.0
    turn: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    frontal: float = 0.0
    toes: float = 0.0
    arch: float = 0.0
    shoulder: float = 0.0
    spread: float = 6.0
    elbow: float = 12.0
    wrist: float = 0.0
    hand: Hand = Hand.RELAXED


class Pose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole posture.

    Attributes:
        x: Middle of the hips, forward, in millimeters; contacts may move it.
        y: Middle of the hips, up, in millimeters.
        z: Middle of the hips, to the working side, in millimeters (seen from the front).
        trunk: Trunk's lean from the vertical, + forward; -90 = lying on the back.
        spine: Extra bend of the upper trunk, + = rounded forward.
        neck: Head's nod, + forward.
        roll: Pelvis tilted to the working side, +.
        side_bend: Upper trunk bent to the working side, +.
        lift: How far the hopping foot is off the ground, in millimeters.
        work: The working side.
        other: The other side.
    """

    x: float = 0.0
    y: float = 0.53 * HEIGHT
    z: float = 0.0
    trunk: float = 0.0
    spine: float = 0.0
    neck: float = 0.0
    roll: float = 0.0
    side_bend: float = 0.0
    lift: float = 0.0
    work: SidePose = SidePose()
    other: SidePose = SidePose()


class SidePatch(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Those of one side's angles that a keyframe changes; see `SidePose`."""

    hip: float | None = None
    abduct: float | None = None
    turn: float | None = None
    knee: float | None = None
    ankle: float | None = None
    frontal: float | None = None
    toes: float | None = None
    arch: float | None = None
    shoulder: float | None = None
    spread: float | None = None
    elbow: float | None = None
    wrist: float | None = None
    hand: Hand | None = None


class PosePatch(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a keyframe, a level or an error changes in a pose; ``both`` comes before the sides."""

    x: float | None = None
    y: float | None = None
    z: float | None = None
    trunk: float | None = None
    spine: float | None = None
    neck: float | None = None
    roll: float | None = None
    side_bend: float | None = None
    lift: float | None = None
    both: SidePatch = SidePatch()
    work: SidePatch = SidePatch()
    other: SidePatch = SidePatch()


BODY_FIELDS: Final = ("x", "y", "z", "trunk", "spine", "neck", "roll", "side_bend", "lift")
SIDE_FIELDS: Final = (
    "hip",
    "abduct",
    "turn",
    "knee",
    "ankle",
    "frontal",
    "toes",
    "arch",
    "shoulder",
    "spread",
    "elbow",
    "wrist",
)


def _patched_side(side: SidePose, *patches: SidePatch) -> SidePose:
    """Return ``side`` with every value that a patch sets."""
    values = {
        name: value
        for patch in patches
        for name in patch.__struct_fields__
        if (value := getattr(patch, name)) is not None
    }
    return msgspec.structs.replace(side, **values) if values else side


def patched(pose: Pose, patch: PosePatch) -> Pose:
    """Return ``pose`` with the values that ``patch`` sets; ``both`` first, then each side."""
    values: dict[str, object] = {
        name: value for name in BODY_FIELDS if (value := getattr(patch, name)) is not None
    }
    values["work"] = _patched_side(pose.work, patch.both, patch.work)
    values["other"] = _patched_side(pose.other, patch.both, patch.other)
    return msgspec.structs.replace(pose, **values)


def numbers(pose: Pose) -> list[float]:
    """Return every value of a pose that can be blended, in the order that `posed` reads."""
    return [
        *(getattr(pose, name) for name in BODY_FIELDS),
        *(getattr(side, name) for side in (pose.work, pose.other) for name in SIDE_FIELDS),
    ]


def posed(values: Sequence[float], work: Hand = Hand.RELAXED, other: Hand = Hand.RELAXED) -> Pose:
    """Return the pose with these values and hands."""
    body, side = len(BODY_FIELDS), len(SIDE_FIELDS)
    near = dict(zip(SIDE_FIELDS, values[body : body + side], strict=True))
    far = dict(zip(SIDE_FIELDS, values[body + side :], strict=True))
    whole = dict(zip(BODY_FIELDS, values[:body], strict=True))
    return Pose(work=SidePose(hand=work, **near), other=SidePose(hand=other, **far), **whole)


def weighed(parts: Sequence[tuple[Pose, float]]) -> Pose:
    """Return the sum of poses times their weights, angle by angle; hands are those of the heaviest.

    Args:
        parts: Poses with weights, which may be negative.
    """
    heaviest = max(parts, key=operator.itemgetter(1))[0]
    weights = [weight for _, weight in parts]
    rows = [numbers(pose) for pose, _ in parts]
    sums = [sum(map(operator.mul, column, weights)) for column in zip(*rows, strict=True)]
    return posed(sums, heaviest.work.hand, heaviest.other.hand)


def blend(first: Pose, second: Pose, share: float) -> Pose:
    """Return the pose at ``share`` (0 to 1) of the way from ``first`` to ``second``, angle by angle."""
    if share <= 0.0:
        return first
    if share >= 1.0:
        return second
    return weighed(((first, 1.0 - share), (second, share)))


def add_to(pose: Pose, joint: str, amount: float) -> Pose:
    """Return ``pose`` with ``amount`` added to one value, named like ``work.ankle`` or ``trunk``.

    Raises:
        ValueError: No such joint.
    """
    owner, _, name = joint.rpartition(".")
    if owner in ("work", "other") and name in SIDE_FIELDS:
        side: SidePose = getattr(pose, owner)
        moved = msgspec.structs.replace(side, **{name: getattr(side, name) + amount})
        return msgspec.structs.replace(pose, **{owner: moved})
    if owner == "" and name in BODY_FIELDS:
        return msgspec.structs.replace(pose, **{name: getattr(pose, name) + amount})
    raise ValueError(f"no joint is called {joint!r}")


def known_joint(joint: str) -> bool:
    """Return whether `add_to` can move a joint of this name."""
    owner, _, name = joint.rpartition(".")
    return (owner in ("work", "other") and name in SIDE_FIELDS) or (owner == "" and name in BODY_FIELDS)


class Limit(msgspec.Struct, frozen=True):
    """The least and the greatest value of a joint, in degrees."""

    low: float
    high: float


LIMITS: Final[dict[str, Limit]] = {
    "hip": Limit(-30.0, 130.0),
    "abduct": Limit(-25.0, 50.0),
    "turn": Limit(-40.0, 90.0),
    "knee": Limit(-3.0, 150.0),
    "ankle": Limit(-50.0, 20.0),
    "frontal": Limit(-15.0, 35.0),
    "toes": Limit(-35.0, 65.0),
    "arch": Limit(0.0, 14.0),
    "shoulder": Limit(-60.0, 185.0),
    "spread": Limit(-45.0, 175.0),
    "elbow": Limit(-2.0, 150.0),
    "wrist": Limit(-85.0, 85.0),
}
"""Ankle, frontal and toes: section 7.1 (S47). The others only keep a drawing human: app rule.

The arch rises 5 to 8 mm (section 7.3); drawings show up to twice as much, so that it is seen.
"""

LOADED_ANKLE_HIGH: Final = 40.0
"""Most dorsiflexion of a foot that carries weight: about +35 to +40 in a lunge (section 7.1)."""

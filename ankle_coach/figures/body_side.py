"""The whole body from the side: legs, trunk, head and arms as overlapping tapered shapes."""

from __future__ import annotations

import functools
import math
from typing import Final

from PySide6.QtGui import QPainterPath, QTransform

from ankle_coach.domain.pose import FOREARM, SHANK, THIGH, TRUNK, UPPER_ARM
from ankle_coach.domain.pose_kinematics import WAIST, FootPoints, SidePoints, Skeleton
from ankle_coach.domain.pose_vectors import UPRIGHT, Frame, Vec
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.outlines import (
    FACE,
    FOOT_OUTLINE,
    FOREARM_PROFILE,
    HAIR,
    HANDS,
    PELVIS_OUTLINE,
    SHANK_PROFILE,
    THIGH_PROFILE,
    TOE_OUTLINE,
    UPPER_ARM_PROFILE,
)
from ankle_coach.figures.shapes import Point, ellipse, open_curve, polygon
from ankle_coach.figures.stamps import (
    Shape,
    framed_at,
    kept,
    limb_stamp,
    line_at,
    outline_at,
    stamp,
    stamp_along,
)

SHORT_LEG: Final = ((-0.16, 40.0, 50.0), (0.0, 90.0, 98.0), (0.25, 94.0, 96.0), (0.56, 88.0, 85.0))
NECK: Final = ((-0.1, 60.0, 56.0), (0.3, 56.0, 54.0), (0.7, 50.0, 50.0), (1.1, 46.0, 48.0))
STRAIGHT: Final = 0.05
"""Bend in degrees below which the trunk is one rigid part."""

NECK_BONE: Final = 110.0
ARCH_PULL: Final = 1.0
"""Millimeters by which the foot gets shorter for each that its arch rises: 3 % for 8 mm (section 7.3)."""
SLEEVE: Final = ((-0.20, 26.0, 26.0), (-0.08, 54.0, 54.0), (0.15, 62.0, 62.0), (0.46, 56.0, 58.0))


def framed(frame: Frame, origin: Vec, points: tuple[Point, ...]) -> list[Point]:
    """Return points of a frame on the side view's canvas."""
    f, u = frame.forward, frame.up
    return [(origin.x + f.x * a + u.x * b, origin.y + f.y * a + u.y * b) for a, b in points]


class SideBody:
    """Paints one skeleton from the side; the working side is the near one."""

    def __init__(self, canvas: Canvas, body: Skeleton, eyes_closed: bool = False) -> None:
        """Keep what is drawn and on what."""
        self.canvas = canvas
        self.body = body
        self.eyes_closed = eyes_closed

    def far_limbs(self) -> None:
        """Draw the arm and leg that are farther away, darker."""
        self.arm(self.body.other, far=True)
        self.leg(self.body.other, far=True)

    def near_leg(self) -> None:
        """Draw the near leg."""
        self.leg(self.body.work, far=False)

    def near_body(self) -> None:
        """Draw neck, head, trunk."""
        self._neck()
        self._trunk()
        self._head()

    def near_arm(self) -> None:
        """Draw the near arm, over all else."""
        self.arm(self.body.work, far=False)

    def leg(self, side: SidePoints, far: bool) -> None:
        """Draw one leg with the short's leg over it."""
        canvas, colors = self.canvas, self.canvas.colors
        skin = colors.skin_far if far else colors.skin
        canvas.group(leg_shapes(canvas, side, skin), hatch=far)
        if not far:
            leg_details(canvas, side)
        cloth = colors.shorts_far if far else colors.shorts
        hip, knee = canvas.flat(side.hip), canvas.flat(side.knee)
        shapes = [limb_stamp(hip, knee, SHORT_LEG, THIGH, cloth, canvas.ink, len(SHORT_LEG))]
        if not far:
            shapes.append(stamp(self.body.pelvis_frame, self.body.pelvis, PELVIS_OUTLINE, cloth, canvas.ink))
        canvas.group(shapes, hatch=True)

    def _neck(self) -> None:
        """Draw the neck."""
        body, skin = self.body, self.canvas.colors.skin
        top = body.head_frame.place(body.skull, -6.0, 14.0)
        base = body.chest_frame.place(body.chest, -14.0, -30.0)
        neck = limb_stamp((base.x, base.y), (top.x, top.y), NECK, NECK_BONE, skin, self.canvas.ink)
        self.canvas.group([neck])

    def _trunk(self) -> None:
        """Draw the shirt."""
        body, canvas = self.body, self.canvas
        hips, chest = body.pelvis_frame, body.chest_frame.forward
        bend = math.degrees(math.atan2(chest.dot(hips.up), chest.dot(hips.forward)))
        at, cloth = framed_at(hips, body.pelvis), canvas.colors.shirt
        if abs(bend) < STRAIGHT:
            canvas.group([kept(shirt_path, (0.0,), at, cloth, canvas.ink)])
        else:
            canvas.group([(at.map(shirt_path(bend)), cloth)])

    def _head(self) -> None:
        """Draw the head in profile."""
        canvas, body, colors = self.canvas, self.body, self.canvas.colors
        frame, at = body.head_frame, body.skull
        canvas.group([stamp(frame, at, FACE, colors.skin, canvas.ink)])
        canvas.group([stamp(frame, at, HAIR, colors.hair, canvas.ink)])
        ear = frame.place(at, -12.0, 40.0)
        canvas.group([canvas.round((ear.x, ear.y), 15.0, 24.0, colors.skin)])
        line = colors.ink
        here = framed_at(frame, at)
        if self.eyes_closed:
            canvas.stroke(line_at(((58.0, 56.0), (66.0, 51.0), (76.0, 54.0)), here), line, 5.0)
        else:
            eye = frame.place(at, 68.0, 56.0)
            canvas.fill(ellipse((eye.x, eye.y), 5.5, 8.0), line)
        if not canvas.rich:
            return
        canvas.stroke(line_at(((52.0, 76.0), (66.0, 83.0), (82.0, 79.0)), here), colors.hair, 7.0)
        canvas.stroke(line_at(((66.0, -9.0), (76.0, -12.0), (84.0, -10.0)), here), colors.skin_line, 5.0)

    def arm(self, side: SidePoints, far: bool) -> None:
        """Draw one arm, its sleeve and its hand."""
        canvas, colors = self.canvas, self.canvas.colors
        skin = colors.skin_far if far else colors.skin
        a, b, c = canvas.flat(side.shoulder), canvas.flat(side.elbow), canvas.flat(side.wrist)
        shapes = [
            limb_stamp(a, b, UPPER_ARM_PROFILE, UPPER_ARM, skin, canvas.ink),
            limb_stamp(b, c, FOREARM_PROFILE, FOREARM, skin, canvas.ink),
        ]
        canvas.group([*shapes, *hand_shapes(canvas, side, skin)], hatch=far)
        hand_details(canvas, side)
        cloth = colors.shirt_far if far else colors.shirt
        canvas.group([limb_stamp(a, b, SLEEVE, UPPER_ARM, cloth, canvas.ink, len(SLEEVE))], hatch=far)


def shirt_path(bend: float) -> QPainterPath:
    """Return the shirt around the middle of the hips, its upper part turned by ``bend`` degrees."""
    upper = ((44.0, 66.0), (66.0, 30.0), (92.0, -40.0), (108.0, -120.0), (106.0, -200.0))
    lower = ((100.0, 170.0), (95.0, 110.0), (100.0, 38.0))
    hem = ((-106.0, 30.0), (-97.0, 96.0), (-84.0, 170.0))
    back = ((-98.0, -200.0), (-112.0, -120.0), (-106.0, -40.0), (-82.0, 30.0), (-60.0, 74.0))
    frame = UPRIGHT.pitched(bend)
    chest = frame.place(Vec(0.0, TRUNK * WAIST), 0.0, TRUNK * (1.0 - WAIST))
    path = open_curve([*framed(frame, chest, upper), *lower])
    path.connectPath(open_curve([*hem, *framed(frame, chest, back)]))
    path.closeSubpath()
    return path


def leg_shapes(canvas: Canvas, side: SidePoints, skin: str) -> list[Shape]:
    """Return thigh, knee, shank and foot."""
    hip, knee, ankle = canvas.flat(side.hip), canvas.flat(side.knee), canvas.flat(side.ankle)
    return [
        limb_stamp(hip, knee, THIGH_PROFILE, THIGH, skin, canvas.ink),
        knee_cap(canvas, hip, knee, ankle, skin),
        *shank_shapes(canvas, side, skin),
    ]


def shank_shapes(canvas: Canvas, side: SidePoints, skin: str) -> list[Shape]:
    """Return shank and foot."""
    knee, ankle = canvas.flat(side.knee), canvas.flat(side.ankle)
    shank = limb_stamp(knee, ankle, SHANK_PROFILE, SHANK, skin, canvas.ink)
    return [shank, *foot_shapes(canvas, side.foot, skin, side.arch)]


def knee_cap(canvas: Canvas, hip: Point, knee: Point, ankle: Point, skin: str) -> Shape:
    """Return the rounding of the knee, with the kneecap in front of it when it bends."""
    ux, uy = knee[0] - hip[0], knee[1] - hip[1]
    lx, ly = knee[0] - ankle[0], knee[1] - ankle[1]
    ul, ll = math.hypot(ux, uy) or 1.0, math.hypot(lx, ly) or 1.0
    fx, fy = ux / ul + lx / ll, uy / ul + ly / ll
    bend = min(1.0, math.hypot(fx, fy))
    size = math.hypot(fx, fy) or 1.0
    shift = 14.0 * bend
    return canvas.round((knee[0] + fx / size * shift, knee[1] + fy / size * shift), 51.0, 51.0, skin)


def foot_shapes(canvas: Canvas, foot: FootPoints, skin: str, arch: float = 0.0) -> list[Shape]:
    """Return the foot and its toes, which bend at the ball; a lifted arch pulls the ball to the heel."""
    outline = arched(round(arch, 1)) if arch else FOOT_OUTLINE
    ball = foot.ball.plus(foot.frame.forward, -ARCH_PULL * arch)
    return [
        stamp(foot.frame, foot.ankle, outline, skin, canvas.ink),
        stamp(foot.toe_frame, ball, TOE_OUTLINE, skin, canvas.ink),
    ]


@functools.lru_cache(maxsize=256)
def arched(arch: float) -> tuple[Point, ...]:
    """Return the foot's outline with its arch lifted by so many millimeters."""
    points = []
    for x, y in FOOT_OUTLINE:
        along = min(1.0, max(0.0, (x + 40.0) / 150.0))
        dome = math.sin(math.pi * along) ** 2
        lift = arch * dome * (1.0 if y < -40.0 else 0.55 if y < 20.0 and x > 0.0 else 0.0)
        points.append((x - ARCH_PULL * arch * along, y + lift))
    return tuple(points)


def leg_details(canvas: Canvas, side: SidePoints) -> None:
    """Draw ankle bone, Achilles crease and toenail where there is room for them."""
    if not canvas.rich:
        return
    foot, line = side.foot, canvas.colors.skin_line
    width = canvas.ink * 0.75
    ankle, ball = framed_at(foot.frame, foot.ankle), framed_at(foot.toe_frame, foot.ball)
    bone = ((-16.0, 2.0), (-10.0, -13.0), (4.0, -13.0), (10.0, 0.0))
    canvas.stroke(line_at(bone, ankle), line, width)
    nail = ((53.0, 28.5), (63.0, 26.0), (71.5, 17.0), (60.0, 19.0))
    canvas.fill(outline_at(nail, ball), canvas.colors.nail)
    canvas.stroke(line_at(((52.0, 2.0), (46.0, 8.0), (47.0, 13.0)), ball), line, width)


def _hand_frame(side: SidePoints, canvas: Canvas, thumb: float) -> tuple[Point, Point, Point]:
    """Return the wrist, the direction of the fingers and the thumb's side."""
    wrist, tip = canvas.flat(side.wrist), canvas.flat(side.finger)
    dx, dy = tip[0] - wrist[0], tip[1] - wrist[1]
    size = math.hypot(dx, dy) or 1.0
    return wrist, (dx / size, dy / size), (-dy / size * thumb, dx / size * thumb)


def hand_shapes(canvas: Canvas, side: SidePoints, skin: str, thumb: float = 1.0) -> list[Shape]:
    """Return palm with fingers, and thumb; ``thumb`` is -1 where it lies on the other edge."""
    at, along, across = _hand_frame(side, canvas, thumb)
    return [stamp_along(part, at, along, across, skin, canvas.ink) for part in HANDS[side.hand.value]]


def hand_details(canvas: Canvas, side: SidePoints, thumb: float = 1.0) -> None:
    """Draw the lines between fingers."""
    if not canvas.rich:
        return
    color, width = canvas.colors.skin_line, canvas.ink * 0.7
    lines: tuple[tuple[Point, ...], ...]
    if side.hand.value == "grip":
        lines = (
            ((122.0, 20.0), (100.0, 16.0)),
            ((125.0, 2.0), (98.0, 0.0)),
            ((121.0, -18.0), (96.0, -17.0)),
            ((30.0, 24.0), (56.0, 32.0), (84.0, 30.0)),
        )
    elif side.hand.value == "relaxed":
        lines = (
            ((108.0, 12.0), (162.0, 2.0)),
            ((104.0, -4.0), (158.0, -7.0)),
            ((96.0, -18.0), (142.0, -17.0)),
        )
    else:
        lines = (((52.0, 12.0), (92.0, 8.0)),)
    at, along, across = _hand_frame(side, canvas, thumb)
    place = QTransform(*along, *across, *at)
    for line in lines:
        canvas.stroke(line_at(line, place), color, width)


__all__ = ["SideBody", "foot_shapes", "framed", "knee_cap", "leg_details", "polygon", "shank_shapes"]

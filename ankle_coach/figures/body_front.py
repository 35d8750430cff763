"""The whole body from the front, for standing on one leg, boards and side steps."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QPainterPath, QTransform

from ankle_coach.domain import pose as bones
from ankle_coach.domain.pose import View
from ankle_coach.domain.pose_kinematics import SidePoints, Skeleton
from ankle_coach.domain.pose_vectors import Frame, Vec
from ankle_coach.figures.body_side import hand_details, hand_shapes
from ankle_coach.figures.canvas import RISE, Canvas
from ankle_coach.figures.foot_views import FootEye
from ankle_coach.figures.shapes import Point, ellipse, open_curve
from ankle_coach.figures.stamps import Shape, kept, limb_stamp, line_at, stamp_along

THIGH_FRONT: Final = (
    (-0.06, 55.0, 55.0),
    (0.0, 76.0, 76.0),
    (0.25, 76.0, 80.0),
    (0.5, 64.0, 70.0),
    (0.75, 52.0, 57.0),
    (0.92, 47.0, 51.0),
    (1.0, 46.0, 48.0),
    (1.05, 34.0, 36.0),
)
SHANK_FRONT: Final = (
    (-0.06, 32.0, 34.0),
    (0.0, 46.0, 48.0),
    (0.1, 46.0, 49.0),
    (0.24, 53.0, 55.0),
    (0.35, 54.0, 54.0),
    (0.5, 46.0, 46.0),
    (0.7, 34.0, 35.0),
    (0.88, 29.0, 30.0),
    (1.0, 31.0, 32.0),
    (1.04, 26.0, 26.0),
)
SHORT_FRONT: Final = ((-0.12, 40.0, 40.0), (0.0, 80.0, 78.0), (0.28, 85.0, 88.0), (0.56, 81.0, 88.0))
UPPER_ARM: Final = (
    (-0.1, 24.0, 24.0),
    (0.0, 44.0, 46.0),
    (0.35, 42.0, 44.0),
    (0.7, 36.0, 38.0),
    (1.0, 33.0, 34.0),
    (1.08, 20.0, 20.0),
)
FOREARM: Final = (
    (-0.1, 20.0, 20.0),
    (0.0, 34.0, 35.0),
    (0.2, 36.0, 38.0),
    (0.55, 30.0, 31.0),
    (1.0, 21.0, 21.0),
    (1.06, 16.0, 16.0),
)
SLEEVE: Final = ((-0.1, 20.0, 22.0), (0.0, 46.0, 48.0), (0.2, 54.0, 55.0), (0.46, 53.0, 54.0))
FACE: Final = (
    (0.0, -62.0),
    (30.0, -54.0),
    (58.0, -22.0),
    (71.0, 24.0),
    (76.0, 76.0),
    (70.0, 124.0),
    (40.0, 160.0),
    (0.0, 168.0),
)
HAIR: Final = (
    (79.0, 62.0),
    (88.0, 106.0),
    (80.0, 152.0),
    (44.0, 182.0),
    (0.0, 189.0),
    (-44.0, 182.0),
    (-80.0, 152.0),
    (-88.0, 106.0),
    (-79.0, 62.0),
    (-70.0, 84.0),
    (-60.0, 116.0),
    (-20.0, 128.0),
    (24.0, 124.0),
    (58.0, 112.0),
    (69.0, 86.0),
)
SEAT: Final = (
    (-110.0, 70.0),
    (-148.0, 40.0),
    (-166.0, -30.0),
    (-90.0, -70.0),
    (0.0, -86.0),
    (90.0, -70.0),
    (166.0, -30.0),
    (148.0, 40.0),
    (110.0, 70.0),
)
NECK_BONE: Final = 140.0
"""Base of the neck to the skull, in millimeters."""

RIGID: Final = 0.9999996
"""Cosine of the bend (0.05 degrees) up to which a trunk counts as one rigid part."""

Place = Callable[[tuple[Point, ...]], list[Point]]
Rows = tuple[tuple[float, float, float], ...]


@functools.lru_cache(maxsize=64)
def _mirrored(rows: Rows) -> Rows:
    """Return a profile with inner and outer side exchanged, for the other side."""
    return tuple((t, outer, inner) for t, inner, outer in rows)


def _shirt_path(upper: Place, lower: Place) -> QPainterPath:
    """Return the shirt; ``upper`` and ``lower`` place points of the chest and of the hips (right, up)."""
    chest = ((62.0, 62.0), (122.0, 46.0), (184.0, 32.0), (176.0, -70.0), (160.0, -150.0), (148.0, -260.0))
    hips = ((140.0, 180.0), (146.0, 100.0), (160.0, 26.0))
    path = open_curve([*upper(chest), *lower(hips)])
    rest = [*lower(tuple((-x, y) for x, y in reversed(hips)))]
    rest += upper(tuple((-x, y) for x, y in reversed(chest)))
    path.connectPath(open_curve(rest))
    dip = upper(((-40.0, 22.0), (40.0, 22.0), (62.0, 62.0)))
    path.cubicTo(*dip[0], *dip[1], *dip[2])
    path.closeSubpath()
    return path


def _straight_shirt() -> QPainterPath:
    """Return the shirt of a straight trunk around the middle of the hips."""
    return _shirt_path(lambda points: [(x, y + bones.TRUNK) for x, y in points], list)


class FrontBody:
    """Paints one skeleton from the front; the person's right is on the left of the picture."""

    def __init__(self, canvas: Canvas, body: Skeleton, eyes_closed: bool = False) -> None:
        """Keep what is drawn and on what."""
        self.canvas = canvas
        self.body = body
        self.eyes_closed = eyes_closed

    def draw(self) -> None:
        """Draw the limb that is farther away first."""
        body, colors = self.body, self.canvas.colors
        sides = [(body.work, 1.0), (body.other, -1.0)]
        sides.sort(key=lambda pair: self._nearness(pair[0]))
        for side, sign in sides:
            behind = side.ankle.x < side.knee.x - 170.0
            self._leg(side, sign, colors.skin_far if behind else colors.skin)
        self._shorts()
        self._neck()
        arms = [(body.work, 1.0), (body.other, -1.0)]
        reach = -1000.0 if self.canvas.above else 90.0
        raised = [pair for pair in arms if pair[0].elbow.x > body.chest.x + reach]
        for side, sign in arms:
            if (side, sign) not in raised:
                self._arm(side, sign)
        self._shirt([pair for pair in arms if pair not in raised])
        self._head()
        for side, sign in raised:
            self._arm(side, sign)
            self.canvas.group([self._sleeve(side, sign)])

    def _nearness(self, side: SidePoints) -> float:
        """Return how near a lower leg is to the camera."""
        x, y = side.ankle.x + side.knee.x, side.ankle.y + side.knee.y
        return x * math.cos(RISE) + y * math.sin(RISE) if self.canvas.above else x

    def _limb(
        self, a: Vec, b: Vec, rows: Rows, bone: float, sign: float, color: str, cut: bool = False
    ) -> Shape:
        """Return a limb whose rows are share, inner width and outer width."""
        rows = rows if sign > 0 else _mirrored(rows)
        canvas = self.canvas
        return limb_stamp(
            canvas.flat(a), canvas.flat(b), rows, bone, color, canvas.ink, len(rows) if cut else 0
        )

    def _leg(self, side: SidePoints, sign: float, skin: str) -> None:
        """Draw one leg and its foot."""
        canvas = self.canvas
        shank = skin
        thigh_skin = canvas.colors.skin
        foot = FootEye(canvas, side, View.FOOT_FRONT, sign, world=True, skin=shank)
        behind = shank != thigh_skin
        lower: list[Shape] = [self._limb(side.knee, side.ankle, SHANK_FRONT, bones.SHANK, sign, shank)]
        upper: list[Shape] = [
            self._limb(side.hip, side.knee, THIGH_FRONT, bones.THIGH, sign, thigh_skin),
            canvas.round(canvas.flat(side.knee), 46.0, 46.0, thigh_skin),
        ]
        # A crossed foot is seen with its hollows; a planted one is a simple outline.
        crossed = canvas.above and side.ankle.y > 0.5 * side.knee.y
        lower += [*foot.shapes(), *foot.toe_shapes()] if crossed else [foot.outline()]
        if behind:
            canvas.group(lower, hatch=True)
            canvas.group(upper)
        else:
            canvas.group([*upper, *lower])
        if canvas.rich and not crossed:
            foot.draw_toe_lines()
        self._knee_lines(side)

    def _knee_lines(self, side: SidePoints) -> None:
        """Draw the lower edge of the kneecap."""
        if self.canvas.rich:
            x, y = self.canvas.flat(side.knee)
            line = open_curve(((x - 22, y - 14), (x - 8, y - 26), (x + 8, y - 26), (x + 22, y - 14)))
            self.canvas.stroke(line, self.canvas.colors.skin_line, self.canvas.ink * 0.7)

    def _shorts(self) -> None:
        """Draw the shorts: the pelvis and both legs, the forward one last."""
        body, cloth = self.body, self.canvas.colors.shorts
        frame, at = body.pelvis_frame, body.pelvis
        canvas = self.canvas
        where = canvas.flat(at), canvas.flat(frame.right), canvas.flat(frame.up)
        shapes = [stamp_along(SEAT, *where, cloth, canvas.ink)]
        for side, sign in ((body.work, 1.0), (body.other, -1.0)):
            shapes.append(self._limb(side.hip, side.knee, SHORT_FRONT, bones.THIGH, sign, cloth, cut=True))
        self.canvas.group(shapes, hatch=True)
        fly = self._framed(frame, at, ((0.0, -30.0), (2.0, -60.0), (0.0, -84.0)))
        self.canvas.stroke(open_curve(fly), "", self.canvas.ink * 0.8)

    def _framed(self, frame: Frame, at: Vec, points: tuple[Point, ...]) -> list[Point]:
        """Return points given as right and up in a frame."""
        return [self.canvas.flat(frame.place(at, 0.0, up, right)) for right, up in points]

    def _neck(self) -> None:
        """Draw the neck."""
        body = self.body
        top = body.head_frame.place(body.skull, 0.0, 10.0)
        base = body.chest_frame.place(body.chest, 0.0, 6.0)
        rows = ((-0.1, 76.0, 76.0), (0.25, 58.0, 58.0), (0.6, 52.0, 52.0), (1.0, 52.0, 52.0))
        canvas = self.canvas
        neck = limb_stamp(
            canvas.flat(base), canvas.flat(top), rows, NECK_BONE, canvas.colors.skin, canvas.ink
        )
        canvas.group([neck])

    def _sleeve(self, side: SidePoints, sign: float) -> Shape:
        """Return one sleeve."""
        cloth = self.canvas.colors.shirt
        return self._limb(side.shoulder, side.elbow, SLEEVE, bones.UPPER_ARM, sign, cloth, cut=True)

    def _shirt(self, sleeves: list[tuple[SidePoints, float]]) -> None:
        """Draw the shirt with a round neckline, in one piece with these sleeves."""
        body, canvas = self.body, self.canvas
        hips, chest, cloth = body.pelvis_frame, body.chest_frame, canvas.colors.shirt
        shirt: Shape | tuple[QPainterPath, str]
        if chest.forward.dot(hips.forward) > RIGID and chest.up.dot(hips.up) > RIGID:
            at = QTransform(*canvas.flat(hips.right), *canvas.flat(hips.up), *canvas.flat(body.pelvis))
            shirt = kept(_straight_shirt, (), at, cloth, canvas.ink)
        else:
            lower = functools.partial(self._framed, hips, body.pelvis)
            shirt = (_shirt_path(functools.partial(self._framed, chest, body.chest), lower), cloth)
        canvas.group([shirt, *(self._sleeve(*pair) for pair in sleeves)])
        for sign in (-1.0, 1.0):
            seam = ((sign * 166.0, 20.0), (sign * 152.0, -24.0), (sign * 154.0, -74.0))
            line = open_curve(self._framed(body.chest_frame, body.chest, seam))
            self.canvas.stroke(line, self.canvas.colors.shirt_far if not self.canvas.colors.hatch else "")

    def _head(self) -> None:
        """Draw the face from the front."""
        canvas, body, colors = self.canvas, self.body, self.canvas.colors
        frame, at = body.head_frame, body.skull
        face = FACE + tuple((-x, y) for x, y in reversed(FACE[1:-1]))
        ears: list[Shape] = [
            canvas.round(self._framed(frame, at, ((x, 46.0),))[0], 14.0, 24.0, colors.skin)
            for x in (-78.0, 78.0)
        ]
        middle, right, up = canvas.flat(at), canvas.flat(frame.right), canvas.flat(frame.up)
        canvas.group([*ears, stamp_along(face, middle, right, up, colors.skin, canvas.ink)])
        canvas.group([stamp_along(HAIR, middle, right, up, colors.hair, canvas.ink)])
        place = QTransform(*right, *up, *middle)
        for side in (-1.0, 1.0):
            brow = tuple((side * x, y) for x, y in ((16.0, 78.0), (32.0, 83.0), (47.0, 78.0)))
            canvas.stroke(line_at(brow, place), colors.hair, 7.0)
            if self.eyes_closed:
                lid = tuple((side * x, y) for x, y in ((20.0, 56.0), (31.0, 51.0), (42.0, 56.0)))
                canvas.stroke(line_at(lid, place), colors.ink, 5.0)
            else:
                canvas.fill(ellipse(self._framed(frame, at, ((side * 31.0, 56.0),))[0], 5.5, 8.0), colors.ink)
        nose, mouth = (
            ((-4.0, 44.0), (-10.0, 18.0), (2.0, 13.0)),
            ((-19.0, -13.0), (0.0, -19.0), (19.0, -13.0)),
        )
        canvas.stroke(line_at(nose, place), colors.skin_line, 5.0)
        canvas.stroke(line_at(mouth, place), colors.skin_line, 6.0)

    def _arm(self, side: SidePoints, sign: float) -> None:
        """Draw one arm, its hand and its sleeve."""
        canvas, colors = self.canvas, self.canvas.colors
        shapes: list[Shape] = [
            self._limb(side.shoulder, side.elbow, UPPER_ARM, bones.UPPER_ARM, sign, colors.skin),
            self._limb(side.elbow, side.wrist, FOREARM, bones.FOREARM, sign, colors.skin),
        ]
        canvas.group([*shapes, *hand_shapes(canvas, side, colors.skin, -sign)])
        hand_details(canvas, side, -sign)

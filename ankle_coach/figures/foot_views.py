"""The lower leg close up, and the foot from the front, from the sole and from the person's own eyes."""

from __future__ import annotations

import itertools
import math
from typing import Final

from ankle_coach.domain.pose import View
from ankle_coach.domain.pose_kinematics import SidePoints
from ankle_coach.domain.pose_vectors import Frame, Vec
from ankle_coach.figures.body_side import knee_cap, leg_details, shank_shapes
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.outlines import THIGH_PROFILE
from ankle_coach.figures.shapes import (
    Point,
    capsule,
    closed_curve,
    hull,
    limb_points,
    open_curve,
    turned_ellipse,
)
from ankle_coach.figures.stamps import Shape, limb_stamp

Ball3 = tuple[float, float, float, float]
"""A round part of the foot: forward, up, outward and radius, in millimeters from the ankle joint."""

HEEL: Final[Ball3] = (-36.0, -40.0, 0.0, 28.0)
NECK: Final[Ball3] = (2.0, 4.0, 0.0, 35.0)
MIDDLE: Final[Ball3] = (58.0, -34.0, 6.0, 28.0)
OUTER: Final[Ball3] = (40.0, -52.0, 24.0, 16.0)
FIRST: Final[Ball3] = (120.0, -48.0, -27.0, 19.0)
FIFTH: Final[Ball3] = (98.0, -54.0, 33.0, 14.0)
TOES: Final[tuple[tuple[Ball3, Ball3], ...]] = (
    ((122.0, -50.0, -29.0, 17.0), (192.0, -55.0, -30.0, 15.0)),
    ((124.0, -52.0, -7.0, 12.0), (190.0, -58.0, -7.0, 10.5)),
    ((118.0, -53.0, 9.0, 11.5), (179.0, -59.0, 10.0, 10.0)),
    ((110.0, -54.0, 22.5, 11.0), (167.0, -60.0, 25.0, 9.5)),
    ((100.0, -55.0, 34.5, 10.5), (151.0, -60.0, 38.0, 9.0)),
)
SHIN_SHOWN: Final = 125.0
"""How much of the shin is drawn above the ankle; it is cut where the picture ends."""

OWN_EYES: Final = math.radians(24.0)
"""How far in front of the shin the person's eyes are when they look down at the own foot."""


def draw_leg(canvas: Canvas, side: SidePoints) -> None:
    """Draw the lower leg from the side, its thigh cut off above the knee."""
    skin = canvas.colors.skin
    hip, knee, ankle = canvas.flat(side.hip), canvas.flat(side.knee), canvas.flat(side.ankle)
    rows = ((0.52, 74.0, 73.0), (0.64, 68.0, 67.0), *(row for row in THIGH_PROFILE if row[0] > 0.7))
    points = limb_points(hip, knee, rows)
    stub = open_curve(points)
    first, last = points[0], points[-1]
    dx, dy = (knee[0] - hip[0]) * 0.03, (knee[1] - hip[1]) * 0.03
    third = ((first[0] * 2 + last[0]) / 3, (first[1] * 2 + last[1]) / 3)
    two = ((first[0] + last[0] * 2) / 3, (first[1] + last[1] * 2) / 3)
    stub.cubicTo(two[0] + dx, two[1] + dy, third[0] - dx, third[1] - dy, first[0], first[1])
    stub.closeSubpath()
    canvas.group([(stub, skin), knee_cap(canvas, hip, knee, ankle, skin), *shank_shapes(canvas, side, skin)])
    leg_details(canvas, side)


class FootEye:
    """Looks at one foot from a camera that is fixed to its shin."""

    def __init__(
        self,
        canvas: Canvas,
        side: SidePoints,
        view: View,
        sign: float = 1.0,
        world: bool = False,
        skin: str = "",
    ) -> None:
        """Set the camera.

        Args:
            canvas: Where the foot is drawn, around its ankle.
            side: Whose foot.
            view: Front, sole or top (the person's own eyes).
            sign: +1 for a right foot, -1 for a left one.
            world: Seen with the whole body's camera instead.
            skin: Another skin color than the near one.
        """
        self.canvas, self.side, self.sign = canvas, side, sign
        self.view = view
        self.world = world
        self.skin = skin or canvas.colors.skin
        up = side.knee.minus(side.ankle).unit()
        right = Vec(0.0, 0.0, 1.0)
        self._shin = Frame(up.cross(right), up, right)

    def flat(self, point: Vec) -> Point:
        """Return a point of space as the camera sees it, around the ankle."""
        if self.world:
            return self.canvas.flat(point)
        way = point.minus(self.side.ankle)
        forward, up, right = (way.dot(axis) for axis in self._shin)
        if self.view is View.FOOT_FRONT:
            return (-right, up)
        if self.view is View.FOOT_SOLE:
            return (-right, forward)
        return (right, forward * math.cos(OWN_EYES) - up * math.sin(OWN_EYES))

    def at(self, part: Ball3, toe: bool = False) -> Point:
        """Return where a part of the foot is seen; toes turn with the ball of the foot."""
        forward, up, out, _ = part
        foot = self.side.foot
        if not toe:
            return self.flat(foot.frame.place(foot.ankle, forward, up, out * self.sign))
        ball = (62.5, 68.25)
        return self.flat(
            foot.toe_frame.place(foot.ball, forward - 191.5 + ball[0], up + ball[1], out * self.sign)
        )

    def joined(self, first: Ball3, second: Ball3) -> Shape:
        """Return the hull of two round parts."""
        return self.canvas.capsule(self.at(first), self.at(second), first[3], second[3], self.skin)

    def draw(self) -> None:
        """Draw shin, foot and toes in the order of their distance."""
        if self.view is View.FOOT_SOLE:
            self.draw_toes()
            self._foot(shin=False)
            self._sole()
        elif self.view is View.FOOT_FRONT:
            self._foot(shin=True)
            self.draw_toes()
        else:
            self.draw_toes()
            self._foot(shin=True)

    def shin_shape(self) -> Shape:
        """Return the shin, from the ankle up."""
        a = self.at((0.0, 0.0, 0.0, 0.0))
        top = self.flat(self.side.ankle.plus(self._shin.up, SHIN_SHOWN))
        rows = ((-0.2, 20.0, 20.0), (0.0, 35.0, 35.0), (0.4, 33.0, 33.0), (1.0, 42.0, 42.0))
        return limb_stamp(a, top, rows, SHIN_SHOWN, self.skin, self.canvas.ink, len(rows))

    def _foot(self, shin: bool) -> None:
        """Draw the foot without its toes."""
        shapes = self.shapes()
        if shin:
            shapes.append(self.shin_shape())
        self.canvas.group(shapes)
        if self.view is View.FOOT_FRONT and self.canvas.rich:
            self._bones()

    def shapes(self) -> list[Shape]:
        """Return the foot without its toes."""
        return [
            self.joined(HEEL, NECK),
            self.joined(HEEL, OUTER),
            self.joined(OUTER, FIFTH),
            self.joined(NECK, MIDDLE),
            self.joined(HEEL, MIDDLE),
            self.joined(MIDDLE, FIRST),
            self.joined(MIDDLE, FIFTH),
            self.joined(FIRST, FIFTH),
            self._web(),
        ]

    def _web(self) -> Shape:
        """Return the area between heel and the balls of the toes."""
        corners = (HEEL, OUTER, FIFTH, FIRST, MIDDLE)
        # Its edge lies within the round parts: the rim need not be wider.
        web = closed_curve([self.at(part) for part in corners], 0.6)
        return Shape(web, self.skin, web)

    def _bones(self) -> None:
        """Draw inner and outer ankle bone."""
        for out in (-31.0, 31.0):
            x, y = self.at((0.0, 2.0, out, 0.0))
            bend = 9.0 if x > 0 else -9.0
            line = open_curve(((x - bend * 0.4, y + 13.0), (x + bend * 0.7, y), (x - bend * 0.4, y - 12.0)))
            self.canvas.stroke(line, self.canvas.colors.skin_line, self.canvas.ink * 0.75)

    def toe_shapes(self) -> list[Shape]:
        """Return the five toes."""
        shapes: list[Shape] = []
        for base, tip in reversed(TOES):
            a, b = self.at(base, toe=True), self.at(tip, toe=True)
            shapes.append(self.canvas.capsule(a, b, base[3], tip[3], self.skin))
        return shapes

    def outline(self) -> Shape:
        """Return foot and toes as one simple outline, for a small foot."""
        parts = [(self.at(part), part[3]) for part in (HEEL, NECK, OUTER, FIFTH, FIRST)]
        parts += [(self.at(tip, toe=True), tip[3]) for _, tip in TOES]
        inner, rim = hull(parts, self.canvas.ink)
        return Shape(inner, self.skin, rim)

    def draw_toes(self) -> None:
        """Draw the five toes, each with its outline, and their nails where they are seen."""
        canvas = self.canvas
        for shape, (_, tip) in zip(self.toe_shapes(), reversed(TOES), strict=True):
            canvas.group([shape])
            if canvas.rich and self.view is not View.FOOT_SOLE:
                nail = self.at((tip[0] + tip[3] * 0.25, tip[1] + tip[3] * 0.75, tip[2], 0.0), toe=True)
                canvas.group([canvas.round(nail, tip[3] * 0.55, tip[3] * 0.5, canvas.colors.nail)])

    def draw_toe_lines(self) -> None:
        """Draw only the gaps between the toes, for a small foot."""
        for (_, first), (_, second) in itertools.pairwise(TOES):
            (ax, ay), (bx, by) = self.at(first, toe=True), self.at(second, toe=True)
            x, y = (ax + bx) / 2, (ay + by) / 2
            line = ((x, y - 9.0), (x, y + 9.0))
            self.canvas.line(line, self.canvas.colors.skin_line, self.canvas.ink * 0.6)

    def _sole(self) -> None:
        """Draw the pads of heel and ball on the sole."""
        canvas, colors = self.canvas, self.canvas.colors
        pads = [
            (turned_ellipse(self.at((-34.0, -68.0, 0.0, 0.0)), 20.0, 24.0, 0.0), colors.skin_far),
            (
                capsule(self.at((118.0, -68.0, -24.0, 0.0)), self.at((102.0, -68.0, 26.0, 0.0)), 15.0, 12.0),
                colors.skin_far,
            ),
        ]
        for path, color in pads:
            if not colors.hatch:
                canvas.fill(path, color)
            else:
                canvas.hatched(path)

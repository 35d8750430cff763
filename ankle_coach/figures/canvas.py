"""A canvas in millimeters, y up: groups of shapes with one common outline, lines and hatching."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from ankle_coach.domain.pose import View
from ankle_coach.domain.pose_vectors import Vec
from ankle_coach.figures.shapes import Point, capsule, ellipse, hatching, rounded_box
from ankle_coach.figures.stamps import Shape
from ankle_coach.figures.tones import FigureColors


@functools.lru_cache(maxsize=256)
def _brush(color: str) -> QBrush:
    """Return the brush of a color; making one costs more than drawing with it."""
    return QBrush(QColor(color))


@functools.lru_cache(maxsize=512)
def _pen(color: str, width: float, dash: tuple[float, ...]) -> QPen:
    """Return a round pen of a color."""
    pen = QPen(
        _brush(color), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    if dash:
        pen.setDashPattern(list(dash))
    return pen


RISE = math.radians(36.0)
"""How high the camera of the view from above stands."""

FROM_ABOVE = (math.cos(RISE), math.sin(RISE))
"""How much of a height, and of a way forward, is seen as height from there."""


def flattened(view: View, x: float, y: float, z: float) -> Point:
    """Return where a point of space is in a view, in millimeters."""
    if not view.facing:
        return (x, y)
    return (-z, y * FROM_ABOVE[0] - x * FROM_ABOVE[1]) if view is View.ABOVE else (-z, y)


class Canvas:
    """Draws with one painter whose transform is already in millimeters."""

    def __init__(self, painter: QPainter, colors: FigureColors, view: View, ink: float, rich: bool) -> None:
        """Keep the painter.

        Args:
            painter: Set to millimeters, y up.
            colors: What to draw with.
            view: Decides how space is flattened.
            ink: Width of outlines in millimeters.
            rich: Whether small details (nails, creases) are worth drawing at this size.
        """
        self.painter = painter
        self.colors = colors
        self.ink = ink
        self.rich = rich
        self.view = view
        self.above = view is View.ABOVE
        self._side = not view.facing
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def on(self, painter: QPainter) -> Canvas:
        """Return the same canvas on another painter with the same transform."""
        return Canvas(painter, self.colors, self.view, self.ink, self.rich)

    def flat(self, point: Vec) -> Point:
        """Return where a point of space is on the canvas."""
        if self._side:
            return (point.x, point.y)
        return (-point.z, point.y * FROM_ABOVE[0] - point.x * FROM_ABOVE[1] if self.above else point.y)

    def brush(self, color: str) -> QBrush:
        """Return the brush of a color."""
        return _brush(color)

    def pen(self, color: str, width: float, dash: Sequence[float] = ()) -> QPen:
        """Return a round pen."""
        return _pen(color, width, tuple(dash))

    def group(self, shapes: Sequence[Shape | tuple[QPainterPath, str]], hatch: bool = False) -> None:
        """Draw shapes with one outline around their union: all in ink first, then all filled without pen."""
        painter = self.painter
        whole = [Shape(*shape) for shape in shapes]
        plain = [shape.path for shape in whole if shape.rim is None]
        if plain:
            painter.setPen(self.pen(self.colors.ink, self.ink * 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for path in plain:
                painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.brush(self.colors.ink))
        for shape in whole:
            if shape.rim is not None:
                painter.drawPath(shape.rim)
        for shape in whole:
            painter.setBrush(self.brush(shape.color))
            painter.drawPath(shape.path)
        if hatch and self.colors.hatch:
            for shape in whole:
                self.hatched(shape.path)

    def round(self, center: Point, rx: float, ry: float, color: str) -> Shape:
        """Return an ellipse with its rim."""
        return Shape(ellipse(center, rx, ry), color, ellipse(center, rx + self.ink, ry + self.ink))

    def capsule(self, a: Point, b: Point, ra: float, rb: float, color: str) -> Shape:
        """Return the hull of two circles with its rim."""
        return Shape(capsule(a, b, ra, rb), color, capsule(a, b, ra + self.ink, rb + self.ink))

    def box(
        self, left: float, bottom: float, width: float, height: float, radius: float, color: str
    ) -> Shape:
        """Return a box with round corners and its rim."""
        ink = self.ink
        rim = rounded_box(left - ink, bottom - ink, width + 2 * ink, height + 2 * ink, radius + ink)
        return Shape(rounded_box(left, bottom, width, height, radius), color, rim)

    def card(self, left: float, bottom: float, width: float, height: float, radius: float) -> None:
        """Draw a card of paper; its edge has the floor's color, which is seen on light and on dark ground."""
        for spread, color in ((self.ink, self.colors.ground), (0.0, self.colors.paper)):
            box = rounded_box(
                left - spread, bottom - spread, width + 2 * spread, height + 2 * spread, radius + spread
            )
            self.fill(box, color)

    def tubes(self, lines: Sequence[tuple[Point, Point]], width: float, color: str) -> None:
        """Draw straight round bars with one outline; far cheaper than shapes."""
        self.lines(lines, self.colors.ink, width + self.ink * 2.0)
        self.lines(lines, color, width)

    def disc(self, center: Point, radius: float, color: str) -> None:
        """Draw a disk with an outline."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        for fill, size in ((self.colors.ink, radius + self.ink), (color, radius)):
            self.painter.setBrush(self.brush(fill))
            self.painter.drawEllipse(QPointF(*center), size, size)

    def lines(self, lines: Sequence[tuple[Point, Point]], color: str, width: float) -> None:
        """Draw separate straight lines."""
        self.painter.setPen(self.pen(color, width))
        self.painter.drawLines([QLineF(*a, *b) for a, b in lines])

    def fill(self, path: QPainterPath, color: str) -> None:
        """Fill a path without outline."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.brush(color))
        self.painter.drawPath(path)

    def hatched(self, path: QPainterPath, gap: float = 0.0, rising: bool = True) -> None:
        """Cover a path with thin slanted lines."""
        self.painter.setPen(self.pen(self.colors.ink, self.ink * 0.55))
        lines = [QLineF(a, b) for a, b in hatching(path, gap or self.ink * 4.5, rising)]
        self.painter.drawLines(lines)

    def stroke(
        self, path: QPainterPath, color: str = "", width: float = 0.0, dash: Sequence[float] = ()
    ) -> None:
        """Draw a path's line; no color = ink, no width = the outline's."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(self.pen(color or self.colors.ink, width or self.ink, dash))
        self.painter.drawPath(path)

    def line(
        self, points: Iterable[Point], color: str = "", width: float = 0.0, dash: Sequence[float] = ()
    ) -> None:
        """Draw straight lines through points."""
        self.painter.setPen(self.pen(color or self.colors.ink, width or self.ink, dash))
        self.painter.drawPolyline([QPointF(x, y) for x, y in points])

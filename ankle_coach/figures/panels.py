"""A row of pictures: where each stands, and the arrows and numbers that say in which order."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QTransform

from ankle_coach.domain.pose import View
from ankle_coach.domain.pose_figure import Arrow
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.marks import draw_arrow
from ankle_coach.figures.tones import FigureColors

GAP = 0.12
"""Space between two pictures, as a share of a picture's width."""

TIGHT = 0.03
"""The same in a small row, whose pictures need all the room."""

NUMBERED = 72.0
"""Width from which a picture has room for its number and the arrow to the next, in pixels."""

TALL = 1.9
"""A person's height against the width of a picture, when the rows are chosen."""


def cells(rect: QRectF, count: int) -> list[QRectF]:
    """Return the places of ``count`` pictures in reading order, as large as they can be."""
    columns = max(range(1, count + 1), key=lambda n: _fits(rect, n, -(-count // n)))
    rows = -(-count // columns)
    width, height = rect.width() / columns, rect.height() / rows
    gap = GAP if count < 3 or width >= NUMBERED else TIGHT
    places = []
    for index in range(count):
        row, column = divmod(index, columns)
        missing = columns * rows - count if row == rows - 1 else 0
        left = rect.left() + (column + missing / 2) * width
        places.append(
            QRectF(left + width * gap / 2, rect.top() + row * height, width * (1 - gap), height * 0.96)
        )
    return places


def picture(place: QRectF, count: int) -> QRectF:
    """Return a place without the line of its number, which only more than two pictures have."""
    if count < 3 or _is_tight(place):
        return place
    return place.adjusted(0.0, _number_size(place) * 1.15, 0.0, 0.0)


def _is_tight(place: QRectF) -> bool:
    """Return whether a picture has no room for a number."""
    return place.width() < NUMBERED * (1 - GAP)


def _number_size(place: QRectF) -> float:
    """Return the diameter of a picture's number."""
    return max(14.0, 0.11 * place.width())


def _fits(rect: QRectF, columns: int, rows: int) -> float:
    """Return how large a standing person becomes in a grid."""
    wide = columns if columns < 3 else columns * TALL / 2.4
    return min(rect.width() / wide * (TALL if columns < 3 else 1.3), rect.height() / rows)


def draw_order(painter: QPainter, places: list[QRectF], colors: FigureColors, ink: float) -> None:
    """Draw arrows between neighbors: to and fro between two pictures, onward between more, which get numbers.

    Small rows have no room for either.

    Args:
        painter: In the coordinates of ``places``, y down.
        places: The pictures' places.
        colors: What to draw with.
        ink: Width of outlines.
    """
    both = len(places) == 2
    if not both and _is_tight(places[0]):
        return
    painter.save()
    painter.setTransform(QTransform(1.0, 0.0, 0.0, -1.0, 0.0, 0.0), True)
    canvas = Canvas(painter, colors, View.SIDE, ink, True)
    for before, after in itertools.pairwise(places):
        if after.left() < before.right():
            continue
        room = (after.left() - before.right()) * (1.3 if both else 1.0)
        y = before.center().y() if both else before.top() + _number_size(before) * 0.55
        middle = (before.right() + after.left()) / 2
        arrow = Arrow(along=(room, 0.0), both_ways=both)
        draw_arrow(canvas, arrow, (middle - room / 2, -y))
    painter.restore()
    if not both:
        _draw_numbers(painter, places, colors, ink)


def _draw_numbers(painter: QPainter, places: list[QRectF], colors: FigureColors, ink: float) -> None:
    """Draw the pictures' numbers in their upper corners."""
    painter.save()
    for number, place in enumerate(places, 1):
        size = _number_size(place)
        box = QRectF(place.left(), place.top() + ink, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        canvas = Canvas(painter, colors, View.SIDE, ink, True)
        painter.setBrush(canvas.brush(colors.accent))
        painter.drawEllipse(box)
        font = painter.font()
        font.setPixelSize(max(9, round(size * 0.68)))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(canvas.pen(colors.paper, 1.0))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()

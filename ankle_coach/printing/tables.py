"""Rows of tables: cells of given widths, each row a block of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ankle_coach.domain.frequency import Weekday
from ankle_coach.domain.frequency_words import weekday_word
from ankle_coach.printing.blocks import Block, Drawing, Row, Side
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm, pt
from ankle_coach.printing.text import Run, Text
from ankle_coach.printing.typeface import Kind

_BRACKETS: Final = re.compile(r"\([^()]{1,12}\)")
PAD: Final = mm(1.6)
"""Free space left and right in a cell."""


def table_row(
    composer: Composer,
    cells: Sequence[Block],
    widths: Sequence[float],
    height: float = 0.0,
    *,
    filled: bool = False,
) -> Block:
    """Return a row with lines around its cells.

    Args:
        composer: Knows the inks.
        cells: The first cells' contents, measured to their widths without padding; others are blank.
        widths: Widths of the columns, in dots.
        height: Least height, in dots.
        filled: Whether it is the head of the table.
    """
    whole = sum(widths)
    tall = max([height, *(cell.height + 1.2 * PAD for cell in cells)])
    lefts = [sum(widths[:index]) for index in range(len(widths))]

    def frame(painter: QPainter, place: QRectF) -> None:
        if filled:
            painter.fillRect(place, QColor(composer.inks.soft))
        pen = QPen(QColor(composer.inks.line), pt(0.6))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawRect(place)
        for left in lefts[1:]:
            x = place.left() + left
            painter.drawLine(QLineF(x, place.top(), x, place.bottom()))

    sides = [Side(Drawing(whole, tall, frame), 0.0)]
    for cell, left, width in zip(cells, lefts, widths, strict=False):
        sides.append(Side(cell, left + (width - cell.width) / 2, 0.5))
    return Row(sides, whole, tall)


def column_heads(composer: Composer, titles: Sequence[str], widths: Sequence[float]) -> list[Text]:
    """Return the heads of a table's columns, the first one at the left, the others in their middle."""
    texts = [whole_brackets(title) for title in titles]
    rooms = [width - (PAD if index else 2 * PAD) for index, width in enumerate(widths)]
    kind = _kind_of_whole_words(composer, (Kind.FINE, Kind.NOTE), texts, rooms)
    return [
        composer.text(
            kind,
            [Run(text, bold=True)],
            room,
            align=Qt.AlignmentFlag.AlignHCenter if index else Qt.AlignmentFlag.AlignLeft,
        )
        for index, (text, room) in enumerate(zip(texts, rooms, strict=True))
    ]


def weekday_heads(composer: Composer, width: float) -> list[Text]:
    """Return the names of the days as heads of columns."""
    names = [weekday_word(day, composer.words)[:3] for day in Weekday]
    kinds = (Kind.SMALL, Kind.FINE, Kind.NOTE)
    kind = _kind_of_whole_words(composer, kinds, names, [width - PAD] * len(names))
    middle = Qt.AlignmentFlag.AlignHCenter
    return [composer.text(kind, [Run(name, bold=True)], width, align=middle) for name in names]


def _kind_of_whole_words(
    composer: Composer, kinds: Sequence[Kind], texts: Sequence[str], rooms: Sequence[float]
) -> Kind:
    """Return the first kind in whose type no word of some heads is wider than its column, or the last one."""
    words = [(word, room) for text, room in zip(texts, rooms, strict=True) for word in text.split(" ")]
    for kind in kinds[:-1]:
        if all(
            composer.text(kind, [Run(word, bold=True)], 2 * composer.width).used <= room
            for word, room in words
        ):
            return kind
    return kinds[-1]


def whole_brackets(text: str) -> str:
    """Return a text in whose brackets no line breaks, so that "(0 to 10)" stays together."""
    return _BRACKETS.sub(lambda found: found.group().replace(" ", "\u00a0"), text)


def boxes(
    painter: QPainter, place: QRectF, count: int, color: str, *, faint: bool = False, size: float = 0.0
) -> None:
    """Draw boxes to tick into a place, two in a row at most.

    Args:
        painter: Paints them.
        place: Where, in dots.
        count: How many.
        color: Of their edges.
        faint: Whether they are offered, not planned.
        size: Side of a box, in dots; 0 for the usual one.
    """
    if not count:
        return
    columns = min(2, count)
    rows = -(-count // columns)
    gap, size = mm(1.2), size or BOX
    pen = QPen(QColor(color), pt(0.35 if faint else 0.8))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    left = place.center().x() - (columns * size + (columns - 1) * gap) / 2
    top = place.center().y() - (rows * size + (rows - 1) * gap) / 2
    for index in range(count):
        row, column = divmod(index, columns)
        painter.drawRect(QRectF(left + column * (size + gap), top + row * (size + gap), size, size))


BOX: Final = mm(3.6)
"""Side of a box to tick, in dots."""
MOST_BOX: Final = mm(4.8)
"""The same where there is room."""


def boxes_height(count: int) -> float:
    """Return the height that a number of boxes needs, in dots."""
    rows = max(1, -(-count // 2))
    return rows * BOX + (rows - 1) * mm(1.2)

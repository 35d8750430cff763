"""Blocks: measured pieces of a page that are never split, and how they are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


class Leaf(NamedTuple):
    """Where a text or a picture stands on a page.

    Attributes:
        text: The text; ``figure`` or ``logo`` in angle brackets for a picture.
        rect: Its place in dots.
        over: By how many dots it reaches over its place; 0 where all is well.
    """

    text: str
    rect: QRectF
    over: float = 0.0


class Block(Protocol):
    """A piece of a page, measured when it is made."""

    @property
    def width(self) -> float:
        """Its width in dots."""

    @property
    def height(self) -> float:
        """Its height in dots."""

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its upper left corner at a point, in dots."""

    def leaves(self, x: float, y: float) -> Iterator[Leaf]:
        """Return the texts and pictures of it, if its upper left corner is at a point."""


class Space:
    """Nothing, of a size."""

    def __init__(self, height: float, width: float = 0.0) -> None:
        """Keep the size."""
        self.width, self.height = width, height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint nothing."""

    def leaves(self, x: float, y: float) -> Iterator[Leaf]:
        """Return nothing."""
        return iter(())


class Rule:
    """A line across."""

    def __init__(self, width: float, color: str, thickness: float) -> None:
        """Keep its measures."""
        self.width, self.height, self._color = width, thickness, color

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the line."""
        painter.fillRect(QRectF(x, y, self.width, self.height), QColor(self._color))

    def leaves(self, x: float, y: float) -> Iterator[Leaf]:
        """Return nothing."""
        return iter(())


class Drawing:
    """A picture that a function paints into a rectangle."""

    def __init__(
        self, width: float, height: float, draw: Callable[[QPainter, QRectF], None], name: str = ""
    ) -> None:
        """Keep the size and what draws; a name makes it known to `leaves`."""
        self.width, self.height, self._draw, self._name = width, height, draw, name

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the picture."""
        painter.save()
        self._draw(painter, QRectF(x, y, self.width, self.height))
        painter.restore()

    def leaves(self, x: float, y: float) -> Iterator[Leaf]:
        """Return where the picture stands."""
        if self._name:
            yield Leaf(f"<{self._name}>", QRectF(x, y, self.width, self.height))


class Stack:
    """Blocks one below the other."""

    def __init__(self, blocks: Sequence[Block], gap: float = 0.0, width: float = 0.0) -> None:
        """Measure the whole; the width is the widest block's unless given."""
        self._blocks, self._gap = tuple(blocks), gap
        self.width = width or max((block.width for block in blocks), default=0.0)
        self.height = sum(b.height for b in blocks) + gap * max(0, len(blocks) - 1)

    def _places(self, y: float) -> Iterator[tuple[Block, float]]:
        for block in self._blocks:
            yield block, y
            y += block.height + self._gap

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the blocks."""
        for block, top in self._places(y):
            block.paint(painter, x, top)

    def leaves(self, x: float, y: float) -> Iterator[Leaf]:
        """Return what the blocks hold."""
        for block, top in self._places(y):
            yield from block.leaves(x, top)


class Side(NamedTuple):
    """A block of a row.

    Attributes:
        block: The block.
        x: Its distance from the row's left edge, in dots.
        share: Where it stands in a taller row: 0 at the top, 0.5 in the middle, 1 at the bottom.
    """

    block: Block
    x: float
    share: float = 0.0


class Row:
    """Blocks side by side."""

    def __init__(self, sides: Sequence[Side], width: float, height: float = 0.0) -> None:
        """Measure the whole; as high as the highest block, or as given if that is more."""
        self._sides, self.width = tuple(sides), width
        self.height = max([height, *(side.block.height for side in sides)])

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the blocks."""
        for block, left, share in self._sides:
            block.paint(painter, x + left, y + (self.height - block.height) * share)

    def leaves(self, x: float, y: float) -> Iterator[Leaf]:
        """Return what the blocks hold."""
        for block, left, share in self._sides:
            yield from block.leaves(x + left, y + (self.height - block.height) * share)


class Frame(NamedTuple):
    """How a box is drawn.

    Attributes:
        line: Color of its edge; empty for none.
        fill: Color behind it; empty for none.
        pad: Free space inside, in dots.
        radius: Of its corners, in dots.
        thickness: Of its edge, in dots.
    """

    line: str = ""
    fill: str = ""
    pad: float = 0.0
    radius: float = 0.0
    thickness: float = 10.0


class Box:
    """A block with an edge and free space around it."""

    def __init__(self, block: Block, frame: Frame, width: float, height: float = 0.0) -> None:
        """Measure it; at least as high as given."""
        self._block, self._frame, self.width = block, frame, width
        self.height = max(height, block.height + 2 * frame.pad)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the edge and what is in it."""
        frame = self._frame
        half = frame.thickness / 2
        place = QRectF(x, y, self.width, self.height).adjusted(half, half, -half, -half)
        painter.setPen(QPen(QColor(frame.line), frame.thickness) if frame.line else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(frame.fill) if frame.fill else Qt.BrushStyle.NoBrush)
        if frame.radius:
            painter.drawRoundedRect(place, frame.radius, frame.radius)
        else:
            painter.drawRect(place)
        self._block.paint(painter, x + frame.pad, y + frame.pad)

    def leaves(self, x: float, y: float) -> Iterator[Leaf]:
        """Return what is in it."""
        yield from self._block.leaves(x + self._frame.pad, y + self._frame.pad)


class Shrunk:
    """A block that is larger than any page, made to fit: the last resort before anything would be cut."""

    def __init__(self, block: Block, height: float) -> None:
        """Measure it."""
        self._block, self.height = block, height
        self.scale = height / block.height
        self.width = block.width * self.scale

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it smaller."""
        painter.save()
        painter.translate(x, y)
        painter.scale(self.scale, self.scale)
        self._block.paint(painter, 0.0, 0.0)
        painter.restore()

    def leaves(self, x: float, y: float) -> Iterator[Leaf]:
        """Return what it holds, smaller."""
        for leaf in self._block.leaves(0.0, 0.0):
            rect, scale = leaf.rect, self.scale
            place = QRectF(
                x + rect.x() * scale, y + rect.y() * scale, rect.width() * scale, rect.height() * scale
            )
            yield leaf._replace(rect=place)


def thin_line(painter: QPainter, line: QLineF, color: str, thickness: float) -> None:
    """Draw a line with square ends."""
    painter.setPen(
        QPen(
            QColor(color), thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin
        )
    )
    painter.drawLine(line)

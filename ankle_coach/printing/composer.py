"""The composer: makes texts, headings and rules in one document's type and inks."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ankle_coach.domain.words import Words
from ankle_coach.printing.blocks import Block, Drawing, Row, Rule, Side, Stack
from ankle_coach.printing.dots import pt
from ankle_coach.printing.handout import LARGE_PRINT_POINTS, Layout, Options
from ankle_coach.printing.inks import Inks, inks
from ankle_coach.printing.pages import content_width
from ankle_coach.printing.text import Run, Text
from ankle_coach.printing.typeface import Kind, Style, Typeface


class Composer:
    """Sets texts; all lengths are in dots."""

    def __init__(
        self,
        options: Options,
        words: Words,
        points: float = 0.0,
    ) -> None:
        """Choose type and inks.

        Args:
            options: How the document looks.
            words: Its language.
            points: Size of the text in place of the options'; 0 for theirs.
        """
        large = options.layout is Layout.LARGE
        large = large and not points
        points = points or (max(options.points, LARGE_PRINT_POINTS) if large else options.points)
        self.type = Typeface(points, large, close=options.layout is Layout.COMPACT)
        self.inks: Inks = inks(options.ink, options.tone)
        self.words = words
        self.options = options
        self.width = content_width(options.paper)
        self.gap = 0.45 * self.type.line
        """Free space between things that belong together."""
        self._texts: dict[object, Text] = {}

    def set_otherwise(self, *, gaps: float, close: bool) -> Composer:
        """Return a composer for the same document with other gaps or lines; what was set is not set again."""
        other = copy.copy(self)
        other.type = self.type._replace(close=close or self.options.layout is Layout.COMPACT)
        other.gap = 0.45 * other.type.line * gaps
        return other

    def text(
        self,
        kind: Kind,
        text: str | Sequence[Run],
        width: float,
        *,
        muted: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> Text:
        """Return a paragraph; the same one where it is set in the same way again."""
        runs = (Run(text),) if isinstance(text, str) else tuple(text)
        key = (kind, runs, round(width), muted, align, self.type.close)
        found = self._texts.get(key)
        if found is None or found.width != width:
            color = self.inks.muted if muted else self.inks.text
            style = Style(self.type.font(kind), color, self.type.leading)
            found = self._texts[key] = Text(runs, style, width, align)
        return found

    def label(
        self, kind: Kind, text: str, most: float, *, muted: bool = False, bold: bool | None = None
    ) -> Text:
        """Return a text that is no wider than its words, and at most so wide."""
        runs = [Run(text, bold=bold)]
        return self.text(kind, runs, min(most, self.text(kind, runs, most).used + 1.0), muted=muted)

    def rule(self, width: float, thickness: float = 0.6, *, strong: bool = False) -> Rule:
        """Return a line across; its thickness is in points."""
        return Rule(width, self.inks.text if strong else self.inks.line, pt(thickness))

    def bullets(self, lines: Sequence[str], width: float, kind: Kind = Kind.BODY) -> list[Block]:
        """Return lines with bullets, one block each."""
        indent = 0.75 * self.type.line
        return [self._bullet(line, width, indent, kind) for line in lines]

    def _bullet(self, line: str, width: float, indent: float, kind: Kind) -> Block:
        text = self.text(kind, line, width - indent)
        single = text.height / max(1, text.line_count)
        radius = 0.085 * single

        def dot(painter: QPainter, place: QRectF) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.inks.text))
            painter.drawEllipse(
                QPointF(place.left() + 0.35 * indent, place.top() + 0.53 * single), radius, radius
            )

        return Row([Side(Drawing(indent, single, dot), 0.0), Side(text, indent)], width)

    def columns(self, lines: Sequence[str], kind: Kind = Kind.BODY) -> Block:
        """Return lines with bullets in two columns over the whole width, read down the first one first."""
        gap = 0.9 * self.type.line
        half = (self.width - gap) / 2
        blocks = self.bullets(lines, half, kind)
        middle = -(-len(blocks) // 2)
        sides = [Side(Stack(blocks[:middle]), 0.0), Side(Stack(blocks[middle:]), half + gap)]
        return Row(sides, self.width)

    def heading(self, title: str, beside: str, width: float) -> Block:
        """Return the heading of a part, with a few words beside or below it."""
        head = self.text(Kind.HEADING, title, width)
        if not beside:
            return Stack([head, self.rule(width)], 0.15 * self.gap)
        gap = 0.6 * self.type.line
        rest = width - head.used - gap
        side = self.text(Kind.SMALL, beside, max(rest, 1.0), muted=True, align=Qt.AlignmentFlag.AlignRight)
        if head.line_count > 1 or rest < 0.3 * width or side.line_count > 1:
            lines: list[Block] = [head, self.text(Kind.SMALL, beside, width, muted=True)]
        else:
            left = self.text(Kind.HEADING, title, head.used + gap / 2)
            lines = [Row([Side(left, 0.0, 1.0), Side(side, width - side.width, 0.9)], width)]
        return Stack([*lines, self.rule(width)], 0.15 * self.gap)

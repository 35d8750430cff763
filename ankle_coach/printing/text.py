"""Text as a block: measured and broken into lines once, painted wherever its block goes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ankle_coach.printing.blocks import Leaf
from ankle_coach.printing.typeface import Style, bold_weight

DOT: Final = "\u00a0\u00b7 "
"""Between things that run on; it never begins a line."""
_LINE_BREAK: Final = "\u2028"
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_TURNING: Final = frozenset({"R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"})


class Run(NamedTuple):
    """A piece of a text in one weight.

    Attributes:
        text: Its characters, printed as they are.
        bold: Whether it is bold; None as the style says.
        color: Its color; empty for the style's.
    """

    text: str
    bold: bool | None = None
    color: str = ""


def clean(text: str) -> str:
    """Return a text that can be set: no control characters, no halves of characters, line breaks kept.

    Nothing in it is markup: whatever was typed is printed.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    whole = whole.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\t", " ")
    # Qt would keep room for an object at U+FFFC.
    whole = whole.replace("\ufffc", "\ufffd")
    kept = (c for c in whole if c == "\n" or unicodedata.category(c) != "Cc")
    return "".join(kept).replace("\n", _LINE_BREAK)


def plain(text: str) -> str:
    """Return a text as a single line of a file's facts: nothing that XML or a title cannot hold."""
    return " ".join(clean(text).split())


def isolated(text: str) -> str:
    """Return typed words that may run from right to left, so that they turn round nothing beside them."""
    return f"{_ISOLATE}{text}{_END_ISOLATE}" if any(_turns(c) for c in text) else text


def _turns(character: str) -> bool:
    return unicodedata.bidirectional(character) in _TURNING


class Text:
    """One paragraph of a width."""

    def __init__(
        self,
        text: str | Sequence[Run],
        style: Style,
        width: float,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Set the paragraph.

        Args:
            text: The characters, or pieces of different weight.
            style: Font and color.
            width: Where lines break, in dots.
            align: Left means where the script of the text begins.
        """
        runs = [Run(text)] if isinstance(text, str) else list(text)
        self.width, self._style = width, style
        self.text = "".join(clean(run.text) for run in runs)
        self._layout = QTextLayout(self.text, style.font)
        self._layout.setCacheEnabled(True)
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._layout.setTextOption(option)
        formats = _formats(runs, style)
        if formats:
            self._layout.setFormats(formats)
        self.height, self.used = self._break_lines()

    def _break_lines(self) -> tuple[float, float]:
        """Break into lines; return the height of all and the width of the longest."""
        layout, y, used = self._layout, 0.0, 0.0
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width)
            step = line.height() * self._style.leading
            line.setPosition(QPointF(0.0, y + (step - line.height()) / 2))
            y, used = y + step, max(used, line.naturalTextWidth())
        layout.endLayout()
        return y, used

    @property
    def line_count(self) -> int:
        """How many lines it has."""
        return self._layout.lineCount()

    def lines(self) -> list[str]:
        """Return the text of each line."""
        found = []
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            start = line.textStart()
            # Qt counts UTF-16 code units.
            units = self.text.encode("utf-16-le")[2 * start : 2 * (start + line.textLength())]
            found.append(units.decode("utf-16-le").rstrip(_LINE_BREAK))
        return found

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its upper left corner at a point."""
        painter.setPen(QColor(self._style.color))
        self._layout.draw(painter, QPointF(x, y))

    def leaves(self, x: float, y: float) -> Iterator[Leaf]:
        """Return where it stands."""
        yield Leaf(self.text, QRectF(x, y, self.width, self.height), max(0.0, self.used - self.width))


def _formats(runs: Sequence[Run], style: Style) -> list[QTextLayout.FormatRange]:
    """Return the weights and colors of the pieces that differ from the style."""
    formats, start = [], 0
    for run in runs:
        length = len(clean(run.text).encode("utf-16-le")) // 2
        if length and (run.bold is not None or run.color):
            wanted = QTextCharFormat()
            font = QFont(style.font)
            if run.bold is not None:
                font.setWeight(bold_weight() if run.bold else QFont.Weight.Normal)
            wanted.setFont(font)
            if run.color:
                wanted.setForeground(QColor(run.color))
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = start, length, wanted
            formats.append(piece)
        start += length
    return formats

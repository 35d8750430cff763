"""What the marks of a chart look like and mean: a sample of each with its word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import clear_layout

_CORNERS = {
    "t1": ((0.5, 0), (1, 1), (0, 1)),
    "t": ((0, 0), (1, 0), (0.5, 1)),
    "t2": ((0, 0), (1, 0.5), (0, 1)),
    "t3": ((1, 0), (1, 1), (0, 0.5)),
    "d": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "s": ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
}
"""Corners of the symbols of pyqtgraph's names, in a square of one."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a line, its marks or its bars are drawn; shape and stroke tell them apart, never color alone.

    Attributes:
        role: Role of the color.
        stroke: Of the line; no pen where there is none.
        symbol: As pyqtgraph names it; empty where there is none. ``x`` is a cross, ``|`` a bar.
        filled: Whether the symbol is filled.
        width: Of the line, in pixels.
        hatch: Pattern of a bar.
    """

    role: str
    stroke: Qt.PenStyle = Qt.PenStyle.NoPen
    symbol: str = ""
    filled: bool = True
    width: float = 1.6
    hatch: Qt.BrushStyle = Qt.BrushStyle.SolidPattern


MISSING = Look("text_muted", symbol="x", filled=False)
"""A question that was asked and left out: a cross under the scale, never on it."""


class ChartLegend(QWidget):
    """Samples side by side, wrapping in a narrow window."""

    def __init__(
        self, theme: Theme, entries: Sequence[tuple[Look, str]] = (), parent: QWidget | None = None
    ) -> None:
        """Show entries.

        Args:
            theme: The look.
            entries: How each is drawn, and its word.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[tuple[Look, str], ...] = ()
        self._row = FlowLayout(self, spacing=18)
        self.set_entries(entries)

    @property
    def words(self) -> tuple[str, ...]:
        """What the entries say, in order."""
        return tuple(word for _, word in self._entries)

    def set_entries(self, entries: Sequence[tuple[Look, str]]) -> None:
        """Show other entries."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        clear_layout(self._row)
        for look, word in entries:
            self._row.addWidget(self._entry(look, word))

    def _entry(self, look: Look, word: str) -> QWidget:
        entry = QWidget()
        inside = QHBoxLayout(entry)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(_Sample(self._theme, look))
        inside.addWidget(TextLabel(word, "small", wraps=False))
        return entry


class _Sample(QWidget):
    """A piece of a line with its symbol, or a bar."""

    def __init__(self, theme: Theme, look: Look) -> None:
        super().__init__()
        self._theme, self._look = theme, look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the sample's size; a symbol alone needs less."""
        alone = self._look.stroke is Qt.PenStyle.NoPen
        return QSize(self._theme.px(16 if alone else 36), self._theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line and its symbol."""
        look, color = self._look, self._theme.color(self._look.role)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        if look.stroke is not Qt.PenStyle.NoPen:
            painter.setPen(QPen(color, look.width, look.stroke))
            painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
        if not look.symbol:
            return
        half = self._theme.px(9) / 2
        place = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        painter.setPen(QPen(color, 1.7))
        painter.setBrush(QBrush(color if look.filled else self._theme.color("surface")))
        paint_symbol(painter, place, look)


def paint_symbol(painter: QPainter, place: QRectF, look: Look) -> None:
    """Draw a symbol with the painter's pen and brush."""
    if look.symbol == "o":
        painter.drawEllipse(place)
    elif look.symbol == "x":
        painter.drawLine(place.topLeft(), place.bottomRight())
        painter.drawLine(place.bottomLeft(), place.topRight())
    elif look.symbol == "|":
        painter.setBrush(QBrush(painter.pen().color(), look.hatch))
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        corners = [
            QPointF(place.x() + x * place.width(), place.y() + y * place.height())
            for x, y in _CORNERS[look.symbol]
        ]
        painter.drawPolygon(QPolygonF(corners))

"""What the lines of the pain chart look like and mean: a sample of each with its word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ankle_coach.domain.pain_history import PainSeries
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.text_label import TextLabel

STYLES = {
    PainSeries.DURING: ("series_0", Qt.PenStyle.SolidLine, "o", True),
    PainSeries.AFTER: ("series_1", Qt.PenStyle.DashLine, "s", True),
    PainSeries.NEXT_MORNING: ("series_3", Qt.PenStyle.DotLine, "t1", False),
}
"""Each line's color, stroke, symbol (as pyqtgraph names it), and whether the symbol is filled."""


def series_words(series: PainSeries, words: Words) -> str:
    """Return what a line is called."""
    return {
        PainSeries.DURING: words.gettext("During exercise"),
        PainSeries.AFTER: words.gettext("After the session"),
        PainSeries.NEXT_MORNING: words.gettext("Next morning"),
    }[series]


class PainLegend(QWidget):
    """The three lines side by side, wrapping in a narrow window."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Show the three lines."""
        super().__init__(parent)
        row = FlowLayout(self, spacing=18)
        for series in STYLES:
            entry = QWidget()
            inside = QHBoxLayout(entry)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(8)
            inside.addWidget(_LineSample(theme, series))
            inside.addWidget(TextLabel(series_words(series, words), "small", wraps=False))
            row.addWidget(entry)


class _LineSample(QWidget):
    """A piece of a line with its symbol."""

    def __init__(self, theme: Theme, series: PainSeries) -> None:
        super().__init__()
        self._theme, self._series = theme, series
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the sample's size."""
        return QSize(self._theme.px(36), self._theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line and its symbol."""
        role, stroke, symbol, filled = STYLES[self._series]
        color = self._theme.color(role)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QPen(color, 1.8, stroke))
        painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
        painter.setPen(QPen(color, 1.7))
        painter.setBrush(QBrush(color if filled else self._theme.color("surface")))
        half = self._theme.px(9) / 2
        place = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        if symbol == "o":
            painter.drawEllipse(place)
        elif symbol == "s":
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            top = QPointF(middle.x(), place.top())
            painter.drawPolygon(QPolygonF([top, place.bottomRight(), place.bottomLeft()]))

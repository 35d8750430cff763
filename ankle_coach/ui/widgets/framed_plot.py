"""What every chart stands on: the canvas of pyqtgraph in the theme's colors, and a mark that is read out."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme


class FramedPlot(QWidget):
    """The base of the charts.

    Signals:
        readout_changed: What the mark under the pointer or the keys says; empty for none.
    """

    readout_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        name: str,
        y_range: tuple[float, float],
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty chart.

        Args:
            theme: The look.
            words: The reader's language.
            name: What it shows, for a screen reader.
            y_range: Lowest and highest value in view; only `set_y_range` changes it.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._widths: dict[str, int] = {}
        self._least_widths: dict[str, int] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self._build_canvas()
        self.set_y_range(*y_range)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def plot(self) -> pg.PlotItem:
        """The plot of pyqtgraph: axes, items and view."""
        return self._widget.getPlotItem()

    def set_y_range(self, low: float, high: float) -> None:
        """Say which values are in view, from the lowest to the highest."""
        view, height = self.plot.getViewBox(), high - low
        view.setLimits(yMin=low, yMax=high, minYRange=height, maxYRange=height)
        view.setYRange(low, high, padding=0)

    def forget(self) -> None:
        """Read nothing out any more; subclasses that read do it."""

    def _build_canvas(self) -> None:
        self._widget = pg.PlotWidget(self)
        self._widget.setObjectName("plot_canvas")
        self._widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._widget.setAccessibleName(self.accessibleName())
        self._widget.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.showAxis("right")
        view = self.plot.getViewBox()
        view.setMouseEnabled(x=False, y=False)
        view.disableAutoRange()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3, 3, 3, 3)
        self.column.addWidget(self._widget, 1)

    def _restyle(self) -> None:
        """Take the theme's colors; subclasses add their own items'."""
        muted, font = self._theme.color("text_muted"), self._theme.font("small")
        self._widget.setBackground(self._theme.color("surface"))
        for name in ("left", "bottom", "right"):
            axis = self.plot.getAxis(name)
            axis.setTextPen(muted)
            axis.setPen(QPen(self._theme.color("outline")) if name == "bottom" else QPen(Qt.PenStyle.NoPen))
            axis.setTickPen(self._theme.color("surface"))
            axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=self._theme.px(5))
        self.plot.getAxis("bottom").setHeight(self._theme.px(24))

    def _set_ticks(self, name: str, ticks: list[tuple[float, str]]) -> None:
        """Give an upright axis its words, and the room that they need."""
        axis = self.plot.getAxis(name)
        axis.setTicks([ticks])
        metrics = QFontMetricsF(self._theme.font("small"))
        widest = max((metrics.horizontalAdvance(text) for _, text in ticks), default=0.0)
        self._widths[name] = round(widest) + self._theme.px(14)
        axis.setWidth(max(self._widths[name], self._least_widths.get(name, 0)))

    def axis_width(self, name: str) -> int:
        """Return the room that the words of an upright axis need, in pixels."""
        return self._widths.get(name, 0)

    def set_least_width(self, name: str, width: int) -> None:
        """Give an upright axis more room than its words need, so that charts over each other line up."""
        self._least_widths[name] = width
        self.plot.getAxis(name).setWidth(max(self.axis_width(name), width))

    def _announce(self, text: str) -> None:
        """Say to a screen reader what was read."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _repaint(self) -> None:
        """Draw anew in the theme's colors; subclasses say what."""
        self._restyle()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop reading."""
        self.forget()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring while the keys are the chart's."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

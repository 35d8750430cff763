"""A chart over days with a legend, whose items are made anew for the days in view."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chart_legend import ChartLegend, Look
from ankle_coach.ui.widgets.day_plot import DayPlot


class ItemPlot(DayPlot):
    """The base of the charts that draw only what is in view; `_draw` begins with `_clear`."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        name: str,
        y_range: tuple[float, float],
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty chart; what `_restyle` of a subclass asks for must be there already.

        Args:
            theme: The look.
            words: The reader's language.
            name: What it shows, for a screen reader.
            y_range: Lowest and highest value in view; only `set_y_range` changes it.
            parent: Qt owner.
        """
        self._items: list[pg.GraphicsObject] = []
        super().__init__(theme, words, name, y_range, parent)
        self._legend = ChartLegend(theme)
        self.column.insertWidget(0, self._legend)
        self._restyle()

    @property
    def legend(self) -> ChartLegend:
        """What the lines and marks mean."""
        return self._legend

    def _clear(self) -> None:
        """Take away what was drawn."""
        for item in self._items:
            self.plot.removeItem(item)
        self._items = []

    def _add(self, item: pg.GraphicsObject, depth: int) -> None:
        """Draw an item; those of a greater depth lie over it."""
        item.setZValue(depth)
        self.plot.addItem(item, ignoreBounds=True)
        self._items.append(item)

    def _add_marks(self, places: Sequence[tuple[float, float]], look: Look, size: float, depth: int) -> None:
        """Draw symbols of one look, a size in pixels wide."""
        color, surface = self._theme.color(look.role), self._theme.color("surface")
        item = pg.ScatterPlotItem(
            [x for x, _ in places],
            [y for _, y in places],
            symbol=look.symbol,
            size=size,
            pen=pg.mkPen(surface if look.filled else color, width=1.0 if look.filled else 1.7),
            brush=QBrush(color if look.filled else surface),
            antialias=True,
        )
        self._add(item, depth)

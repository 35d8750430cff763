"""A self-test of both sides over time, and what the phase asks for (clinical.md §6.2, chart 7)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPen
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.series_sides import SidesResult, SidesSeries
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.axis_scale import nice_top, ticks_to
from ankle_coach.ui.widgets.chart_legend import Look
from ankle_coach.ui.widgets.item_plot import ItemPlot

BARS = {
    Side.LEFT: Look("series_3", symbol="|", hatch=Qt.BrushStyle.BDiagPattern),
    Side.RIGHT: Look("series_0", symbol="|"),
}
"""Left is hatched, right is full."""
TARGET = Look("text", Qt.PenStyle.SolidLine, width=2.6)
"""What the phase asks of the sore side on that day."""
LINE = Look("text_muted", Qt.PenStyle.DashLine, width=1.3)
"""The number that the phase asks for."""
_PAIR_DAYS, _LEAST_PIXELS = 4.4, 7.0
"""Width of two bars: some days, and no less than some pixels each."""
_OVER = 0.2
_MOST_NUMBERS = 14


class SidesPlot(ItemPlot):
    """Two bars for each test; a side that was not measured has none, a zero is a line on the ground."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        say: Callable[[SidesResult], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty chart.

        Args:
            theme: The look.
            words: The reader's language.
            say: Says what a result says.
            parent: Qt owner.
        """
        self._say = say
        self._series: SidesSeries | None = None
        super().__init__(theme, words, "", (0.0, 1.0), parent)

    @property
    def series(self) -> SidesSeries | None:
        """What is drawn; None before anything is."""
        return self._series

    def set_series(self, series: SidesSeries, line_word: str) -> None:
        """Show another test.

        Args:
            series: The results.
            line_word: Stands at the right of the number that the phase asks for; empty where it asks none.
        """
        self.forget()
        self._series, self._line_word = series, line_word
        self._restyle()
        self._redraw()

    def readout(self, mark: date) -> str:
        """Return what a test of a day says."""
        found = self._at(mark)
        return self._say(found) if found is not None else ""

    _line_word = ""

    def _results(self) -> tuple[SidesResult, ...]:
        return self._series.results if self._series is not None else ()

    def _at(self, day: date) -> SidesResult | None:
        return next((result for result in self._results() if result.day == day), None)

    def _restyle(self) -> None:
        super()._restyle()
        if self._series is None:
            return
        numbers = [n for result in self._results() for n in (result.left, result.right) if n is not None]
        line = self._series.line
        top = nice_top(max([1.0, *numbers, *([line] if line is not None else [])]))
        self.set_y_range(0, top * (1 + _OVER))
        self._set_ticks("left", ticks_to(top))
        self._set_ticks("right", [(line, self._line_word)] if line is not None else [])

    def _draw(self, first: date, last: date) -> None:
        self._clear()
        if self._series is None:
            return
        results = self._results()
        low = bisect_left(results, first, key=_day_of)
        shown = results[low : bisect_right(results, last, key=_day_of)]
        for side in (Side.LEFT, Side.RIGHT):
            self._draw_bars(side, shown)
        self._draw_targets(shown)
        seen_first, seen_last = self.visible_days()
        few = [result for result in shown if seen_first <= result.day <= seen_last]
        if len(few) <= _MOST_NUMBERS:
            for result in shown:
                self._draw_percent(result)
        if self._series.line is not None:
            pen = pg.mkPen(self._theme.color(LINE.role), width=LINE.width, style=LINE.stroke)
            self._add(pg.InfiniteLine(self._series.line, angle=0, pen=pen), -2)

    def _width(self) -> float:
        """Return the width of one bar in days."""
        pixel = self.plot.getViewBox().viewPixelSize()[0]
        return float(max(_PAIR_DAYS / 2, _LEAST_PIXELS * pixel))

    def _place(self, side: Side, result: SidesResult) -> float:
        half = self._width() / 2
        return result.day.toordinal() + 0.5 + (-half if side is Side.LEFT else half)

    def _draw_bars(self, side: Side, shown: tuple[SidesResult, ...]) -> None:
        look, color = BARS[side], self._theme.color(BARS[side].role)
        known = [(result, n) for result in shown if (n := result.side(side)) is not None]
        bars = pg.BarGraphItem(
            x=[self._place(side, result) for result, _ in known],
            height=[number for _, number in known],
            width=0.9 * self._width(),
            brush=QBrush(color, look.hatch),
            pen=QPen(color, 0),
        )
        self._add(bars, 0)

    def _draw_targets(self, shown: tuple[SidesResult, ...]) -> None:
        """Draw over the sore side's bar what it had to reach, where that hangs on the other side."""
        series = self._series
        if series is None or series.sore is None:
            return
        places: list[float] = []
        values: list[float] = []
        for result in shown:
            target = series.target(result)
            if target is not None and result.side(series.sore) is not None:
                middle, half = self._place(series.sore, result), 0.6 * self._width()
                places += [middle - half, middle + half]
                values += [target, target]
        pen = pg.mkPen(self._theme.color(TARGET.role), width=TARGET.width)
        self._add(pg.PlotCurveItem(places, values, pen=pen, connect="pairs"), 6)

    def _draw_percent(self, result: SidesResult) -> None:
        if result.percent is None:
            return
        text = self._words.gettext("{n} %").format(n=round(result.percent))
        label = pg.TextItem(text, color=self._theme.color("text"), anchor=(0.5, 1))
        label.setFont(self._theme.font("small"))
        target = self._series.target(result) if self._series is not None else None
        tops = [n for n in (result.left, result.right, target) if n is not None]
        label.setPos(QPointF(result.day.toordinal() + 0.5, max(tops)))
        self._add(label, 10)

    def _marks(self) -> list[date]:
        return [result.day for result in self._results()]

    def _mark_at(self, day: date) -> date | None:
        """The pointer takes the test whose bars it is over."""
        marks = self._marks()
        if not marks:
            return None
        near = min(marks, key=lambda known: abs((known - day).days))
        return near if abs((near - day).days) <= self._width() else None

    def _mark_end(self, mark: date) -> date:
        return mark

    def _on_view_resized(self, *args: object) -> None:
        super()._on_view_resized(*args)
        self._redraw()


def _day_of(result: SidesResult) -> date:
    return result.day

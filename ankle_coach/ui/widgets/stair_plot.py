"""Staircases over days, one a side, with what moved them (clinical.md §6.2, chart 5)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.series_ladder import LadderMark, MarkKind
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chart_legend import Look
from ankle_coach.ui.widgets.item_plot import ItemPlot

LINES = {
    Side.BOTH: Look("series_0", Qt.PenStyle.SolidLine, width=2.4),
    Side.LEFT: Look("series_3", Qt.PenStyle.DashLine, width=2.4),
    Side.RIGHT: Look("series_0", Qt.PenStyle.SolidLine, width=2.4),
}
"""The staircase of each side."""
MARKS = {
    MarkKind.UP: Look("positive", symbol="t1"),
    MarkKind.DOWN: Look("danger", symbol="t"),
    MarkKind.EASY_WEEK: Look("caution", symbol="d"),
    MarkKind.PHASE_BACK: Look("danger", symbol="s"),
    MarkKind.PERSON: Look("text", symbol="o", filled=False),
}
"""What moved it, each in a shape of its own."""
_MARK, _LARGEST_MARK = 10.0, 15.0
_APART = 0.035
"""How far two sides on one level stand apart, as a share of the axis."""


@dataclass(frozen=True, slots=True)
class Stair:
    """A value from a day on, up to the day before another.

    Attributes:
        day: Its first day.
        until: First day after it; None while it holds.
        value: Its place on the axis.
        label: A word over its beginning; empty for none.
    """

    day: date
    until: date | None
    value: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Stairs:
    """What a chart draws.

    Attributes:
        lines: The stairs of each side, in order.
        marks: What moved them.
        ticks: Values of the axis with their words.
        low: Lowest value in view.
        high: Highest value in view.
        today: The last day of a stair that still holds.
    """

    lines: tuple[tuple[Side, tuple[Stair, ...]], ...]
    marks: tuple[LadderMark, ...]
    ticks: tuple[tuple[float, str], ...]
    low: float
    high: float
    today: date


class StairPlot(ItemPlot):
    """A mark of the keys is a stretch of days on which nothing changes."""

    def __init__(
        self, theme: Theme, words: Words, name: str, say: Callable[[date], str], parent: QWidget | None = None
    ) -> None:
        """Make an empty chart.

        Args:
            theme: The look.
            words: The reader's language.
            name: What it shows, for a screen reader.
            say: Says what holds from a day on.
            parent: Qt owner.
        """
        self._say = say
        self._stairs: Stairs | None = None
        super().__init__(theme, words, name, (0.0, 1.0), parent)

    @property
    def stairs(self) -> Stairs | None:
        """What is drawn; None before anything is."""
        return self._stairs

    def set_stairs(self, stairs: Stairs, legend: Sequence[tuple[Look, str]]) -> None:
        """Show other staircases.

        Args:
            stairs: What is drawn.
            legend: What its lines and marks mean; empty where another chart says it.
        """
        self.forget()
        self._stairs = stairs
        self._legend.set_entries(legend)
        self._legend.setVisible(bool(legend))
        self.set_y_range(stairs.low, stairs.high)
        self._restyle()
        self._redraw()

    def readout(self, mark: date) -> str:
        """Return what holds from a day on."""
        return self._say(mark)

    def _restyle(self) -> None:
        super()._restyle()
        if self._stairs is not None:
            self._set_ticks("left", list(self._stairs.ticks))
            self._set_ticks("right", [])

    def _draw(self, first: date, last: date) -> None:
        self._clear()
        if self._stairs is None:
            return
        for value, _ in self._stairs.ticks:
            self._add(pg.InfiniteLine(value, angle=0, pen=pg.mkPen(self._theme.color("grid"), width=1)), -10)
        for number, (side, stairs) in enumerate(self._stairs.lines):
            self._draw_side(side, stairs, number, first, last)
        for mark in self._stairs.marks:
            if first <= mark.day <= last:
                self._draw_mark(mark)

    def _draw_side(self, side: Side, stairs: Sequence[Stair], number: int, first: date, last: date) -> None:
        assert self._stairs is not None
        lower = number * _APART * (self._stairs.high - self._stairs.low)
        places: list[float] = []
        values: list[float] = []
        for stair in stairs:
            end = stair.until or self._stairs.today + timedelta(days=1)
            if end < first or stair.day > last:
                continue
            if places and places[-1] < stair.day.toordinal():
                places.append(places[-1])
                values.append(np.nan)
            places += [stair.day.toordinal(), end.toordinal()]
            values += [stair.value - lower] * 2
            if stair.label:
                self._draw_label(stair, stair.value - lower)
        look = LINES[side]
        pen = pg.mkPen(self._theme.color(look.role), width=look.width, style=look.stroke)
        curve = pg.PlotCurveItem(
            np.array(places), np.array(values), pen=pen, connect="finite", antialias=True
        )
        self._add(curve, number)

    def _draw_label(self, stair: Stair, value: float) -> None:
        label = pg.TextItem(stair.label, color=self._theme.color("text"), anchor=(0, 1))
        label.setFont(self._theme.font("small"))
        label.setPos(QPointF(stair.day.toordinal(), value))
        self._add(label, 15)

    def _draw_mark(self, mark: LadderMark) -> None:
        look, place = MARKS[mark.kind], self._value_at(mark)
        if place is None:
            return
        color, surface = self._theme.color(look.role), self._theme.color("surface")
        item = pg.ScatterPlotItem(
            [mark.day.toordinal()],
            [place],
            symbol=look.symbol,
            size=min(_LARGEST_MARK, max(_MARK, self._theme.px(_MARK))),
            pen=pg.mkPen(surface if look.filled else color, width=1.2),
            brush=QBrush(color if look.filled else surface),
            antialias=True,
        )
        self._add(item, 20)

    def _value_at(self, mark: LadderMark) -> float | None:
        """Return where a mark stands: on the step that begins there, of the side that it is about."""
        assert self._stairs is not None
        height = self._stairs.high - self._stairs.low
        for number, (side, stairs) in enumerate(self._stairs.lines):
            if Side.BOTH not in (mark.side, side) and side is not mark.side:
                continue
            at = bisect_right(stairs, mark.day, key=lambda stair: stair.day) - 1
            if at >= 0 and (stairs[at].until is None or mark.day <= (stairs[at].until or mark.day)):
                return stairs[at].value - number * _APART * height
        return None

    def _ends(self) -> list[date]:
        """Return the days on which something begins or ends, in order."""
        if self._stairs is None:
            return []
        stairs = [stair for _, own in self._stairs.lines for stair in own]
        return sorted({s.day for s in stairs} | {s.until for s in stairs if s.until is not None})

    def _marks(self) -> list[date]:
        if self._stairs is None:
            return []
        return sorted({stair.day for _, own in self._stairs.lines for stair in own})

    def _mark_at(self, day: date) -> date | None:
        marks = self._marks()
        at = bisect_right(marks, day) - 1
        return marks[at] if at >= 0 and day <= self._mark_end(marks[at]) else None

    def _mark_end(self, mark: date) -> date:
        ends = self._ends()
        at = bisect_right(ends, mark)
        if at < len(ends):
            return ends[at] - timedelta(days=1)
        return max(mark, self._stairs.today if self._stairs is not None else mark)

"""Running week by week, the guards' flags, and the pain of the runs (clinical.md §6.2, chart 6)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPen
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.running import Guard
from ankle_coach.domain.series import DayValue, broken
from ankle_coach.domain.series_running import RunMark, RunStretch, run_months
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.axis_scale import nice_top, ticks_to
from ankle_coach.ui.widgets.chart_legend import MISSING, Look
from ankle_coach.ui.widgets.item_plot import ItemPlot

MOST_WEEKS = 60
"""Weeks in view up to which each week has its own bar, and each run its own mark of pain."""
BAR = Look("series_0", symbol="|")
FLAGGED_BAR = Look("series_0", symbol="|", hatch=Qt.BrushStyle.BDiagPattern)
LONGEST = Look("text", Qt.PenStyle.SolidLine, width=2.2)
RUN_FLAG = Look("caution", symbol="t1")
WEEK_FLAG = Look("caution", symbol="d", filled=False)
PAIN = Look("series_1", Qt.PenStyle.DashLine, symbol="o", width=1.4)
MORNING = Look("series_3", symbol="t", filled=False)
SPIKES = (Guard.WARN, Guard.STRONG, Guard.CONFIRM)
"""What the single-run guard says from 10 % over the longest run of 30 days on (clinical.md §3.8)."""
_MOST_PAIN = 10
_ROOM, _UNDER, _OVER = 0.04, 0.11, 0.16
"""Room for marks on zero, for the crosses under it, and for flags over the highest bar."""
_MARK, _LARGEST_MARK = 9.0, 14.0
_REACH_DAYS = 10
"""Runs further apart are not joined: it was a break, not a line."""


class RunningPlot(ItemPlot):
    """Bars are weeks, or months in a long range; a week without a run has none."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        say: Callable[[RunStretch], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty chart.

        Args:
            theme: The look.
            words: The reader's language.
            say: Says what a bar says.
            parent: Qt owner.
        """
        self._say = say
        self._weeks: tuple[RunStretch, ...] = ()
        self._months: tuple[RunStretch, ...] = ()
        self._by_distance, self._unit = True, 1000.0
        self._top = 1.0
        super().__init__(theme, words, words.gettext("Running week by week"), (0.0, 1.0), parent)

    @property
    def bars(self) -> tuple[RunStretch, ...]:
        """The weeks or months that there are."""
        return self._months if self._by_month() else self._weeks

    def set_weeks(self, weeks: Sequence[RunStretch], *, by_distance: bool, unit: float) -> None:
        """Show other runs.

        Args:
            weeks: The weeks with a run, in order.
            by_distance: Whether bars are distances, else minutes.
            unit: Meters of the unit of distance.
        """
        self.forget()
        self._weeks, self._months = tuple(weeks), run_months(weeks)
        self._by_distance, self._unit = by_distance, unit
        self._fit()
        self._redraw()

    def amount(self, stretch: RunStretch) -> float:
        """Return a bar's height, in the unit of the axis."""
        amount = stretch.amount(by_distance=self._by_distance)
        return amount / self._unit if self._by_distance else amount

    def longest(self, stretch: RunStretch) -> float:
        """Return the height of a bar's longest run."""
        longest = stretch.longest(by_distance=self._by_distance)
        return longest / self._unit if self._by_distance else longest

    def drawn_pain(self) -> list[tuple[date, float]]:
        """Return day and pain of the runs, as marks of the right axis have them."""
        return [(run.day, float(run.pain)) for run in self._runs() if not isinstance(run.pain, NoAnswer)]

    def readout(self, mark: date) -> str:
        """Return what a week or a month says."""
        stretch = next((one for one in self.bars if one.first == mark), None)
        return self._say(stretch) if stretch is not None else ""

    def _fit(self) -> None:
        self._top = nice_top(max((self.amount(one) for one in self.bars), default=1.0))
        under = _UNDER if any(run.pain is NoAnswer.MISSING for run in self._runs()) else _ROOM
        self.set_y_range(-under * self._top, (1 + _OVER) * self._top)
        self._set_ticks("left", ticks_to(self._top))
        self._set_ticks("right", [(self._pain_place(pain), str(pain)) for pain in range(0, 11, 2)])

    def _restyle(self) -> None:
        super()._restyle()
        self._fit()

    def _pain_place(self, pain: float) -> float:
        return self._top * pain / _MOST_PAIN

    def _by_month(self) -> bool:
        first, last = self.visible_days()
        return (last - first).days + 1 > 7 * MOST_WEEKS

    def _runs(self) -> list[RunMark]:
        return [run for week in self._weeks for run in week.runs]

    def _draw(self, first: date, last: date) -> None:
        self._clear()
        self._fit()
        bars = self.bars
        low = bisect_left(bars, first, key=lambda one: one.last)
        shown = bars[low : bisect_right(bars, last, key=lambda one: one.first)]
        self._draw_bars(shown)
        self._draw_flags(shown)
        runs = [run for one in shown for run in one.runs] if not self._by_month() else []
        self._draw_pain(runs)

    def _draw_bars(self, shown: Sequence[RunStretch]) -> None:
        color, soft = self._theme.color(BAR.role), self._theme.color(BAR.role)
        soft.setAlphaF(0.34)
        plain, hatched = QBrush(soft), QBrush(color, Qt.BrushStyle.BDiagPattern)
        self._add(
            pg.BarGraphItem(
                x=[_middle(one) for one in shown],
                height=[self.amount(one) for one in shown],
                width=[0.8 * _width(one) for one in shown],
                brushes=[hatched if one.guard in SPIKES else plain for one in shown],
                pen=QPen(color, 0),
            ),
            0,
        )
        places: list[float] = []
        values: list[float] = []
        for one in shown:
            middle, half = _middle(one), 0.4 * _width(one)
            places += [middle - half, middle + half]
            values += [self.longest(one)] * 2
        pen = pg.mkPen(self._theme.color(LONGEST.role), width=LONGEST.width)
        self._add(pg.PlotCurveItem(places, values, pen=pen, connect="pairs"), 4)

    def _draw_flags(self, shown: Sequence[RunStretch]) -> None:
        above = 0.05 * self._top
        spikes = [(_middle(one), self.amount(one) + above) for one in shown if one.guard in SPIKES]
        weeks = [
            (_middle(one), self.amount(one) + above * (2.3 if one.guard in SPIKES else 1))
            for one in shown
            if one.week_guard is Guard.CAUTION
        ]
        self._add_symbols(spikes, RUN_FLAG, 12)
        self._add_symbols(weeks, WEEK_FLAG, 12)

    def _draw_pain(self, runs: Sequence[RunMark]) -> None:
        points = [DayValue(run.day, run.pain) for run in runs if run.pain is not NoAnswer.NOT_ASKED]
        line = broken(points, _REACH_DAYS)
        places = np.array([day.toordinal() + 0.5 for day, _ in line], dtype=float)
        values = np.array([np.nan if v is None else self._pain_place(v) for _, v in line], dtype=float)
        pen = pg.mkPen(self._theme.color(PAIN.role), width=PAIN.width, style=PAIN.stroke)
        self._add(pg.PlotCurveItem(places, values, pen=pen, connect="finite", antialias=True), 8)
        known = [(day.toordinal() + 0.5, self._pain_place(v)) for day, v in line if v is not None]
        self._add_symbols(known, PAIN, 10)
        mornings = [
            (run.day.toordinal() + 0.5, self._pain_place(run.morning))
            for run in runs
            if not isinstance(run.morning, NoAnswer)
        ]
        self._add_symbols(mornings, MORNING, 9)
        crosses = [
            (run.day.toordinal() + 0.5, -0.7 * _UNDER * self._top)
            for run in runs
            if run.pain is NoAnswer.MISSING
        ]
        self._add_symbols(crosses, MISSING, 10)

    def _add_symbols(self, places: Sequence[tuple[float, float]], look: Look, depth: int) -> None:
        if places:
            self._add_marks(places, look, min(_LARGEST_MARK, max(_MARK, self._theme.px(_MARK))), depth)

    def _marks(self) -> list[date]:
        return [one.first for one in self.bars]

    def _mark_at(self, day: date) -> date | None:
        bars = self.bars
        at = bisect_right(bars, day, key=lambda one: one.first) - 1
        return bars[at].first if at >= 0 and day <= bars[at].last else None

    def _mark_end(self, mark: date) -> date:
        return next(one.last for one in self.bars if one.first == mark)


def _middle(one: RunStretch) -> float:
    return one.first.toordinal() + _width(one) / 2


def _width(one: RunStretch) -> int:
    return (one.last - one.first).days + 1

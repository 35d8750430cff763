"""Planned sessions done, week by week, with the line of being on track (clinical.md §6.2, chart 4)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPen
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.date_words import month_and_year, short_date
from ankle_coach.domain.statistics import ON_TRACK, CalendarDay, Stretch, by_month, by_week
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.day_plot import DayPlot

LOWEST, HIGHEST = 0.0, 116.0
"""Percent in view, with room for a number over a full bar."""
MOST_WEEKS = 56
"""Weeks in view up to which each week has its own bar."""

_MOST_NUMBERS = 13
_SHORTEST_BAR = 1.5


class AdherencePlot(DayPlot):
    """Full bars are on track, hatched ones are not; nothing planned is no bar, nothing done a thin one."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty chart.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        self._weeks: tuple[Stretch, ...] = ()
        self._months: tuple[Stretch, ...] = ()
        self._shown: tuple[Stretch, ...] = ()
        super().__init__(
            theme, words, words.gettext("Planned sessions done, in percent"), (LOWEST, HIGHEST), parent
        )
        self._build_items()
        self._restyle()

    @property
    def bars(self) -> tuple[Stretch, ...]:
        """The weeks or months that have a bar at present, in view or near it."""
        return tuple(stretch for stretch in self._shown if stretch.adherence.planned)

    def set_days(self, days: Sequence[CalendarDay], today: date) -> None:
        """Show another calendar.

        Args:
            days: Each day in order.
            today: The running training day; days after it do not count yet.
        """
        begun = [day for day in days if day.day <= today]
        self._weeks, self._months = by_week(begun, today), by_month(begun, today)
        self.read(None)
        self._redraw()

    def readout(self, mark: date) -> str:
        """Return a week's or month's sessions in words."""
        stretch = next((s for s in self._stretches() if s.first == mark), None)
        gettext = self._words.gettext
        when = month_and_year(mark, self._words)
        if not self._by_month():
            when = gettext("Week of {day}").format(day=short_date(mark, self._words))
        if stretch is None or stretch.adherence.ratio is None:
            return gettext("{when}: nothing planned").format(when=when)
        done, planned = stretch.adherence.done, stretch.adherence.planned
        template = self._words.ngettext(
            "{when}: {done} of {planned} session, {percent} %",
            "{when}: {done} of {planned} sessions, {percent} %",
            planned,
        )
        percent = round(100 * stretch.adherence.ratio)
        return template.format(when=when, done=done, planned=planned, percent=percent)

    def _build_items(self) -> None:
        self._bars = pg.BarGraphItem(x=[], height=[], width=[])
        self.plot.addItem(self._bars, ignoreBounds=True)
        self._line = pg.InfiniteLine(100 * ON_TRACK, angle=0)
        self._line.setZValue(5)
        self.plot.addItem(self._line, ignoreBounds=True)
        self._numbers: list[pg.TextItem] = []
        self.plot.getAxis("left").setTicks([[(0, "0 %"), (50, "50 %"), (80, "80 %"), (100, "100 %")]])
        self.plot.getAxis("right").setTicks([[(100 * ON_TRACK, self._words.gettext("on track"))]])

    def _restyle(self) -> None:
        super()._restyle()
        widest = QFontMetricsF(self._theme.font("small")).horizontalAdvance("100 %")
        self.plot.getAxis("left").setWidth(round(widest) + self._theme.px(12))
        label = QFontMetricsF(self._theme.font("small")).horizontalAdvance(self._words.gettext("on track"))
        self.plot.getAxis("right").setWidth(round(label) + self._theme.px(12))
        self._line.setPen(pg.mkPen(self._theme.color("text"), width=1.2, style=Qt.PenStyle.DashLine))

    def _by_month(self) -> bool:
        first, last = self.visible_days()
        return (last - first).days + 1 > 7 * MOST_WEEKS

    def _stretches(self) -> tuple[Stretch, ...]:
        return self._months if self._by_month() else self._weeks

    def _draw(self, first: date, last: date) -> None:
        stretches = self._stretches()
        low = bisect_left(stretches, first, key=lambda s: s.last)
        self._shown = stretches[low : bisect_right(stretches, last, key=lambda s: s.first)]
        bars = self.bars
        fill, edge = self._theme.color("positive_fill"), self._theme.color("positive")
        hatched = QBrush(edge, Qt.BrushStyle.BDiagPattern)
        self._bars.setOpts(
            x=[_middle(stretch) for stretch in bars],
            height=[max(_SHORTEST_BAR, _percent(stretch)) for stretch in bars],
            width=[0.76 * _width(stretch) for stretch in bars],
            brushes=[QBrush(fill) if stretch.is_on_track else hatched for stretch in bars],
            pen=QPen(edge, 0),
        )
        self._draw_numbers()

    def _draw_numbers(self) -> None:
        """Write done and planned over the bars while there are few."""
        for item in self._numbers:
            self.plot.removeItem(item)
        first, last = self.visible_days()
        few = (last - first).days + 1 <= 7 * _MOST_NUMBERS
        self._numbers = [self._number(stretch) for stretch in self.bars] if few else []
        for item in self._numbers:
            self.plot.addItem(item, ignoreBounds=True)

    def _number(self, stretch: Stretch) -> pg.TextItem:
        text = self._words.gettext("{done}/{planned}").format(
            done=stretch.adherence.done, planned=stretch.adherence.planned
        )
        item = pg.TextItem(text, color=self._theme.color("text"), anchor=(0.5, 0.9))
        item.setFont(self._theme.font("small"))
        item.setPos(QPointF(_middle(stretch), max(_SHORTEST_BAR, _percent(stretch))))
        item.setZValue(10)
        return item

    def _marks(self) -> list[date]:
        return [stretch.first for stretch in self._stretches()]

    def _mark_at(self, day: date) -> date | None:
        stretches = self._stretches()
        index = bisect_right(stretches, day, key=lambda s: s.first) - 1
        if index < 0 or day > stretches[index].last:
            return None
        return stretches[index].first

    def _mark_end(self, mark: date) -> date:
        return next(stretch.last for stretch in self._stretches() if stretch.first == mark)


def _middle(stretch: Stretch) -> float:
    return stretch.first.toordinal() + _width(stretch) / 2


def _width(stretch: Stretch) -> int:
    return (stretch.last - stretch.first).days + 1


def _percent(stretch: Stretch) -> float:
    return 100 * (stretch.adherence.ratio or 0.0)

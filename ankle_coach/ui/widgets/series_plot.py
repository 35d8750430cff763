"""Lines over days with their means, bands and marked values (clinical.md §6.2, charts 3, 8 and 10)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPen
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.pain_history import Bucket
from ankle_coach.domain.series import DayMean, DayValue, SeriesLine, broken, mean_by
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.axis_scale import number_words
from ankle_coach.ui.widgets.bucketed_plot import BucketedPlot
from ankle_coach.ui.widgets.chart_legend import MISSING, ChartLegend, Look

_ROOM = 0.06
"""Room under and over the scale, as a share of it, for a mark that stands on its end."""
_LANE = 0.16
"""Room under the scale for the crosses of questions that were left out."""
_MARK, _LARGEST_MARK = 7.5, 12.0
_REACHES = {Bucket.WEEK: 7, Bucket.MONTH: 31}


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis of a chart.

    Attributes:
        low: Lowest value.
        high: Highest value.
        ticks: Values with a number at the axis.
        say: Says a value with its unit.
    """

    low: float
    high: float
    ticks: tuple[float, ...]
    say: Callable[[float], str]


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line with its name and how it is drawn.

    Attributes:
        line: The values.
        name: What it is called, in the legend and when it is read.
        look: Marks and stroke of the values.
        mean: Stroke of the moving mean; None where none is drawn.
        mean_name: What the mean is called.
    """

    line: SeriesLine
    name: str
    look: Look
    mean: Look | None = None
    mean_name: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """A colored stretch of the scale with its word at the right."""

    low: float
    high: float
    role: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A marked value with its word at the right."""

    value: float
    word: str
    stroke: Qt.PenStyle = Qt.PenStyle.DashLine


class SeriesPlot(BucketedPlot):
    """Values as marks, gaps as gaps, an answer left out as a cross below the scale, not asked as nothing."""

    def __init__(
        self, theme: Theme, words: Words, name: str, scale: Scale, parent: QWidget | None = None
    ) -> None:
        """Make an empty chart.

        Args:
            theme: The look.
            words: The reader's language.
            name: What it shows, for a screen reader.
            scale: Its axis.
            parent: Qt owner.
        """
        self._scale = scale
        self._lines: tuple[DrawnLine, ...] = ()
        self._zones: tuple[Zone, ...] = ()
        self._levels: tuple[Level, ...] = ()
        self._by_bucket: dict[Bucket, list[tuple[DayValue, ...]]] = {}
        self._items: list[pg.GraphicsObject] = []
        self._curves: list[tuple[pg.PlotCurveItem, pg.ScatterPlotItem, pg.PlotCurveItem]] = []
        super().__init__(theme, words, name, (scale.low, scale.high), parent)
        self._legend = ChartLegend(theme)
        self.column.insertWidget(0, self._legend)
        self._crosses = pg.ScatterPlotItem(antialias=True, pxMode=True)
        self._crosses.setZValue(20)
        self.plot.addItem(self._crosses, ignoreBounds=True)
        self._restyle()

    @property
    def legend(self) -> ChartLegend:
        """What the marks mean."""
        return self._legend

    @property
    def levels(self) -> tuple[Level, ...]:
        """The marked values."""
        return self._levels

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The colored stretches."""
        return self._zones

    def set_lines(
        self,
        lines: Sequence[DrawnLine],
        scale: Scale | None = None,
        zones: Sequence[Zone] = (),
        levels: Sequence[Level] = (),
    ) -> None:
        """Show other lines.

        Args:
            lines: The lines, the most important last: it lies on top.
            scale: Another axis; None to keep the one it has.
            zones: Colored stretches of the scale.
            levels: Marked values.
        """
        self._scale = scale or self._scale
        self._lines, self._zones, self._levels = tuple(lines), tuple(zones), tuple(levels)
        self._by_bucket = {}
        self.read(None)
        self._fit()
        self._rebuild()
        self._show_legend()
        self._restyle()
        self._redraw()

    def drawn(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        """Return what is drawn of a line: places of days, and values or NaN."""
        x, y = self._curves[number][0].getData()
        return x, y

    def drawn_mean(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        """Return what is drawn of a line's mean."""
        x, y = self._curves[number][2].getData()
        return x, y

    def crosses(self) -> tuple[np.ndarray, np.ndarray]:
        """Return where an answer was left out."""
        x, y = self._crosses.getData()
        return x, y

    def readout(self, mark: date) -> str:
        """Return what all lines say of a day, a week or a month."""
        parts = []
        for drawn, points in zip(self._lines, self._values(), strict=True):
            at = bisect_left(points, mark, key=_day_of)
            point = points[at] if at < len(points) and points[at].day == mark else None
            if point is not None:
                parts.append(self._part(drawn, point))
                parts += self._mean_part(drawn, mark)
        when = self._when(mark)
        if not parts:
            return self._words.gettext("{day}: no entry").format(day=when)
        return self._words.gettext("{day}: {values}").format(day=when, values=", ".join(parts))

    def _part(self, drawn: DrawnLine, point: DayValue) -> str:
        number = point.number
        said = self._scale.say(number) if number is not None else self._words.gettext("no answer")
        told = self._words.gettext("{name} {value}").format(name=drawn.name, value=said)
        if point.entries <= 1 or self._bucket is Bucket.DAY:
            return told
        entries = self._words.ngettext("mean of {n} entry", "mean of {n} entries", point.entries)
        return f"{told} ({entries.format(n=point.entries)})"

    def _mean_part(self, drawn: DrawnLine, mark: date) -> list[str]:
        if drawn.mean is None or self._bucket is not Bucket.DAY:
            return []
        means = drawn.line.means
        at = bisect_left(means, mark, key=_mean_day)
        if at >= len(means) or means[at].day != mark:
            return []
        value = means[at].value
        if value is None:
            return [self._words.gettext("too few entries for a 7-day mean")]
        said = self._scale.say(round(value, 1))
        return [self._words.gettext("7-day mean {value}").format(value=said)]

    def _has_missing(self) -> bool:
        return any(point.number is None for drawn in self._lines for point in drawn.line.points)

    def _fit(self) -> None:
        """Give the scale room for marks on its ends, and a lane where answers were left out."""
        height = self._scale.high - self._scale.low
        under = _LANE if self._has_missing() else _ROOM
        self.set_y_range(self._scale.low - under * height, self._scale.high + _ROOM * height)

    def _rebuild(self) -> None:
        for item in self._items:
            self.plot.removeItem(item)
        self._items, self._curves = [], []
        for zone in self._zones:
            band = pg.LinearRegionItem((zone.low, zone.high), orientation="horizontal", movable=False)
            band.setZValue(-20)
            self._items.append(band)
        for level in self._levels:
            line = pg.InfiniteLine(level.value, angle=0)
            line.setZValue(-2)
            self._items.append(line)
        for depth, _ in enumerate(self._lines):
            items = (
                pg.PlotCurveItem(connect="finite", antialias=True),
                pg.ScatterPlotItem(antialias=True, pxMode=True),
                pg.PlotCurveItem(connect="finite", antialias=True),
            )
            for item, place in zip(items, (depth, 10 + depth, 5 + depth), strict=True):
                item.setZValue(place)
            self._curves.append(items)
            self._items += items
        for item in self._items:
            self.plot.addItem(item, ignoreBounds=True)

    def _show_legend(self) -> None:
        entries = []
        for drawn in self._lines:
            entries.append((drawn.look, drawn.name))
            if drawn.mean is not None:
                entries.append((drawn.mean, drawn.mean_name))
        if self._has_missing():
            entries.append((MISSING, self._words.gettext("No answer")))
        self._legend.set_entries(entries)

    def _restyle(self) -> None:
        super()._restyle()
        for zone, band in zip(self._zones, self._items, strict=False):
            band.setBrush(self._theme.color(zone.role))
            for edge in band.lines:
                edge.setPen(QPen(Qt.PenStyle.NoPen))
        for level, line in zip(self._levels, self._items[len(self._zones) :], strict=False):
            line.setPen(pg.mkPen(self._theme.color("text_muted"), width=1.2, style=level.stroke))
        left = [(value, self._tick(value)) for value in self._scale.ticks]
        self._set_ticks("left", left)
        right = [((zone.low + zone.high) / 2, zone.word) for zone in self._zones if zone.word]
        right += [(level.value, level.word) for level in self._levels]
        self._set_ticks("right", right)

    def _tick(self, value: float) -> str:
        return number_words(value)

    def _values(self) -> list[tuple[DayValue, ...]]:
        if self._bucket not in self._by_bucket:
            self._by_bucket[self._bucket] = [mean_by(d.line.points, self._bucket) for d in self._lines]
        return self._by_bucket[self._bucket]

    def _draw(self, first: date, last: date) -> None:
        self._choose_bucket()
        missing: list[float] = []
        for drawn, points, items in zip(self._lines, self._values(), self._curves, strict=True):
            low = bisect_left(points, self._bucket.start(first), key=_day_of)
            part = points[low : bisect_right(points, last, key=_day_of)]
            self._draw_line(drawn, part, items[0], items[1])
            self._draw_mean(drawn, first, last, items[2])
            missing += [self._middle(point.day) for point in part if point.number is None]
        lane = self._scale.low - (_LANE + _ROOM) / 2 * (self._scale.high - self._scale.low)
        pen = pg.mkPen(self._theme.color(MISSING.role), width=1.4)
        self._crosses.setData(missing, [lane] * len(missing), symbol="x", size=self._mark_size(), pen=pen)

    def _draw_line(
        self, drawn: DrawnLine, points: Sequence[DayValue], curve: pg.PlotCurveItem, marks: pg.ScatterPlotItem
    ) -> None:
        reach = max(drawn.line.reach, _REACHES.get(self._bucket, 0))
        known = broken(points, reach)
        places = np.array([self._middle(day) for day, _ in known], dtype=float)
        values = np.array([np.nan if value is None else value for _, value in known], dtype=float)
        look, color = drawn.look, self._theme.color(drawn.look.role)
        curve.setData(places, values, pen=pg.mkPen(color, width=look.width, style=look.stroke))
        answered = ~np.isnan(values)
        surface = self._theme.color("surface")
        marks.setData(
            places[answered],
            values[answered],
            symbol=look.symbol or "o",
            size=self._mark_size(),
            pen=pg.mkPen(surface if look.filled else color, width=1.0 if look.filled else 1.7),
            brush=QBrush(color if look.filled else surface),
        )

    def _draw_mean(self, drawn: DrawnLine, first: date, last: date, curve: pg.PlotCurveItem) -> None:
        if drawn.mean is None:
            return
        means = drawn.line.means
        part = means[bisect_left(means, first, key=_mean_day) : bisect_right(means, last, key=_mean_day)]
        values = np.array([np.nan if mean.value is None else mean.value for mean in part], dtype=float)
        places = np.array([mean.day.toordinal() + 0.5 for mean in part], dtype=float)
        color = self._theme.color(drawn.mean.role)
        curve.setData(places, values, pen=pg.mkPen(color, width=drawn.mean.width, style=drawn.mean.stroke))

    def _mark_size(self) -> float:
        return min(_LARGEST_MARK, max(_MARK, self._theme.px(_MARK)))

    def _marks(self) -> list[date]:
        return sorted({point.day for points in self._values() for point in points})

    def _mark_at(self, day: date) -> date | None:
        """A day of sparse answers has no mark of its own: the pointer takes the nearest one within reach."""
        mark = super()._mark_at(day)
        marks = self._marks()
        if mark is None or not marks or mark in marks:
            return mark
        first, last = self.visible_days()
        near = min(marks, key=lambda known: abs((known - day).days))
        return near if abs((near - day).days) <= max(1, (last - first).days // 40) else mark


def _day_of(point: DayValue) -> date:
    return point.day


def _mean_day(mean: DayMean) -> date:
    return mean.day

"""Pain during, after and the next morning over time, in the three bands (clinical.md §6.2, chart 1)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPen
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.pain_history import LOW_TO, MIDDLE_TO, Bucket, PainPoint, PainSeries, line, worst_by
from ankle_coach.domain.series import DayMean
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.bucketed_plot import BucketedPlot
from ankle_coach.ui.widgets.pain_legend import BASELINE, STYLES, PainLegend

LOWEST, HIGHEST = -0.5, 10.5
"""The scale's 0 and 10 with room for a mark that stands on them."""

_PLACES = {PainSeries.DURING: 0.22, PainSeries.AFTER: 0.5, PainSeries.NEXT_MORNING: 0.78}
_BANDS = (("band_low", LOWEST, 2.5), ("band_mid", 2.5, 5.5), ("band_high", 5.5, HIGHEST))
_MARK, _LARGEST_MARK = 7.5, 11.0


@dataclass(frozen=True, slots=True)
class PlanMarker:
    """A vertical line where a plan version or a phase began.

    Attributes:
        day: Its first training day.
        label: What began.
    """

    day: date
    label: str


class PainPlot(BucketedPlot):
    """Three lines told apart by symbol and stroke, gaps as gaps; longer stretches show weeks or months."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty chart.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        self._points: tuple[PainPoint, ...] = ()
        self._worst: dict[Bucket, tuple[PainPoint, ...]] = {}
        self._markers: tuple[PlanMarker, ...] = ()
        self._marker_items: list[pg.InfiniteLine] = []
        self._ceiling = MIDDLE_TO
        self._baseline: tuple[DayMean, ...] = ()
        super().__init__(theme, words, words.gettext("Pain over time, 0 to 10"), (LOWEST, HIGHEST), parent)
        self._build_items()
        self._restyle()

    @property
    def band_words(self) -> tuple[str, str, str]:
        """What the three bands are called under the plan's ceiling (clinical.md §3.9)."""
        gettext = self._words.gettext
        middle = gettext("above your plan's limit")
        if self._ceiling >= MIDDLE_TO:
            middle = gettext("acceptable")
        elif self._ceiling > LOW_TO:
            middle = gettext("acceptable up to {limit}").format(limit=self._ceiling)
        return gettext("low"), middle, gettext("too high")

    def set_points(self, points: Sequence[PainPoint]) -> None:
        """Show another history; oldest first."""
        self._points = tuple(points)
        self._worst = {}
        self.read(None)
        self._redraw()

    def set_baseline(self, means: Sequence[DayMean]) -> None:
        """Show the usual morning pain day by day; where it is not known the line breaks."""
        self._baseline = tuple(means)
        self._legend.show_baseline(any(mean.value is not None for mean in means))
        self._redraw()

    def usual_morning(self, day: date) -> float | None:
        """Return the usual morning pain that holds on a day; None where it is not known."""
        at = bisect_right(self._baseline, day, key=_mean_day) - 1
        found = self._baseline[at] if at >= 0 else None
        return found.value if found is not None and found.day == day else None

    def set_ceiling(self, ceiling: int) -> None:
        """Say up to which pain the program allows exercise; it decides what the middle band is called."""
        self._ceiling = ceiling
        self._refresh_bands()

    def set_markers(self, markers: Sequence[PlanMarker]) -> None:
        """Show where plan versions and phases began."""
        for item in self._marker_items:
            self.plot.removeItem(item)
        self._markers = tuple(sorted(markers, key=lambda marker: marker.day))
        self._marker_items = [self._marker_item(marker) for marker in self._markers]
        for item in self._marker_items:
            self.plot.addItem(item, ignoreBounds=True)
        self._restyle_markers()
        self._thin_labels()

    def drawn(self, series: PainSeries) -> tuple[np.ndarray, np.ndarray]:
        """Return what is drawn of a line: days as ordinals with their place in the day, and pain or NaN."""
        x, y = self._curves[series].getData()
        return x, y

    def readout(self, mark: date) -> str:
        """Return a day's, week's or month's pain in words."""
        point = next((p for p in self._buckets() if p.day == mark), None)
        when = self._when(mark)
        if point is None:
            return self._words.gettext("{day}: no entry").format(day=when)
        template = self._words.gettext("{day}: during {during}, after {after}, next morning {morning}")
        if self._bucket is not Bucket.DAY:
            template = self._words.gettext(
                "{day}, highest: during {during}, after {after}, next morning {morning}"
            )
        told = template.format(
            day=when,
            during=self._answer(point.during),
            after=self._answer(point.after),
            morning=self._answer(point.next_morning),
        )
        usual = self.usual_morning(mark) if self._bucket is Bucket.DAY else None
        if usual is None:
            return told
        return self._words.gettext("{told}; usual morning {usual}").format(told=told, usual=f"{usual:g}")

    def _answer(self, answer: Answer) -> str:
        if isinstance(answer, int):
            return str(answer)
        missing = answer is NoAnswer.MISSING
        return self._words.gettext("no answer") if missing else self._words.gettext("not asked")

    def _build_items(self) -> None:
        self._legend = PainLegend(self._theme, self._words)
        self.column.insertWidget(0, self._legend)
        self._bands = []
        for _, low, high in _BANDS:
            band = pg.LinearRegionItem((low, high), orientation="horizontal", movable=False, pen=None)
            band.setZValue(-20)
            self.plot.addItem(band, ignoreBounds=True)
            self._bands.append(band)
        self._usual = pg.PlotCurveItem(connect="finite", antialias=True)
        self._usual.setZValue(-1)
        self.plot.addItem(self._usual, ignoreBounds=True)
        self._curves, self._symbols = {}, {}
        for depth, series in enumerate(STYLES):
            self._curves[series] = pg.PlotCurveItem(connect="finite", antialias=True)
            self._symbols[series] = pg.ScatterPlotItem(antialias=True, pxMode=True)
            self._curves[series].setZValue(depth)
            self._symbols[series].setZValue(10 + depth)
            self.plot.addItem(self._curves[series], ignoreBounds=True)
            self.plot.addItem(self._symbols[series], ignoreBounds=True)
        self.plot.getAxis("left").setTicks([[(value, str(value)) for value in range(0, 11, 2)]])

    def _marker_item(self, marker: PlanMarker) -> pg.InfiniteLine:
        options = {"position": 0.94, "anchors": [(0, 0.5), (0, 0.5)]}
        return pg.InfiniteLine(marker.day.toordinal(), angle=90, label=marker.label, labelOpts=options)

    def _restyle(self) -> None:
        super()._restyle()
        for (role, _, _), band in zip(_BANDS, self._bands, strict=True):
            band.setBrush(self._theme.color(role))
            for edge in band.lines:
                edge.setPen(QPen(Qt.PenStyle.NoPen))
        self._refresh_bands()
        self.plot.getAxis("left").setWidth(self._theme.px(30))
        self._restyle_markers()

    def _restyle_markers(self) -> None:
        for item in self._marker_items:
            item.setPen(QPen(self._theme.color("text_muted"), 0, Qt.PenStyle.DashDotLine))
            item.label.setColor(self._theme.color("text"))
            item.label.setFont(self._theme.font("small"))

    def _refresh_bands(self) -> None:
        axis = self.plot.getAxis("right")
        axis.setTicks([list(zip((1, 4, 8), self.band_words, strict=True))])
        metrics = QFontMetricsF(self._theme.font("small"))
        widest = max(metrics.horizontalAdvance(word) for word in self.band_words)
        axis.setWidth(round(widest) + self._theme.px(14))

    def _thin_labels(self) -> None:
        """Hide the label of a marker that is too near to the next one."""
        pixel = self.plot.getViewBox().viewPixelSize()[0]
        metrics = QFontMetricsF(self._theme.font("small"))
        for index, item in enumerate(self._marker_items):
            following = self._markers[index + 1 : index + 2]
            end = following[0].day.toordinal() if following else self._x_range()[1]
            room = (min(end, self._x_range()[1]) - self._markers[index].day.toordinal()) / pixel
            needed = metrics.horizontalAdvance(self._markers[index].label) + 8
            item.label.setVisible(room >= needed)

    def _buckets(self) -> tuple[PainPoint, ...]:
        if self._bucket not in self._worst:
            self._worst[self._bucket] = worst_by(self._points, self._bucket)
        return self._worst[self._bucket]

    def _draw(self, first: date, last: date) -> None:
        self._choose_bucket()
        points = self._buckets()
        low = bisect_left(points, self._bucket.start(first), key=_day_of)
        part = points[low : bisect_right(points, last, key=_day_of)]
        for series in STYLES:
            self._draw_line(series, part)
        self._draw_baseline(first, last)

    def _draw_baseline(self, first: date, last: date) -> None:
        low = bisect_left(self._baseline, first, key=_mean_day)
        part = self._baseline[low : bisect_right(self._baseline, last, key=_mean_day)]
        values = np.array([np.nan if mean.value is None else mean.value for mean in part], dtype=float)
        places = np.array([mean.day.toordinal() + 0.5 for mean in part], dtype=float)
        pen = pg.mkPen(self._theme.color(BASELINE.role), width=BASELINE.width, style=BASELINE.stroke)
        self._usual.setData(places, values, pen=pen)

    def _draw_line(self, series: PainSeries, points: Sequence[PainPoint]) -> None:
        marks = line(points, series, self._bucket)
        values = np.array([np.nan if value is None else value for _, value in marks], dtype=float)
        places = np.array([self._place(day, series) for day, _ in marks], dtype=float)
        role, stroke, symbol, filled = STYLES[series]
        color = self._theme.color(role)
        self._curves[series].setData(places, values, pen=pg.mkPen(color, width=1.6, style=stroke))
        answered = ~np.isnan(values)
        outline = pg.mkPen(self._theme.color("surface") if filled else color, width=1.0 if filled else 1.7)
        brush = QBrush(color if filled else self._theme.color("surface"))
        self._symbols[series].setData(
            places[answered],
            values[answered],
            symbol=symbol,
            size=self._mark_size(),
            pen=outline,
            brush=brush,
        )

    def _mark_size(self) -> float:
        return min(_LARGEST_MARK, max(_MARK, self._theme.px(_MARK)))

    def _place(self, day: date, series: PainSeries) -> float:
        width = (self._bucket.end(day) - day).days + 1
        return day.toordinal() + width * _PLACES[series]

    def _marks(self) -> list[date]:
        return [point.day for point in self._buckets()]

    def _on_view_resized(self, *args: object) -> None:
        super()._on_view_resized(*args)
        self._thin_labels()

    def _on_view_x_range_changed(self, *args: object) -> None:
        super()._on_view_x_range_changed(*args)
        self._thin_labels()


def _day_of(point: PainPoint) -> date:
    return point.day


def _mean_day(mean: DayMean) -> date:
    return mean.day

"""My activities and the overall change, with the band of noise (clinical.md §6.2, chart 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.library import Library
from ankle_coach.domain.series_scores import ActivitiesSeries, ChangeBand
from ankle_coach.domain.words import Words
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.axis_scale import signed_words
from ankle_coach.ui.widgets.chart_card import ChartCard
from ankle_coach.ui.widgets.chart_legend import Look
from ankle_coach.ui.widgets.source_chips import SourceChips
from ankle_coach.ui.widgets.visibility import set_shown

if TYPE_CHECKING:
    from ankle_coach.ui.widgets.series_plot import DrawnLine, SeriesPlot, Zone

_HEIGHT, _CHANGE_HEIGHT = 230, 170
_MEAN = Look("series_0", Qt.PenStyle.SolidLine, symbol="o", width=2.6)
_ACTIVITIES = (
    Look("series_1", Qt.PenStyle.DashLine, symbol="s", filled=False),
    Look("series_2", Qt.PenStyle.DotLine, symbol="t1", filled=False),
    Look("series_3", Qt.PenStyle.DashDotLine, symbol="d", filled=False),
    Look("series_4", Qt.PenStyle.DashLine, symbol="t", filled=False),
    Look("series_5", Qt.PenStyle.DotLine, symbol="t2", filled=False),
)
"""Each activity in a shape and a stroke of its own; a sixth begins anew."""


class JournalActivitiesCard(ChartCard):
    """Does it change what matters: more than the band is more than noise."""

    def __init__(self, theme: Theme, words: Words, library: Library, parent: QWidget | None = None) -> None:
        """Make a card that has no chart yet.

        Args:
            theme: The look.
            words: The reader's language.
            library: Has the sources of the band.
            parent: Qt owner.
        """
        super().__init__(theme, words, "activities_card", words.gettext("My activities"), parent)
        gettext = words.gettext
        self._goes: SeriesPlot | None = None
        self._change: SeriesPlot | None = None
        self._goes_caption = self._caption(gettext("How well each goes, 0 not at all to 10 as before"))
        self._change_caption = self._caption(
            gettext("Overall change since the start, \N{MINUS SIGN}5 much worse to 5 much better")
        )
        self._sources = SourceChips(library, theme, words)
        self.column.addWidget(self._sources)

    def show_view(self, view: ChartView) -> None:
        """Show the answers of the two-week questions."""
        series = view.charts.activities()
        gettext = self._words.gettext
        empty = series.mean is None and series.change is None
        self._show_empty(
            gettext(
                "How well three to five things of your choice go, and the overall change, are drawn here "
                "from the first two-week questions on: Review… asks them."
            )
            if empty
            else ""
        )
        if empty:
            return
        goes, change = self._charts()
        self._show_activities(series, goes)
        self._show_change(series, change)
        self._limit(self.plots, view)
        self._line_up()
        self._show_sources([band for band in (series.band, series.change_band) if band is not None])

    def _charts(self) -> tuple[SeriesPlot, SeriesPlot]:
        if self._goes is None or self._change is None:
            from ankle_coach.ui.widgets.series_plot import Scale, SeriesPlot  # noqa: PLC0415 - loads numpy

            tens = Scale(0, 10, tuple(range(0, 11, 2)), lambda value: f"{value:.3g}")
            self._goes = SeriesPlot(self._theme, self._words, self._goes_caption.text(), tens)
            self._goes.setObjectName("activities_plot")
            fives = Scale(-5, 5, (-5, -2, 0, 2, 5), signed_words)
            self._change = SeriesPlot(self._theme, self._words, self._change_caption.text(), fives)
            self._change.setObjectName("change_plot")
            self._add_plot(self._goes, _HEIGHT, self._goes_caption)
            self._add_plot(self._change, _CHANGE_HEIGHT, self._change_caption)
        return self._goes, self._change

    def _show_activities(self, series: ActivitiesSeries, plot: SeriesPlot) -> None:
        from ankle_coach.ui.widgets.series_plot import DrawnLine  # noqa: PLC0415 - loads numpy

        for widget in (plot, self._goes_caption):
            set_shown(widget, series.mean is not None)
        lines: list[DrawnLine] = []
        for number, line in enumerate(series.activities):
            lines.append(DrawnLine(line, line.key, _ACTIVITIES[number % len(_ACTIVITIES)]))
        if series.mean is not None:
            lines.append(DrawnLine(series.mean, self._words.gettext("Mean"), _MEAN))
        plot.set_lines(lines, zones=self._zones(series.band))

    def _show_change(self, series: ActivitiesSeries, plot: SeriesPlot) -> None:
        from ankle_coach.ui.widgets.series_plot import DrawnLine  # noqa: PLC0415 - loads numpy

        for widget in (plot, self._change_caption):
            set_shown(widget, series.change is not None)
        if series.change is not None:
            word = self._words.gettext("Overall change")
            plot.set_lines([DrawnLine(series.change, word, _MEAN)], zones=self._zones(series.change_band))

    def _zones(self, band: ChangeBand | None) -> list[Zone]:
        from ankle_coach.ui.widgets.series_plot import Zone  # noqa: PLC0415 - loads numpy

        if band is None:
            return []
        return [Zone(band.low, band.high, "accent_soft", self._words.gettext("may be noise"))]

    def _show_sources(self, bands: list[ChangeBand]) -> None:
        references = [reference for band in bands for reference in band.references]
        size = f"{bands[0].size:g}" if bands else ""
        sentence = self._words.gettext(
            "A change of less than {size} points from the start, the colored band, may be noise."
        ).format(size=size)
        self._sources.show_sources(sentence if bands else "", references)

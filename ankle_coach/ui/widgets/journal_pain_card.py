"""The card with the pain chart and its readout; the chart is made when it is first asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.pain_history import Bucket
from ankle_coach.domain.words import Words
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chart_card import ChartCard

if TYPE_CHECKING:
    from ankle_coach.ui.widgets.pain_plot import PainPlot

_HEIGHT = 262


class JournalPainCard(ChartCard):
    """Pain over time."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make a card that has no chart yet.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(theme, words, "pain_card", words.gettext("Pain"), parent)
        self.set_subtitle(words.gettext("0 none, 10 worst"))
        self._plot: PainPlot | None = None

    @property
    def plot(self) -> PainPlot | None:
        """The chart, or None before it is made."""
        return self._plot

    def make_chart(self) -> PainPlot:
        """Make the chart, which loads the charting library, and return it."""
        if self._plot is None:
            from ankle_coach.ui.widgets.pain_plot import PainPlot  # noqa: PLC0415 - loads numpy

            self._plot = PainPlot(self._theme, self._words)
            self._plot.setObjectName("pain_plot")
            self._plot.range_changed.connect(self._show_bucket)
            self._add_plot(self._plot, _HEIGHT)
        return self._plot

    def show_view(self, view: ChartView) -> None:
        """Show a journal."""
        from ankle_coach.ui.widgets.pain_plot import PlanMarker  # noqa: PLC0415 - loads numpy

        overview, plot = view.overview, self.make_chart()
        self._limit((plot,), view)
        plot.set_ceiling(overview.plans[-1].pain_ceiling if overview.plans else 0)
        plot.set_points(overview.pain)
        plot.set_baseline(view.charts.baseline())
        plot.set_markers([PlanMarker(day, label) for day, label in view.markers])

    def read(self, day: date) -> None:
        """Mark and read out a day."""
        if self._plot is not None:
            self._plot.read(day)

    @Slot()
    def _show_bucket(self) -> None:
        """Say what a mark stands for, where it is not simply a day."""
        gettext = self._words.gettext
        words = {
            Bucket.DAY: gettext("0 none, 10 worst"),
            Bucket.WEEK: gettext("0 none, 10 worst. Each mark is the highest of a week"),
            Bucket.MONTH: gettext("0 none, 10 worst. Each mark is the highest of a month"),
        }
        if self._plot is not None:
            self.set_subtitle(words[self._plot.bucket])

    def _hint(self) -> str:
        return self._words.gettext(
            "Point at a day to read it, or use the arrow keys. Drag to move, Ctrl + wheel to zoom."
        )

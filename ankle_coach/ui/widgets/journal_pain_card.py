"""The card with the pain chart, its range and its readout; the chart is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.pain_history import Bucket
from ankle_coach.domain.words import Words
from ankle_coach.services.journal_service import JournalOverview
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from ankle_coach.ui.widgets.pain_plot import PainPlot

RANGES = {"4": 28, "12": 84}
"""Days of the ranges to choose from; beside them there is everything."""
EVERYTHING = "all"

_HEIGHT = 262


class JournalPainCard(Card):
    """Pain over time.

    Signals:
        range_changed: The first and the last day in view.
    """

    range_changed = Signal(object, object)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make a card that has no chart yet.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(theme, words.gettext("Pain"), words.gettext("0 none, 10 worst"), parent=parent)
        self.setObjectName("pain_card")
        self._words = words
        self._plot: PainPlot | None = None
        self._limits: tuple[date, date] | None = None
        self._build_parts()
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

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
            self._plot.range_changed.connect(self._on_plot_range_changed)
            self._plot.readout_changed.connect(self._on_plot_readout_changed)
            self.body.insertWidget(0, self._plot)
            self.body.removeWidget(self._room)
            self._room.deleteLater()
            self._on_theme_changed()
        return self._plot

    def show_overview(
        self, overview: JournalOverview, limits: tuple[date, date], markers: Sequence[tuple[date, str]]
    ) -> None:
        """Show a journal; the range stays as it is while the limits do.

        Args:
            overview: The journal.
            limits: The first and the last day that the chart can be moved to.
            markers: First days of plan versions and phases, and what they are called.
        """
        from ankle_coach.ui.widgets.pain_plot import PlanMarker  # noqa: PLC0415 - loads numpy

        plot = self.make_chart()
        before, self._limits = self._limits, limits
        plot.set_limits(*limits)
        plot.set_ceiling(overview.plans[-1].pain_ceiling if overview.plans else 0)
        plot.set_points(overview.pain)
        plot.set_markers([PlanMarker(day, label) for day, label in markers])
        if before != limits:
            self._choose_range(self._range.current)

    def show_range(self, first: date, last: date) -> None:
        """Show the same days as the bars."""
        if self._plot is not None and self._plot.visible_days() != (first, last):
            self._plot.set_range(first, last)

    def _build_parts(self) -> None:
        gettext = self._words.gettext
        choices = [("4", gettext("4 weeks")), ("12", gettext("12 weeks")), (EVERYTHING, gettext("All"))]
        self._range = SegmentedControl(gettext("Range"), choices)
        self._range.setObjectName("range")
        self._range.set_current("12")
        self._range.current_changed.connect(self._choose_range)
        self.add_action(self._range)
        self._room = QWidget()
        self._hint = gettext(
            "Point at a day to read it, or use the arrow keys. Drag to move, Ctrl + wheel to zoom."
        )
        self._readout = TextLabel(self._hint, "small")
        self._readout.setObjectName("pain_readout")
        self.body.addWidget(self._room)
        self.body.addWidget(self._readout)

    @Slot(str)
    def _choose_range(self, key: str) -> None:
        if self._plot is None or self._limits is None:
            return
        first, last = self._limits
        if key != EVERYTHING:
            first = max(first, last - timedelta(days=RANGES[key] - 1))
        self._plot.set_range(first, last)

    @Slot(object, object)
    def _on_plot_range_changed(self, first: date, last: date) -> None:
        if self._plot is not None:
            self.set_subtitle(self._mark_words(self._plot.bucket))
        self.range_changed.emit(first, last)

    def _mark_words(self, bucket: Bucket) -> str:
        """Say what a mark stands for, where it is not simply a day."""
        gettext = self._words.gettext
        return {
            Bucket.DAY: gettext("0 none, 10 worst"),
            Bucket.WEEK: gettext("0 none, 10 worst. Each mark is the highest of a week"),
            Bucket.MONTH: gettext("0 none, 10 worst. Each mark is the highest of a month"),
        }[bucket]

    @Slot(str)
    def _on_plot_readout_changed(self, text: str) -> None:
        self._readout.setText(text or self._hint)

    @Slot()
    def _on_theme_changed(self) -> None:
        (self._plot or self._room).setFixedHeight(self._theme.px(_HEIGHT))

"""The card that shows how the plan was followed: bars week by week, and the calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ankle_coach.domain.statistics import WINDOW_DAYS, Adherence, DayState
from ankle_coach.domain.words import Words
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.adherence_calendar import AdherenceCalendar
from ankle_coach.ui.widgets.chart_card import ChartCard
from ankle_coach.ui.widgets.day_mark import LEGEND, paint_day, state_word
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from ankle_coach.ui.widgets.adherence_plot import AdherencePlot

_HEIGHT = 210


class JournalAdherenceCard(ChartCard):
    """How the plan was followed."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make a card that has no chart yet.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(theme, words, "adherence_card", words.gettext("Sessions done"), parent)
        self._plot: AdherencePlot | None = None
        self._build_parts()

    @property
    def plot(self) -> AdherencePlot | None:
        """The bars, or None before they are made."""
        return self._plot

    @property
    def calendar(self) -> AdherenceCalendar:
        """The calendar."""
        return self._calendar

    def make_chart(self) -> AdherencePlot:
        """Make the bars, which loads the charting library, and return them."""
        if self._plot is None:
            from ankle_coach.ui.widgets.adherence_plot import AdherencePlot  # noqa: PLC0415 - loads numpy

            self._plot = AdherencePlot(self._theme, self._words)
            self._plot.setObjectName("adherence_plot")
            self._add_plot(self._plot, _HEIGHT)
        return self._plot

    def show_view(self, view: ChartView) -> None:
        """Show a journal."""
        overview = view.overview
        plot = self.make_chart()
        self._limit((plot,), view)
        plot.set_days(overview.days, overview.today)
        self._calendar.set_days(overview.days)
        self.set_subtitle(self._window_words(overview.adherence))
        self.show_range(*view.days)

    def show_range(self, first: date, last: date) -> None:
        """Show some days."""
        super().show_range(first, last)
        self._calendar.set_end(last)

    def _window_words(self, adherence: Adherence) -> str:
        """Say how the last 14 days went; in percent from 7 planned sessions on (clinical.md §3.5)."""
        ngettext, planned = self._words.ngettext, adherence.planned
        if not planned:
            return self._words.gettext("No sessions were planned in the last {days} days.").format(
                days=WINDOW_DAYS
            )
        text = ngettext(
            "{done} of {planned} planned session in the last {days} days",
            "{done} of {planned} planned sessions in the last {days} days",
            planned,
        ).format(done=adherence.done, planned=planned, days=WINDOW_DAYS)
        if adherence.shown_ratio is None:
            later = self._words.gettext("a percentage is shown from {n} planned sessions on")
            return f"{text}; {later.format(n=adherence.shown_from)}"
        return f"{text} · {round(100 * adherence.shown_ratio)} %"

    def _build_parts(self) -> None:
        self._calendar = AdherenceCalendar(self._theme, self._words)
        self._calendar.setObjectName("adherence_calendar")
        self._calendar.readout_changed.connect(self._on_plot_readout_changed)
        caption = self._caption(self._words.gettext("Day by day"))
        for number, widget in enumerate((caption, self._calendar, self._legend())):
            self.column.insertWidget(number, widget)

    def _hint(self) -> str:
        return self._words.gettext(
            "Rest days count neither for nor against. What was missed is never made up for."
        )

    def _legend(self) -> QWidget:
        legend = QWidget()
        row = FlowLayout(legend, spacing=10)
        for state in LEGEND:
            entry = QWidget()
            inside = QHBoxLayout(entry)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(5)
            inside.addWidget(_DaySample(self._theme, state))
            inside.addWidget(TextLabel(state_word(state, self._words), "small", wraps=False))
            row.addWidget(entry)
        return legend


class _DaySample(QWidget):
    """One day of the calendar, for the legend."""

    def __init__(self, theme: Theme, state: DayState) -> None:
        super().__init__()
        self._theme, self._state = theme, state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a day."""
        return QSize(self._theme.px(13), self._theme.px(13))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_day(painter, QRectF(self.rect()), self._state, self._theme)

"""Pain during sessions against the next mornings (clinical.md §6.2, chart 2)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.pain_history import MIDDLE_TO
from ankle_coach.domain.series_response import Response, Settling
from ankle_coach.domain.words import Words
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chart_card import ChartCard
from ankle_coach.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from ankle_coach.services.chart_service import ChartService
    from ankle_coach.ui.widgets.response_plot import ResponsePlot

MOST_MARKS = 400
"""Marks drawn at most, the latest ones: more would cover each other."""
_HEIGHT = 264


class JournalResponseCard(ChartCard):
    """Is today's pain harmful or fine: whether the ankle settles by the next morning."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make a card that has no chart yet."""
        title = words.gettext("Pain during, and the morning after")
        self._plot: ResponsePlot | None = None
        super().__init__(theme, words, "response_card", title, parent)
        self._charts: ChartService | None = None
        self._found: tuple[Response, ...] = ()
        self._ceiling = MIDDLE_TO

    @property
    def plot(self) -> ResponsePlot | None:
        """The chart, or None before it is made."""
        return self._plot

    def show_view(self, view: ChartView) -> None:
        """Show the sessions of the days shown."""
        self._charts, plans = view.charts, view.overview.plans
        self._found = view.charts.responses(view.days[0]) or view.charts.responses(view.limits[0])
        self._ceiling = plans[-1].pain_ceiling if plans else MIDDLE_TO
        self._show_empty(
            ""
            if self._found
            else self._words.gettext(
                "Each session gets a mark here once its pain, the check-in of the next morning and three "
                "check-ins before it are known: they show whether the ankle settles overnight."
            )
        )
        if self._found:
            self._make()
            self.show_range(*view.days)

    def show_range(self, first: date, last: date) -> None:
        """Show the sessions of some days."""
        if self._plot is None:
            return
        if self._charts is not None:
            self._found = self._charts.responses(first)
        low = bisect_left(self._found, first, key=_day_of)
        inside = self._found[low : bisect_right(self._found, last, key=_day_of)]
        shown = inside[-MOST_MARKS:]
        self._plot.set_responses(shown, self._ceiling)
        self.set_subtitle(self._summary(inside, len(shown)))

    def _make(self) -> None:
        if self._plot is not None:
            return
        from ankle_coach.ui.widgets.response_plot import ResponsePlot  # noqa: PLC0415 - loads numpy

        self._plot = ResponsePlot(self._theme, self._words)
        self._plot.setObjectName("response_plot")
        self._plot.readout_changed.connect(self._on_plot_readout_changed)
        above = self._caption(self._words.gettext("Change of the morning's pain, in points"))
        below = TextLabel(self._words.gettext("Pain during the session, 0 none to 10 worst"), "small")
        below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for number, widget in enumerate((above, self._plot, below)):
            self.column.insertWidget(number, widget)
        self._on_theme_changed()

    def _hint(self) -> str:
        return self._words.gettext("Point at a mark to read it, or use the arrow keys: session by session.")

    def _summary(self, inside: tuple[Response, ...], drawn: int) -> str:
        """Say how many of the sessions settled."""
        words = self._words
        if not inside:
            return words.gettext("No session of these days has both answers.")
        settled = sum(one.settling is Settling.SETTLED for one in inside)
        rose = sum(one.settling is Settling.ROSE for one in inside)
        text = words.ngettext(
            "{settled} of {n} session settled by the next morning, {rose} rose",
            "{settled} of {n} sessions settled by the next morning, {rose} rose",
            len(inside),
        ).format(settled=settled, n=len(inside), rose=rose)
        if drawn < len(inside):
            text += ". " + words.gettext("The latest {n} are drawn.").format(n=drawn)
        return text

    @Slot()
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._plot is not None:
            self._plot.setFixedHeight(self._theme.px(_HEIGHT))


def _day_of(one: Response) -> date:
    return one.day

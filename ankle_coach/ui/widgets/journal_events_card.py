"""What happened besides pain, in a strip (clinical.md §6.2, chart 9)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ankle_coach.domain.date_words import long_date, short_date
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.program_texts import question_field, urgency_word
from ankle_coach.domain.series_events import Event, Lane
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chart_card import ChartCard
from ankle_coach.ui.widgets.chart_legend import MISSING, Look

if TYPE_CHECKING:
    from ankle_coach.services.chart_service import ChartService
    from ankle_coach.ui.widgets.events_plot import EventsPlot

_HEIGHT = 300


class JournalEventsCard(ChartCard):
    """Safety at a glance: what came when."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make a card that has no strip yet."""
        super().__init__(theme, words, "events_card", words.gettext("Events"), parent)
        self._plot: EventsPlot | None = None
        self._charts: ChartService | None = None

    @property
    def plot(self) -> EventsPlot | None:
        """The strip, or None before it is made."""
        return self._plot

    def show_view(self, view: ChartView) -> None:
        """Show what happened."""
        self._charts = view.charts
        events = view.charts.events()
        self._show_empty(
            ""
            if events
            else self._words.gettext(
                "Swelling, giving way, safety flags, locks and ice come into a strip here as soon as one of "
                "them is written down: in a check-in, in a session, in a review, or with the ice timer."
            )
        )
        if not events:
            return
        plot = self._strip()
        self._limit((plot,), view)
        plot.set_events(events, view.overview.today)
        plot.legend.set_entries(self._legend(events))

    def _strip(self) -> EventsPlot:
        if self._plot is None:
            from ankle_coach.ui.widgets.events_plot import EventsPlot  # noqa: PLC0415 - loads numpy

            self._plot = EventsPlot(self._theme, self._words, self._said, self._lanes())
            self._plot.setObjectName("events_plot")
            self._add_plot(self._plot, _HEIGHT)
        return self._plot

    def _lanes(self) -> dict[Lane, str]:
        pgettext = self._words.pgettext
        return {
            Lane.SWELLING: pgettext("lane", "Swelling"),
            Lane.GIVING_WAY: pgettext("lane", "Giving way"),
            Lane.RED_FLAG: pgettext("lane", "Safety flags"),
            Lane.LOCK: pgettext("lane", "Locks"),
            Lane.ICE: pgettext("lane", "Ice"),
        }

    def _legend(self, events: Sequence[Event]) -> list[tuple[Look, str]]:
        from ankle_coach.ui.widgets import events_plot as drawn  # noqa: PLC0415 - loads numpy

        gettext = self._words.gettext
        looks = {drawn.look_of(event) for event in events}
        lanes = {event.lane for event in events if drawn.look_of(event) is None}
        entries = (
            (drawn.SWELLING, gettext("Swelling, mild to severe"), Lane.SWELLING in lanes),
            (drawn.NONE, gettext("Asked, none"), drawn.NONE in looks),
            (MISSING, gettext("No answer"), MISSING in looks),
            (drawn.GAVE_WAY, gettext("Gave way"), drawn.GAVE_WAY in looks),
            (drawn.URGENT, gettext("Flag that locks"), drawn.URGENT in looks),
            (drawn.ADVICE, gettext("Flag that advises"), drawn.ADVICE in looks),
            (drawn.LOCKED, gettext("Locked"), Lane.LOCK in lanes),
            (drawn.ICE, gettext("Ice"), drawn.ICE in looks),
        )
        return [(look, word) for look, word, shown in entries if shown]

    def _said(self, day: date, events: Sequence[Event]) -> str:
        """Say what happened on a day."""
        when = long_date(day, self._words)
        if not events:
            return self._words.gettext("{day}: nothing written down").format(day=when)
        told = "; ".join(self._event_words(event) for event in events)
        return self._words.gettext("{day}: {what}").format(day=when, what=told)

    def _event_words(self, event: Event) -> str:
        text = {
            Lane.SWELLING: self._swelling,
            Lane.GIVING_WAY: self._giving_way,
            Lane.RED_FLAG: self._flag,
            Lane.LOCK: self._lock,
            Lane.ICE: self._ice,
        }[event.lane](event)
        sided = event.side is not Side.BOTH
        return f"{text} ({side_word(event.side, self._words)})" if sided else text

    def _swelling(self, event: Event) -> str:
        gettext = self._words.gettext
        if isinstance(event.value, NoAnswer):
            return gettext("swelling: no answer")
        return (
            gettext("no swelling"),
            gettext("mild swelling"),
            gettext("moderate swelling"),
            gettext("severe swelling"),
        )[event.value]

    def _giving_way(self, event: Event) -> str:
        times = event.value if not isinstance(event.value, NoAnswer) else 0
        if not times:
            return self._words.gettext("did not give way")
        return self._words.ngettext("gave way {n} time", "gave way {n} times", times).format(n=times)

    def _flag(self, event: Event) -> str:
        question = self._charts.question(event.rule) if self._charts is not None else None
        text = question_field(question, "text", self._words) if question is not None else event.rule
        urgency = urgency_word(event.urgency, self._words) if event.urgency is not None else ""
        return self._words.gettext("flag, {urgency}: {text}").format(urgency=urgency, text=text)

    def _lock(self, event: Event) -> str:
        gettext = self._words.gettext
        if event.until is None:
            return gettext("locked since {day}, until it is recorded what happened").format(
                day=short_date(event.day, self._words)
            )
        return gettext("locked from {first}, lifted on {last}").format(
            first=short_date(event.day, self._words), last=short_date(event.until, self._words)
        )

    def _ice(self, event: Event) -> str:
        times = event.value if not isinstance(event.value, NoAnswer) else 0
        return self._words.ngettext("ice {n} time", "ice {n} times", times).format(n=times)

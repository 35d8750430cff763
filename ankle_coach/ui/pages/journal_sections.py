"""The sections of the Journal: which cards each has, made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast, runtime_checkable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.domain.library import Library
from ankle_coach.domain.settings import Units
from ankle_coach.domain.words import Words
from ankle_coach.services.chart_service import ChartService
from ankle_coach.services.coach_service import CoachService
from ankle_coach.services.journal_service import JournalService
from ankle_coach.services.phase_service import PhaseService
from ankle_coach.services.plan_service import PlanService
from ankle_coach.services.review_service import ReviewService
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.measure_desk import MeasureDesk
from ankle_coach.ui.theme import Theme

if TYPE_CHECKING:
    from ankle_coach.domain.decision import Decision


class JournalServices(NamedTuple):
    """What the Journal asks.

    Attributes:
        journal: Reads and corrects the entries.
        plans: Knows what phases are called.
        charts: Reads the series of the charts.
        units: Says what distances and weights are shown in.
        coach: Has the decisions; None where nothing is decided.
        phases: Knows what the phase waits for; None where there are no phases.
        reviews: Takes reviews and scores; None where nothing is asked.
        tests: Opens self-tests; None where there are none.
    """

    journal: JournalService
    plans: PlanService
    charts: ChartService
    units: Callable[[], Units]
    coach: CoachService | None = None
    phases: PhaseService | None = None
    reviews: ReviewService | None = None
    tests: MeasureDesk | None = None


class Section(StrEnum):
    """The sections, in order."""

    PAIN = "pain"
    MORNING = "morning"
    ADHERENCE = "adherence"
    LEVELS = "levels"
    RUNNING = "running"
    TESTS = "tests"
    EVENTS = "events"
    DECISIONS = "decisions"


def section_word(section: Section, words: Words) -> str:
    """Return what a section is called."""
    return {
        Section.PAIN: words.pgettext("section", "Pain"),
        Section.MORNING: words.pgettext("section", "Mornings"),
        Section.ADHERENCE: words.pgettext("section", "Adherence"),
        Section.LEVELS: words.pgettext("section", "Levels"),
        Section.RUNNING: words.pgettext("section", "Running"),
        Section.TESTS: words.pgettext("section", "Tests"),
        Section.EVENTS: words.pgettext("section", "Events"),
        Section.DECISIONS: words.pgettext("section", "Decisions"),
    }[section]


@runtime_checkable
class Shows(Protocol):
    """A card that shows a state of the journal."""

    def show_view(self, view: ChartView, /) -> None:
        """Show it."""


@runtime_checkable
class Moves(Protocol):
    """A card that is moved along the days, and tells when a person moves it."""

    def show_range(self, first: date, last: date) -> None:
        """Show some days."""


class JournalSection(QWidget):
    """The cards of a section, one under the other.

    Signals:
        range_changed: The first and the last day that a person moved a chart to.
    """

    range_changed = Signal(object, object)

    def __init__(self, section: Section, cards: list[QWidget], parent: QWidget | None = None) -> None:
        """Hold the cards."""
        super().__init__(parent)
        self.setObjectName(f"section_{section.value}")
        self.is_stale = True
        self._cards = cards
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in cards:
            column.addWidget(card)
            changed = getattr(card, "range_changed", None)
            if changed is not None:
                cast("SignalInstance", changed).connect(self.range_changed)

    def show_view(self, view: ChartView) -> None:
        """Show a state of the journal in every card."""
        self.is_stale = False
        for card in self._cards:
            if isinstance(card, Shows):
                card.show_view(view)

    def show_range(self, first: date, last: date) -> None:
        """Show some days in every chart."""
        for card in self._cards:
            if isinstance(card, Moves):
                card.show_range(first, last)


class SectionMaker:
    """Makes sections; what only one needs is imported with it."""

    def __init__(
        self,
        services: JournalServices,
        library: Library,
        theme: Theme,
        words: Words,
        open_reasoning: Callable[[Decision], None] | None,
    ) -> None:
        """Remember what cards need.

        Args:
            services: What they ask.
            library: Names exercises.
            theme: The look.
            words: The reader's language.
            open_reasoning: Opens the full reasoning of a decision; None where nothing is decided.
        """
        self._services, self._library = services, library
        self._theme, self._words, self._open_reasoning = theme, words, open_reasoning

    def make(self, section: Section) -> JournalSection:
        """Make a section with its cards; they are still empty."""
        makers: dict[Section, Callable[[], list[QWidget]]] = {
            Section.PAIN: self._pain,
            Section.MORNING: self._morning,
            Section.ADHERENCE: self._adherence,
            Section.LEVELS: self._levels,
            Section.RUNNING: self._running,
            Section.TESTS: self._tests,
            Section.EVENTS: self._events,
            Section.DECISIONS: self._decisions,
        }
        return JournalSection(section, makers[section]())

    def _pain(self) -> list[QWidget]:
        from ankle_coach.ui.widgets.journal_pain_card import JournalPainCard  # noqa: PLC0415 - as shown
        from ankle_coach.ui.widgets.journal_response_card import JournalResponseCard  # noqa: PLC0415 - as above

        return [JournalPainCard(self._theme, self._words), JournalResponseCard(self._theme, self._words)]

    def _morning(self) -> list[QWidget]:
        from ankle_coach.ui.widgets.journal_morning_card import JournalMorningCard  # noqa: PLC0415 - as shown

        return [JournalMorningCard(self._theme, self._words)]

    def _adherence(self) -> list[QWidget]:
        from ankle_coach.ui.widgets.journal_adherence_card import (  # noqa: PLC0415 - as shown
            JournalAdherenceCard,
        )

        return [JournalAdherenceCard(self._theme, self._words)]

    def _levels(self) -> list[QWidget]:
        from ankle_coach.ui.widgets.journal_ladder_card import JournalLadderCard  # noqa: PLC0415 - as shown

        return [JournalLadderCard(self._theme, self._words, self._library)]

    def _running(self) -> list[QWidget]:
        from ankle_coach.ui.widgets.journal_running_card import JournalRunningCard  # noqa: PLC0415 - as shown

        return [JournalRunningCard(self._theme, self._words)]

    def _tests(self) -> list[QWidget]:
        from ankle_coach.ui.widgets.journal_activities_card import (  # noqa: PLC0415 - as shown
            JournalActivitiesCard,
        )
        from ankle_coach.ui.widgets.journal_scores_card import JournalScoresCard  # noqa: PLC0415 - as above
        from ankle_coach.ui.widgets.journal_sides_card import JournalSidesCard  # noqa: PLC0415 - as above
        from ankle_coach.ui.widgets.journal_tests_card import JournalTestsCard  # noqa: PLC0415 - as above

        desk = self._services.tests
        cards: list[QWidget] = [JournalSidesCard(self._theme, self._words)]
        if desk is not None:
            cards.append(JournalTestsCard(desk, self._theme, self._words))
        cards.append(JournalActivitiesCard(self._theme, self._words, self._library))
        cards.append(JournalScoresCard(self._theme, self._words, self._library))
        return cards

    def _events(self) -> list[QWidget]:
        from ankle_coach.ui.widgets.journal_events_card import JournalEventsCard  # noqa: PLC0415 - as shown

        return [JournalEventsCard(self._theme, self._words)]

    def _decisions(self) -> list[QWidget]:
        from ankle_coach.ui.widgets.decision_log_card import DecisionLogCard  # noqa: PLC0415 - as shown
        from ankle_coach.ui.widgets.journal_phase_card import JournalPhaseCard  # noqa: PLC0415 - as above

        services = self._services
        log = DecisionLogCard(self._theme, self._words, self._library)
        if self._open_reasoning is not None:
            log.reasoning_requested.connect(self._open_reasoning)
        cards: list[QWidget] = [log]
        if services.phases is not None:
            measures = services.charts.catalog.measure
            by_id = {measure.id: measure for measure in measures}
            cards.append(JournalPhaseCard(services.phases, lambda: by_id, self._theme, self._words))
        return cards

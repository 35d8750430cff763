"""What Today shows under and beside its sessions: offers, self-tests, the weeks, changes, when to stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.library import Library
from ankle_coach.domain.schedule import Due
from ankle_coach.domain.words import Words
from ankle_coach.services.today_service import Today
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.offer_card import OfferCard
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import let_go, set_shown
from ankle_coach.ui.widgets.week_card import WeekCard

if TYPE_CHECKING:
    from ankle_coach.services.coach_service import CoachService
    from ankle_coach.services.measurement_service import DueTest
    from ankle_coach.services.phase_service import PhaseProposal
    from ankle_coach.services.review_service import ReviewService
    from ankle_coach.ui.pages.today_changes import TodayChanges
    from ankle_coach.ui.pages.today_phase import TodayPhase
    from ankle_coach.ui.pages.today_review import TodayReview


class TodayRest(QObject):
    """Fills the foot and the side column of Today; the page owns it.

    Signals:
        start_requested: A session is to be started, by its id.
        plan_requested: Another plan is to be chosen.
        log_requested: All decisions are to be seen.
        phase_requested: The plan is to be seen, for the next phase.
        test_requested: A self-test is to be done, by the id of its measure.
        failed: A write could not be done; the sentence says why, empty for a write that could.
    """

    start_requested = Signal(str)
    plan_requested = Signal()
    log_requested = Signal()
    phase_requested = Signal()
    test_requested = Signal(str)
    failed = Signal(str)

    def __init__(  # noqa: PLR0913 - it shows what many services tell
        self,
        page: ScrollPage,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        library: Library,
        *,
        coach: CoachService | None = None,
        reviews: ReviewService | None = None,
        tests: Callable[[], Sequence[DueTest]] | None = None,
        phase: Callable[[], PhaseProposal | None] | None = None,
    ) -> None:
        """Put the parts on a page; `show_today` fills them.

        Args:
            page: The page.
            theme: The look.
            words: The reader's language.
            hub: Is told of what is written.
            library: The exercises.
            coach: Says what changed and why; None where nothing is decided.
            reviews: Asks the weekly and two-week questions; None where nothing is asked.
            tests: Says which self-tests are due; None for never.
            phase: Says where the running phase stands; None where nothing is said of it.
        """
        super().__init__(page)
        self._theme, self._words, self._hub, self._library = theme, words, hub, library
        self._tests = tests
        self._sections: list[QWidget] = []
        self._offers = QWidget()
        self._offers_flow = FlowLayout(self._offers, spacing=16, fills=True, least=lambda: theme.px(262))
        self._offers_flow.setContentsMargins(0, 0, 0, 0)
        page.add_widget(self._offers)
        self._phase = self._phase_card(page, phase, reviews)
        self._week = WeekCard(theme, words)
        self._week.plan_requested.connect(self.plan_requested)
        page.add_side_widget(self._week)
        self._changes = self._changes_card(page, coach)
        self._review = self._review_card(page, reviews)
        page.add_side_widget(self._stop_card())

    @property
    def sections(self) -> tuple[QWidget, ...]:
        """What is offered under the sessions, in order."""
        return tuple(self._sections)

    def show_today(self, today: Today) -> None:
        """Show what is offered today, the numbers of the weeks, and what changed."""
        self._show_offers(today)
        self._week.show_week(today)
        if self._phase is not None:
            self._phase.refresh()
        if self._changes is not None:
            self._changes.refresh()
        if self._review is not None and today.plan is not None:
            self._review.refresh()

    def _phase_card(
        self,
        page: ScrollPage,
        phase: Callable[[], PhaseProposal | None] | None,
        reviews: ReviewService | None,
    ) -> TodayPhase | None:
        if phase is None or reviews is None:
            return None
        from ankle_coach.ui.pages.today_phase import TodayPhase  # noqa: PLC0415 - loads with the rules

        def asked() -> frozenset[str]:
            return frozenset(measure.id for measure in reviews.phase_questions())

        card = TodayPhase(phase, asked, self._theme, self._words)
        card.opened.connect(self.phase_requested)
        page.add_side_widget(card)
        return card

    def _changes_card(self, page: ScrollPage, coach: CoachService | None) -> TodayChanges | None:
        if coach is None:
            return None
        from ankle_coach.ui.pages.today_changes import TodayChanges  # noqa: PLC0415 - loads with the rules

        card = TodayChanges(coach, self._library, self._theme, self._words, self._hub)
        card.failed.connect(self.failed)
        card.log_requested.connect(self.log_requested)
        page.add_side_widget(card)
        return card

    def _review_card(self, page: ScrollPage, reviews: ReviewService | None) -> TodayReview | None:
        if reviews is None:
            return None
        from ankle_coach.ui.pages.today_review import TodayReview  # noqa: PLC0415 - only with reviews

        card = TodayReview(reviews, self._theme, self._words, self._hub)
        card.failed.connect(self.failed)
        page.add_side_widget(card)
        return card

    def _stop_card(self) -> Card:
        words = self._words
        card = Card(self._theme, words.gettext("Stop and get checked"), edge="caution_fill")
        card.setObjectName("stop_card")
        card.add_widget(
            TextLabel(
                words.gettext(
                    "If you cannot take four steps, the foot goes numb or tingles, looks out of shape, "
                    "or the calf is swollen and warm, stop and see someone the same day."
                )
            )
        )
        card.add_widget(
            TextLabel(
                words.gettext("This app gives education, not a diagnosis. If unsure, get checked."), "muted"
            )
        )
        return card

    def _show_offers(self, today: Today) -> None:
        for section in self._sections:
            let_go(section)
        self._sections = []
        for card in today.cards:
            if card.due is Due.OFFERED:
                offer = OfferCard(self._theme, self._words, card, self._library)
                offer.start_requested.connect(self.start_requested)
                self._add(offer)
        tests = self._tests() if self._tests is not None else ()
        if tests:
            from ankle_coach.ui.widgets.tests_card import TestsCard  # noqa: PLC0415 - one day a week

            tests_card = TestsCard(tests, self._theme, self._words)
            tests_card.start_requested.connect(self.test_requested)
            self._add(tests_card)
        set_shown(self._offers, bool(self._sections))

    def _add(self, widget: QWidget) -> None:
        self._offers_flow.addWidget(widget)
        self._sections.append(widget)

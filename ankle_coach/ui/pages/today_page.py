"""Today: the check-in, what is due, what may be done around a run, and how the weeks go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.glance import Glance, GlanceCard, GlanceRest
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.first_flags import keep_bar
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.check_in_card import CheckInCard
from ankle_coach.ui.widgets.first_paint import FirstPaint
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.session_card import PlannedSessionCard
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import let_go, set_shown

if TYPE_CHECKING:
    from ankle_coach.domain.journal import CheckIn
    from ankle_coach.domain.library import Library
    from ankle_coach.domain.morning import MorningAnswers
    from ankle_coach.domain.session_state import SessionInProgress
    from ankle_coach.services.check_in_service import CheckInService
    from ankle_coach.services.coach_service import CoachService
    from ankle_coach.services.measurement_service import DueTest
    from ankle_coach.services.phase_service import PhaseProposal
    from ankle_coach.services.review_service import ReviewService
    from ankle_coach.services.safety_service import SafetyService
    from ankle_coach.services.settings_service import SettingsService
    from ankle_coach.services.today_service import TodayService
    from ankle_coach.ui.dialogs.check_in_dialog import CheckInDialog
    from ankle_coach.ui.pages.today_locks import TodayLocks
    from ankle_coach.ui.pages.today_rest import TodayRest
    from ankle_coach.ui.widgets.banner import Banner
    from ankle_coach.ui.widgets.resume_card import ResumeCard

SHOWS = (
    Changes.PLAN
    | Changes.SESSIONS
    | Changes.CHECK_INS
    | Changes.PROGRESS
    | Changes.PERSON
    | Changes.SETTINGS
    | Changes.ICE
    | Changes.MEASUREMENTS
    | Changes.DECISIONS
    | Changes.SAFETY
)
"""The kinds of data that this page shows."""


class TodayParts(NamedTuple):
    """What the page works on.

    Attributes:
        today: Tells what is due.
        check_ins: Keeps the morning's answers.
        library: The exercises.
        settings: Says which skin tone the figures have; None for the first.
        coach: Says what changed and why; None where nothing is decided.
        safety: Says what is locked; None where nothing is asked.
        reviews: Asks the weekly and two-week questions; None where nothing is asked.
        tests: Says which self-tests are due; None for never.
        phase: Says where the running phase stands; None where nothing is said of it.
    """

    today: TodayService
    check_ins: CheckInService
    library: Library
    settings: SettingsService | None = None
    coach: CoachService | None = None
    safety: SafetyService | None = None
    reviews: ReviewService | None = None
    tests: Callable[[], Sequence[DueTest]] | None = None
    phase: Callable[[], PhaseProposal | None] | None = None


class TodayPage(ScrollPage):
    """The first page: everything that this training day asks for."""

    start_requested = Signal(str)
    resume_requested = Signal()
    finish_requested = Signal()
    discard_requested = Signal()
    plan_requested = Signal()
    log_requested = Signal()
    phase_requested = Signal()
    test_requested = Signal(str)

    def __init__(
        self,
        parts: Callable[[], TodayParts],
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        *,
        glance: Glance | None = None,
        rest_later: bool = False,
    ) -> None:
        """Make the page.

        Args:
            parts: Gives what it works on; called once, and after the first paint where there is a glance.
            theme: The look.
            words: The reader's language.
            hub: Tells when something has changed, and is told.
            glance: What to show before anything is worked out; None to work it out at once.
            rest_later: Whether what stands under and beside the sessions is made a moment after the first
                paint, so that the sessions need not wait for it.
        """
        super().__init__(theme)
        self.setObjectName("today_page")
        self._give_parts, self._words, self._hub = parts, words, hub
        self._sections: list[QWidget] = []
        self._shown: Glance | None = None
        self._is_worked_out = False
        self._locks: TodayLocks | None = None
        self._rest: TodayRest | None = None
        self._build()
        self._connect()
        if glance is not None:
            self._show_glance(glance)
        else:
            self._work_out()
        if glance is not None or rest_later:
            keep_bar(self, keep=True)
            FirstPaint(self.heading).happened.connect(self._on_first_paint_happened)
        else:
            self._show_rest()

    @cached_property
    def _parts(self) -> TodayParts:
        return self._give_parts()

    def _build(self) -> None:
        self._problem: Banner | None = None
        self._late: CheckInDialog | None = None
        self._resume: ResumeCard | None = None
        self._check_in = CheckInCard(self._theme, self._words)
        self._planned = QWidget()
        self._planned_column = QVBoxLayout(self._planned)
        self._planned_column.setContentsMargins(0, 0, 0, 0)
        self._planned_column.setSpacing(16)
        for widget in (self._check_in, self._planned):
            self.add_widget(widget)
        self.keep_side_free()

    def _locks_part(self) -> TodayLocks | None:
        safety = self._parts.safety
        if safety is None:
            return None
        from ankle_coach.ui.pages.today_locks import TodayLocks  # noqa: PLC0415 - loads with the rules

        part = TodayLocks(safety, self._theme, self._words, self._hub, self._parts.coach)
        part.failed.connect(self._say)
        part.intake_requested.connect(self.plan_requested)
        self.body.insertWidget(0, part)
        return part

    def _connect(self) -> None:
        self._hub.changed.connect(self._on_hub_changed)
        self._check_in.answered.connect(self._on_check_in_answered)
        self._check_in.late_requested.connect(self._on_check_in_late_requested)

    def _work_out(self) -> None:
        """Show what the rules say of today."""
        self._locks = self._locks_part()
        self._is_worked_out = True
        self._refresh()

    @Slot()
    def _on_first_paint_happened(self) -> None:
        """Work today out where only a glance of it is shown, and make what stands beside it."""
        try:
            if not self._is_worked_out:
                self._work_out()
            self._show_rest()
        except AnkleCoachError:
            return  # whoever gives the parts has told why they cannot be had

    def _refresh(self) -> None:
        from ankle_coach.ui.today_glance import glance_of  # noqa: PLC0415 - loads with the rules

        parts = self._parts
        today = parts.today.today()
        glance = glance_of(
            today,
            parts.check_ins.asked(),
            parts.library,
            self._words,
            is_yesterday_missing=bool(parts.check_ins.missing_yesterday()),
            tone=parts.settings.current().skin_tone if parts.settings is not None else 0,
        )
        self._show_progress(today.in_progress)
        if self._locks is not None:
            self._locks.show_locks(today.sessions)
        self._show_glance(glance)
        if self._rest is not None:
            self._rest.show_today(today)
            self._order_tabs(self._rest)

    def _show_glance(self, glance: Glance) -> None:
        self.set_title(glance.title, glance.place)
        self._check_in.show_mornings(
            glance.mornings, glance.asked, yesterday_missing=glance.is_yesterday_missing
        )
        set_shown(self._check_in, glance.has_plan)
        if self._shown is None or not self._shown.shows_same_sessions(glance):
            self._show_sessions(glance)
        self._shown = glance

    def _show_rest(self) -> None:
        """Make what stands under and beside the sessions."""
        from ankle_coach.ui.pages.today_rest import TodayRest  # noqa: PLC0415 - after the first paint

        rest = TodayRest(
            self,
            self._theme,
            self._words,
            self._hub,
            self._parts.library,
            coach=self._parts.coach,
            reviews=self._parts.reviews,
            tests=self._parts.tests,
            phase=self._parts.phase,
        )
        rest.start_requested.connect(self.start_requested)
        rest.plan_requested.connect(self.plan_requested)
        rest.log_requested.connect(self.log_requested)
        rest.phase_requested.connect(self.phase_requested)
        rest.test_requested.connect(self.test_requested)
        rest.failed.connect(self._say)
        rest.show_today(self._parts.today.today())
        self._rest = rest
        keep_bar(self, keep=False)
        self._order_tabs(rest)

    def _order_tabs(self, rest: TodayRest) -> None:
        """Let Tab go from the morning to the sessions, and then to what stands beside them."""
        from ankle_coach.ui.widgets.tab_chain import chain_tabs  # noqa: PLC0415 - after the first paint

        chain_tabs(self._check_in.last_key, [*self._sections, *rest.sections])

    def _show_progress(self, progress: SessionInProgress | None) -> None:
        if self._resume is not None:
            self._resume.show_progress(progress, self._parts.library)
        elif progress is not None:
            from ankle_coach.ui.widgets.resume_card import ResumeCard  # noqa: PLC0415 - most days never need it

            self._resume = ResumeCard(self._theme, self._words)
            self._resume.resume_requested.connect(self.resume_requested)
            self._resume.finish_requested.connect(self.finish_requested)
            self._resume.discard_requested.connect(self.discard_requested)
            self.body.insertWidget(0 if self._problem is None else 1, self._resume)
            self._resume.show_progress(progress, self._parts.library)

    def _say(self, problem: str) -> None:
        """Tell a problem at the head of the page, or take the last one away where it is empty."""
        if self._problem is None and problem:
            from ankle_coach.ui.widgets.banner import Banner  # noqa: PLC0415 - hardly ever needed

            self._problem = Banner(self._theme, self._words, "danger", problem)
            self._problem.setObjectName("problem")
            self.body.insertWidget(0, self._problem)
        if self._problem is not None:
            self._problem.set_text(problem)
            self._problem.setVisible(bool(problem))

    def _show_sessions(self, glance: Glance) -> None:
        for section in self._sections:
            let_go(section)
        self._sections = []
        for card in glance.cards:
            self._add_planned(card, glance)
        if glance.rest is not None:
            self._add_section(self._rest_card(glance.rest))

    def _add_planned(self, card: GlanceCard, glance: Glance) -> None:
        widget = PlannedSessionCard(
            self._theme, self._words, card, lambda: self._parts.library, glance.affected, glance.tone
        )
        widget.start_requested.connect(self.start_requested)
        self._add_section(widget)

    def _add_section(self, widget: QWidget) -> None:
        self._planned_column.addWidget(widget)
        self._sections.append(widget)

    def _rest_card(self, rest: GlanceRest) -> Card:
        card = Card(self._theme, rest.title)
        card.add_widget(TextLabel(rest.sentence, "muted"))
        if not rest.is_planless:
            card.setObjectName("rest_card")
        if rest.coming:
            card.add_widget(TextLabel(rest.coming, "strong"))
        return card

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(SHOWS) and initiator is not self and self._is_worked_out:
            self._refresh()

    @Slot(object)
    def _on_check_in_answered(self, answers: MorningAnswers) -> None:
        self._write(lambda: self._parts.check_ins.save_answers(answers))

    @Slot()
    def _on_check_in_late_requested(self) -> None:
        self._enter_late(self._parts.check_ins.missing_yesterday())

    def _enter_late(self, missing: Sequence[CheckIn]) -> None:
        """Ask for yesterday's morning: each side that is missing, one after the other."""
        from ankle_coach.ui.dialogs.check_in_dialog import CheckInDialog  # noqa: PLC0415 - rarely needed

        if missing:
            self._late = CheckInDialog(missing[0], self._theme, self._words, self, is_new=True)
            self._late.finished.connect(self._on_late_finished)
            self._late.open()

    @Slot(int)
    def _on_late_finished(self, result: int) -> None:
        dialog, self._late = self._late, None
        if dialog is not None and result == dialog.DialogCode.Accepted:
            answers = dialog.corrected()
            self._write(lambda: self._parts.check_ins.save_late(answers))
            if answers.side is Side.LEFT:
                rest = self._parts.check_ins.missing_yesterday()
                self._enter_late([one for one in rest if one.side is Side.RIGHT])

    def _write(self, action: Callable[[], Changes]) -> None:
        """Do a write and tell everybody, or say in one sentence why it could not be done."""
        try:
            changes = action()
        except AnkleCoachError as error:
            self._say(str(error))
            self._refresh()
            return
        self._say("")
        self._hub.publish(changes)

"""The plan: the week, what the phase still needs, the prescriptions as they stand, and the versions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.coach_day import CoachSession
from ankle_coach.domain.date_words import long_date, short_date, weekday_name
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.exercise_texts import exercise_name, level_name
from ankle_coach.domain.frequency_words import frequency_sentence
from ankle_coach.domain.journal import Role
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan, Prescription
from ankle_coach.domain.program_texts import phase_name, program_name
from ankle_coach.domain.words import Words
from ankle_coach.services.schedule_service import Swap
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.skip_dialog import SkipDialog
from ankle_coach.ui.pages.plan_pauses import PlanPauses
from ankle_coach.ui.pages.plan_services import PlanServices
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.threshold_flow import ThresholdFlow
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.edit_plan_button import EditPlanButton
from ankle_coach.ui.widgets.empty_state import EmptyState
from ankle_coach.ui.widgets.file_menu import FileAction, FileMenu
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.phase_card import PhaseCard
from ankle_coach.ui.widgets.prescription_row import PrescriptionRow
from ankle_coach.ui.widgets.rules_card import RulesCard
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.versions_card import VersionsCard
from ankle_coach.ui.widgets.visibility import let_go, set_shown
from ankle_coach.ui.widgets.week_strip import WeekStrip

if TYPE_CHECKING:
    from ankle_coach.ui.review_flow import ReviewFlow

__all__ = ["SHOWS", "PlanPage", "PlanServices"]

SHOWS = (
    Changes.PLAN
    | Changes.SESSIONS
    | Changes.DECISIONS
    | Changes.SAFETY
    | Changes.CHECK_INS
    | Changes.MEASUREMENTS
    | Changes.SETTINGS
)
"""The kinds of data that this page shows."""


class PlanPage(ScrollPage):
    """Shows the plan and changes it; every change of the plan is a version of its own."""

    intake_requested = Signal()
    file_action_requested = Signal(str)
    edit_requested = Signal(str)
    """The plan is to be edited; carries the id of the person."""

    def __init__(
        self, services: PlanServices, library: Library, theme: Theme, words: Words, hub: ChangeHub
    ) -> None:
        """Make the page.

        Args:
            services: What it works with.
            library: The exercises and programs.
            theme: The look.
            words: The reader's language.
            hub: Tells when something has changed, and is told.
        """
        super().__init__(theme)
        self.setObjectName("plan_page")
        self._services, self._library, self._words, self._hub = services, library, words, hub
        self._sections: list[QWidget] = []
        self.menu: QMenu | None = None
        self._answers: ReviewFlow | None = None
        self._rules = ThresholdFlow(services.thresholds, services.role, library, theme, words, hub, self)
        self._rules.failed.connect(self._show_problem)
        self._build()
        hub.changed.connect(self._on_hub_changed)
        self._refresh()

    def _build(self) -> None:
        words = self._words
        self._pauses = PlanPauses(self._services.schedule, self._services.today, self._theme, words)
        self._pauses.write_requested.connect(self._write)
        self._pause = self._pauses.button
        answers = QPushButton(words.gettext("Answers and program"))
        answers.setObjectName("intake_button")
        answers.setToolTip(words.gettext("Change what you said, or choose another program"))
        answers.clicked.connect(self.intake_requested)
        self._edit = EditPlanButton(self._services.person, self._theme, words, self)
        self._edit.edit_requested.connect(self.edit_requested)
        self.add_action(self._edit)
        self._print = self._services.printing.button() if self._services.printing is not None else None
        if self._print is not None:
            self.add_action(self._print)
        files = FileMenu(words, self._file_actions())
        files.action_chosen.connect(self.file_action_requested)
        self.add_action(files)
        self.add_action(self._pause)
        self.add_action(answers)
        self._problem = Banner(self._theme, words, "danger", "")
        self._problem.setObjectName("problem")
        self._problem.hide()
        self.add_widget(self._problem)
        self._week_card = Card(self._theme, words.gettext("This week"))
        self._week = WeekStrip(self._theme, words)
        self._week.session_pressed.connect(self._on_week_session_pressed)
        self._week_card.add_widget(self._week)
        self._week_card.add_widget(self._pauses)
        self.add_widget(self._week_card)

    def _file_actions(self) -> list[FileAction]:
        """What can be done with files; the name leaves only where a therapist says so."""
        actions = [FileAction.OPEN, FileAction.SEND_PLAN, FileAction.SEND_CALENDAR, FileAction.ENTER_SHEET]
        person = self._services.person()
        if person is not None and person.role is Role.PATIENT and person.name:
            actions.insert(2, FileAction.SEND_NAMED_PLAN)
        return actions

    def _refresh(self) -> None:
        for section in self._sections:
            let_go(section)
        self._sections = []
        today = self._services.today()
        plan = self._services.plans.current(today)
        set_shown(self._week_card, plan is not None)
        self._edit.refresh(has_plan=plan is not None)
        for button in (self._pause, self._print):
            if button is not None:
                set_shown(button, plan is not None)
        if plan is None:
            self.set_title(self._words.gettext("Plan"), "")
            self._show_no_plan()
            return
        self._show_title(plan, today)
        self._show_week(today)
        self._show_phase(plan)
        self._show_prescriptions(plan)
        self._show_rules()
        self._show_versions()

    def _show_no_plan(self) -> None:
        """Lead a therapist to the builder, and a runner to the questions."""
        words, builds = self._words, not self._edit.isHidden()
        action = words.gettext("Build a plan") if builds else words.gettext("Answer the questions")
        empty = EmptyState(self._theme, "plan", words.gettext("There is no plan yet."), action)
        if builds:
            set_shown(self._edit, False)
            empty.action_triggered.connect(self._edit.click)
        else:
            empty.action_triggered.connect(self.intake_requested)
        self._add(empty)

    def _show_title(self, plan: Plan, today: date) -> None:
        words, place = self._words, self._services.plans.place(plan, today)
        if place.program is None or place.phase is None:
            self.set_title(plan.name, words.gettext("Version {number}").format(number=plan.version))
            return
        line = words.gettext("Phase {number} of {count}, {phase} · version {version}")
        self.set_title(
            program_name(place.program, words),
            line.format(
                number=place.number,
                count=place.count,
                phase=phase_name(place.program, place.phase, words),
                version=plan.version,
            ),
        )

    def _show_week(self, today: date) -> None:
        week = self._services.schedule.week(today - timedelta(days=today.weekday()))
        self._week.show_week(week, today)
        self._pauses.refresh()

    def _show_phase(self, plan: Plan) -> None:
        proposal = self._services.phases.proposal()
        if proposal is not None:
            reviews = self._services.reviews
            asks = reviews is not None and bool(reviews.phase_questions())
            card = PhaseCard(self._theme, self._words, proposal, self._services.measures(), asks=asks)
            card.next_requested.connect(self._on_phase_next_requested)
            card.answers_requested.connect(self._on_phase_answers_requested)
            self._add(card)
            return
        program = self._library.programs.get(plan.program) if plan.program else None
        if program is not None:
            card_of = Card(self._theme, program_name(program, self._words), program.summary)
            self._add(card_of)

    def _show_prescriptions(self, plan: Plan) -> None:
        standings = self._services.coach.standings()
        holder = QWidget()
        flow = FlowLayout(holder, spacing=14, fills=True, least=lambda: self._theme.px(480))
        for session in plan.sessions:
            when = frequency_sentence(session.frequency, self._words)
            card = Card(self._theme, session.name, when[:1].upper() + when[1:])
            card.setObjectName(f"plan_session_{session.id}")
            for prescription in plan.in_session(session.id):
                own = [s for s in standings if s.prescription == prescription.id]
                row = PrescriptionRow(
                    self._theme,
                    self._words,
                    self._library,
                    prescription,
                    own,
                    plan.affected,
                    self._services.tone(),
                    changeable=bool(self._services.schedule.swaps(prescription.id)),
                )
                row.swap_requested.connect(lambda button, p=prescription: self._offer_swaps(button, p))
                card.add_widget(row)
            card.body.addStretch(1)
            flow.addWidget(card)
        self._add(holder)

    def _show_rules(self) -> None:
        thresholds = self._services.thresholds
        card = RulesCard(self._theme, self._words, thresholds.differences(), thresholds.history())
        card.edit_requested.connect(self._rules.open)
        self._add(card)

    def _show_versions(self) -> None:
        handouts = self._services.printing
        versions = self._services.plans.versions()
        printable = handouts is not None
        card = VersionsCard(self._theme, self._words, self._library, versions, printable=printable)
        if handouts is not None:
            card.print_requested.connect(lambda plan: handouts.open_print(self.window(), plan))
        self._add(card)

    def _add(self, widget: QWidget) -> None:
        self._sections.append(widget)
        self.add_widget(widget)

    def _open_menu(self, button: QPushButton, menu: QMenu) -> None:
        self.menu = menu
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _offer_swaps(self, button: QPushButton, prescription: Prescription) -> None:
        menu = QMenu(self)
        menu.setObjectName("swap_menu")
        for swap in self._services.schedule.swaps(prescription.id):
            action = menu.addAction(self._swap_words(swap))
            action.setObjectName(f"{swap.kind}_{swap.exercise}_{swap.level}")
            action.triggered.connect(lambda _checked=False, s=swap: self._ask_swap(prescription, s))
        self._open_menu(button, menu)

    def _swap_words(self, swap: Swap) -> str:
        exercise = self._library.exercise(swap.exercise)
        level = level_name(exercise, exercise.level(swap.level), self._words)
        pattern = {
            "easier": self._words.gettext("Easier: {level}"),
            "harder": self._words.gettext("Harder: {level}"),
        }.get(swap.kind, self._words.gettext("Instead: {exercise}, {level}"))
        return pattern.format(exercise=exercise_name(exercise, self._words), level=level)

    def _ask_swap(self, prescription: Prescription, swap: Swap) -> None:
        words = self._words
        sentence = words.gettext(
            "The plan gets a new version with the start dose of that level. The rules go on from there."
        )
        question = ConfirmDialog(
            self._theme, words, self._swap_words(swap), sentence, words.gettext("Change"), parent=self
        )
        question.accepted.connect(
            lambda: self._write(lambda: self._services.schedule.swap(prescription.id, swap, reason=""))
        )
        question.open()

    @Slot(object)
    def _write(self, action: Callable[[], Changes]) -> None:
        """Do a change and tell everybody, or say in one sentence why it cannot be done."""
        try:
            changes = action()
        except AnkleCoachError as error:
            self._show_problem(str(error))
            return
        self._problem.hide()
        self._hub.publish(changes)

    @Slot(str)
    def _show_problem(self, sentence: str) -> None:
        self._problem.set_text(sentence)
        self._problem.show()
        self.ensureWidgetVisible(self._problem)

    def _ask_skip(self, session: CoachSession, day: date) -> None:
        name = session.session.name
        dialog = SkipDialog(name, long_date(day, self._words), self._theme, self._words, self)

        def keep() -> None:
            excused, reason = dialog.excused, dialog.reason
            self._write(
                lambda: self._services.schedule.skip(session.session.id, day, excused=excused, reason=reason)
            )

        dialog.accepted.connect(keep)
        dialog.open()

    @Slot(QPushButton, object, object)
    def _on_week_session_pressed(self, button: QPushButton, day: date, session: CoachSession) -> None:
        menu, words, schedule = QMenu(self), self._words, self._services.schedule
        menu.setObjectName("session_menu")
        own = session.session.id
        moved_to = session.moved_to
        if session.skip is not None:
            action = menu.addAction(words.gettext("Plan it again"))
            action.triggered.connect(lambda: self._write(lambda: schedule.take_back_skip(own, day)))
        elif moved_to is not None and not session.times:
            action = menu.addAction(words.gettext("Move it back here"))
            action.triggered.connect(lambda: self._write(lambda: schedule.take_back_move(own, moved_to)))
        else:
            self._add_moves(menu, own, day)
            menu.addAction(words.gettext("Leave it out…")).triggered.connect(
                lambda: self._ask_skip(session, day)
            )
        self._open_menu(button, menu)

    def _add_moves(self, menu: QMenu, session: str, day: date) -> None:
        schedule, first = self._services.schedule, max(self._services.today(), day - timedelta(days=3))
        for number in range(7):
            to = first + timedelta(days=number)
            if to == day:
                continue
            text = self._words.gettext("Move to {day}").format(
                day=f"{weekday_name(to, self._words)}, {short_date(to, self._words)}"
            )
            action = menu.addAction(text)
            action.triggered.connect(
                lambda _checked=False, t=to: self._write(lambda: schedule.move(session, day, t))
            )

    @Slot()
    def _on_phase_answers_requested(self) -> None:
        from ankle_coach.ui.review_flow import ReviewFlow  # noqa: PLC0415 - dialogs are not at start-up

        if self._services.reviews is None:
            return
        if self._answers is None:
            self._answers = ReviewFlow(self._services.reviews, self._theme, self._words, self._hub, self)
            self._answers.failed.connect(self._show_problem)
        self._answers.open_phase_questions()

    @Slot()
    def _on_phase_next_requested(self) -> None:
        words = self._words
        question = ConfirmDialog(
            self._theme,
            words,
            words.gettext("Go on to the next phase?"),
            words.gettext(
                "All its criteria are met. The plan gets a new version with the phase's exercises."
            ),
            words.gettext("Go on"),
            parent=self,
        )
        question.accepted.connect(lambda: self._write(self._services.phases.accept))
        question.open()

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(SHOWS) and initiator is not self:
            self._refresh()

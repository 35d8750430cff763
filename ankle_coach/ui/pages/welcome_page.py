"""The first run: who you are, where it hurts, what happened, the safety questions, and the plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.intake_form import Reason, told_measures, with_answers
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.services.intake_service import IntakeService
from ankle_coach.services.measurement_service import MeasurementService
from ankle_coach.services.plan_service import PlanService
from ankle_coach.services.safety_service import SafetyService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.intake_about import IntakeAbout
from ankle_coach.ui.pages.intake_draft import IntakeDraft
from ankle_coach.ui.pages.intake_result import IntakeResult
from ankle_coach.ui.pages.intake_safety import IntakeSafety
from ankle_coach.ui.pages.intake_story import IntakeStory
from ankle_coach.ui.pages.intake_where import IntakeWhere
from ankle_coach.ui.pages.intake_who import IntakeWho
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.led_page import LedPage
from ankle_coach.ui.widgets.progress_strip import ProgressStrip
from ankle_coach.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from ankle_coach.services.clinic_service import ClinicService
    from ankle_coach.ui.pages.welcome_therapist import WelcomeTherapist

WHO, WHERE, STORY, ABOUT, SAFETY, RESULT, CLINIC = range(7)
"""The screens in their order."""


class WelcomeServices(NamedTuple):
    """What the page works with.

    Attributes:
        intake: Keeps the answers and knows where they point.
        safety: The safety questions.
        plans: Proposes plans.
        measurements: Makes the records of what the answers measure.
        today: Tells the running training day.
        clinic: Keeps the letterhead and the role; None where only a runner's plan is chosen anew.
    """

    intake: IntakeService
    safety: SafetyService
    plans: PlanService
    measurements: MeasurementService
    today: Callable[[], date]
    clinic: ClinicService | None = None


class WelcomePage(LedPage):
    """Leads a newcomer to a plan, or to somebody to be seen; nothing is kept before the person accepts."""

    accepted = Signal()
    demo_requested = Signal(str)
    file_action_requested = Signal(str)
    left = Signal()

    def __init__(
        self,
        services: WelcomeServices,
        library: Library,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        *,
        first_run: bool = True,
        tone: int = 0,
    ) -> None:
        """Make the page.

        Args:
            services: What it works with.
            library: The exercises and programs.
            theme: The look.
            words: The reader's language.
            hub: Is told of the new plan.
            first_run: Whether to begin with who you are; otherwise with the questions.
            tone: Skin tone of the drawn foot, as the settings count it.
        """
        super().__init__()
        self.setObjectName("welcome_page")
        self._services, self._library, self._hub = services, library, hub
        self._theme, self._words, self._first_run = theme, words, first_run
        self._draft = IntakeDraft(services.intake.current(), self)
        self._program_id = ""
        self._therapist: WelcomeTherapist | None = None
        self._build(tone)
        self._connect()
        self._go(WHO if first_run else WHERE)

    @property
    def draft(self) -> IntakeDraft:
        """The answers so far."""
        return self._draft

    @property
    def place(self) -> int:
        """Which screen is in view."""
        return self._screens.currentIndex()

    def _build(self, tone: int) -> None:
        theme, words, draft, services = self._theme, self._words, self._draft, self._services
        self._who = IntakeWho(theme, words)
        self._where = IntakeWhere(theme, words, draft, tone)
        self._story = IntakeStory(theme, words, draft, self._services.today)
        self._about = IntakeAbout(theme, words, draft)
        self._safe = IntakeSafety(theme, words, draft, self._services.safety)
        self._result = IntakeResult(
            theme, words, services.intake, services.safety, services.plans, self._library, services.today
        )
        self._screens = QStackedWidget()
        self._screens.setObjectName("welcome_screens")
        for screen in (self._who, self._where, self._story, self._about, self._safe, self._result):
            self._screens.addWidget(screen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._screens, 1)
        column.addWidget(self._build_bar())

    def _build_bar(self) -> QWidget:
        words = self._words
        self._bar = bar = QFrame()
        bar.setObjectName("welcome_bar")
        self._back = self._button("back_button", words.gettext("Back"), "plain")
        self._keep = self._button("keep_button", words.gettext("Keep these answers"), "plain")
        self._next = self._button("next_button", words.gettext("Next"), "primary")
        self._accept = self._button("accept_button", words.gettext("Accept this plan"), "primary")
        self._progress = ProgressStrip(self._theme, words.gettext("Progress"))
        self._step = TextLabel("", "small", wraps=False)
        self._step.setObjectName("step")
        self._problem = TextLabel("", "strong")
        self._problem.setObjectName("problem")
        self._problem.setProperty("tone", "danger")
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self._back)
        line.addWidget(self._step)
        line.addWidget(self._progress, 1)
        for button in (self._keep, self._next, self._accept):
            line.addWidget(button)
        column = QVBoxLayout(bar)
        column.setContentsMargins(36, 10, 36, 14)
        column.addWidget(self._problem)
        column.addLayout(line)
        return bar

    def _button(self, name: str, text: str, kind: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", kind)
        return button

    def _connect(self) -> None:
        self._who.begun.connect(self._on_next_clicked)
        self._who.therapist_chosen.connect(self._on_who_therapist_chosen)
        self._who.demo_requested.connect(self.demo_requested)
        self._who.file_action_requested.connect(self.file_action_requested)
        self._draft.changed.connect(self._on_draft_changed)
        self._safe.completed.connect(self._next.setFocus)
        self._result.program_chosen.connect(self._on_result_program_chosen)
        self._back.clicked.connect(self._on_back_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        self._accept.clicked.connect(self._on_accept_clicked)
        self._keep.clicked.connect(self._on_keep_clicked)

    def _path(self) -> list[int]:
        """Return the screens that these answers lead through."""
        path = [WHO] if self._first_run else []
        path.append(WHERE)
        if self._draft.reason not in (None, Reason.PREVENT):
            path.append(STORY)
        return [*path, ABOUT, SAFETY, RESULT]

    def _go(self, screen: int) -> None:
        if screen == RESULT:
            self._result.show_result(self._answers(), self._safe.result(), self._program_id)
        self._screens.setCurrentIndex(screen)
        self.set_first(self._screens.widget(screen))
        self._say("")
        self._refresh()
        if screen == RESULT:
            (self._accept if self._result.plan is not None else self._back).setFocus()
        elif screen != WHO:
            self._focus_first()

    def _focus_first(self) -> None:
        if self.place == SAFETY:
            self._safe.focus_first_open()
            return
        page = self._screens.currentWidget()
        assert page is not None
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        if page.focusProxy() is None:
            page.focusNextPrevChild(True)

    def _refresh(self) -> None:
        screen, path = self.place, self._path()
        page = self._screens.currentWidget()
        if isinstance(page, IntakeWhere | IntakeStory | IntakeAbout | IntakeSafety):
            page.refresh()
        place = path.index(screen) if screen in path else 0
        self._bar.setVisible(screen not in (WHO, CLINIC))
        self._progress.set_value((place + 1) / len(path))
        count = self._words.gettext("Step {n} of {count}")
        self._step.setText(count.format(n=place + 1, count=len(path)))
        self._next.setVisible(screen not in (WHO, RESULT))
        self._accept.setVisible(screen == RESULT and self._result.plan is not None)
        self._keep.setVisible(screen == RESULT and (self._result.plan is None or not self._first_run))

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _missing(self) -> str:
        page = self._screens.currentWidget()
        return page.missing() if isinstance(page, IntakeWhere | IntakeSafety) else ""

    def _answers(self) -> Intake:
        """Return the answers with what they say in measures."""
        answers = self._draft.answers
        blank = self._services.measurements.new("rest-pain")
        return with_answers(answers, measured=told_measures(answers, blank.entered, blank.id))

    def _write(self, *, with_plan: bool) -> bool:
        """Keep the answers, and the plan where asked; say why where that cannot be done."""
        try:
            changes = self._services.intake.save(self._answers()).changes | Changes.PERSON
            if with_plan:
                by_therapist = self._services.safety.by_therapist
                proposal = self._services.intake.propose(self._result.program_id, by_therapist=by_therapist)
                changes |= self._services.intake.accept(proposal)
        except AnkleCoachError as error:
            self._say(str(error))
            return False
        self._hub.publish(changes, self)
        return True

    def _clinic_screen(self, clinic: ClinicService) -> WelcomeTherapist:
        """Return the therapist's screen, made when it is first asked for."""
        if self._therapist is None:
            from ankle_coach.ui.pages.welcome_therapist import (  # noqa: PLC0415 - a runner needs none of it
                WelcomeTherapist,
            )

            self._therapist = WelcomeTherapist(self._theme, self._words, clinic.letterhead())
            self._therapist.begun.connect(self._on_therapist_begun)
            self._therapist.left.connect(self._on_therapist_left)
            self._screens.addWidget(self._therapist)
        return self._therapist

    @Slot()
    def _on_who_therapist_chosen(self) -> None:
        if self._services.clinic is not None:
            self._clinic_screen(self._services.clinic)
            self._go(CLINIC)

    @Slot()
    def _on_therapist_left(self) -> None:
        self._go(WHO)
        self._who.setFocus()

    @Slot()
    def _on_therapist_begun(self) -> None:
        clinic, screen = self._services.clinic, self._therapist
        if clinic is None or screen is None:
            return
        try:
            changes = clinic.begin(screen.letterhead)
        except AnkleCoachError as error:
            screen.say(str(error))
            return
        self._hub.publish(changes, self)
        self.accepted.emit()

    @Slot()
    def _on_draft_changed(self) -> None:
        self._program_id = ""
        self._say("")
        self._refresh()

    @Slot(str)
    def _on_result_program_chosen(self, program_id: str) -> None:
        self._program_id = program_id
        self._result.show_result(self._answers(), self._safe.result(), program_id)
        self._refresh()

    @Slot()
    def _on_next_clicked(self) -> None:
        missing = self._missing()
        if missing:
            self._say(missing)
            if self.place == SAFETY:
                self._safe.focus_first_open()
            return
        path = self._path()
        self._go(path[path.index(self.place) + 1])

    @Slot()
    def _on_back_clicked(self) -> None:
        path = self._path()
        place = path.index(self.place)
        if place == 0:
            self.left.emit()
        else:
            self._go(path[place - 1])

    @Slot()
    def _on_accept_clicked(self) -> None:
        if self._result.plan is not None and self._write(with_plan=True):
            self.accepted.emit()

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self._write(with_plan=False):
            self.accepted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape; on with Enter, unless a button has the keys: that is pressed."""
        key = event.key()
        on_button = isinstance(self.focusWidget(), QPushButton)
        if key == Qt.Key.Key_Escape and self.place == CLINIC:
            self._on_therapist_left()
        elif key == Qt.Key.Key_Escape and (self.place != WHO):
            self._on_back_clicked()
        elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or on_button:
            super().keyPressEvent(event)
        elif self.place == CLINIC:
            self._on_therapist_begun()
        elif self.place not in (WHO, RESULT):
            self._on_next_clicked()
        else:
            super().keyPressEvent(event)

"""The first run: who you are, how the ankle is, the signs that come first, and the plan that follows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.services.plan_service import PlanService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.plan_preview import PlanPreview
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel

_WHO, _ANKLE, _PLAN, _STOP = range(4)
_WIDEST = 860

SIDES: dict[str, Side | None] = {
    "none": None,
    "left": Side.LEFT,
    "right": Side.RIGHT,
    "both": Side.BOTH,
}


class WelcomePage(QWidget):
    """Leads a newcomer to a plan in three screens; nothing is kept before the plan is accepted."""

    accepted = Signal()
    demo_requested = Signal()
    left = Signal()

    def __init__(
        self,
        plans: PlanService,
        library: Library,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        *,
        first_run: bool = True,
    ) -> None:
        """Make the page.

        Args:
            plans: Proposes and keeps plans.
            library: The exercises.
            theme: The look.
            words: The reader's language.
            hub: Is told of the new plan.
            first_run: Whether to begin with who you are; otherwise only the plan is chosen anew.
        """
        super().__init__()
        self.setObjectName("welcome_page")
        self._plans, self._library, self._hub = plans, library, hub
        self._theme, self._words, self._first_run = theme, words, first_run
        self._proposed: Plan | None = None
        self._buttons: dict[str, QPushButton] = {}
        self._build()
        self._screens.setCurrentIndex(_WHO if first_run else _ANKLE)
        self._refresh()

    def _build(self) -> None:
        self._screens = QStackedWidget()
        self._screens.setObjectName("welcome_screens")
        screens = (self._who_screen(), self._ankle_screen(), self._plan_screen(), self._stop_screen())
        for screen in screens:
            self._screens.addWidget(screen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._screens)

    def _who_screen(self) -> ScrollPage:
        words = self._words
        page = ScrollPage(
            self._theme,
            words.gettext("Welcome to Ankle Coach"),
            words.gettext("A coach for sore running ankles. Everything you enter stays on this computer."),
            widest=_WIDEST,
        )
        runner = self._choice_card(
            "running",
            words.gettext("I am a runner"),
            words.gettext("Follow timed routines, say how it felt, and see how it goes over the weeks."),
            words.gettext("Begin"),
            "runner_button",
        )
        look = self._choice_card(
            "journal",
            words.gettext("Just look around"),
            words.gettext("Opens a throw-away copy with eight weeks of sample data."),
            words.gettext("Open the sample"),
            "demo_button",
        )
        page.add_widget(runner)
        page.add_widget(look)
        note = words.gettext("This app gives education, not a diagnosis. If unsure, get checked.")
        page.add_widget(TextLabel(note, "muted"))
        self._button("runner_button").clicked.connect(self._on_runner_clicked)
        self._button("demo_button").clicked.connect(self.demo_requested)
        return page

    def _choice_card(self, icon: str, title: str, sentence: str, action: str, name: str) -> Card:
        card = Card(self._theme)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(IconView(self._theme, icon, role="accent", size=40))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(TextLabel(title, "heading"))
        lines.addWidget(TextLabel(sentence, "muted"))
        row.addLayout(lines, 1)
        button = QPushButton(action)
        button.setObjectName(name)
        button.setProperty("kind", "primary" if name == "runner_button" else "plain")
        row.addWidget(button)
        card.body.addLayout(row)
        self._buttons[name] = button
        return card

    def _button(self, name: str) -> QPushButton:
        return self._buttons[name]

    def _ankle_screen(self) -> ScrollPage:
        words = self._words
        page = ScrollPage(
            self._theme,
            words.gettext("Your ankle"),
            words.gettext("Two questions, and the signs that come before any exercise."),
            widest=_WIDEST,
        )
        self._side = SegmentedControl(
            words.gettext("Which side is sore?"),
            (
                ("none", words.gettext("Neither")),
                ("left", words.gettext("Left")),
                ("right", words.gettext("Right")),
                ("both", words.gettext("Both")),
            ),
        )
        self._side.setObjectName("side_choice")
        self._state = SegmentedControl(
            words.gettext("How is it now?"),
            (
                ("p2", words.gettext("Still sore or stiff from running")),
                ("p3", words.gettext("Not sore: I want to keep it that way")),
            ),
        )
        self._state.setObjectName("state_choice")
        questions = Card(self._theme)
        for label, control in (
            (words.gettext("Which side is sore?"), self._side),
            (words.gettext("How is it now?"), self._state),
        ):
            questions.add_widget(TextLabel(label, "strong"))
            questions.add_widget(control)
        page.add_widget(questions)
        page.add_widget(self._signs_card())
        stop = QPushButton(words.gettext("One of these is so"))
        stop.setObjectName("sign_button")
        stop.clicked.connect(self._on_sign_clicked)
        see_plan = words.gettext("None of these: see the plan")
        page.add_widget(self._navigation("to_plan_button", see_plan, stop))
        self._button("to_plan_button").clicked.connect(self._on_to_plan_clicked)
        return page

    def _signs_card(self) -> Card:
        words = self._words
        title = words.gettext("See someone before you exercise if any of these is so")
        card = Card(self._theme, title, edge="caution_fill")
        card.setObjectName("signs_card")
        signs = (
            words.gettext("You cannot put weight on it, or cannot take four steps."),
            words.gettext("It looks misshapen, is badly swollen or bruised, or there is an open wound."),
            words.gettext("The foot is numb, tingles, or is cold, white or blue."),
            words.gettext("You felt a pop at the back of the ankle and cannot rise on tiptoe."),
            words.gettext("The calf is painful, swollen and warm on one side."),
            words.gettext("One spot on a bone hurts at a fingertip's touch, at rest or at night."),
        )
        for sign in signs:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconView(self._theme, "warning", role="caution", size=18))
            row.addWidget(TextLabel(sign), 1)
            card.body.addLayout(row)
        signs_note = words.gettext("Under 18? Ask a clinician to choose your exercises.")
        card.add_widget(TextLabel(signs_note, "muted"))
        return card

    def _stop_screen(self) -> ScrollPage:
        words = self._words
        page = ScrollPage(self._theme, words.gettext("See someone first"), widest=_WIDEST)
        page.setObjectName("stop_screen")
        card = Card(self._theme, words.gettext("Who to see"), edge="danger_fill")
        lines = (
            words.gettext(
                "An emergency department, or your local emergency number: a misshapen foot, an open wound, a "
                "cold, white or blue foot, or a pop at the back of the ankle and no push-off."
            ),
            words.gettext(
                "A clinician on the same day: you cannot take four steps, the foot is numb or tingles, "
                "swelling or bruising is severe, or one calf is painful, swollen and warm."
            ),
            words.gettext(
                "A doctor, podiatrist or physical therapist within days: one spot on a bone is sore, or it "
                "hurts at rest or at night. Do not run until then."
            ),
        )
        for line in lines:
            card.add_widget(TextLabel(line))
        meanwhile = Card(self._theme, words.gettext("Meanwhile"))
        advice = words.gettext(
            "Stop running, keep weight off it if standing hurts, raise the leg, and do not ice it "
            "if it is numb."
        )
        meanwhile.add_widget(TextLabel(advice))
        page.add_widget(card)
        page.add_widget(meanwhile)
        note = words.gettext("This app gives education, not a diagnosis. If unsure, get checked.")
        page.add_widget(TextLabel(note, "muted"))
        back = QPushButton(words.gettext("Back"))
        back.setObjectName("back_from_stop")
        back.clicked.connect(self._on_back_clicked)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        bar = QWidget()
        bar.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        page.add_widget(bar)
        return page

    def _plan_screen(self) -> ScrollPage:
        words = self._words
        page = ScrollPage(self._theme, words.gettext("Your plan"), widest=1100)
        self._plan_page = page
        self._problem = Banner(self._theme, words, "danger", "")
        self._problem.hide()
        self._preview = PlanPreview(self._theme, words, self._library)
        page.add_widget(self._problem)
        page.add_widget(self._preview)
        page.add_widget(self._navigation("accept_button", words.gettext("Accept this plan")))
        self._button("accept_button").clicked.connect(self._on_accept_clicked)
        return page

    def _navigation(self, name: str, label: str, other: QPushButton | None = None) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        back = QPushButton(self._words.gettext("Back"))
        back.setObjectName(f"back_from_{name}")
        back.clicked.connect(self._on_back_clicked)
        forward = QPushButton(label)
        forward.setObjectName(name)
        forward.setProperty("kind", "primary")
        row.addWidget(back)
        row.addStretch(1)
        if other is not None:
            row.addWidget(other)
        row.addWidget(forward)
        self._buttons[name] = forward
        return bar

    def _refresh(self) -> None:
        """Propose the plan that the answers lead to."""
        program = self._plans.first_program()
        phase = self._state.current
        self._proposed = self._plans.propose(program, phase, SIDES[self._side.current])
        words = self._words
        title = words.gettext("Your plan: {program}").format(
            program=words.pgettext(f"{program.id}.name", program.name)
        )
        self._plan_page.set_title(title, self._reason(phase))
        self._preview.show_plan(self._proposed, program.phase(phase))

    def _reason(self, phase: str) -> str:
        if phase == "p2":
            return self._words.gettext(
                "Because it is still sore: mobility every day, until the soreness has gone. Then strength."
            )
        return self._words.gettext("Because it is not sore: strength and balance, with a day without load.")

    @Slot()
    def _on_runner_clicked(self) -> None:
        self._screens.setCurrentIndex(_ANKLE)
        self._side.setFocus()

    @Slot()
    def _on_to_plan_clicked(self) -> None:
        self._refresh()
        self._screens.setCurrentIndex(_PLAN)
        self._button("accept_button").setFocus()

    @Slot()
    def _on_sign_clicked(self) -> None:
        self._screens.setCurrentIndex(_STOP)

    @Slot()
    def _on_back_clicked(self) -> None:
        index = self._screens.currentIndex()
        if index == _STOP:
            self._screens.setCurrentIndex(_ANKLE)
            return
        if index == _ANKLE and not self._first_run:
            self.left.emit()
        else:
            self._screens.setCurrentIndex(index - 1)

    @Slot()
    def _on_accept_clicked(self) -> None:
        if self._proposed is None:
            return
        try:
            changes = self._plans.accept(self._proposed)
        except AnkleCoachError as error:
            self._problem.set_text(str(error))
            self._problem.show()
            return
        self._hub.publish(changes, self)
        self.accepted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape and self._screens.currentIndex() > 0:
            self._on_back_clicked()
            return
        super().keyPressEvent(event)

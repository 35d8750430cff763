"""The morning check-in: what the program asks, and nothing more; each answer can be left out."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from ankle_coach.domain.journal import Answer, CheckIn, NoAnswer, value_of
from ankle_coach.domain.program import MorningField
from ankle_coach.domain.words import Words
from ankle_coach.services.check_in_service import ONLY_PAIN, MorningAnswers
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown
from ankle_coach.ui.widgets.wheel_guard import WheelGuard
from ankle_coach.ui.widgets.wrap_row import WrapRow

_UNANSWERED = -1
_MOST_MINUTES = 24 * 60
_STEP_MINUTES = 5


class CheckInCard(Card):
    """Asks how the ankle is this morning. An answer is kept at once; clearing all of them takes it back.

    Signals:
        answered: The `MorningAnswers` after a change; what was asked and left out is missing.
        late_requested: Yesterday's answer is to be entered.
    """

    answered = Signal(object)
    late_requested = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an unanswered card that asks for pain only."""
        super().__init__(theme, parent=parent)
        self.setObjectName("check_in_card")
        self.setAccessibleName(words.gettext("Morning check-in"))
        self._words = words
        self._asked: frozenset[MorningField] = ONLY_PAIN
        self._before: CheckIn | None = None
        self._more: QWidget | None = None
        self._build_question()
        self._build_late()

    @property
    def scale(self) -> PainScale:
        """The eleven answers to the first question."""
        return self._scale

    @property
    def answers(self) -> MorningAnswers:
        """What the card says; what is not asked here stays as it was kept before."""
        before = self._before
        if self._more is None:
            return MorningAnswers(
                pain=_answer(self._scale.value),
                first_step=before.first_step if before else NoAnswer.NOT_ASKED,
                stiff_minutes=before.stiff_minutes if before else NoAnswer.NOT_ASKED,
                swelling=before.swelling if before else NoAnswer.NOT_ASKED,
            )
        minutes, swelling = self._stiff.value(), self._swelling.current
        return MorningAnswers(
            pain=_answer(self._scale.value),
            first_step=self._told(MorningField.FIRST_STEP, self._first_step.value),
            stiff_minutes=self._told(MorningField.STIFFNESS, None if minutes == _UNANSWERED else minutes),
            swelling=self._told(MorningField.SWELLING, int(swelling) if swelling else None),
        )

    def show_check_in(
        self,
        check_in: CheckIn | None,
        asked: frozenset[MorningField] = ONLY_PAIN,
        *,
        yesterday_missing: bool = False,
    ) -> None:
        """Show this morning's answers, or none.

        Args:
            check_in: This morning's check-in.
            asked: What the program asks.
            yesterday_missing: Whether to offer to enter yesterday's morning.
        """
        self._before, self._asked = check_in, asked
        with QSignalBlocker(self._scale):
            self._scale.set_value(value_of(check_in.pain) if check_in else None)
        if asked != ONLY_PAIN:
            self._show_more(check_in)
        if self._more is not None:
            set_shown(self._more, asked != ONLY_PAIN)
        self._hint.setText(self._hint_words(check_in))
        set_shown(self._late, yesterday_missing)

    def _hint_words(self, check_in: CheckIn | None) -> str:
        gettext = self._words.gettext
        if check_in is None:
            return gettext("Worst pain since getting up. 0 none, 10 worst")
        if check_in.pain is NoAnswer.MISSING:
            return gettext("Saved without the pain. 0 none, 10 worst")
        return gettext("Saved. Choose another number to change it")

    def _told(self, field: MorningField, value: int | None) -> Answer:
        if value is not None:
            return value
        return NoAnswer.MISSING if field in self._asked else NoAnswer.NOT_ASKED

    def _build_question(self) -> None:
        question = QWidget()
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(TextLabel(self._words.gettext("How is the ankle this morning?"), "strong"))
        self._hint = TextLabel("", "muted")
        self._hint.setObjectName("check_in_hint")
        column.addWidget(self._hint)
        self._scale = PainScale(
            self._theme, self._words, self._words.gettext("Pain this morning"), compact=True
        )
        self._scale.setObjectName("check_in_scale")
        self._scale.value_changed.connect(self._on_field_changed)
        self.add_widget(WrapRow(self._theme, question, self._scale, needs=720))

    def _build_late(self) -> None:
        self._late = QPushButton(self._words.gettext("Yesterday's answer is missing"))
        self._late.setObjectName("late_check_in")
        self._late.setProperty("kind", "link")
        self._late.setAccessibleDescription(self._words.gettext("Enter yesterday's morning now"))
        self._late.clicked.connect(self.late_requested)
        set_shown(self._late, False)
        self.body.addWidget(self._late, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_more(self, check_in: CheckIn | None) -> None:
        """Show the questions that only some programs ask, made when they are first asked."""
        if self._more is None:
            self._build_more()
        with QSignalBlocker(self._first_step), QSignalBlocker(self._stiff), QSignalBlocker(self._swelling):
            self._first_step.set_value(value_of(check_in.first_step) if check_in else None)
            minutes = value_of(check_in.stiff_minutes) if check_in else None
            self._stiff.setValue(_UNANSWERED if minutes is None else minutes)
            swelling = value_of(check_in.swelling) if check_in else None
            self._swelling.set_current("" if swelling is None else str(swelling))
        set_shown(self._first_step_row, MorningField.FIRST_STEP in self._asked)
        set_shown(self._stiff_row, MorningField.STIFFNESS in self._asked)
        set_shown(self._swelling_row, MorningField.SWELLING in self._asked)

    def _build_more(self) -> None:
        gettext = self._words.gettext
        name = gettext("Pain of the first steps")
        self._first_step = PainScale(self._theme, self._words, name, compact=True)
        self._first_step.setObjectName("check_in_first_step")
        self._first_step.value_changed.connect(self._on_field_changed)
        self._first_step_row = WrapRow(self._theme, _name(name), self._first_step, needs=720)
        self._stiff = self._minutes_field()
        self._stiff_row = _pair(gettext("Stiff for"), self._stiff)
        self._swelling = self._swelling_field()
        self._swelling_row = _pair(gettext("Swelling"), self._swelling)
        self._more = QWidget()
        self._more.setObjectName("check_in_more")
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._first_step_row)
        column.addWidget(self._stiff_row)
        column.addWidget(self._swelling_row)
        self.body.insertWidget(1, self._more)

    def _minutes_field(self) -> QSpinBox:
        spin = QSpinBox()
        spin.setObjectName("check_in_stiff")
        spin.setAccessibleName(self._words.gettext("Minutes of stiffness"))
        spin.setRange(_UNANSWERED, _MOST_MINUTES)
        spin.setSingleStep(_STEP_MINUTES)
        spin.setSpecialValueText(self._words.gettext("not answered"))
        spin.setSuffix(self._words.pgettext("after a number", " min"))
        spin.setValue(_UNANSWERED)
        spin.setKeyboardTracking(False)
        spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        spin.valueChanged.connect(self._on_field_changed)
        WheelGuard(spin)
        return spin

    def _swelling_field(self) -> SegmentedControl:
        words = self._words
        choices = (
            ("", words.gettext("not answered")),
            ("0", words.pgettext("swelling", "none")),
            ("1", words.pgettext("swelling", "mild")),
            ("2", words.pgettext("swelling", "moderate")),
            ("3", words.pgettext("swelling", "severe")),
        )
        control = SegmentedControl(words.gettext("Swelling this morning"), choices)
        control.setObjectName("check_in_swelling")
        control.current_changed.connect(self._on_field_changed)
        return control

    @Slot()
    def _on_field_changed(self) -> None:
        self.answered.emit(self.answers)


def _answer(value: int | None) -> Answer:
    return NoAnswer.MISSING if value is None else value


def _name(text: str) -> TextLabel:
    return TextLabel(text, "body", wraps=False)


def _pair(text: str, field: QWidget) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    label = _name(text)
    label.setBuddy(field)
    row.addWidget(label)
    row.addStretch(1)
    row.addWidget(field)
    return pair

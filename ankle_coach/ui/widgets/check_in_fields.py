"""The morning's questions about one side: pain, and what else the program asks; each can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from ankle_coach.domain.journal import Answer, CheckIn, NoAnswer, value_of
from ankle_coach.domain.morning import ONLY_PAIN, MorningAnswers, MorningField
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word, swelling_words
from ankle_coach.domain.words import Words
from ankle_coach.ui.first_flags import align_right
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown
from ankle_coach.ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ankle_coach.ui.widgets.segmented_control import SegmentedControl

_UNANSWERED = -1
_MOST_MINUTES = 24 * 60
_STEP_MINUTES = 5


class CheckInFields(QWidget):
    """Asks about one side. `answered` gives the `MorningAnswers` after a change."""

    answered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        side: Side,
        head: QWidget,
        *,
        is_only: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Make unanswered questions.

        Args:
            theme: The look.
            words: The reader's language.
            side: The side that they are about.
            head: Stands beside the first scale.
            is_only: Whether no other side is asked about, so that names need not tell the side.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName(f"check_in_{side}")
        self._theme, self._words, self._side = theme, words, side
        self._suffix = "" if is_only else f", {side_word(side, words)}"
        self._asked: frozenset[MorningField] = ONLY_PAIN
        self._before: CheckIn | None = None
        self._more: QWidget | None = None
        self._scale = PainScale(theme, words, words.gettext("Pain this morning") + self._suffix, compact=True)
        self._scale.setObjectName("check_in_scale")
        self._scale.value_changed.connect(self._on_field_changed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0 if is_only else theme.px(6), 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(WrapRow(theme, head, self._scale, needs=720))

    @property
    def side(self) -> Side:
        """The side that it asks about."""
        return self._side

    @property
    def scale(self) -> PainScale:
        """The eleven answers to the first question."""
        return self._scale

    @property
    def answers(self) -> MorningAnswers:
        """What is said; what is not asked here stays as it was kept before."""
        before = self._before
        if self._more is None:
            return MorningAnswers(
                side=self._side,
                pain=_answer(self._scale.value),
                first_step=before.first_step if before else NoAnswer.NOT_ASKED,
                stiff_minutes=before.stiff_minutes if before else NoAnswer.NOT_ASKED,
                swelling=before.swelling if before else NoAnswer.NOT_ASKED,
            )
        minutes, swelling = self._stiff.value(), self._swelling.current
        return MorningAnswers(
            side=self._side,
            pain=_answer(self._scale.value),
            first_step=self._told(MorningField.FIRST_STEP, self._first_step.value),
            stiff_minutes=self._told(MorningField.STIFFNESS, None if minutes == _UNANSWERED else minutes),
            swelling=self._told(MorningField.SWELLING, int(swelling) if swelling else None),
        )

    def show_check_in(self, check_in: CheckIn | None, asked: frozenset[MorningField]) -> None:
        """Show this morning's answers, or none.

        Args:
            check_in: This morning's check-in about the side.
            asked: What the program asks.
        """
        self._before, self._asked = check_in, asked
        with QSignalBlocker(self._scale):
            self._scale.set_value(value_of(check_in.pain) if check_in else None)
        if asked != ONLY_PAIN:
            self._show_more(check_in)
        if self._more is not None:
            set_shown(self._more, asked != ONLY_PAIN)

    def _told(self, field: MorningField, value: int | None) -> Answer:
        if value is not None:
            return value
        return NoAnswer.MISSING if field in self._asked else NoAnswer.NOT_ASKED

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
        self._first_step = PainScale(self._theme, self._words, name + self._suffix, compact=True)
        self._first_step.setObjectName("check_in_first_step")
        self._first_step.value_changed.connect(self._on_field_changed)
        self._first_step_row = WrapRow(self._theme, _name(name), self._first_step, needs=720)
        self._stiff = self._minutes_field()
        self._stiff_row = _pair(gettext("Stiff for"), self._stiff)
        self._swelling = self._swelling_field()
        self._swelling_row = WrapRow(self._theme, _name(gettext("Swelling")), self._swelling, needs=720)
        self._more = QWidget()
        self._more.setObjectName("check_in_more")
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._first_step_row)
        column.addWidget(self._stiff_row)
        column.addWidget(self._swelling_row)
        self._column.addWidget(self._more)

    def _minutes_field(self) -> QSpinBox:
        from ankle_coach.ui.widgets.wheel_guard import WheelGuard  # noqa: PLC0415 - only some programs ask

        spin = QSpinBox()
        spin.setObjectName("check_in_stiff")
        spin.setAccessibleName(self._words.gettext("Minutes of stiffness") + self._suffix)
        spin.setRange(_UNANSWERED, _MOST_MINUTES)
        spin.setSingleStep(_STEP_MINUTES)
        spin.setSpecialValueText(self._words.gettext("not answered"))
        spin.setSuffix(self._words.pgettext("after a number", " min"))
        spin.setValue(_UNANSWERED)
        spin.setKeyboardTracking(False)
        align_right(spin)
        spin.valueChanged.connect(self._on_field_changed)
        WheelGuard(spin)
        return spin

    def _swelling_field(self) -> SegmentedControl:
        from ankle_coach.ui.widgets.segmented_control import SegmentedControl  # noqa: PLC0415 - as above

        words = self._words
        choices = (
            ("", words.gettext("not answered")),
            *((str(degree), word) for degree, word in enumerate(swelling_words(words))),
        )
        control = SegmentedControl(words.gettext("Swelling this morning") + self._suffix, choices)
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

"""Corrects a morning check-in: pain, first steps, stiffness, swelling and the note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QSpinBox, QWidget

from ankle_coach.domain.correction import answer_of, corrected_check_in
from ankle_coach.domain.date_words import long_date
from ankle_coach.domain.journal import Answer, CheckIn, NoAnswer
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.models.journal_entries_model import swelling_word
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_UNANSWERED = -1
_MOST_MINUTES = 24 * 60


class CheckInDialog(EntryForm):
    """Shows a check-in; `corrected` returns what it is to be after Save."""

    def __init__(
        self, check_in: CheckIn, theme: Theme, words: Words, parent: QWidget, *, is_new: bool = False
    ) -> None:
        """Show a check-in.

        Args:
            check_in: The answers.
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
            is_new: Whether it is not kept yet, so that there is nothing to delete.
        """
        when = long_date(check_in.entered.training_day, words)
        if check_in.side is not Side.BOTH:
            when = f"{when} · {side_word(check_in.side, words)}"
        super().__init__(theme, words, words.gettext("Morning check-in"), when, parent)
        self._check_in = check_in
        self._first_step: PainScale | None = None
        self.setObjectName("check_in_dialog")
        self._build()
        self.set_deletable(not is_new)
        self.fit()

    def corrected(self) -> CheckIn:
        """Return the check-in with what the form says."""
        before = self._check_in
        minutes = self._stiff.value()
        first_step = before.first_step
        if self._first_step is not None:
            first_step = answer_of(self._first_step.value, before.first_step)
        return corrected_check_in(
            before,
            pain=answer_of(self._pain.value, before.pain),
            first_step=first_step,
            stiff_minutes=answer_of(None if minutes == _UNANSWERED else minutes, before.stiff_minutes),
            swelling=self._swelling_answer(),
            note=self._note.toPlainText(),
        )

    def _swelling_answer(self) -> Answer:
        key = self._swelling.current
        return answer_of(int(key) if key else None, self._check_in.swelling)

    def _build(self) -> None:
        gettext = self._words.gettext
        check_in = self._check_in
        hint = gettext("Worst pain since getting up. 0 none, 10 worst")
        self._pain = self.add_scale(gettext("Pain"), hint, check_in.pain, "pain")
        if check_in.first_step is not NoAnswer.NOT_ASKED:
            self._first_step = self.add_scale(
                gettext("Pain of the first steps"), "", check_in.first_step, "first_step"
            )
        self._stiff = self._stiffness(check_in.stiff_minutes)
        self.add_field(gettext("Stiffness"), self._stiff)
        self._swelling = self._swelling_choice(check_in.swelling)
        self.add_field(gettext("Swelling"), self._swelling)
        self._note = QPlainTextEdit(check_in.note)
        self._note.setObjectName("note")
        self._note.setAccessibleName(gettext("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(self._theme.px(76))
        self.add_field(gettext("Note"), self._note)
        self.form.addStretch(1)

    def _stiffness(self, minutes: Answer) -> QSpinBox:
        spin = QSpinBox()
        spin.setObjectName("stiff_minutes")
        spin.setAccessibleName(self._words.gettext("Minutes of stiffness"))
        spin.setRange(_UNANSWERED, _MOST_MINUTES)
        spin.setSpecialValueText(_none_word(minutes, self._words))
        spin.setSuffix(self._words.pgettext("after a number", " min"))
        spin.setValue(minutes if isinstance(minutes, int) else _UNANSWERED)
        spin.setMaximumWidth(self._theme.px(180))
        spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        WheelGuard(spin)
        return spin

    def _swelling_choice(self, swelling: Answer) -> SegmentedControl:
        choices = [("", _none_word(swelling, self._words))]
        choices += [(str(number), swelling_word(number, self._words)) for number in range(4)]
        control = SegmentedControl(self._words.gettext("Swelling"), choices)
        control.setObjectName("swelling")
        control.set_current(str(swelling) if isinstance(swelling, int) else "")
        return control


def _none_word(answer: Answer, words: Words) -> str:
    return words.gettext("not asked") if answer is NoAnswer.NOT_ASKED else words.gettext("not answered")

"""Questions in rows, each answered with no, yes or unsure; unanswered is a state of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.words import Words
from ankle_coach.ui.widgets.text_label import TextLabel


class _AnswerRow(QWidget):
    """One question. The first letter of an answer gives it and goes on to the next question."""

    answered = Signal()
    typed = Signal()

    def __init__(self, key: str, text: str, words: Words) -> None:
        super().__init__()
        self.setObjectName(f"question_{key}")
        self.setAccessibleName(text)
        self._labels = {
            ScreenAnswer.NO: words.pgettext("answer", "No"),
            ScreenAnswer.YES: words.pgettext("answer", "Yes"),
            ScreenAnswer.UNSURE: words.pgettext("answer", "Unsure"),
        }
        self._group = QButtonGroup(self)
        self._buttons: dict[ScreenAnswer, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        label = TextLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(label, 1)
        for answer, word in self._labels.items():
            button = QPushButton(word)
            button.setObjectName(f"{key}_{answer}")
            button.setProperty("kind", "choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{text} {word}")
            button.clicked.connect(self.answered)
            self._group.addButton(button)
            self._buttons[answer] = button
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)

    @property
    def answer(self) -> ScreenAnswer | None:
        return next((answer for answer, button in self._buttons.items() if button.isChecked()), None)

    def set_answer(self, answer: ScreenAnswer) -> None:
        self._buttons[answer].setChecked(True)
        self.answered.emit()

    def take_focus(self) -> None:
        self._buttons[self.answer or ScreenAnswer.NO].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by an answer's first letter."""
        typed = event.text().casefold()
        for answer, word in self._labels.items():
            if typed and word.casefold().startswith(typed):
                self.set_answer(answer)
                self.typed.emit()
                return
        super().keyPressEvent(event)


class AnswerRows(QWidget):
    """Several questions. Tab goes from one to the next; N, Y and U answer; `changed` tells of each answer."""

    changed = Signal()

    def __init__(
        self, questions: Sequence[tuple[str, str]], words: Words, parent: QWidget | None = None
    ) -> None:
        """Make unanswered questions.

        Args:
            questions: Each question's id and text.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._rows: dict[str, _AnswerRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for key, text in questions:
            row = _AnswerRow(key, text, words)
            row.answered.connect(self.changed)
            row.typed.connect(self.go_on)
            self._rows[key] = row
            column.addWidget(row)

    @property
    def answers(self) -> dict[str, ScreenAnswer]:
        """The answers given; a question without one is not in it."""
        return {key: row.answer for key, row in self._rows.items() if row.answer is not None}

    @property
    def is_complete(self) -> bool:
        """Whether every question has an answer."""
        return len(self.answers) == len(self._rows)

    def set_answers(self, answers: Mapping[str, ScreenAnswer]) -> None:
        """Show answers of questions that are here."""
        for key, answer in answers.items():
            if key in self._rows:
                self._rows[key].set_answer(answer)

    def go_on(self) -> None:
        """Move the focus to the first question without an answer; stay where there is none."""
        for row in self._rows.values():
            if row.answer is None:
                row.take_focus()
                return

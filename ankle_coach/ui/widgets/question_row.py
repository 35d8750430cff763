"""A question with its answers beside it, or below it where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.answer_strip import AnswerStrip
from ankle_coach.ui.widgets.text_label import TextLabel


class QuestionRow(QWidget):
    """A question and its `strip` of answers; `answered` tells its key and the answer, or None."""

    answered = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        key: str,
        question: str,
        choices: Sequence[tuple[str, str]],
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an unanswered question.

        Args:
            theme: The look.
            key: Names the question.
            question: What is asked.
            choices: Each answer's key and its words.
            hint: A line under the question; none where empty.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName(f"question_{key}")
        self.key = key
        self.strip = AnswerStrip(question, choices)
        self.strip.setObjectName(key)
        self.strip.answered.connect(lambda value: self.answered.emit(key, value))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(2), 0, theme.px(4))
        column.setSpacing(theme.px(4))
        column.addWidget(TextLabel(question, "strong"))
        if hint:
            column.addWidget(TextLabel(hint, "small"))
        column.addWidget(self.strip)


def yes_no(words: Words, *, unsure: bool = False) -> tuple[tuple[str, str], ...]:
    """Return the answers yes and no, and not sure where asked."""
    plain = (("yes", words.gettext("Yes")), ("no", words.gettext("No")))
    return (*plain, ("unsure", words.gettext("Unsure"))) if unsure else plain

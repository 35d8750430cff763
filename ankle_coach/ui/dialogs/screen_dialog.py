"""The safety questions again: once a week, and after sharp pain or a pop."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.words import Words
from ankle_coach.services.safety_service import SafetyService
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.pages.screen_questions import ScreenQuestions
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.text_label import TextLabel


class ScreenDialog(EntryForm):
    """Asks the questions of an occasion. What is left open stays open, and the screen stays due."""

    def __init__(
        self,
        safety: SafetyService,
        occasion: Occasion,
        theme: Theme,
        words: Words,
        parent: QWidget,
    ) -> None:
        """Make the dialog without an answer.

        Args:
            safety: Knows the questions.
            occasion: Why they are asked.
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
        """
        if occasion is Occasion.STOP:
            title = words.gettext("Before anything else")
            line = words.gettext(
                "Sharp pain or a pop is a reason to ask. Y, N and U answer from the keyboard."
            )
        else:
            title = words.gettext("The weekly safety questions")
            line = words.gettext("About a minute. Y, N and U answer from the keyboard and go on.")
        super().__init__(theme, words, title, line, parent)
        self.setObjectName("screen_dialog")
        self._safety, self._occasion = safety, occasion
        self._facts = safety.facts(occasion)
        self._answers: dict[str, ScreenAnswer] = {}
        self._form_of = ScreenQuestions(safety, theme, words)
        self._form_of.answered.connect(self._on_form_of_answered)
        self._form_of.completed.connect(self.focus_save)
        self._open = TextLabel("", "muted")
        self._open.setObjectName("open_questions")
        self.form.addWidget(self._form_of)
        self.form.addWidget(self._open)
        self.set_deletable(False)
        self._refresh()
        self.fit()
        self._form_of.focus_first_open()

    @property
    def answers(self) -> dict[str, ScreenAnswer]:
        """The answers; an open question is not among them."""
        return dict(self._answers)

    def _refresh(self) -> None:
        self._form_of.show_questions(self._occasion, self._answers, self._facts)
        count = len(self._safety.check(self._occasion, self._answers, self._facts).unanswered)
        still = self._words.ngettext("{n} question is open.", "{n} questions are open.", count)
        self._open.setText(still.format(n=count) if count else self._words.gettext("All are answered."))

    @Slot(str, object)
    def _on_form_of_answered(self, rule: str, answer: ScreenAnswer | None) -> None:
        self._answers.pop(rule, None)
        if answer is not None:
            self._answers[rule] = answer
        self._refresh()

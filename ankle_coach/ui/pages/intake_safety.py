"""The intake's safety questions, and what is still open of them."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.safety_screen import ScreenResult
from ankle_coach.domain.words import Words
from ankle_coach.services.safety_service import SafetyService
from ankle_coach.ui.pages.intake_draft import IntakeDraft
from ankle_coach.ui.pages.intake_fields import WIDEST
from ankle_coach.ui.pages.screen_questions import ScreenQuestions
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.text_label import TextLabel


class IntakeSafety(ScrollPage):
    """Asks the screen of the intake. An open question is never good news: it must be answered to go on.

    Signals:
        completed: A letter has answered the last open question.
    """

    completed = Signal()

    def __init__(self, theme: Theme, words: Words, draft: IntakeDraft, safety: SafetyService) -> None:
        """Make the screen.

        Args:
            theme: The look.
            words: The reader's language.
            draft: The answers so far.
            safety: Knows the questions.
        """
        title = words.gettext("Safety comes first")
        subtitle = words.gettext(
            "Y, N and U answer from the keyboard and go on. Unsure is an honest answer; it counts as a sign."
        )
        super().__init__(theme, title, subtitle, widest=WIDEST)
        self.setObjectName("safety_screen")
        self._words, self._draft, self._safety = words, draft, safety
        self._form = ScreenQuestions(safety, theme, words)
        self._form.answered.connect(self._on_form_answered)
        self._form.completed.connect(self._on_form_completed)
        self._open = TextLabel("", "muted")
        self._open.setObjectName("open_questions")
        self.add_widget(self._form)
        self.add_widget(self._open)

    def result(self) -> ScreenResult:
        """Return what the answers so far say."""
        answers = self._draft.answers
        return self._safety.check(
            Occasion.INTAKE, answers.safety, self._safety.facts(Occasion.INTAKE, answers)
        )

    def refresh(self) -> None:
        """Show the questions that apply, and how many are open."""
        answers = self._draft.answers
        facts = self._safety.facts(Occasion.INTAKE, answers)
        self._form.show_questions(Occasion.INTAKE, answers.safety, facts, self._draft.told)
        count = len(self.result().unanswered)
        still = self._words.ngettext("{n} question is open.", "{n} questions are open.", count)
        self._open.setText(still.format(n=count) if count else self._words.gettext("All are answered."))

    def missing(self) -> str:
        """Return what must be answered before it goes on; empty for nothing."""
        unanswered = self.result().unanswered
        facts = [name for name in unanswered if name in self._fact_names()]
        if len(facts) < len(unanswered):
            return self._words.gettext(
                "Some safety questions are open. Until they are answered, no plan is made."
            )
        if facts:
            names = ", ".join(self._fact_names()[name] for name in facts)
            return self._words.gettext("Please go back and answer: {names}.").format(names=names)
        return ""

    def focus_first_open(self) -> None:
        """Go to the first question without an answer."""
        self._form.focus_first_open()

    def _fact_names(self) -> dict[str, str]:
        words = self._words
        return {
            "days_since_injury": words.gettext("how many days ago it was"),
            "age": words.gettext("your age"),
            "intoxicated": words.gettext("alcohol or drugs"),
            "numb_feet": words.gettext("feeling in your feet"),
            "other_injury": words.gettext("another painful injury"),
        }

    @Slot(str, object)
    def _on_form_answered(self, rule: str, answer: ScreenAnswer | None) -> None:
        self._draft.answer(rule, answer)

    @Slot()
    def _on_form_completed(self) -> None:
        self.ensureWidgetVisible(self._open)
        self.completed.emit()

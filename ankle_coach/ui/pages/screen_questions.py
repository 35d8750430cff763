"""The safety questions as a form: every answer is given, none is preselected, unanswered stays open."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Escalation, Occasion, Question, ScreenFile
from ankle_coach.domain.safety_screen import ScreenFacts
from ankle_coach.domain.words import Words
from ankle_coach.services.safety_service import SafetyService
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.question_row import QuestionRow, yes_no

_LAST_NOW, _LAST_JOINT, _LAST_COURSE = 11, 15, 19


class ScreenQuestions(QWidget):
    """Shows the questions of an occasion in groups; those that hang on an answer appear once it was given.

    Signals:
        answered: Id of a question and its answer, None where it was taken back.
        completed: A letter has answered the last open question.
    """

    answered = Signal(str, object)
    completed = Signal()

    def __init__(
        self, safety: SafetyService, theme: Theme, words: Words, parent: QWidget | None = None
    ) -> None:
        """Make an empty form.

        Args:
            safety: Knows which questions apply.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._safety, self._theme, self._words = safety, theme, words
        self._rows: dict[str, QuestionRow] = {}
        self._cards: dict[str, Card] = {}
        self._group_of: dict[str, str] = {}
        self._answers: Mapping[str, ScreenAnswer] = {}
        self._order = {rule: place for place, rule in enumerate(every_rule(safety.content.screen))}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        for group, title in self._titles().items():
            self._cards[group] = self._card(group, title)

    def show_questions(
        self,
        occasion: Occasion,
        answers: Mapping[str, ScreenAnswer],
        facts: ScreenFacts,
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        """Show the questions that apply with their answers.

        Args:
            occasion: Why they are asked.
            answers: What was answered.
            facts: What is known of the person.
            hidden: Questions that other answers tell already.
        """
        self._answers = answers
        asked = [q for q in self._safety.questions(occasion, answers, facts) if q.id not in hidden]
        for question in asked:
            self._row(question).strip.show_value(
                answers[question.id].value if question.id in answers else None
            )
        shown = {question.id for question in asked}
        for rule, row in self._rows.items():
            row.setVisible(rule in shown)
        for group, card in self._cards.items():
            card.setVisible(any(self._group_of[rule] == group for rule in shown))
        self._order_tabs()

    def focus_first_open(self) -> bool:
        """Go to the first question without an answer, bring it into view, and say whether there is one."""
        for rule in self._in_order():
            if not self._rows[rule].isHidden() and rule not in self._answers:
                self._rows[rule].strip.take_focus()
                self._bring_into_view(self._rows[rule])
                return True
        return False

    def _in_order(self) -> list[str]:
        """Return the questions that have a row, as they stand under each other."""
        groups = list(self._cards)
        return sorted(self._rows, key=lambda rule: (groups.index(self._group_of[rule]), self._order[rule]))

    def _order_tabs(self) -> None:
        """Let Tab, and a letter that answers and goes on, follow the eye, whichever row was made first."""
        stops: list[QWidget] = []
        order = self._in_order()
        for group, card in self._cards.items():
            stops += card.findChildren(QPushButton, f"no_to_{group}")
            for rule in order:
                if self._group_of[rule] == group:
                    stops += self._rows[rule].strip.findChildren(QToolButton)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _go_on_from(self, rule: str) -> None:
        """Go from an answered question to the next one; from the last to one that was left open, or on."""
        order = self._in_order()
        for later in order[order.index(rule) + 1 :]:
            if not self._rows[later].isHidden():
                self._rows[later].strip.take_focus()
                self._bring_into_view(self._rows[later])
                return
        if not self.focus_first_open():
            self.completed.emit()

    def _bring_into_view(self, row: QWidget) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(row)

    def _titles(self) -> dict[str, str]:
        words = self._words
        return {
            "injury": words.gettext("After a twist or blow"),
            "now": words.gettext("Now"),
            "joint": words.gettext("Bone and joint"),
            "course": words.gettext("How it goes"),
            "person": words.gettext("You"),
        }

    def _card(self, group: str, title: str) -> Card:
        card = Card(self._theme, title)
        card.setObjectName(f"group_{group}")
        if group != "injury":
            button = QPushButton(self._words.gettext("No to all that is open here"))
            button.setObjectName(f"no_to_{group}")
            button.clicked.connect(lambda: self._answer_no(group))
            card.add_action(button)
        card.hide()
        self._column.addWidget(card)
        return card

    def _row(self, question: Question | Escalation) -> QuestionRow:
        """Return the row of a question, made when it is first asked, after what it hangs on."""
        if question.id in self._rows:
            return self._rows[question.id]
        text = self._words.pgettext(f"safety.{question.id}.text", question.text)
        row = QuestionRow(self._theme, question.id, text, yes_no(self._words, unsure=True))
        row.answered.connect(self._on_row_answered)
        row.strip.went_on.connect(lambda: self._go_on_from(question.id))
        group, place = group_of(question.id), self._order[question.id]
        body = self._cards[group].body
        before = [rule for rule in self._rows if self._group_of[rule] == group and self._order[rule] < place]
        body.insertWidget(len(before), row)
        self._rows[question.id] = row
        self._group_of[question.id] = group
        return row

    def _answer_no(self, group: str) -> None:
        for rule, row in tuple(self._rows.items()):
            if self._group_of[rule] == group and not row.isHidden() and row.strip.value is None:
                row.strip.set_value(ScreenAnswer.NO.value)

    @Slot(str, object)
    def _on_row_answered(self, rule: str, value: str | None) -> None:
        self.answered.emit(rule, None if value is None else ScreenAnswer(value))


def group_of(rule: str) -> str:
    """Return the group in which a question is shown."""
    if rule == "O3":  # the one bone point that is pressed without an injury too
        return "joint"
    if rule.startswith(("O", "R26")):
        return "injury"
    number = int(rule[1:3])
    if number <= _LAST_NOW:
        return "now"
    if number <= _LAST_JOINT:
        return "joint"
    return "course" if number <= _LAST_COURSE else "person"


def every_rule(screen: ScreenFile) -> list[str]:
    """Return the ids of all questions in order, each followed by those that make it more urgent."""
    rules = []
    for question in screen.question:
        rules += [question.id, *(escalation.id for escalation in question.escalations)]
    return rules

"""What the screens of the intake share: questions by the name of their answer, shown where they matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ankle_coach.domain.intake import Intake
from ankle_coach.domain.intake_form import asked_fields
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.intake_draft import IntakeDraft
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.number_field import NumberField
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.question_row import QuestionRow, yes_no
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.text_label import TextLabel

WIDEST = 900
"""Widest column of a screen, in pixels at 100 % text."""


class IntakeFields(ScrollPage):
    """A screen of questions. Those that do not matter for what was said so far are hidden."""

    def __init__(self, theme: Theme, words: Words, draft: IntakeDraft, title: str, subtitle: str) -> None:
        """Make a screen without questions.

        Args:
            theme: The look.
            words: The reader's language.
            draft: The answers so far.
            title: The screen's name.
            subtitle: A line under it.
        """
        super().__init__(theme, title, subtitle, widest=WIDEST)
        self._words, self._draft = words, draft
        self._rows: dict[str, QWidget] = {}
        self._cards: dict[QWidget, list[str]] = {}
        self._always: set[str] = set()
        self._shows: list[Callable[[Intake], None]] = []

    def refresh(self) -> None:
        """Show the answers, and the questions that matter."""
        answers = self._draft.answers
        for show in self._shows:
            show(answers)
        asked = asked_fields(answers) | self._always
        for field, row in self._rows.items():
            row.setVisible(field in asked)
        for card, fields in self._cards.items():
            card.setVisible(any(field in asked for field in fields))

    def row(self, field: str) -> QWidget:
        """Return the question of an answer.

        Raises:
            KeyError: The screen does not ask it.
        """
        return self._rows[field]

    def add_card(self, title: str, subtitle: str = "") -> Card:
        """Put a card for questions at the end; it is hidden while none of them matters."""
        card = Card(self._theme, title, subtitle)
        self.add_widget(card)
        self._cards[card] = []
        return card

    def add_choice(
        self,
        card: Card,
        field: str,
        question: str,
        choices: Mapping[str, str],
        values: Mapping[str, object],
        hint: str = "",
    ) -> QuestionRow:
        """Ask a question with a few answers.

        Args:
            card: Where it stands.
            field: The name of its answer in the intake.
            question: What is asked.
            choices: Words of each answer by its key.
            values: What is kept for each key.
            hint: A line under the question.
        """
        row = QuestionRow(self._theme, field, question, tuple(choices.items()), hint)
        row.answered.connect(lambda _key, given: self._keep(field, values.get(given)))
        keys = {value: key for key, value in values.items()}
        self._shows.append(lambda answers: row.strip.show_value(keys.get(getattr(answers, field, None))))
        self._put(card, field, row)
        return row

    def add_yes_no(self, card: Card, field: str, question: str, hint: str = "") -> QuestionRow:
        """Ask a question that is answered with yes or no, or not at all."""
        values: dict[str, object] = {"yes": True, "no": False}
        return self.add_choice(card, field, question, dict(yes_no(self._words)), values, hint)

    def add_scale(self, card: Card, field: str, question: str) -> None:
        """Ask a question with a scale of 0 to 10."""
        scale = PainScale(self._theme, self._words, question, compact=True)
        scale.setObjectName(field)

        def show(answers: Intake) -> None:
            value = getattr(answers, field)
            if scale.value != value:
                scale.blockSignals(True)
                scale.set_value(value if isinstance(value, int) else None)
                scale.blockSignals(False)

        scale.value_changed.connect(
            lambda value: self._keep(field, NoAnswer.MISSING if value is None else value)
        )
        self._shows.append(show)
        self._put(card, field, self._labeled(question, scale))

    def add_number(
        self, card: Card, field: str, question: str, most: int, unit: str, *, missing: object = None
    ) -> NumberField:
        """Ask for a whole number; what is kept without one is `missing`."""
        number = NumberField(self._theme, self._words, question, most, unit)
        number.setObjectName(field)

        def show(answers: Intake) -> None:
            value = getattr(answers, field)
            known = value if isinstance(value, int | float) else None
            if number.number != known:
                number.show_number(known)

        number.number_changed.connect(lambda value: self._keep(field, missing if value is None else value))
        self._shows.append(show)
        self._put(card, field, self._labeled(question, number))
        return number

    def add_line(self, card: Card, field: str, question: str, placeholder: str = "") -> None:
        """Ask for own words."""
        line = QLineEdit()
        line.setObjectName(field)
        line.setAccessibleName(question)
        line.setPlaceholderText(placeholder)
        line.setMaxLength(300)
        line.textEdited.connect(lambda text: self._keep(field, text))
        self._shows.append(
            lambda answers: (
                None if line.text() == getattr(answers, field) else line.setText(getattr(answers, field))
            )
        )
        self._put(card, field, self._labeled(question, line))

    def always(self, fields: Sequence[str]) -> None:
        """Show questions whatever was said."""
        self._always |= set(fields)

    def put(self, card: Card, field: str, widget: QWidget, show: Callable[[Intake], None]) -> None:
        """Put a question of its own kind into a card.

        Args:
            card: Where it stands.
            field: The name under which it matters.
            widget: The question with its answers.
            show: Shows an intake's answer in it.
        """
        self._shows.append(show)
        self._put(card, field, widget)

    def _put(self, card: Card, field: str, widget: QWidget) -> None:
        self._rows[field] = widget
        self._cards[card].append(field)
        card.add_widget(widget)

    def _labeled(self, question: str, field: QWidget) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(4)
        label = TextLabel(question, "strong")
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        return row

    def _keep(self, field: str, value: object) -> None:
        self._draft.update(**{field: value})

"""A plan at a glance: its sittings, when they are due, and each exercise with its dose."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.frequency_words import frequency_sentence
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan, PlannedSession, SessionKind
from ankle_coach.domain.program import Phase
from ankle_coach.domain.words import Words
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import clear_layout


class PlanPreview(QWidget):
    """Shows each sitting of a plan as a card."""

    def __init__(self, theme: Theme, words: Words, library: Library, parent: QWidget | None = None) -> None:
        """Make an empty preview."""
        super().__init__(parent)
        self.setObjectName("plan_preview")
        self._theme, self._words, self._library = theme, words, library
        self._summary = TextLabel("")
        self._cards = QWidget()
        self._flow = FlowLayout(self._cards, spacing=14, fills=True)
        self._flow.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._summary)
        column.addWidget(self._cards)

    def show_plan(self, plan: Plan, phase: Phase) -> None:
        """Show a plan that was made from a phase of a program."""
        clear_layout(self._flow)
        self._summary.setText(self._words.pgettext(f"{plan.program}.{phase.id}.summary", phase.summary))
        for session in plan.sessions:
            self._flow.addWidget(self._session_card(plan, session))

    def _session_card(self, plan: Plan, session: PlannedSession) -> Card:
        words = self._words
        when = frequency_sentence(session.frequency, words)
        tone = "plain" if session.kind is SessionKind.CORE else "alt"
        card = Card(self._theme, session.name, when[:1].upper() + when[1:], tone=tone)
        for prescription in plan.in_session(session.id):
            name = exercise_name(self._library.exercise(prescription.exercise), words)
            sentence = dose_sentence(
                prescription.dose, prescription.side_mode, plan.affected, words, self._name_of
            )
            card.body.addLayout(self._line(name, keep_units(sentence)))
        card.setMinimumWidth(self._theme.px(380))
        card.body.addStretch(1)
        return card

    def _line(self, name: str, sentence: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(TextLabel(name, "strong"))
        column.addWidget(TextLabel(sentence, "muted"))
        return column

    def _name_of(self, exercise_id: str) -> str:
        return exercise_name(self._library.exercise(exercise_id), self._words)

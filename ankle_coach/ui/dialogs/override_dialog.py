"""Deciding against a rule: what is to hold instead, with a confirmation that names the rule."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.day_facts import OverrideKind
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.decision_words import outcome_words
from ankle_coach.domain.exercise_texts import level_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.decision_texts import subject
from ankle_coach.ui.dialogs.dialog_size import take_height
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.text_label import TextLabel

_PLAN_KINDS = {Outcome.DELOAD: OverrideKind.END_DELOAD, Outcome.PLAN_HOLD: OverrideKind.LIFT_HOLD}


class OverrideChoice(NamedTuple):
    """What the person decides.

    Attributes:
        kind: What is decided.
        rule: Id of the rule that it goes against.
        prescription: Id of the prescription; empty for the whole plan.
        side: The side; None for the whole plan.
        level: Id of the level that is to hold; empty where none is chosen.
        note: The person's own words.
    """

    kind: OverrideKind
    rule: str
    prescription: str
    side: Side | None
    level: str
    note: str


def can_override(decision: Decision) -> bool:
    """Say whether a decision can be decided otherwise here; safety never can."""
    if decision.is_plan_wide:
        return decision.outcome in _PLAN_KINDS
    return decision.outcome in (Outcome.CREDIT, Outcome.HOLD, Outcome.STEP_BACK, Outcome.ADVANCE)


class OverrideDialog(QDialog):
    """Asks what is to hold instead. `choice` returns it after it was accepted."""

    def __init__(
        self,
        decision: Decision,
        library: Library,
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            decision: What the rules decided.
            library: Knows the levels of the exercise.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._decision, self._library = decision, library
        self._theme, self._words = theme, words
        self._levels: QComboBox | None = None
        self.setObjectName("override_dialog")
        self.setWindowTitle(words.gettext("Decide otherwise"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()

    @property
    def choice(self) -> OverrideChoice:
        """What the form says."""
        decision = self._decision
        kind = _PLAN_KINDS.get(decision.outcome, OverrideKind.SET_STANDING)
        level = self._levels.currentData() if self._levels is not None else ""
        return OverrideChoice(
            kind, decision.rule, decision.prescription, decision.side, level, self._note.text().strip()
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as its sentences ask for, with the buttons on the screen."""
        super().showEvent(event)
        take_height(self, self._column)

    def _build(self) -> None:
        words, decision = self._words, self._decision
        column = self._column = QVBoxLayout(self)
        margin = self._theme.px(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(self._theme.px(10))
        self.setMinimumWidth(self._theme.px(540))
        column.addWidget(TextLabel(words.gettext("Decide otherwise"), "heading"))
        told = words.gettext("Rule {rule} decided for {subject}: {outcome}.").format(
            rule=decision.rule,
            subject=subject(decision, self._library, words),
            outcome=outcome_words(decision.outcome, words),
        )
        sentence = TextLabel(told)
        sentence.setObjectName("override_rule")
        column.addWidget(sentence)
        if not decision.is_plan_wide:
            self._add_levels(column)
        else:
            column.addWidget(TextLabel(self._plan_words()))
        self._add_confirmation(column)
        column.addLayout(self._buttons())

    def _plan_words(self) -> str:
        if self._decision.outcome is Outcome.DELOAD:
            return self._words.gettext("The easy week ends today.")
        return self._words.gettext("The plan is not held any longer.")

    def _add_levels(self, column: QVBoxLayout) -> None:
        words, decision = self._words, self._decision
        exercise = self._library.exercise(decision.exercise)
        self._levels = QComboBox()
        self._levels.setObjectName("override_level")
        self._levels.setAccessibleName(words.gettext("Level from today on"))
        for level in exercise.levels:
            self._levels.addItem(level_name(exercise, level, words), level.id)
        self._levels.setCurrentIndex(max(0, self._levels.findData(decision.level)))
        label = TextLabel(words.gettext("Level from today on, at its first dose"), "strong")
        label.setBuddy(self._levels)
        column.addWidget(label)
        column.addWidget(self._levels)

    def _add_confirmation(self, column: QVBoxLayout) -> None:
        words = self._words
        self._note = QLineEdit()
        self._note.setObjectName("override_note")
        self._note.setAccessibleName(words.gettext("Reason, in your own words"))
        self._note.setPlaceholderText(words.gettext("Reason, in your own words"))
        column.addWidget(self._note)
        text = words.gettext("I decide this against rule {rule}").format(rule=self._decision.rule)
        self._confirmed = QCheckBox(text)
        self._confirmed.setObjectName("override_confirmed")
        self._confirmed.toggled.connect(self._on_confirmed_toggled)
        column.addWidget(self._confirmed)
        note = words.gettext("It is recorded, and later decisions go on from it. Locks stay as they are.")
        column.addWidget(TextLabel(note, "small"))

    def _buttons(self) -> QHBoxLayout:
        words = self._words
        cancel = dialog_button(words.gettext("Cancel"), "override_cancel")
        cancel.clicked.connect(self.reject)
        self._accept = dialog_button(words.gettext("Record it"), "override_accept", "primary")
        self._accept.setEnabled(False)
        self._accept.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._accept)
        return row

    @Slot(bool)
    def _on_confirmed_toggled(self, confirmed: bool) -> None:
        self._accept.setEnabled(confirmed)

"""The full reasoning of a decision: rule, values, sources, what was not chosen, and what came before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ankle_coach.domain.date_words import long_date, short_date
from ankle_coach.domain.decision import Decision
from ankle_coach.domain.decision_words import alternative_words, outcome_told, outcome_words, reason
from ankle_coach.domain.library import Library
from ankle_coach.domain.value_words import fired_values
from ankle_coach.domain.words import Words
from ankle_coach.ui.decision_texts import dose_now, mark_icon, sources, subject
from ankle_coach.ui.dialogs.dialog_size import take_size
from ankle_coach.ui.dialogs.evidence_dialog import EvidenceDialog
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.evidence_chips import EvidenceChips
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.scroll_page import ScrollBody
from ankle_coach.ui.widgets.text_label import TextLabel

MOST_HISTORY = 12
"""Decisions before this one that are listed."""
_WIDE, _HIGH = 560, 620


class DecisionDialog(QDialog):
    """Shows a decision; open it with `open`.

    Signals:
        override_requested: The person wants to decide otherwise.
    """

    override_requested = Signal(object)

    def __init__(
        self,
        decision: Decision,
        history: Sequence[Decision],
        library: Library,
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
        *,
        can_override: bool = True,
    ) -> None:
        """Make the dialog.

        Args:
            decision: The decision.
            history: The log; what it has of the same exercise and side is listed.
            library: Names exercises and sources.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
            can_override: Whether the person may decide otherwise here.
        """
        super().__init__(parent)
        self._decision, self._history, self._library = decision, history, library
        self._theme, self._words = theme, words
        self.setObjectName("decision_dialog")
        self.setWindowTitle(words.gettext("Full reasoning"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build(can_override=can_override)
        take_size(self, theme, _WIDE, _HIGH)

    def _build(self, *, can_override: bool) -> None:
        body = ScrollBody()
        body.setObjectName("page_body")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 12, 8)
        self._column.setSpacing(6)
        self._add_why()
        self._add_values()
        self._add_sources()
        self._add_history()
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addLayout(self._heading())
        outer.addWidget(scroll, 1)
        outer.addLayout(self._buttons(can_override=can_override))

    def _heading(self) -> QHBoxLayout:
        decision, words = self._decision, self._words
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconView(self._theme, mark_icon(decision.outcome), "accent", 22))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        title = words.gettext("{subject}: {outcome}").format(
            subject=subject(decision, self._library, words), outcome=outcome_told(decision, words)
        )
        lines.addWidget(_text(title, "heading", "decision_title"))
        when = long_date(decision.day, words)
        if decision.entered_on is not None:
            when = words.gettext("{day}, revised by an entry of {entered}").format(
                day=when, entered=long_date(decision.entered_on, words)
            )
        lines.addWidget(_text(when, "muted", "decision_day"))
        row.addLayout(lines, 1)
        return row

    def _add_why(self) -> None:
        decision, words = self._decision, self._words
        self._column.addWidget(_text(keep_units(reason(decision, words)), "body", "decision_reason"))
        now = dose_now(decision, self._library, words)
        if now:
            told = words.gettext("After it: {dose}.").format(dose=now)
            self._column.addWidget(_text(keep_units(told), "body", "decision_dose"))
        other = alternative_words(decision, words)
        if other:
            self._column.addWidget(_text(other, "body", "decision_alternative"))

    def _add_values(self) -> None:
        decision, words = self._decision, self._words
        self._add_title(words.gettext("Rule {rule}").format(rule=decision.rule))
        values = fired_values(decision, words)
        for label, value in values:
            told = words.gettext("{label}: {value}").format(label=label, value=value)
            self._column.addWidget(_text(told, "body", "decision_value"))
        if not values:
            told = words.gettext("No number took part in it.")
            self._column.addWidget(_text(told, "muted", "decision_value"))

    def _add_sources(self) -> None:
        words = self._words
        self._add_title(words.gettext("Sources of the rule"))
        chips = EvidenceChips(sources(self._decision, self._library), words)
        chips.reference_chosen.connect(self._on_chips_reference_chosen)
        self._column.addWidget(chips)

    def _add_history(self) -> None:
        decision, words = self._decision, self._words
        own = [
            other
            for other in self._history
            if (other.prescription, other.side) == (decision.prescription, decision.side)
            and other.day <= decision.day
            and other != decision
        ]
        self._add_title(words.gettext("What was decided before"))
        if not own:
            self._column.addWidget(_text(words.gettext("Nothing yet."), "muted", "decision_history"))
        for other in own[:MOST_HISTORY]:
            told = words.gettext("{day}: {outcome}. {reason} Rule {rule}").format(
                day=short_date(other.day, words),
                outcome=outcome_words(other.outcome, words),
                reason=reason(other, words),
                rule=other.rule,
            )
            self._column.addWidget(_text(keep_units(told), "small", "decision_history"))

    def _add_title(self, text: str) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(TextLabel(text, "strong"))

    def _buttons(self, *, can_override: bool) -> QHBoxLayout:
        words = self._words
        other = dialog_button(words.gettext("Decide otherwise…"), "override_button")
        other.setVisible(can_override)
        other.clicked.connect(self._on_other_clicked)
        close = dialog_button(words.gettext("Close"), "close_button", default=True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(other)
        row.addStretch(1)
        row.addWidget(close)
        close.setFocus()
        return row

    @Slot(str)
    def _on_chips_reference_chosen(self, reference_id: str) -> None:
        EvidenceDialog(self._library.reference(reference_id), self._theme, self._words, self).open()

    @Slot()
    def _on_other_clicked(self) -> None:
        self.override_requested.emit(self._decision)


def _text(text: str, kind: str, name: str) -> TextLabel:
    label = TextLabel(text, kind)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label

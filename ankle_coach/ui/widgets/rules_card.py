"""Which numbers of the rules differ from their sources in this plan, and who changed what when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ankle_coach.domain.date_words import short_date
from ankle_coach.domain.own_thresholds import ThresholdChange
from ankle_coach.domain.threshold_words import change_sentence, threshold_name, threshold_value
from ankle_coach.domain.thresholds import SPECS, Difference
from ankle_coach.domain.words import Words
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.text_label import TextLabel

_SHOWN_CHANGES = 8


class RulesCard(Card):
    """Tells `edit_requested` when the numbers are to be looked at or changed."""

    edit_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Words,
        differences: Sequence[Difference],
        history: Sequence[ThresholdChange],
        parent: QWidget | None = None,
    ) -> None:
        """Make the card.

        Args:
            theme: The look.
            words: The reader's language.
            differences: The numbers that differ from the source.
            history: What was changed, the newest first.
            parent: Qt owner.
        """
        super().__init__(theme, words.gettext("Numbers of the rules"), parent=parent)
        self.setObjectName("rules_card")
        self._words = words
        self.set_subtitle(self._summary(len(differences)))
        button = QPushButton(words.gettext("See and change…"))
        button.setObjectName("rules_button")
        button.setAccessibleName(words.gettext("See and change the numbers of the rules"))
        button.clicked.connect(self.edit_requested)
        self.add_action(button)
        for difference in differences:
            self._add_difference(difference)
        if history:
            self._add_history(history)

    def _summary(self, count: int) -> str:
        if not count:
            return self._words.gettext("All of them are as their sources and the app's own rules give them.")
        return self._words.ngettext(
            "{n} of {all} differs from its source.", "{n} of {all} differ from their sources.", count
        ).format(n=count, all=len(SPECS))

    def _add_difference(self, difference: Difference) -> None:
        words, name = self._words, difference.name
        pattern = (
            words.gettext("◆ {name}: {value}; the app rule says {source}")
            if difference.references == ("DD",)
            else words.gettext("◆ {name}: {value}; the source says {source}")
        )
        told = pattern.format(
            name=threshold_name(name, words),
            value=threshold_value(name, difference.value, words),
            source=threshold_value(name, difference.source, words),
        )
        label = TextLabel(keep_units(told))
        label.setObjectName(f"difference_{name}")
        self.add_widget(label)

    def _add_history(self, history: Sequence[ThresholdChange]) -> None:
        words = self._words
        self.add_widget(TextLabel(words.gettext("Changed so far"), "strong"))
        for change in history[:_SHOWN_CHANGES]:
            who = (
                words.gettext("{day}, by a therapist: {change}")
                if change.by_therapist
                else words.gettext("{day}: {change}")
            )
            told = change_sentence(change.name, change.before, change.after, words)
            line = who.format(day=short_date(change.day, words), change=told)
            self.add_widget(TextLabel(keep_units(f"{line} {change.note}".strip()), "muted"))
        left = len(history) - _SHOWN_CHANGES
        if left > 0:
            more = words.ngettext(
                "{n} earlier change is in the Journal's decisions.",
                "{n} earlier changes are in the Journal's decisions.",
                left,
            )
            self.add_widget(TextLabel(more.format(n=left), "small"))

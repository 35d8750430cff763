"""The sources of a chart's lines, each a chip that opens its record."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.evidence_dialog import EvidenceDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.evidence_chips import EvidenceChips
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown


class SourceChips(QWidget):
    """What the lines stand for in a sentence, and their sources."""

    def __init__(self, library: Library, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Show nothing yet.

        Args:
            library: Has the references.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._library, self._theme, self._words = library, theme, words
        self._sentence = TextLabel("", "small")
        self._sentence.setObjectName("sources_sentence")
        self._chips: EvidenceChips | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._sentence)

    def show_sources(self, sentence: str, references: Iterable[str]) -> None:
        """Say what the lines are, and from where; a reference that the library has no more is left out.

        Args:
            sentence: What the lines stand for; empty hides everything.
            references: Source ids.
        """
        set_shown(self, bool(sentence))
        self._sentence.setText(sentence)
        if self._chips is not None:
            self._chips.hide()
            self._chips.deleteLater()
            self._chips = None
        shown = self._library.shown_references(self._known(references))
        if shown:
            self._chips = EvidenceChips(shown, self._words)
            self._chips.reference_chosen.connect(self._on_chips_reference_chosen)
            self._column.addWidget(self._chips)

    def _known(self, references: Iterable[str]) -> list[str]:
        known = []
        for reference in dict.fromkeys(references):
            try:
                known.append(self._library.reference(reference).id)
            except NotFoundError:
                continue
        return known

    @Slot(str)
    def _on_chips_reference_chosen(self, reference: str) -> None:
        record = self._library.reference(reference)
        EvidenceDialog(record, self._theme, self._words, self.window()).open()

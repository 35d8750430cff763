"""The sources of an exercise or a number, each a chip that opens its record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.evidence import Reference
from ankle_coach.domain.evidence_words import kind_sentence, reference_title
from ankle_coach.domain.words import Words
from ankle_coach.ui.widgets.chip import EvidenceChip
from ankle_coach.ui.widgets.flow_layout import FlowLayout


class EvidenceChips(QWidget):
    """Chips in lines. Tells `reference_chosen` with the id of the reference whose chip is pressed."""

    reference_chosen = Signal(str)

    def __init__(
        self,
        references: Sequence[Reference],
        words: Words,
        *,
        before: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the chips.

        Args:
            references: As `Library.shown_references` gives them.
            words: The reader's language.
            before: Stands in the same line, before the first chip; taken over.
            parent: Qt owner.
        """
        super().__init__(parent)
        flow = FlowLayout(self, spacing=6)
        if before is not None:
            flow.addWidget(before)
        for reference in references:
            hint = reference.publisher or kind_sentence(reference.kind, words)
            chip = EvidenceChip(words, reference_title(reference, words), hint)
            chip.setObjectName(f"evidence_{reference.id}")
            chip.clicked.connect(lambda _=False, chosen=reference.id: self.reference_chosen.emit(chosen))
            flow.addWidget(chip)

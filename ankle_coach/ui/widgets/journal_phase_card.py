"""What the running phase still waits for (clinical.md §6.2, chart 11), as the Plan page says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.domain.measures import Measure
from ankle_coach.domain.words import Words
from ankle_coach.services.phase_service import PhaseService
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.phase_card import PhaseCard
from ankle_coach.ui.widgets.visibility import clear_layout, set_shown


class JournalPhaseCard(QWidget):
    """The checklist of the phase; nothing where the plan has no phases that end on criteria."""

    def __init__(
        self,
        phases: PhaseService,
        measures: Callable[[], Mapping[str, Measure]],
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Make it empty.

        Args:
            phases: Knows how the phase stands.
            measures: Gives the measures by id.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("journal_phase")
        self._phases, self._measures, self._theme, self._words = phases, measures, theme, words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_view(self, _view: ChartView) -> None:
        """Show how the phase stands now."""
        clear_layout(self._column)
        proposal = self._phases.proposal()
        set_shown(self, proposal is not None)
        if proposal is not None:
            card = PhaseCard(self._theme, self._words, proposal, self._measures(), only_shows=True)
            self._column.addWidget(card)

"""Today's card for the running phase: that the next one can begin, or that this one waits for answers."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from ankle_coach.domain.criteria import Status
from ankle_coach.domain.phase_exit import Obstacle
from ankle_coach.domain.program_texts import criterion_text, phase_name
from ankle_coach.domain.words import Words
from ankle_coach.services.phase_service import PhaseProposal
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

_BY_ANSWERS = frozenset({Obstacle.CRITERIA})
"""Obstacles that answers can take away."""


class TodayPhase(Card):
    """Leads to the plan where a person can do something for the next phase; hidden on every other day.

    Signals:
        opened: The plan is to be seen.
    """

    opened = Signal()

    def __init__(
        self,
        proposal: Callable[[], PhaseProposal | None],
        asked: Callable[[], Collection[str]],
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Make a hidden card.

        Args:
            proposal: Says where the running phase stands; None where there is none.
            asked: Ids of the measures that the person can be asked for now.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(theme, words.gettext("Next phase"), parent=parent)
        self.setObjectName("today_phase")
        self._proposal, self._asked, self._words = proposal, asked, words
        self._text = TextLabel("", "body")
        self._text.setObjectName("today_phase_text")
        self.add_widget(self._text)
        button = QPushButton(words.gettext("Open the plan"))
        button.setObjectName("open_plan_button")
        button.clicked.connect(self.opened)
        self.add_widget(button)
        set_shown(self, False)

    def refresh(self) -> None:
        """Look where the phase stands, once the page itself stands."""
        QTimer.singleShot(0, self, self._fill)

    @Slot()
    def _fill(self) -> None:
        proposal = self._proposal()
        told = phase_told(proposal, self._asked(), self._words) if proposal is not None else ""
        self._text.setText(told)
        set_shown(self, bool(told))


def phase_told(proposal: PhaseProposal, asked: Collection[str], words: Words) -> str:
    """Return what a person can do for the next phase; empty for nothing now.

    Args:
        proposal: Where the running phase stands.
        asked: Ids of the measures that the person can be asked for now.
        words: The reader's language.
    """
    if proposal.next_phase is None:
        return ""
    program, phase = proposal.program, proposal.phase
    if proposal.is_ready:
        told = words.gettext("All that {phase} asks for is met. You can go on to {next}.")
        return told.format(
            phase=phase_name(program, phase, words), next=phase_name(program, proposal.next_phase, words)
        )
    still = [result for result in proposal.exit.criteria if not result.holds]
    answers = all(
        result.status is Status.NOT_MEASURED and result.criterion.measured_by in asked for result in still
    )
    if not still or not answers or not set(proposal.exit.obstacles) <= _BY_ANSWERS:
        return ""
    names = "; ".join(criterion_text(program, phase, result, words) for result in still)
    told = words.gettext("{phase} waits only for your answers: {criteria}.")
    return told.format(phase=phase_name(program, phase, words), criteria=names)

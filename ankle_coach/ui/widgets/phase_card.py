"""Where a phase stands: each criterion met, unmet and by how much, or not measured."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.criteria import CriterionResult, Status
from ankle_coach.domain.measures import Measure
from ankle_coach.domain.phase_exit import Obstacle
from ankle_coach.domain.program_texts import criterion_standing, criterion_text, phase_name
from ankle_coach.domain.words import Words
from ankle_coach.services.phase_service import PhaseProposal
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.text_label import TextLabel

_ICONS = {
    Status.MET: ("check", "positive"),
    Status.UNMET: ("minus", "caution"),
    Status.NOT_MEASURED: ("timer", "text_muted"),
    Status.NOT_APPLICABLE: ("same", "text_muted"),
}


class PhaseCard(Card):
    """The running phase and what the next one waits for.

    Signals:
        next_requested: The next phase is to begin.
        answers_requested: What the phase asks is to be answered.
    """

    next_requested = Signal()
    answers_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Words,
        proposal: PhaseProposal,
        measures: Mapping[str, Measure],
        parent: QWidget | None = None,
        *,
        only_shows: bool = False,
        asks: bool = False,
    ) -> None:
        """Make the card.

        Args:
            theme: The look.
            words: The reader's language.
            proposal: Where the phase stands.
            measures: The measures by id.
            parent: Qt owner.
            only_shows: Whether there is no button to go on, as on a page that does not change the plan.
            asks: Whether some of the criteria can be answered now.
        """
        program, phase = proposal.program, proposal.phase
        title = words.gettext("Phase: {phase}").format(phase=phase_name(program, phase, words))
        summary = words.pgettext(f"{program.id}.phases.{phase.id}.summary", phase.summary)
        super().__init__(theme, title, summary, parent=parent)
        self.setObjectName("phase_card")
        self._words, self._proposal, self._measures = words, proposal, measures
        if phase.exit:
            self.add_widget(TextLabel(words.gettext("Before the next phase:"), "strong"))
        for result in proposal.exit.criteria:
            self._add_line(*self._criterion(result))
        self._add_needs()
        if asks:
            answer = QPushButton(words.gettext("Answer what it asks"))
            answer.setObjectName("phase_answers_button")
            answer.clicked.connect(self.answers_requested)
            self.add_action(answer)
        if proposal.is_ready and proposal.next_phase is not None and not only_shows:
            name = phase_name(program, proposal.next_phase, words)
            button = QPushButton(words.gettext("Go on to {phase}").format(phase=name))
            button.setObjectName("next_phase_button")
            button.setProperty("kind", "primary")
            button.clicked.connect(self.next_requested)
            self.add_action(button)

    def _criterion(self, result: CriterionResult) -> tuple[str, str, str, str]:
        text = criterion_text(self._proposal.program, self._proposal.phase, result, self._words)
        measure = self._measures.get(result.criterion.measured_by)
        standing = criterion_standing(result, measure, self._words) if measure is not None else ""
        icon, role = _ICONS[result.status]
        return icon, role, text, standing

    def _add_needs(self) -> None:
        """Add what else the phase needs; what is in the way says so."""
        words, phase = self._words, self._proposal.phase
        left, limits = self._proposal.exit.days_left, self._proposal.exit.thresholds
        least, calm = limits.adherence_advance, limits.phase_calm_days
        enough = words.ngettext("at least {n} day, reached", "at least {n} days, reached", phase.minimum_days)
        wait = words.ngettext("{n} day to go", "{n} days to go", left).format(n=left)
        reached = enough.format(n=phase.minimum_days)
        self._add_need(Obstacle.MINIMUM_DAYS, words.gettext("Time in the phase"), reached, wait)
        self._add_need(
            Obstacle.ADHERENCE,
            words.gettext("Planned sessions done"),
            words.gettext("{least} % or more, or too few planned so far to count").format(least=least),
            words.gettext("fewer than {least} %").format(least=least),
        )
        self._add_need(
            Obstacle.RECENT_REGRESS,
            words.gettext("Steps back"),
            words.ngettext("none in the last {n} day", "none in the last {n} days", calm).format(n=calm),
            words.ngettext("one in the last {n} day", "one in the last {n} days", calm).format(n=calm),
        )
        obstacles = self._proposal.exit.obstacles
        if Obstacle.MORNING_PAIN in obstacles:
            sentence = words.gettext("usually above {most}: it stays in the first phase")
            sentence = sentence.format(most=limits.baseline_high)
            self._add_need(Obstacle.MORNING_PAIN, words.gettext("Morning pain"), "", sentence)
        if Obstacle.OPEN_FLAG in obstacles:
            sentence = words.gettext("a sign waits for your record on Today")
            self._add_need(Obstacle.OPEN_FLAG, words.gettext("Safety"), "", sentence)

    def _add_need(self, obstacle: Obstacle, text: str, met: str, unmet: str) -> None:
        stands = obstacle in self._proposal.exit.obstacles
        icon, role = _ICONS[Status.UNMET if stands else Status.MET]
        self._add_line(icon, role, text, unmet if stands else met)

    def _add_line(self, icon: str, role: str, text: str, standing: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconView(self._theme, icon, role, 20))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(TextLabel(text))
        if standing:
            lines.addWidget(TextLabel(standing, "small"))
        row.addLayout(lines, 1)
        self.body.addLayout(row)

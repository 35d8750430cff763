"""Today's card of what changed and why, with the dialogs behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.services.coach_service import CoachService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.changes_card import ChangesCard
from ankle_coach.ui.widgets.visibility import set_shown

if TYPE_CHECKING:
    from ankle_coach.ui.decision_flow import DecisionFlow


class TodayChanges(ChangesCard):
    """Shows the decisions that are felt today; hidden until there is one.

    Signals:
        failed: A sentence why an override could not be recorded.
    """

    failed = Signal(str)

    def __init__(
        self,
        coach: CoachService,
        library: Library,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        parent: QWidget | None = None,
    ) -> None:
        """Make a hidden card.

        Args:
            coach: Has the decisions and records overrides.
            library: Names exercises and sources.
            theme: The look.
            words: The reader's language.
            hub: Is told of changes.
            parent: Qt owner.
        """
        super().__init__(theme, words, library, parent)
        self._coach, self._hub = coach, hub
        self._flow: DecisionFlow | None = None
        self.reasoning_requested.connect(self._on_reasoning_requested)
        set_shown(self, False)

    def refresh(self) -> None:
        """Show what is decided now, once the page itself stands: folding the whole journal takes a moment."""
        QTimer.singleShot(0, self, self._fill)

    @Slot(object)
    def _on_reasoning_requested(self, decision: Decision) -> None:
        from ankle_coach.ui.decision_flow import DecisionFlow  # noqa: PLC0415 - dialogs are not at start-up

        if self._flow is None:
            self._flow = DecisionFlow(self._coach, self._library, self._theme, self._words, self._hub, self)
            self._flow.failed.connect(self.failed)
        self._flow.open(decision)

    @Slot()
    def _fill(self) -> None:
        decisions, ahead = lately_decided(self._coach), self._ahead()
        self.show_decisions(decisions, ahead)
        set_shown(self, bool(decisions or ahead))

    def _ahead(self) -> str:
        """Say what the next loaded session brings after a gap, before it comes as a surprise."""
        from ankle_coach.domain.decision_words import gap_words  # noqa: PLC0415 - loads with the rules

        gap = self._coach.gap_ahead()
        if gap is None:
            return ""
        rule, days = gap
        told = self._words.gettext("{why} Rule {rule}.")
        own = self._coach.gap_numbers(rule)
        return told.format(why=gap_words(rule, days, self._words, own), rule=rule)


def lately_decided(coach: CoachService) -> tuple[Decision, ...]:
    """Return what changed, then what stays on the last judged day; its credits only where nothing else is.

    The latest day comes first, and of a day what the whole plan does; where it goes a phase back, the steps
    of its exercises go with that phase and are not told.
    What a later answer revised is told by the revision alone; the log has both.
    """
    told = [d for d in coach.today_changes() if not _is_passed(d)]
    phase_back = {(d.day, d.rule) for d in told if d.outcome is Outcome.PHASE_BACK}
    told = [d for d in told if not d.prescription or (d.day, d.rule) not in phase_back]
    changes = tuple(sorted(told, key=lambda d: (-d.day.toordinal(), bool(d.prescription))))
    log = [d for d in coach.decisions() if not _is_passed(d)]
    if coach.gap_ahead() is not None:  # what was judged before the gap is not what today is about
        return changes
    last = tuple(d for d in log if d.day == log[0].day and d not in changes)
    stays = tuple(decision for decision in last if decision.outcome is Outcome.HOLD)
    return changes + stays or last


def _is_passed(decision: Decision) -> bool:
    """Say whether it held only until an answer came late; the revision that it led to stands beside it."""
    return decision.value("provisional") is not None

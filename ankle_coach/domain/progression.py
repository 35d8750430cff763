"""The progression as the rest of the app asks for it: decisions and standings from the journal's records.

Decisions are a pure fold over plan versions, records and overrides up to a moment. What is stored of them can
be rebuilt at any time; a late entry means to fold again.
"""

from __future__ import annotations

from msgspec import Struct

from ankle_coach.domain.decision import Decision
from ankle_coach.domain.facts_of_records import History, Until, facts_of
from ankle_coach.domain.fold import fold_day
from ankle_coach.domain.rule_state import START, Context, State


class Folded(Struct, frozen=True):
    """What the fold gives.

    Attributes:
        state: The state up to the moment: standings, flags, easy week, gap and more.
        decisions: The decisions in order of the days that they are about.
    """

    state: State
    decisions: tuple[Decision, ...]

    def log(self) -> tuple[Decision, ...]:
        """Return the decisions, the latest day first, each day's in their order."""
        days = sorted({decision.day for decision in self.decisions}, reverse=True)
        return tuple(decision for day in days for decision in self.decisions if decision.day == day)


def fold(history: History, context: Context, to: Until) -> Folded:
    """Fold a journal through the rules.

    Args:
        history: What the journal holds.
        context: The content and the plan's thresholds.
        to: Up to when; the same history and moment always give the same.
    """
    state = START
    decisions: list[Decision] = []
    exercises = {name: ladder.exercise for name, ladder in context.ladders.items()}
    for facts in facts_of(history, to, exercises, context.thresholds):
        state, made = fold_day(state, facts, context)
        decisions += made
    return Folded(state, tuple(decisions))

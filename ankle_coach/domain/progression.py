"""The progression as the rest of the app asks for it: decisions and standings from the journal's records.

Decisions are a pure fold over plan versions, records and overrides up to a moment. What is stored of them can
be rebuilt at any time; a late entry means to fold again.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.day_facts import DayFacts
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.facts_of_records import History, Until, facts_of
from ankle_coach.domain.fold import fold_day
from ankle_coach.domain.rule_state import START, Context, State
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standings
from ankle_coach.domain.statistics import CountedDay
from ankle_coach.domain.thresholds import SOURCE


class Folded(Struct, frozen=True):
    """What the fold gives.

    Attributes:
        state: The state up to the moment: standings, flags, easy week, gap and more.
        decisions: The decisions in order of the days that they are about.
        opening: The state as the running day began, with its plan version, locks and overrides: `offers`
            of it are what the day plays, whatever was decided on it since.
        stopped: Prescriptions and sides that rows 1 to 4 ended today; they are left out for the day.
        loading: Whether loading goes on today; a STOP, a safety stop and a day without loading end it.
        counted: What counts of each day for the adherence, in order; without days of which nothing does.
        trail: The standings after each training day on which they changed, in order.
    """

    state: State
    decisions: tuple[Decision, ...]
    opening: State = START
    stopped: frozenset[tuple[str, Side]] = frozenset()
    loading: bool = True
    counted: tuple[CountedDay, ...] = ()
    trail: tuple[tuple[date, Standings], ...] = ()

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
    made: tuple[Decision, ...] = ()
    counted: list[CountedDay] = []
    exercises = {name: ladder.exercise for name, ladder in context.ladders.items()}
    opening = state
    trail: list[tuple[date, Standings]] = []
    for facts in facts_of(history, to, exercises, context.thresholds):
        if history.own:
            context = _on_day(context, facts)
        opening = opened(state, facts, context) if facts.day == to.day else state
        before = state.standings
        state, made = fold_day(state, facts, context)
        decisions += made
        if state.counted and state.counted[-1].day == facts.day:
            counted.append(state.counted[-1])
        if state.standings != before:
            trail.append((facts.day, state.standings))
    stopped, loading = _stopped(made, to.day), _loads(made, to.day)
    return Folded(state, tuple(decisions), opening, stopped, loading, tuple(counted), tuple(trail))


def _on_day(context: Context, facts: DayFacts) -> Context:
    """Return the context with the numbers of a day: a change holds from its day on, not before."""
    plan = facts.plan
    limits = facts.chosen or (plan.thresholds if plan is not None else None) or SOURCE
    if context.chosen is facts.chosen and context.thresholds is limits:
        return context
    return replace(context, chosen=facts.chosen, thresholds=limits)


def _loads(made: tuple[Decision, ...], day: date) -> bool:
    """Say whether loading goes on; a safety stop that was recorded as a mistake does not end it."""
    ends = (Outcome.STOP, Outcome.STOP_SCREEN, Outcome.NO_LOAD)
    stops = [d for d in made if d.day == day and d.outcome in ends]
    mistakes = [d for d in made if d.day == day and d.rule == "4.2-mistake"]
    taken_back = [d for d in mistakes if d.value("from") == Outcome.STOP_SCREEN.value]
    return len(stops) <= len(taken_back)


def _stopped(made: tuple[Decision, ...], day: date) -> frozenset[tuple[str, Side]]:
    ended = (Outcome.STOP_EXERCISE, Outcome.STOP, Outcome.STOP_SCREEN)
    return frozenset(
        (d.prescription, d.side) for d in made if d.day == day and d.side is not None and d.outcome in ended
    )


def opened(state: State, facts: DayFacts, context: Context) -> State:
    """Return the state as a training day begins: its plan version, locks and overrides, nothing done."""
    bare = DayFacts(
        day=facts.day,
        plan=facts.plan,
        mornings=facts.mornings,
        closed=False,
        over=False,
        locks=facts.locks,
        assessed=facts.assessed,
        overrides=facts.overrides,
        gate_open=facts.gate_open,
        ready=facts.ready,
    )
    return fold_day(state, bare, context)[0]

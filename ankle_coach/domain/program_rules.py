"""From programs to what the rules need of them: traits, and ladders with the levels that a phase bars."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from ankle_coach.domain.adaptation import NO_BARS, Bars, allowed_levels
from ankle_coach.domain.baseline import Base, sore_sides
from ankle_coach.domain.day_facts import DayFacts
from ankle_coach.domain.day_work import DayWork
from ankle_coach.domain.exercise import Equipment, Exercise
from ankle_coach.domain.ladder import Ladder, ladder_of
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.phase_exit import PhaseFacts
from ankle_coach.domain.program import Program
from ankle_coach.domain.program_traits import ProgramTraits, WeekBlock
from ankle_coach.domain.rule_state import Context, State
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import SOURCE, Thresholds


def traits_of(program: Program) -> ProgramTraits:
    """Return what the rules ask of a program."""
    blocks = [(phase.id, phase.weeks) for phase in program.phases]
    templates = [(phase.id, one) for phase in program.phases for one in program.contents(phase.id)[1]]
    follows = {(phase, one.exercise): one.leads_to for phase, one in templates if one.leads_to}
    return ProgramTraits(
        tendon=program.tendon,
        asked=frozenset(program.morning) - {MorningField.PAIN},
        phases=tuple(phase.id for phase in program.phases),
        weeks=tuple(WeekBlock(name, *weeks) for name, weeks in blocks if weeks is not None),
        follows=MappingProxyType(follows),
    )


def context_for(
    exercises: Iterable[Exercise],
    programs: Iterable[Program] = (),
    *,
    at_hand: Collection[Equipment] | None = None,
    thresholds: Thresholds = SOURCE,
    intake: Mapping[Side, Base] | None = None,
    confirmed: frozenset[tuple[str, str]] = frozenset(),
    review_weekday: int = 6,
) -> Context:
    """Return the context of a person's rules.

    Args:
        exercises: Every exercise that a plan may name, and the easier siblings.
        programs: The programs that plan versions were made from.
        at_hand: Equipment at hand; None bars nothing.
        thresholds: The plan's numbers.
        intake: Baselines of the intake by side.
        confirmed: Levels whose written condition somebody confirmed.
        review_weekday: Day of the weekly review, 0 is Monday.
    """
    every = tuple(exercises)
    shown = tuple(programs)
    made: dict[Bars, Mapping[str, Ladder]] = {}
    for bars in (NO_BARS, *(program.bars(phase.mark) for program in shown for phase in program.phases)):
        if bars not in made:
            made[bars] = _ladders(every, at_hand, bars)
    by_phase = {
        (program.id, phase.id): made[program.bars(phase.mark)]
        for program in shown
        for phase in program.phases
    }
    return Context(
        ladders=made[NO_BARS],
        by_phase=MappingProxyType(by_phase),
        traits=MappingProxyType({program.id: traits_of(program) for program in shown}),
        thresholds=thresholds,
        intake=MappingProxyType(dict(intake or {})),
        confirmed=confirmed,
        review_weekday=review_weekday,
    )


def _ladders(
    exercises: tuple[Exercise, ...], at_hand: Collection[Equipment] | None, bars: Bars
) -> Mapping[str, Ladder]:
    return MappingProxyType(
        {exercise.id: ladder_of(exercise, _barred(exercise, at_hand, bars)) for exercise in exercises}
    )


def _barred(
    exercise: Exercise, at_hand: Collection[Equipment] | None, bars: Bars
) -> frozenset[tuple[str, str]]:
    allowed = {level.id for level in allowed_levels(exercise, at_hand, bars)}
    return frozenset((exercise.id, level.id) for level in exercise.levels if level.id not in allowed)


def phase_facts(state: State, context: Context, day: date) -> PhaseFacts:
    """Return how the running phase has gone, for the question whether it may end (clinical.md §3.6).

    Args:
        state: The state up to the day.
        context: What the rules look things up in.
        day: The training day.

    Raises:
        ValueError: If there is no plan yet.
    """
    if state.plan is None:
        raise ValueError("a phase needs a plan")
    work = DayWork(state, DayFacts(day=day), context, state.plan)
    bases = [work.base(track).pain for track in sore_sides(state.plan.affected)]
    high = state.high_base_days
    enough = state.phase_planned >= work.limits.adherence_from
    return PhaseFacts(
        day=day,
        started_on=state.phase_since or state.plan.starts_on,
        last_regress=state.last_regress,
        adherence=state.phase_done * 100 / state.phase_planned if enough else None,
        base_morning=max((base for base in bases if base is not None), default=None),
        high_since=state.day - timedelta(days=high - 1) if high and state.day else None,
        thresholds=work.limits,
    )

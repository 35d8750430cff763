"""From programs to what the rules need of them: traits, and ladders with the levels that a phase bars."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from msgspec import Struct

from ankle_coach.domain.adaptation import NO_BARS, Bars, allowed_levels
from ankle_coach.domain.baseline import Base
from ankle_coach.domain.criteria import CriterionResult, all_hold
from ankle_coach.domain.exercise import Equipment, Exercise
from ankle_coach.domain.ladder import Ladder, ladder_of
from ankle_coach.domain.program import MorningField, Phase, Program
from ankle_coach.domain.rule_state import Context, ProgramTraits, State, WeekBlock
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import SOURCE, Thresholds


def traits_of(program: Program) -> ProgramTraits:
    """Return what the rules ask of a program."""
    blocks = [(phase.id, phase.weeks) for phase in program.phases]
    return ProgramTraits(
        tendon=program.tendon,
        asked=frozenset(program.morning) - {MorningField.PAIN},
        phases=tuple(phase.id for phase in program.phases),
        weeks=tuple(WeekBlock(name, *weeks) for name, weeks in blocks if weeks is not None),
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


class Readiness(Struct, frozen=True, kw_only=True):
    """What is needed for the next phase (clinical.md §3.6).

    Attributes:
        criteria: How the phase's criteria stand.
        days: Training days in the phase, the day itself included.
        minimum_days: Days that it needs.
        last_regress: Last day with a REGRESS; None where there was none.
        is_calm: Whether that was more than 7 days ago.
        adherence_percent: Adherence in the phase; None while nothing was planned.
        adherence_passes: Whether it is high enough.
    """

    criteria: tuple[CriterionResult, ...]
    days: int
    minimum_days: int
    last_regress: date | None
    is_calm: bool
    adherence_percent: int | None
    adherence_passes: bool

    @property
    def is_ready(self) -> bool:
        """Whether the next phase may be proposed."""
        return (
            all_hold(self.criteria)
            and self.days >= self.minimum_days
            and self.is_calm
            and self.adherence_passes
        )


def readiness(
    phase: Phase, criteria: tuple[CriterionResult, ...], state: State, day: date, thresholds: Thresholds
) -> Readiness:
    """Return what a phase still needs on a training day.

    Args:
        phase: The running phase.
        criteria: How its criteria stand on the day.
        state: The state up to the day.
        day: The training day.
        thresholds: The plan's numbers.
    """
    since = state.phase_since or day
    calm_to = day - timedelta(days=thresholds.phase_calm_days)
    percent = state.phase_done * 100 // state.phase_planned if state.phase_planned else None
    return Readiness(
        criteria=criteria,
        days=(day - since).days + 1,
        minimum_days=phase.minimum_days,
        last_regress=state.last_regress,
        is_calm=state.last_regress is None or state.last_regress <= calm_to,
        adherence_percent=percent,
        adherence_passes=percent is None or percent >= thresholds.adherence_advance,
    )

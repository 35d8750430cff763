"""What the rules know besides the day: the content they climb, and the state that runs from day to day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.baseline import Base
from ankle_coach.domain.course import Course
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.ladder import Ladder, Rung, with_allowed
from ankle_coach.domain.locks import lock_covers
from ankle_coach.domain.plan import Plan, Prescription
from ankle_coach.domain.program_traits import PLAIN, ProgramTraits
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.safety_facts import LockPeriod
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.statistics import CountedDay
from ankle_coach.domain.thresholds import SOURCE, Thresholds

COURSES = 512
"""Plan versions whose course a context remembers."""


class Context(Struct, frozen=True, kw_only=True, dict=True):
    """What the fold looks things up in; it does not change from day to day.

    Attributes:
        ladders: The exercises by id.
        by_phase: The same where a program's phase bars levels, by program and phase.
        traits: The programs by id.
        thresholds: The numbers of plans without their own.
        chosen: The person's own numbers, which win over a plan's; None where none were chosen.
        intake: Baselines of the intake by side.
        confirmed: Levels whose written condition the person or the therapist confirmed.
        review_weekday: Day of the weekly review, 0 is Monday.
    """

    ladders: Mapping[str, Ladder]
    by_phase: Mapping[tuple[str, str], Mapping[str, Ladder]] = MappingProxyType({})
    traits: Mapping[str, ProgramTraits] = MappingProxyType({})
    thresholds: Thresholds = SOURCE
    chosen: Thresholds | None = None
    intake: Mapping[Side, Base] = MappingProxyType({})
    confirmed: frozenset[tuple[str, str]] = frozenset()
    review_weekday: int = 6

    def traits_of(self, plan: Plan) -> ProgramTraits:
        """Return the traits of a plan's program."""
        return self.traits.get(plan.program, PLAIN)

    @cached_property
    def course(self) -> Callable[[Plan], Course]:
        """Gives a plan version as it is climbed, worked out once for each."""
        return lru_cache(maxsize=COURSES)(self._course)

    def _course(self, plan: Plan) -> Course:
        own = self.for_plan(plan)
        return Course(plan, own.ladders, self.traits_of(plan), own.thresholds)

    def for_plan(self, plan: Plan) -> Context:
        """Return the context with the ladders of a plan's phase and the plan's own numbers."""
        ladders = self.by_phase.get((plan.program, plan.phase), self.ladders)
        if plan.by_therapist:
            ladders = _with_named(ladders, plan)
        thresholds = self.chosen or plan.thresholds or self.thresholds
        if ladders is self.ladders and thresholds is self.thresholds:
            return self
        return replace(self, ladders=ladders, thresholds=thresholds)


def _with_named(ladders: Mapping[str, Ladder], plan: Plan) -> Mapping[str, Ladder]:
    """Return the ladders with the levels that a therapist's plan names not barred."""
    changed: dict[str, Ladder] = {}
    for prescription in plan.prescriptions:
        known = changed.get(prescription.exercise) or ladders.get(prescription.exercise)
        allowed = with_allowed(known, prescription.level) if known is not None else None
        if allowed is not None and allowed is not known:
            changed[prescription.exercise] = allowed
    return MappingProxyType({**ladders, **changed}) if changed else ladders


class Flag(Struct, frozen=True):
    """A flag that stands until the person records that it was looked at."""

    kind: str
    day: date
    urgency: Urgency = Urgency.ADVISE


class Deload(Struct, frozen=True):
    """An easy week: its first and its last training day."""

    first: date
    last: date

    def covers(self, day: date) -> bool:
        """Say whether a training day is in it."""
        return self.first <= day <= self.last


class State(Struct, frozen=True, kw_only=True):
    """The rules' memory after a training day.

    Attributes:
        day: The last day that was folded; None before the first.
        plan: The plan version that holds.
        began: First day of the first version.
        phase_since: First day of the running phase.
        phase_due: Phase that a phase back asks for and that no version has yet; empty for none.
        standings: The standings by prescription and side.
        kept: Standings of earlier phases by phase, prescription and side, with their prescription then.
        mornings: The mornings of the last four weeks.
        counted: Adherence, day by day, over its window.
        planned_total: Planned sessions since the plan began.
        phase_planned: Planned sessions of the running phase.
        phase_done: Done ones of them.
        regress_days: Days with a REGRESS of a loaded exercise since the counters started.
        last_regress: The last day with a REGRESS.
        deload: The last deload.
        hold_until: Last day of a plan-wide hold.
        hold_rule: Rule of that hold.
        flags: Flags that stand.
        assessed: What was looked at, by kind and day.
        gap_from: First planned loaded session that was not done; None without a gap.
        no_load_run: Session days in a row without loading.
        high_base_days: Days in a row with a baseline that forbids credits.
        low_adherence: Whether adherence is so low that a smaller plan was offered.
        locks: Locks that hold.
        week: Week of a preset, from 1; 0 for none.
        week_since: Day before that week's first day.
        week_calm: Whether it has had no REGRESS day.
        ready: Exercises whose prerequisite holds.
    """

    day: date | None = None
    plan: Plan | None = None
    began: date | None = None
    phase_since: date | None = None
    phase_due: str = ""
    standings: Mapping[tuple[str, Side], Standing] = MappingProxyType({})
    kept: Mapping[tuple[str, str, Side], tuple[Prescription, Standing]] = MappingProxyType({})
    mornings: tuple[MorningFacts, ...] = ()
    counted: tuple[CountedDay, ...] = ()
    planned_total: int = 0
    phase_planned: int = 0
    phase_done: int = 0
    regress_days: tuple[date, ...] = ()
    last_regress: date | None = None
    deload: Deload | None = None
    hold_until: date | None = None
    hold_rule: str = ""
    flags: tuple[Flag, ...] = ()
    assessed: tuple[tuple[str, date], ...] = ()
    gap_from: date | None = None
    no_load_run: int = 0
    high_base_days: int = 0
    low_adherence: bool = False
    locks: tuple[LockPeriod, ...] = ()
    week: int = 0
    week_since: date | None = None
    week_calm: bool = True
    ready: frozenset[str] = frozenset()


START = State()
"""The state before the first day."""


def is_locked(
    ladder: Ladder, rung: Rung, day: date, locks: Collection[LockPeriod], flags: Collection[Flag] = ()
) -> bool:
    """Say whether a lock, or a flag of urgency pause and above, covers a level on a training day."""
    if flags and rung.loaded and any(flag.urgency.stops_session and flag.day <= day for flag in flags):
        return True
    return bool(locks) and any(
        period.covers(day) and lock_covers(period.lock, ladder.exercise, rung.level) for period in locks
    )

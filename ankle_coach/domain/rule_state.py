"""What the rules know besides the day: the content they climb, and the state that runs from day to day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct

from ankle_coach.domain.baseline import Base, MorningField
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.ladder import Ladder, Rung, ladder_of
from ankle_coach.domain.plan import Plan, Prescription
from ankle_coach.domain.presets import WeekTable
from ankle_coach.domain.safety_facts import FlagUrgency, LockPeriod, LockScope
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.thresholds import SOURCE, Thresholds


class ProgramTraits(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the rules ask of a program.

    Attributes:
        tendon: Whether it is a tendon program (Achilles, plantar heel), where some pain is the method.
        asked: What its morning asks besides pain.
        phases: Its phase ids in order.
        weeks: The weekly table of a preset; None where level rules hold.
    """

    tendon: bool = False
    asked: frozenset[MorningField] = frozenset()
    phases: tuple[str, ...] = ()
    weeks: WeekTable | None = None


PLAIN = ProgramTraits()
"""The traits of a plan without a known program: no tendon exception, only pain is asked."""


class Context(Struct, frozen=True, kw_only=True):
    """What the fold looks things up in; it does not change from day to day.

    Attributes:
        ladders: The exercises by id.
        traits: The programs by id.
        thresholds: The plan's numbers.
        intake: Baselines of the intake by side.
        confirmed: Levels whose written condition the person or the therapist confirmed.
        review_weekday: Day of the weekly review, 0 is Monday.
    """

    ladders: Mapping[str, Ladder]
    traits: Mapping[str, ProgramTraits] = MappingProxyType({})
    thresholds: Thresholds = SOURCE
    intake: Mapping[Side, Base] = MappingProxyType({})
    confirmed: frozenset[tuple[str, str]] = frozenset()
    review_weekday: int = 6

    def traits_of(self, plan: Plan) -> ProgramTraits:
        """Return the traits of a plan's program."""
        return self.traits.get(plan.program, PLAIN)


def ladders_of(
    exercises: Iterable[Exercise], barred: Collection[tuple[str, str]] = ()
) -> Mapping[str, Ladder]:
    """Return the ladders of some exercises by id, ready for a context."""
    return MappingProxyType({exercise.id: ladder_of(exercise, barred) for exercise in exercises})


class Flag(Struct, frozen=True):
    """A flag that stands until the person records that it was looked at."""

    kind: str
    day: date
    urgency: FlagUrgency = FlagUrgency.ADVISE


class Deload(Struct, frozen=True):
    """An easy week: its first and its last training day."""

    first: date
    last: date

    def covers(self, day: date) -> bool:
        """Say whether a training day is in it."""
        return self.first <= day <= self.last


class CountedDay(Struct, frozen=True):
    """Planned and done sessions of a training day, as adherence counts them."""

    day: date
    planned: int
    done: int


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


START = State()
"""The state before the first day."""


CALF_WORK = ("str-calf-", "str-heel-drop", "str-towel-toe-raise", "ply-", "run-walk")
"""How the ids of loaded calf work begin, for the lock of R23 (clinical.md §4.2)."""


def is_locked(
    ladder: Ladder, rung: Rung, day: date, locks: Iterable[LockPeriod], flags: Iterable[Flag] = ()
) -> bool:
    """Say whether a lock, or a flag of urgency pause and above, covers a level on a training day."""
    if rung.loaded and any(flag.urgency.ends_session and flag.day <= day for flag in flags):
        return True
    return any(lock.covers(day) and _covers(lock.scope, ladder, rung) for lock in locks)


def _covers(scope: LockScope, ladder: Ladder, rung: Rung) -> bool:
    exercise = ladder.exercise
    match scope:
        case LockScope.ALL_LOADING:
            return rung.loaded
        case LockScope.CALF:
            return rung.loaded and exercise.id.startswith(CALF_WORK)
        case LockScope.PLYOMETRIC:
            return ladder.is_plyometric and rung.loaded
        case LockScope.ICE:
            return exercise.id == "rec-ice" or "frozen" in rung.level.id
        case LockScope.MASSAGE:
            return exercise.group.value == "massage"

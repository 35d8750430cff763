"""All that is known of a person in measures: typed in, said at the intake, or read from other records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from ankle_coach.domain.baseline import Base
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.facts_of_records import Until
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.journal import Answer, value_of
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.ladder_conditions import CONDITIONS
from ankle_coach.domain.locks import Locks
from ankle_coach.domain.measured import from_check_ins, from_runs, from_sessions
from ankle_coach.domain.measures import Measure, Measurement
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.pain_history import mornings
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import Program
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety import Assessment, Flag, Scope
from ankle_coach.domain.safety_facts import LockPeriod, lock_periods
from ankle_coach.domain.sides import Side
from ankle_coach.domain.statistics import plan_on
from ankle_coach.domain.walk_run import run_gate

_RUNNING = frozenset({Scope.ALL_LOADING, Scope.CALF_WORK, Scope.PLYOMETRICS_AND_RUNNING})
_GATED = frozenset(exercise for (exercise, _), condition in CONDITIONS.items() if condition.gate)
_BASE_MORNINGS = 14


def measurements_of(
    contents: JournalContents, measures: tuple[Measure, ...], exercises: Mapping[str, Exercise]
) -> tuple[Measurement, ...]:
    """Return every measurement, derived ones included, in no particular order.

    Args:
        contents: What the journal holds.
        measures: All measures.
        exercises: The exercises that sessions name, by id.
    """
    loaded = frozenset(
        name
        for name, exercise in exercises.items()
        if any(exercise.is_loaded(level) for level in exercise.levels)
    )
    return (
        *(measurement for intake in contents.of(Intake) for measurement in intake.measured),
        *contents.of(Measurement),
        *from_check_ins(contents.check_ins),
        *from_sessions(contents.sessions, measures, loaded),
        *from_runs(contents.of(RunRecord), morning_rises(contents)),
    )


def morning_rises(contents: JournalContents) -> dict[date, float]:
    """Return the morning pain minus its base, by the training day of the morning.

    The base is the middle one of the mornings of the 14 days before, at least three (clinical.md §3.2).
    """
    known = {
        day: value
        for day, answer in mornings(contents.check_ins).items()
        if (value := _number(answer)) is not None
    }
    rises = {}
    for day, pain in known.items():
        first = day - timedelta(days=_BASE_MORNINGS)
        before = sorted(value for other, value in known.items() if first <= other < day)
        if len(before) >= 3:
            rises[day] = float(pain - before[len(before) // 2])
    return rises


def _number(answer: Answer) -> int | None:
    return value_of(answer)


def intake_bases(contents: JournalContents, program: Program | None) -> dict[Side, Base]:
    """Return the baselines that the latest intake gives, by side; empty where it gives none."""
    intake = contents.latest(Intake)
    if intake is None:
        return {}
    asks_first_step = program is not None and MorningField.FIRST_STEP in program.morning
    answers = (intake.pain, intake.first_step) if asks_first_step else (intake.pain,)
    pains = [value for answer in answers if (value := value_of(answer)) is not None]
    base = Base(
        pain=max(pains, default=None),
        stiff_minutes=value_of(intake.stiff_minutes),
        swelling=value_of(intake.swelling),
    )
    return {} if base == Base() else {Side.BOTH: base}


def gated_plans(contents: JournalContents) -> tuple[Plan, ...]:
    """Return the plan versions that hold walk-runs, which wait for the run gate."""
    return tuple(plan for plan in contents.plans if any(p.exercise in _GATED for p in plan.prescriptions))


def gates_of(
    contents: JournalContents,
    measurements: tuple[Measurement, ...],
    programs: Mapping[str, Program],
    to: Until,
) -> tuple[tuple[date, bool], ...]:
    """Return from which training day on the run gate was open or shut, in order.

    Only days of plan versions that hold walk-runs are judged: nothing else asks for the gate.
    """
    gated = gated_plans(contents)
    if not gated:
        return ()
    periods = lock_periods(contents.of(Flag), contents.of(Assessment))
    found: list[tuple[date, bool]] = []
    day = min(plan.starts_on for plan in gated)
    while day <= to.day:
        plan = plan_on(contents.plans, day)
        is_open = (
            plan is not None
            and plan in gated
            and _is_open(plan, day, contents, measurements, programs, periods)
        )
        if not found or found[-1][1] is not is_open:
            found.append((day, is_open))
        day += timedelta(days=1)
    return tuple(found)


def _is_open(
    plan: Plan,
    day: date,
    contents: JournalContents,
    measurements: tuple[Measurement, ...],
    programs: Mapping[str, Program],
    periods: tuple[LockPeriod, ...],
) -> bool:
    program = programs.get(plan.program)
    if program is None or any(p.covers(day) and _RUNNING & set(p.lock.scopes) for p in periods):
        return False
    days = days_without_running(contents, day)
    return run_gate(program, measurements, plan.affected, Locks(), day, days).is_open


def days_without_running(contents: JournalContents, day: date) -> int | None:
    """Return the days since the last run before or on a training day; None where it is not known."""
    runs = [run.day for run in contents.of(RunRecord) if run.day <= day]
    if runs:
        return (day - max(runs)).days
    told = [kept for kept in contents.entries if isinstance(kept.entry, Intake)]
    for kept in reversed(told):
        if isinstance(kept.entry, Intake) and kept.entry.days_without_running is not None:
            return kept.entry.days_without_running + (day - kept.moment.training_day).days
    return None

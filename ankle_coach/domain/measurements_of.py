"""All that is known of a person in measures: typed in, said at the intake, or read from other records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from msgspec import Struct

from ankle_coach.domain.baseline import Base, base_of, is_about, morning_pain, sore_sides
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.facts_of_records import Until
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.journal import CheckIn, NoAnswer, value_of
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.ladder_conditions import CONDITIONS, STARTS
from ankle_coach.domain.locks import Locks
from ankle_coach.domain.measured import from_check_ins, from_runs, from_sessions
from ankle_coach.domain.measures import Measure, Measurement
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.played_runs import runs_of
from ankle_coach.domain.program import Program
from ankle_coach.domain.safety import Assessment, Flag, Scope
from ankle_coach.domain.safety_facts import LockPeriod, lock_periods
from ankle_coach.domain.sides import Side
from ankle_coach.domain.statistics import plan_on
from ankle_coach.domain.thresholds import SOURCE
from ankle_coach.domain.walk_run import run_gate

_RUNNING = frozenset({Scope.ALL_LOADING, Scope.CALF_WORK, Scope.PLYOMETRICS_AND_RUNNING})
_GATED = frozenset(exercise for (exercise, _), condition in CONDITIONS.items() if condition.gate)
_RECENT = 30
"""Mornings, of one or two sides, that a base is looked for in: more than 14 days have."""


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
    rises = morning_rises(contents)
    return (
        *(measurement for intake in contents.of(Intake) for measurement in intake.measured),
        *contents.of(Measurement),
        *from_check_ins(contents.check_ins),
        *from_sessions(contents.sessions, measures, loaded),
        *from_runs(runs_of(contents), _after_runs(rises)),
        *_after_loading(contents, loaded, rises),
    )


class MorningRise(Struct, frozen=True):
    """A morning against its base.

    Attributes:
        check_in: The check-in that it was said in.
        rise: Morning pain minus the base of the day before, the worse of two sore sides.
        complete: Whether no part of its pain was left out; one that is not counts only against (§3.9).
    """

    check_in: CheckIn
    rise: float
    complete: bool


def morning_rises(contents: JournalContents) -> dict[date, MorningRise]:
    """Return the mornings against the base of the day before them, by the training day of the morning.

    The base is that of the rules: the middle of the last 7 mornings of 14 days, at least 3, else the intake's
    (clinical.md §3.2). A morning without a base says nothing.
    """
    asked = frozenset({MorningField.FIRST_STEP})
    intake = contents.latest(Intake)
    told = (
        [answer for answer in (intake.pain, intake.first_step) if isinstance(answer, int)] if intake else []
    )
    start = {Side.BOTH: Base(pain=max(told, default=None))}
    plans = contents.plans
    known: list[MorningFacts] = []
    found: dict[date, MorningRise] = {}
    latest = {(c.entered.training_day, c.side): c for c in sorted(contents.check_ins, key=_entered_at)}
    for (day, side), check_in in sorted(latest.items(), key=lambda item: item[0][0]):
        facts = MorningFacts(day=day, side=side, pain=check_in.pain, first_step=check_in.first_step)
        before = day - timedelta(days=1)
        plan = plan_on(plans, before) if plans else None
        affected = plan.affected if plan is not None else None
        tracks = [track for track in sore_sides(affected) if affected and is_about(facts, track)] or [side]
        bases = [base_of(known[-_RECENT:], track, before, asked, SOURCE, start).pain for track in tracks]
        lowest = min((base for base in bases if base is not None), default=None)
        pain = morning_pain(facts, asked)
        known.append(facts)
        if pain is None or lowest is None:
            continue
        complete = NoAnswer.MISSING not in (check_in.pain, check_in.first_step)
        if day not in found or pain - lowest > found[day].rise:
            found[day] = MorningRise(check_in, pain - lowest, complete)
    return found


def _entered_at(check_in: CheckIn) -> tuple[datetime, str]:
    return check_in.entered.at, check_in.id


def _after_runs(rises: Mapping[date, MorningRise]) -> dict[date, float]:
    """Mornings as a run's own measure takes them: one that was left out in part counts where it rose."""
    return {day: found.rise for day, found in rises.items() if found.complete or found.rise > 0}


def _after_loading(
    contents: JournalContents, loaded: frozenset[str], rises: Mapping[date, MorningRise]
) -> tuple[Measurement, ...]:
    """Return how the morning after each loaded day was: whether it had settled (clinical.md §3.1)."""
    days = {
        session.started.training_day
        for session in contents.sessions
        if any(done.exercise in loaded and done.done > 0 for done in session.sets)
    }
    return tuple(
        Measurement(
            id=f"{found.check_in.id}.next-morning-rise",
            measure="next-morning-rise",
            entered=found.check_in.entered,
            whole=found.rise,
        )
        for day, found in rises.items()
        if day - timedelta(days=1) in days and (found.complete or found.rise >= SOURCE.regress_rise)
    )


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


def started_plans(contents: JournalContents) -> tuple[Plan, ...]:
    """Return the plan versions that hold an exercise with a prerequisite."""
    return tuple(plan for plan in contents.plans if any(p.exercise in STARTS for p in plan.prescriptions))


def starts_of(measurements: Iterable[Measurement]) -> tuple[tuple[date, frozenset[str]], ...]:
    """Return from which training day on the prerequisites of which exercises hold, in order.

    The latest result decides: once it was too painful, the exercise waits again (clinical.md §2B).
    """
    measured = {start.measure: name for name, start in STARTS.items()}
    results = [
        (m.entered.training_day, m.entered.at, m) for m in measurements if m.measure in measured and m.values
    ]
    ready: frozenset[str] = frozenset()
    found: list[tuple[date, frozenset[str]]] = []
    for day, _, result in sorted(results, key=lambda known: known[:2]):
        name = measured[result.measure]
        holds = max(result.values) <= STARTS[name].at_most
        ready = ready | {name} if holds else ready - {name}
        found.append((day, ready))
    return tuple(found)


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
    run_days = [run.day for run in runs_of(contents)]
    day = min(plan.starts_on for plan in gated)
    while day <= to.day:
        plan = plan_on(contents.plans, day)
        is_open = (
            plan is not None
            and plan in gated
            and _is_open(plan, day, contents, measurements, programs, periods, run_days)
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
    run_days: list[date],
) -> bool:
    program = programs.get(plan.program)
    if program is None or any(p.covers(day) and _RUNNING & set(p.lock.scopes) for p in periods):
        return False
    days = days_without_running(contents, day, run_days)
    return run_gate(program, measurements, plan.affected, Locks(), day, days).is_open


def days_without_running(
    contents: JournalContents, day: date, run_days: list[date] | None = None
) -> int | None:
    """Return the days since the last run before or on a training day; None where it is not known.

    Args:
        contents: What the journal holds.
        day: The training day.
        run_days: Training days with a run; None for those of the journal.
    """
    if run_days is None:
        run_days = [run.day for run in runs_of(contents)]
    runs = [known for known in run_days if known <= day]
    if runs:
        return (day - max(runs)).days
    told = [kept for kept in contents.entries if isinstance(kept.entry, Intake)]
    for kept in reversed(told):
        if isinstance(kept.entry, Intake) and kept.entry.days_without_running is not None:
            return kept.entry.days_without_running + (day - kept.moment.training_day).days
    return None

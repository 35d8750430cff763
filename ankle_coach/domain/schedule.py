"""When things are due: training days that turn over at a chosen hour, and frequencies day by day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from math import lcm

from msgspec import Struct

from ankle_coach.domain.frequency import (
    AroundRuns,
    AsNeeded,
    EveryDays,
    Frequency,
    OnWeekdays,
    PerWeek,
    TimesPerDay,
)
from ankle_coach.domain.plan import Plan, PlannedSession, Prescription, SessionKind


class Due(StrEnum):
    """How a session stands on a training day."""

    PLANNED = "planned"
    """It is asked for and counts for adherence."""
    OFFERED = "offered"
    """It is there if wanted (around a run, ice) and is never missed."""
    NOT_DUE = "not-due"


def times_due(frequency: Frequency, day: date, starts_on: date) -> int:
    """Return how many times something is planned on a training day.

    Ranges plan their lower number (clinical.md §3.9). The answer depends on nothing but the arguments, so
    the same plan gives the same days.

    Args:
        frequency: How often it is due.
        day: The training day.
        starts_on: First training day of the plan version.
    """
    if day < starts_on:
        return 0
    match frequency:
        case TimesPerDay():
            return frequency.least
        case EveryDays():
            return 1 if (day - starts_on).days % frequency.days == 0 else 0
        case OnWeekdays():
            return 1 if day.weekday() in {int(weekday) for weekday in frequency.days} else 0
        case PerWeek():
            return 1 if day.weekday() in spread_over_week(frequency) else 0
        case AroundRuns() | AsNeeded():
            return 0


def spread_over_week(frequency: PerWeek) -> tuple[int, ...]:
    """Return the weekdays (0 is Monday) that a number of days a week falls on, evenly and from Monday."""
    step = max(frequency.apart, 7 / frequency.least)
    if frequency.least == 3:
        step = 2
    return tuple(min(6, int(number * step)) for number in range(frequency.least))


class DueSession(Struct, frozen=True, kw_only=True):
    """A planned session on one training day.

    Attributes:
        session: The planned session.
        prescriptions: What it plays that day, in order.
        due: Whether it is planned or only offered.
        times: How many times it is planned that day.
    """

    session: PlannedSession
    prescriptions: tuple[Prescription, ...]
    due: Due
    times: int


def due_on(plan: Plan, day: date) -> tuple[DueSession, ...]:
    """Return what a plan asks for or offers on a training day, in the plan's order."""
    return tuple(_due_session(plan, session, day) for session in plan.sessions)


def planned_on(plan: Plan, day: date) -> int:
    """Return how many sessions a plan asks for on a training day; offered ones are not counted."""
    return sum(times_planned(plan, session, day) for session in plan.sessions)


@lru_cache(maxsize=1024)
def cycle_of(plan: Plan) -> int:
    """Return after how many days a plan's calendar repeats itself: weeks, and every n days."""
    frequencies = [*(s.frequency for s in plan.sessions), *(p.frequency for p in plan.prescriptions)]
    return lcm(7, *(frequency.days for frequency in frequencies if isinstance(frequency, EveryDays)))


def core_planned(plan: Plan, day: date) -> tuple[tuple[str, int], ...]:
    """Return the core sessions that a plan asks for on a training day with how many times, in plan order."""
    since = (day - plan.starts_on).days
    return _core_planned(plan, since % cycle_of(plan)) if since >= 0 else ()


@lru_cache(maxsize=8192)
def _core_planned(plan: Plan, number: int) -> tuple[tuple[str, int], ...]:
    day = plan.starts_on + timedelta(days=number)
    core = [session.id for session in plan.sessions if session.kind is SessionKind.CORE]
    times = {session: times_planned(plan, plan.session(session), day) for session in core}
    return tuple((session, times[session]) for session in core if times[session])


def times_planned(plan: Plan, session: PlannedSession, day: date) -> int:
    """Return how many times a plan asks for one of its sessions on a training day."""
    times = times_due(session.frequency, day, plan.starts_on)
    if not times:
        return 0
    for prescription in plan.prescriptions:
        frequency = prescription.frequency
        if prescription.session == session.id and (frequency is None or _on_day(frequency, plan, day)):
            return times
    return 0


def _due_session(plan: Plan, session: PlannedSession, day: date) -> DueSession:
    prescriptions = tuple(
        p for p in plan.in_session(session.id) if p.frequency is None or _on_day(p.frequency, plan, day)
    )
    times = times_due(session.frequency, day, plan.starts_on) if prescriptions else 0
    if times:
        due = Due.PLANNED
    elif session.kind is not SessionKind.CORE and prescriptions and day >= plan.starts_on:
        due = Due.OFFERED
    else:
        due = Due.NOT_DUE
    return DueSession(session=session, prescriptions=prescriptions, due=due, times=times)


def _on_day(frequency: Frequency, plan: Plan, day: date) -> bool:
    if isinstance(frequency, AroundRuns | AsNeeded):
        return True
    return times_due(frequency, day, plan.starts_on) > 0

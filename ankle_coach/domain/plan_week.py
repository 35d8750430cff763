"""What a plan asks for day by day: its busiest day, and which weekdays carry what."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from ankle_coach.domain.dose import Dose, Timer
from ankle_coach.domain.dose_time import TotalTime, total_time
from ankle_coach.domain.plan import Plan, Prescription, SessionKind
from ankle_coach.domain.schedule import Due, due_on
from ankle_coach.domain.sides import Side, SideMode

DAYS = 14
"""Two weeks show every rhythm that groups are offered with."""


class PlannedDay(Struct, frozen=True):
    """What one day of a plan holds.

    Attributes:
        day: The day.
        work: The prescriptions of its planned core groups, each with how often it is done that day.
        time: Seconds of the timed parts, and the number of open ones; care timers such as ice are left out.
    """

    day: date
    work: tuple[tuple[Prescription, int], ...]
    time: TotalTime


def planned_days(plan: Plan, days: int = DAYS) -> tuple[PlannedDay, ...]:
    """Return the first days of a plan, counted from the Monday on or after its start.

    Groups around runs and those done when needed are on no day.
    """
    monday = plan.starts_on + timedelta(days=-plan.starts_on.weekday() % 7)
    times: dict[str, TotalTime] = {}
    return tuple(_day(plan, monday + timedelta(days=number), times) for number in range(days))


def _day(plan: Plan, day: date, times: dict[str, TotalTime]) -> PlannedDay:
    work = tuple(
        (prescription, due.times)
        for due in due_on(plan, day)
        if due.due is Due.PLANNED and due.session.kind is SessionKind.CORE
        for prescription in due.prescriptions
    )
    total = TotalTime(0, 0)
    for prescription, count in work:
        if prescription.id not in times:
            times[prescription.id] = prescription_time(prescription, plan.affected)
        for _ in range(count):
            total = total.plus(times[prescription.id])
    return PlannedDay(day, work, total)


def prescription_time(prescription: Prescription, affected: Side | None) -> TotalTime:
    """Return how long a prescription takes once; nothing for ice and other care timers."""
    if any(isinstance(block, Timer) for block in prescription.dose.blocks):
        return TotalTime(0, 0)
    return _time(prescription.dose, prescription.side_mode, affected)


def _time(dose: Dose, mode: SideMode, affected: Side | None) -> TotalTime:
    return total_time(dose, mode, affected)


def session_time(plan: Plan, session_id: str) -> TotalTime:
    """Return how long one sitting of a group takes."""
    total = TotalTime(0, 0)
    for prescription in plan.in_session(session_id):
        total = total.plus(prescription_time(prescription, plan.affected))
    return total


def busiest_day(days: tuple[PlannedDay, ...]) -> PlannedDay | None:
    """Return the day that takes longest; None where nothing is planned on any."""
    busy = [day for day in days if day.work]
    return max(busy, key=lambda day: (day.time.seconds, day.time.open_steps), default=None)

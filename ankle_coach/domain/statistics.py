"""Adherence and pain series, ready to draw: gaps stay gaps, rest days are not failures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.journal import CheckIn, SessionSummary, value_of
from ankle_coach.domain.plan import Plan, SessionKind
from ankle_coach.domain.schedule import planned_on

ON_TRACK = 0.8
"""Adherence from which a week is on track (clinical.md §6.1, S52)."""
SHOWN_FROM = 7
"""Planned sessions from which a percentage is shown (clinical.md §3.5, app rule)."""
WINDOW_DAYS = 14
"""Training days of the rolling adherence window (clinical.md §6.1)."""


class Adherence(Struct, frozen=True):
    """Planned and done sessions of a stretch of days.

    Attributes:
        planned: Planned sessions.
        done: Done ones, at most the planned ones of each day.
    """

    planned: int
    done: int

    @property
    def ratio(self) -> float | None:
        """Done share from 0 to 1; None while nothing was planned."""
        return self.done / self.planned if self.planned else None

    @property
    def shown_ratio(self) -> float | None:
        """The ratio from 7 planned sessions on, None before."""
        return self.ratio if self.planned >= SHOWN_FROM else None


class DayState(StrEnum):
    """What a day of the calendar was."""

    BEFORE = "before"
    """Before the first plan."""
    REST = "rest"
    EXTRA = "extra"
    """Nothing was planned and something was done."""
    DONE = "done"
    PARTLY = "partly"
    MISSED = "missed"
    OPEN = "open"
    """Planned and not over yet."""


class CalendarDay(Struct, frozen=True):
    """One day of the calendar heat map."""

    day: date
    planned: int
    done: int
    state: DayState


def plan_on(plans: Sequence[Plan], day: date) -> Plan | None:
    """Return the plan version that held on a training day; versions are in order of their making."""
    holding = None
    for plan in plans:
        if plan.starts_on <= day:
            holding = plan
    return holding


def calendar(
    plans: Sequence[Plan], records: Iterable[SessionSummary], first: date, last: date, today: date
) -> tuple[CalendarDay, ...]:
    """Return each day from first to last with what was planned and done.

    Args:
        plans: The plan versions in order of their making.
        records: Sessions; only those of planned sessions count.
        first: First day.
        last: Last day.
        today: The running training day; what is still open on it is not missed.
    """
    done = _done_by_day(plans, records)
    days = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        plan = plan_on(plans, day)
        planned = planned_on(plan, day) if plan else 0
        count = done.get(day, 0)
        days.append(CalendarDay(day, planned, count, _state(plan, planned, count, day, today)))
    return tuple(days)


def _state(plan: Plan | None, planned: int, done: int, day: date, today: date) -> DayState:
    if plan is None:
        return DayState.EXTRA if done else DayState.BEFORE
    if not planned:
        return DayState.EXTRA if done else DayState.REST
    if done >= planned:
        return DayState.DONE
    if day >= today:
        return DayState.OPEN
    return DayState.PARTLY if done else DayState.MISSED


def _done_by_day(plans: Sequence[Plan], records: Iterable[SessionSummary]) -> dict[date, int]:
    done: dict[date, int] = defaultdict(int)
    for record in records:
        if record.counts_as_done and _is_planned_session(plans, record):
            done[record.started.training_day] += 1
    return done


def _is_planned_session(plans: Sequence[Plan], record: SessionSummary) -> bool:
    plan = plan_on(plans, record.started.training_day)
    if plan is None or not record.session:
        return False
    kinds = {session.id: session.kind for session in plan.sessions}
    return kinds.get(record.session) is SessionKind.CORE


def adherence(days: Iterable[CalendarDay], today: date) -> Adherence:
    """Return planned and done sessions; what is still open today counts in neither number."""
    planned = done = 0
    for day in days:
        if day.day > today:
            continue
        counted = min(day.planned, day.done) if day.state is DayState.OPEN else day.planned
        planned += counted
        done += min(day.planned, day.done)
    return Adherence(planned, done)


class Week(Struct, frozen=True):
    """Adherence of one week.

    Attributes:
        monday: Its first day.
        adherence: Planned and done sessions.
    """

    monday: date
    adherence: Adherence


def weeks(days: Sequence[CalendarDay], today: date) -> tuple[Week, ...]:
    """Return the adherence week by week, in order."""
    by_monday: dict[date, list[CalendarDay]] = defaultdict(list)
    for day in days:
        by_monday[day.day - timedelta(days=day.day.weekday())].append(day)
    return tuple(Week(monday, adherence(members, today)) for monday, members in sorted(by_monday.items()))


class PainPoint(Struct, frozen=True):
    """One day's pain; None where there is no answer.

    Attributes:
        day: The training day of the session.
        during: Worst pain during its sessions.
        after: Worst pain after them.
        next_morning: Pain of the check-in of the training day after it.
        morning: Pain of the check-in of the day itself.
    """

    day: date
    during: int | None
    after: int | None
    next_morning: int | None
    morning: int | None


def pain_series(records: Iterable[SessionSummary], check_ins: Iterable[CheckIn]) -> tuple[PainPoint, ...]:
    """Return the days that have any pain answer, in order; a day without one is a gap.

    The worst answer of a day counts. The next morning is the check-in of the following training day.
    """
    during: dict[date, list[int]] = defaultdict(list)
    after: dict[date, list[int]] = defaultdict(list)
    morning: dict[date, list[int]] = defaultdict(list)
    session_days: set[date] = set()
    for record in records:
        day = record.started.training_day
        session_days.add(day)
        _add(during[day], value_of(record.pain_during))
        _add(after[day], value_of(record.pain_after))
    for check_in in check_ins:
        _add(morning[check_in.entered.training_day], value_of(check_in.pain))
    points = []
    for day in sorted(session_days | set(morning)):
        following = day + timedelta(days=1)
        next_morning = _worst(morning.get(following)) if day in session_days else None
        point = PainPoint(
            day, _worst(during.get(day)), _worst(after.get(day)), next_morning, _worst(morning.get(day))
        )
        if any(v is not None for v in (point.during, point.after, point.next_morning, point.morning)):
            points.append(point)
    return tuple(points)


def _add(values: list[int], value: int | None) -> None:
    if value is not None:
        values.append(value)


def _worst(values: list[int] | None) -> int | None:
    return max(values) if values else None

"""Adherence, ready to draw: rest days are not failures, and what is still open is not missed."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.journal import SessionSummary
from ankle_coach.domain.plan import Plan, SessionKind
from ankle_coach.domain.schedule import cycle_of, planned_on
from ankle_coach.domain.schedule_changes import (
    NO_CHANGES,
    ScheduleChanges,
    excused_sessions,
    planned_sessions,
)

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
        total: Sessions planned since the plan began; a percentage is shown from some of them on.
        shown_from: How many.
    """

    planned: int
    done: int
    total: int = 0
    shown_from: int = SHOWN_FROM

    @property
    def ratio(self) -> float | None:
        """Done share from 0 to 1; None while nothing was planned."""
        return self.done / self.planned if self.planned else None

    @property
    def shown_ratio(self) -> float | None:
        """The ratio from 7 sessions on that were planned since the plan began, None before."""
        return self.ratio if max(self.planned, self.total) >= self.shown_from else None


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
    EXCUSED = "excused"
    """Something was planned, and none of it counts: paused, skipped for a reason, locked, or not to load."""


class CountedDay(Struct, frozen=True):
    """Planned and done sessions of a training day, as the rules count them (clinical.md §3.5).

    Rest, days without loading, locks, and what is excused or paused are in neither number.

    Attributes:
        day: The training day.
        planned: Planned sessions.
        done: Done ones of them.
        planned_total: Sessions planned since the plan began, the day's included.
        done_total: Done ones of those.
    """

    day: date
    planned: int
    done: int
    planned_total: int = 0
    done_total: int = 0


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
    plans: Sequence[Plan],
    records: Iterable[SessionSummary],
    first: date,
    last: date,
    today: date,
    counted: Mapping[date, CountedDay],
    changes: ScheduleChanges = NO_CHANGES,
    held: int = 0,
) -> tuple[CalendarDay, ...]:
    """Return each day from first to last with what was planned and done.

    Days that are over have the numbers of the rules, so that a chart and an advance never disagree.

    Args:
        plans: The plan versions in order of their making.
        records: Sessions; those of planned sessions color days on which nothing was planned.
        first: First day.
        last: Last day.
        today: The running training day; what is still open on it is not missed.
        counted: What the rules count of each day; a day of which nothing counts is not in it.
        changes: Moved and skipped sessions, pauses.
        held: How many of today's sessions are not asked for: locked, or not to load.
    """
    timeline = _Timeline(plans, changes)
    extra = Counter(r.started.training_day for r in records if r.counts_as_done and timeline.asks_for(r))
    days = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        numbers = counted.get(day)
        done = numbers.done if numbers is not None else 0
        if day >= today:
            still = timeline.open_on(day) - (held if day == today else 0)
            planned = max(still, numbers.planned if numbers is not None else 0)
        else:
            planned = numbers.planned if numbers is not None else 0
        if planned:
            days.append(CalendarDay(day, planned, done, _state(planned, done, day, today)))
        else:
            days.append(CalendarDay(day, 0, extra[day], _free_state(timeline, day, extra[day])))
    return tuple(days)


def _state(planned: int, done: int, day: date, today: date) -> DayState:
    if done >= planned:
        return DayState.DONE
    if day >= today:
        return DayState.OPEN
    return DayState.PARTLY if done else DayState.MISSED


def _free_state(timeline: _Timeline, day: date, done: int) -> DayState:
    """Return what a day was of which nothing counts."""
    if done:
        return DayState.EXTRA
    if timeline.plan_on(day) is None:
        return DayState.BEFORE
    return DayState.EXCUSED if timeline.planned_on(day) else DayState.REST


class _Timeline:
    """The plan versions as one line of time. Answers repeat themselves, so each is worked out once."""

    def __init__(self, plans: Sequence[Plan], changes: ScheduleChanges) -> None:
        self._changes = changes
        self._moved = {day for move in changes.moves for day in (move.from_day, move.to_day)}
        self._starts = sorted({plan.starts_on for plan in plans})
        self._holding = [plan_on(plans, start) for start in self._starts]
        self._planned: dict[tuple[int, int], int] = {}
        self._core = [_core_sessions(plan) for plan in self._holding]
        self._cycles = [cycle_of(plan) if plan is not None else 1 for plan in self._holding]

    def _index(self, day: date) -> int:
        return bisect_right(self._starts, day) - 1

    def plan_on(self, day: date) -> Plan | None:
        """Return the plan version that held on a day."""
        index = self._index(day)
        return self._holding[index] if index >= 0 else None

    def planned_on(self, day: date) -> int:
        """Return how many sessions were planned on a day, moved ones where they were moved to."""
        index = self._index(day)
        plan = self._holding[index] if index >= 0 else None
        if plan is None:
            return 0
        if day in self._moved:
            return sum(times for _, times in planned_sessions(plan, day, self._changes))
        place = (index, (day - plan.starts_on).days % self._cycles[index])
        if place not in self._planned:
            self._planned[place] = planned_on(plan, day)
        return self._planned[place]

    def open_on(self, day: date) -> int:
        """Return how many sessions are still asked for on a day: the planned ones that nothing excuses."""
        plan, changes = self.plan_on(day), self._changes
        if plan is None or not (changes.pauses or changes.skips):
            return self.planned_on(day)
        excused = excused_sessions(plan, day, changes)
        return sum(times for session, times in planned_sessions(plan, day, changes) if session not in excused)

    def asks_for(self, record: SessionSummary) -> bool:
        """Say whether a session is one that the plan of its day asks for."""
        index = self._index(record.started.training_day)
        return index >= 0 and record.session in self._core[index]


def _core_sessions(plan: Plan | None) -> frozenset[str]:
    sessions = plan.sessions if plan else ()
    return frozenset(session.id for session in sessions if session.kind is SessionKind.CORE)


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


class Stretch(Struct, frozen=True):
    """Adherence of a week or a month.

    Attributes:
        first: Its first day; a Monday for a week.
        last: Its last day.
        adherence: Planned and done sessions.
    """

    first: date
    last: date
    adherence: Adherence

    @property
    def is_on_track(self) -> bool:
        """Whether 80 % of what was planned was done; false while nothing was planned."""
        ratio = self.adherence.ratio
        return ratio is not None and ratio >= ON_TRACK


def by_week(days: Sequence[CalendarDay], today: date) -> tuple[Stretch, ...]:
    """Return the adherence week by week, in order; weeks go from Monday to Sunday."""
    members: dict[date, list[CalendarDay]] = defaultdict(list)
    for day in days:
        members[day.day - timedelta(days=day.day.weekday())].append(day)
    return tuple(
        Stretch(monday, monday + timedelta(days=6), adherence(members[monday], today))
        for monday in sorted(members)
    )


def by_month(days: Sequence[CalendarDay], today: date) -> tuple[Stretch, ...]:
    """Return the adherence month by month, in order."""
    members: dict[date, list[CalendarDay]] = defaultdict(list)
    for day in days:
        members[day.day.replace(day=1)].append(day)
    return tuple(
        Stretch(first, _month_end(first), adherence(members[first], today)) for first in sorted(members)
    )


def _month_end(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)

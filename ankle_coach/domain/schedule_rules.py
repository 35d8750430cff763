"""Rules of the week: A and B days, hard loads apart, a day without load (clinical.md §3.4, §3.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from ankle_coach.domain.exercise import Exercise, Group, PhaseMark
from ankle_coach.domain.frequency import OnWeekdays, Weekday
from ankle_coach.domain.ladder import Ladder, Rung
from ankle_coach.domain.plan import Load, Plan, Prescription, SessionKind
from ankle_coach.domain.rule_state import Context, State
from ankle_coach.domain.schedule_changes import NO_CHANGES, Move, ScheduleChanges, planned_sessions
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.thresholds import SOURCE, Thresholds

COUNTED_GROUPS = frozenset({Group.STRENGTH, Group.BALANCE, Group.PLYOMETRIC})
COUNTED_EXERCISE = "flx-plantar-fascia"
"""What the cap of four core exercises a day counts (clinical.md §3.6)."""

_CALF = ("str-calf", "str-heel", "str-towel-toe", "str-short-foot", "str-towel-scrunch")
_DAYS: Mapping[int, tuple[tuple[Weekday, ...], ...]] = {
    1: ((Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY),),
    2: (
        (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY),
        (Weekday.TUESDAY, Weekday.THURSDAY, Weekday.SATURDAY),
    ),
    3: (
        (Weekday.MONDAY, Weekday.THURSDAY),
        (Weekday.TUESDAY, Weekday.FRIDAY),
        (Weekday.WEDNESDAY, Weekday.SATURDAY),
    ),
}
"""Weekdays of the A, B and C days; Sunday is free of load."""


def counts_for_cap(exercise: Exercise) -> bool:
    """Say whether an exercise counts for the cap of core exercises a day."""
    return exercise.group in COUNTED_GROUPS or exercise.id == COUNTED_EXERCISE


class TrainingGroup(Struct, frozen=True):
    """The counted exercises of an A, B or C day with its weekdays."""

    letter: str
    prescriptions: tuple[Prescription, ...]
    frequency: OnWeekdays


def split_days(
    prescriptions: Sequence[Prescription], exercises: Mapping[str, Exercise], cap: int = SOURCE.core_cap
) -> tuple[TrainingGroup, ...]:
    """Split the counted exercises of a plan into as few days as give at most four each.

    A has calf, foot and other strength, B band and balance; what does not fit goes on to the next day. The
    order within a plan decides, so that a change of one exercise moves as little as possible.

    Args:
        prescriptions: The prescriptions in plan order; those that do not count are left out.
        exercises: The exercises by id.
        cap: Exercises a day at most.
    """
    counted = [p for p in prescriptions if counts_for_cap(exercises[p.exercise])]
    if len(counted) <= cap:
        return _groups([tuple(counted)] if counted else [])
    first = [p for p in counted if _is_first(exercises[p.exercise])]
    second = [p for p in counted if not _is_first(exercises[p.exercise])]
    if len(first) <= cap and len(second) <= cap:
        return _groups([tuple(first), tuple(second)])
    ordered = first + second
    days = -(-len(ordered) // cap)
    return _groups([tuple(ordered[start : start + cap]) for start in range(0, days * cap, cap)])


def _is_first(exercise: Exercise) -> bool:
    band = exercise.id.startswith(("str-band", "str-ev"))
    return not band and exercise.group is not Group.BALANCE


def _groups(days: Sequence[tuple[Prescription, ...]]) -> tuple[TrainingGroup, ...]:
    spread = _DAYS.get(len(days))
    return tuple(
        TrainingGroup(chr(ord("A") + index), members, OnWeekdays(days=_weekdays(spread, index)))
        for index, members in enumerate(days)
    )


def _weekdays(spread: tuple[tuple[Weekday, ...], ...] | None, index: int) -> tuple[Weekday, ...]:
    return spread[index] if spread else (Weekday(index % 6),)


def is_hard(ladder: Ladder, rung: Rung, load: Load) -> bool:
    """Say whether a level is a hard load: external load, or a hop or run (clinical.md §3.4)."""
    heavy = rung.loaded and (load.kilograms > 0 or load.repetition_maximum is not None)
    return heavy or (ladder.is_plyometric and rung.loaded)


def hard_sessions(plan: Plan, standings: Iterable[Standing], context: Context) -> frozenset[str]:
    """Return the sessions of a plan that hold a hard load at its present standings."""
    own = {p.id: p.session for p in plan.prescriptions}
    found = set()
    for standing in standings:
        ladder = context.ladders[standing.exercise]
        if standing.prescription in own and is_hard(ladder, ladder.rung(standing.level), standing.load):
            found.add(own[standing.prescription])
    return frozenset(found)


def too_close(
    plan: Plan,
    hard: frozenset[str],
    first: date,
    days: int,
    changes: ScheduleChanges = NO_CHANGES,
    thresholds: Thresholds = SOURCE,
) -> tuple[tuple[date, date], ...]:
    """Return neighboring days with the same hard session closer than 48 hours (two training days).

    Args:
        plan: The plan.
        hard: Its hard sessions.
        first: First day to look at.
        days: How many days to look at.
        changes: Moved and skipped sessions.
        thresholds: How far hard loads must be apart.
    """
    loaded = []
    for number in range(days):
        day = first + timedelta(days=number)
        if hard.intersection(session for session, _ in planned_sessions(plan, day, changes)):
            loaded.append(day)
    return tuple(
        (earlier, later)
        for earlier, later in pairwise(loaded)
        if (later - earlier).days < thresholds.hard_apart
    )


def may_move(
    plan: Plan,
    hard: frozenset[str],
    move: Move,
    changes: ScheduleChanges = NO_CHANGES,
    thresholds: Thresholds = SOURCE,
) -> bool:
    """Say whether a session may be moved: not onto itself, and no hard loads closer than 48 hours by it."""
    sessions = dict(planned_sessions(plan, move.to_day, changes))
    if move.session in sessions:
        return False
    moved = ScheduleChanges(moves=(*changes.moves, move), skips=changes.skips, pauses=changes.pauses)
    first = move.to_day - timedelta(days=thresholds.hard_apart)
    days = 2 * thresholds.hard_apart + 1
    before = set(too_close(plan, hard, first, days, changes, thresholds))
    after = set(too_close(plan, hard, first, days, moved, thresholds))
    return not after - before


def has_free_day(
    plan: Plan, mark: PhaseMark, loaded: frozenset[str], monday: date, changes: ScheduleChanges = NO_CHANGES
) -> bool:
    """Say whether a week has a day without loaded work, which every week from phase 3 on must have.

    Args:
        plan: The plan.
        mark: Its phase; the first two phases and presets need no such day.
        loaded: Its sessions that load.
        monday: First day of the week.
        changes: Moved and skipped sessions.
    """
    if mark in (PhaseMark.P1, PhaseMark.P2):
        return True
    week = (monday + timedelta(days=number) for number in range(7))
    planned = ({session for session, _ in planned_sessions(plan, day, changes)} for day in week)
    return any(not loaded & sessions for sessions in planned)


def order_of_day(plan: Plan, sessions: Iterable[str]) -> tuple[str, ...]:
    """Return sessions in the order of a shared day: around the run first, then strength, then the rest."""
    ranks = {
        SessionKind.BEFORE_RUN: 0,
        SessionKind.AFTER_RUN: 1,
        SessionKind.CORE: 2,
        SessionKind.RECOVERY: 3,
    }
    places = {session.id: (ranks[session.kind], index) for index, session in enumerate(plan.sessions)}
    return tuple(sorted(sessions, key=lambda session: places[session]))


def may_add_exercise(state: State, day: date) -> bool:
    """Say whether an exercise may be added: not on the day of a REGRESS or the next (clinical.md §3.4)."""
    return state.last_regress is None or (day - state.last_regress).days > 1

"""Rules of the week: what the cap counts, hard loads apart, moving, adding (clinical.md §3.4, §3.6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from ankle_coach.domain.exercise import Exercise, Group
from ankle_coach.domain.ladder import Ladder, Rung
from ankle_coach.domain.plan import Load, Plan
from ankle_coach.domain.rule_state import Context, State
from ankle_coach.domain.schedule_changes import NO_CHANGES, Move, ScheduleChanges, planned_sessions
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.thresholds import SOURCE, Thresholds

COUNTED_GROUPS = frozenset({Group.STRENGTH, Group.BALANCE, Group.PLYOMETRIC})
COUNTED_EXERCISE = "flx-plantar-fascia"
"""What the cap of four core exercises a day counts (clinical.md §3.6)."""


def counts_for_cap(exercise: Exercise) -> bool:
    """Say whether an exercise counts for the cap of core exercises a day."""
    return exercise.group in COUNTED_GROUPS or exercise.id == COUNTED_EXERCISE


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


def may_add_exercise(state: State, day: date) -> bool:
    """Say whether an exercise may be added: not on the day of a REGRESS or the next (clinical.md §3.4)."""
    return state.last_regress is None or (day - state.last_regress).days > 1

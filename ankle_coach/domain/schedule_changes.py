"""What a person changes in the calendar: sessions moved or skipped, pauses for travel and illness."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.plan import Plan, SessionKind
from ankle_coach.domain.schedule import core_planned


class PauseKind(StrEnum):
    """Why the plan rests for some days."""

    TRAVEL = "travel"
    ILLNESS = "illness"
    FEVER = "fever"


FEVER_FREE_DAYS = 2
"""Whole days without fever before training goes on: 48 hours (clinical.md §3.5, S56)."""


class Pause(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Days on which planned sessions are excused.

    Attributes:
        kind: Why.
        from_day: First training day.
        until_day: Last training day; None while it goes on. Of a fever, the last day with fever.
    """

    kind: PauseKind
    from_day: date
    until_day: date | None = None

    @property
    def back_on(self) -> date | None:
        """First training day after it; of a fever after 48 hours without it."""
        if self.until_day is None:
            return None
        free = FEVER_FREE_DAYS if self.kind is PauseKind.FEVER else 0
        return self.until_day + timedelta(days=1 + free)

    def covers(self, day: date) -> bool:
        """Say whether a training day is excused."""
        back = self.back_on
        return self.from_day <= day and (back is None or day < back)

    def is_going(self, day: date) -> bool:
        """Say whether it has begun and can be ended: an illness that has its last day is over."""
        if self.from_day > day:
            return False
        return self.until_day is None or (self.kind is PauseKind.TRAVEL and day <= self.until_day)

    def overlaps(self, other: Pause) -> bool:
        """Say whether two pauses have a day in common."""
        ends = [date.max if pause.until_day is None else pause.until_day for pause in (self, other)]
        return self.from_day <= ends[1] and other.from_day <= ends[0]


class PauseProblem(StrEnum):
    """Why a pause cannot be entered."""

    BACKWARDS = "A pause cannot end before it begins."
    NOT_AHEAD = "Only a holiday or travel can be entered ahead."
    OVERLAP = "Another pause lies on these days."


def pause_problem(pause: Pause, others: Iterable[Pause], today: date) -> PauseProblem | None:
    """Return why a pause cannot be entered; None where it can.

    A holiday is known ahead; an illness is entered while it is there, and may lie on days of a holiday.

    Args:
        pause: The pause.
        others: Those that are there besides.
        today: The running training day.
    """
    if pause.until_day is not None and pause.until_day < pause.from_day:
        return PauseProblem.BACKWARDS
    if pause.kind is not PauseKind.TRAVEL:
        return PauseProblem.NOT_AHEAD if pause.from_day > today else None
    if any(other.kind is PauseKind.TRAVEL and pause.overlaps(other) for other in others):
        return PauseProblem.OVERLAP
    return None


class Move(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A planned session moved to another training day; it is planned there and not where it was."""

    session: str
    from_day: date
    to_day: date


class Skip(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A planned session left out on purpose.

    Attributes:
        session: Id of the session.
        day: The training day.
        excused: Whether it leaves the adherence alone; the gap counts either way.
        reason: The person's own words.
    """

    session: str
    day: date
    excused: bool = False
    reason: str = ""


class ScheduleChanges(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All changes to a plan's calendar."""

    moves: tuple[Move, ...] = ()
    skips: tuple[Skip, ...] = ()
    pauses: tuple[Pause, ...] = ()


NO_CHANGES = ScheduleChanges()


def planned_sessions(
    plan: Plan, day: date, changes: ScheduleChanges = NO_CHANGES
) -> tuple[tuple[str, int], ...]:
    """Return the core sessions planned on a training day with how many times, in plan order.

    A missed session is never made up: nothing but a move brings a session to a day that its frequency does
    not name.
    """
    planned = core_planned(plan, day)
    moves = [move for move in changes.moves if day in (move.from_day, move.to_day)]
    if not moves:
        return planned
    times = dict(planned)
    for move in moves:
        if move.from_day == day and times.get(move.session):
            times[move.session] -= 1
        if move.to_day == day:
            times[move.session] = times.get(move.session, 0) + 1
    core = (session.id for session in plan.sessions if session.kind is SessionKind.CORE)
    return tuple((session, times[session]) for session in core if times.get(session))


def excused_sessions(plan: Plan, day: date, changes: ScheduleChanges = NO_CHANGES) -> tuple[str, ...]:
    """Return the sessions that are excused on a training day: all of them in a pause."""
    if any(pause.covers(day) for pause in changes.pauses):
        return tuple(session.id for session in plan.sessions)
    return tuple(skip.session for skip in changes.skips if skip.excused and skip.day == day)

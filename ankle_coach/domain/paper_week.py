"""A filled paper week: ticks and pains of seven days, and the records that they are.

The sheet shows one dose for the whole week, so that every tick means that dose. The worst pain of a day is
held against each loaded or balance exercise that was ticked on it, unless the exercise has a number of its
own: paper does not say which one hurt (app rule).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.journal import (
    Answer,
    CheckIn,
    Moment,
    NoAnswer,
    SessionRecord,
    Source,
    check_answer,
)
from ankle_coach.domain.offers import Offer
from ankle_coach.domain.plan import PlannedSession
from ankle_coach.domain.session_record import by_id, session_record
from ankle_coach.domain.session_state import Credit, SessionInProgress, SessionState, Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Step, StepKind

_Thing = TypeVar("_Thing")

DAYS = 7
MOST_TIMES = 9
"""Ticks of one exercise on one day."""
EVENING = time(18)
"""Local time under which a paper session is kept: paper tells the day, not the hour."""


class PaperCell(Struct, frozen=True, kw_only=True):
    """One exercise on one day.

    Attributes:
        times: How often it was done, 0 to 9.
        pain: Its own worst pain, 0 to 10; not asked where only the day's pain was written.
    """

    times: int = 0
    pain: Answer = NoAnswer.NOT_ASKED

    def __post_init__(self) -> None:
        """Check the ranges."""
        if not 0 <= self.times <= MOST_TIMES:
            raise ValueError(f"times must be between 0 and {MOST_TIMES}, not {self.times}")
        check_answer("pain", self.pain)


class PaperDay(Struct, frozen=True, kw_only=True):
    """What stands under one day of the sheet.

    Attributes:
        pain: Worst pain during the exercises of the day, 0 to 10; missing where the field is empty.
        morning: Worst pain of the next morning, 0 to 10; missing where the field is empty.
    """

    pain: Answer = NoAnswer.MISSING
    morning: Answer = NoAnswer.MISSING

    def __post_init__(self) -> None:
        """Check the ranges."""
        check_answer("pain", self.pain)
        check_answer("morning", self.morning)


class PaperRow(Struct, frozen=True, kw_only=True):
    """One exercise of the sheet.

    Attributes:
        session: The sitting that it belongs to.
        offer: The exercise at the level and dose of the sheet.
        planned: How often it was planned on each of the seven days.
        elsewhere: How often it was done on each day by records that are not from paper.
    """

    session: PlannedSession
    offer: Offer
    planned: tuple[int, ...]
    elsewhere: tuple[int, ...]


class PaperWeek(Struct, frozen=True, kw_only=True):
    """A sheet of seven days, as it was filled in.

    Attributes:
        first: The first day.
        plan_version: Version of the plan that the sheet shows.
        rows: The exercises, in the plan's order.
        cells: What was ticked, a tuple of seven for each row.
        days: What stands under each day.
        known_mornings: Days whose next morning has an entry that is not from paper.
    """

    first: date
    plan_version: int
    rows: tuple[PaperRow, ...]
    cells: tuple[tuple[PaperCell, ...], ...]
    days: tuple[PaperDay, ...]
    known_mornings: frozenset[int] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ticked and no morning was written."""
        ticked = any(cell.times for row in self.cells for cell in row)
        return not ticked and not any(isinstance(day.morning, int) for day in self.days)


def with_cell(week: PaperWeek, row: int, day: int, cell: PaperCell) -> PaperWeek:
    """Return a week with another cell."""
    return replace(week, cells=_with(week.cells, row, _with(week.cells[row], day, cell)))


def with_pain(week: PaperWeek, day: int, pain: Answer) -> PaperWeek:
    """Return a week with another worst pain of a day."""
    return replace(week, days=_with(week.days, day, replace(week.days[day], pain=pain)))


def with_morning(week: PaperWeek, day: int, morning: Answer) -> PaperWeek:
    """Return a week with another pain of the morning after a day."""
    return replace(week, days=_with(week.days, day, replace(week.days[day], morning=morning)))


def all_planned(week: PaperWeek) -> PaperWeek:
    """Return a week with everything ticked that was planned and is not recorded otherwise."""
    for place, row in enumerate(week.rows):
        for day in range(DAYS):
            cell = week.cells[place][day]
            times = max(cell.times, min(MOST_TIMES, row.planned[day] - row.elsewhere[day]))
            week = with_cell(week, place, day, replace(cell, times=times))
    return week


def _with(things: tuple[_Thing, ...], place: int, thing: _Thing) -> tuple[_Thing, ...]:
    return (*things[:place], thing, *things[place + 1 :])


def record_id(person: str, day: date, session: str, bout: int) -> str:
    """Return the id of a paper session; entering the week again replaces it."""
    return f"paper:{person}:{day.isoformat()}:{session}:{bout}"


def morning_id(person: str, day: date) -> str:
    """Return the id of a paper morning."""
    return f"paper:{person}:{day.isoformat()}:morning"


def paper_sessions(
    week: PaperWeek, person: str, steps_of: Mapping[str, Sequence[Step]], offset: timedelta
) -> tuple[SessionRecord, ...]:
    """Return the sessions of a week as records, in the order of days.

    A session that was ticked only in part has its other exercises in it, planned and not done.

    Args:
        week: The sheet.
        person: Id of the person.
        steps_of: The steps of each offer at the sheet's dose, ask steps included, by `step_key`.
        offset: Local time minus UTC.
    """
    found = []
    for index in range(DAYS):
        for session in dict.fromkeys(row.session.id for row in week.rows):
            lines = [
                (row, cells[index])
                for row, cells in zip(week.rows, week.cells, strict=True)
                if row.session.id == session
            ]
            for bout in range(max(cell.times for _, cell in lines)):
                sitting = _Sitting(week.first + timedelta(days=index), bout, week.days[index].pain)
                found.append(_record(week, person, sitting, _lines(lines, index, bout, steps_of), offset))
    return tuple(found)


def step_key(offer: Offer) -> str:
    """Return the key under which `paper_sessions` finds the steps of an offer."""
    return f"{offer.prescription.id}@{'+'.join(side.value for side in offer.sides)}"


def paper_mornings(
    week: PaperWeek, person: str, side: Side, at: datetime, offset: timedelta
) -> tuple[CheckIn, ...]:
    """Return the next mornings of a week as check-ins; an empty field makes none.

    Args:
        week: The sheet.
        person: Id of the person.
        side: The side that they are about.
        at: The instant of typing in, so that the rules see that they came late.
        offset: Local time minus UTC.
    """
    minutes = round(offset.total_seconds() / 60)
    found = []
    for index, day in enumerate(week.days):
        about = week.first + timedelta(days=index + 1)
        if isinstance(day.morning, int) and index not in week.known_mornings:
            morning = CheckIn(
                id=morning_id(person, about),
                entered=Moment(at, minutes, about),
                side=side,
                pain=day.morning,
                source=Source.PAPER,
            )
            found.append(morning)
    return tuple(found)


class _Sitting(Struct, frozen=True):
    """Day, number on the day from 0, and the day's worst pain."""

    day: date
    bout: int
    pain: Answer


class _Line(Struct, frozen=True):
    """One exercise of a sitting: the row, what was ticked, whether it was done this time, and its steps."""

    row: PaperRow
    cell: PaperCell
    done: bool
    steps: tuple[Step, ...]


def _lines(
    lines: Sequence[tuple[PaperRow, PaperCell]],
    index: int,
    bout: int,
    steps_of: Mapping[str, Sequence[Step]],
) -> tuple[_Line, ...]:
    """The exercises that are planned on the day or ticked; what was not done is not asked about."""
    found = []
    for row, cell in lines:
        done = bout < cell.times
        if done or bout < row.planned[index]:
            steps = (s for s in steps_of[step_key(row.offer)] if done or s.kind is not StepKind.ASK)
            found.append(_Line(row, cell, done, tuple(steps)))
    return tuple(found)


def _record(
    week: PaperWeek, person: str, sitting: _Sitting, lines: Sequence[_Line], offset: timedelta
) -> SessionRecord:
    """One sitting as it would have been recorded live."""
    session, started = lines[0].row.session, _moment(sitting.day, offset, sitting.bout)
    prescriptions = tuple(line.row.offer.prescription for line in lines)
    credits_ = tuple(_credit(step) if line.done else Credit() for line in lines for step in line.steps)
    steps = tuple(step for line in lines for step in line.steps)
    pains = tuple(
        (step.prescription, step.side, line.cell.pain if isinstance(line.cell.pain, int) else sitting.pain)
        for line in lines
        for step in line.steps
        if step.kind is StepKind.ASK
    )
    seconds = sum(step.seconds or 0 for step, credit in zip(steps, credits_, strict=True) if credit.done)
    state = SessionState(
        steps=steps, index=len(steps) - 1, status=Status.FINISHED, credits=credits_, played=seconds
    )
    progress = SessionInProgress(
        id=record_id(person, sitting.day, session.id, sitting.bout),
        session=session.id,
        name=session.name,
        plan_version=week.plan_version,
        started=started,
        saved=started,
        state=state,
        pain_during=pains,
        played=prescriptions,
    )
    unasked = NoAnswer.NOT_ASKED
    record = session_record(progress, by_id(prescriptions), pain_after=unasked, effort=unasked, note="")
    return replace(record, source=Source.PAPER)


def _credit(step: Step) -> Credit:
    """A step that was done to its end."""
    return Credit(reps=step.reps, seconds=step.seconds or 0, done=True) if step.is_work else Credit(done=True)


def _moment(day: date, offset: timedelta, bout: int) -> Moment:
    """The evening of a day; several bouts of it a minute apart, so that they keep their order."""
    local = datetime.combine(day, EVENING, tzinfo=UTC) + timedelta(minutes=bout)
    return Moment(local - offset, round(offset.total_seconds() / 60), day)

"""Sessions in their three tables: the sitting, its sets, and what was said of its exercises."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ankle_coach.domain.journal import (
    Answer,
    ExerciseAnswer,
    NoAnswer,
    SessionRecord,
    SessionStatus,
    SessionSummary,
    SetRecord,
    Source,
)
from ankle_coach.domain.sides import Side
from ankle_coach.storage.rows import (
    Row,
    answer_columns,
    day_bounds,
    moment_columns,
    read_answer,
    read_moment,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date

_OWNER = "SELECT person FROM session WHERE id = ?"

_WRITE = """
INSERT INTO session (
    id, person, session, name, started_at, offset_minutes, training_day, duration, status, plan_version,
    pain_before, pain_before_asked, pain_after, pain_after_asked, effort, effort_asked, note, source
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    session = excluded.session, name = excluded.name, started_at = excluded.started_at,
    offset_minutes = excluded.offset_minutes, training_day = excluded.training_day,
    duration = excluded.duration, status = excluded.status, plan_version = excluded.plan_version,
    pain_before = excluded.pain_before, pain_before_asked = excluded.pain_before_asked,
    pain_after = excluded.pain_after, pain_after_asked = excluded.pain_after_asked,
    effort = excluded.effort, effort_asked = excluded.effort_asked,
    note = excluded.note, source = excluded.source
RETURNING number
"""
_WRITE_SET = "INSERT INTO set_record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_WRITE_ANSWER = "INSERT INTO exercise_answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FORGET_SETS = "DELETE FROM set_record WHERE session = ?"
_FORGET_ANSWERS = "DELETE FROM exercise_answer WHERE session = ?"

# The share is that of SessionRecord.share_done: the mean over the planned sets of done by planned, 1 at
# most; sets on top of the plan count only where there are no others.
# The worst answer is a number; where there is none, it is -1 for missing and -2 for not asked.
_READ_SUMMARIES = """
SELECT id, session, name, started_at, offset_minutes, training_day, duration, status,
    (SELECT coalesce(avg(min(1.0, CASE
            WHEN reps_planned > 0 THEN CAST(reps_done AS REAL) / reps_planned
            WHEN seconds_planned > 0 THEN seconds_done / seconds_planned END)), avg(min(1.0, reps_done)))
        FROM set_record WHERE set_record.session = whole.number),
    (SELECT max(coalesce(pain_during, pain_during_asked - 2))
        FROM exercise_answer WHERE exercise_answer.session = whole.number),
    pain_after, pain_after_asked, effort, effort_asked, note, source
FROM session AS whole
WHERE person = ? AND training_day BETWEEN ? AND ?
ORDER BY training_day, started_at, id
"""

_READ_DAYS = """
SELECT number, id, session, name, started_at, offset_minutes, training_day, duration, status, plan_version,
    pain_before, pain_before_asked, pain_after, pain_after_asked, effort, effort_asked, note, source
FROM session
WHERE person = ? AND training_day BETWEEN ? AND ?
ORDER BY training_day, started_at, id
"""
_READ_DAYS_SETS = """
SELECT set_record.* FROM set_record JOIN session ON session.number = set_record.session
WHERE person = ? AND training_day BETWEEN ? AND ?
ORDER BY set_record.session, place
"""
_READ_DAYS_ANSWERS = """
SELECT exercise_answer.* FROM exercise_answer JOIN session ON session.number = exercise_answer.session
WHERE person = ? AND training_day BETWEEN ? AND ?
ORDER BY exercise_answer.session, place
"""

_READ_ONE = """
SELECT number, id, session, name, started_at, offset_minutes, training_day, duration, status, plan_version,
    pain_before, pain_before_asked, pain_after, pain_after_asked, effort, effort_asked, note, source
FROM session WHERE id = ?
"""
_READ_ONE_SETS = "SELECT * FROM set_record WHERE session = ? ORDER BY place"
_READ_ONE_ANSWERS = "SELECT * FROM exercise_answer WHERE session = ? ORDER BY place"


def session_owner(connection: sqlite3.Connection, record_id: str) -> str | None:
    """Return whose session it is; None where there is none."""
    row = connection.execute(_OWNER, (record_id,)).fetchone()
    return row[0] if row else None


def write_session(connection: sqlite3.Connection, person: str, record: SessionRecord) -> None:
    """Add or replace a session with its sets and answers."""
    values = (
        record.id,
        person,
        record.session,
        record.name,
        *moment_columns(record.started),
        record.duration,
        record.status.value,
        record.plan_version,
        *answer_columns(record.pain_before),
        *answer_columns(record.pain_after),
        *answer_columns(record.effort),
        record.note,
        record.source.value,
    )
    (number,) = connection.execute(_WRITE, values).fetchone()
    connection.execute(_FORGET_SETS, (number,))
    connection.execute(_FORGET_ANSWERS, (number,))
    sets = [(number, place, *_set_columns(one)) for place, one in enumerate(record.sets)]
    connection.executemany(_WRITE_SET, sets)
    answers = [(number, place, *_answer_row(one)) for place, one in enumerate(record.answers)]
    connection.executemany(_WRITE_ANSWER, answers)


def read_summaries(
    connection: sqlite3.Connection, person: str, first: date | None, last: date | None
) -> tuple[SessionSummary, ...]:
    """Return the sessions of some training days without their sets, oldest first."""
    rows = connection.execute(_READ_SUMMARIES, (person, *day_bounds(first, last)))
    return tuple(_summary(row) for row in rows)


def read_sessions(
    connection: sqlite3.Connection, person: str, first: date | None, last: date | None
) -> tuple[SessionRecord, ...]:
    """Return the sessions of some training days with their sets, oldest first."""
    wanted = (person, *day_bounds(first, last))
    sets: dict[int, list[SetRecord]] = defaultdict(list)
    for row in connection.execute(_READ_DAYS_SETS, wanted):
        sets[row[0]].append(_set_record(row))
    answers: dict[int, list[ExerciseAnswer]] = defaultdict(list)
    for row in connection.execute(_READ_DAYS_ANSWERS, wanted):
        answers[row[0]].append(_exercise_answer(row))
    rows = connection.execute(_READ_DAYS, wanted)
    return tuple(_record(row, sets.get(row[0], ()), answers.get(row[0], ())) for row in rows)


def read_session(connection: sqlite3.Connection, record_id: str) -> SessionRecord | None:
    """Return one session with its sets; None where there is none."""
    row = connection.execute(_READ_ONE, (record_id,)).fetchone()
    if row is None:
        return None
    sets = [_set_record(one) for one in connection.execute(_READ_ONE_SETS, row[:1])]
    answers = [_exercise_answer(one) for one in connection.execute(_READ_ONE_ANSWERS, row[:1])]
    return _record(row, sets, answers)


def _record(row: Row, sets: Iterable[SetRecord], answers: Iterable[ExerciseAnswer]) -> SessionRecord:
    return SessionRecord(
        id=row[1],
        session=row[2],
        name=row[3],
        started=read_moment(row[4], row[5], row[6]),
        duration=row[7],
        status=SessionStatus(row[8]),
        plan_version=row[9],
        pain_before=read_answer(row[10], row[11]),
        pain_after=read_answer(row[12], row[13]),
        effort=read_answer(row[14], row[15]),
        note=row[16],
        source=Source(row[17]),
        sets=tuple(sets),
        answers=tuple(answers),
    )


def _summary(row: Row) -> SessionSummary:
    return SessionSummary(
        id=row[0],
        session=row[1],
        name=row[2],
        started=read_moment(row[3], row[4], row[5]),
        duration=row[6],
        status=SessionStatus(row[7]),
        share_done=row[8] or 0.0,
        pain_during=_worst_answer(row[9]),
        pain_after=read_answer(row[10], row[11]),
        effort=read_answer(row[12], row[13]),
        note=row[14],
        source=Source(row[15]),
    )


def _worst_answer(worst: int | None) -> Answer:
    """The worst answer of a session from the number that stands for it; None where there are no answers."""
    if worst is None or worst == -2:
        return NoAnswer.NOT_ASKED
    return NoAnswer.MISSING if worst == -1 else worst


def _set_columns(record: SetRecord) -> Row:
    return (
        record.prescription,
        record.exercise,
        record.level,
        record.side.value,
        record.number,
        record.block,
        record.item,
        record.reps_planned,
        record.reps_done,
        record.seconds_planned,
        record.seconds_done,
        record.kilograms,
        record.band,
    )


def _set_record(row: Row) -> SetRecord:
    return SetRecord(
        prescription=row[2],
        exercise=row[3],
        level=row[4],
        side=Side(row[5]),
        number=row[6],
        block=row[7],
        item=row[8],
        reps_planned=row[9],
        reps_done=row[10],
        seconds_planned=row[11],
        seconds_done=row[12],
        kilograms=row[13],
        band=row[14],
    )


def _answer_row(answer: ExerciseAnswer) -> Row:
    return (
        answer.prescription,
        answer.exercise,
        answer.side.value,
        *answer_columns(answer.pain_during),
        int(answer.too_painful),
        int(answer.form_lost),
        int(answer.gave_way),
        answer.touch_downs,
    )


def _exercise_answer(row: Row) -> ExerciseAnswer:
    return ExerciseAnswer(
        prescription=row[2],
        exercise=row[3],
        side=Side(row[4]),
        pain_during=read_answer(row[5], row[6]),
        too_painful=bool(row[7]),
        form_lost=bool(row[8]),
        gave_way=bool(row[9]),
        touch_downs=row[10],
    )

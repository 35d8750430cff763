"""Check-ins in their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ankle_coach.domain.journal import CheckIn, Source
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
    from datetime import date

_OWNER = "SELECT person FROM check_in WHERE id = ?"

_WRITE = """
INSERT INTO check_in (
    id, person, entered_at, offset_minutes, training_day, side, pain, pain_asked, first_step,
    first_step_asked, stiff_minutes, stiff_minutes_asked, swelling, swelling_asked, note, source
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    entered_at = excluded.entered_at, offset_minutes = excluded.offset_minutes,
    training_day = excluded.training_day, side = excluded.side,
    pain = excluded.pain, pain_asked = excluded.pain_asked,
    first_step = excluded.first_step, first_step_asked = excluded.first_step_asked,
    stiff_minutes = excluded.stiff_minutes, stiff_minutes_asked = excluded.stiff_minutes_asked,
    swelling = excluded.swelling, swelling_asked = excluded.swelling_asked,
    note = excluded.note, source = excluded.source
"""

_READ = """
SELECT id, entered_at, offset_minutes, training_day, side, pain, pain_asked, first_step,
    first_step_asked, stiff_minutes, stiff_minutes_asked, swelling, swelling_asked, note, source
FROM check_in
WHERE person = ? AND training_day BETWEEN ? AND ?
ORDER BY training_day, entered_at, id
"""


def check_in_owner(connection: sqlite3.Connection, check_in_id: str) -> str | None:
    """Return whose check-in it is; None where there is none."""
    row = connection.execute(_OWNER, (check_in_id,)).fetchone()
    return row[0] if row else None


def write_check_in(connection: sqlite3.Connection, person: str, check_in: CheckIn) -> None:
    """Add or replace a check-in."""
    values = (
        check_in.id,
        person,
        *moment_columns(check_in.entered),
        check_in.side.value,
        *answer_columns(check_in.pain),
        *answer_columns(check_in.first_step),
        *answer_columns(check_in.stiff_minutes),
        *answer_columns(check_in.swelling),
        check_in.note,
        check_in.source.value,
    )
    connection.execute(_WRITE, values)


def read_check_ins(
    connection: sqlite3.Connection, person: str, first: date | None, last: date | None
) -> tuple[CheckIn, ...]:
    """Return the check-ins of some training days, oldest first."""
    rows = connection.execute(_READ, (person, *day_bounds(first, last)))
    return tuple(_check_in(row) for row in rows)


def _check_in(row: Row) -> CheckIn:
    return CheckIn(
        id=row[0],
        entered=read_moment(row[1], row[2], row[3]),
        side=Side(row[4]),
        pain=read_answer(row[5], row[6]),
        first_step=read_answer(row[7], row[8]),
        stiff_minutes=read_answer(row[9], row[10]),
        swelling=read_answer(row[11], row[12]),
        note=row[13],
        source=Source(row[14]),
    )

"""Entries in their table: values that are few and read whole, as JSON under the name of their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from ankle_coach.domain.entries import Kept, kind_name
from ankle_coach.storage.rows import Row, day_bounds, moment_columns, read_moment

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from ankle_coach.domain.journal import Moment

_Entry = TypeVar("_Entry", bound=msgspec.Struct)

_OWNER = "SELECT person FROM entry WHERE id = ?"

_WRITE = """
INSERT INTO entry (id, person, kind, at, offset_minutes, training_day, data) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    kind = excluded.kind, at = excluded.at, offset_minutes = excluded.offset_minutes,
    training_day = excluded.training_day, data = excluded.data
"""

_READ = """
SELECT id, at, offset_minutes, training_day, data FROM entry
WHERE person = ? AND kind = ? AND training_day BETWEEN ? AND ?
ORDER BY training_day, at, id
"""


def entry_owner(connection: sqlite3.Connection, entry_id: str) -> str | None:
    """Return whose entry it is; None where there is none."""
    row = connection.execute(_OWNER, (entry_id,)).fetchone()
    return row[0] if row else None


def write_entry(
    connection: sqlite3.Connection, person: str, entry: msgspec.Struct, entry_id: str, moment: Moment
) -> None:
    """Add or replace an entry.

    Raises:
        KeyError: Values of its class are not stored as entries.
    """
    data = msgspec.json.encode(entry).decode()
    values = (entry_id, person, kind_name(type(entry)), *moment_columns(moment), data)
    connection.execute(_WRITE, values)


def read_entries(
    connection: sqlite3.Connection,
    person: str,
    kind: type[_Entry],
    first: date | None,
    last: date | None,
) -> tuple[Kept[_Entry], ...]:
    """Return the entries of a kind of some training days, oldest first.

    Raises:
        ValueError: One of them cannot be read; the text names it.
    """
    name = kind_name(kind)
    rows = connection.execute(_READ, (person, name, *day_bounds(first, last)))
    return tuple(_kept(row, kind, name) for row in rows)


def _kept(row: Row, kind: type[_Entry], name: str) -> Kept[_Entry]:
    try:
        entry = msgspec.json.decode(row[4], type=kind)
        return Kept(id=row[0], moment=read_moment(row[1], row[2], row[3]), entry=entry)
    except ValueError as error:
        raise ValueError(f"{name} {row[0]!r}: {error}") from error

"""Schema 2: what a therapist keeps: persons with more about them, and a shelf of own things.

The shelf holds what belongs to nobody in particular: own exercises, templates, own doses, favorites, the
letterhead. They are few and read whole, as JSON under the name of their kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_PERSON = (
    "ALTER TABLE person ADD COLUMN birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2200)",
    "ALTER TABLE person ADD COLUMN language TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE person ADD COLUMN notes TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE person ADD COLUMN equipment TEXT CHECK (equipment IS NULL OR json_valid(equipment))",
)
_SHELF = """
CREATE TABLE shelf (
    kind TEXT NOT NULL CHECK (kind <> ''),
    id TEXT NOT NULL CHECK (id <> ''),
    data TEXT NOT NULL CHECK (json_valid(data)),
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID
"""


def extend(connection: sqlite3.Connection) -> None:
    """Bring the tables of schema 1 to schema 2."""
    for statement in (*_PERSON, _SHELF):
        connection.execute(statement)

"""Persons in their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.journal import Person, Role
from ankle_coach.domain.sides import Side

if TYPE_CHECKING:
    import sqlite3

    from ankle_coach.storage.rows import Row

_WRITE = """
INSERT INTO person (id, name, role, affected, birth_year, language, notes, equipment)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, role = excluded.role, affected = excluded.affected,
    birth_year = excluded.birth_year, language = excluded.language,
    notes = excluded.notes, equipment = excluded.equipment
"""
_READ_ALL = """
SELECT id, name, role, affected, birth_year, language, notes, equipment FROM person
WHERE ?1 IS NULL OR role = ?1 ORDER BY number
"""
_READ = "SELECT id, name, role, affected, birth_year, language, notes, equipment FROM person WHERE id = ?"


def write_person(connection: sqlite3.Connection, person: Person) -> None:
    """Add or replace a person."""
    affected = person.affected.value if person.affected else None
    equipment = None if person.equipment is None else msgspec.json.encode(person.equipment).decode()
    about = (person.birth_year, person.language, person.notes, equipment)
    connection.execute(_WRITE, (person.id, person.name, person.role.value, affected, *about))


def read_persons(connection: sqlite3.Connection, role: Role | None = None) -> tuple[Person, ...]:
    """Return the persons of a role, or all, in the order of their making."""
    return tuple(_person(row) for row in connection.execute(_READ_ALL, (role.value if role else None,)))


def read_person(connection: sqlite3.Connection, person_id: str) -> Person | None:
    """Return a person, or None where there is none of that id."""
    row = connection.execute(_READ, (person_id,)).fetchone()
    return _person(row) if row else None


def _person(row: Row) -> Person:
    return Person(
        id=row[0],
        name=row[1],
        role=Role(row[2]),
        affected=Side(row[3]) if row[3] else None,
        birth_year=row[4],
        language=row[5],
        notes=row[6],
        equipment=None if row[7] is None else msgspec.json.decode(row[7], type=tuple[Equipment, ...]),
    )

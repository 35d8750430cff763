"""Own things on their shelf: JSON under the name of their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from ankle_coach.domain.shelf import shelf_id, shelf_name

if TYPE_CHECKING:
    import sqlite3

_Thing = TypeVar("_Thing", bound=msgspec.Struct)

_WRITE = "INSERT INTO shelf VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET data = excluded.data"


def write_thing(connection: sqlite3.Connection, thing: msgspec.Struct) -> None:
    """Add or replace a thing.

    Raises:
        KeyError: Things of its class are not kept on the shelf.
    """
    row = (shelf_name(type(thing)), shelf_id(thing), msgspec.json.encode(thing).decode())
    connection.execute(_WRITE, row)


def read_things(connection: sqlite3.Connection, kind: type[_Thing]) -> tuple[_Thing, ...]:
    """Return the things of a kind, by id.

    Raises:
        ValueError: One of them cannot be read; the text names it.
    """
    name = shelf_name(kind)
    rows = connection.execute("SELECT id, data FROM shelf WHERE kind = ? ORDER BY id", (name,))
    return tuple(_thing(row[0], row[1], kind, name) for row in rows)


def delete_thing(connection: sqlite3.Connection, kind: type[msgspec.Struct], thing_id: str) -> None:
    """Take a thing off the shelf; one that is gone already is no error."""
    connection.execute("DELETE FROM shelf WHERE kind = ? AND id = ?", (shelf_name(kind), thing_id))


def _thing(thing_id: str, data: str, kind: type[_Thing], name: str) -> _Thing:
    try:
        return msgspec.json.decode(data, type=kind)
    except ValueError as error:
        raise ValueError(f"{name} {thing_id!r}: {error}") from error

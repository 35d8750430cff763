"""Opening a SQLite file the way a journal needs it: durable, checked, and readable by its owner only."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from ankle_coach.storage.private_file import make_private_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x416E6B43
"""Marks a SQLite file as a journal of ours ("AnkC" in its header)."""
BUSY_SECONDS = 5.0
"""How long a write waits for another program before it gives up."""
_CACHE_KIBIBYTES = 16_384
"""Enough for the whole of a journal of ten years; taken only as it is read."""


class Header(Struct, frozen=True):
    """What a SQLite file says about itself.

    Attributes:
        application: The application id; `APPLICATION_ID` for a journal, 0 where none was set.
        version: The schema version, 0 for a file without a schema.
        empty: Whether it has no table at all.
    """

    application: int
    version: int
    empty: bool

    @property
    def is_journal(self) -> bool:
        """Whether it is a journal of ours, or a file that is yet to become one."""
        return self.application == APPLICATION_ID or (self.application == 0 and self.empty)


def peek(path: Path) -> Header:
    """Read what a file says about itself without changing a byte of it.

    Raises:
        sqlite3.Error: It cannot be opened, or is no database.
    """
    with closing(connect_read_only(path)) as connection:
        return read_header(connection)


def read_header(connection: sqlite3.Connection) -> Header:
    """Read what an open file says about itself."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return Header(application, version, tables == 0)


def connect_read_only(path: Path) -> sqlite3.Connection:
    """Open a file for reading only; without a log beside it, also without making any file there.

    A log ("-wal") that a killed program left behind holds the newest records and has to be read too.
    """
    log = path.with_name(path.name + "-wal")
    mode = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None)


def connect(path: Path, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open a journal for reading and writing; a file that is missing is made, for its owner only.

    Args:
        path: The file; missing folders are made too.
        busy_seconds: How long a write waits for another program.

    Raises:
        OSError: The file or its folder cannot be made.
        sqlite3.Error: It cannot be opened, or is no database.
    """
    make_private_file(path)
    connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """Do several things in one transaction: all of them happen, or none.

    Args:
        connection: An open journal.
        kind: ``IMMEDIATE`` to write, ``DEFERRED`` to read several tables as of one moment.
    """
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise

"""Copies of a journal: made whole while it is open, complete in one file, readable by their owner only."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from ankle_coach.storage.private_file import make_private_file, move_into_place

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def backup_path(backups: Path, what: str, now: datetime) -> Path:
    """Return an unused name for a copy, such as ``journal-schema-1-20260302T070000Z.sqlite3``.

    Args:
        backups: The folder for it.
        what: Why or of what it is made.
        now: The instant, in UTC.
    """
    stem = f"journal-{what}-{now:%Y%m%dT%H%M%SZ}"
    path = backups / f"{stem}.sqlite3"
    number = 1
    while path.exists():
        number += 1
        path = backups / f"{stem}-{number}.sqlite3"
    return path


def copy_database(source: sqlite3.Connection, target: Path) -> None:
    """Copy an open database into one file that appears under its name only when it is whole.

    Args:
        source: The open database; what its log holds is copied too.
        target: The file; one that is there is replaced.

    Raises:
        OSError: The file or its folder cannot be made.
        sqlite3.Error: The database cannot be read, or the copy not written.
    """
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    make_private_file(part)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            copy_into(source, copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        move_into_place(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def copy_into(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Replace everything in one open database by what another holds, in one transaction.

    Args:
        source: The database that is copied.
        target: The database that becomes the same.

    Raises:
        sqlite3.Error: It cannot be done; the target is as it was.
    """
    source.backup(target, progress=_refuse_to_wait)


def _refuse_to_wait(status: int, _remaining: int, _total: int) -> None:
    """End a copy that another program blocks; by itself it would be tried for ever.

    Raises:
        sqlite3.OperationalError: It is blocked, with SQLite's code for that.
    """
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        blocked = sqlite3.OperationalError("database is locked")
        blocked.sqlite_errorcode = status
        raise blocked

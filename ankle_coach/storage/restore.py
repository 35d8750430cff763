"""Putting a backup in the place of the journal; what was there before is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ankle_coach.domain.errors import StorageError
from ankle_coach.storage.backup import backup_path, copy_database, copy_into
from ankle_coach.storage.connection import BUSY_SECONDS, connect, connect_read_only, peek
from ankle_coach.storage.failures import failures_of
from ankle_coach.storage.migrations import refuse_strangers

if TYPE_CHECKING:
    from pathlib import Path

_DAMAGE = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})
_IN_USE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_BESIDE = ("", "-wal", "-shm")
"""A database and the files that SQLite keeps beside it while it is in use."""


def restore(
    source: Path,
    journal: Path,
    backups: Path,
    *,
    now: datetime | None = None,
    busy_seconds: float = BUSY_SECONDS,
) -> Path | None:
    """Replace the journal by a backup; the next opening brings it to the newest schema.

    SQLite's own lock says whether a window or another command has the journal open: while anybody has, it is
    not replaced, and while it is replaced, nobody can open it.

    Args:
        source: The backup; it is read and not changed.
        journal: The journal's file; it must not be open in the app.
        backups: Folder in which the present journal is kept, be it damaged or not.
        now: The instant that the kept one is named after; None for this moment.
        busy_seconds: How long to wait for another program.

    Returns:
        Where the present journal is kept; None where there was none.

    Raises:
        StorageError: The backup is no whole journal of a known schema, or the journal cannot be replaced;
            then it is as it was, and no copy of it is left behind.
    """
    examine(source, journal)
    moment = datetime.now(UTC) if now is None else now
    with failures_of(journal), closing(connect_read_only(source)) as backup:
        if not journal.exists() or not journal.stat().st_size:
            copy_database(backup, journal)
            return None
        kept = backup_path(backups, "before-restore", moment)
        if _is_readable(journal):
            _replace(journal, backup, kept, busy_seconds)
        else:
            _replace_unreadable(journal, backup, kept)
        return kept


def _replace(journal: Path, backup: sqlite3.Connection, kept: Path, busy_seconds: float) -> None:
    """Keep a copy of the journal and put the backup in its place, while nobody else can open it."""
    with closing(connect(journal, busy_seconds)) as present:
        _take_alone(present, journal)
        copy_database(present, kept)
        try:
            copy_into(backup, present)
        except BaseException:
            kept.unlink(missing_ok=True)
            raise


def _take_alone(connection: sqlite3.Connection, journal: Path) -> None:
    """Hold a journal so that nobody else has it open, until the connection is closed.

    Raises:
        StorageError: Somebody has it open.
    """
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        # A journal can only leave its log behind while no other connection has it open.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _IN_USE:
            raise
        raise StorageError(
            f"{journal} is open in a window of Ankle Coach or in another program; "
            "close it there and try again."
        ) from error


def _replace_unreadable(journal: Path, backup: sqlite3.Connection, kept: Path) -> None:
    """Keep a file that SQLite cannot read under another name, and put the backup in its place."""
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _rename_all(journal, kept)
    try:
        copy_database(backup, journal)
    except BaseException:
        _rename_all(kept, journal)
        raise


def examine(source: Path, journal: Path) -> None:
    """Refuse a backup that is not a whole journal of a schema that this program knows.

    Args:
        source: The backup.
        journal: The journal's file, which is no backup of itself.

    Raises:
        StorageError: It is not; the sentence says what it is.
    """
    if not source.is_file():
        raise StorageError(f"There is no file {source}.")
    with failures_of(source):
        header = peek(source)
        refuse_strangers(source, header)
        if header.empty:
            raise StorageError(f"{source} holds no journal.")
        with closing(connect_read_only(source)) as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise StorageError(f"{source} is damaged and was not restored: {found}.")
    if journal.exists() and journal.samefile(source):
        raise StorageError(f"{source} is the journal itself; a backup of it is needed.")


def _is_readable(journal: Path) -> bool:
    """Say whether SQLite can read what is there, though it may be damaged within."""
    try:
        peek(journal)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE:
            return False
        raise
    return True


def _rename_all(path: Path, target: Path) -> None:
    """Give a file and those that SQLite keeps beside it another name."""
    for suffix in _BESIDE:
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(target.with_name(target.name + suffix))

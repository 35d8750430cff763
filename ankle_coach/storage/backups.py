"""Backups as the window makes and chooses them: written from the open journal, looked at before a restore."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import date
from typing import TYPE_CHECKING

from ankle_coach.domain.backup_facts import BackupFacts
from ankle_coach.domain.errors import StorageError
from ankle_coach.storage.backup import backup_path
from ankle_coach.storage.connection import BUSY_SECONDS, connect_read_only
from ankle_coach.storage.failures import failures_of
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.restore import examine, restore

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_NEWEST = (
    "SELECT max(training_day) FROM (SELECT training_day FROM session UNION SELECT training_day FROM check_in)"
)


class Backups:
    """Satisfies ``services.ports.Backups``."""

    def __init__(self, journal: JournalFile, folder: Path) -> None:
        """Make copies of an open journal."""
        self._journal, self._folder = journal, folder

    @property
    def folder(self) -> Path:
        """Where the program keeps its own copies."""
        return self._folder

    def write(self, out: Path) -> None:
        """Write a complete copy of the journal; a file that is there is replaced by it.

        Raises:
            StorageError: It cannot be written.
        """
        self._journal.backup(out)

    def look(self, source: Path) -> BackupFacts:
        """Return what a backup holds; nothing is changed.

        Raises:
            StorageError: It is no whole journal of a schema that this program knows.
        """
        examine(source, self._journal.path)
        return backup_facts(source)


def put_in_place(
    source: Path, journal: Path, backups: Path, *, busy_seconds: float = BUSY_SECONDS
) -> Path | None:
    """Replace the journal by a backup and bring it to the newest schema.

    Args:
        source: The backup.
        journal: The journal's file; nobody has it open.
        backups: Folder in which the present journal is kept.
        busy_seconds: How long to wait for another program.

    Returns:
        Where the journal before it is kept; None where there was none.

    Raises:
        StorageError: It cannot be done; the journal is then as it was.
    """
    kept = restore(source, journal, backups, busy_seconds=busy_seconds)
    try:
        JournalFile(journal, backups).close()
    except StorageError:
        if kept is not None:
            with suppress(StorageError):  # one that was unreadable before stays in the folder of backups
                undone = restore(kept, journal, backups)
                kept.unlink()
                if undone is not None:
                    undone.unlink()
        raise
    return kept


def backup_facts(source: Path) -> BackupFacts:
    """Return what a journal's file holds, counted in it.

    Raises:
        StorageError: It cannot be read.
    """
    with failures_of(source), closing(connect_read_only(source)) as connection:
        counts = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - names of ours
            for table in ("person", "session", "check_in")
        ]
        (newest,) = connection.execute(_NEWEST).fetchone()
    day = date.fromisoformat(newest) if newest else None
    return BackupFacts(persons=counts[0], sessions=counts[1], check_ins=counts[2], newest=day)


def file_for(out: Path, now: datetime) -> Path:
    """Return the file that a backup goes to: the one that is named, or a new one in the folder that is.

    Args:
        out: A file or a folder.
        now: The instant that a new file is named after, in UTC.
    """
    return backup_path(out, "backup", now) if out.is_dir() else out

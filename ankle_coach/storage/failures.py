"""What a failing file means to the person, in one sentence; our own mistakes are not dressed up as that."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ankle_coach.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PRIMARY = 0xFF
"""SQLite's extended error codes carry the primary one in their lowest byte."""


@contextmanager
def failures_of(path: Path) -> Iterator[None]:
    """Turn what the system says about a file into a `StorageError` with one sentence.

    A broken constraint or wrong SQL is a mistake of this program and passes through unchanged.

    Args:
        path: The file that the sentence names.

    Raises:
        StorageError: The file cannot be used.
    """
    try:
        yield
    except sqlite3.Error as error:
        sentence = _sentence(path, error)
        if sentence is None:
            raise
        raise StorageError(sentence) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise StorageError(f"The file {path} cannot be used: {reason}.") from error


def _sentence(path: Path, error: sqlite3.Error) -> str | None:
    """What a failure of SQLite means, or None where it is a mistake of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    return {
        sqlite3.SQLITE_FULL: f"There is no room left on the disk to write {path}; nothing of it was changed.",
        sqlite3.SQLITE_BUSY: f"Another program is using {path}; close it there and try again.",
        sqlite3.SQLITE_LOCKED: f"Another program is using {path}; close it there and try again.",
        sqlite3.SQLITE_READONLY: f"{path} can be read but not changed; give yourself the right to write it.",
        sqlite3.SQLITE_PERM: f"You have no right to use {path}.",
        sqlite3.SQLITE_AUTH: f"You have no right to use {path}.",
        sqlite3.SQLITE_CANTOPEN: f"{path} cannot be opened; check that its folder is there and yours.",
        sqlite3.SQLITE_NOTADB: f"{path} is not a journal of Ankle Coach; it was left as it is.",
        sqlite3.SQLITE_CORRUPT: f"{path} is damaged; keep it, and restore a backup of it.",
        sqlite3.SQLITE_IOERR: f"The disk failed while {path} was in use; check the disk and try again.",
        sqlite3.SQLITE_NOMEM: f"There is not enough memory to use {path}.",
        sqlite3.SQLITE_TOOBIG: f"An entry is too large for {path}.",
    }.get(code & _PRIMARY)

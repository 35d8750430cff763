"""Bringing a journal to the newest schema: step by step, each in one transaction, with a copy kept before."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from ankle_coach.domain.errors import StorageError
from ankle_coach.storage import schema_1, schema_2
from ankle_coach.storage.backup import backup_path, copy_database
from ankle_coach.storage.connection import APPLICATION_ID, Header, read_header, transaction
from ankle_coach.storage.failures import failures_of

if TYPE_CHECKING:
    from pathlib import Path


class Migration(Struct, frozen=True):
    """One step from a schema to the next.

    Attributes:
        version: The schema version that it leads to.
        apply: Changes the tables; it runs inside a transaction, with foreign keys checked at the end.
    """

    version: int
    apply: Callable[[sqlite3.Connection], None]


MIGRATIONS: tuple[Migration, ...] = (Migration(1, schema_1.create), Migration(2, schema_2.extend))
"""Every step ever released, in order; a released one never changes."""
NEWEST = MIGRATIONS[-1].version
"""The schema version that this program writes."""


def refuse_strangers(path: Path, header: Header, newest: int = NEWEST) -> None:
    """Refuse a file that is no journal, or one that a newer program wrote.

    Raises:
        StorageError: It must not be touched; the sentence says why.
    """
    if not header.is_journal:
        raise StorageError(f"{path} is not a journal of Ankle Coach; it was left as it is.")
    if header.version > newest:
        raise StorageError(
            f"{path} was written by a newer Ankle Coach (form {header.version}; this one knows {newest}) "
            "and was left as it is, so please open it with the newer program."
        )


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    backups: Path,
    now: datetime,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> None:
    """Bring an open journal to the newest schema; before the first step of an existing one, copy it.

    Args:
        connection: The open journal.
        path: Its file.
        backups: Folder for the copy.
        now: The instant that the copy is named after, in UTC.
        migrations: All steps, in order.

    Raises:
        StorageError: A step failed; the journal is as it was before that step.
    """
    header = read_header(connection)
    pending = [step for step in migrations if step.version > header.version]
    if not pending:
        return
    if header.version:
        copy_database(connection, backup_path(backups, f"schema-{header.version}", now))
    connection.execute("PRAGMA foreign_keys = OFF")  # so that a step may rebuild a table others refer to
    try:
        for step in pending:
            _take(connection, path, step)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    # So that the file itself tells its version, even to a program that does not read the log beside it.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _take(connection: sqlite3.Connection, path: Path, step: Migration) -> None:
    """Do one step in one transaction, unless another process was faster.

    Raises:
        StorageError: It failed, and nothing was changed.
    """
    try:
        with failures_of(path), transaction(connection):
            if read_header(connection).version >= step.version:
                return
            step.apply(connection)
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise sqlite3.IntegrityError("a row refers to one that is not there")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {step.version:d}")
    except (sqlite3.Error, ValueError) as error:
        raise StorageError(
            f"{path} could not be brought to form {step.version} and was left in its present form: {error}."
        ) from error

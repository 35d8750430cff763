"""Old journals open, are copied before they change, and stay whole when a step fails; newer ones stay."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.ice_rules import IceRecord
from ankle_coach.domain.measures import Measurement
from ankle_coach.storage.connection import connect, peek
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.migrations import MIGRATIONS, NEWEST, Migration
from tests.helpers import builders as make
from tests.helpers import stored_database as stored

STORED = Path(__file__).parent / "stored"
NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


def _add_shoes(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE shoe (name TEXT NOT NULL) STRICT")
    connection.execute("INSERT INTO shoe SELECT name FROM person")


def _fail_half_way(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half_done (name TEXT) STRICT")
    connection.execute("UPDATE person SET name = 'half done'")
    connection.execute("INSERT INTO no_such_table VALUES (1)")


def _lose_the_persons(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM person")


OLD = 1
"""The schema of the fixture `old`."""
NEXT = (*MIGRATIONS, Migration(NEWEST + 1, _add_shoes))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the stored database of schema 1."""
    path = tmp_path / "journal.sqlite3"
    shutil.copyfile(STORED / "schema_1.sqlite3", path)
    return path


def test_migrations_are_numbered_from_1_without_a_gap() -> None:
    assert [step.version for step in MIGRATIONS] == list(range(1, NEWEST + 1))


@pytest.mark.parametrize("step", MIGRATIONS, ids=lambda step: f"schema {step.version}")
def test_every_migration_has_a_stored_database(step: Migration) -> None:
    assert peek(STORED / f"schema_{step.version}.sqlite3").version == step.version


@pytest.mark.parametrize("database", sorted(STORED.glob("*.sqlite3")), ids=lambda path: path.stem)
def test_every_stored_database_opens_with_all_that_is_in_it(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    shutil.copyfile(database, path)

    with JournalFile(path, tmp_path / "backups") as journal:
        assert journal.persons() == stored.PERSONS
        assert journal.plans(make.PERSON) == stored.PLANS
        assert journal.sessions(make.PERSON) == stored.SESSIONS
        assert journal.check_ins(make.PERSON) == stored.CHECK_INS
        assert journal.entries(make.PERSON, IceRecord) == (stored.ICE,)
        assert journal.entries(make.PERSON, Measurement) == (stored.TEST,)
        assert journal.progress(make.PERSON) == stored.PROGRESS
        assert journal.check() == ()


@pytest.mark.parametrize("database", sorted(STORED.glob("*.sqlite3")), ids=lambda path: path.stem)
def test_a_released_schema_never_changes(database: Path, tmp_path: Path) -> None:
    version = int(database.stem.removeprefix("schema_"))
    path = tmp_path / "new.sqlite3"
    JournalFile(path, tmp_path / "backups", migrations=MIGRATIONS[:version]).close()

    assert _schema(path) == _schema(database)


def test_a_new_journal_has_the_newest_schema_and_needs_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "journal.sqlite3"

    JournalFile(path, tmp_path / "backups").close()

    assert peek(path).version == NEWEST
    assert not (tmp_path / "backups").exists()


def test_an_old_journal_is_copied_before_it_changes(old: Path, tmp_path: Path) -> None:
    backups = tmp_path / "backups"

    with JournalFile(old, backups, now=lambda: NOW, migrations=NEXT) as journal:
        assert journal.sessions(make.PERSON) == stored.SESSIONS

    assert peek(old).version == NEWEST + 1
    (copy,) = backups.iterdir()
    assert copy.name == f"journal-schema-{OLD}-20260304T050607Z.sqlite3"
    assert peek(copy).version == OLD
    with JournalFile(copy, backups) as journal:
        assert journal.sessions(make.PERSON) == stored.SESSIONS


def test_opening_again_changes_and_copies_nothing_more(old: Path, tmp_path: Path) -> None:
    for _ in range(3):
        JournalFile(old, tmp_path / "backups", now=lambda: NOW, migrations=NEXT).close()

    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_copies_of_the_same_second_do_not_overwrite_each_other(old: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sqlite3"
    shutil.copyfile(old, again)
    for path in (old, again):
        JournalFile(path, tmp_path / "backups", now=lambda: NOW, migrations=NEXT).close()

    assert len(list((tmp_path / "backups").glob("*.sqlite3"))) == 2


@pytest.mark.parametrize("apply", [_fail_half_way, _lose_the_persons], ids=["wrong SQL", "lost references"])
def test_a_step_that_fails_is_undone_as_a_whole(old: Path, tmp_path: Path, apply: object) -> None:
    broken = (*NEXT, Migration(NEWEST + 2, apply))  # type: ignore[arg-type]

    with pytest.raises(StorageError, match=rf"could not be brought to form {NEWEST + 2} and was left"):
        JournalFile(old, tmp_path / "backups", migrations=broken)

    with JournalFile(old, tmp_path / "backups", migrations=NEXT) as journal:
        assert journal.persons() == stored.PERSONS
        assert journal.sessions(make.PERSON) == stored.SESSIONS
    assert peek(old).version == NEWEST + 1
    assert "half_done" not in _schema(old)


def test_no_step_is_taken_when_the_copy_cannot_be_made(old: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")

    with pytest.raises(StorageError, match="cannot be used"):
        JournalFile(old, tmp_path / "backups", migrations=NEXT)

    assert peek(old).version == OLD


def test_a_newer_journal_is_refused_and_left_byte_for_byte(old: Path, tmp_path: Path) -> None:
    JournalFile(old, tmp_path / "backups", migrations=NEXT).close()
    before = _files(tmp_path)

    with pytest.raises(StorageError) as refusal:
        JournalFile(old, tmp_path / "backups")

    assert str(refusal.value) == (
        f"{old} was written by a newer Ankle Coach (form {NEWEST + 1}; this one knows {NEWEST}) "
        "and was left as it is, so please open it with the newer program."
    )
    assert _files(tmp_path) == before


def test_a_newer_journal_is_noticed_even_when_only_its_log_says_so(old: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with closing(connect(old)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
        for name in (old.name, old.name + "-wal"):  # what a killed program leaves behind
            shutil.copyfile(tmp_path / name, crashed / name)
    before = _files(crashed)

    with pytest.raises(StorageError, match="newer Ankle Coach"):
        JournalFile(crashed / old.name, tmp_path / "backups")

    after = _files(crashed)
    assert {name: after[name] for name in before} == before


def _schema(path: Path) -> dict[str, str | None]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name"))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}

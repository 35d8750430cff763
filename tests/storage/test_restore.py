"""A backup is whole, and can take the place of the journal without anything being lost."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ankle_coach.domain.errors import StorageError
from ankle_coach.storage.connection import connect, transaction
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.restore import restore
from tests.helpers import builders as make
from tests.helpers import stored_database as stored
from tests.helpers.builders import PERSON

STORED = Path(__file__).parent / "stored" / "schema_1.sqlite3"
NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with one session that no backup has."""
    path = tmp_path / "journal.sqlite3"
    with JournalFile(path, tmp_path / "backups") as journal:
        journal.save_person(make.person(name="Present"))
        journal.save_session(PERSON, make.session_record(note="only here"))
    return path


def _names(path: Path) -> list[str]:
    with JournalFile(path, path.parent / "backups") as journal:
        return [person.name for person in journal.persons()]


def test_a_backup_of_an_open_journal_holds_its_newest_entry_in_one_file(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "copy.sqlite3"
    with JournalFile(path, tmp_path) as journal:
        journal.save_session(PERSON, make.session_record(make.MONDAY, id="newest"))
        journal.backup(out)

    assert [file.name for file in out.parent.iterdir()] == ["copy.sqlite3"]
    with JournalFile(out, tmp_path) as copy:
        assert {record.id for record in copy.sessions(PERSON)} == {"newest", "session-2026-03-02"}


def test_a_backup_that_cannot_be_written_says_so_and_leaves_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with JournalFile(path, tmp_path) as journal, pytest.raises(StorageError, match="taken"):
        journal.backup(tmp_path / "taken")

    assert not list(tmp_path.glob("*.part"))


def test_restoring_replaces_the_journal_and_keeps_the_present_one(path: Path, tmp_path: Path) -> None:
    kept = restore(STORED, path, tmp_path / "backups", now=NOW)

    assert kept == tmp_path / "backups" / "journal-before-restore-20260304T050607Z.sqlite3"
    assert _names(path) == [person.name for person in stored.PERSONS]
    with JournalFile(path, tmp_path / "backups") as journal:
        assert journal.sessions(PERSON) == stored.SESSIONS
        assert journal.check() == ()
    assert _names(kept) == ["Present"]


def test_restoring_where_there_is_no_journal_makes_one(tmp_path: Path) -> None:
    path = tmp_path / "data" / "journal.sqlite3"

    assert restore(STORED, path, tmp_path / "backups") is None
    assert _names(path) == [person.name for person in stored.PERSONS]


def test_restoring_helps_where_the_journal_is_broken_and_keeps_the_broken_one(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    path.write_bytes(b"broken" * 1000)
    (tmp_path / "journal.sqlite3-wal").write_bytes(b"its log")

    kept = restore(STORED, path, tmp_path / "backups", now=NOW)

    assert kept is not None
    assert kept.read_bytes() == b"broken" * 1000
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"its log"
    assert _names(path) == [person.name for person in stored.PERSONS]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "There is no file"),
        (b"", "holds no journal"),
        (b"not a database at all" * 100, "is not a journal of Ankle Coach"),
    ],
    ids=["missing", "empty", "something else"],
)
def test_what_is_no_backup_is_refused_and_the_journal_stays(
    path: Path, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    source = tmp_path / "source.sqlite3"
    if content is not None:
        source.write_bytes(content)

    with pytest.raises(StorageError, match=sentence):
        restore(source, path, tmp_path / "backups")

    assert _names(path) == ["Present"]


def test_a_newer_or_damaged_backup_is_refused_and_the_journal_stays(path: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.sqlite3"
    shutil.copyfile(STORED, newer)
    with closing(connect(newer)) as connection:
        connection.execute("PRAGMA user_version = 999")
    damaged = tmp_path / "damaged.sqlite3"
    content = bytearray(STORED.read_bytes())
    content[4096 * 3 : 4096 * 5] = b"\xff" * 8192
    damaged.write_bytes(content)

    with pytest.raises(StorageError, match="newer Ankle Coach"):
        restore(newer, path, tmp_path / "backups")
    with pytest.raises(StorageError, match="damaged"):
        restore(damaged, path, tmp_path / "backups")
    with pytest.raises(StorageError, match="is the journal itself"):
        restore(path, path, tmp_path / "backups")

    assert _names(path) == ["Present"]


def test_a_journal_in_use_is_not_replaced(path: Path, tmp_path: Path) -> None:
    with (
        closing(connect(path)) as other,
        transaction(other),
        pytest.raises(StorageError, match="Another program is using"),
    ):
        restore(STORED, path, tmp_path / "backups", busy_seconds=0)

    assert _names(path) == ["Present"]

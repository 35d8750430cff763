"""A backup is whole, and can take the place of the journal without anything being lost."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ankle_coach.domain.errors import StorageError
from ankle_coach.storage.backup import copy_into
from ankle_coach.storage.backups import Backups
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
        pytest.raises(StorageError, match="open in a window"),
    ):
        restore(STORED, path, tmp_path / "backups", busy_seconds=0)

    assert _names(path) == ["Present"]


def test_a_journal_that_is_only_open_is_not_replaced_either(path: Path, tmp_path: Path) -> None:
    with JournalFile(path, tmp_path / "backups"), pytest.raises(StorageError, match="open in a window"):
        restore(STORED, path, tmp_path / "backups", busy_seconds=0)

    assert _names(path) == ["Present"]
    assert not list((tmp_path / "backups").glob("*"))


def test_nobody_opens_a_journal_while_it_is_replaced(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def copy_and_try(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
        copy_into(source, target)
        with pytest.raises(StorageError) as refused:
            JournalFile(path, tmp_path / "backups", busy_seconds=0)
        told.append(str(refused.value))

    monkeypatch.setattr("ankle_coach.storage.restore.copy_into", copy_and_try)
    restore(STORED, path, tmp_path / "backups")

    assert told == [f"Another program is using {path}; close it there and try again."]
    assert _names(path) == [person.name for person in stored.PERSONS]


def test_a_full_disk_leaves_the_journal_and_no_copy(path: Path, tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: the copy that is kept fits, the backup does not."""
    large = tmp_path / "large.sqlite3"
    with JournalFile(large, tmp_path) as journal:
        journal.save_person(make.person(name="Large"))
        for number in range(40):
            note = f"{number} " * 4000
            journal.save_session(PERSON, make.session_record(id=f"s{number}", note=note))
        journal.backup(tmp_path / "backup.sqlite3")
    limit = path.stat().st_size + 100_000
    assert (tmp_path / "backup.sqlite3").stat().st_size > limit

    told = subprocess.run(
        [sys.executable, "-c", _ON_A_FULL_DISK, *map(str, (limit, tmp_path / "backup.sqlite3", path))],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert told.returncode == 0, told.stderr
    assert "nothing of it was changed" in told.stdout or "The disk failed" in told.stdout
    assert not list((tmp_path / "backups").glob("*before-restore*"))
    assert _names(path) == ["Present"]


_ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from ankle_coach.domain.errors import StorageError
from ankle_coach.storage.restore import restore
limit, source, journal = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    restore(source, journal, journal.parent / "backups")
except StorageError as error:
    print(error)
else:
    sys.exit("it was restored")
"""


def test_where_the_present_journal_cannot_be_kept_it_is_not_replaced(path: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder of backups should be")

    with pytest.raises(StorageError, match="cannot be used"):
        restore(STORED, path, tmp_path / "taken")

    assert _names(path) == ["Present"]


def test_a_broken_journal_stays_where_it_was_if_the_backup_cannot_be_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.sqlite3"
    path.write_bytes(b"broken" * 1000)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ankle_coach.storage.restore.copy_database", refuse)
    with pytest.raises(StorageError, match="No space left"):
        restore(STORED, path, tmp_path / "backups", now=NOW)

    assert path.read_bytes() == b"broken" * 1000
    assert not list((tmp_path / "backups").glob("*"))


def test_a_backup_is_looked_at_before_it_replaces_anything(path: Path, tmp_path: Path) -> None:
    with JournalFile(path, tmp_path / "backups") as journal:
        backups = Backups(journal, tmp_path / "backups")
        facts = backups.look(STORED)
        assert (facts.persons, facts.sessions, facts.newest) == (2, 2, stored.TUESDAY)
        out = tmp_path / "mine.sqlite3"
        backups.write(out)
        assert backups.look(out).persons == 1
        with pytest.raises(StorageError, match="is the journal itself"):
            backups.look(path)
        with pytest.raises(StorageError, match="is the journal itself"):
            backups.write(path)


def test_an_empty_backup_has_no_newest_day(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "empty.sqlite3"
    with JournalFile(tmp_path / "new.sqlite3", tmp_path) as journal:
        journal.backup(out)
    with JournalFile(path, tmp_path) as journal:
        assert Backups(journal, tmp_path).look(out).newest is None

"""What a journal in a file adds: rights, durability, ranges held by the file itself, and clear failures."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from ankle_coach.domain.errors import StorageError
from ankle_coach.storage.connection import connect, transaction
from ankle_coach.storage.failures import failures_of
from ankle_coach.storage.journal_file import JournalFile
from tests.helpers import builders as make
from tests.helpers.builders import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

needs_rights = pytest.mark.skipif(os.name == "nt", reason="Windows has no rights of this kind")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal lies, in a folder that is not there yet."""
    return tmp_path / "data" / "journal.sqlite3"


@pytest.fixture
def journal(path: Path) -> Iterator[JournalFile]:
    """A journal with one person."""
    with JournalFile(path, path.parent / "backups", busy_seconds=0) as opened:
        opened.save_person(make.person())
        yield opened


def test_everything_is_there_after_closing_and_opening_again(path: Path) -> None:
    with JournalFile(path, path.parent) as first:
        first.save_person(make.person())
        first.save_session(PERSON, make.session_record())
        first.save_progress(PERSON, make.progress())

    with JournalFile(path, path.parent) as second:
        assert second.sessions(PERSON) == (make.session_record(),)
        assert second.progress(PERSON) == make.progress()


def test_every_write_waits_for_the_disk(path: Path) -> None:
    with closing(connect(path)) as connection:
        settings = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    assert settings == ["wal", 2, 1]


@needs_rights
def test_only_the_owner_can_read_the_files_even_while_they_are_open(journal: JournalFile) -> None:
    journal.save_session(PERSON, make.session_record())
    journal.backup(journal.path.parent / "backups" / "copy.sqlite3")

    rights = {path.name: path.stat().st_mode & 0o777 for path in journal.path.parent.rglob("*")}
    assert rights == {
        "journal.sqlite3": 0o600,
        "journal.sqlite3-wal": 0o600,
        "journal.sqlite3-shm": 0o600,
        "backups": 0o700,
        "copy.sqlite3": 0o600,
    }
    assert journal.path.parent.stat().st_mode & 0o777 == 0o700


@needs_rights
def test_a_journal_that_others_could_read_is_closed_to_them(path: Path) -> None:
    JournalFile(path, path.parent).close()
    path.chmod(0o644)

    JournalFile(path, path.parent).close()

    assert path.stat().st_mode & 0o777 == 0o600


def test_the_path_may_hold_any_sign(tmp_path: Path) -> None:
    path = tmp_path / "größe #1 100%?x=1 & 'y'" / "jour nal.sqlite3"
    for _ in range(2):
        with JournalFile(path, path.parent) as journal:
            journal.save_person(make.person())

    assert path.is_file()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE session SET pain_after = 11",
        "UPDATE session SET pain_after = -1",
        "UPDATE session SET effort = 'much'",
        "UPDATE session SET pain_before = 3, pain_before_asked = 0",
        "UPDATE session SET status = 'healed'",
        "UPDATE session SET training_day = 'Monday'",
        "UPDATE session SET started_at = '2026-03-02T10:00:00+01:00'",
        "UPDATE session SET person = 'nobody'",
        "UPDATE set_record SET side = 'middle'",
        "UPDATE set_record SET reps_done = -1",
        "UPDATE exercise_answer SET pain_during = 11",
        "UPDATE check_in SET stiff_minutes = 1441",
        "UPDATE check_in SET swelling = 4",
        "UPDATE check_in SET pain_asked = 0",
        "UPDATE set_record SET session = 99",
    ],
)
def test_the_file_itself_refuses_what_cannot_be(journal: JournalFile, statement: str) -> None:
    journal.save_session(PERSON, make.session_record())
    journal.save_check_in(PERSON, make.check_in())

    with closing(connect(journal.path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)


def test_deleting_a_session_takes_its_sets_along(journal: JournalFile) -> None:
    journal.save_session(PERSON, make.session_record())
    journal.delete_session(make.session_record().id)

    with closing(connect(journal.path)) as connection:
        left = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("session", "set_record", "exercise_answer")
        ]
    assert left == [0, 0, 0]


# --- Failures of the world, each in a sentence that names the file ---


def test_a_file_that_is_no_database_is_refused_and_stays(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary, " * 1000)

    with pytest.raises(StorageError, match=r"journal.sqlite3 is not a journal of Ankle Coach; it was left"):
        JournalFile(path, path.parent)

    assert path.read_text() == "Dear diary, " * 1000


def test_a_database_of_another_program_is_refused_and_stays(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
    before = path.read_bytes()

    with pytest.raises(StorageError, match="is not a journal of Ankle Coach"):
        JournalFile(path, path.parent)

    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_journal(path: Path) -> None:
    path.parent.mkdir()
    path.touch()

    with JournalFile(path, path.parent) as journal:
        assert journal.persons() == ()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")

    with pytest.raises(StorageError, match=r"journal.sqlite3 cannot be used: (File exists|Not a directory)"):
        JournalFile(tmp_path / "data" / "journal.sqlite3", tmp_path)


def test_a_folder_in_the_place_of_the_journal_is_said(path: Path) -> None:
    path.mkdir(parents=True)

    with pytest.raises(StorageError, match=r"journal.sqlite3"):
        JournalFile(path, path.parent)


def test_a_locked_journal_is_said_and_can_still_be_read(journal: JournalFile) -> None:
    with closing(connect(journal.path)) as other, transaction(other):
        with pytest.raises(StorageError, match=r"Another program is using .*journal.sqlite3; close it there"):
            journal.save_session(PERSON, make.session_record())

        assert journal.summaries(PERSON) == ()

    journal.save_session(PERSON, make.session_record())


def test_a_full_disk_is_said_and_nothing_is_half_written(path: Path) -> None:
    JournalFile(path, path.parent).close()
    with closing(connect(path)) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StorageError, match=r"no room left on the disk to write .*journal.sqlite3"):
            _write_two_persons(connection, path)

    with JournalFile(path, path.parent) as journal:
        assert journal.persons() == ()


def test_a_journal_that_cannot_be_written_is_said(path: Path) -> None:
    JournalFile(path, path.parent).close()
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StorageError, match="can be read but not changed"), failures_of(path):
            connection.execute("DELETE FROM person")


def test_a_mistake_of_ours_is_not_dressed_up_as_a_failure_of_the_world(journal: JournalFile) -> None:
    with (
        closing(connect(journal.path)) as connection,
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        failures_of(journal.path),
    ):
        connection.execute("SELECT * FROM no_such_table")


def test_an_entry_that_cannot_be_read_is_said(journal: JournalFile) -> None:
    journal.save_plan(PERSON, make.plan())
    journal.save_progress(PERSON, make.progress())
    with closing(connect(journal.path)) as connection:
        connection.execute("UPDATE plan_version SET plan = '{\"id\": 1}'")
        connection.execute("UPDATE progress SET progress = x'00'")

    with pytest.raises(
        StorageError, match=r"journal.sqlite3 holds an entry that cannot be read: Expected `str`"
    ):
        journal.plans(PERSON)
    with pytest.raises(StorageError, match="cannot be read"):
        journal.progress(PERSON)


def test_the_check_finds_nothing_in_a_whole_journal_and_damage_in_a_broken_one(path: Path) -> None:
    with JournalFile(path, path.parent) as journal:
        journal.save_person(make.person())
        for number in range(200):
            journal.save_session(PERSON, make.session_record(id=f"s{number}", note="a long day " * 20))
        assert journal.check() == ()

    content = bytearray(path.read_bytes())
    for page in range(20, 30):
        content[page * 4096 + 8 : page * 4096 + 600] = b"\xff" * 592
    path.write_bytes(content)

    with JournalFile(path, path.parent) as journal:
        with pytest.raises(StorageError, match=r"is damaged; keep it, and restore a backup of it"):
            journal.sessions(PERSON)
        assert journal.check() != ()


@pytest.mark.parametrize("code", range(1, 27))
def test_no_sentence_advises_to_delete_anything_and_each_names_the_file(code: int, path: Path) -> None:
    error = sqlite3.OperationalError("internal words")
    error.sqlite_errorcode = code | 0x0300

    with pytest.raises((StorageError, sqlite3.OperationalError)) as told, failures_of(path):
        raise error

    sentence = str(told.value)
    if told.type is StorageError:
        assert str(path) in sentence
        assert sentence.endswith(".")
    assert not [word for word in ("delete", "remove", "erase") if word in sentence.lower()]


def _write_two_persons(connection: sqlite3.Connection, path: Path) -> None:
    """Write one person who fits and one who does not, in one transaction."""
    statement = "INSERT INTO person (id, name, role) VALUES (?, ?, 'runner')"
    with failures_of(path), transaction(connection):
        connection.execute(statement, ("1", "Ada"))
        connection.execute(statement, ("2", "x" * 99_999))

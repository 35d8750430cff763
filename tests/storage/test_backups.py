"""Backups as one looks at them and puts them in place: what they hold, and nothing lost where it fails."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ankle_coach.domain.backup_facts import BackupFacts
from ankle_coach.domain.errors import StorageError
from ankle_coach.storage.backups import backup_facts, file_for, put_in_place
from ankle_coach.storage.journal_file import JournalFile
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY, PERSON

STORED = Path(__file__).parent / "stored" / "schema_1.sqlite3"
NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal with one person, three sessions and two check-ins."""
    path = tmp_path / "journal.sqlite3"
    with JournalFile(path, tmp_path / "backups") as opened:
        opened.save_person(make.person(name="Present"))
        for number in range(3):
            day = MONDAY + timedelta(days=number)
            opened.save_session(PERSON, make.session_record(day, id=f"s{number}"))
        for number in range(2):
            opened.save_check_in(PERSON, make.check_in(MONDAY + timedelta(days=number), id=f"c{number}"))
    return path


def names(path: Path) -> list[str]:
    """The persons of a journal."""
    with JournalFile(path, path.parent / "backups") as opened:
        return [person.name for person in opened.persons()]


def test_what_a_backup_holds_is_counted_in_it(journal: Path) -> None:
    assert backup_facts(journal) == BackupFacts(
        persons=1, sessions=3, check_ins=2, newest=MONDAY + timedelta(days=2)
    )


def test_an_empty_journal_holds_nothing_and_has_no_newest_day(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite3"
    JournalFile(path, tmp_path).close()
    assert backup_facts(path) == BackupFacts(persons=0, sessions=0, check_ins=0, newest=None)


def test_a_file_that_is_no_journal_has_no_facts(tmp_path: Path) -> None:
    stranger = tmp_path / "notes.sqlite3"
    stranger.write_bytes(b"no database at all" * 100)
    with pytest.raises(StorageError, match=r"notes\.sqlite3"):
        backup_facts(stranger)


def test_an_old_backup_is_brought_to_the_newest_form_and_the_journal_before_it_is_kept(
    journal: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.sqlite3"
    shutil.copy(STORED, old)
    kept = put_in_place(old, journal, tmp_path / "backups")
    assert kept is not None
    assert names(kept) == ["Present"]
    assert names(journal) != ["Present"]
    assert backup_facts(journal).persons == backup_facts(old).persons


def test_where_there_was_no_journal_none_is_kept(journal: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "elsewhere" / "journal.sqlite3"
    fresh.parent.mkdir()
    assert put_in_place(journal, fresh, tmp_path / "backups") is None
    assert names(fresh) == ["Present"]


def test_a_backup_that_cannot_be_brought_to_the_newest_form_leaves_the_journal_as_it_was(
    journal: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.sqlite3"
    shutil.copy(STORED, broken)
    with closing(sqlite3.connect(broken)) as connection:
        connection.execute("CREATE TABLE shelf (in_the_way INTEGER)")
        connection.commit()
    with pytest.raises(StorageError, match="could not be brought to form 2"):
        put_in_place(broken, journal, tmp_path / "backups")
    assert names(journal) == ["Present"]
    assert backup_facts(journal).sessions == 3


def test_a_folder_gets_a_new_file_and_a_file_is_taken_as_it_is(tmp_path: Path) -> None:
    assert file_for(tmp_path / "mine.sqlite3", NOW) == tmp_path / "mine.sqlite3"
    first = file_for(tmp_path, NOW)
    assert first == tmp_path / "journal-backup-20260304T050607Z.sqlite3"
    first.touch()
    assert file_for(tmp_path, NOW) == tmp_path / "journal-backup-20260304T050607Z-2.sqlite3"

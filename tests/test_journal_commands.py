"""Journals out of a data folder, into another one, and through the rules, at the command line."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from ankle_coach.cli import main
from ankle_coach.demo import fill_with_sample
from ankle_coach.exchange.journal_file import read_journal
from ankle_coach.paths import app_paths, ensure
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.system_clock import SystemClock
from tests.helpers import builders as make
from tests.helpers.calendar_reader import read_events
from tests.helpers.fake_clock import FakeClock


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal as a file."""
    folder = tmp_path_factory.mktemp("data")
    fill_with_sample(app_paths(folder), FakeClock(offset=timedelta(hours=1)))
    path = folder / "robin.anklejournal"
    assert main(["--data-dir", str(folder), "export", "journal", "-o", str(path)]) == 0
    return path


def test_replay_prints_every_decision_as_a_line(exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(exported)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert main(["replay", str(exported), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(lines) == len(rows) > 50
    assert [line[:10] for line in lines] == [row["date"] for row in rows]
    assert all(f"[{row['rule']}]" in line for line, row in zip(lines, rows, strict=True))


def test_an_imported_journal_comes_out_as_it_went_in(
    exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, copy = tmp_path / "other", tmp_path / "copy.anklejournal"
    assert main(["--data-dir", str(folder), "import", str(exported)]) == 0
    assert main(["--data-dir", str(folder), "import", str(exported)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "0 plan versions, 0 sessions, 0 check-ins, 0 other entries"
    )
    assert main(["--data-dir", str(folder), "export", "journal", "-o", str(copy)]) == 0
    assert read_journal(copy).contents == read_journal(exported).contents


def test_what_is_no_journal_is_one_line_and_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.anklejournal"
    path.write_text('{"format": "ankle-coach-plan", "version": 1}', encoding="utf-8")
    assert main(["replay", str(path)]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "broken.anklejournal: format" in error


def test_an_empty_journal_is_not_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.anklejournal"
    assert main(["--data-dir", str(tmp_path / "new"), "export", "journal", "-o", str(out)]) == 1
    assert "nobody" in capsys.readouterr().err
    assert not out.exists()


def _names(folder: Path) -> list[str]:
    paths = app_paths(folder)
    with JournalFile(paths.journal_file, paths.backups_dir) as journal:
        return [person.name for person in journal.persons()]


def _folder_of(name: str, folder: Path) -> Path:
    """A data folder whose journal has one person."""
    paths = app_paths(folder)
    ensure(paths)
    with JournalFile(paths.journal_file, paths.backups_dir) as journal:
        journal.save_person(make.person(name=name))
    return folder


def test_a_backup_of_one_folder_is_restored_into_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada, ben = _folder_of("Ada", tmp_path / "ada"), _folder_of("Ben", tmp_path / "ben")
    out = tmp_path / "ada.sqlite3"
    assert main(["--data-dir", str(ada), "backup", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"

    assert main(["--data-dir", str(ben), "restore", str(out)]) == 0

    told = capsys.readouterr().out
    kept = Path(told.strip().rpartition("is kept in ")[2])
    assert told.startswith("restored: 1 person, 0 sessions, 0 check-ins; the journal before it is kept in ")
    assert kept.parent == ben / "backups"
    assert (_names(ben), _names(ada)) == (["Ada"], ["Ada"])
    with JournalFile(kept, tmp_path) as before:
        assert [person.name for person in before.persons()] == ["Ben"]


def test_a_backup_goes_into_a_folder_under_the_moment_it_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada, stick = _folder_of("Ada", tmp_path / "ada"), tmp_path / "stick"
    stick.mkdir()
    for _ in range(2):
        assert main(["--data-dir", str(ada), "backup", str(stick)]) == 0
    told = capsys.readouterr().out.split()
    assert sorted(str(file) for file in stick.iterdir()) == sorted(told)
    assert all(re.fullmatch(r"journal-backup-\d{8}T\d{6}Z(-2)?\.sqlite3", Path(name).name) for name in told)


def test_a_journal_that_a_window_has_open_is_backed_up_but_not_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada, out = _folder_of("Ada", tmp_path / "ada"), tmp_path / "ada.sqlite3"
    paths = app_paths(ada)
    with JournalFile(paths.journal_file, paths.backups_dir) as window:
        assert main(["--data-dir", str(ada), "backup", str(out)]) == 0
        window.save_person(make.person(name="Ada Later"))
        assert main(["--data-dir", str(ada), "restore", str(out)]) == 1
        assert "is open in a window of Ankle Coach" in capsys.readouterr().err
    assert _names(ada) == ["Ada Later"]
    assert list(paths.backups_dir.iterdir()) == []


@pytest.mark.parametrize("words", [("backup", "out.sqlite3"), ("restore", "missing.sqlite3")])
def test_what_is_not_there_is_one_line_and_makes_no_journal(
    words: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command, file = words
    assert main(["--data-dir", str(tmp_path / "new"), command, str(tmp_path / file)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "new" / "journal.sqlite3").exists()
    assert not (tmp_path / file).exists()


def test_a_backup_that_cannot_be_written_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada = _folder_of("Ada", tmp_path / "ada")
    (tmp_path / "file").write_text("not a folder")
    assert main(["--data-dir", str(ada), "backup", str(tmp_path / "file" / "out.sqlite3")]) == 1
    assert main(["--data-dir", str(ada), "backup", str(ada / "journal.sqlite3")]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 2
    assert "cannot be used" in error
    assert "is the journal itself" in error
    assert _names(ada) == ["Ada"]


def test_tables_and_a_calendar_come_out_of_a_data_folder(exported: Path, tmp_path: Path) -> None:
    folder = ["--data-dir", str(exported.parent)]
    assert main([*folder, "export", "csv", "-o", str(tmp_path / "tables")]) == 0
    assert main([*folder, "export", "csv", "-o", str(tmp_path / "tables.zip")]) == 0
    files = {file.name: file.read_bytes() for file in (tmp_path / "tables").iterdir()}
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
    rows = list(csv.reader(io.StringIO(files["sessions.csv"].decode("utf-8-sig"), newline="")))
    sessions = read_journal(exported).contents.sessions
    assert [row[0] for row in rows[1:]] == [session.id for session in sessions]
    assert len(rows[0]) == len(rows[-1])


def test_a_calendar_comes_out_of_a_plan_of_today(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill_with_sample(app_paths(tmp_path), SystemClock())
    assert main(["--data-dir", str(tmp_path), "export", "calendar", "-o", str(tmp_path / "plan.ics")]) == 0
    assert len(read_events((tmp_path / "plan.ics").read_bytes())) > 4
    gone = str(tmp_path / "gone" / "plan.ics")
    assert main(["--data-dir", str(tmp_path), "export", "calendar", "-o", gone]) == 1
    assert capsys.readouterr().err == "ankle-coach: plan.ics: cannot be written: No such file or directory\n"


@pytest.mark.parametrize(("kind", "word"), [("csv", "nobody"), ("calendar", "no plan")])
def test_without_anybody_nothing_is_written(
    kind: str, word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.zip"
    assert main(["--data-dir", str(tmp_path / "new"), "export", kind, "-o", str(out)]) == 1
    assert word in capsys.readouterr().err
    assert not out.exists()

"""Tables, calendars and backups from the window: written where the person says, restored only on a word."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.backup_facts import BackupFacts
from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.export_flow import ExportFlow
from ankle_coach.ui.file_flow import FileFlow
from ankle_coach.ui.restore_notice import RestoreNotice
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.file_menu import FileAction
from tests.helpers.calendar_reader import read_events
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import child, click, texts


class FakeBackups:
    """Backups in memory, which can refuse."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written: list[Path] = []
        self.problem = ""
        self.facts = BackupFacts(persons=2, sessions=56, check_ins=1, newest=date(2026, 3, 1))

    def write(self, out: Path) -> None:
        if self.problem:
            raise StorageError(self.problem)
        self.written.append(out)

    def look(self, source: Path) -> BackupFacts:
        if self.problem:
            raise StorageError(self.problem)
        return self.facts


class Desk:
    """A flow over a window, and what it told."""

    def __init__(self, window: QWidget, theme: Theme, words: Words, folder: Path, coach: FakeCoach) -> None:
        services = coach.services
        self.window, self.backups, self.ice = window, FakeBackups(folder), False
        exports = ExportFlow(
            services.exports,
            self.backups,
            services.journal.today,
            lambda: self.ice,
            theme,
            words,
            window,
        )
        self.flow = FileFlow(
            services.files,
            services.paper,
            services.plans.current,
            lambda _: None,
            theme,
            words,
            ChangeHub(),
            window,
        )
        self.flow.lead_to(exports)
        self.said: list[str] = []
        self.wanted: list[str] = []
        self.flow.said.connect(self.said.append)
        self.flow.restore_wanted.connect(self.wanted.append)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What dialogs stand over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def desk(window: QWidget, theme: Theme, words: Words, tmp_path: Path) -> Desk:
    """A runner with a plan."""
    return Desk(window, theme, words, tmp_path / "backups", FakeCoach().with_plan("p3"))


def _save_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr("ankle_coach.ui.file_names.QFileDialog.getSaveFileName", lambda *_: (str(path), ""))


def _choose(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr("ankle_coach.ui.export_flow.QFileDialog.getOpenFileName", lambda *_: (path, ""))


def test_the_journal_is_saved_as_tables(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _save_as(monkeypatch, tmp_path / "mine")
    desk.flow.act(FileAction.SEND_TABLES)
    assert desk.said == ["Written: mine.zip"]
    assert "sessions.csv" in zipfile.ZipFile(tmp_path / "mine.zip").namelist()


def test_the_plan_is_saved_for_a_calendar(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _save_as(monkeypatch, tmp_path / "mine.ics")
    desk.flow.act(FileAction.SEND_CALENDAR)
    assert desk.said == ["Written: mine.ics"]
    assert read_events((tmp_path / "mine.ics").read_bytes())


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        (FileAction.SEND_TABLES, "There is nobody in this journal yet."),
        (FileAction.SEND_CALENDAR, "There is no plan yet."),
    ],
)
def test_without_anybody_it_is_said(
    window: QWidget,
    theme: Theme,
    words: Words,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    action: FileAction,
    sentence: str,
) -> None:
    desk = Desk(window, theme, words, tmp_path, FakeCoach())
    _save_as(monkeypatch, tmp_path / "mine")
    desk.flow.act(action)
    assert desk.said == [sentence]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("action", [FileAction.SEND_TABLES, FileAction.SEND_CALENDAR])
def test_what_cannot_be_written_is_said(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: FileAction
) -> None:
    _save_as(monkeypatch, tmp_path / "gone" / "mine")
    desk.flow.act(action)
    (sentence,) = desk.said
    assert "cannot be written: No such file or directory" in sentence


def test_a_backup_is_offered_a_dated_name(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[str] = []

    def ask(_window: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return f"/stick/{offered[-1]}", ""

    monkeypatch.setattr("ankle_coach.ui.file_names.QFileDialog.getSaveFileName", ask)
    desk.flow.act(FileAction.BACK_UP)
    assert offered == ["Ankle Coach backup 2026-03-02.sqlite3"]
    assert desk.backups.written == [Path("/stick/Ankle Coach backup 2026-03-02.sqlite3")]
    assert desk.said == ["Written: Ankle Coach backup 2026-03-02.sqlite3"]
    desk.backups.problem = "The disk is full."
    desk.flow.act(FileAction.BACK_UP)
    assert desk.said[-1] == "The disk is full."


def test_a_restore_says_what_comes_what_goes_and_where_it_is_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _choose(monkeypatch, "/stick/old.sqlite3")
    desk.flow.act(FileAction.RESTORE)
    question = child(desk.window, ConfirmDialog)
    shown = texts(question)
    assert (
        "old.sqlite3 holds 2 persons, 56 sessions, 1 check-in; the newest entry is of March 1, 2026." in shown
    )
    assert (
        "It takes the place of everything in this journal, of all persons; settings stay as they are."
        in shown
    )
    assert f"The journal as it is now is kept first, in {desk.backups.folder}" in shown
    assert child(question, QPushButton, "confirm_cancel").isDefault()
    assert desk.wanted == []
    click(child(question, QPushButton, "confirm_accept"))
    assert desk.wanted == ["/stick/old.sqlite3"]


def test_canceling_restores_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    _choose(monkeypatch, "/stick/old.sqlite3")
    desk.flow.act(FileAction.RESTORE)
    click(child(child(desk.window, ConfirmDialog), QPushButton, "confirm_cancel"))
    _choose(monkeypatch, "")
    desk.flow.act(FileAction.RESTORE)
    assert (desk.wanted, desk.said) == ([], [])


def test_a_backup_without_entries_has_no_date(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.backups.facts = BackupFacts(persons=1, sessions=0, check_ins=0, newest=None)
    _choose(monkeypatch, "/stick/new.sqlite3")
    desk.flow.act(FileAction.RESTORE)
    question = child(desk.window, ConfirmDialog)
    assert "new.sqlite3 holds 1 person, 0 sessions, 0 check-ins." in texts(question)
    question.reject()


def test_what_is_no_backup_is_said_and_nothing_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    _choose(monkeypatch, "/stick/letter.txt")
    desk.backups.problem = "/stick/letter.txt is not a journal of Ankle Coach; it was left as it is."
    desk.flow.act(FileAction.RESTORE)
    assert desk.said == [desk.backups.problem]
    assert desk.window.findChild(QDialog) is None


def test_nothing_is_restored_while_ice_is_on_the_skin(desk: Desk) -> None:
    desk.ice = True
    desk.flow.act(FileAction.RESTORE)
    assert desk.said == ["Ice is on the skin. Take it off before you restore a backup."]


@pytest.mark.parametrize(
    ("kept", "problem", "words_shown"),
    [
        (Path("/b/kept.sqlite3"), "", ("The backup is restored", "is kept in /b/kept.sqlite3")),
        (None, "", ("The backup is restored", "Everything in it is here again.")),
        (None, "The disk is full.", ("was not restored", "The disk is full.", "The journal is as it was.")),
    ],
)
def test_the_notice_says_what_a_restore_came_to(
    window: QWidget,
    theme: Theme,
    words: Words,
    kept: Path | None,
    problem: str,
    words_shown: tuple[str, ...],
) -> None:
    opened: list[QUrl] = []
    notice = RestoreNotice(
        theme, words, Path("/b"), window, kept=kept, problem=problem, open_address=_opener(opened)
    )
    notice.open()
    shown = texts(notice)
    assert all(word in shown for word in words_shown)
    click(child(notice, QPushButton, "confirm_accept"))
    assert [url.toLocalFile() for url in opened] == ["/b"]


def _opener(opened: list[QUrl]) -> Callable[[QUrl], bool]:
    def open_address(url: QUrl) -> bool:
        opened.append(url)
        return True

    return open_address

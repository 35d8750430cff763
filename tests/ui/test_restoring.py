"""Restoring from the window: it closes, the backup takes the journal's place, and it opens with that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.app import run_window
from ankle_coach.cli import main
from ankle_coach.domain.journal import Role
from ankle_coach.domain.settings import UserRole
from ankle_coach.paths import AppPaths, app_paths, ensure
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.settings_file import SettingsFile
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.file_door import FileDoor
from ankle_coach.ui.main_window import MainWindow
from ankle_coach.ui.restore_notice import RestoreNotice
from tests.helpers import builders as make
from tests.helpers.widgets import child, click, texts


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """A therapist's folder with Anna in its journal."""
    paths = app_paths(tmp_path / "data")
    ensure(paths)
    store = SettingsFile(paths.settings_file)
    store.save(msgspec.structs.replace(store.current(), role=UserRole.THERAPIST))
    _journal_of("Anna", paths.journal_file)
    return paths


def _journal_of(name: str, path: Path) -> Path:
    with JournalFile(path, path.parent / "backups") as journal:
        journal.save_person(make.person(id=name, name=name, role=Role.PATIENT))
    return path


def _window() -> MainWindow:
    """The window that is open; those that earlier tests made may not be gone yet."""
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    (window,) = [one for one in windows if one.isVisible()]
    return window


def _run(paths: AppPaths, *turns: Callable[[MainWindow], None]) -> int:
    """Open the window, and do one thing each time it is open."""
    left = list(turns)

    def turn() -> None:
        try:
            left.pop(0)(_window())
        except BaseException:
            QApplication.exit(1)  # or nobody would ever end the loop
            raise
        if not left:
            QApplication.exit(7)

    def stay() -> int:
        QTimer.singleShot(0, turn)
        return QApplication.exec()

    status = run_window(paths.data_dir, stay=stay)
    assert left == []
    return status


def _want(window: MainWindow, backup: Path) -> None:
    door = window.findChild(FileDoor)
    assert isinstance(door, FileDoor)
    door.restore_wanted.emit(str(backup))


def test_the_window_opens_again_with_what_the_backup_holds(
    qtbot: QtBot, paths: AppPaths, tmp_path: Path
) -> None:
    backup = _journal_of("Berta", tmp_path / "backup.sqlite3")
    shown: list[str] = []

    def first(window: MainWindow) -> None:
        shown.append(texts(window))
        _want(window, backup)

    def second(window: MainWindow) -> None:
        shown.append(texts(window))
        notice = child(window, RestoreNotice)
        shown.append(texts(notice))
        notice.reject()

    assert _run(paths, first, second) == 7
    _close_windows(qtbot)
    (kept,) = paths.backups_dir.iterdir()
    assert "Anna" in shown[0]
    assert "Berta" not in shown[0]
    assert "Berta" in shown[1]
    assert "Anna" not in shown[1]
    assert f"is kept in {kept}" in shown[2]


def test_a_backup_that_cannot_be_restored_opens_what_was_there(
    qtbot: QtBot, paths: AppPaths, tmp_path: Path
) -> None:
    shown: list[str] = []

    def second(window: MainWindow) -> None:
        notice = child(window, RestoreNotice)
        shown.extend((texts(window), texts(notice)))
        notice.reject()

    _run(paths, lambda window: _want(window, tmp_path / "gone.sqlite3"), second)
    _close_windows(qtbot)
    assert "Anna" in shown[0]
    assert "There is no file" in shown[1]
    assert "The journal is as it was." in shown[1]
    assert list(paths.backups_dir.iterdir()) == []


@pytest.mark.parametrize(
    ("role", "user"), [(Role.PATIENT, UserRole.THERAPIST), (Role.RUNNER, UserRole.RUNNER)]
)
def test_on_a_new_computer_the_first_screen_leads_to_a_backup(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: Role, user: UserRole
) -> None:
    backup, paths = tmp_path / "backup.sqlite3", app_paths(tmp_path / "new")
    with JournalFile(backup, tmp_path) as journal:
        journal.save_person(make.person(id="Berta", name="Berta", role=role))
    monkeypatch.setattr(
        "ankle_coach.ui.export_flow.QFileDialog.getOpenFileName", lambda *_: (str(backup), "")
    )
    shown: list[str | None] = []

    def first(window: MainWindow) -> None:
        shown.append(window.current_key)
        click(child(window, QPushButton, "restore_button"))
        click(child(child(window, ConfirmDialog), QPushButton, "confirm_accept"))

    def second(window: MainWindow) -> None:
        shown.append(window.current_key)
        child(window, RestoreNotice).reject()

    _run(paths, first, second)
    _close_windows(qtbot)
    assert shown == [None, "people" if user is UserRole.THERAPIST else "today"]
    assert SettingsFile(paths.settings_file).current().role is user


def test_an_open_window_keeps_the_command_from_restoring(
    qtbot: QtBot, paths: AppPaths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup = _journal_of("Berta", tmp_path / "backup.sqlite3")
    status: list[int] = []

    def try_it(_window: MainWindow) -> None:
        status.append(main(["--data-dir", str(paths.data_dir), "restore", str(backup)]))

    _run(paths, try_it)
    _close_windows(qtbot)
    assert status == [1]
    assert "is open in a window of Ankle Coach" in capsys.readouterr().err
    with JournalFile(paths.journal_file, paths.backups_dir) as journal:
        assert [person.name for person in journal.persons()] == ["Anna"]


def _close_windows(qtbot: QtBot) -> None:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            qtbot.addWidget(window)
        elif isinstance(window, QDialog):
            window.close()

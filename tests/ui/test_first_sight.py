"""The next start shows Today before it opens the journal, and says at once if the journal cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.app import run_window
from ankle_coach.domain.errors import StorageError
from ankle_coach.paths import AppPaths, app_paths
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.ui.main_window import MainWindow
from tests.helpers.start import folder_with_plan
from tests.helpers.widgets import texts


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """A runner's folder with a session every day."""
    return app_paths(folder_with_plan(tmp_path / "data"))


class Openings:
    """Notices when the journal is opened, and can refuse."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count, self.problem = 0, ""
        real = JournalFile.__init__

        def opened(journal: JournalFile, *where: Path) -> None:
            self.count += 1
            if self.problem:
                raise StorageError(self.problem)
            real(journal, *where)

        monkeypatch.setattr(JournalFile, "__init__", opened)


@pytest.fixture
def openings(paths: AppPaths, monkeypatch: pytest.MonkeyPatch) -> Openings:
    """Of the journal, from now on."""
    assert paths.journal_file.exists()
    return Openings(monkeypatch)


def _window() -> MainWindow:
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    (window,) = [one for one in windows if one.isVisible()]
    return window


def _start(paths: AppPaths, look: Callable[[MainWindow], None], settle: bool = True) -> int:
    """Open the window, look at it before its first paint, let it settle, and close it."""

    def stay() -> int:
        look(_window())
        if settle:
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda: QApplication.exit(7)))
        return QApplication.exec()

    return run_window(paths.data_dir, stay=stay)


def test_the_second_start_shows_today_before_it_opens_the_journal(
    qtbot: QtBot, paths: AppPaths, openings: Openings
) -> None:
    shown: list[tuple[int, str]] = []

    def look(window: MainWindow) -> None:
        button = window.findChild(QPushButton, "start_strength-a")
        assert isinstance(button, QPushButton)
        shown.append((openings.count, texts(window)))

    assert _start(paths, look) == 7
    openings.count = 0
    assert _start(paths, look) == 7

    (first, words), (second, again) = shown
    assert (first, second) == (1, 0)
    assert openings.count == 1, "opened right after the first paint"
    assert "Strength A" in again
    assert again in words, "the same, but for what the first start has shown beside it"


def test_a_journal_that_cannot_be_opened_after_the_first_paint_ends_the_window(
    qtbot: QtBot, paths: AppPaths, openings: Openings
) -> None:
    _start(paths, lambda _window: None)
    openings.problem = "journal.sqlite3: this file is locked"
    with pytest.raises(StorageError, match="this file is locked"):
        _start(paths, lambda _window: None, settle=False)
    assert not [
        one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()
    ]


def test_a_journal_that_was_written_meanwhile_is_opened_first(
    qtbot: QtBot, paths: AppPaths, openings: Openings
) -> None:
    _start(paths, lambda _window: None)
    with JournalFile(paths.journal_file, paths.backups_dir) as journal:
        (person,) = journal.persons()
        journal.delete_person(person.id)
    openings.count, seen = 0, []
    _start(paths, lambda window: seen.append((openings.count, window.current_key)))
    assert seen == [(1, None)], "the first run, for there is nobody any more"

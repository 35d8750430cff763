"""What only some pages need is not loaded when Today is painted: the modules count here, not the time."""

from __future__ import annotations

import pytest

from tests.helpers.start import Report, folder_with_plan, start_coach

NOT_AT_THE_START = (
    "PySide6.QtCore.Qt",
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "PySide6.QtTextToSpeech",
    "_ctypes",
    "_hashlib",
    "_sqlite3",
    "ankle_coach.content",
    "ankle_coach.demo",
    "ankle_coach.domain.fold",
    "ankle_coach.domain.plan",
    "ankle_coach.domain.program",
    "ankle_coach.exchange",
    "ankle_coach.printing",
    "ankle_coach.domain.reminders",
    "ankle_coach.services.coach_service",
    "ankle_coach.services.reminder_service",
    "ankle_coach.services.today_service",
    "ankle_coach.storage.journal_file",
    "ankle_coach.ui.dialogs",
    "ankle_coach.ui.pages.exercises_page",
    "ankle_coach.ui.pages.journal_page",
    "ankle_coach.ui.pages.player_page",
    "ankle_coach.ui.pages.settings_page",
    "ankle_coach.ui.pages.today_rest",
    "ankle_coach.ui.pages.welcome_page",
    "ankle_coach.ui.reminder_desk",
    "ankle_coach.ui.reminder_switch",
    "dataclasses",
    "numpy",
    "platformdirs",
    "pyqtgraph",
    "tomllib",
    "wakepy",
)
"""Each is loaded by some other page, dialog or command."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What a fresh process says when it has painted Today."""
    folder = folder_with_plan(tmp_path_factory.mktemp("start"))
    start_coach(folder)  # the first start parses the content and keeps it for the next
    return start_coach(folder).report


def test_today_is_painted(report: Report) -> None:
    assert "ankle_coach.ui.pages.today_page" in report.loaded
    assert report.colors > 50


@pytest.mark.parametrize("name", NOT_AT_THE_START)
def test_it_is_not_loaded_before_it_is_used(report: Report, name: str) -> None:
    assert not [module for module in report.loaded if module == name or module.startswith(f"{name}.")]

"""The report is put together from the journal as it stands, and told where there is nothing to report."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.i18n import translator
from ankle_coach.page_makers import Pages
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.report_dialog import ReportDialog
from ankle_coach.ui.file_flow import FileFlow
from ankle_coach.ui.main_window import MainWindow
from ankle_coach.ui.theme import Theme
from tests.helpers.coach import FakeCoach
from tests.helpers.report import sample_coach
from tests.helpers.widgets import child


def _flow(coach: FakeCoach, theme: Theme, folder: Path, window: MainWindow) -> FileFlow:
    pages = Pages(coach.services, coach.clock, theme, translator(), ChangeHub(), folder)
    return pages.files(window)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    """What the report stands over."""
    made = MainWindow(theme, translator(), ())
    qtbot.addWidget(made)
    return made


def test_the_report_of_the_sample_has_everything_that_the_journal_knows(
    theme: Theme, tmp_path: Path, window: MainWindow
) -> None:
    coach = sample_coach()
    flow = _flow(coach, theme, tmp_path, window)

    flow.act("report")

    report = child(window, ReportDialog).report
    today = coach.services.journal.today()
    assert report.last == today
    assert report.pain
    assert {decision.day >= report.first for decision in report.decisions} == {True}
    assert report.criteria
    assert report.sheet.plan == coach.services.plans.current()
    child(window, ReportDialog).reject()


def test_without_a_plan_there_is_nothing_to_report(theme: Theme, tmp_path: Path, window: MainWindow) -> None:
    flow = _flow(FakeCoach(), theme, tmp_path, window)
    said: list[str] = []
    flow.said.connect(said.append)

    flow.act("report")

    assert said == ["There is no plan yet, so there is nothing to report."]
    assert window.findChild(QWidget, "report_dialog") is None

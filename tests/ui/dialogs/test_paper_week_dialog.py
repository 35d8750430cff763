"""A filled sheet is typed in by keyboard alone, a week at a time, and nothing is lost on the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.journal import NoAnswer, Source
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.paper_week_dialog import PaperWeekDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.week_grid import WeekGrid
from tests.helpers.story import Story
from tests.helpers.widgets import press, type_text

WEEK = 7 * 24 * 3600.0


@pytest.fixture
def story() -> Story:
    """Three weeks of a plan lie behind, nothing in the journal."""
    story = Story()
    story.coach.with_plan("p3")
    story.coach.clock.advance(3 * WEEK)
    return story


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog stands over; it is held here, or Qt would take both away."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def _open(story: Story, window: QWidget, theme: Theme, words: Words) -> tuple[PaperWeekDialog, WeekGrid]:
    services = story.services
    dialog = PaperWeekDialog(services.paper, services.library, theme, words, ChangeHub(), window)
    grid = dialog.findChild(WeekGrid, "week_grid")
    assert grid is not None
    return dialog, grid


def _click(dialog: PaperWeekDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def _go(grid: WeekGrid, row: int, column: int = 0) -> None:
    grid.setCurrentIndex(grid.model().index(row, column))


def test_a_week_is_entered_by_keyboard(story: Story, window: QWidget, theme: Theme, words: Words) -> None:
    dialog, grid = _open(story, window, theme, words)
    rows = grid.model().rowCount()
    _click(dialog, "paper_planned")

    _go(grid, 0)
    press(grid, Qt.Key.Key_Space)  # Monday's calf raises were left out
    _go(grid, rows - 2)
    for key in (Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_Return):
        press(grid, key)
    _go(grid, rows - 1)
    press(grid, Qt.Key.Key_2)
    _click(dialog, "paper_save")

    contents = story.services.transfer.contents()
    monday = next(r for r in contents.sessions if r.session == "strength-a")
    assert {record.source for record in contents.sessions} == {Source.PAPER}
    assert {s.exercise for s in monday.sets if s.done == 0} == {"str-calf-bi"}
    assert monday.pain_during == 3
    assert [(c.entered.training_day, c.pain) for c in contents.check_ins] == [
        (monday.started.training_day.replace(day=monday.started.training_day.day + 1), 2)
    ]
    assert next(r for r in contents.sessions if r.session == "strength-b").pain_during == 10


def test_a_cell_says_what_it_is_to_those_who_do_not_see_it(
    story: Story, window: QWidget, theme: Theme, words: Words
) -> None:
    _, grid = _open(story, window, theme, words)
    cell = grid.model().index(0, 0)

    def said() -> str:
        return str(cell.data(Qt.ItemDataRole.AccessibleTextRole))

    assert said().endswith(", planned, not done")
    grid.setCurrentIndex(cell)
    press(grid, Qt.Key.Key_Space)
    assert said().endswith(", done once")
    type_text(grid, "+")
    press(grid, Qt.Key.Key_4)
    assert said().endswith(", done 2 times, pain 4")
    press(grid, Qt.Key.Key_Backspace)
    assert said().endswith(", planned, not done")


def test_empty_and_zero_are_two_things(story: Story, window: QWidget, theme: Theme, words: Words) -> None:
    dialog, grid = _open(story, window, theme, words)
    _click(dialog, "paper_planned")
    _go(grid, grid.model().rowCount() - 2)
    press(grid, Qt.Key.Key_0)
    _click(dialog, "paper_save")

    sessions = story.services.transfer.contents().sessions
    assert sessions[0].pain_during == 0
    assert sessions[1].pain_during is NoAnswer.MISSING


def test_both_weeks_that_were_changed_are_kept(
    story: Story, window: QWidget, theme: Theme, words: Words
) -> None:
    dialog, _ = _open(story, window, theme, words)
    last = dialog.first
    _click(dialog, "paper_planned")
    _click(dialog, "paper_earlier")
    assert dialog.first < last
    _click(dialog, "paper_planned")
    _click(dialog, "paper_save")

    days = {record.started.training_day for record in story.services.transfer.contents().sessions}
    assert min(days) < last <= max(days)


def test_a_week_without_a_plan_is_said_and_cannot_be_saved(
    story: Story, window: QWidget, theme: Theme, words: Words
) -> None:
    dialog, grid = _open(story, window, theme, words)
    for _ in range(3):
        _click(dialog, "paper_earlier")

    problem = dialog.findChild(Banner, "paper_problem")
    save = dialog.findChild(QPushButton, "paper_save")
    assert problem is not None
    assert save is not None
    assert problem.isVisibleTo(dialog)
    assert not save.isEnabled()
    assert grid.model().rowCount() == 0
    dialog.reject()


def test_a_full_disk_keeps_the_sheet_open_with_everything_on_it(
    story: Story, window: QWidget, theme: Theme, words: Words
) -> None:
    dialog, grid = _open(story, window, theme, words)
    _click(dialog, "paper_planned")
    story.coach.journal.failure = StorageError("The disk is full.")

    _click(dialog, "paper_save")

    problem = dialog.findChild(Banner, "paper_problem")
    assert problem is not None
    assert problem.isVisibleTo(dialog)
    assert str(grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)).endswith("done once")
    dialog.reject()

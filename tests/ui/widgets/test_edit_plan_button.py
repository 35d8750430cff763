"""Who may edit a plan, and what a runner is told first."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import Person, Role
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.edit_plan_button import EditPlanButton
from tests.helpers.builders import person
from tests.helpers.widgets import child, texts


def made(qtbot: QtBot, theme: Theme, words: Words, who: Person | None) -> tuple[QWidget, EditPlanButton]:
    """A page with the button."""
    page = QWidget()
    qtbot.addWidget(page)
    return page, EditPlanButton(lambda: who, theme, words, page)


@pytest.mark.parametrize(
    ("role", "has_plan", "shown", "text"),
    [
        (Role.RUNNER, True, True, "Edit the plan"),
        (Role.RUNNER, False, False, ""),
        (Role.PATIENT, True, True, "Edit the plan"),
        (Role.PATIENT, False, True, "Build a plan"),
        (None, True, False, ""),
    ],
)
def test_it_is_there_where_there_is_something_to_edit(
    qtbot: QtBot, theme: Theme, words: Words, role: Role | None, has_plan: bool, shown: bool, text: str
) -> None:
    _, button = made(qtbot, theme, words, None if role is None else person(role=role))
    button.refresh(has_plan=has_plan)
    assert button.isHidden() is not shown
    if shown:
        assert button.text() == text


def test_a_runner_is_told_that_the_rules_stay_in_force(qtbot: QtBot, theme: Theme, words: Words) -> None:
    page, button = made(qtbot, theme, words, person(role=Role.RUNNER))
    told: list[str] = []
    button.edit_requested.connect(told.append)
    button.click()
    question = child(page, ConfirmDialog)
    assert "The rules of the program stay in force" in texts(question)
    assert not told
    child(question, QPushButton, "confirm_accept").click()
    assert told == ["person-1"]


def test_a_therapist_goes_straight_to_the_builder(qtbot: QtBot, theme: Theme, words: Words) -> None:
    _, button = made(qtbot, theme, words, person(role=Role.PATIENT))
    told: list[str] = []
    button.edit_requested.connect(told.append)
    button.click()
    assert told == ["person-1"]

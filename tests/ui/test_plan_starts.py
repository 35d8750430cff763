"""Everything that a plan can start from, by menu."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.plan_starts import PlanStarts
from ankle_coach.ui.theme import Theme
from tests.helpers.building import KIM, ROBIN, clinic, draft_of
from tests.helpers.widgets import child

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for menus and dialogs."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def started(theme: Theme, words: Words, window: QWidget) -> tuple[PlanDraft, PlanStarts]:
    """Robin's empty draft, and a plan of Kim's."""
    coach = clinic()
    service = coach.services.builder
    service.save(KIM, service.from_program(KIM, "lateral-sprain", "p2"))
    service.save_template(service.from_program(KIM, "general", "p2"), "Mine")
    draft = draft_of(coach, parent=window)
    return draft, PlanStarts(draft, service, theme, words)


def choose(menu: QWidget, text: str) -> None:
    """Choose an entry by its words."""
    found = [action for action in menu.findChildren(QAction) if action.text() == text]
    assert found, text
    found[0].trigger()


def test_programs_presets_templates_and_nothing(
    started: tuple[PlanDraft, PlanStarts], window: QWidget
) -> None:
    draft, starts = started
    menu = starts.menu(window)
    child_action = menu.findChild(QAction, "start_achilles-midportion_p2")
    assert isinstance(child_action, QAction)
    child_action.trigger()
    assert (draft.plan.program, draft.plan.phase) == ("achilles-midportion", "p2")
    preset = menu.findChild(QAction, "start_preset-alfredson_weeks-1-12")
    assert isinstance(preset, QAction)
    preset.trigger()
    assert draft.plan.program == "preset-alfredson"
    choose(menu, "Mine")
    assert draft.plan.name == "Mine"
    choose(menu, "Nothing")
    assert draft.plan.prescriptions == ()
    draft.undo()
    assert draft.plan.name == "Mine"


def test_another_persons_plan_is_found_by_name(
    started: tuple[PlanDraft, PlanStarts], window: QWidget
) -> None:
    draft, starts = started
    choose(starts.menu(window), "Another person's plan…")
    dialog = starts.dialog
    assert dialog is not None
    child(dialog, QLineEdit, "other_search").setText("nobody")
    assert not child(dialog, QPushButton, "other_accept").isEnabled()
    child(dialog, QLineEdit, "other_search").setText("ki")
    assert child(dialog, QListWidget, "other_list").count() == 1
    child(dialog, QPushButton, "other_accept").click()
    assert draft.plan.program == "lateral-sprain"
    assert draft.undo_name == "start from Kim"
    assert draft.plan.affected is not None, "the sore side is Robin's own"


def test_a_person_without_a_plan_is_said(theme: Theme, words: Words, window: QWidget, qtbot: QtBot) -> None:
    coach = clinic()
    starts = PlanStarts(draft_of(coach, parent=window), coach.services.builder, theme, words)
    choose(starts.menu(window), "Another person's plan…")
    dialog = starts.dialog
    assert dialog is not None
    child(dialog, QPushButton, "other_accept").click()
    assert child(dialog, QLabel, "other_told").text() == "Kim has no plan yet."
    dialog.reject()


def test_the_saved_plan_is_there_once_there_is_one(
    started: tuple[PlanDraft, PlanStarts], window: QWidget
) -> None:
    draft, starts = started
    saved = [a for a in starts.menu(window).actions() if a.text() == "The saved plan"]
    assert not saved[0].isEnabled()
    starts.start_program(starts.programs[0], "p1")
    starts._service.save(ROBIN, draft.plan)
    choose(starts.menu(window), "The saved plan")
    assert draft.plan.version == 1

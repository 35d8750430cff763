"""Saving, printing and leaving in the plan builder, and the whole way from a template to paper."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.dose_fields import Key, dose_fields
from ankle_coach.ui.dialogs.print_dialog import PrintDialog
from ankle_coach.ui.theme import Theme
from tests.helpers.building import FOUR, ROBIN, Building, clinic, only, open_builder
from tests.helpers.widgets import child, press, texts

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def four(qtbot: QtBot, theme: Theme) -> Building:
    """The builder for Robin with four exercises, not saved yet."""
    return open_builder(qtbot, theme).fill(*FOUR)


def button(building: Building, name: str) -> QPushButton:
    """A button of the page."""
    return child(building.page, QPushButton, name)


def value(building: Building, exercise: str, key: Key) -> float:
    """A value of a dose."""
    return next(f.value for f in dose_fields(only(building.draft, exercise).dose) if f.key is key)


def test_a_first_version_is_saved_without_a_question(four: Building) -> None:
    assert not four.draft.warnings
    press(four.page.outline.card(four.id_of("str-calf-bi")), Qt.Key.Key_S, CONTROL)
    assert four.page.desk.dialog is None
    assert [plan.version for plan in four.coach.journal.plans(ROBIN)] == [1]


def test_a_first_version_with_warnings_is_asked_about(four: Building) -> None:
    for exercise in ("str-calf-seated", "str-band-df", "str-band-inv"):
        four.page.adder.add(exercise)
    assert four.draft.warnings
    button(four, "save_button").click()
    dialog = four.page.desk.dialog
    assert dialog is not None
    assert "The first version: 7 exercises" in texts(dialog)
    assert "warning" in texts(dialog)
    assert not four.coach.journal.plans(ROBIN)


def test_saving_shows_the_difference_and_makes_a_version(four: Building, qtbot: QtBot) -> None:
    button(four, "save_button").click()
    heard: list[Changes] = []
    four.hub.changed.connect(lambda changes, _who: heard.append(changes))
    four.page.outline.choose((four.id_of("mob-ankle-circles"),))
    four.page.outline.remove()
    press(four.page.outline.card(four.id_of("str-calf-bi")), Qt.Key.Key_S, CONTROL)
    dialog = four.page.desk.dialog
    assert dialog is not None
    assert "Ankle circles" in texts(dialog)
    with qtbot.waitSignal(four.page.plan_saved) as saved:
        child(dialog, QPushButton, "save_accept").click()
    assert saved.args == [ROBIN]
    assert heard[-1].touches(Changes.PLAN)
    assert [plan.version for plan in four.coach.journal.plans(ROBIN)] == [1, 2]
    assert not button(four, "save_button").isEnabled()
    assert four.page.toast.message == "Saved as version 2."


def test_leaving_with_unsaved_edits_asks(four: Building) -> None:
    left: list[bool] = []
    four.page.left.connect(lambda: left.append(True))
    child(four.page, QToolButton, "builder_back").click()
    dialog = four.page.desk.dialog
    assert dialog is not None
    assert not left
    child(dialog, QPushButton, "confirm_cancel").click()
    assert not left
    child(four.page, QToolButton, "builder_back").click()
    again = four.page.desk.dialog
    assert again is not None
    child(again, QPushButton, "confirm_extra").click()
    assert left


def test_leaving_saves_first_where_that_is_wanted(four: Building) -> None:
    left: list[bool] = []
    four.page.left.connect(lambda: left.append(True))
    four.page.leave()
    child(four.page.desk.dialog or four.page, QPushButton, "confirm_accept").click()
    assert left
    assert len(four.coach.journal.plans(ROBIN)) == 1


def test_closing_the_window_over_unsaved_edits_asks(four: Building, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    four.page.setParent(window)
    window.show()
    four.page.show()
    window.close()
    assert window.isVisible()
    dialog = four.page.desk.dialog
    assert dialog is not None
    child(dialog, QPushButton, "confirm_extra").click()
    assert not window.isVisible()
    four.page.setParent(None)


def test_a_template_is_kept_under_a_name(four: Building) -> None:
    button(four, "template_button").click()
    dialog = four.page.desk.dialog
    assert dialog is not None
    child(dialog, QLineEdit, "name_field").setText("Calf four")
    child(dialog, QPushButton, "name_accept").click()
    assert [template.name for template in four.service.templates()] == ["Calf four"]


def test_from_a_template_to_a_printed_sheet_in_ten_clicks(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    coach = clinic()
    keeper = open_builder(qtbot, theme, coach, shown=False).fill(*FOUR)
    keeper.service.save_template(keeper.draft.plan, "Ankle four")
    building = open_builder(qtbot, theme, coach, printing=True)
    begun, clicks = time.monotonic(), 0

    def click(target: QWidget, at: QPoint | None = None) -> None:
        nonlocal clicks
        QApplication.processEvents()
        clicks += 1
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=at or target.rect().center())

    (template,) = building.service.templates()
    click(button(building, f"template_{template.id}"))
    for exercise, field in (
        ("str-calf-bi", "step_reps"),
        ("bal-single-leg", "step_seconds"),
        ("flx-wall-gastroc", "step_rest_sets"),
    ):
        card = building.page.outline.card(building.id_of(exercise))
        click(card, QPoint(120, 12))
        click(child(child(card, QWidget, field), QToolButton, "more"))
    click(button(building, "builder_print"))
    dialog = building.page.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    dialog.save_pdf(tmp_path / "plan.pdf")
    clicks += 2  # "Save as PDF…" and the system's own dialog
    dialog.reject()
    assert (tmp_path / "plan.pdf").stat().st_size > 10_000
    (kept,) = coach.journal.plans(ROBIN)
    assert (value(building, "str-calf-bi", Key.REPS), kept.version) == (13, 1)
    assert clicks <= 10, f"{clicks} clicks"
    assert time.monotonic() - begun < 60

"""A number between minus and plus: clicked, typed, and shown without telling anybody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.dose_fields import Range, Unit
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.stepper import Stepper
from tests.helpers.widgets import child, press, type_text


@pytest.fixture
def stepper(qtbot: QtBot, theme: Theme, words: Words) -> Stepper:
    """Seconds from 0 to 60 in steps of 5."""
    made = Stepper(theme, words, "Rest", Range(0, 60, 5, Unit.SECONDS), suffix=" s", special="none")
    qtbot.addWidget(made)
    made.show_value(10)
    return made


def test_buttons_step_and_stop_at_the_ends(stepper: Stepper) -> None:
    told: list[float] = []
    stepper.value_changed.connect(told.append)
    less, more = child(stepper, QToolButton, "less"), child(stepper, QToolButton, "more")
    less.click()
    less.click()
    assert told == [5, 0]
    assert stepper.box.text() == "none"
    assert not less.isEnabled()
    more.click()
    assert (stepper.value, less.isEnabled()) == (5, True)


def test_typing_tells_and_showing_does_not(stepper: Stepper) -> None:
    told: list[float] = []
    stepper.value_changed.connect(told.append)
    stepper.box.selectAll()
    type_text(stepper.box, "45")
    assert told[-1] == 45
    before = len(told)
    stepper.show_value(20)
    assert len(told) == before
    assert stepper.box.text() == "20 s", "no zeros behind the point"
    stepper.show_value(7.5)
    assert stepper.box.text() == "7.5 s"


def test_arrows_step_and_undo_is_left_to_the_page(stepper: Stepper) -> None:
    press(stepper.box, Qt.Key.Key_Up)
    assert stepper.value == 15
    press(stepper.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stepper.value == 15


def test_a_screen_reader_hears_what_is_counted(stepper: Stepper) -> None:
    assert stepper.box.accessibleName() == "Rest"
    assert child(stepper, QToolButton, "more").accessibleName() == "More: Rest"


def test_the_whole_number_can_be_read(stepper: Stepper, qtbot: QtBot, dressed: Theme) -> None:
    stepper.resize(stepper.sizeHint())
    with qtbot.waitExposed(stepper):
        stepper.show()
    edit = stepper.box.lineEdit()
    assert edit.width() > edit.fontMetrics().horizontalAdvance("60 s") + 4

"""Which things are at hand: the button, and the panel under it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QScrollArea
from pytestqt.qtbot import QtBot

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.equipment_filter import EquipmentFilter
from tests.helpers.widgets import child, press


@pytest.fixture
def chooser(qtbot: QtBot, theme: Theme, words: Words) -> EquipmentFilter:
    """A button for a band and a towel."""
    chooser = EquipmentFilter(theme, words, (Equipment.BAND, Equipment.TOWEL))
    qtbot.addWidget(chooser)
    return chooser


def _tick(chooser: EquipmentFilter, name: str) -> None:
    child(chooser.panel, QCheckBox, f"equipment_{name}").click()


def test_the_first_thing_ticked_begins_the_filter_with_one_word(chooser: EquipmentFilter) -> None:
    told: list[frozenset[Equipment] | None] = []
    chooser.at_hand_changed.connect(lambda: told.append(chooser.at_hand))
    _tick(chooser, "band")
    _tick(chooser, "towel")
    _tick(chooser, "only")
    assert told == [frozenset({Equipment.BAND}), frozenset({Equipment.BAND, Equipment.TOWEL}), None]


def test_nothing_at_hand_is_not_the_same_as_any_equipment(chooser: EquipmentFilter) -> None:
    assert (chooser.at_hand, chooser.accessibleName()) == (None, "Equipment: Any equipment")
    _tick(chooser, "only")
    assert (chooser.at_hand, chooser.accessibleName()) == (frozenset(), "Equipment: No equipment")


def test_clearing_forgets_and_tells_nobody(qtbot: QtBot, chooser: EquipmentFilter) -> None:
    _tick(chooser, "band")
    with qtbot.assertNotEmitted(chooser.at_hand_changed):
        chooser.clear()
    assert (chooser.at_hand, chooser.text()) == (None, "Any equipment")


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # the offscreen platform
def test_the_panel_opens_under_the_button_and_escape_closes_it(chooser: EquipmentFilter) -> None:
    chooser.show()
    chooser.click()
    assert chooser.panel.isVisible()
    screen = chooser.screen().availableGeometry()
    assert screen.contains(chooser.panel.geometry())
    press(chooser.panel, Qt.Key.Key_Escape)
    assert not chooser.panel.isVisible()
    chooser.hide()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_all_things_are_seen_at_once_where_the_screen_has_room(
    qtbot: QtBot, dressed: Theme, words: Words
) -> None:
    many = EquipmentFilter(dressed, words, tuple(Equipment))
    qtbot.addWidget(many)
    many.show()
    many.panel.open_under(many)
    area = child(many.panel, QScrollArea)
    assert many.panel.height() > many.screen().availableGeometry().height() * 6 // 10
    assert area.verticalScrollBar().maximum() == 0
    many.panel.close()

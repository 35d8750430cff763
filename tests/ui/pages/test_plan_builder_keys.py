"""Adding to a plan without the mouse: search, add, search again, and undo from where one is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ankle_coach.ui.theme import Theme
from tests.helpers.building import Building, open_builder
from tests.helpers.widgets import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def building(qtbot: QtBot, theme: Theme) -> Building:
    """The builder for Robin, who has no plan yet."""
    return open_builder(qtbot, theme)


def _exercises(building: Building) -> list[str]:
    plan = building.draft.plan
    return [p.exercise for session in plan.sessions for p in plan.in_session(session.id)]


def test_the_search_keeps_the_keys_from_the_first_exercise_to_the_last(building: Building) -> None:
    search = building.page.picker.search
    search.setFocus()
    for typed in ("two-leg calf", "single-leg stand", "ankle circles"):
        type_text(search, typed)
        press(search, Qt.Key.Key_Return)
        assert search.hasFocus()
    assert _exercises(building) == ["str-calf-bi", "bal-single-leg", "mob-ankle-circles"]
    press(search, Qt.Key.Key_Z, CONTROL)
    assert _exercises(building) == ["str-calf-bi", "bal-single-leg"], "the plan's undo, not the field's"


def test_a_card_keeps_the_keys_when_it_becomes_a_favorite(building: Building) -> None:
    gallery, search = building.page.picker.gallery, building.page.picker.search
    search.setText("stand")
    gallery.setFocus()
    press(gallery, Qt.Key.Key_Right)
    here = gallery.currentIndex().data()
    type_text(gallery, "*")
    assert gallery.currentIndex().data() == here
    type_text(gallery, "*")
    assert building.service.favorites() == frozenset()

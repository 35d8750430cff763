"""Picking exercises: favorites and lately used ones first, search, filters, star, Enter, menu and drag."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.exercise import Equipment, Group
from ankle_coach.domain.words import Words
from ankle_coach.ui.models.exercise_list_model import EXERCISE, Role
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.exercise_picker import ExercisePicker
from tests.helpers.coach import LIBRARY
from tests.helpers.widgets import child, press

FAVORITES = {"bal-board", "str-calf-bi"}


class Shelf:
    """What a therapist keeps, without a journal."""

    def __init__(self) -> None:
        self.favorites = frozenset(FAVORITES)
        self.recent: tuple[str, ...] = ("str-calf-bi", "mob-alphabet")

    def told(self) -> frozenset[str]:
        """The favorites."""
        return self.favorites

    def lately(self) -> Sequence[str]:
        """What was used lately."""
        return self.recent


def made(
    qtbot: QtBot, theme: Theme, words: Words, shelf: Shelf, at_hand: frozenset[Equipment] | None = None
) -> ExercisePicker:
    """A picker in view."""
    picker = ExercisePicker(LIBRARY, theme, words, favorites=shelf.told, recent=shelf.lately, at_hand=at_hand)
    qtbot.addWidget(picker)
    picker.resize(380, 640)
    with qtbot.waitActive(picker):
        picker.show()
    return picker


@pytest.fixture
def picker(qtbot: QtBot, theme: Theme, words: Words) -> ExercisePicker:
    """A picker with two favorites."""
    return made(qtbot, theme, words, Shelf())


def rows(picker: ExercisePicker) -> list[str]:
    """What the rows say: ids, and the names of groups."""
    model = picker.gallery.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(index.data(Role.EXERCISE_ID) or index.data()) for index in indexes]


def test_favorites_and_lately_used_ones_come_first_and_stand_in_their_groups_too(
    picker: ExercisePicker,
) -> None:
    shown = rows(picker)
    assert shown[0] == "Favorites"
    assert set(shown[1:3]) == FAVORITES
    assert shown[3:5] == ["Used lately", "mob-alphabet"], "a favorite is not told twice"
    assert shown.count("bal-board") == 2
    assert len(set(shown) - {"Favorites", "Used lately"}) >= len(LIBRARY.exercises)


def test_a_search_puts_the_best_first_without_sections(picker: ExercisePicker) -> None:
    picker.search.setText("calf raise")
    assert "Favorites" not in rows(picker)
    told: list[str] = []
    picker.exercise_picked.connect(told.append)
    press(picker.search, Qt.Key.Key_Return)
    assert told == [rows(picker)[0]]
    picker.search.setText("zzz")
    press(picker.search, Qt.Key.Key_Return)
    assert len(told) == 1
    child(picker, QPushButton, "empty_action").click()
    assert rows(picker)[0] == "Favorites"
    press(picker.search, Qt.Key.Key_Return)
    assert len(told) == 1, "nothing is searched for, so nothing fits best"


def test_filters_narrow_together(qtbot: QtBot, theme: Theme, words: Words) -> None:
    picker = made(qtbot, theme, words, Shelf(), frozenset({Equipment.TOWEL}))
    groups = child(picker, QComboBox, "picker_group")
    groups.setCurrentIndex(groups.findData(Group.STRENGTH.value))
    every = set(rows(picker))
    things = child(picker, QComboBox, "picker_equipment")
    things.setCurrentIndex(1)
    assert set(rows(picker)) < every
    assert "str-towel-scrunch" in rows(picker)
    phases = child(picker, QComboBox, "picker_phase")
    phases.setCurrentIndex(1)
    expected = LIBRARY.search(group=Group.STRENGTH, equipment={Equipment.TOWEL}, phase=phases.itemData(1))
    assert {exercise.id for exercise in expected} <= set(rows(picker))


def test_nobody_is_asked_for_equipment_that_is_not_known(picker: ExercisePicker) -> None:
    assert child(picker, QComboBox, "picker_equipment").isHidden()


def test_keys_lead_from_the_search_to_the_cards_and_add(picker: ExercisePicker) -> None:
    told: list[str] = []
    starred: list[str] = []
    picker.exercise_picked.connect(told.append)
    picker.favorite_toggled.connect(starred.append)
    picker.search.setFocus()
    press(picker.search, Qt.Key.Key_Down)
    assert picker.gallery.hasFocus()
    current = picker.gallery.currentIndex().data(Role.EXERCISE_ID)
    press(picker.gallery, Qt.Key.Key_Return)
    press(picker.gallery, Qt.Key.Key_Asterisk)
    assert (told, starred) == ([current], [current])


def test_a_click_adds_and_the_star_does_not(picker: ExercisePicker) -> None:
    told: list[str] = []
    starred: list[str] = []
    picker.exercise_picked.connect(told.append)
    picker.favorite_toggled.connect(starred.append)
    gallery, index = picker.gallery, picker.gallery.model().index(1, 0)
    exercise = index.data(Role.EXERCISE_ID)
    where = gallery.visualRect(index).center()
    QTest.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert (told, starred) == ([exercise], [])
    QTest.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=gallery.star_of(index).center())
    assert (told, starred) == ([exercise], [exercise])


def test_the_menu_is_for_the_card_under_the_pointer_or_the_current_one(picker: ExercisePicker) -> None:
    told: list[str] = []
    picker.menu_requested.connect(lambda exercise, _place: told.append(exercise))
    gallery, index = picker.gallery, picker.gallery.model().index(2, 0)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        gallery.setCurrentIndex(index)
        at = gallery.visualRect(index).center()
        QApplication.sendEvent(gallery.viewport(), QContextMenuEvent(reason, at, gallery.mapToGlobal(at)))
    heading = gallery.visualRect(gallery.model().index(0, 0)).center()
    QApplication.sendEvent(
        gallery.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, heading, QPoint())
    )
    assert told == [index.data(Role.EXERCISE_ID)] * 2


def test_a_card_is_dragged_as_its_exercise(picker: ExercisePicker) -> None:
    model = picker.gallery.model()
    index = model.index(1, 0)
    data = model.mimeData([index])
    assert bytes(data.data(EXERCISE).data()).decode() == index.data(Role.EXERCISE_ID)
    assert model.mimeTypes() == [EXERCISE]
    assert picker.gallery.dragEnabled()
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_both_cards_of_a_favorite_get_their_picture(picker: ExercisePicker) -> None:
    assert len(picker._model.rows_of("bal-board")) == 2
    picker.gallery.stills.finish()
    assert picker.gallery.stills.painted > 0

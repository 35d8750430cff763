"""The library as a person finds an exercise in it: searching, filtering, reading, and the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.exercise import Group, PhaseMark, Position
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.evidence_dialog import EvidenceDialog
from ankle_coach.ui.pages.exercises_page import ExercisesPage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chip import EvidenceChip
from ankle_coach.ui.widgets.empty_state import EmptyState
from ankle_coach.ui.widgets.equipment_filter import EquipmentFilter
from ankle_coach.ui.widgets.exercise_gallery import ExerciseGallery, GalleryView
from ankle_coach.ui.widgets.figure_panel import FigurePanel
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.widgets import child, press, type_text


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped library, read once."""
    return open_library()


@pytest.fixture
def page(qtbot: QtBot, library: Library, theme: Theme, words: Words) -> ExercisesPage:
    """The page with its list in a window as wide as a laptop's, in view."""
    page = ExercisesPage(library, theme, words, ChangeHub())
    child(page, SegmentedControl, "gallery_view").set_current(GalleryView.LIST)
    qtbot.addWidget(page)
    page.resize(1270, 768)
    with qtbot.waitActive(page):
        page.show()
    return page


def _count(page: QWidget) -> str:
    return child(page, QLabel, "result_count").text()


def _type(page: QWidget, text: str) -> None:
    child(page, QLineEdit, "exercise_search").setText(text)


def _filter(page: QWidget, name: str, kind: object) -> None:
    combo = child(page, QComboBox, name)
    combo.setCurrentIndex(combo.findData(kind))


def _ids(page: ExercisesPage) -> tuple[str, ...]:
    return page._model.exercise_ids


def test_all_exercises_are_listed_and_the_first_is_in_view(page: ExercisesPage, library: Library) -> None:
    assert _count(page) == "46 exercises"
    assert len(_ids(page)) == 46
    assert page.current_id == library.in_catalog_order()[0].id
    assert child(page, QLabel, "detail_name").text() == "Toe alphabet"


def test_typing_finds_at_once_and_shows_the_best(page: ExercisesPage) -> None:
    _type(page, "heel drop")
    assert _ids(page)[0] == "str-heel-drop"
    assert page.current_id == "str-heel-drop"
    assert page._model.rowCount() == len(_ids(page)), "the best comes first, whatever its group"
    assert _count(page).endswith(" of 46 exercises")


def test_what_is_in_view_stays_while_it_fits(page: ExercisesPage) -> None:
    page.show_exercise("str-calf-uni")
    _type(page, "calf")
    assert page.current_id == "str-calf-uni"
    assert _ids(page)[0] != "str-calf-uni"


def test_filters_narrow_the_list_together(page: ExercisesPage, library: Library) -> None:
    _filter(page, "group_filter", Group.STRENGTH)
    _filter(page, "position_filter", Position.SITTING)
    _filter(page, "phase_filter", PhaseMark.P1)
    expected = library.search(group=Group.STRENGTH, position=Position.SITTING, phase=PhaseMark.P1)
    assert 0 < len(expected) < 16
    assert _ids(page) == tuple(exercise.id for exercise in expected)


def test_equipment_asks_only_when_something_is_ticked(page: ExercisesPage) -> None:
    chooser = child(page, EquipmentFilter, "equipment_filter")
    assert (chooser.text(), chooser.at_hand) == ("Any equipment", None)
    child(chooser, QCheckBox, "equipment_towel").setChecked(True)
    assert chooser.text() == "1 thing at hand"
    assert child(chooser, QCheckBox, "equipment_only").isChecked()
    assert "str-towel-scrunch" in _ids(page)
    assert "bal-board" not in _ids(page)
    child(chooser, QCheckBox, "equipment_towel").setChecked(False)
    assert chooser.text() == "No equipment"
    assert "str-towel-scrunch" not in _ids(page)


def test_nothing_found_is_said_and_can_be_undone(page: ExercisesPage) -> None:
    _type(page, "zzz")
    assert _count(page) == "0 of 46 exercises"
    assert page.current_id == ""
    child(page, QPushButton, "empty_action").click()
    assert _count(page) == "46 exercises"
    assert page.current_id == "mob-alphabet"


def test_clear_is_there_only_when_there_is_something_to_clear(page: ExercisesPage) -> None:
    clear = child(page, QPushButton, "clear_filters")
    assert clear.isHidden()
    _filter(page, "group_filter", Group.BALANCE)
    assert not clear.isHidden()
    clear.click()
    assert clear.isHidden()
    assert _count(page) == "46 exercises"


def test_the_search_is_reached_also_while_the_keys_are_beside_the_page(
    qtbot: QtBot, page: ExercisesPage
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    beside, column = QPushButton("rail"), QHBoxLayout(window)
    column.addWidget(beside)
    column.addWidget(page)
    page.show()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    beside.setFocus()
    press(beside, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.isAncestorOf(window.focusWidget())
    assert isinstance(window.focusWidget(), QLineEdit)
    page.setParent(None)  # it is let go by itself


@pytest.mark.parametrize("key", [Qt.Key.Key_Slash, Qt.Key.Key_F])
def test_keys_lead_to_the_search_from_there_to_the_list_and_back_to_all(
    page: ExercisesPage, key: Qt.Key
) -> None:
    listed, search = child(page, QListView, "exercise_list"), child(page, QLineEdit, "exercise_search")
    page.setFocus()
    assert listed.hasFocus()
    control = Qt.KeyboardModifier.ControlModifier
    press(listed, key, control if key is Qt.Key.Key_F else Qt.KeyboardModifier.NoModifier)
    assert search.hasFocus()
    type_text(search, "circles/")
    assert search.text() == "circles/"
    press(search, Qt.Key.Key_Backspace)
    press(search, Qt.Key.Key_Down)
    assert listed.hasFocus()
    assert page.current_id == "mob-ankle-circles"
    press(listed, Qt.Key.Key_Escape)
    assert _count(page) == "46 exercises"
    assert page.current_id == "mob-ankle-circles"


def test_arrows_skip_the_names_of_groups(page: ExercisesPage) -> None:
    listed = child(page, QListView, "exercise_list")
    page.show_exercise("mob-pumps")
    press(listed, Qt.Key.Key_Down)
    assert page.current_id == "flx-front-ankle"


def test_a_narrow_window_shows_list_and_detail_in_turn(page: ExercisesPage) -> None:
    page.resize(700, 600)
    listed, back = child(page, QListView, "exercise_list"), child(page, QPushButton, "back_button")
    detail = child(page, QWidget, "exercise_detail")
    assert listed.isVisible()
    assert not detail.isVisible()
    press(listed, Qt.Key.Key_Return)
    assert detail.isVisible()
    assert not listed.isVisible()
    back.click()
    assert listed.isVisible()
    page.show_exercise("rec-ice")
    assert detail.isVisible()
    press(detail, Qt.Key.Key_Escape)
    assert listed.isVisible()
    page.resize(1270, 768)
    assert listed.isVisible()
    assert detail.isVisible()
    assert not back.isVisible()


def test_showing_an_exercise_clears_what_hides_it(page: ExercisesPage) -> None:
    _type(page, "circles")
    page.show_exercise("rec-ice")
    assert page.current_id == "rec-ice"
    assert _count(page) == "46 exercises"
    with pytest.raises(NotFoundError):
        page.show_exercise("no-such-exercise")


def test_a_chip_opens_the_record_of_its_source(page: ExercisesPage) -> None:
    page.show_exercise("flx-plantar-fascia")
    child(page, EvidenceChip, "evidence_M18").click()
    dialog = child(page.window(), EvidenceDialog, "evidence_dialog")
    assert child(dialog, QLabel, "reference_title").text() == "DiGiovanni 2003"
    dialog.close()


def test_an_easier_exercise_is_one_click_away(page: ExercisesPage) -> None:
    page.show_exercise("ply-hop-stick")
    child(page, QPushButton, "easier_bal-single-leg").click()
    assert page.current_id == "bal-single-leg"


def test_new_content_is_shown(qtbot: QtBot, library: Library, theme: Theme, words: Words) -> None:
    exercises = {key: library.exercises[key] for key in ("rec-ice",)}
    few, hub = Library(exercises, library.programs, library.references), ChangeHub()
    page = ExercisesPage(few, theme, words, hub)
    qtbot.addWidget(page)
    exercises["mob-pumps"] = library.exercise("mob-pumps")
    hub.publish(Changes.SESSIONS)
    assert _count(page) == "1 exercise"
    hub.publish(Changes.LIBRARY)
    assert _count(page) == "2 exercises"


def test_larger_text_keeps_the_exercise_in_view(page: ExercisesPage, theme: Theme) -> None:
    page.show_exercise("rec-ice")
    theme.set_text_scale(200)
    assert page.is_narrow
    assert page.current_id == "rec-ice"
    assert child(page, QLabel, "detail_name").text() == "Ice pack"


def _gallery(
    qtbot: QtBot, library: Library, theme: Theme, words: Words, hub: ChangeHub, store: MemorySettings
) -> ExercisesPage:
    page = ExercisesPage(library, theme, words, hub, SettingsService(store))
    qtbot.addWidget(page)
    page.resize(1270, 768)
    with qtbot.waitActive(page):
        page.show()
    return page


def _view(page: ExercisesPage) -> GalleryView:
    return page.view


def test_it_opens_with_pictures_and_a_list_is_one_click_away(
    qtbot: QtBot, library: Library, theme: Theme, words: Words
) -> None:
    page = _gallery(qtbot, library, theme, words, ChangeHub(), MemorySettings())
    listed = child(page, ExerciseGallery, "exercise_list")
    assert _view(page) is GalleryView.PICTURES
    assert child(page, QWidget, "exercise_detail").isVisible()
    wide = listed.width()
    child(page, SegmentedControl, "gallery_view").set_current("list")
    assert _view(page) is GalleryView.LIST
    assert listed.width() != wide


def test_search_and_filters_narrow_the_pictures_too(
    qtbot: QtBot, library: Library, theme: Theme, words: Words
) -> None:
    page = _gallery(qtbot, library, theme, words, ChangeHub(), MemorySettings())
    _type(page, "calf")
    found = _ids(page)
    assert 0 < len(found) < 46
    child(page, SegmentedControl, "gallery_view").set_current("list")
    assert _ids(page) == found
    child(page, SegmentedControl, "gallery_view").set_current("pictures")
    press(child(page, QLineEdit, "exercise_search"), Qt.Key.Key_Down)
    assert child(page, QListView, "exercise_list").hasFocus()


def test_another_skin_tone_is_seen_at_once(
    qtbot: QtBot, library: Library, theme: Theme, words: Words
) -> None:
    hub, store = ChangeHub(), MemorySettings()
    page = _gallery(qtbot, library, theme, words, hub, store)
    page.show_exercise("str-calf-bi")
    listed = child(page, ExerciseGallery, "exercise_list")
    figure = child(page, FigurePanel)
    child(page, SegmentedControl, "figure_pose").set_current("end")
    listed.stills.finish()
    before = (listed.viewport().grab().toImage(), figure.view.grab().toImage())
    hub.publish(SettingsService(store).change(skin_tone=3))
    listed.viewport().repaint()
    listed.stills.finish()
    assert listed.viewport().grab().toImage() != before[0]
    assert figure.view.grab().toImage() != before[1]


def test_what_says_that_nothing_fits_does_not_press_the_filters_together(page: ExercisesPage) -> None:
    empty = child(page, EmptyState)
    lists = empty.parentWidget()
    assert lists is not None
    assert 0 < lists.minimumHeight() < empty.minimumSizeHint().height()

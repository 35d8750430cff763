"""The gallery: a grid for eyes and arrows, and the same exercises as a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.words import Words
from ankle_coach.ui.models.exercise_list_model import ExerciseListModel, Role
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.exercise_gallery import ExerciseGallery, GalleryView
from tests.helpers.widgets import press

LIBRARY = open_library()


@pytest.fixture
def gallery(qtbot: QtBot, theme: Theme, words: Words) -> ExerciseGallery:
    """All exercises in a grid of three columns, in view."""
    model = ExerciseListModel(LIBRARY, words)
    gallery = ExerciseGallery(model, LIBRARY, theme, words)
    model.setParent(gallery)
    model.set_exercises(LIBRARY.in_catalog_order(), grouped=True)
    qtbot.addWidget(gallery)
    gallery.resize(gallery.width_for(3 * 176), 600)
    with qtbot.waitActive(gallery):
        gallery.show()
    gallery.setFocus()
    return gallery


def _current(gallery: ExerciseGallery) -> str:
    return str(gallery.currentIndex().data(Role.EXERCISE_ID))


def _choose(gallery: ExerciseGallery, name: str) -> None:
    model = gallery.model()
    assert isinstance(model, ExerciseListModel)
    gallery.setCurrentIndex(model.index_of(name))


def _rows(gallery: ExerciseGallery) -> list[list[str]]:
    """The exercises as they stand beside each other."""
    model = gallery.model()
    assert isinstance(model, ExerciseListModel)
    rows: dict[int, list[str]] = {}
    for name in model.exercise_ids:
        rows.setdefault(gallery.visualRect(model.index_of(name)).top(), []).append(name)
    return list(rows.values())


def test_cards_stand_three_in_a_row_under_the_names_of_their_groups(gallery: ExerciseGallery) -> None:
    rows = _rows(gallery)
    assert max(len(row) for row in rows) == 3
    assert all(len({LIBRARY.exercise(name).group for name in row}) == 1 for row in rows)
    assert sum(len(row) for row in rows) == 46


def test_arrows_move_in_the_grid_and_over_the_names_of_groups(gallery: ExerciseGallery) -> None:
    rows = _rows(gallery)
    _choose(gallery, rows[0][0])
    press(gallery, Qt.Key.Key_Right)
    assert _current(gallery) == rows[0][1]
    press(gallery, Qt.Key.Key_Left)
    assert _current(gallery) == rows[0][0]
    for row in rows[1:5]:
        press(gallery, Qt.Key.Key_Down)
        assert _current(gallery) == row[0]
    press(gallery, Qt.Key.Key_Up)
    assert _current(gallery) == rows[3][0]


def test_the_list_shows_the_same_one_below_the_other_and_keeps_the_choice(gallery: ExerciseGallery) -> None:
    _choose(gallery, "str-calf-uni")
    gallery.set_view(GalleryView.LIST)
    assert gallery.view is GalleryView.LIST
    assert max(len(row) for row in _rows(gallery)) == 1
    assert _current(gallery) == "str-calf-uni"
    assert gallery.viewport().rect().intersects(gallery.visualRect(gallery.currentIndex()))
    gallery.set_view(GalleryView.PICTURES)
    assert max(len(row) for row in _rows(gallery)) == 3
    assert gallery.viewport().rect().intersects(gallery.visualRect(gallery.currentIndex()))


def test_only_what_is_in_view_is_painted(qtbot: QtBot, gallery: ExerciseGallery) -> None:
    qtbot.waitUntil(lambda: not gallery.stills.is_waiting and gallery.stills.painted > 0)
    seen = gallery.stills.painted
    assert 0 < seen < len(LIBRARY.figures)
    gallery.scrollToBottom()
    gallery.viewport().repaint()
    gallery.stills.finish()
    gallery.scrollToTop()
    before = gallery.stills.painted
    gallery.viewport().repaint()
    assert not gallery.stills.is_waiting
    assert gallery.stills.painted == before


def test_a_wider_window_has_more_columns_and_larger_text_fewer(
    dressed: Theme, gallery: ExerciseGallery, theme: Theme
) -> None:
    gallery.resize(gallery.width_for(5 * 176), 600)
    assert max(len(row) for row in _rows(gallery)) == 5
    theme.set_text_scale(200)
    gallery.refresh_sizes()
    assert max(len(row) for row in _rows(gallery)) == 2


def test_no_gallery_is_narrower_than_two_cards(gallery: ExerciseGallery) -> None:
    assert gallery.width_for(10) == gallery.width_for(2 * 176)

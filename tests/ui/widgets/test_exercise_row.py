"""How a row of the exercise list is drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.words import Words
from ankle_coach.ui.models.exercise_list_model import ExerciseListModel
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.exercise_row import ExerciseRowDelegate


def _list(qtbot: QtBot, words: Words, delegate: ExerciseRowDelegate) -> QListView:
    library = open_library()
    model = ExerciseListModel(library, words)
    model.set_exercises([library.exercise("rec-ice")], grouped=True)
    view = QListView()
    qtbot.addWidget(view)
    model.setParent(view)
    delegate.setParent(view)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.resize(400, 300)
    return view


def test_a_still_gets_its_place_at_the_left_of_its_row(qtbot: QtBot, theme: Theme, words: Words) -> None:
    drawn: list[tuple[str, QRectF]] = []

    def still(painter: QPainter, place: QRectF, exercise_id: str) -> None:
        drawn.append((exercise_id, QRectF(place)))

    _list(qtbot, words, ExerciseRowDelegate(theme, words, still)).grab()
    assert [name for name, _ in drawn] == ["rec-ice"]
    place = drawn[0][1]
    assert place.width() == 84
    assert place.right() < 200


def test_rows_grow_with_the_text(qtbot: QtBot, theme: Theme, words: Words) -> None:
    delegate = ExerciseRowDelegate(theme, words)
    view = _list(qtbot, words, delegate)
    before = delegate.sizeHint(QStyleOptionViewItem(), view.model().index(1, 0)).height()
    theme.set_text_scale(200)
    after = delegate.sizeHint(QStyleOptionViewItem(), view.model().index(1, 0)).height()
    assert after > 1.8 * before


def test_what_is_chosen_looks_different(qtbot: QtBot, theme: Theme, words: Words) -> None:
    view = _list(qtbot, words, ExerciseRowDelegate(theme, words))
    plain = view.grab().toImage()
    view.setCurrentIndex(view.model().index(1, 0))
    assert view.grab().toImage() != plain

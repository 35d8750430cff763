"""Choosing a figure: shipped ones only, by search, keyboard and click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.figure_dialog import FigureDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.search_field import SearchField
from tests.helpers.coach import FakeCoach
from tests.helpers.own import OWN_ID, own_exercise
from tests.helpers.widgets import child, press


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """The window that it stands over."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(qtbot: QtBot, dressed: Theme, words: Words, window: QWidget) -> FigureDialog:
    """The figures of a library with an own exercise in it."""
    coach = FakeCoach()
    coach.services.own_exercises.save(own_exercise())
    dialog = FigureDialog(coach.services.library, dressed, words, window)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def _offered(dialog: FigureDialog) -> tuple[str, ...]:
    return dialog._model.exercise_ids


def test_only_the_library_s_own_figures_are_offered(dialog: FigureDialog) -> None:
    assert len(_offered(dialog)) > 40
    assert OWN_ID not in _offered(dialog)


def test_it_is_found_and_taken_by_keyboard(qtbot: QtBot, dialog: FigureDialog) -> None:
    search = child(dialog, SearchField, "figure_search")
    assert search.hasFocus()
    search.setText("calf raise")
    best = _offered(dialog)[0]
    assert dialog.current == best
    press(search, Qt.Key.Key_Down)
    assert dialog.gallery.hasFocus()
    press(dialog.gallery, Qt.Key.Key_Right)
    assert dialog.current == _offered(dialog)[1]
    with qtbot.waitSignal(dialog.figure_chosen) as chosen:
        press(dialog.gallery, Qt.Key.Key_Return)
    assert chosen.args == [_offered(dialog)[1]]


def test_with_nothing_found_there_is_nothing_to_take(dialog: FigureDialog) -> None:
    take = child(dialog, QPushButton, "figure_take")
    assert take.isEnabled()
    child(dialog, SearchField, "figure_search").setText("zzz")
    assert not take.isEnabled()
    assert dialog.current == ""

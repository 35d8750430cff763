"""The level as a rung: easier, harder, by click and by arrow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.ladder_chooser import LadderChooser, Rungs
from tests.helpers.coach import LIBRARY
from tests.helpers.widgets import child, press

CALF = LIBRARY.exercise("str-calf-bi")


@pytest.fixture
def chooser(qtbot: QtBot, theme: Theme, words: Words) -> LadderChooser:
    """The lowest level of a calf raise."""
    made = LadderChooser(theme, words)
    qtbot.addWidget(made)
    made.resize(700, 40)
    made.show_level(CALF, CALF.levels[0].id)
    return made


def test_it_says_where_on_the_ladder(chooser: LadderChooser) -> None:
    assert child(chooser, QLabel, "level_name").text() == f"Level 1 of 5: {CALF.levels[0].name}"
    assert not child(chooser, QToolButton, "easier").isEnabled()
    chooser.show_level(CALF, CALF.levels[-1].id)
    assert not child(chooser, QToolButton, "harder").isEnabled()


def test_buttons_arrows_and_clicks_choose(chooser: LadderChooser, qtbot: QtBot) -> None:
    told: list[str] = []
    chooser.level_chosen.connect(told.append)
    child(chooser, QToolButton, "harder").click()
    rungs = child(chooser, Rungs)
    press(rungs, Qt.Key.Key_Right)
    press(rungs, Qt.Key.Key_Left)
    with qtbot.waitExposed(chooser):
        chooser.show()
    QTest.mouseClick(rungs, Qt.MouseButton.LeftButton, pos=rungs.center(3).toPoint())
    assert told == [CALF.levels[1].id, CALF.levels[1].id, CALF.levels[3].id], "below the lowest is none"


def test_a_level_that_is_gone_shows_the_lowest(chooser: LadderChooser) -> None:
    chooser.show_level(CALF, "gone")
    assert child(chooser, QLabel, "level_name").text().startswith("Level 1 of 5")


def test_many_rungs_stay_apart_in_little_room(qtbot: QtBot, theme: Theme, words: Words) -> None:
    long = max(LIBRARY.in_catalog_order(), key=lambda exercise: len(exercise.levels))
    made = LadderChooser(theme, words)
    qtbot.addWidget(made)
    made.show_level(long, long.levels[2].id)
    rungs = child(made, Rungs)
    rungs.resize(rungs.minimumSizeHint())
    places = [rungs.center(index).x() for index in range(len(long.levels))]
    assert all(later - earlier >= 8 for earlier, later in pairwise(places))
    assert not rungs.grab().isNull()

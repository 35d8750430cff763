"""Several of a kind to tick, folded or not."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.widgets.tick_list import TickList
from tests.helpers.widgets import child, label

CHOICES = (("chair", "chair"), ("band", "resistance band"), ("step", "step"))


def test_what_is_ticked_comes_in_the_order_of_the_choices(qtbot: QtBot, words: Words) -> None:
    ticks: TickList[str] = TickList(words, "You need", CHOICES, ["step"])
    qtbot.addWidget(ticks)
    child(ticks, QCheckBox, "tick_chair").setChecked(True)
    assert ticks.ticked == ("chair", "step")
    assert not child(ticks, QCheckBox, "tick_band").isHidden()


def test_a_folded_list_says_what_is_ticked(qtbot: QtBot, words: Words) -> None:
    ticks: TickList[str] = TickList(words, "You need", CHOICES, [], folds="Nothing")
    qtbot.addWidget(ticks)
    box, unfold = child(ticks, QCheckBox, "tick_band"), child(ticks, QPushButton, "unfold")
    assert label(ticks, "ticked").text() == "Nothing"
    assert not box.isVisibleTo(ticks)
    unfold.click()
    assert box.isVisibleTo(ticks)
    box.setChecked(True)
    child(ticks, QCheckBox, "tick_step").setChecked(True)
    unfold.click()
    assert label(ticks, "ticked").text() == "Resistance band, step"
    assert not box.isVisibleTo(ticks)


def test_a_problem_goes_with_the_first_tick(qtbot: QtBot, words: Words) -> None:
    ticks: TickList[str] = TickList(words, "Position", CHOICES, [])
    qtbot.addWidget(ticks)
    ticks.show_problem("Tick at least one position.")
    assert ticks.problem
    child(ticks, QCheckBox, "tick_step").setChecked(True)
    assert ticks.problem == ""

"""The player's left panel with an own exercise: its picture, its cues, and how it is done."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from ankle_coach.domain.library import Library
from ankle_coach.domain.own_exercise import Instructions, OwnExercise
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Step, StepKind
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.ui.pages.exercise_panel import ExercisePanel
from ankle_coach.ui.theme import Theme
from tests.helpers.coach import FakeCoach
from tests.helpers.own import OWN_ID, drawn_picture, own_exercise


def _library(own: OwnExercise) -> Library:
    coach = FakeCoach()
    coach.services.own_exercises.save(own)
    return coach.services.library


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """The window that a panel stands in."""
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def _panel(
    window: QMainWindow, theme: Theme, own: OwnExercise, size: tuple[int, int] = (560, 640)
) -> ExercisePanel:
    panel = ExercisePanel(theme, _library(own), PLAIN_WORDS)
    window.setCentralWidget(panel)
    window.resize(*size)
    window.show()
    return panel


def _step(kind: StepKind, exercise: str = OWN_ID, level: str = "own") -> Step:
    return Step(kind=kind, exercise=exercise, level=level, side=Side.LEFT, seconds=5.0)


def test_its_picture_stands_in_place_of_a_figure_and_costs_no_timer(
    window: QMainWindow, theme: Theme
) -> None:
    panel = _panel(window, theme, own_exercise(picture=drawn_picture()))
    step = _step(StepKind.MOVE)
    panel.show_step(step)
    panel.figure.show_first(step)
    assert panel.picture.isVisible()
    assert panel.picture.picture == drawn_picture()
    assert not panel.figure.isVisible()
    assert not panel.figure.is_moving
    assert not any(timer.isActive() for timer in panel.findChildren(QTimer))
    assert panel.cues == ("Heel stays down", "Drop it into the cup")


def test_a_borrowed_figure_moves_as_any_other(window: QMainWindow, theme: Theme) -> None:
    panel = _panel(window, theme, own_exercise())
    panel.show_step(_step(StepKind.MOVE))
    panel.figure.show_first(_step(StepKind.MOVE))
    assert panel.figure.isVisible()
    assert panel.figure.is_moving
    assert not panel.picture.isVisible()


def test_one_without_either_has_the_room_for_its_words(window: QMainWindow, theme: Theme) -> None:
    panel = _panel(window, theme, own_exercise(figure=""))
    panel.show_step(_step(StepKind.MOVE))
    assert not panel.figure_slot.isVisible()


def test_a_shipped_exercise_after_it_has_its_figure_again(window: QMainWindow, theme: Theme) -> None:
    panel = _panel(window, theme, own_exercise(picture=drawn_picture()))
    panel.show_step(_step(StepKind.MOVE))
    panel.show_step(_step(StepKind.READY, "str-calf-bi", "support"))
    assert panel.figure.isVisible()
    assert not panel.picture.isVisible()
    assert panel.instructions == ""


@pytest.mark.parametrize(
    ("kind", "first", "told"),
    [
        (StepKind.READY, False, True),
        (StepKind.MOVE, True, True),
        (StepKind.MOVE, False, False),
        (StepKind.REST, False, False),
    ],
)
def test_how_it_is_done_is_told_before_the_first_set(
    window: QMainWindow, theme: Theme, kind: StepKind, first: bool, told: bool
) -> None:
    panel = _panel(window, theme, own_exercise(picture=drawn_picture()))
    panel.show_step(_step(kind), first=first)
    expected = "Get ready: Sit, foot on the floor.\nMove: Lift a marble with your toes." if told else ""
    assert panel.instructions == expected
    assert panel.cues, "the cues stay"


def test_instructions_give_way_where_there_is_no_room(window: QMainWindow, theme: Theme) -> None:
    long = Instructions(movement="Lift a marble with your toes. " * 60)
    own = replace(own_exercise(picture=drawn_picture()), instructions=long)
    panel = _panel(window, theme, own, (420, 420))
    panel.show_step(_step(StepKind.READY))
    assert panel.instructions == ""
    assert panel.cues
    assert panel.picture.height() >= panel.height() * 0.45

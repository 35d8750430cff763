"""The figure in the detail of an exercise, and what can be chosen of it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.figure_panel import FigurePanel
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.widgets import child


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped library, read once."""
    return open_library()


def _panel(qtbot: QtBot, library: Library, theme: Theme, words: Words, name: str) -> FigurePanel:
    panel = FigurePanel(library.exercise(name), library, theme, words)
    qtbot.addWidget(panel)
    panel.resize(320, 320)
    panel.show()
    return panel


def test_it_moves_until_a_pose_is_chosen(qtbot: QtBot, library: Library, theme: Theme, words: Words) -> None:
    panel = _panel(qtbot, library, theme, words, "str-calf-uni")
    poses = child(panel, SegmentedControl, "figure_pose")

    assert (poses.current, panel.view.is_moving) == ("moving", True)
    poses.set_current("end")
    assert not panel.view.is_moving
    poses.set_current("moving")
    assert panel.view.is_moving


@pytest.mark.parametrize("name", ["str-calf-bi", "run-walk", "wup-cool-down", "xtr-pool"])
def test_a_common_mistake_is_told_in_words(
    qtbot: QtBot, library: Library, theme: Theme, words: Words, name: str
) -> None:
    panel = _panel(qtbot, library, theme, words, name)
    told = child(panel, QLabel, "figure_mistake")
    assert told.isHidden()
    before = panel.view.grab().toImage()
    child(panel, SegmentedControl, "figure_pose").set_current("error")

    assert not told.isHidden()
    mistake = library.figures[name].mistake
    assert mistake is not None
    assert told.text() == f"Common mistake: {mistake.text}"
    assert panel.view.grab().toImage() != before
    child(panel, SegmentedControl, "figure_pose").set_current("start")
    assert told.isHidden()


def test_a_mistake_is_offered_only_where_one_is_drawn(
    qtbot: QtBot, library: Library, theme: Theme, words: Words
) -> None:
    for name, figure in library.figures.items():
        panel = FigurePanel(library.exercise(name), library, theme, words)
        qtbot.addWidget(panel)
        level = library.exercise(name).default.id
        panel.view.select(name, level)
        drawn = panel.view.figure
        assert drawn is not None, name
        offered = "error" in child(panel, SegmentedControl, "figure_pose").keys
        assert offered == (drawn.mistake is not None), (name, figure.view)


def test_left_is_the_mirror_image_and_two_legs_have_no_sides(
    qtbot: QtBot, library: Library, theme: Theme, words: Words
) -> None:
    panel = _panel(qtbot, library, theme, words, "str-calf-uni")
    sides = child(panel, SegmentedControl, "figure_side")
    child(panel, SegmentedControl, "figure_pose").set_current("end")
    right = panel.view.grab().toImage()
    sides.set_current("left")
    assert panel.view.grab().toImage() != right
    assert not sides.isHidden()

    both = _panel(qtbot, library, theme, words, "str-calf-bi")
    assert child(both, SegmentedControl, "figure_side").isHidden()


def test_a_level_brings_its_own_alternative_text(
    qtbot: QtBot, library: Library, theme: Theme, words: Words
) -> None:
    panel = _panel(qtbot, library, theme, words, "str-calf-bi")
    before = panel.view.accessibleDescription()
    assert "fingertips" in before
    panel.show_level("seated")

    assert "chair" in panel.view.accessibleDescription()
    assert child(panel, QLabel, "figure_level").text() == "Level: Sitting, without load"
    with pytest.raises(KeyError):
        panel.show_level("no-such-level")


def test_the_choice_of_pose_wraps_rather_than_being_cut(
    qtbot: QtBot, library: Library, theme: Theme, words: Words
) -> None:
    panel = _panel(qtbot, library, theme, words, "str-calf-bi")
    poses = child(panel, SegmentedControl, "figure_pose")
    assert poses.minimumSizeHint().width() < poses.sizeHint().width() * 2 // 3
    assert poses.heightForWidth(poses.minimumSizeHint().width()) > poses.sizeHint().height()

"""A figure on the screen: what moves it, what lets it rest, and what it costs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ankle_coach.content.figures import FigureFiles, open_figures
from ankle_coach.domain.pose_motion import Cue, Phase
from ankle_coach.domain.sides import Side
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.figure_view import FRAMES_PER_SECOND, FigureView

FIGURES = open_figures()
NAME = "str-calf-uni"


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> FigureView:
    """A view in a window of its own, not yet seen."""
    view = FigureView(theme, FIGURES)
    qtbot.addWidget(view)
    view.resize(160, 160)
    return view


def _picture(view: FigureView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _colors(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)})


def _moves(view: FigureView) -> bool:
    return view.is_moving


def test_the_timer_runs_only_while_a_moving_figure_is_seen(view: FigureView) -> None:
    view.show_loop(NAME)
    assert not _moves(view)
    view.show()
    assert _moves(view)
    view.hide()
    assert not _moves(view)
    view.show()
    assert _moves(view)
    view.show_still(NAME)
    assert not _moves(view)
    view.hide()
    view.show()
    assert not _moves(view), "a still one stays still"


def test_what_the_player_leads_has_no_timer(view: FigureView) -> None:
    view.show_loop(NAME)
    view.show()
    view.show_cue(NAME, "", Cue(Phase.UP, 0.5))
    assert not view.is_moving


def test_a_moving_figure_moves_and_no_faster_than_its_frames(qtbot: QtBot, view: FigureView) -> None:
    view.show_loop(NAME)
    view.show()
    qtbot.waitUntil(lambda: view.pictures_painted > 3, timeout=5000)
    assert view._timer.interval() >= 1000 // FRAMES_PER_SECOND
    assert FRAMES_PER_SECOND <= 30


def test_nothing_is_drawn_while_a_loop_holds(view: FigureView) -> None:
    view.show_loop(NAME)
    view.show()
    QApplication.processEvents()
    figure = view.figure
    assert figure is not None
    view._loop_cue = lambda figure: Cue(Phase.HOLD, 0.0)  # type: ignore[method-assign]
    view._on_timer_timeout()
    QApplication.processEvents()
    before = view.pictures_painted
    for _ in range(5):
        view._on_timer_timeout()
        QApplication.processEvents()
    assert view.pictures_painted == before


def test_only_a_cue_that_looks_different_is_drawn(view: FigureView) -> None:
    view.show()
    view.show_cue(NAME, "", Cue(Phase.HOLD, 0.1, elapsed=1.0))
    QApplication.processEvents()
    before = view.pictures_painted
    for step in range(5):
        view.show_cue(NAME, "", Cue(Phase.HOLD, step / 5, elapsed=step))
        QApplication.processEvents()
    assert view.pictures_painted == before
    view.show_cue(NAME, "", Cue(Phase.DOWN, 0.5))
    QApplication.processEvents()
    assert view.pictures_painted == before + 1


def test_being_painted_again_costs_nothing(view: FigureView) -> None:
    view.show_still(NAME)
    pictures = [_picture(view) for _ in range(3)]
    assert view.pictures_painted == 1
    assert pictures[0] == pictures[2]
    assert _colors(pictures[0]) > 5


@pytest.mark.parametrize("change", ["size", "tone", "theme", "side", "affected"])
def test_what_changes_the_look_is_drawn_anew(view: FigureView, theme: Theme, change: str) -> None:
    view.show_still(NAME)
    before = _picture(view)
    {
        "size": lambda: view.resize(200, 200),
        "tone": lambda: view.set_tone(3),
        "theme": lambda: theme.set_text_scale(120),
        "side": lambda: view.show_still(NAME, "", Side.LEFT),
        "affected": lambda: view.set_affected(Side.RIGHT),
    }[change]()
    after = _picture(view)
    assert view.pictures_painted == 2
    assert (after == before) == (change == "theme"), "larger text leaves the figure as it is"


def test_left_is_the_mirror_image_of_right(view: FigureView) -> None:
    view.show_cue(NAME, "", Cue(Phase.HOLD, 1.0, Side.RIGHT))
    right = _picture(view)
    view.show_cue(NAME, "", Cue(Phase.HOLD, 1.0, Side.LEFT))
    mirrored = _picture(view).flipped(Qt.Orientation.Horizontal)
    same = sum(
        abs((right.pixel(x, y) & 255) - (mirrored.pixel(x, y) & 255)) < 60
        for x in range(right.width())
        for y in range(right.height())
    )
    assert same > 0.97 * right.width() * right.height()
    assert mirrored.flipped(Qt.Orientation.Horizontal) != right


def test_its_name_is_the_sentence_for_those_who_do_not_see_it(view: FigureView) -> None:
    view.show_still("str-calf-bi")
    _picture(view)
    assert view.accessibleName() == FIGURES["str-calf-bi"].alt
    view.show_still("str-calf-bi", "seated")
    _picture(view)
    assert "chair" in view.accessibleName()
    view.show_still("no-such-exercise")
    _picture(view)
    assert view.accessibleName() == ""


def test_a_broken_file_leaves_the_place_empty(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "str-calf-uni.toml").write_text("view = 'sideways'\n", encoding="utf-8")
    view = FigureView(theme, FigureFiles(tmp_path))
    qtbot.addWidget(view)
    view.resize(100, 100)
    view.show_loop(NAME)
    view.show()
    view._on_timer_timeout()
    view.show_cue(NAME, "", Cue(Phase.UP, 0.5))

    assert _colors(_picture(view)) == 1
    assert view.pictures_painted == 0
    assert not view.is_moving


def test_a_view_that_waits_draws_with_the_second_paint(qtbot: QtBot, theme: Theme) -> None:
    view = FigureView(theme, open_figures(), waits=True)
    qtbot.addWidget(view)
    view.show_still("str-calf-bi")
    view.grab()
    assert view.pictures_painted == 0
    view.grab()
    assert view.pictures_painted == 1

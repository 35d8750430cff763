"""The scatter: a mark for each session, bands and words, read by pointer and by arrow keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from ankle_coach.domain.series_response import Response, Settling
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.ui.widgets.response_plot import ResponsePlot
from tests.helpers.builders import MONDAY
from tests.helpers.widgets import press


def _response(offset: int = 0, **fields: Any) -> Response:
    given = {
        "day": MONDAY + timedelta(days=offset),
        "session": f"s{offset}",
        "name": "Strength",
        "side": Side.RIGHT,
        "during": 3,
        "base": 1.0,
        "morning": 1,
        "settling": Settling.SETTLED,
    }
    return Response(**{**given, **fields})


@pytest.fixture
def plot(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[ResponsePlot]:
    """An empty chart."""
    plot = ResponsePlot(theme, words)
    plot.resize(700, 320)
    qtbot.addWidget(plot)
    plot.show()
    yield plot
    plot.hide()


def test_a_mark_stands_at_its_pain_and_its_change(plot: ResponsePlot) -> None:
    plot.set_responses([_response(), _response(1, during=6, morning=5, settling=Settling.ROSE)], 3)

    assert plot.drawn() == [(3, 0), (6, 4)]
    assert list(plot._marks.getData()[0]) == [3, 6]


def test_sides_differ_in_shape_and_the_legend_names_those_that_are_there(plot: ResponsePlot) -> None:
    plot.set_responses([_response(side=Side.LEFT), _response(1)], 3)

    assert list(plot._marks.data["symbol"]) == ["t3", "t2"]
    assert plot.legend.words == ("Left ankle, a session", "Right ankle, a session")


def test_the_corners_say_what_they_mean_and_the_line_is_the_plan_s_limit(plot: ResponsePlot) -> None:
    plot.set_responses([_response()], 5)

    texts = [item.toPlainText().replace("\n", " ") for item in plot._quadrants]
    assert texts == [
        "within your limit, and rose",
        "over your limit, and rose",
        "within your limit, and settled",
        "over your limit, and settled",
    ]
    assert plot._limit.value() == 5.5
    words = [word for _, word in plot.plot.getAxis("right")._tickLevels[0]]
    assert words == ["settled", "a little up", "rose"]


def test_a_change_out_of_the_usual_is_in_view(plot: ResponsePlot) -> None:
    plot.set_responses([_response(morning=9)], 3)

    low, high = plot.plot.getViewBox().viewRange()[1]
    assert low < -3
    assert high > 8


def test_arrows_read_session_by_session_in_time(plot: ResponsePlot) -> None:
    plot.set_responses([_response(), _response(1, morning=3, settling=Settling.ROSE)], 3)
    told: list[str] = []
    plot.readout_changed.connect(told.append)
    plot.setFocus()

    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Escape):
        press(plot, key)

    last = "Tuesday, March 3, Right, Strength: 3 during; next morning 3, usual 1: rose"
    first = "Monday, March 2, Right, Strength: 3 during; next morning 1, usual 1: settled"
    assert told == [last, first, last, first, ""]


def test_the_pointer_reads_the_mark_it_is_over_and_nothing_elsewhere(plot: ResponsePlot) -> None:
    plot.set_responses([_response(), _response(1, during=8)], 3)
    view = plot.plot.getViewBox()

    plot._on_scene_mouse_moved(view.mapViewToScene(QPointF(8, 0)))
    assert plot.current == _response(1, during=8)
    plot._on_scene_mouse_moved(view.mapViewToScene(QPointF(5.5, 2)))
    assert plot.current is None


def test_nothing_to_read_is_no_error_and_leaves_the_keys_to_the_page(plot: ResponsePlot) -> None:
    plot.set_responses([], 3)

    press(plot, Qt.Key.Key_Right)
    plot._on_scene_mouse_moved(QPointF(200, 100))

    assert plot.current is None
    assert plot.drawn() == []


def test_another_theme_colors_it_anew(plot: ResponsePlot, theme: Theme) -> None:
    plot.set_responses([_response()], 3)

    theme.set_choice(ThemeChoice.DARK)

    assert plot._marks.data["brush"][0].color().name() == theme.palette.series[0]

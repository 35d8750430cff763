"""Lines over days: marks, gaps, crosses for what was left out, means, bands, and what is read out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.pain_history import Bucket
from ankle_coach.domain.series import DayValue, SeriesLine, moving_means
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.ui.widgets.chart_legend import Look
from ankle_coach.ui.widgets.series_plot import DrawnLine, Level, Scale, SeriesPlot, Zone
from tests.helpers.builders import MONDAY
from tests.helpers.widgets import press

LAST = MONDAY + timedelta(days=55)
SCALE = Scale(0, 10, (0, 5, 10), lambda value: f"{value:g} min")
LOOK = Look("series_0", Qt.PenStyle.SolidLine, symbol="o")
MEAN = Look("series_0", Qt.PenStyle.SolidLine, width=2.6)


def _line(*values: float | None, name: str = "Stiffness", reach: int = 1, mean: bool = False) -> DrawnLine:
    points = tuple(
        DayValue(MONDAY + timedelta(days=n), NoAnswer.MISSING if value is None else value)
        for n, value in enumerate(values)
    )
    means = moving_means(points) if mean else ()
    line = SeriesLine(key=name, points=points, means=means, reach=reach)
    return DrawnLine(line, name, LOOK, MEAN if mean else None, f"{name}: 7-day mean")


@pytest.fixture
def plot(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[SeriesPlot]:
    """An empty chart of eight weeks, all in view."""
    plot = SeriesPlot(theme, words, "Stiffness", SCALE)
    plot.resize(800, 300)
    qtbot.addWidget(plot)
    plot.show()
    plot.set_limits(MONDAY, LAST)
    plot.set_range(MONDAY, LAST)
    yield plot
    plot.hide()


def _list(values: np.ndarray) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]


def test_zero_is_a_mark_and_what_was_left_out_is_a_gap_and_a_cross_below_the_scale(plot: SeriesPlot) -> None:
    plot.set_lines([_line(0, None, 4)])

    assert _list(plot.drawn(0)[1]) == [0, None, 4]
    x, y = plot.crosses()
    assert list(x) == [MONDAY.toordinal() + 1.5]
    assert y[0] < SCALE.low
    low, high = plot.plot.getViewBox().viewRange()[1]
    assert low < y[0] < SCALE.low
    assert high > SCALE.high
    assert plot.legend.words == ("Stiffness", "No answer")


def test_without_anything_left_out_there_is_no_lane_for_it(plot: SeriesPlot) -> None:
    plot.set_lines([_line(None, 4)])
    with_lane = plot.plot.getViewBox().viewRange()[1][0]

    plot.set_lines([_line(4, 4)])

    assert plot.plot.getViewBox().viewRange()[1][0] > with_lane
    assert plot.legend.words == ("Stiffness",)


def test_the_mean_is_a_line_of_its_own_and_breaks_where_too_few_entries_exist(plot: SeriesPlot) -> None:
    plot.set_lines([_line(2, 2, 2, 6, mean=True)])

    assert _list(plot.drawn_mean(0)[1]) == [None, None, None, 3]
    assert plot.legend.words == ("Stiffness", "Stiffness: 7-day mean")


def test_a_day_is_read_with_its_value_and_its_mean(plot: SeriesPlot) -> None:
    plot.set_lines([_line(2, 2, None, 6, 2, mean=True)])
    monday = "Monday, March 2"

    assert plot.readout(MONDAY) == f"{monday}: Stiffness 2 min, too few entries for a 7-day mean"
    assert plot.readout(MONDAY + timedelta(days=2)).startswith("Wednesday, March 4: Stiffness no answer")
    assert plot.readout(MONDAY + timedelta(days=4)).endswith("Stiffness 2 min, 7-day mean 3 min")
    assert plot.readout(MONDAY + timedelta(days=9)) == "Wednesday, March 11: no entry"


def test_arrows_go_from_mark_to_mark_of_all_lines(plot: SeriesPlot) -> None:
    sparse = SeriesLine(key="b", points=(DayValue(MONDAY + timedelta(days=20), 1.0),))
    plot.set_lines([_line(1), DrawnLine(sparse, "Other", LOOK)])
    told: list[str] = []
    plot.readout_changed.connect(told.append)
    plot.setFocus()

    press(plot, Qt.Key.Key_Home)
    press(plot, Qt.Key.Key_Right)

    assert told == ["Monday, March 2: Stiffness 1 min", "Sunday, March 22: Other 1 min"]


def test_the_pointer_takes_the_nearest_of_sparse_marks(plot: SeriesPlot) -> None:
    plot.set_lines([_line(1)])

    plot.read(MONDAY + timedelta(days=1))
    assert plot.current == MONDAY
    plot.read(MONDAY + timedelta(days=9))
    assert plot.readout(MONDAY + timedelta(days=9)).endswith("no entry")


def test_a_long_range_draws_the_mean_of_each_week_and_says_so(plot: SeriesPlot) -> None:
    plot.set_limits(MONDAY - timedelta(days=700), LAST)
    plot.set_lines([_line(0, 4, None)])
    plot.set_range(MONDAY - timedelta(days=350), LAST)

    assert plot.bucket is Bucket.WEEK
    assert _list(plot.drawn(0)[1]) == [2]
    assert plot.readout(MONDAY) == "Week of Monday, March 2: Stiffness 2 min (mean of 2 entries)"


def test_bands_and_marked_values_have_words_at_the_right(plot: SeriesPlot) -> None:
    band = Zone(1, 5, "accent_soft", "may be noise")
    plot.set_lines([_line(1)], zones=[band], levels=[Level(9, "9 better")])

    right = plot.plot.getAxis("right")._tickLevels[0]
    assert right == [(3.0, "may be noise"), (9, "9 better")]
    assert plot.plot.getAxis("left")._tickLevels[0] == [(0, "0"), (5, "5"), (10, "10")]


def test_values_far_apart_are_joined_only_within_reach(plot: SeriesPlot) -> None:
    points = (DayValue(MONDAY, 1.0), DayValue(MONDAY + timedelta(days=14), 2.0))
    near = SeriesLine(key="n", points=points, reach=1)
    far = SeriesLine(key="f", points=points, reach=100)
    plot.set_lines([DrawnLine(near, "near", LOOK), DrawnLine(far, "far", LOOK)])

    assert _list(plot.drawn(0)[1]) == [1, None, 2]
    assert _list(plot.drawn(1)[1]) == [1, 2]


def test_another_theme_colors_it_anew(plot: SeriesPlot, theme: Theme) -> None:
    plot.set_lines([_line(1, 2)])
    before = plot._curves[0][0].opts["pen"].color().name()

    theme.set_choice(ThemeChoice.DARK)

    after = plot._curves[0][0].opts["pen"].color().name()
    assert (before, after) == (Theme(ThemeChoice.LIGHT).palette.series[0], theme.palette.series[0])


def test_charts_over_each_other_can_be_lined_up(plot: SeriesPlot) -> None:
    plot.set_lines([_line(1)])
    own = plot.axis_width("left")

    plot.set_least_width("left", own + 60)
    plot.set_lines([_line(2)])

    assert plot.plot.getAxis("left").fixedWidth == own + 60


def test_it_keeps_the_week_that_a_day_is_in_as_its_mark(plot: SeriesPlot) -> None:
    plot.set_lines([_line(1)])

    assert plot._mark_at(date(2027, 1, 1)) is None
    assert plot._mark_end(MONDAY) == MONDAY

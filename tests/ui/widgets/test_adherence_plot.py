"""The bars of sessions done: their heights, their look and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ankle_coach.domain.statistics import CalendarDay, DayState
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.adherence_plot import AdherencePlot
from tests.helpers.builders import MONDAY
from tests.helpers.widgets import press

LAST = MONDAY + timedelta(days=27)


def _week(number: int, planned: int, done: int) -> list[CalendarDay]:
    """A week with a session on each of its first days."""
    monday = MONDAY + timedelta(days=7 * number)
    return [
        CalendarDay(
            monday + timedelta(days=n),
            int(n < planned),
            int(n < done),
            DayState.DONE if n < done else DayState.MISSED if n < planned else DayState.REST,
        )
        for n in range(7)
    ]


@pytest.fixture
def plot(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[AdherencePlot]:
    """Four weeks: on track, below, nothing done, nothing planned."""
    plot = AdherencePlot(theme, words)
    plot.resize(500, 200)
    qtbot.addWidget(plot)
    plot.show()
    plot.set_limits(MONDAY, LAST)
    plot.set_range(MONDAY, LAST)
    days = [*_week(0, 5, 4), *_week(1, 4, 2), *_week(2, 3, 0), *_week(3, 0, 0)]
    plot.set_days(days, LAST)
    yield plot
    plot.hide()


def test_a_bar_is_as_high_as_its_share_and_nothing_planned_has_none(plot: AdherencePlot) -> None:
    assert plot._bars.opts["height"] == [80, 50, 1.5]
    assert [bar.first for bar in plot.bars] == [MONDAY + timedelta(days=7 * n) for n in range(3)]


def test_bars_on_track_are_full_and_others_hatched(plot: AdherencePlot) -> None:
    styles = [brush.style() for brush in plot._bars.opts["brushes"]]

    hatched = Qt.BrushStyle.BDiagPattern
    assert styles == [Qt.BrushStyle.SolidPattern, hatched, hatched]


def test_the_line_of_80_percent_is_named(plot: AdherencePlot) -> None:
    assert plot._line.value() == 80
    assert plot.plot.getAxis("right")._tickLevels == [[(80.0, "on track")]]
    assert (80, "80 %") in plot.plot.getAxis("left")._tickLevels[0]


def test_done_and_planned_are_written_over_the_bars(plot: AdherencePlot) -> None:
    assert [item.toPlainText() for item in plot._numbers] == ["4/5", "2/4", "0/3"]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "Week of Mar 2: 4 of 5 sessions, 80 %"),
        (2, "Week of Mar 16: 0 of 3 sessions, 0 %"),
        (3, "Week of Mar 23: nothing planned"),
    ],
)
def test_a_week_is_read_out(number: int, told: str, plot: AdherencePlot) -> None:
    plot.read(MONDAY + timedelta(days=7 * number + 3))

    assert plot.current == MONDAY + timedelta(days=7 * number)
    assert plot.readout(MONDAY + timedelta(days=7 * number)) == told


def test_arrows_go_from_week_to_week(plot: AdherencePlot) -> None:
    press(plot, Qt.Key.Key_Home)
    press(plot, Qt.Key.Key_Right)

    assert plot.current == MONDAY + timedelta(days=7)


def test_days_to_come_are_not_held_against_the_running_week(plot: AdherencePlot) -> None:
    plot.set_days(_week(0, 6, 2), MONDAY + timedelta(days=1))

    assert plot._bars.opts["height"] == [100]


def test_years_are_drawn_in_months(plot: AdherencePlot) -> None:
    begin = date(2024, 1, 1)
    days = [CalendarDay(begin + timedelta(days=n), 1, n % 2, DayState.DONE) for n in range(800)]
    plot.set_limits(begin, begin + timedelta(days=799))
    plot.set_days(days, begin + timedelta(days=799))
    plot.set_range(begin, begin + timedelta(days=799))

    assert plot.bars[1].first == date(2024, 2, 1)
    assert plot.readout(date(2024, 2, 1)) == "February 2024: 15 of 29 sessions, 52 %"
    assert plot._numbers == []

"""Staircases, weeks of running, left against right, and the strip of events: their data and their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

import numpy as np
import pytest
from pyqtgraph import BarGraphItem, PlotCurveItem, ScatterPlotItem
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.series_events import Event, Lane
from ankle_coach.domain.series_ladder import LadderMark, MarkKind
from ankle_coach.domain.series_running import RunStretch, run_weeks
from ankle_coach.domain.series_sides import SidesResult, SidesSeries
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.ui.widgets import events_plot, running_plot
from ankle_coach.ui.widgets.chart_legend import MISSING
from ankle_coach.ui.widgets.day_plot import DayPlot
from ankle_coach.ui.widgets.events_plot import EventsPlot, look_of
from ankle_coach.ui.widgets.running_plot import RunningPlot
from ankle_coach.ui.widgets.sides_plot import SidesPlot
from ankle_coach.ui.widgets.stair_plot import Stair, StairPlot, Stairs
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY
from tests.helpers.coach import RULES
from tests.helpers.widgets import press

LAST = MONDAY + timedelta(days=55)
P = TypeVar("P", bound=DayPlot)
Shown = Callable[[P], P]


def _day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[Any], Any]]:
    """Puts a chart of eight weeks on the screen."""
    plots: list[QWidget] = []

    def show(plot: DayPlot) -> DayPlot:
        plot.resize(800, 320)
        qtbot.addWidget(plot)
        plot.show()
        plot.set_limits(MONDAY, LAST)
        plot.set_range(MONDAY, LAST)
        plots.append(plot)
        return plot

    yield show
    for plot in plots:
        plot.hide()


def _told(plot: DayPlot, *keys: Qt.Key) -> list[str]:
    """What keys make a chart say."""
    told: list[str] = []
    plot.readout_changed.connect(told.append)
    plot.setFocus()
    for key in keys:
        press(plot, key)
    return told


def _symbols(items: Sequence[Any], symbol: str) -> list[tuple[float, float]]:
    """Places of all marks of a shape."""
    scatters = [item for item in items if isinstance(item, ScatterPlotItem) and item.opts["symbol"] == symbol]
    return [(float(x), float(y)) for item in scatters for x, y in zip(*item.getData(), strict=True)]


def _curves(items: Sequence[Any]) -> list[PlotCurveItem]:
    return [item for item in items if isinstance(item, PlotCurveItem)]


# --- staircases ----------------------------------------------------------------------------------


def _stairs(**fields: Any) -> Stairs:
    steps = (Stair(_day(0), _day(6), 1.0), Stair(_day(6), None, 2.0, "5 kg"))
    given = {
        "lines": ((Side.BOTH, steps),),
        "marks": (LadderMark(day=_day(6), kind=MarkKind.UP, side=Side.BOTH, rule="r"),),
        "ticks": ((1.0, "Floor"), (2.0, "Step")),
        "low": 0.5,
        "high": 2.5,
        "today": _day(20),
    }
    return Stairs(**{**given, **fields})


@pytest.fixture
def stair(theme: Theme, words: Words, shown: Shown[StairPlot]) -> StairPlot:
    """A staircase of two steps."""
    plot = shown(StairPlot(theme, words, "Level", lambda day: f"from {day}"))
    plot.set_stairs(_stairs(), [])
    return plot


def test_a_staircase_ends_today_and_its_mark_stands_on_the_new_step(stair: StairPlot) -> None:
    (curve,) = _curves(stair._items)
    x, y = curve.getData()

    assert [float(value) for value in x] == [d.toordinal() for d in (_day(0), _day(6), _day(6), _day(21))]
    assert list(y) == [1, 1, 2, 2]
    assert _symbols(stair._items, "t1") == [(_day(6).toordinal(), 2.0)]


def test_the_keys_go_from_step_to_step_and_a_step_is_a_stretch_of_days(stair: StairPlot) -> None:
    assert _told(stair, Qt.Key.Key_Home, Qt.Key.Key_Right) == [f"from {_day(0)}", f"from {_day(6)}"]
    assert stair._mark_at(_day(3)) == _day(0)
    assert stair._mark_end(_day(0)) == _day(5)
    assert stair._mark_end(_day(6)) == _day(20)
    assert stair._mark_at(_day(40)) is None


def test_a_gap_between_two_stretches_stays_a_gap(stair: StairPlot) -> None:
    steps = (Stair(_day(0), _day(3), 1.0), Stair(_day(9), None, 2.0))
    stair.set_stairs(_stairs(lines=((Side.RIGHT, steps),), marks=()), [])

    (curve,) = _curves(stair._items)
    _, y = curve.getData()

    assert [None if np.isnan(value) else value for value in y] == [1, 1, None, 2, 2]


def test_two_sides_on_one_level_stand_apart(stair: StairPlot) -> None:
    steps = (Stair(_day(0), None, 1.0),)
    stair.set_stairs(_stairs(lines=((Side.LEFT, steps), (Side.RIGHT, steps)), marks=()), [])

    left, right = _curves(stair._items)
    assert left.getData()[1][0] > right.getData()[1][0]


# --- running -------------------------------------------------------------------------------------


def _run(offset: int, kilometers: float, pain: Answer = 2) -> RunRecord:
    return RunRecord(
        id=f"run-{offset}",
        started=make.moment(_day(offset)),
        seconds=360 * kilometers,
        meters=1000 * kilometers,
        pain_during=pain,
    )


def _weeks(*runs: RunRecord) -> tuple[RunStretch, ...]:
    return run_weeks(runs, {}, LAST)


@pytest.fixture
def running(theme: Theme, words: Words, shown: Shown[RunningPlot]) -> RunningPlot:
    """An empty chart of running."""
    return shown(RunningPlot(theme, words, lambda one: f"{one.first}: {len(one.runs)}"))


def test_bars_are_weeks_in_the_chosen_unit_and_the_longest_run_stands_in_them(running: RunningPlot) -> None:
    running.set_weeks(_weeks(_run(0, 5), _run(2, 7)), by_distance=True, unit=1000)
    (week,) = running.bars
    assert (running.amount(week), running.longest(week)) == (12, 7)

    running.set_weeks(_weeks(_run(0, 5), _run(2, 7)), by_distance=True, unit=1609.344)
    assert running.amount(running.bars[0]) == pytest.approx(7.456, abs=0.001)

    running.set_weeks(_weeks(_run(0, 5), _run(2, 7)), by_distance=False, unit=1000)
    assert running.amount(running.bars[0]) == pytest.approx(72)


def test_a_spike_has_a_triangle_and_hatches_and_a_jump_of_the_week_a_diamond(running: RunningPlot) -> None:
    running.set_weeks(_weeks(_run(0, 5), _run(7, 9)), by_distance=True, unit=1000)

    (bars,) = [item for item in running._items if isinstance(item, BarGraphItem)]
    styles = [brush.style() for brush in bars.opts["brushes"]]
    assert styles == [Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern]
    ((spike_x, spike_y),) = _symbols(running._items, running_plot.RUN_FLAG.symbol)
    ((_, jump_y),) = _symbols(running._items, running_plot.WEEK_FLAG.symbol)
    assert spike_x == _day(7).toordinal() + 3.5
    assert jump_y > spike_y > 9


def test_pain_stands_on_the_right_axis_and_what_was_left_out_is_a_cross_below(running: RunningPlot) -> None:
    runs = (_run(0, 10, pain=5), _run(2, 10, pain=NoAnswer.MISSING), _run(4, 10, pain=0))
    running.set_weeks(_weeks(*runs), by_distance=True, unit=1000)

    top = running._top
    assert [y for _, y in _symbols(running._items, "o")] == [top / 2, 0]
    ((_, cross),) = _symbols(running._items, "x")
    assert running.plot.getViewBox().viewRange()[1][0] < cross < 0
    assert running.drawn_pain() == [(_day(0), 5), (_day(4), 0)]


def test_weeks_become_months_in_a_long_range_and_the_keys_read_them(running: RunningPlot) -> None:
    running.set_weeks(_weeks(_run(0, 5), _run(20, 5), _run(40, 5)), by_distance=True, unit=1000)
    assert _told(running, Qt.Key.Key_Home, Qt.Key.Key_Right) == ["2026-03-02: 1", "2026-03-16: 1"]

    running.set_limits(MONDAY - timedelta(days=900), LAST)
    running.set_range(MONDAY - timedelta(days=900), LAST)

    assert [one.first for one in running.bars] == [date(2026, 3, 1), date(2026, 4, 1)]
    assert _symbols(running._items, "o") == []


# --- left and right ------------------------------------------------------------------------------


@pytest.fixture
def sides(theme: Theme, words: Words, shown: Shown[SidesPlot]) -> SidesPlot:
    """Two tests: one whole, one of the left side only."""
    plot = shown(SidesPlot(theme, words, lambda result: f"{result.left} {result.right}"))
    results = (
        SidesResult(day=_day(7), left=20, right=15, percent=75),
        SidesResult(day=_day(21), left=22, right=None, percent=None),
    )
    measure = RULES.measures.of("single-leg-raise-count")
    plot.set_series(SidesSeries(measure=measure, sore=Side.RIGHT, results=results), "")
    return plot


def test_each_side_has_its_bar_and_one_not_measured_has_none(sides: SidesPlot) -> None:
    left, right = (item for item in sides._items if isinstance(item, BarGraphItem))

    assert list(left.opts["height"]) == [20, 22]
    assert list(right.opts["height"]) == [15]
    assert left.opts["x"][0] < _day(7).toordinal() + 0.5 < right.opts["x"][0]
    assert left.opts["brush"].style() is not right.opts["brush"].style()


def test_the_percent_of_the_other_side_stands_over_the_bars(sides: SidesPlot) -> None:
    texts = [item.toPlainText() for item in sides._items if hasattr(item, "toPlainText")]

    assert texts == ["75 %"]


def test_the_pointer_takes_the_bars_it_is_over_and_the_keys_go_on(sides: SidesPlot) -> None:
    assert sides._mark_at(_day(8)) == _day(7)
    assert sides._mark_at(_day(14)) is None
    assert _told(sides, Qt.Key.Key_Home, Qt.Key.Key_Right) == ["20 15", "22 None"]


# --- events --------------------------------------------------------------------------------------


@pytest.fixture
def strip(theme: Theme, words: Words, shown: Shown[EventsPlot]) -> EventsPlot:
    """A strip with something in every lane."""

    def say(day: date, found: Sequence[Event]) -> str:
        return f"{day}: {', '.join(event.lane.value for event in found)}"

    plot = shown(EventsPlot(theme, words, say, {lane: lane.value for lane in Lane}))
    plot.set_events(
        [
            Event(lane=Lane.SWELLING, day=_day(1), value=2),
            Event(lane=Lane.SWELLING, day=_day(2), value=0),
            Event(lane=Lane.SWELLING, day=_day(3), value=NoAnswer.MISSING),
            Event(lane=Lane.RED_FLAG, day=_day(4), urgency=Urgency.PAUSE, rule="R17"),
            Event(lane=Lane.LOCK, day=_day(4), until=_day(7)),
            Event(lane=Lane.ICE, day=_day(6), value=3),
        ],
        _day(20),
    )
    return plot


@pytest.mark.parametrize(
    ("event", "look"),
    [
        (Event(lane=Lane.SWELLING, day=MONDAY, value=0), events_plot.NONE),
        (Event(lane=Lane.SWELLING, day=MONDAY, value=1), None),
        (Event(lane=Lane.SWELLING, day=MONDAY, value=NoAnswer.MISSING), MISSING),
        (Event(lane=Lane.GIVING_WAY, day=MONDAY, value=0), events_plot.NONE),
        (Event(lane=Lane.GIVING_WAY, day=MONDAY, value=2), events_plot.GAVE_WAY),
        (Event(lane=Lane.RED_FLAG, day=MONDAY, urgency=Urgency.URGENT), events_plot.URGENT),
        (Event(lane=Lane.RED_FLAG, day=MONDAY, urgency=Urgency.ADVISE), events_plot.ADVICE),
        (Event(lane=Lane.ICE, day=MONDAY), events_plot.ICE),
        (Event(lane=Lane.LOCK, day=MONDAY), None),
    ],
)
def test_each_kind_of_event_has_a_shape(event: Event, look: object) -> None:
    assert look_of(event) == look


def test_swelling_is_as_high_as_its_degree_and_a_lock_is_as_long_as_it_held(strip: EventsPlot) -> None:
    swelling, locks = (item for item in strip._items if isinstance(item, BarGraphItem))

    assert list(swelling.opts["height"]) == [pytest.approx(0.48)]
    assert (locks.opts["x0"], locks.opts["x1"]) == ([_day(4).toordinal()], [_day(7).toordinal()])
    assert len(_symbols(strip._items, "x")) == 1


def test_a_day_in_a_lock_is_read_with_it(strip: EventsPlot) -> None:
    assert strip.readout(_day(6)) == f"{_day(6)}: ice, lock"
    assert strip.readout(_day(7)) == f"{_day(7)}: "
    assert _told(strip, Qt.Key.Key_Home)[0] == f"{_day(1)}: swelling"


def test_what_happened_more_than_once_says_how_often(strip: EventsPlot) -> None:
    texts = [item.toPlainText() for item in strip._items if hasattr(item, "toPlainText")]

    assert texts == ["\N{MULTIPLICATION SIGN}3"]


def test_a_lock_that_still_holds_reaches_to_today(strip: EventsPlot) -> None:
    strip.set_events([Event(lane=Lane.LOCK, day=_day(4), holds=True)], _day(20))

    (_, locks) = (item for item in strip._items if isinstance(item, BarGraphItem))
    assert locks.opts["x1"] == [_day(21).toordinal()]


@pytest.mark.parametrize("name", ["stair", "running", "sides", "strip"])
def test_another_theme_is_taken_at_once(name: str, theme: Theme, request: pytest.FixtureRequest) -> None:
    plot: DayPlot = request.getfixturevalue(name)

    theme.set_choice(ThemeChoice.DARK)

    assert plot._widget.backgroundBrush().color().name() == theme.palette.surface
    assert plot.plot.getAxis("bottom").textPen().color().name() == theme.palette.text_muted

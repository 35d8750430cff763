"""The pain chart: its data, its axes, its range and what it says; never its pixels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.pain_history import Bucket, PainPoint, PainSeries
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.ui.widgets.pain_plot import PainPlot, PlanMarker
from tests.helpers.builders import MONDAY
from tests.helpers.rules import row
from tests.helpers.widgets import press

MISSING, NOT_ASKED = NoAnswer.MISSING, NoAnswer.NOT_ASKED
LAST = MONDAY + timedelta(days=55)


def _point(
    offset: int, during: Answer = 2, after: Answer = NOT_ASKED, morning: Answer = NOT_ASKED
) -> PainPoint:
    return PainPoint(MONDAY + timedelta(days=offset), 1, during, after, morning)


@pytest.fixture
def plot(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[PainPlot]:
    """An empty chart of eight weeks, all in view."""
    plot = PainPlot(theme, words)
    plot.resize(800, 300)
    qtbot.addWidget(plot)
    plot.show()
    plot.set_limits(MONDAY, LAST)
    plot.set_range(MONDAY, LAST)
    yield plot
    plot.hide()


def _values(plot: PainPlot, series: PainSeries) -> list[float | None]:
    return [None if np.isnan(value) else value for value in plot.drawn(series)[1]]


def _y_range(plot: PainPlot) -> list[float]:
    return list(plot.plot.getViewBox().viewRange()[1])


def test_the_three_series_draw_their_own_answers(plot: PainPlot) -> None:
    plot.set_points([_point(0, 2, 1, 0), _point(1, 3, 4, 5)])

    assert _values(plot, PainSeries.DURING) == [2, 3]
    assert _values(plot, PainSeries.AFTER) == [1, 4]
    assert _values(plot, PainSeries.NEXT_MORNING) == [0, 5]


def test_a_missing_answer_is_a_gap_in_the_line_and_no_mark(plot: PainPlot) -> None:
    plot.set_points([_point(0, 2), _point(1, MISSING), _point(2, 0)])

    assert _values(plot, PainSeries.DURING) == [2, None, 0]
    assert plot._curves[PainSeries.DURING].opts["connect"] == "finite"
    assert list(plot._symbols[PainSeries.DURING].getData()[1]) == [2, 0]


def test_a_mark_stands_in_the_column_of_its_day(plot: PainPlot) -> None:
    plot.set_points([_point(3, 1, 1, 1)])

    places = [float(plot.drawn(series)[0][0]) for series in PainSeries]

    day = (MONDAY + timedelta(days=3)).toordinal()
    assert all(day < place < day + 1 for place in places)
    assert places == sorted(places), "during, after and next morning follow each other"


def test_the_series_are_told_apart_without_color(plot: PainPlot) -> None:
    plot.set_points([_point(0, 2, 1, 0)])

    strokes = {plot._curves[series].opts["pen"].style() for series in PainSeries}
    symbols = {plot._symbols[series].opts["symbol"] for series in PainSeries}

    assert len(strokes) == len(symbols) == 3


def test_the_scale_is_0_to_10_and_cannot_be_moved(plot: PainPlot) -> None:
    view = plot.plot.getViewBox()
    view.setYRange(3, 4)
    view.scaleBy(y=0.2)

    low, high = _y_range(plot)
    assert low <= 0
    assert high >= 10
    assert list(view.state["mouseEnabled"]) == [True, False]
    assert not view.menuEnabled()


def test_the_range_stays_within_the_limits(plot: PainPlot) -> None:
    plot.set_range(MONDAY - timedelta(days=400), LAST + timedelta(days=400))
    assert plot.visible_days() == (MONDAY, LAST)

    plot.set_range(MONDAY + timedelta(days=10), MONDAY + timedelta(days=10))
    first, last = plot.visible_days()
    assert (last - first).days + 1 == 7


def test_moving_and_zooming_tell_the_days_in_view(plot: PainPlot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(plot.range_changed) as told:
        plot.set_range(MONDAY + timedelta(days=7), MONDAY + timedelta(days=20))

    assert told.args == [MONDAY + timedelta(days=7), MONDAY + timedelta(days=20)]


@row("3.9-bands")
@pytest.mark.parametrize(
    ("ceiling", "middle"),
    [(5, "acceptable"), (3, "acceptable up to 3"), (2, "above your plan's limit")],
)
def test_the_middle_band_is_acceptable_only_where_the_program_allows_it(
    ceiling: int, middle: str, row_id: str, plot: PainPlot
) -> None:
    plot.set_ceiling(ceiling)

    ticks = plot.plot.getAxis("right")._tickLevels[0]
    assert [word for _, word in ticks] == ["low", middle, "too high"]
    assert [band.getRegion() for band in plot._bands] == [(-0.5, 2.5), (2.5, 5.5), (5.5, 10.5)]


def test_long_ranges_show_the_worst_of_weeks_and_months(plot: PainPlot) -> None:
    begin = LAST - timedelta(days=3650)
    plot.set_limits(begin, LAST)
    plot.set_points([PainPoint(begin + timedelta(days=n), 1, n % 7, 0, 0) for n in range(3650)])

    buckets, values = [], []
    for first in (LAST - timedelta(days=27), LAST - timedelta(days=700), begin):
        plot.set_range(first, LAST)
        buckets.append(plot.bucket)
        values.append(_values(plot, PainSeries.DURING))

    assert buckets == [Bucket.DAY, Bucket.WEEK, Bucket.MONTH]
    assert set(values[1]) == {6}, "each week's worst day"
    assert len(values[2]) <= 125


def test_only_what_is_near_the_view_is_drawn(plot: PainPlot) -> None:
    begin = LAST - timedelta(days=3650)
    plot.set_limits(begin, LAST)
    plot.set_points([PainPoint(begin + timedelta(days=n), 1, 2, 2, 2) for n in range(3650)])
    plot.set_range(LAST - timedelta(days=400), LAST - timedelta(days=373))

    assert 28 <= len(_values(plot, PainSeries.DURING)) <= 90


def test_a_day_is_read_out_and_tells_zero_missing_and_not_asked_apart(plot: PainPlot, qtbot: QtBot) -> None:
    plot.set_points([_point(0, 0, MISSING, NOT_ASKED)])

    with qtbot.waitSignal(plot.readout_changed) as told:
        plot.read(MONDAY)

    assert told.args == ["Monday, March 2: during 0, after no answer, next morning not asked"]
    assert plot.readout(MONDAY + timedelta(days=1)) == "Tuesday, March 3: no entry"


def test_arrows_read_entry_by_entry_and_bring_it_into_view(plot: PainPlot) -> None:
    plot.set_points([_point(0), _point(9), _point(40)])
    plot.set_range(MONDAY + timedelta(days=35), LAST)
    read: list[date | None] = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
        press(plot, key)
        read.append(plot.current)

    assert read == [MONDAY + timedelta(days=offset) for offset in (40, 9, 0, 9, 40)]
    first, last = plot.visible_days()
    assert first <= MONDAY + timedelta(days=40) <= last


def test_page_keys_move_and_plus_zooms(plot: PainPlot) -> None:
    plot.set_range(MONDAY + timedelta(days=28), LAST)

    press(plot, Qt.Key.Key_PageUp)
    assert plot.visible_days() == (MONDAY + timedelta(days=14), LAST - timedelta(days=14))
    press(plot, Qt.Key.Key_Plus)
    first, last = plot.visible_days()
    assert (last - first).days < 27


def _wheel(plot: PainPlot, modifiers: Qt.KeyboardModifier) -> QWheelEvent:
    canvas = plot._widget.viewport()
    middle = QPointF(canvas.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(canvas.mapToGlobal(middle)),
        QPointF(0, 0).toPoint(),
        QPointF(0, 120).toPoint(),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)
    return event


def test_the_plain_wheel_is_the_pages_and_with_control_it_zooms(plot: PainPlot) -> None:
    before = plot.visible_days()

    plain = _wheel(plot, Qt.KeyboardModifier.NoModifier)
    assert not plain.isAccepted()
    assert plot.visible_days() == before

    zooming = _wheel(plot, Qt.KeyboardModifier.ControlModifier)
    assert zooming.isAccepted()
    assert plot.visible_days() != before


def test_the_pointer_reads_and_forgets(plot: PainPlot) -> None:
    plot.set_points([_point(20)])
    view = plot.plot.getViewBox()
    day = MONDAY + timedelta(days=20)
    plot.clearFocus()

    plot._widget.scene().sigMouseMoved.emit(view.mapViewToScene(QPointF(day.toordinal() + 0.5, 5)))
    assert plot.current == day
    QApplication.sendEvent(plot._widget.viewport(), QEvent(QEvent.Type.Leave))
    assert plot.current is None


def test_markers_stand_at_the_first_day_of_a_version(plot: PainPlot) -> None:
    plot.set_markers([PlanMarker(MONDAY + timedelta(days=14), "Phase 2: Strength")])

    (marker,) = plot._marker_items
    assert marker.value() == (MONDAY + timedelta(days=14)).toordinal()
    assert marker.label.format == "Phase 2: Strength"


def test_a_label_without_room_is_left_out_and_comes_back_when_there_is(plot: PainPlot) -> None:
    plot.set_markers(
        [PlanMarker(MONDAY, "Phase 1: Mobility"), PlanMarker(MONDAY + timedelta(days=3), "Plan 2")]
    )
    first, second = plot._marker_items

    assert not first.label.isVisible()
    assert second.label.isVisible()
    plot.set_range(MONDAY, MONDAY + timedelta(days=6))
    assert first.label.isVisible()


def test_another_theme_colors_everything_anew(plot: PainPlot, theme: Theme) -> None:
    plot.set_points([_point(0)])

    theme.set_choice(ThemeChoice.DARK)

    assert plot._widget.backgroundBrush().color() == QColor(theme.palette.surface)
    assert plot._curves[PainSeries.DURING].opts["pen"].color() == QColor(theme.palette.series[0])
    assert plot.plot.getAxis("left").textPen().color() == QColor(theme.palette.text_muted)


def test_the_chart_says_what_it_is(plot: PainPlot) -> None:
    assert plot.accessibleName() == "Pain over time, 0 to 10"
    assert "Arrow keys" in plot.accessibleDescription()

"""The calendar of sessions: where days stand, what they are, and how they are read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ankle_coach.domain.statistics import CalendarDay, DayState
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.adherence_calendar import AdherenceCalendar
from ankle_coach.ui.widgets.day_mark import LEGEND, paint_day, state_word
from tests.helpers.builders import MONDAY
from tests.helpers.widgets import press

DAYS = 140
STATES = (DayState.DONE, DayState.REST, DayState.MISSED, DayState.PARTLY)


@pytest.fixture
def calendar(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[AdherenceCalendar]:
    """Twenty weeks that repeat four states, in a calendar with room for about thirteen."""
    calendar = AdherenceCalendar(theme, words)
    calendar.resize(calendar.sizeHint())
    qtbot.addWidget(calendar)
    calendar.show()
    calendar.set_days(
        [
            CalendarDay(
                MONDAY + timedelta(days=n),
                0 if STATES[n % 4] is DayState.REST else 2,
                {DayState.DONE: 2, DayState.PARTLY: 1}.get(STATES[n % 4], 0),
                STATES[n % 4],
            )
            for n in range(DAYS)
        ]
    )
    yield calendar
    calendar.hide()


def test_the_last_weeks_are_in_view_as_whole_weeks(calendar: AdherenceCalendar) -> None:
    shown = calendar.shown_days()

    assert shown[-1].day == MONDAY + timedelta(days=DAYS - 1)
    assert shown[0].day.weekday() == 0
    assert 12 <= len(shown) / 7 <= 14


def test_weeks_are_columns_and_monday_to_sunday_rows(calendar: AdherenceCalendar) -> None:
    monday = calendar.shown_days()[0].day
    first, sunday = calendar.place_of(monday), calendar.place_of(monday + timedelta(days=6))
    following = calendar.place_of(monday + timedelta(days=7))
    assert first
    assert sunday
    assert following

    assert first.left() == sunday.left()
    assert first.top() < sunday.top()
    assert following.left() > first.left()
    assert following.top() == first.top()


def test_the_end_moves_with_the_charts_and_stops_at_the_first_day(calendar: AdherenceCalendar) -> None:
    calendar.set_end(MONDAY + timedelta(days=100))
    assert calendar.place_of(MONDAY + timedelta(days=100)) is not None
    assert calendar.place_of(MONDAY + timedelta(days=DAYS - 1)) is None

    calendar.set_end(MONDAY - timedelta(days=1000))
    assert calendar.shown_days()[0].day == MONDAY


def test_a_day_says_what_it_was(calendar: AdherenceCalendar) -> None:
    assert calendar.words_of(MONDAY) == "Monday, March 2: done, 2 of 2 sessions"
    assert calendar.words_of(MONDAY + timedelta(days=1)) == "Tuesday, March 3: rest"
    assert calendar.words_of(MONDAY + timedelta(days=3)) == "Thursday, March 5: partly done, 1 of 2 sessions"
    assert calendar.words_of(MONDAY - timedelta(days=1)) == ""


def test_arrows_read_days_and_weeks_and_bring_them_into_view(calendar: AdherenceCalendar) -> None:
    told: list[str] = []
    calendar.readout_changed.connect(told.append)
    last = MONDAY + timedelta(days=DAYS - 1)

    press(calendar, Qt.Key.Key_Left)
    assert calendar.current == last
    press(calendar, Qt.Key.Key_Left)
    press(calendar, Qt.Key.Key_Up)
    assert calendar.current == last - timedelta(days=8)
    for _ in range(30):
        press(calendar, Qt.Key.Key_PageUp)
    assert calendar.current == MONDAY
    assert calendar.place_of(MONDAY) is not None
    assert told[-1] == calendar.words_of(MONDAY)


def test_a_screen_reader_hears_how_many_days_of_each_state_are_in_view(calendar: AdherenceCalendar) -> None:
    shown = calendar.shown_days()
    done = sum(day.state is DayState.DONE for day in shown)

    assert f"done {done}" in calendar.accessibleName()
    assert "extra" not in calendar.accessibleName()


def _drawn(state: DayState, theme: Theme) -> QImage:
    image = QImage(24, 24, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_day(painter, QRectF(2, 2, 20, 20), state, theme)
    painter.end()
    return image


def test_each_state_has_a_word_and_a_shape_of_its_own_without_color(theme: Theme, words: Words) -> None:
    drawn = [_drawn(state, theme) for state in DayState]

    assert len({state_word(state, words) for state in DayState}) == len(DayState)
    for index, image in enumerate(drawn):
        assert image not in drawn[:index]
    assert set(DayState) - set(LEGEND) == {DayState.BEFORE}

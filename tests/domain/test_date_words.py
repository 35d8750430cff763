"""Dates and times, as they are read on the screen and on paper."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from ankle_coach.domain.date_words import (
    clock_time,
    date_span,
    full_date,
    local_day,
    local_time,
    long_date,
    month_and_year,
    month_name,
    short_date,
    short_weekday,
    weekday_name,
)
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.i18n import translator

_DAY = date(2026, 3, 10)


def test_a_day_is_said_in_the_length_that_there_is_room_for() -> None:
    assert long_date(_DAY, PLAIN_WORDS) == "Tuesday, March 10"
    assert full_date(_DAY, PLAIN_WORDS) == "March 10, 2026"
    assert short_date(_DAY, PLAIN_WORDS) == "Mar 10"
    assert month_and_year(_DAY, PLAIN_WORDS) == "March 2026"
    assert (weekday_name(_DAY, PLAIN_WORDS), short_weekday(_DAY, PLAIN_WORDS)) == ("Tuesday", "Tue")


def test_every_month_has_a_name_of_its_own() -> None:
    names = [month_name(month, PLAIN_WORDS) for month in range(1, 13)]

    assert (names[0], names[-1], len(set(names))) == ("January", "December", 12)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 1, 5), date(2026, 3, 1), "January 5 to March 1, 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "December 29, 2025 to January 4, 2026"),
    ],
    ids=["one year is said once", "two years are both said"],
)
def test_a_stretch_of_days_says_its_years(first: date, last: date, said: str) -> None:
    assert date_span(first, last, PLAIN_WORDS) == said


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (time(0, 5), "12:05 AM"),
        (time(11, 59), "11:59 AM"),
        (time(12, 0), "12:00 PM"),
        (time(14, 52), "2:52 PM"),
    ],
    ids=str,
)
def test_a_time_of_the_day_has_twelve_hours_twice(clock: time, said: str) -> None:
    assert clock_time(clock, PLAIN_WORDS) == said


def test_a_moment_is_said_as_the_clocks_were_there_and_then() -> None:
    moment = Moment(at=datetime(2026, 3, 10, 23, 30, tzinfo=UTC), offset_minutes=60, training_day=_DAY)

    assert local_time(moment, PLAIN_WORDS) == "12:30 AM"
    assert local_day(moment) == date(2026, 3, 11)


def test_dates_are_in_the_language_that_is_asked_for() -> None:
    assert long_date(_DAY, translator("qps")) != long_date(_DAY, PLAIN_WORDS)
    assert full_date(_DAY, translator("qps")) != full_date(_DAY, PLAIN_WORDS)

"""The days that all charts share."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ankle_coach.ui.chart_range import ChartRange
from tests.helpers.builders import MONDAY

FIRST, LAST = MONDAY - timedelta(days=199), MONDAY


@pytest.fixture
def days() -> ChartRange:
    """Two hundred days of journal, twelve weeks of them shown."""
    days = ChartRange()
    days.set_limits(FIRST, LAST)
    return days


@pytest.mark.parametrize(("choice", "shown"), [("4", 28), ("12", 84), ("all", 200)])
def test_a_range_ends_with_the_last_day(choice: str, shown: int, days: ChartRange) -> None:
    days.choose(choice)

    assert days.days == (LAST - timedelta(days=shown - 1), LAST)
    assert days.choice == choice


def test_days_that_a_chart_was_moved_to_are_own_days(days: ChartRange) -> None:
    told: list[str] = []
    days.changed.connect(lambda: told.append(days.choice))

    days.show(FIRST, FIRST + timedelta(days=20))
    days.show(FIRST, FIRST + timedelta(days=20))

    assert days.days == (FIRST, FIRST + timedelta(days=20))
    assert told == ["custom"]


def test_own_days_go_on_from_those_shown_and_stay_within_the_journal(days: ChartRange) -> None:
    before = days.days
    days.choose("custom")
    assert days.days == before

    days.show(FIRST - timedelta(days=50), LAST + timedelta(days=50))

    assert days.days == (FIRST, LAST)


@pytest.mark.parametrize("day", [FIRST, LAST, LAST - timedelta(days=30)], ids=["first", "last", "between"])
def test_fewer_than_a_week_is_never_shown(day: date, days: ChartRange) -> None:
    days.show(day, day)

    assert days.days is not None
    first, last = days.days
    assert (last - first).days == 6
    assert first <= day <= last


def test_a_journal_that_grew_keeps_own_days_and_moves_the_last_weeks(days: ChartRange) -> None:
    later = LAST + timedelta(days=7)
    days.set_limits(FIRST, later)
    assert days.days == (later - timedelta(days=83), later)

    days.show(FIRST, FIRST + timedelta(days=30))
    days.set_limits(FIRST, later + timedelta(days=7))

    assert days.days == (FIRST, FIRST + timedelta(days=30))


def test_before_the_limits_are_known_there_are_no_days() -> None:
    days = ChartRange()
    days.choose("all")

    assert days.days is None
    assert days.choice == "all"

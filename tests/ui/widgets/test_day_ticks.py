"""The ticks of a time axis: never too many, and they stay where they are while a chart is moved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.ui.widgets.day_ticks import day_ticks

FIRST = date(2026, 2, 2)


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (2, ["Feb 2", "Feb 3", "Feb 4"]),
        (27, ["Feb 2", "Feb 9", "Feb 16", "Feb 23"]),
        (300, ["Apr", "Jul", "Oct"]),
        (700, ["Jul", "2027", "Jul", "2028"]),
        (3650, ["2028", "2030", "2032", "2034", "2036"]),
    ],
    ids=["days", "weeks", "quarters", "half-years", "years"],
)
def test_the_finest_grid_that_has_room_is_taken(days: int, labels: list[str]) -> None:
    ticks = day_ticks(FIRST, FIRST + timedelta(days=days), 5, PLAIN_WORDS)

    assert [label for _, label in ticks] == labels


@given(
    start=st.dates(date(1990, 1, 1), date(2060, 1, 1)), days=st.integers(0, 20_000), most=st.integers(1, 20)
)
def test_there_are_never_too_many_and_all_lie_in_view(start: date, days: int, most: int) -> None:
    last = start + timedelta(days=days)

    found = [day for day, _ in day_ticks(start, last, most, PLAIN_WORDS)]

    assert len(found) <= most
    assert found == sorted(found)
    assert all(start <= day <= last for day in found)


@given(shift=st.integers(0, 200))
def test_a_tick_stays_where_it_is_while_the_chart_is_moved(shift: int) -> None:
    begin = FIRST + timedelta(days=shift)
    before = {day for day, _ in day_ticks(begin, begin + timedelta(days=83), 7, PLAIN_WORDS)}
    moved = begin + timedelta(days=1)
    after = {day for day, _ in day_ticks(moved, moved + timedelta(days=83), 7, PLAIN_WORDS)}

    inner = {day for day in before if day >= moved}
    assert inner <= after

"""The tick grid: boxes on the days that the plan asks for, as many as times a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ankle_coach.domain.frequency import (
    AroundRuns,
    AsNeeded,
    EveryDays,
    Frequency,
    OnWeekdays,
    PerWeek,
    TimesPerDay,
    Weekday,
)
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.entries import sections_of
from ankle_coach.printing.grid import GridMaker, Ticks, ticks_of
from tests.helpers.builders import MONDAY, plan, planned_session, raises
from tests.helpers.printing import handout, program_plan

DAYS = [MONDAY + timedelta(days=n) for n in range(7)]


@pytest.mark.parametrize(
    ("frequency", "boxes", "wanted"),
    [
        (TimesPerDay(), [1] * 7, True),
        (TimesPerDay(least=2, most=3), [3] * 7, True),
        (OnWeekdays(days=(Weekday.MONDAY, Weekday.FRIDAY)), [1, 0, 0, 0, 1, 0, 0], True),
        (PerWeek(least=3, most=3, apart=2), [1, 0, 1, 0, 1, 0, 0], True),
        (EveryDays(days=2), [1, 0, 1, 0, 1, 0, 1], True),
        (AroundRuns(before=True), [1] * 7, False),
        (AsNeeded(most_per_day=9), [4] * 7, False),
    ],
)
def test_a_frequency_has_its_boxes(frequency: Frequency, boxes: list[int], wanted: bool) -> None:
    session = planned_session(frequency=frequency)
    made = plan(sessions=(session,))
    assert [ticks_of(made, session, raises(), day) for day in DAYS] == [Ticks(n, wanted) for n in boxes]


def test_an_own_frequency_goes_before_the_sessions() -> None:
    session = planned_session(frequency=TimesPerDay())
    own = raises(frequency=OnWeekdays(days=(Weekday.TUESDAY,)))
    made = plan(sessions=(session,), prescriptions=(own,))
    assert [ticks_of(made, session, own, day).boxes for day in DAYS] == [0, 1, 0, 0, 0, 0, 0]


def test_boxes_grow_alike_with_their_rows(qapp: object) -> None:
    made = handout(program_plan("general", "p2"))
    maker = GridMaker(Composer(made.options, made.words), made.plan)
    rows = [item for item in maker.week(sections_of(made), 1, 1) if item.grow is not None]
    for item in rows:
        assert item.grow is not None
        assert item.grow(0.0).height == pytest.approx(item.block.height)
        grown = max(item.most, item.block.height)
        assert item.grow(grown).height == pytest.approx(grown, abs=1.0)

"""Mornings over time: a line a side, the base day by day, and the check from week to week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ankle_coach.domain.baseline import Base
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.series_morning import MorningRules, baseline, morning_series, week_results
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY

RIGHT = MorningRules(asked=frozenset({MorningField.STIFFNESS}), affected=Side.RIGHT)


def _day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def _morning(offset: int, **fields: Any) -> MorningFacts:
    given = {"pain": 2, "first_step": NoAnswer.NOT_ASKED, "stiff_minutes": 10, "swelling": NoAnswer.NOT_ASKED}
    return MorningFacts(**{"day": _day(offset), "side": Side.RIGHT, **given, **fields})


def test_each_side_that_was_entered_has_a_line_and_what_was_not_asked_has_none() -> None:
    mornings = [
        _morning(0, side=Side.LEFT, stiff_minutes=0),
        _morning(0, side=Side.RIGHT, stiff_minutes=NoAnswer.MISSING),
    ]

    series = morning_series(mornings, lambda _: RIGHT, _day(1))

    assert [(line.side, [p.value for p in line.points]) for line in series.stiffness] == [
        (Side.LEFT, [0.0]),
        (Side.RIGHT, [NoAnswer.MISSING]),
    ]
    assert series.first_step == ()
    assert not series.is_empty
    assert morning_series([], lambda _: RIGHT, _day(1)).is_empty


def test_the_base_is_the_middle_of_the_mornings_known_and_unknown_before_three() -> None:
    mornings = [_morning(n, pain=pain) for n, pain in enumerate((4, 2, 2, 0))]

    base = baseline(mornings, lambda _: RIGHT, _day(4))

    assert [mean.value for mean in base] == [None, None, 2, 2, 2]


def test_before_three_mornings_the_base_is_what_the_intake_said() -> None:
    told = MorningRules(affected=Side.RIGHT, intake={Side.RIGHT: Base(pain=5)})

    assert [mean.value for mean in baseline([_morning(0)], lambda _: told, _day(1))] == [5, 5]


def test_of_two_sore_sides_the_higher_base_is_drawn() -> None:
    both = MorningRules(affected=Side.BOTH)
    mornings = [
        _morning(n, side=side, pain=pain)
        for n in range(3)
        for side, pain in ((Side.LEFT, 1), (Side.RIGHT, 4))
    ]

    assert baseline(mornings, lambda _: both, _day(2))[-1].value == 4


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [(2, 2, None), (2, 3, Outcome.PLAN_HOLD), (2, 4, Outcome.DELOAD), (3, 1, None)],
    ids=["same", "one-up", "two-up", "down"],
)
def test_the_check_of_the_week_is_the_rule_of_the_plan(
    before: int, after: int, outcome: Outcome | None
) -> None:
    mornings = [_morning(n, pain=before if n < 7 else after) for n in range(14)]

    last = week_results(mornings, lambda _: RIGHT, _day(14))[-1]

    assert (last.day, last.side, last.outcome) == (_day(13), Side.RIGHT, outcome)
    assert last.rise == after - before
    assert last.stiffness_rise == 0
    assert last.has_result


def test_a_week_with_too_few_entries_has_no_result_and_one_without_any_is_not_there() -> None:
    mornings = [_morning(n) for n in (0, 1, 2)]

    found = week_results(mornings, lambda _: RIGHT, _day(30))

    assert [(week.day, week.has_result, week.outcome) for week in found] == [(_day(6), False, None)]


def test_a_week_that_is_not_over_is_not_judged() -> None:
    mornings = [_morning(n) for n in range(14)]

    assert [week.day for week in week_results(mornings, lambda _: RIGHT, _day(13))] == [_day(6)]

"""Values over days: zero, missing and not asked apart, gaps as gaps, means only over what exists."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.pain_history import Bucket
from ankle_coach.domain.series import DayValue, SeriesLine, broken, day_value, mean_by, moving_means
from tests.helpers.builders import MONDAY


def _day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def _values(*numbers: float | None) -> list[DayValue]:
    """A value a day from Monday on; None for an answer that was left out."""
    return [
        DayValue(_day(n), NoAnswer.MISSING if number is None else number) for n, number in enumerate(numbers)
    ]


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        (0, DayValue(MONDAY, 0.0)),
        (NoAnswer.MISSING, DayValue(MONDAY, NoAnswer.MISSING)),
        (NoAnswer.NOT_ASKED, None),
    ],
    ids=["zero", "missing", "not-asked"],
)
def test_zero_missing_and_not_asked_are_three_things(answer: Answer, value: DayValue | None) -> None:
    assert day_value(MONDAY, answer) == value


def test_a_mean_needs_four_entries_within_seven_days() -> None:
    means = moving_means(_values(4, 4, 4, 0))

    assert [mean.value for mean in means] == [None, None, None, 3.0]


def test_a_mean_is_over_the_entries_that_exist_and_only_of_seven_days() -> None:
    means = moving_means(_values(9, 1, None, 1, 1, 1, 1, 1))

    assert means[6].value == pytest.approx(14 / 6), "the left-out day is not a zero"
    assert means[7].value == pytest.approx(1.0), "the first day has left the window"


def test_a_mean_breaks_where_too_few_entries_are_left() -> None:
    points = [*_values(2, 2, 2, 2), DayValue(_day(12), 2.0)]

    means = {mean.day: mean.value for mean in moving_means(points)}

    assert means[_day(3)] == 2
    assert means[_day(6)] == 2
    assert means[_day(7)] is None
    assert means[_day(12)] is None


def test_no_number_has_no_mean() -> None:
    assert moving_means(_values(None, None)) == ()


def test_a_line_breaks_at_an_answer_left_out_and_where_days_are_too_far_apart() -> None:
    points = [*_values(1, None, 2), DayValue(_day(9), 3.0)]

    marks = broken(points, reach=2)

    assert marks == [(_day(0), 1), (_day(1), None), (_day(2), 2), (_day(3), None), (_day(9), 3)]
    assert broken(points, reach=7)[-1] == (_day(9), 3)
    assert (_day(3), None) not in broken(points, reach=7)


def test_a_week_is_the_mean_of_its_numbers_and_says_of_how_many() -> None:
    points = [*_values(0, 4, None), DayValue(_day(7), NoAnswer.MISSING)]

    weeks = mean_by(points, Bucket.WEEK)

    assert weeks == (DayValue(MONDAY, 2.0, 2), DayValue(_day(7), NoAnswer.MISSING, 0))
    assert mean_by(points, Bucket.DAY) == tuple(points)


def test_a_line_knows_its_first_number() -> None:
    assert SeriesLine(key="x", points=tuple(_values(None, 0, 5))).first == 0
    assert SeriesLine(key="x", points=tuple(_values(None))).first is None
    assert SeriesLine(key="x", points=tuple(_values(None, 0, 5))).numbers == (0, 5)

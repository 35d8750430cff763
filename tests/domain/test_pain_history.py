"""Pain day by day: zero, missing and not asked stay three things, and a gap is a gap."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ankle_coach.domain.journal import Answer, NoAnswer, summary_of
from ankle_coach.domain.pain_history import (
    Bucket,
    PainPoint,
    PainSeries,
    line,
    mornings_with_first_steps,
    pain_history,
    worst,
    worst_by,
)
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY

MISSING, NOT_ASKED = NoAnswer.MISSING, NoAnswer.NOT_ASKED
TODAY = MONDAY + timedelta(days=20)


def _point(offset: int, during: Answer = NOT_ASKED, morning: Answer = NOT_ASKED) -> PainPoint:
    return PainPoint(MONDAY + timedelta(days=offset), 1, during, NOT_ASKED, morning)


def _line(*points: PainPoint, series: PainSeries = PainSeries.DURING) -> list[int | None]:
    return [value for _, value in line(points, series)]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([0, 3, MISSING], 3),
        ([0, NOT_ASKED], 0),
        ([MISSING, NOT_ASKED], MISSING),
        ([NOT_ASKED], NOT_ASKED),
        ([], NOT_ASKED),
    ],
    ids=str,
)
def test_the_worst_answer_counts_and_zero_is_an_answer(answers: list[Answer], expected: Answer) -> None:
    assert worst(answers) == expected


def test_a_check_in_is_about_the_training_day_before_its_own() -> None:
    record = summary_of(make.session_record(MONDAY, pain_after=4))
    points = pain_history([record], [make.check_in(MONDAY + timedelta(days=1), pain=3)], TODAY)

    assert points == (PainPoint(MONDAY, 1, 2, 4, 3),)


def test_a_morning_that_has_come_without_a_check_in_is_missing_and_one_to_come_is_not() -> None:
    record = summary_of(make.session_record(MONDAY))

    assert pain_history([record], [], MONDAY + timedelta(days=1))[0].next_morning is MISSING
    assert pain_history([record], [], MONDAY)[0].next_morning is NOT_ASKED


def test_a_day_without_a_session_still_has_its_next_morning() -> None:
    points = pain_history([], [make.check_in(MONDAY, pain=0)], TODAY)

    assert points == (PainPoint(MONDAY - timedelta(days=1), 0, NOT_ASKED, NOT_ASKED, 0),)


def test_of_several_sessions_of_a_day_the_worst_answers_are_kept() -> None:
    records = [
        summary_of(make.session_record(MONDAY, pain_after=1)),
        summary_of(make.session_record(MONDAY, id="second", pain_after=5, answers=())),
    ]

    point = pain_history(records, [], TODAY)[0]

    assert (point.sessions, point.during, point.after) == (2, 2, 5)


def test_a_missing_answer_breaks_the_line_and_one_not_asked_does_not() -> None:
    assert _line(_point(0, 2), _point(1, MISSING), _point(2, 3)) == [2, None, 3]
    assert _line(_point(0, 2), _point(1, NOT_ASKED), _point(2, 3)) == [2, 3]


def test_a_line_joins_the_days_of_a_plan_of_three_a_week_and_no_longer_gaps() -> None:
    assert _line(_point(0, 2), _point(3, 1), _point(7, 0)) == [2, 1, 0]
    assert _line(_point(0, 2), _point(5, 1)) == [2, None, 1]


def test_mornings_are_joined_only_from_day_to_day() -> None:
    points = _point(0, morning=1), _point(1, morning=2), _point(3, morning=0)

    assert _line(*points, series=PainSeries.NEXT_MORNING) == [1, 2, None, 0]


def test_a_break_lies_between_its_neighbors() -> None:
    days = [day for day, _ in line([_point(0, 2), _point(9, 1)], PainSeries.DURING)]

    assert days == sorted(days)


def test_weeks_and_months_keep_their_worst_day() -> None:
    points = [_point(0, 2), _point(6, 5, 1), _point(7, MISSING), _point(30, 0)]

    weeks = worst_by(points, Bucket.WEEK)
    months = worst_by(points, Bucket.MONTH)

    assert [(week.day, week.during) for week in weeks] == [
        (MONDAY, 5),
        (MONDAY + timedelta(days=7), MISSING),
        (MONDAY + timedelta(days=28), 0),
    ]
    assert weeks[0].sessions == 2
    assert [(month.day, month.during) for month in months] == [(date(2026, 3, 1), 5), (date(2026, 4, 1), 0)]
    assert worst_by(points, Bucket.DAY) == tuple(points)


@pytest.mark.parametrize(
    ("bucket", "first", "last"),
    [
        (Bucket.DAY, date(2026, 2, 11), date(2026, 2, 11)),
        (Bucket.WEEK, date(2026, 2, 9), date(2026, 2, 15)),
        (Bucket.MONTH, date(2026, 2, 1), date(2026, 2, 28)),
    ],
    ids=str,
)
def test_a_bucket_knows_its_first_and_last_day(bucket: Bucket, first: date, last: date) -> None:
    day = date(2026, 2, 11)

    assert (bucket.start(day), bucket.end(day)) == (first, last)


@pytest.mark.parametrize(
    ("pain", "first_step", "taken"),
    [(2, 4, 4), (4, 2, 4), (3, MISSING, 3), (MISSING, 5, 5), (2, NOT_ASKED, 2), (MISSING, MISSING, MISSING)],
    ids=str,
)
def test_a_morning_is_the_higher_of_pain_and_first_steps(
    pain: Answer, first_step: Answer, taken: Answer
) -> None:
    check_in = make.check_in(pain=pain, first_step=first_step)
    assert mornings_with_first_steps([check_in]) == {check_in.entered.training_day: taken}

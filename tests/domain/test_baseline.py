"""What mornings usually are: the median of fourteen days by sore side, or else the first answers (§3.2)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ankle_coach.domain.baseline import UNKNOWN, Base, base_of, is_about, morning_pain, pain_is_complete
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.journal import Answer
from ankle_coach.domain.program import MorningField
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import Thresholds
from tests.helpers.rules import ALL_FIELDS, MISSING, NOT_ASKED

DAY = date(2026, 3, 16)
LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH
FIRST_STEP = frozenset({MorningField.FIRST_STEP})
EVERYTHING = frozenset(ALL_FIELDS)
PAIN_ONLY: frozenset[MorningField] = frozenset()


def ago(days: int, pain: Answer = NOT_ASKED, side: Side = RIGHT, **fields: Any) -> MorningFacts:
    """The morning some days before the session's own."""
    return MorningFacts(day=DAY - timedelta(days=days), side=side, pain=pain, **fields)


def base(
    *mornings: MorningFacts,
    asked: frozenset[MorningField] = PAIN_ONLY,
    track: Side = RIGHT,
    intake: dict[Side, Base] | None = None,
) -> Base:
    """The baseline of the right ankle for the session of `DAY`, unless told otherwise."""
    in_order = sorted(mornings, key=lambda morning: morning.day)
    return base_of(in_order, track, DAY, asked, Thresholds(), intake or {})


def pains(*latest_first: Answer) -> tuple[MorningFacts, ...]:
    """Mornings one a day, the first of them on the session's own day."""
    return tuple(ago(days, pain) for days, pain in enumerate(latest_first))


USUAL: list[tuple[str, tuple[MorningFacts, ...], float | None]] = [
    ("the middle one of an odd number", pains(1, 5, 2), 2),
    ("the mean of the middle two of an even number", pains(1, 2, 5, 9), 3.5),
    ("an outlier moves it little", pains(2, 2, 10, 2, 2), 2),
    ("no pain is a number like any other", pains(0, 0, 0), 0),
    ("only the last seven count", pains(1, 1, 1, 1, 9, 9, 9, 0, 0, 0, 0), 1),
    ("the eighth does not", pains(1, 1, 1, 9, 9, 9, 9, 1, 1), 9),
    ("two are too few", pains(3, 3), None),
    ("a missing answer is not one of three", pains(3, MISSING, 3), None),
    ("and never counts as no pain", pains(3, MISSING, MISSING, 4, 5), 4),
    ("the session's own morning counts", (ago(0, 6), ago(1, 2), ago(2, 2), ago(3, 6)), 4),
    ("the morning after it does not", (ago(-1, 9), ago(0, 2), ago(1, 2), ago(2, 2)), 2),
    ("the fourteenth day back counts", (ago(0, 1), ago(1, 1), ago(13, 1)), 1),
    ("the fifteenth does not", (ago(0, 1), ago(1, 1), ago(14, 1)), None),
]


@pytest.mark.parametrize(
    ("mornings", "expected"), [row[1:] for row in USUAL], ids=[f"3.2 {row[0]}" for row in USUAL]
)
def test_the_usual_pain_is_the_median_of_the_last_mornings(
    mornings: tuple[MorningFacts, ...], expected: float | None
) -> None:
    assert base(*mornings) == Base(expected)


def test_each_field_needs_three_answers_of_its_own() -> None:
    mornings = [ago(n, pain, stiff_minutes=10 * n, swelling=1) for n, pain in enumerate((4, 2, 3))]
    assert base(*mornings, asked=EVERYTHING) == Base(3, 10, 1)
    fewer = [*mornings[:2], ago(2, 3, stiff_minutes=MISSING, swelling=MISSING)]
    assert base(*fewer, asked=EVERYTHING) == Base(3, None, None)


def test_what_the_program_does_not_ask_has_no_baseline() -> None:
    mornings = [ago(n, 2, first_step=8, stiff_minutes=30, swelling=2) for n in range(3)]
    assert base(*mornings, intake={RIGHT: Base(4, 40, 3)}) == Base(2)


def test_where_the_first_step_is_asked_the_higher_one_of_the_two_counts() -> None:
    mornings = (ago(0, 1, first_step=4), ago(1, 5, first_step=2), ago(2, MISSING, first_step=3))
    assert base(*mornings, asked=FIRST_STEP).pain == 4
    assert base(*mornings).pain is None


@pytest.mark.parametrize(
    ("intake", "expected"),
    [
        pytest.param({RIGHT: Base(4), LEFT: Base(1)}, Base(4), id="its own side"),
        pytest.param({BOTH: Base(3)}, Base(3), id="asked once for both"),
        pytest.param({RIGHT: Base(4), BOTH: Base(3)}, Base(4), id="its own before both"),
        pytest.param({LEFT: Base(1)}, UNKNOWN, id="the other side says nothing"),
        pytest.param({}, UNKNOWN, id="nothing was asked"),
    ],
)
def test_too_few_mornings_leave_the_first_answers(intake: dict[Side, Base], expected: Base) -> None:
    assert base(*pains(7, 7), intake=intake) == expected
    assert base(*pains(7, 7, 7), intake=intake) == Base(7)


def test_the_first_answers_fill_only_what_the_mornings_leave_open() -> None:
    mornings = [ago(n, 2, swelling=1) for n in range(3)]
    assert base(*mornings, asked=EVERYTHING, intake={RIGHT: Base(5, 25, 3)}) == Base(2, 25, 1)


def test_mornings_of_the_other_ankle_do_not_count() -> None:
    mornings = (*pains(2, 2, 2), *(ago(n, 8, LEFT) for n in range(3)))
    assert base(*mornings).pain == 2
    assert base(*mornings, track=LEFT).pain == 8


def test_mornings_about_both_ankles_count_for_each() -> None:
    mornings = [ago(n, 3, BOTH) for n in range(3)]
    assert [base(*mornings, track=side).pain for side in (LEFT, RIGHT, BOTH)] == [3, 3, 3]


def test_where_no_side_is_sore_every_morning_counts() -> None:
    assert base(ago(0, 1, LEFT), ago(1, 2, RIGHT), ago(2, 3, BOTH), track=BOTH).pain == 2


@pytest.mark.parametrize(
    ("of", "track", "about"),
    [
        (LEFT, LEFT, True),
        (LEFT, RIGHT, False),
        (RIGHT, LEFT, False),
        (BOTH, LEFT, True),
        (BOTH, RIGHT, True),
        (LEFT, BOTH, True),
        (RIGHT, BOTH, True),
        (BOTH, BOTH, True),
    ],
)
def test_a_morning_is_about_its_side_and_about_a_track_of_both(of: Side, track: Side, about: bool) -> None:
    assert is_about(MorningFacts(day=DAY, side=of), track) is about


@pytest.mark.parametrize(
    ("pain", "first_step", "asked", "counted", "complete"),
    [
        pytest.param(2, 5, FIRST_STEP, 5, True, id="3.9-missing-one the first step is higher"),
        pytest.param(6, 5, FIRST_STEP, 6, True, id="3.9-missing-one the pain is higher"),
        pytest.param(0, 0, FIRST_STEP, 0, True, id="3.9-missing-one both are none"),
        pytest.param(MISSING, 3, FIRST_STEP, 3, False, id="3.9-missing-one only the first step"),
        pytest.param(3, MISSING, FIRST_STEP, 3, False, id="3.9-missing-one only the pain"),
        pytest.param(MISSING, MISSING, FIRST_STEP, None, False, id="3.9-missing-one neither"),
        pytest.param(2, 9, PAIN_ONLY, 2, True, id="3.9-missing-one not asked for"),
        pytest.param(MISSING, 9, PAIN_ONLY, None, False, id="3.9-missing-one not asked for, no pain"),
    ],
)
def test_the_pain_of_a_morning(
    pain: Answer, first_step: Answer, asked: frozenset[MorningField], counted: int | None, complete: bool
) -> None:
    morning = MorningFacts(day=DAY, pain=pain, first_step=first_step)
    assert morning_pain(morning, asked) == counted
    assert pain_is_complete(morning, asked) is complete

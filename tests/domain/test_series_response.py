"""Pain during against the next morning: only where all is known, judged as row 5 judges it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.series_morning import MorningRules
from ankle_coach.domain.series_response import Response, Settling, responses, settling, spread
from ankle_coach.domain.sides import Side
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY

RULES = MorningRules(affected=Side.RIGHT)


def _day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def _mornings(*pains: Answer, **fields: Any) -> list[MorningFacts]:
    given = {"side": Side.RIGHT, "first_step": NoAnswer.NOT_ASKED, **fields}
    return [
        MorningFacts(
            day=_day(n),
            pain=pain,
            stiff_minutes=NoAnswer.NOT_ASKED,
            swelling=NoAnswer.NOT_ASKED,
            **given,
        )
        for n, pain in enumerate(pains)
    ]


def _found(mornings: list[MorningFacts], rules: MorningRules = RULES, **fields: Any) -> tuple[Response, ...]:
    session = make.session_record(_day(2), **fields)
    return responses([session], mornings, lambda _: rules)


def test_a_session_is_held_against_its_usual_morning() -> None:
    (one,) = _found(_mornings(1, 1, 1, 3))

    assert (one.day, one.side, one.during, one.base, one.morning) == (_day(2), Side.RIGHT, 2, 1, 3)
    assert one.change == 2
    assert one.settling is Settling.ROSE


@pytest.mark.parametrize(
    "mornings",
    [_mornings(1, 1, 1), _mornings(1, 1, 1, NoAnswer.MISSING), _mornings(1, 1)],
    ids=["no-check-in", "left-out", "no-base"],
)
def test_without_the_morning_or_the_base_there_is_no_mark(mornings: list[MorningFacts]) -> None:
    assert _found(mornings) == ()


def test_without_an_answer_during_there_is_no_mark() -> None:
    left_out = (make.exercise_answer(pain_during=NoAnswer.MISSING),)

    assert _found(_mornings(1, 1, 1, 1), answers=left_out) == ()
    assert _found(_mornings(1, 1, 1, 1), answers=()) == ()


def test_the_worst_answer_about_the_sore_side_counts() -> None:
    answers = (
        make.exercise_answer(side=Side.RIGHT, pain_during=3),
        make.exercise_answer(side=Side.LEFT, pain_during=7),
        make.exercise_answer(side=Side.BOTH, pain_during=1),
    )

    (one,) = _found(_mornings(1, 1, 1, 1), answers=answers)

    assert one.during == 3


def test_two_sore_sides_have_a_mark_each() -> None:
    both = MorningRules(affected=Side.BOTH)
    mornings = sorted(
        _mornings(1, 1, 1, 1, side=Side.LEFT) + _mornings(2, 2, 2, 4, side=Side.RIGHT), key=lambda m: m.day
    )

    found = _found(mornings, both)

    assert [(one.side, one.change) for one in found] == [(Side.LEFT, 0), (Side.RIGHT, 2)]


@pytest.mark.parametrize(
    ("base", "morning", "expected"),
    [
        (2.0, 1, Settling.SETTLED),
        (2.0, 2, Settling.SETTLED),
        (2.0, 3, Settling.A_LITTLE_UP),
        (2.5, 4, Settling.A_LITTLE_UP),
        (2.0, 4, Settling.ROSE),
        (5.0, 6, Settling.ROSE),
    ],
    ids=["below", "same", "one-up", "one-and-a-half", "two-up", "above-five"],
)
def test_a_morning_settles_or_rises_as_row_5_says(base: float, morning: int, expected: Settling) -> None:
    assert settling(base, morning, RULES) is expected


def test_marks_of_the_same_numbers_stand_side_by_side_and_near() -> None:
    (one,) = _found(_mornings(1, 1, 1, 1))

    places = spread([one] * 30, 0.36, 0.2)

    assert len(set(places)) == 30
    assert all(abs(x - one.during) <= 0.36 and abs(y - one.change) <= 0.2 for x, y in places)
    assert spread([one], 0.36, 0.2) == ((one.during, one.change),)

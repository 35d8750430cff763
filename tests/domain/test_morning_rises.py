"""The morning after a loaded day against its base: how "it had settled" is known (clinical.md §3.1, §3.6)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ankle_coach.domain.entries import Kept
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.journal import CheckIn, NoAnswer, Person
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.measurements_of import measurements_of, morning_rises
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY, check_in, moment, session_record, set_record
from tests.helpers.rules import exercise

CALF = exercise("str-calf-bi")
CIRCLES = "mob-ankle-circles"


def mornings(*pains: Any, side: Side = Side.RIGHT) -> list[CheckIn]:
    """Check-ins on the days from `MONDAY` on; None for a day without one."""
    return [
        check_in(
            id=f"{side}-{number}",
            entered=moment(MONDAY + timedelta(days=number)),
            side=side,
            pain=pain,
            first_step=NoAnswer.NOT_ASKED,
        )
        for number, pain in enumerate(pains)
        if pain is not None
    ]


def contents(check_ins: list[CheckIn], *, loaded_on: tuple[int, ...] = (), **fields: Any) -> JournalContents:
    """A journal of check-ins, and of sessions of loaded work on some days."""
    sessions = tuple(
        session_record(
            id=f"s{number}",
            started=moment(MONDAY + timedelta(days=number)),
            sets=(set_record(exercise=fields.get("done", "str-calf-bi")),),
        )
        for number in loaded_on
    )
    return JournalContents(
        person=Person(id="p"),
        sessions=sessions,
        check_ins=tuple(check_ins),
        entries=fields.get("entries", ()),
    )


def settled(journal: JournalContents) -> list[tuple[int, float | None]]:
    """Day number and rise of each morning that was measured."""
    found = measurements_of(journal, (), {"str-calf-bi": CALF})
    return [
        ((m.entered.training_day - MONDAY).days, m.whole) for m in found if m.measure == "next-morning-rise"
    ]


@pytest.mark.parametrize(
    ("pains", "expected"),
    [
        pytest.param((2, 2, 2, 2), [(3, 0)], id="3.2-baseline as before"),
        pytest.param((2, 2, 2, 3), [(3, 1)], id="3.2-baseline one above"),
        pytest.param((2, 2, 2, 4), [(3, 2)], id="3.2-baseline two above"),
        pytest.param((2, 2, 2, 0), [(3, -2)], id="3.2-baseline below"),
        pytest.param((0, 3, 4, 4), [(3, 1)], id="3.2-baseline the middle one, not the mean"),
        pytest.param((None, 2, 2, 2), [], id="3.2-baseline two mornings are too few"),
        pytest.param((2, 2, 2, None), [], id="3.2-baseline no morning after"),
        pytest.param((2, 2, 2, NoAnswer.MISSING), [], id="3.2-asked not answered"),
    ],
)
def test_the_morning_after_a_loaded_day_is_held_against_its_base(
    pains: tuple[Any, ...], expected: list[tuple[int, float]]
) -> None:
    assert settled(contents(mornings(*pains), loaded_on=(2,))) == expected


def test_a_day_without_loaded_work_is_not_judged() -> None:
    assert settled(contents(mornings(2, 2, 2, 2))) == []
    assert settled(contents(mornings(2, 2, 2, 2), loaded_on=(2,), done=CIRCLES)) == []


def test_the_intake_gives_the_base_until_there_are_three_mornings() -> None:
    intake = Kept(entry=Intake(pain=4, first_step=1), moment=moment(), id="intake")
    assert settled(contents(mornings(None, 5), loaded_on=(0,), entries=(intake,))) == [(1, 1)]


def test_only_the_last_seven_mornings_of_fourteen_days_count() -> None:
    pains = (9, 9, 9, 9, 1, 1, 1, 1, 1, 1, 1, 1)
    assert settled(contents(mornings(*pains), loaded_on=(10,))) == [(11, 0)]


@pytest.mark.parametrize(
    ("pain", "first_step", "counts"),
    [
        pytest.param(NoAnswer.MISSING, 5, [(3, 3)], id="3.9-missing-one against"),
        pytest.param(3, NoAnswer.MISSING, [], id="3.9-missing-one never for"),
        pytest.param(2, 4, [(3, 2)], id="3.2 the higher of the two"),
    ],
)
def test_a_morning_with_one_answer_left_out_counts_only_against(
    pain: Any, first_step: Any, counts: list[tuple[int, float]]
) -> None:
    last = check_in(id="last", entered=moment(MONDAY + timedelta(days=3)), pain=pain, first_step=first_step)
    assert settled(contents([*mornings(2, 2, 2), last], loaded_on=(2,))) == counts


def test_of_two_sore_sides_the_one_that_rose_more_counts() -> None:
    both = mornings(1, 1, 1, 1, side=Side.LEFT) + mornings(3, 3, 3, 6)
    (rise,) = [
        found for day, found in morning_rises(contents(both)).items() if day == both[3].entered.training_day
    ]
    assert rise.rise == 3

"""The numbers that a decision keeps for its reason: the worst of the day, and nothing unanswered."""

from __future__ import annotations

from typing import Any

import pytest

from ankle_coach.domain.baseline import Base
from ankle_coach.domain.outcome import SIGNS, Case
from ankle_coach.domain.outcome_mornings import Track
from ankle_coach.domain.outcome_values import values_of
from tests.domain.test_decision_table import bout, case, morning
from tests.helpers.rules import MISSING, NOT_ASKED

NOTHING_SAID: dict[str, Any] = {"pain_before": NOT_ASKED, "effort": NOT_ASKED}
NO_NUMBER = {"percent": 100, "ceiling": 3, "base": 2}
"""A whole dose in a sprain program on a baseline of 2, before anybody answered anything."""


def values(of: Case) -> dict[str, Any]:
    """The values of a case, each key once."""
    found = values_of(of)
    assert len(dict(found)) == len(found)
    return dict(found)


def test_each_answer_of_a_session_is_kept_under_its_own_name() -> None:
    said = bout(pain_before=1, swelling_before=2, pain_during=3, pain_after=4, effort=6)
    assert values(case(said)) == {
        "percent": 100,
        "ceiling": 3,
        "pain_before": 1,
        "swelling_before": 2,
        "pain_during": 3,
        "pain_after": 4,
        "effort": 6,
        "base": 2,
        "morning": 2,
        "stiffness": 20,
        "stiffness_base": 20,
        "swelling": 1,
        "swelling_base": 1,
    }


@pytest.mark.parametrize("order", [1, -1], ids=["worse-first", "worse-last"])
def test_of_several_sessions_the_worst_answer_is_named(order: int) -> None:
    sessions = (bout(pain_during=4, pain_after=1, effort=8), bout(pain_during=2, pain_after=3, effort=5))
    found = values(case(*sessions[::order]))
    assert (found["pain_during"], found["pain_after"], found["effort"]) == (4, 3, 8)


def test_an_answer_of_zero_is_kept_and_one_that_nobody_gave_is_not() -> None:
    zero = values(case(bout(pain_during=0)))
    assert zero["pain_during"] == 0
    unsaid = values(case(bout(pain_during=MISSING, pain_after=NOT_ASKED, **NOTHING_SAID)))
    assert {"pain_before", "pain_during", "pain_after", "effort"}.isdisjoint(unsaid)


def test_a_session_that_asked_takes_nothing_from_one_that_did_not() -> None:
    found = values(case(bout(pain_during=3), bout(pain_during=NOT_ASKED)))
    assert found["pain_during"] == 3


@pytest.mark.parametrize(("share", "percent"), [(1.0, 100), (0.8, 80), (0.599, 59), (0.0, 0)])
def test_the_done_part_of_the_dose_is_never_rounded_up_to_a_bound(share: float, percent: int) -> None:
    assert values(case(share=share))["percent"] == percent


def test_the_ceiling_is_that_of_the_exercise_and_not_of_the_program() -> None:
    assert values(case(ceiling=3, program_ceiling=5))["ceiling"] == 3


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_is_named_alone(sign: str) -> None:
    found = values(case(bout(**{sign: True})))
    assert {name: found[name] for name in SIGNS if name in found} == {sign: 1}


def test_signs_of_different_sessions_are_all_named() -> None:
    found = values(case(bout(gave_way=True), bout(), bout(form_lost=True)))
    assert {name for name in SIGNS if name in found} == {"gave_way", "form_lost"}


@pytest.mark.parametrize(
    ("of", "named"),
    [
        pytest.param(case(), False, id="3.3-6 all answered"),
        pytest.param(case(bout(pain_during=MISSING)), True, id="3.3-6 pain during left out"),
        pytest.param(case(no_entry=True), True, id="3.3-6 no morning"),
        pytest.param(case(bout(pain_during=MISSING), loaded=False), False, id="3.3-9 unloaded asks for none"),
    ],
)
def test_a_missing_answer_is_named_where_the_table_asks_for_it(of: Case, named: bool) -> None:
    assert ("missing" in values(of)) is named


@pytest.mark.parametrize(
    ("base", "unknown"),
    [
        pytest.param(Base(None, 20, 1), {"base"}, id="pain"),
        pytest.param(Base(2, None, 1), {"stiffness", "stiffness_base"}, id="stiffness"),
        pytest.param(Base(2, 20, None), {"swelling", "swelling_base"}, id="swelling"),
    ],
)
def test_a_morning_without_a_baseline_is_not_compared_with_one(base: Base, unknown: set[str]) -> None:
    whole = values(case())
    found = values(case(base=base))
    assert {name: value for name, value in whole.items() if name not in unknown} == found


@pytest.mark.parametrize("answer", [MISSING, NOT_ASKED], ids=["missing", "not-asked"])
@pytest.mark.parametrize(
    ("field", "unknown"),
    [("pain", {"morning"}), ("stiff_minutes", {"stiffness", "stiffness_base"}), ("swelling", {"swelling"})],
)
def test_an_answer_that_a_morning_lacks_is_no_number(field: str, unknown: set[str], answer: object) -> None:
    found = values(case(after=morning(**{field: answer})))
    assert unknown.isdisjoint(found)


def test_without_a_morning_only_the_usual_pain_is_named() -> None:
    found = values(case(bout(pain_during=NOT_ASKED, pain_after=NOT_ASKED, **NOTHING_SAID), no_entry=True))
    assert found == {**NO_NUMBER, "missing": 1}


def test_of_two_sore_sides_the_one_that_rose_most_is_named() -> None:
    calm, worse = Track(Base(4), morning(pain=4)), Track(Base(1), morning(pain=3))
    for tracks in ((calm, worse), (worse, calm)):
        found = values(case(tracks=tracks))
        assert (found["base"], found["morning"]) == (1, 3)

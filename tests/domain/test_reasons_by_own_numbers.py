"""A reason names what was over the limit that held, and the plan's own numbers where they were changed."""

from __future__ import annotations

from typing import Any

import pytest

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.decision_words import reason
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.thresholds import Thresholds
from ankle_coach.domain.words import PLAIN_WORDS
from tests.helpers.builders import MONDAY
from tests.helpers.rules import BAD, FIVE, HOP, MOBILITY, Diary, diary, exercise, level


def why(book: Diary, rule: str) -> str:
    """The reason of the last decision by a rule."""
    (*_, last) = [d for d in book.decisions() if d.rule == rule]
    return reason(last, PLAIN_WORDS)


def test_pain_that_a_tendon_program_allows_is_no_reason_to_hold() -> None:
    """3.3-6, 3.3-8: in a tendon program 4 of 10 is calm; the morning alone holds."""
    book = diary(FIVE).trained(1, bout={"pain_during": 4, "pain_after": 4}, morning=1)
    assert why(book, "3.3-6") == "Pain the next morning 1, usually 0."
    other = diary(FIVE, tendon=False).trained(1, bout={"pain_during": 4}, morning=1)
    assert why(other, "3.3-6") == "Pain during it 4; pain the next morning 1, usually 0."


def test_pain_after_a_hop_is_held_against_the_programs_ceiling() -> None:
    """3.3-5: `painAfter` is judged against the program's ceiling, not the lower one of hops."""
    book = diary(HOP).trained(1, bout={"pain_during": 2, "pain_after": 4}, morning=3)
    assert why(book, "3.3-5").startswith("Pain the next morning 3, usually 0.")


def test_a_hard_effort_at_a_repetition_maximum_is_no_reason_to_hold() -> None:
    """3.3-6: effort is not asked where the dose is given in RM."""
    heavy = exercise("str-rm", Group.STRENGTH, *(level(name, load="8 RM") for name in "ab"))
    book = diary(heavy).trained(1, bout={"effort": 10}, morning=1)
    assert why(book, "3.3-6") == "Pain the next morning 1, usually 0."


def test_the_limit_of_the_mornings_is_the_plans_own() -> None:
    book = diary(FIVE, thresholds=Thresholds(baseline_high=3))
    book.rested(10, planned=(), morning=4).trained(1, morning=4)
    assert "mornings are usually above 3" in why(book, "3.3-9")


GAPS: list[tuple[str, int, dict[str, int], str]] = [
    ("3.5-gap-4", 5, {}, "nothing advances for 7 days"),
    ("3.5-gap-4", 5, {"gap_hold_days": 10}, "nothing advances for 10 days"),
    ("3.5-gap-8", 9, {}, "with a quarter less"),
    ("3.5-gap-8", 9, {"gap_level_percent": 40}, "with 40 % less"),
    ("3.5-gap-15", 16, {}, "with half of it"),
    ("3.5-gap-15", 16, {"gap_phase_percent": 60}, "with 60 % less"),
]


@pytest.mark.parametrize(
    ("rule", "days", "own", "said"), GAPS, ids=[f"{r} {'own' if own else 'usual'}" for r, _, own, _ in GAPS]
)
def test_what_a_gap_does_is_said_with_the_plans_numbers(
    rule: str, days: int, own: dict[str, int], said: str
) -> None:
    book = diary(FIVE, thresholds=Thresholds(**own)).trained(2).rested(days).trained(1)
    assert said in why(book, rule)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        pytest.param({}, "within 14 days: two levels back, no advance for 7 days", id="3.4-second usual"),
        pytest.param(
            {"second_regress_days": 20, "second_hold_days": 9},
            "within 20 days: two levels back, no advance for 9 days",
            id="3.4-second own",
        ),
    ],
)
def test_a_second_step_back_is_said_with_the_plans_numbers(own: dict[str, int], said: str) -> None:
    book = diary(MOBILITY, thresholds=Thresholds(**own)).trained(2, bout=BAD)
    assert said in why(book, "3.3-4")


@pytest.mark.parametrize(
    ("key", "values", "said"),
    [
        pytest.param("adherence", {}, "less than 80 %", id="3.5-adherence usual"),
        pytest.param("adherence", {"least": 90}, "less than 90 %", id="3.5-adherence own"),
        pytest.param("second-regress", {}, "within 14 days", id="3.4-second waits usual"),
        pytest.param("second-regress", {"window": 20}, "within 20 days", id="3.4-second waits own"),
    ],
)
def test_why_an_advance_waits_is_said_with_the_plans_numbers(
    key: str, values: dict[str, Any], said: str
) -> None:
    told = (("percent", 100), ("base", 0), ("morning", 0), ("waits", key), *values.items())
    credit = Decision(
        day=MONDAY, outcome=Outcome.CREDIT, rule="3.3-8", prescription="p", exercise="e", values=told
    )
    assert said in reason(credit, PLAIN_WORDS)


def test_the_number_is_there_when_the_plan_has_its_own() -> None:
    own = Thresholds(adherence_advance=100, adherence_from=3)
    book = diary(MOBILITY, thresholds=own).trained(1).rested(3).trained(2)
    waiting = [d for d in book.decisions() if d.value("waits") == "adherence"]
    assert waiting[-1].value("least") == 100
    usual = diary(MOBILITY, thresholds=Thresholds(adherence_from=3)).trained(1).rested(3).trained(2)
    waiting = [d for d in usual.decisions() if d.value("waits") == "adherence"]
    assert waiting[-1].value("least") is None

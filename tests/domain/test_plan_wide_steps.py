"""Plan-wide steps, precedence, holds and flags: rows of clinical.md §3.4 and §3.3, lived day by day."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.safety_facts import Assessed
from ankle_coach.domain.thresholds import Thresholds
from tests.helpers.rules import (
    BAD,
    FIVE,
    MOBILITY,
    Diary,
    context_of,
    day_number,
    diary,
    exercise,
    level,
    plan_of,
    prescribed,
    row,
)

# --- Plan-wide ---------------------------------------------------------------------------------


@row("3.4-plan")
def test_two_regress_days_in_seven_make_a_deload(row_id: str) -> None:
    """3.4-plan: it replaces the day's level steps, from the level held before that day."""
    book = diary(FIVE).trained(1, bout=BAD).rested(5, planned=()).trained(1, bout=BAD)
    state, _ = book.fold()
    assert state.deload is not None
    assert (state.deload.first, state.deload.last) == (day_number(7), day_number(13))
    # One level for the first day, then one below what was held before the second.
    assert book.standing().level == "b"
    assert state.regress_days == ()


@row("3.4-plan")
def test_two_regress_days_eight_days_apart_make_none(row_id: str) -> None:
    """3.4-plan: in 7 days means the 7 training days that end with this one."""
    book = diary(FIVE).trained(1, bout=BAD).rested(6, planned=()).trained(1, bout=BAD)
    assert book.decisions(Outcome.DELOAD) == []


@row("3.4-plan")
def test_several_exercises_on_one_day_are_one_regress_day(row_id: str) -> None:
    """3.4-plan counts training days."""
    book = diary(FIVE, exercise("str-two")).trained(1, bout=BAD)
    assert book.decisions(Outcome.DELOAD) == []


@row("3.4-plan")
def test_an_unloaded_exercise_makes_no_regress_day(row_id: str) -> None:
    """3.4-plan counts loaded exercises only."""
    book = diary(MOBILITY).trained(3, bout=BAD)
    assert book.decisions(Outcome.DELOAD, Outcome.PHASE_BACK) == []


@row("3.4-plan")
def test_three_regress_days_in_fourteen_make_a_phase_back(row_id: str) -> None:
    """3.4-plan: with the advise flag; counters start again."""
    book = diary(FIVE).trained(1, bout=BAD)
    book.rested(6, planned=()).trained(1, bout=BAD).rested(5, planned=())
    limits = Thresholds(deload_window=3)
    book.context = context_of(FIVE, thresholds=limits)
    book.trained(1, bout=BAD)
    state, _ = book.fold()
    assert [d.rule for d in book.decisions(Outcome.PHASE_BACK)] == ["3.4-plan"]
    assert state.phase_due == "p1"
    assert [f.kind for f in state.flags] == ["T-steps-back"]
    assert state.regress_days == ()


@pytest.mark.parametrize(
    ("wait", "outcome"),
    [
        pytest.param(0, Outcome.PHASE_BACK, id="3.4-plan on the deload's first day"),
        pytest.param(20, Outcome.PHASE_BACK, id="3.4-plan 14 days after its last"),
        pytest.param(21, None, id="3.4-plan 15 days after its last"),
    ],
)
def test_one_regress_day_after_a_deload_makes_a_phase_back(wait: int, outcome: Outcome | None) -> None:
    book = diary(FIVE).trained(2, bout=BAD)
    book.rested(wait, planned=()).trained(1, bout=BAD)
    found = book.decisions(Outcome.PHASE_BACK)
    assert [d.outcome for d in found] == ([outcome] if outcome else [])


@row("3.9-phase-back")
def test_phase_back_ends_a_deload_and_sets_credits_to_0(row_id: str) -> None:
    """3.9 phase back."""
    mobility = exercise("mob-one", Group.MOBILITY)
    book = diary(FIVE, mobility).trained(2, only=("str-one",), bout=BAD).trained(1, only=("mob-one",))
    assert book.standing("main.mob-one").credits != ()
    book.trained(1, only=("str-one",), bout=BAD)
    assert book.fold()[0].deload is None
    assert book.standing("main.mob-one").credits == ()


@row("3.9-phase-back")
def test_the_first_phase_stays_the_first(row_id: str) -> None:
    """3.9 phase back: P1 stays P1."""
    book = diary(FIVE, phase="p1").trained(3, bout=BAD)
    assert len(book.decisions(Outcome.PHASE_BACK)) == 1
    assert book.fold()[0].phase_due == ""


@row("3.9-phase-back")
def test_standings_last_held_come_back_with_the_phase(row_id: str) -> None:
    """3.9 phase back: with the standings last held there."""
    ladder = exercise("mob-one", Group.MOBILITY, *(level(name) for name in "abcde"), start_level="b")
    other = exercise("mob-two", Group.MOBILITY)
    first = plan_of(prescribed(ladder))
    book = Diary(first, context_of(ladder, other)).trained(4)
    assert book.standing("main.mob-one").level == "d"
    book.change(plan_of(prescribed(other), phase="p3", version=2, starts_on=book.today)).trained(1)
    assert [d.rule for d in book.decisions(Outcome.PHASE_FORWARD)] == ["3.6-exit"]
    book.change(replace(first, version=3, starts_on=book.today)).trained(1)
    standing = book.standing("main.mob-one")
    assert (standing.level, len(standing.credits)) == ("d", 1)


# --- Precedence --------------------------------------------------------------------------------


@row("3.4-precedence")
def test_deload_goes_before_level(row_id: str) -> None:
    """3.4 precedence: the level step of the day is replaced."""
    ladder = exercise("str-one", Group.STRENGTH, *(level(name) for name in "abcdefg"), start_level="g")
    book = diary(ladder).trained(2, bout=BAD)
    # Day 1: g to f. Day 2 would be two levels, but the deload's one level replaces it.
    assert book.standing().level == "e"


@row("3.4-precedence")
def test_phase_back_goes_before_deload(row_id: str) -> None:
    """3.4 precedence."""
    book = diary(FIVE).trained(3, bout=BAD)
    assert [d.outcome for d in book.decisions(Outcome.DELOAD, Outcome.PHASE_BACK)] == [
        Outcome.DELOAD,
        Outcome.PHASE_BACK,
    ]


# --- Holds and reviews -------------------------------------------------------------------------


@row("3.4-review")
def test_holds_on_a_level_for_three_weeks_prompt_a_review(row_id: str) -> None:
    """3.4-review."""
    book = diary().trained(20, bout={"form_lost": True})
    assert [d for d in book.decisions(Outcome.FLAG) if d.rule == "3.4-review"] == []
    book.trained(1, bout={"form_lost": True})
    assert [d.rule for d in book.decisions(Outcome.FLAG)] == ["3.4-review"]
    assert book.fold()[0].flags == ()


@row("3.3-7")
def test_three_unfinished_doses_offer_a_smaller_plan(row_id: str) -> None:
    """3.3-7: three in a row."""
    book = diary().trained(2, share=0.3).trained(1, share=0.7).trained(2, share=0.3)
    assert book.decisions(Outcome.FLAG) == []
    book.trained(1, share=0.3)
    assert [(d.rule, d.value("flag")) for d in book.decisions(Outcome.FLAG)] == [("3.3-7", "smaller-plan")]


# --- Flags of rows 2 and 3 ---------------------------------------------------------------------


@row("3.3-2")
def test_two_no_load_days_in_a_row_raise_the_advise_flag(row_id: str) -> None:
    """3.3-2."""
    book = diary().trained(1, bout={"pain_before": 6})
    assert book.fold()[0].flags == ()
    book.rested(1, planned=()).trained(1, bout={"pain_before": 6})
    assert [f.kind for f in book.fold()[0].flags] == ["T-no-load"]


@row("3.3-2")
def test_a_session_day_with_loading_breaks_the_row(row_id: str) -> None:
    """3.3-2: session days in a row."""
    book = diary().trained(1, bout={"pain_before": 6}).trained(1).trained(1, bout={"pain_before": 6})
    assert book.fold()[0].flags == ()


@row("3.3-3")
def test_a_stop_raises_the_advise_flag(row_id: str) -> None:
    """3.3-3."""
    book = diary().trained(1, bout={"pain_during": 8})
    assert [f.kind for f in book.fold()[0].flags] == ["T-stop"]


@row("4.2-trend")
def test_a_flag_after_an_assessment_of_the_same_pauses(row_id: str) -> None:
    """4.2-trend: pause if already assessed and still worsening."""
    book = diary(FIVE).trained(1, bout={"pain_during": 8})
    book.trained(1, assessed=(Assessed(day=book.today),)).trained(1, bout={"pain_during": 8})
    assert [f.urgency for f in book.fold()[0].flags] == [Urgency.PAUSE]

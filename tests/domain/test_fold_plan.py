"""A new version of the plan in the middle of its days: what is kept, what begins anew, and what is logged."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.day_facts import Override, OverrideKind
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.exercise import Exercise, Group
from ankle_coach.domain.own_thresholds import ThresholdChange
from ankle_coach.domain.program_traits import WeekBlock
from ankle_coach.domain.reviews import Correction
from tests.helpers.builders import moment
from tests.helpers.rules import (
    BAD,
    Diary,
    context_of,
    day_number,
    diary,
    exercise,
    level,
    plan_of,
    prescribed,
    reps,
    row,
    runs,
)

MOVE = exercise("mob-one", Group.MOBILITY, *(level(name) for name in "abcde"), start_level="b")
OTHER = exercise("mob-two", Group.MOBILITY, *(level(name) for name in "abcde"), start_level="b")


def book_of(*exercises: Exercise, **fields: Any) -> Diary:
    """A diary whose plan may later have any of some exercises."""
    return Diary(plan_of(prescribed(exercises[0]), **fields), context_of(*exercises))


def version(book: Diary, *exercises: Exercise, phase: str = "p2", **fields: Any) -> Diary:
    """Go on with a new version from the next day on."""
    prescriptions = tuple(prescribed(one, **fields) for one in exercises)
    number = book.plan.version + 1
    return book.change(
        replace(book.plan, prescriptions=prescriptions, phase=phase, version=number, starts_on=book.today)
    )


# --- The same phase ----------------------------------------------------------------------------


def test_an_edit_within_a_phase_keeps_its_days_and_its_sessions() -> None:
    book = book_of(MOVE, OTHER).trained(5)
    version(book, MOVE, OTHER).trained(2)
    state = book.fold()[0]
    assert (state.phase_since, state.phase_planned, state.phase_done) == (day_number(0), 7, 7)


def test_another_phase_counts_from_its_own_first_day() -> None:
    book = book_of(MOVE, OTHER).trained(5)
    version(book, OTHER, phase="p3").trained(2)
    state = book.fold()[0]
    assert (state.phase_since, state.phase_planned, state.phase_done) == (day_number(5), 2, 2)
    assert (state.began, state.planned_total) == (day_number(0), 7)


def test_an_exercise_added_within_a_phase_begins_as_written_beside_the_others() -> None:
    book = book_of(MOVE, OTHER).trained(2)
    assert book.standing("main.mob-one").level == "c"
    version(book, MOVE, OTHER).trained(1)
    assert book.standing("main.mob-one").level == "c"
    assert (book.standing("main.mob-two").level, book.standing("main.mob-two").begun) == ("b", day_number(2))


def test_an_exercise_taken_out_has_no_standing_any_more() -> None:
    book = book_of(MOVE, OTHER)
    version(book, MOVE, OTHER).trained(1)
    assert {name for name, _ in book.fold()[0].standings} == {"main.mob-one", "main.mob-two"}
    version(book, OTHER).trained(1)
    assert {name for name, _ in book.fold()[0].standings} == {"main.mob-two"}


def test_a_prescription_that_was_rewritten_begins_as_it_is_written_now() -> None:
    book = book_of(MOVE).trained(3)
    assert book.standing("main.mob-one").level == "c"
    version(book, MOVE, level="a", dose=reps(6)).trained(1)
    standing = book.standing("main.mob-one")
    assert (standing.level, standing.dose, standing.begun) == ("a", reps(6), day_number(3))


def test_a_prescription_written_back_within_the_phase_begins_anew_too() -> None:
    book = book_of(MOVE, OTHER).trained(3)
    version(book, OTHER).trained(1)
    version(book, MOVE).trained(1)
    assert (book.standing("main.mob-one").level, book.standing("main.mob-one").begun) == ("b", day_number(4))


# --- Another phase -----------------------------------------------------------------------------


@row("3.9-phase-back")
def test_a_phase_that_comes_back_counts_its_days_at_the_dose_anew(row_id: str) -> None:
    book = book_of(MOVE, OTHER).trained(3)
    version(book, OTHER, phase="p3").trained(4)
    version(book, MOVE).trained(1)
    standing = book.standing("main.mob-one")
    assert (standing.level, standing.since, standing.begun) == ("c", day_number(6), day_number(0))


@row("3.9-phase-back")
def test_a_phase_that_comes_back_rewritten_begins_as_written(row_id: str) -> None:
    book = book_of(MOVE, OTHER).trained(3)
    version(book, OTHER, phase="p3").trained(4)
    version(book, MOVE, dose=reps(5)).trained(1)
    assert (book.standing("main.mob-one").level, book.standing("main.mob-one").dose) == ("b", reps(5))


def test_the_next_phase_goes_on_from_the_level_that_was_reached_of_the_same_exercise() -> None:
    book = book_of(MOVE, OTHER).trained(4)
    reached = book.standing("main.mob-one")
    assert reached.level == "d"
    version(book, MOVE, OTHER, phase="p3").trained(1)
    carried = book.standing("main.mob-one")
    assert (carried.level, carried.dose, carried.since) == ("d", reached.dose, day_number(3))
    assert len(carried.credits) == 1
    assert book.standing("main.mob-two").level == "b"


def test_the_next_phase_never_begins_below_what_it_prescribes() -> None:
    book = book_of(MOVE, OTHER).trained(1, bout=BAD)
    assert book.standing("main.mob-one").level == "a"
    version(book, MOVE, phase="p3").rested(1, planned=())
    assert book.standing("main.mob-one").level == "b"


def test_a_phase_back_does_not_carry_the_higher_level_along() -> None:
    book = book_of(MOVE, OTHER, phase="p3").trained(4)
    assert book.standing("main.mob-one").level == "d"
    version(book, MOVE, phase="p1").rested(1, planned=())
    assert book.standing("main.mob-one").level == "b"
    assert book.decisions(Outcome.PHASE_FORWARD) == []


# --- Weeks of published programs ---------------------------------------------------------------

WEEKS = (WeekBlock("p2", 1, 2),)


@row("3.4-preset")
def test_an_edit_within_a_block_keeps_its_week(row_id: str) -> None:
    book = diary(weeks=WEEKS).trained(9)
    assert book.fold()[0].week == 2
    book.change(replace(book.plan, name="Edited", version=2, starts_on=book.today)).trained(1)
    state = book.fold()[0]
    assert (state.week, state.week_since) == (2, day_number(6))


@row("3.4-preset")
def test_a_phase_without_weeks_counts_none(row_id: str) -> None:
    book = diary(weeks=WEEKS).trained(9)
    book.change(replace(book.plan, phase="p3", version=2, starts_on=book.today)).trained(1)
    assert (book.fold()[0].week, book.fold()[0].week_since) == (0, None)


# --- What a person decides ---------------------------------------------------------------------


@pytest.mark.parametrize(("by_therapist", "by"), [(True, "therapist"), (False, "runner")])
@pytest.mark.parametrize("kind", [OverrideKind.LIFT_HOLD, OverrideKind.SET_STANDING])
def test_the_log_says_who_decided_against_a_rule(kind: OverrideKind, by_therapist: bool, by: str) -> None:
    own = Override(
        id="o",
        day=day_number(0),
        kind=kind,
        prescription="main.mob-one",
        by_therapist=by_therapist,
        rule="3.3-5",
    )
    book = book_of(MOVE).trained(1, overrides=(own,))
    (decision,) = book.decisions(Outcome.OVERRIDE)
    assert (decision.value("by"), decision.value("rule"), decision.value("kind")) == (by, "3.3-5", kind.value)


@row("3.4-override")
def test_a_level_that_a_person_sets_counts_its_days_from_that_day(row_id: str) -> None:
    own = Override(
        id="o", day=day_number(3), kind=OverrideKind.SET_STANDING, prescription="main.mob-one", level="e"
    )
    book = book_of(MOVE).trained(3).trained(1, overrides=(own,))
    standing = book.standing("main.mob-one")
    assert (standing.level, standing.since, standing.days_at_dose(day_number(3))) == ("e", day_number(2), 1)


@row("3.4-override")
def test_lifting_a_hold_offers_a_walk_run_stage_again_at_once(row_id: str) -> None:
    stages = exercise("run-walk", Group.PLYOMETRIC, level("stage-1", runs(1)), level("stage-2", runs(2)))
    lift = Override(id="o", day=day_number(1), kind=OverrideKind.LIFT_HOLD)
    book = diary(stages).trained(1, bout={"limp": True})
    assert book.standing("main.run-walk").not_before == day_number(3)
    book.rested(1, planned=(), overrides=(lift,))
    assert book.standing("main.run-walk").not_before is None


@row("3.2-corrected")
def test_a_corrected_answer_is_in_the_log_with_what_is_known_of_it(row_id: str) -> None:
    told = Correction(id="c", made=moment(), about=day_number(-1), question="worst-pain", before=4)
    book = book_of(MOVE).rested(1, planned=(), corrected=(told,))
    (decision,) = book.decisions(Outcome.REVISED)
    assert decision.rule == row_id
    about = day_number(-1).isoformat()
    assert decision.values == (("question", "worst-pain"), ("from", 4), ("about", about))


@pytest.mark.parametrize(("by_therapist", "by"), [(True, "therapist"), (False, "runner")])
def test_the_log_says_who_changed_a_number_of_the_rules(by_therapist: bool, by: str) -> None:
    change = ThresholdChange(
        day=day_number(0), name="deload_days", before=7, after=10, by_therapist=by_therapist
    )
    (decision,) = book_of(MOVE).rested(1, planned=(), changed=(change,)).decisions(Outcome.OVERRIDE)
    assert (decision.rule, decision.value("by")) == ("3.4-threshold", by)
    assert (decision.value("from"), decision.value("to")) == (7, 10)

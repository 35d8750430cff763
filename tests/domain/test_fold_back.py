"""Steps back of the whole plan: what an easy week, a gap and a phase back leave of levels, days and weeks."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.fold_back import phase_place
from ankle_coach.domain.program_traits import WeekBlock
from ankle_coach.domain.safety_facts import Report, ReportKind
from tests.helpers.rules import BAD, FIVE, day_number, diary, exercise, level, reps, row

ILL = ReportKind.ILLNESS
BIKE = exercise(
    "xtr-one", Group.CROSS_TRAINING, *(level(name, loaded=True) for name in "abc"), start_level="c"
)
MONTH = (WeekBlock("p2", 1, 4),)


def ill_on(number: int) -> dict[str, Any]:
    """An illness that is told on a day."""
    return {"reports": (Report(day=day_number(number), kind=ILL),)}


@pytest.mark.parametrize(("phase", "place"), [("p1", 0), ("p3", 2), ("", -1), ("p9", -1)])
def test_the_place_of_a_phase_in_its_program(phase: str, place: int) -> None:
    assert phase_place(("p1", "p2", "p3"), phase) == place


# --- Easy weeks --------------------------------------------------------------------------------


@row("3.5-deload")
def test_an_easy_week_lasts_seven_days_and_its_dose_counts_from_its_first(row_id: str) -> None:
    book = diary(FIVE).trained(2, bout=BAD)
    standing, easy = book.standing(), book.fold()[0].deload
    assert easy is not None
    assert (easy.first, easy.last) == (day_number(2), day_number(8))
    assert (standing.since, standing.days_at_dose(easy.first)) == (day_number(1), 1)
    (decision,) = book.decisions(Outcome.DELOAD)
    assert (decision.starts_on, decision.value("regress_days")) == (day_number(2), 2)


@row("3.5-deload")
def test_what_never_changes_level_keeps_it_in_an_easy_week(row_id: str) -> None:
    book = diary(FIVE, BIKE).trained(2, only=("str-one",), bout=BAD)
    assert book.fold()[0].deload is not None
    assert book.standing("main.xtr-one").level == "c"


@row("3.5-deload")
def test_an_illness_in_an_easy_week_begins_no_other_before_its_last_day(row_id: str) -> None:
    book = diary(FIVE).rested(1, planned=(), **ill_on(0))
    assert [d.starts_on for d in book.decisions(Outcome.DELOAD)] == [day_number(1)]
    lowered = book.standing().level
    book.rested(5, planned=()).rested(1, planned=(), **ill_on(6))
    assert [d.starts_on for d in book.decisions(Outcome.DELOAD)] == [day_number(1)]
    assert book.standing().level == lowered
    book.rested(1, planned=(), **ill_on(7))
    assert [d.starts_on for d in book.decisions(Outcome.DELOAD)] == [day_number(1), day_number(8)]


# --- Gaps --------------------------------------------------------------------------------------


@row("3.5-gap-8")
def test_the_dose_after_a_gap_counts_from_the_day_that_it_is_done_on(row_id: str) -> None:
    book = diary(FIVE).trained(1).rested(8).trained(1)
    standing = book.standing()
    assert (standing.since, standing.days_at_dose(day_number(9))) == (day_number(8), 1)
    (step,) = book.decisions(Outcome.STEP_BACK)
    assert (step.rule, step.starts_on, step.value("gap")) == (row_id, day_number(9), 8)


@row("3.5-gap-8")
def test_a_gap_steps_loaded_exercises_only_and_none_that_never_change_level(row_id: str) -> None:
    stretch = exercise("flx-one", Group.FLEXIBILITY, *(level(name) for name in "abc"), start_level="c")
    book = diary(FIVE, BIKE, stretch).trained(1).rested(8).trained(1)
    assert book.standing().level == "c"
    assert [book.standing(f"main.{name}").level for name in ("xtr-one", "flx-one")] == ["c", "c"]


@row("3.5-gap-8")
def test_on_the_lowest_level_a_gap_takes_a_quarter_of_it(row_id: str) -> None:
    lowest = exercise("str-one", Group.STRENGTH, level("a", reps(12)))
    book = diary(lowest).trained(1).rested(8).trained(1)
    assert (book.standing().level, book.standing().dose) == ("a", reps(9))


@row("3.4-precedence")
def test_a_gap_that_ends_in_an_easy_week_takes_nothing_more(row_id: str) -> None:
    book = diary(FIVE).rested(6).rested(1, **ill_on(6)).rested(2)
    easy = book.standing()
    assert book.fold()[0].deload is not None
    book.trained(1)
    assert (book.standing().level, book.standing().dose) == (easy.level, easy.dose)
    assert [d.rule for d in book.decisions(Outcome.PLAN_HOLD)] == ["3.5-gap-8"]
    assert book.decisions(Outcome.STEP_BACK) == []


@row("3.4-precedence")
def test_a_gap_after_an_easy_week_steps_back_as_ever(row_id: str) -> None:
    book = diary(FIVE).trained(2, bout=BAD).rested(7, planned=()).trained(1)
    before = book.standing().level
    assert before == "b"
    book.rested(8).trained(1)
    assert book.standing().level == "a"
    assert [d.rule for d in book.decisions(Outcome.STEP_BACK)][-1] == "3.5-gap-8"


# --- Weeks of published programs ---------------------------------------------------------------


@row("3.4-preset")
def test_an_easy_week_takes_back_one_week_and_never_before_the_first(row_id: str) -> None:
    third = diary(weeks=MONTH).trained(14)
    assert third.fold()[0].week == 3
    assert third.trained(2, bout=BAD).fold()[0].week == 2
    first = diary(weeks=MONTH).trained(2, bout=BAD)
    assert first.fold()[0].deload is not None
    assert first.fold()[0].week == 1


@row("3.4-preset")
def test_a_week_back_over_the_edge_of_a_block_is_due_as_the_phase_before(row_id: str) -> None:
    book = diary(weeks=(WeekBlock("p2", 1, 2), WeekBlock("p3", 3, 4))).trained(14)
    book.change(replace(book.plan, phase="p3", version=2, starts_on=book.today)).trained(2, bout=BAD)
    state = book.fold()[0]
    assert (state.week, state.phase_due) == (2, "p2")
    book.change(replace(book.plan, phase="p2", version=3, starts_on=book.today)).trained(1)
    assert (book.fold()[0].week, book.fold()[0].phase_due) == (2, "")


@row("3.4-preset")
def test_a_gap_of_eight_days_repeats_a_week_from_the_day_of_the_return(row_id: str) -> None:
    book = diary(weeks=MONTH).trained(14).rested(8).trained(1)
    state = book.fold()[0]
    assert (state.week, state.week_since) == (2, day_number(21))
    assert book.standing().level == "middle"
    assert book.decisions(Outcome.STEP_BACK) == []

"""One day's standings while the rules work on them: sides that come and go with a level, and holds."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.day_facts import DayFacts
from ankle_coach.domain.day_work import DayWork
from ankle_coach.domain.dose import Dose
from ankle_coach.domain.exercise import Group, Level
from ankle_coach.domain.rule_state import START
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.standing_steps import stepped_down
from tests.helpers.rules import BAD, Diary, context_of, day_number, exercise, level, plan_of, prescribed, reps

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


def work_of(book: Diary) -> DayWork:
    """The day after a diary's last one."""
    state, _ = book.fold()
    context = book.context.for_plan(book.plan)
    return DayWork(state, DayFacts(day=book.today, plan=book.plan), context, book.plan)


def legs(name: str, mode: SideMode, count: int, **fields: Any) -> Level:
    """A level on two legs, or on each."""
    return level(name, reps(count), side_mode=mode, **fields)


RAISES = exercise(
    "str-one",
    Group.STRENGTH,
    legs("two", SideMode.BOTH, 15),
    legs("one", SideMode.EACH, 8),
    start_level="two",
)
OTHER = exercise("mob-two", Group.MOBILITY, legs("all", SideMode.BOTH, 6))
SINGLE = Dose(blocks=reps(10).blocks, left=reps(6).blocks)
"""Six on the left, ten on the right."""


def placed(work: DayWork) -> dict[Side, tuple[str, Dose]]:
    """Level and dose of each side of the raises."""
    return {side: (s.level, s.dose) for (name, side), s in work.standings.items() if name == "main.str-one"}


def one_legged(**fields: Any) -> Diary:
    """The raises on each leg, beside another exercise on two legs that stands first in the plan."""
    own = prescribed(RAISES, level="one", dose=SINGLE, side_mode=SideMode.EACH)
    return Diary(plan_of(prescribed(OTHER), own, affected=BOTH, **fields), context_of(RAISES, OTHER))


def stepped(work: DayWork, side: Side) -> tuple[Standing, Standing]:
    """A standing of the raises, before and after a step down."""
    before = work.standings["main.str-one", side]
    return before, stepped_down(before, work.course, work.day, percent=30)


def test_from_one_leg_to_two_there_is_one_standing_for_both() -> None:
    work = work_of(one_legged().rested(1, planned=()))
    assert placed(work) == {LEFT: ("one", reps(6)), RIGHT: ("one", reps(10))}
    work.place(*stepped(work, LEFT))
    assert placed(work) == {BOTH: ("two", reps(15))}
    assert [place.prescription.exercise for place, _ in work.each()] == ["mob-two", "str-one"]


@pytest.mark.parametrize(
    ("dose", "left", "right"),
    [
        pytest.param(reps(10), reps(6), reps(10), id="3.2 a start dose is each side's own"),
        pytest.param(reps(9), reps(9), reps(9), id="3.2 another dose is the same on both"),
    ],
)
def test_back_on_one_leg_both_sides_come_along(dose: Dose, left: Dose, right: Dose) -> None:
    work = work_of(one_legged().rested(1, planned=()))
    before, after = stepped(work, LEFT)
    work.place(before, after)
    both = work.standings["main.str-one", BOTH]
    work.place(both, replace(before, side=BOTH, dose=dose))
    assert placed(work) == {LEFT: ("one", left), RIGHT: ("one", right)}


def test_a_step_of_one_leg_leaves_the_other_where_it_is() -> None:
    ladder = exercise(
        "str-one",
        Group.STRENGTH,
        legs("low", SideMode.EACH, 8),
        legs("one", SideMode.EACH, 8),
        start_level="one",
    )
    own = prescribed(ladder, level="one", side_mode=SideMode.EACH)
    work = work_of(Diary(plan_of(own, affected=BOTH), context_of(ladder)).rested(1, planned=()))
    work.place(*stepped(work, LEFT))
    assert {side: name for side, (name, _) in placed(work).items()} == {LEFT: "low", RIGHT: "one"}


def test_a_hold_is_never_cut_short_by_another_one() -> None:
    work = work_of(Diary(plan_of(prescribed(RAISES)), context_of(RAISES)).rested(1, planned=()))
    work.hold_all(7, "3.5-week")
    work.hold_all(3, "3.5-gap-4")
    assert (work.state.hold_until, work.state.hold_rule) == (day_number(8), "3.5-week")
    work.hold_all(7, "3.5-gap-4")
    assert work.state.hold_rule == "3.5-week"
    work.hold_all(9, "3.5-gap-4")
    assert (work.state.hold_until, work.state.hold_rule) == (day_number(10), "3.5-gap-4")


def test_all_credits_of_the_plan_are_set_to_nothing() -> None:
    book = Diary(plan_of(prescribed(RAISES), prescribed(OTHER)), context_of(RAISES, OTHER)).trained(1)
    work = work_of(book)
    assert all(len(standing.credits) == 1 for standing in work.standings.values())
    assert len(work.standings) == 2
    work.reset_credits()
    assert [standing.credits for standing in work.standings.values()] == [(), ()]


def test_a_flag_stands_once_however_often_it_is_raised() -> None:
    work = work_of(Diary(plan_of(prescribed(RAISES)), context_of(RAISES)).rested(1, planned=()))
    work.raise_flag("T-stop", "3.3-3", ("days", 1))
    work.raise_flag("T-stop", "3.3-3", ("days", 2))
    assert [flag.kind for flag in work.state.flags] == ["T-stop"]
    (decision,) = work.decisions
    assert decision.values == (("flag", "T-stop"), ("urgency", "advise"), ("days", 1))


def test_the_state_is_a_new_one_and_the_old_stays_as_it_was() -> None:
    work = work_of(Diary(plan_of(prescribed(RAISES)), context_of(RAISES)).rested(1, planned=()))
    before = work.state
    work.update(week=3)
    assert (before.week, work.state.week, START.week) == (0, 3, 0)


@pytest.mark.parametrize(("bout", "left"), [(BAD, "two"), ({}, "one")], ids=["one leg hurt", "calm"])
def test_lived_a_bad_day_of_one_leg_puts_both_on_the_level_for_two(bout: dict[str, Any], left: str) -> None:
    book = one_legged().trained(1, only=("str-one",), bout=bout)
    raises = [s for (name, _), s in book.fold()[0].standings.items() if name == "main.str-one"]
    assert {standing.level for standing in raises} == {left}

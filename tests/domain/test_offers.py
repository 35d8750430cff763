"""What a training day plays: standings, sides on different levels, days without loading."""

from __future__ import annotations

from msgspec.structs import replace

from ankle_coach.domain.day_facts import DayFacts
from ankle_coach.domain.day_work import DayWork
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.fold import fold_day
from ankle_coach.domain.offers import offers
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.steps import compile_session
from tests.helpers.rules import Diary, context_of, day_number, exercise, level, plan_of, prescribed, reps

EACH = exercise(
    "str-one",
    Group.STRENGTH,
    *(level(name, reps(10 + n), side_mode=SideMode.EACH) for n, name in enumerate("abc")),
    start_level="b",
)
BALANCE = exercise("bal-one", Group.BALANCE)
MOBILITY = exercise("mob-one", Group.MOBILITY)


def lived() -> Diary:
    """A day of a plan of three exercises."""
    plan = plan_of(prescribed(EACH), prescribed(BALANCE), prescribed(MOBILITY))
    return Diary(plan, context_of(EACH, BALANCE, MOBILITY)).rested(1, planned=())


def test_sides_on_the_same_level_are_one_offer() -> None:
    book = lived()
    state, _ = book.fold()
    first = offers(state, book.context, day_number(1))[0]
    assert first.sides == (Side.RIGHT, Side.LEFT)
    assert (first.prescription.level, first.prescription.dose) == ("b", reps(11))
    assert first.affected is Side.RIGHT


def test_sides_with_different_doses_keep_their_own() -> None:
    book = lived()
    state, _ = book.fold()
    key = ("main.str-one", Side.LEFT)
    standings = {**state.standings, key: replace(state.standings[key], dose=reps(7))}
    first = offers(replace(state, standings=standings), book.context, day_number(1))[0]
    assert first.prescription.dose.for_side(Side.LEFT) == reps(7).blocks
    assert first.prescription.dose.for_side(Side.RIGHT) == reps(11).blocks


def test_sides_on_different_levels_are_offered_one_by_one() -> None:
    book = lived()
    state, _ = book.fold()
    key = ("main.str-one", Side.LEFT)
    standings = {**state.standings, key: replace(state.standings[key], level="a", dose=reps(10))}
    found = offers(replace(state, standings=standings), book.context, day_number(1))[:2]
    assert [(o.sides, o.affected, o.prescription.level) for o in found] == [
        ((Side.RIGHT,), Side.RIGHT, "b"),
        ((Side.LEFT,), Side.LEFT, "a"),
    ]
    for offer in found:
        steps = compile_session((offer.prescription,), offer.affected)
        assert {step.side for step in steps if step.is_work} == set(offer.sides)


def test_a_day_without_loading_leaves_mobility_only() -> None:
    book = lived()
    state, _ = book.fold()
    found = offers(state, book.context, day_number(1), loading=False)
    assert [o.prescription.exercise for o in found] == ["mob-one"]


def test_an_offer_is_the_same_prescription_until_its_standing_moves() -> None:
    book = lived()
    state, _ = book.fold()
    today, tomorrow = (offers(state, book.context, day_number(number)) for number in (1, 2))
    assert [a.prescription is b.prescription for a, b in zip(today, tomorrow, strict=True)] == [True] * 3
    key = ("main.mob-one", Side.RIGHT)
    standings = {**state.standings, key: replace(state.standings[key], dose=reps(7))}
    moved = offers(replace(state, standings=standings), book.context, day_number(2))
    assert (moved[-1].prescription.dose, today[-1].prescription.dose) == (reps(7), reps(10))


def test_folding_a_day_leaves_the_standings_of_the_day_before_as_they_were() -> None:
    book = lived()
    before, _ = book.fold()
    kept = dict(before.standings)
    rested, _ = fold_day(before, DayFacts(day=day_number(1), plan=book.plan), book.context)
    assert rested.standings is before.standings
    trained, _ = book.trained(1).fold()
    assert dict(before.standings) == kept != dict(trained.standings)
    assert list(trained.standings) == list(before.standings)


def test_a_level_for_both_legs_keeps_its_place_in_the_plan() -> None:
    levels = (level("both", side_mode=SideMode.BOTH), level("one", side_mode=SideMode.EACH))
    two_legs = exercise("str-two", Group.STRENGTH, *levels)
    plan = plan_of(prescribed(two_legs), prescribed(MOBILITY))
    book = Diary(plan, context_of(two_legs, MOBILITY)).rested(1, planned=())
    state, _ = book.fold()
    assert [key[1] for key in state.standings] == [Side.RIGHT, Side.LEFT, Side.RIGHT]
    work = DayWork(state, DayFacts(day=day_number(1)), book.context, plan)
    first = state.standings["main.str-two", Side.RIGHT]
    work.place(first, replace(first, level="both"))
    assert list(work.frozen().standings) == [("main.str-two", Side.BOTH), ("main.mob-one", Side.RIGHT)]

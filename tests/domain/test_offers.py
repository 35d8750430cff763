"""What a training day plays: standings, sides on different levels, days without loading."""

from __future__ import annotations

from msgspec.structs import replace

from ankle_coach.domain.exercise import Group
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

"""A plan version as it is climbed: each place is worked out once, and says what plan and ladder say."""

from __future__ import annotations

from msgspec.structs import replace

from ankle_coach.domain.exercise import Group
from ankle_coach.domain.plan import Load
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.standing import Standing, first_standing
from tests.helpers.builders import MONDAY
from tests.helpers.rules import (
    FIVE,
    HOP,
    MOBILITY,
    RIGHT,
    STRENGTH,
    context_of,
    exercise,
    level,
    plan_of,
    prescribed,
    reps,
)

PLAN = plan_of(prescribed(STRENGTH), prescribed(HOP), prescribed(MOBILITY, pain_ceiling=1))
CONTEXT = context_of(STRENGTH, HOP, MOBILITY)


def standing(name: str, level_id: str = "middle", side: Side = RIGHT) -> Standing:
    """A standing of one of the plan's prescriptions, on a level."""
    prescription = next(p for p in PLAN.prescriptions if p.exercise == name)
    return replace(first_standing(prescription, CONTEXT.ladders[name], side, MONDAY), level=level_id)


def test_a_plan_version_is_worked_out_once() -> None:
    course = CONTEXT.course(PLAN)
    assert CONTEXT.course(plan_of(*PLAN.prescriptions)) is course
    assert CONTEXT.course(replace(PLAN, version=2)) is not course
    # Other numbers are another context, and its plans are climbed by those.
    other = replace(CONTEXT, thresholds=replace(CONTEXT.thresholds, plyometric_ceiling=1))
    assert other.course(PLAN).at(standing("ply-one")).ceiling == 1
    assert course.at(standing("ply-one")).ceiling == CONTEXT.thresholds.plyometric_ceiling


def test_a_place_says_what_plan_and_ladder_say() -> None:
    place = CONTEXT.course(PLAN).at(standing("str-one"))
    assert place is CONTEXT.course(PLAN).at(standing("str-one"))
    assert (place.rung.level.id, place.session, place.sides) == ("middle", "main", (RIGHT,))
    assert (place.loaded, place.balance, place.plyometric, place.barred) == (True, False, False, False)
    assert (place.above, place.below) == (place.ladder.rungs[2], place.ladder.rungs[0])
    assert place.ceiling == PLAN.pain_ceiling
    assert CONTEXT.course(PLAN).at(standing("mob-one")).ceiling == 1
    hop = CONTEXT.course(PLAN).at(standing("ply-one"))
    assert hop.plyometric
    assert hop.ladder.exercise.group is Group.PLYOMETRIC


def test_a_barred_rung_is_neither_above_nor_below() -> None:
    context = context_of(FIVE, barred={("str-one", "c"), ("str-one", "e")})
    course = context.course(plan_of(prescribed(FIVE)))
    start = course.start("main.str-one", "str-one")
    assert start.rung.level.id == "d"
    assert start.above is None
    assert start.below is not None
    assert start.below.level.id == "b"
    assert course.beside(start, start.below).above is start.rung
    assert course.beside(start, start.ladder.rung("c")).barred


def test_the_own_dose_belongs_to_the_own_level_and_side() -> None:
    heavier = Load(kilograms=5)
    own = prescribed(STRENGTH, dose=reps(7), load=heavier, side_mode=SideMode.EACH)
    course = context_of(STRENGTH).course(plan_of(own))
    place = course.start(own.id, "str-one")
    assert (place.doses[Side.LEFT], place.load, place.mode) == (reps(7), heavier, SideMode.EACH)
    assert place.sides == (Side.RIGHT, Side.LEFT)
    assert place.below is not None
    lower = course.beside(place, place.below)
    assert (lower.doses[Side.LEFT], lower.load) == (reps(10), Load())


def test_an_unknown_level_is_the_start_level() -> None:
    course = CONTEXT.course(PLAN)
    assert course.at(standing("str-one", "gone")).rung is course.start("main.str-one", "str-one").rung


def test_standings_keep_their_order() -> None:
    both = exercise("str-two", Group.STRENGTH, level("a", side_mode=SideMode.BOTH))
    course = context_of(both, STRENGTH).course(plan_of(prescribed(both), prescribed(STRENGTH)))
    ladders = course.ladders
    held = [
        first_standing(p, ladders[p.exercise], course.start(p.id, p.exercise).sides[0], MONDAY)
        for p in course.plan.prescriptions
    ]
    each = course.each({(s.prescription, s.side): s for s in held})
    assert [s for _, s in each] == held
    assert [place.prescription.exercise for place, _ in each] == ["str-two", "str-one"]


def test_the_sore_sides_judge() -> None:
    course = CONTEXT.course(PLAN)
    assert course.judges == dict.fromkeys(Side, (RIGHT,))
    assert CONTEXT.course(replace(PLAN, affected=Side.BOTH)).judges[Side.LEFT] == (Side.LEFT,)

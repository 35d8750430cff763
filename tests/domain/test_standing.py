"""How a standing moves: what it remembers of levels, and what it begins anew (clinical.md §3.4)."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.course import Course
from ankle_coach.domain.dose import Dose
from ankle_coach.domain.exercise import Exercise, Group, Quantity
from ankle_coach.domain.ladder import Ladder, ladder_of
from ankle_coach.domain.plan import Load, Prescription
from ankle_coach.domain.program_traits import PLAIN
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import MOST_CREDITS, Rest, Standing, first_standing
from ankle_coach.domain.standing_steps import (
    next_rung,
    repeated,
    stepped_down,
    stepped_up,
    to_place,
    to_sibling,
    with_credit,
)
from ankle_coach.domain.thresholds import SOURCE
from tests.helpers.rules import day_number, exercise, growth, level, plan_of, prescribed, reps

RIGHT = Side.RIGHT
LADDER = exercise(
    "str-one",
    Group.STRENGTH,
    level("a", reps(8)),
    level("b", reps(10), growth=growth(2, 12)),
    level("c", reps(6)),
)


def stand(of: Exercise = LADDER, **fields: Any) -> tuple[Standing, Prescription, Ladder]:
    """A standing at the start level of an exercise on the first day, with what it moves by."""
    ladder, prescription = ladder_of(of), prescribed(of)
    return replace(first_standing(prescription, ladder, RIGHT, day_number(0)), **fields), prescription, ladder


def course_of(prescription: Prescription, *ladders: Ladder) -> Course:
    """A plan of one prescription, as it is climbed."""
    return Course(plan_of(prescription), {ladder.exercise.id: ladder for ladder in ladders}, PLAIN, SOURCE)


def on_rung(standing: Standing, prescription: Prescription, ladder: Ladder, rung: str, day: int) -> Standing:
    """A standing on another level of its ladder."""
    course = course_of(prescription, ladder)
    return to_place(standing, course.beside(course.at(standing), ladder.rung(rung)), day_number(day))


def up(standing: Standing, prescription: Prescription, ladder: Ladder, day: int) -> Standing:
    """One step up, where there is one."""
    after = stepped_up(standing, course_of(prescription, ladder), day_number(day))
    assert after is not None
    return after


def down(standing: Standing, prescription: Prescription, ladder: Ladder, day: int) -> Standing:
    """One step down."""
    return stepped_down(standing, course_of(prescription, ladder), day_number(day), percent=30)


# --- What is remembered of levels --------------------------------------------------------------


def test_the_first_day_of_each_level_is_kept_and_stays_on_the_way_back_up() -> None:
    standing, plan, ladder = stand(dose=reps(12))
    above = up(standing, plan, ladder, day=6)
    assert above.climbed == (("b", day_number(0)), ("c", day_number(7)))
    again = up(replace(down(above, plan, ladder, day=9), dose=reps(12)), plan, ladder, day=20)
    assert (again.level, again.climbed) == ("c", above.climbed)


def test_a_level_is_left_with_its_last_dose_and_found_again_with_it() -> None:
    standing, plan, ladder = stand()
    grown = up(standing, plan, ladder, day=6)
    assert (grown.level, grown.dose) == ("b", reps(12))
    above = up(grown, plan, ladder, day=13)
    assert above.held == (Rest("b", reps(12), Load()),)
    assert (above.level, above.dose, above.credits) == ("c", reps(6), ())
    back = down(above, plan, ladder, day=15)
    assert (back.level, back.dose) == ("b", reps(12))


def test_a_level_is_found_again_as_it_was_held_last() -> None:
    standing, prescription, ladder = stand(dose=reps(12))
    below = down(up(standing, prescription, ladder, day=6), prescription, ladder, day=8)
    lighter = replace(below, dose=reps(9))
    above = on_rung(lighter, prescription, ladder, "c", day=10)
    assert [rest.level for rest in above.held] == ["c", "b"]
    assert down(above, prescription, ladder, day=12).dose == reps(9)


def test_a_step_up_begins_a_level_at_its_start_although_more_was_held_there_before() -> None:
    standing, prescription, ladder = stand(held=(Rest("c", reps(20), Load(kilograms=15)),), dose=reps(12))
    above = up(standing, prescription, ladder, day=6)
    assert (above.level, above.dose, above.load) == ("c", reps(6), Load())


def test_another_level_forgets_the_holds_and_the_pain_of_the_last_one() -> None:
    standing, plan, ladder = stand(dose=reps(12), holds_since=day_number(1), credit_pain=2)
    for moved in (up(standing, plan, ladder, day=6), down(standing, plan, ladder, day=6)):
        assert (moved.holds_since, moved.credit_pain) == (None, None)


# --- Which level the next step leads to --------------------------------------------------------

SMALLER = exercise("str-one", Group.STRENGTH, level("a"), level("b", reps(10)), level("c"))
HEAVIER = exercise(
    "str-one",
    Group.STRENGTH,
    level("a"),
    level("b", load="5 kg backpack", growth=growth(5, None, Quantity.LOAD)),
    level("c"),
)


@pytest.mark.parametrize(
    ("of", "dose", "leads_to"),
    [
        pytest.param(LADDER, reps(10), None, id="3.4-one-change grows on its level"),
        pytest.param(LADDER, reps(12), "c", id="3.4-one-change at the top of its range"),
        pytest.param(SMALLER, reps(7), None, id="3.4-one-change what was taken off comes back first"),
        pytest.param(SMALLER, reps(10), "c", id="3.4-one-change no range"),
        pytest.param(HEAVIER, reps(10), None, id="3.4-one-change the load grows"),
    ],
)
def test_the_rung_that_the_next_step_leads_to_is_that_of_the_step(
    of: Exercise, dose: Dose, leads_to: str | None
) -> None:
    standing, prescription, ladder = stand(of, dose=dose)
    rung = next_rung(standing, course_of(prescription, ladder).at(standing))
    assert (rung.level.id if rung else None) == leads_to
    assert up(standing, prescription, ladder, day=6).level == (leads_to or "b")


# --- Siblings ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("barred", "lands_on"),
    [
        pytest.param((), "y", id="3.4-second the start level"),
        pytest.param(("y",), "x", id="3.4-second the one below a barred one"),
        pytest.param(("x", "y"), "z", id="3.4-second the one above where all below are barred"),
    ],
)
def test_the_easier_sibling_begins_at_a_level_that_is_not_barred(
    barred: tuple[str, ...], lands_on: str
) -> None:
    sibling = exercise("bal-one", Group.BALANCE, level("x"), level("y"), level("z"), start_level="y")
    standing, prescription, _ = stand(credits=(day_number(1),), played=Rest("b", reps(10), Load()))
    ladder = ladder_of(sibling, {("bal-one", name) for name in barred})
    after = to_sibling(standing, "bal-one", course_of(prescription, ladder), day_number(4))
    assert (after.exercise, after.level, after.credits, after.played) == ("bal-one", lands_on, (), None)
    assert (after.begun, after.held) == (day_number(5), ())
    assert after.climbed == ((lands_on, day_number(5)),)


# --- Credits -----------------------------------------------------------------------------------

PLAYED = Rest("b", reps(10), Load())


def test_a_credit_keeps_its_pain_and_ends_a_row_of_holds() -> None:
    standing, _, _ = stand(holds_since=day_number(0), low_days=2)
    after = with_credit(standing, day_number(3), 1, PLAYED)
    assert (after.credits, after.credit_pain, after.played) == ((day_number(3),), 1, PLAYED)
    assert (after.holds_since, after.low_days) == (None, 0)
    assert with_credit(after, day_number(4), None, PLAYED).credit_pain is None


def test_of_many_credits_the_first_and_the_latest_are_remembered() -> None:
    standing, _, _ = stand()
    for number in range(20):
        standing = with_credit(standing, day_number(number), 0, PLAYED)
        assert standing.credits[0] == day_number(0)
        assert len(standing.credits) == min(number + 1, MOST_CREDITS)
    assert standing.credits[1:] == tuple(day_number(number) for number in range(13, 20))


# --- After a gap of four to seven days ---------------------------------------------------------

LOADED = exercise("str-one", Group.STRENGTH, level("a"), level("b"), level("c"), start_level="b")


def at(level_id: str, count: int, **load: Any) -> Rest:
    """Something that was played."""
    return Rest(level_id, reps(count), Load(**load))


@pytest.mark.parametrize(
    ("now", "played", "again"),
    [
        pytest.param(at("b", 10), None, at("b", 10), id="3.5-gap-4 nothing was completed"),
        pytest.param(at("b", 10), at("gone", 4), at("b", 10), id="3.5-gap-4 a level that is no more"),
        pytest.param(at("b", 10), at("a", 14), at("a", 14), id="3.5-gap-4 a lower level"),
        pytest.param(at("b", 10), at("c", 4), at("b", 10), id="3.5-gap-4 never up a level"),
        pytest.param(at("b", 10), at("b", 8), at("b", 8), id="3.5-gap-4 fewer repetitions"),
        pytest.param(at("b", 10), at("b", 12), at("b", 10), id="3.5-gap-4 never up to more"),
        pytest.param(
            at("b", 8, kilograms=10),
            at("b", 12, kilograms=5),
            at("b", 12, kilograms=5),
            id="3.5-gap-4 lighter",
        ),
        pytest.param(
            at("b", 12, kilograms=5),
            at("b", 8, kilograms=10),
            at("b", 12, kilograms=5),
            id="3.5-gap-4 not up in load",
        ),
        pytest.param(
            at("b", 8, band="medium"),
            at("b", 12, band="light"),
            at("b", 12, band="light"),
            id="3.5-gap-4 a lighter band",
        ),
        pytest.param(
            at("b", 12, band="light"),
            at("b", 8, band="heavy"),
            at("b", 12, band="light"),
            id="3.5-gap-4 no heavier band",
        ),
        pytest.param(at("b", 12, band="light"), at("b", 12), at("b", 12), id="3.5-gap-4 without the band"),
    ],
)
def test_the_last_completed_session_is_repeated_but_never_a_harder_one(
    now: Rest, played: Rest | None, again: Rest
) -> None:
    standing, _, ladder = stand(LOADED, dose=now.dose, load=now.load, played=played, credits=(day_number(2),))
    after = repeated(standing, ladder, day_number(8))
    assert Rest(after.level, after.dose, after.load) == again
    assert after.credits == (() if again != now else (day_number(2),))


def test_a_rung_that_was_never_held_begins_at_its_start() -> None:
    standing, prescription, ladder = stand()
    lowest = on_rung(standing, prescription, ladder, "a", day=2)
    assert (lowest.level, lowest.dose, lowest.since) == ("a", reps(8), day_number(2))

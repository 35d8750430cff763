"""What the decision table is asked of a day: the level that was played, its ceiling, side and mornings."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.day_facts import DayFacts, ExerciseDay, MorningFacts
from ankle_coach.domain.decision import Decision
from ankle_coach.domain.exercise import Exercise, Group
from ankle_coach.domain.fold import fold_days
from ankle_coach.domain.plan import Load
from ankle_coach.domain.rule_state import State
from ankle_coach.domain.sides import Side, SideMode
from tests.helpers.rules import (
    HOP,
    MISSING,
    RIGHT,
    STRENGTH,
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

LEFT, BOTH = Side.LEFT, Side.BOTH
RUN = exercise("run-walk", Group.PLYOMETRIC, level("stage-1", runs(1)), start_level="stage-1")
BALANCE = exercise("bal-one", Group.BALANCE, level("a", loaded=False))


# --- Ceilings ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("of", "most", "rule"),
    [
        pytest.param(STRENGTH, 5, "3.3-8", id="3.3-4 strength up to the program's ceiling"),
        pytest.param(STRENGTH, 6, "3.3-4", id="3.3-4 strength over it"),
        pytest.param(HOP, 3, "3.3-8", id="3.3-4 hops up to 3"),
        pytest.param(HOP, 4, "3.3-4", id="3.3-4 hops over 3"),
        pytest.param(RUN, 4, "3.3-4", id="3.3-4 running over 3"),
        pytest.param(BALANCE, 5, "3.3-9", id="3.3-4 balance up to the program's ceiling"),
        pytest.param(BALANCE, 6, "3.3-4", id="3.3-4 balance over it"),
    ],
)
def test_pain_during_is_held_against_the_ceiling_of_the_exercise(of: Exercise, most: int, rule: str) -> None:
    decision = diary(of).trained(1, bout={"pain_during": most}).last()
    assert decision.rule == rule
    assert decision.value("ceiling") == (3 if of in (HOP, RUN) else 5)


@row("3.3-5")
def test_pain_after_hops_is_held_against_the_ceiling_of_the_program(row_id: str) -> None:
    assert diary(HOP).trained(1, bout={"pain_after": 5}).last().rule == "3.3-8"
    assert diary(HOP).trained(1, bout={"pain_after": 6}).last().rule == row_id


# --- The level that was played -----------------------------------------------------------------

MIXED = exercise("str-one", Group.STRENGTH, level("free", loaded=False), level("weight"))
SORE_AFTER: dict[str, Any] = {"bout": {"pain_after": 9}}


@pytest.mark.parametrize(
    ("played", "rule"),
    [
        pytest.param("free", "3.3-8", id="3.3-5 an unloaded level was played"),
        pytest.param("weight", "3.3-5", id="3.3-5 the loaded level was played"),
        pytest.param("", "3.3-5", id="3.3-5 not known which"),
        pytest.param("gone", "3.3-5", id="3.3-5 a level that is no more"),
    ],
)
def test_a_day_is_judged_as_loaded_or_not_by_the_level_that_was_played(played: str, rule: str) -> None:
    assert diary(MIXED).trained(1, level=played, **SORE_AFTER).last().rule == rule


def of_facts(book: Diary, *days: DayFacts) -> list[Decision]:
    """The decisions of days that a diary could not write."""
    return list(fold_days(days, book.context, book.start)[1])


@row("3.3-5")
def test_the_level_of_another_exercise_says_nothing(row_id: str) -> None:
    """3.3-5: the ids of levels are those of one exercise only."""
    book = diary(MIXED).trained(1, **SORE_AFTER)
    (day,) = book.facts()
    other = replace(day.exercises[0], exercise="str-other", level="free")
    assert [d.rule for d in of_facts(book, replace(day, exercises=(other,)))] == [row_id]


@pytest.mark.parametrize(
    ("of", "rule"),
    [
        pytest.param(level("a"), "3.3-6", id="3.3-6 effort is asked"),
        pytest.param(level("a", reps(12, repetition_maximum=True)), "3.3-8", id="3.3-6 a dose in RM"),
        pytest.param(level("a", load="12 RM"), "3.3-8", id="3.3-6 a load in RM"),
    ],
)
def test_effort_counts_unless_the_dose_or_the_load_is_given_in_rm(of: Any, rule: str) -> None:
    assert diary(exercise("str-one", Group.STRENGTH, of)).trained(1, bout={"effort": 9}).last().rule == rule


@row("3.3-6")
def test_effort_does_not_count_for_a_load_in_rm_of_the_plan(row_id: str) -> None:
    one = exercise()
    plan = plan_of(prescribed(one, load=Load(repetition_maximum=8)))
    assert Diary(plan, context_of(one)).trained(1, bout={"effort": 9}).last().rule == "3.3-8"


# --- Sides -------------------------------------------------------------------------------------


def worked(of: ExerciseDay, side: Side, share: float) -> ExerciseDay:
    """The same work on another side, or less of it."""
    return replace(of, side=side, share=share, whole=share >= 1)


BOTH_LEGS = exercise("str-one", Group.STRENGTH, level("a", side_mode=SideMode.BOTH))


@pytest.mark.parametrize("turned", [1, -1], ids=["less-first", "less-last"])
def test_of_legs_recorded_one_by_one_the_one_with_less_done_counts(turned: int) -> None:
    book = diary(BOTH_LEGS).trained(1)
    (day,) = book.facts()
    legs = [worked(day.exercises[0], LEFT, 0.4), worked(day.exercises[0], RIGHT, 1.0)]
    (decision,) = of_facts(book, replace(day, exercises=tuple(legs[::turned])))
    assert (decision.rule, decision.side, decision.value("percent")) == ("3.3-7", BOTH, 40)


def test_work_of_both_legs_counts_for_the_one_that_is_prescribed() -> None:
    book = diary(STRENGTH).trained(1)
    (day,) = book.facts()
    (decision,) = of_facts(book, replace(day, exercises=(worked(day.exercises[0], BOTH, 1.0),)))
    assert (decision.rule, decision.side) == ("3.3-8", RIGHT)


def test_work_of_the_other_leg_alone_is_no_outcome() -> None:
    book = diary(STRENGTH).trained(1)
    (day,) = book.facts()
    other = replace(day, exercises=(worked(day.exercises[0], LEFT, 1.0),))
    assert [d for d in of_facts(book, other) if d.prescription] == []


def test_the_leg_itself_goes_before_work_of_both() -> None:
    book = diary(STRENGTH).trained(1)
    (day,) = book.facts()
    done = (worked(day.exercises[0], RIGHT, 1.0), worked(day.exercises[0], BOTH, 0.2))
    assert [d.rule for d in of_facts(book, replace(day, exercises=done))] == ["3.3-8"]


# --- Mornings ----------------------------------------------------------------------------------


EACH = (LEFT, RIGHT)


def both_sore(left: int, right: int) -> dict[Side, str]:
    """The rows of a day after which each ankle has a morning of its own, on a base of 0."""
    each = exercise("str-one", Group.STRENGTH, level("a", side_mode=SideMode.EACH))
    book = diary(each, affected=BOTH).trained(1)
    (day,) = book.facts()
    nights = tuple(MorningFacts(day=day_number(-n), side=side, pain=0) for n in (3, 2, 1) for side in EACH)
    following = tuple(
        MorningFacts(day=day_number(1), side=side, pain=pain) for side, pain in ((LEFT, left), (RIGHT, right))
    )
    legs = tuple(worked(day.exercises[0], side, 1.0) for side in EACH)
    facts = replace(day, mornings=(), exercises=legs, next_mornings=following)
    _, decisions = fold_days([facts], book.context, State(mornings=nights))
    return {d.side: d.rule for d in decisions if d.side is not None}


@row("3.2")
def test_with_two_sore_ankles_each_leg_is_judged_by_its_own_morning(row_id: str) -> None:
    assert both_sore(0, 0) == {LEFT: "3.3-8", RIGHT: "3.3-8"}
    assert both_sore(2, 0) == {LEFT: "3.3-5", RIGHT: "3.3-8"}
    assert both_sore(0, 1) == {LEFT: "3.3-8", RIGHT: "3.3-6"}


def second_place(*, known: int | None, pain: Any) -> Decision:
    """The day's decision where the other ankle was entered too, on a base of its own or none."""
    book = diary(STRENGTH).trained(1)
    (day,) = book.facts()
    before = tuple(
        MorningFacts(day=day_number(-n), side=LEFT, pain=known) for n in (3, 2, 1) if known is not None
    )
    other = MorningFacts(day=day_number(1), side=LEFT, pain=pain)
    start = replace(book.start, mornings=tuple(sorted((*book.start.mornings, *before), key=lambda m: m.day)))
    facts = replace(day, next_mornings=(*day.next_mornings, other))
    return fold_days([facts], book.context, start)[1][-1]


@pytest.mark.parametrize(
    ("known", "pain", "rule"),
    [
        pytest.param(3, 3, "3.3-8", id="3.9-second-sore-place as it always is"),
        pytest.param(3, 4, "3.3-6", id="3.9-second-sore-place one above its base"),
        pytest.param(3, 5, "3.3-5", id="3.9-second-sore-place two above its base"),
        pytest.param(None, 5, "3.3-8", id="3.9-second-sore-place no base, 5"),
        pytest.param(None, 6, "3.3-5", id="3.9-second-sore-place no base, 6"),
        pytest.param(None, MISSING, "3.3-8", id="3.9-second-sore-place no base, left out"),
        pytest.param(3, MISSING, "3.3-6", id="3.9-second-sore-place a base, left out"),
    ],
)
def test_a_second_sore_place_is_held_against_its_own_base(known: int | None, pain: Any, rule: str) -> None:
    assert second_place(known=known, pain=pain).rule == rule


# --- Late entries ------------------------------------------------------------------------------

LATE: dict[str, Any] = {"late_on": day_number(1)}


@pytest.mark.parametrize(
    ("bout", "morning", "told"),
    [
        pytest.param({}, 0, ["hold 3.3-6 provisional", "revised 3.3-8 late"], id="3.3-8 found calm late"),
        pytest.param({}, 3, ["hold 3.3-6 provisional", "revised 3.3-5 late"], id="3.3-5 found bad late"),
        pytest.param({}, 1, ["hold 3.3-6"], id="3.3-6 nothing changes"),
        pytest.param({"pop": True}, 0, ["stop 3.3-3"], id="3.3-3 did not wait for it"),
        pytest.param({"pain_after": 9}, 0, ["step_back 3.3-5"], id="3.3-5 known by noon"),
    ],
)
def test_a_late_morning_revises_what_had_to_wait_for_it(
    bout: dict[str, Any], morning: int, told: list[str]
) -> None:
    book = diary(STRENGTH).trained(1, morning=morning, morning_fields=LATE, bout=bout)
    assert [_in_words(d) for d in book.decisions() if d.prescription] == told


def _in_words(decision: Decision) -> str:
    marks = [" provisional"] if decision.value("provisional") else []
    marks += [" late"] if decision.entered_on == day_number(1) else []
    return f"{decision.outcome.value} {decision.rule}{''.join(marks)}"

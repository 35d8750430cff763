"""Plan versions say what changed between them."""

from __future__ import annotations

from msgspec.structs import replace

from ankle_coach.domain.dose_fields import Key
from ankle_coach.domain.frequency import EveryDays
from ankle_coach.domain.plan import Load, Plan
from ankle_coach.domain.plan_diff import difference, reason_words
from ankle_coach.domain.plan_edit import duplicate, move
from ankle_coach.domain.prescription_edit import (
    set_everywhere,
    set_frequency,
    set_load,
    set_own_ceiling,
    set_own_note,
)
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import PLAIN_WORDS
from tests.helpers import builders
from tests.helpers.coach import LIBRARY, FakeCoach


def _plan(phase: str) -> Plan:
    plans = FakeCoach().services.plans
    return plans.propose(plans.first_program(), phase, Side.RIGHT)


def _said(before: Plan | None, after: Plan) -> str:
    return "\n".join(difference(before, after, LIBRARY.exercises, LIBRARY.programs, PLAIN_WORDS))


def test_the_first_version_says_where_it_begins() -> None:
    assert _said(None, _plan("p3")) == (
        "The first version: 10 exercises in General soreness and prevention, Strength."
    )


def test_a_phase_names_what_is_new_and_what_is_left_out() -> None:
    told = _said(_plan("p2"), _plan("p3"))
    assert (
        "General soreness and prevention, Mobility became General soreness and prevention, Strength." in told
    )
    assert "New: Two-leg calf raise" in told
    assert "Left out: Ankle circles" in told


def test_a_level_side_and_ceiling_are_told_old_and_new() -> None:
    before = _plan("p3")
    first = before.prescriptions[0]
    exercise = LIBRARY.exercise(first.exercise)
    harder = exercise.levels[exercise.levels.index(exercise.level(first.level)) + 1]
    changed = replace(first, level=harder.id, dose=harder.dose)
    after = replace(
        before, prescriptions=(changed, *before.prescriptions[1:]), affected=Side.LEFT, pain_ceiling=4
    )
    told = _said(before, after)
    assert f"Two-leg calf raise: {exercise.level(first.level).name}" in told
    assert f"became {harder.name}" in told
    assert "Affected side: Right became Left." in told
    assert "Pain ceiling: 3 became 4." in told


def test_the_same_plan_says_that_nothing_changed() -> None:
    plan = _plan("p3")
    assert _said(plan, replace(plan, version=2)) == "Nothing changed."


def test_a_reason_reads_as_words() -> None:
    assert reason_words("phase-changed", PLAIN_WORDS) == "The phase changed"
    assert reason_words("taken-over", PLAIN_WORDS) == "Taken over"


def test_groups_and_everything_inside_an_exercise_are_told() -> None:
    before = builders.plan()
    calf, evening = before.prescriptions[0].id, builders.planned_session(id="evening", name="Evening")
    after = replace(
        before,
        sessions=(builders.planned_session(name="Morning work", frequency=EveryDays(days=2)), evening),
        review_on=builders.MONDAY,
        note="Slowly",
        name="Calf plan",
    )
    after = move(after, {before.prescriptions[1].id}, "evening", 0)
    after = set_own_ceiling(set_frequency(after, {calf}, EveryDays(days=3)), {calf}, 2)
    after = set_own_note(set_load(after, {calf}, Load(kilograms=7.5)), calf, "Rail")
    assert difference(before, after, LIBRARY.exercises, {}, PLAIN_WORDS) == (
        "Name: General soreness and prevention became Calf plan.",
        "Review on 2026-03-02.",
        "The note changed.",
        "Group Strength is now called Morning work.",
        "Morning work: every day became every other day.",
        "New group: Evening, every day.",
        "Two-leg calf raise: 5 kg became 7.5 kg.",
        "Two-leg calf raise: as often as its group became every 3 days.",
        "Two-leg calf raise: pain ceiling 2.",
        "Two-leg calf raise: its cues or note changed.",
        "Single-leg stand moved to Evening.",
    )


def test_the_same_exercise_twice_is_told_apart_and_order_alone_is_a_change() -> None:
    before = duplicate(builders.plan(), builders.plan().prescriptions[0].id)
    second = before.prescriptions[1].id
    after = set_load(before, {second}, Load())
    (line,) = difference(before, after, LIBRARY.exercises, {}, PLAIN_WORDS)
    assert line == "Two-leg calf raise: 5 kg became the load of the level."
    swapped = replace(before, prescriptions=before.prescriptions[::-1])
    assert difference(before, swapped, LIBRARY.exercises, {}, PLAIN_WORDS) == (
        "The order of the exercises changed.",
    )
    both = replace(swapped, pain_ceiling=swapped.pain_ceiling + 1)
    both = set_load(both, {second}, Load())
    assert difference(before, both, LIBRARY.exercises, {}, PLAIN_WORDS)[-1] == (
        "The order of the exercises changed."
    ), "also beside other changes"
    fewer = replace(before, prescriptions=before.prescriptions[1:])
    assert "The order" not in " ".join(difference(before, fewer, LIBRARY.exercises, {}, PLAIN_WORDS))


def test_level_and_dose_are_told_where_they_changed() -> None:
    before = builders.plan()
    calf = before.prescriptions[0].id
    longer, _ = set_everywhere(before, {calf}, Key.REST_SETS, 60)
    (line,) = difference(before, longer, LIBRARY.exercises, {}, PLAIN_WORDS)
    assert line == (
        "Two-leg calf raise: 2 sets of 3, up 2 s, hold 1 s, down 3 s, rest 30 s "
        "became 2 sets of 3, up 2 s, hold 1 s, down 3 s, rest 60 s."
    )
    exercise = LIBRARY.exercise("str-calf-bi")
    harder = replace(longer.prescriptions[0], level=exercise.levels[-1].id)
    climbed = replace(longer, prescriptions=(harder, *longer.prescriptions[1:]))
    (line,) = difference(longer, climbed, LIBRARY.exercises, {}, PLAIN_WORDS)
    was = before.prescriptions[0].level  # a level that is gone reads as its id
    assert line == f"Two-leg calf raise: {was} became {exercise.levels[-1].name}."
    (line,) = difference(before, climbed, LIBRARY.exercises, {}, PLAIN_WORDS)
    assert f"became {exercise.levels[-1].name}, 2 sets of 3" in line

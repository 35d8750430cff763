"""A phase fitted to a person: equipment, exclusions, alternatives, and what "+" keeps (clinical.md §3.6)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.adaptation import Bars, Fit, allowed_levels, fitting_level, has_equipment
from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.plan import Load, SessionKind
from ankle_coach.domain.program import Circumstances, fit_phase, plan_from_program
from ankle_coach.domain.sides import Side

LIBRARY = open_library()
NOTHING: frozenset[Equipment] = frozenset()


def has(*things: str) -> frozenset[Equipment]:
    return frozenset(Equipment(thing) for thing in things)


@pytest.mark.parametrize(
    ("exercise_id", "level", "at_hand", "bars", "expected"),
    [
        ("str-calf-uni", "step", has("step"), Bars(), "step"),
        ("str-calf-uni", "step", NOTHING, Bars(), "floor"),
        ("str-calf-uni", "backpack", NOTHING, Bars(), "floor"),
        ("str-calf-uni", "backpack", has("step"), Bars(below_neutral=True), "floor"),
        ("str-calf-uni", "step", has("step"), Bars(below_neutral=True), "floor"),
        ("str-calf-uni", "backpack", has("weight"), Bars(), "backpack"),
        ("str-band-ev", "light", NOTHING, Bars(), "no-band"),
        ("bal-board", "", NOTHING, Bars(), None),
        ("bal-board", "", has("cushion"), Bars(), "two-legs-support"),
        ("flx-towel-calf", "", has("strap"), Bars(), "gentle"),
        ("str-heel-drop", "", has("step"), Bars(below_neutral=True), None),
        ("str-calf-bi", "", NOTHING, Bars(exercises=frozenset({"str-calf-bi"})), None),
        ("str-calf-bi", "", NOTHING, Bars(levels=frozenset({("str-calf-bi", "support")})), "seated"),
        ("str-calf-bi", "step", None, Bars(), "step"),
    ],
)
def test_the_wanted_level_else_the_next_easier_that_can_be_done(
    exercise_id: str, level: str, at_hand: frozenset[Equipment] | None, bars: Bars, expected: str | None
) -> None:
    found = fitting_level(LIBRARY.exercise(exercise_id), level, at_hand, bars)
    assert (found.id if found else None) == expected


def test_3_9_barred_levels_are_skipped_up_and_down() -> None:
    exercise = LIBRARY.exercise("str-calf-uni")
    levels = allowed_levels(exercise, has("backpack"), Bars(below_neutral=True))
    assert [level.id for level in levels][:3] == ["fingertips", "floor", "backpack"]


def test_what_is_always_at_hand_is_not_asked_for() -> None:
    exercise = LIBRARY.exercise("mob-knee-wall")
    assert has_equipment(exercise, exercise.level(), NOTHING)
    assert not has_equipment(LIBRARY.exercise("xtr-pool"), LIBRARY.exercise("xtr-pool").level(), NOTHING)


def fitted(program_id: str, phase_id: str, **fields: Any) -> list[str]:
    """Exercise and level of each prescription, and each change."""
    result = fit_phase(LIBRARY.program(program_id), phase_id, LIBRARY.exercises, Circumstances(**fields))
    done = [f"{t.exercise}/{LIBRARY.exercise(t.exercise).level(t.level).id}" for t in result.templates]
    changes = [
        f"{c.exercise}/{c.level} {c.why.value} -> {c.new_exercise}/{c.new_level}" for c in result.changes
    ]
    return done + changes


def test_without_a_board_balance_is_trained_on_the_ground_and_without_a_bike_the_ride_is_dropped() -> None:
    dynamic = fitted("lateral-sprain", "p4", at_hand=has("floor-marks"))
    assert "bal-single-leg/fingertips" in dynamic
    assert "bal-board/two-legs-support equipment -> bal-single-leg/fingertips" in dynamic
    result = fit_phase(
        LIBRARY.program("lateral-sprain"), "p3", LIBRARY.exercises, Circumstances(at_hand=has("band"))
    )
    assert "bike" not in {session.id for session in result.sessions}
    dropped = [change for change in result.changes if not change.new_exercise]
    assert {(change.exercise, change.why) for change in dropped} >= {("xtr-airbike", Fit.EQUIPMENT)}


def test_a_pool_takes_the_place_of_a_bike() -> None:
    assert "xtr-pool/chest-deep-walk" in fitted("lateral-sprain", "p3", at_hand=has("band", "pool"))


def test_of_alternatives_the_first_is_taken_unless_another_is_chosen_or_cannot_be_done() -> None:
    assert fitted("achilles-midportion", "p1")[0] == "str-calf-seated/both-legs"
    chosen = fitted("achilles-midportion", "p1", choices=frozenset({"str-calf-iso"}))
    assert chosen[0] == "str-calf-iso/two-legs-30"
    assert "str-calf-seated/both-legs" not in chosen
    drops = fitted("achilles-midportion", "p3", choices=frozenset({"str-heel-drop"}))
    assert drops[0] == "str-heel-drop/body-weight"
    no_step = fitted("achilles-midportion", "p3", choices=frozenset({"str-heel-drop"}), at_hand=NOTHING)
    assert no_step[0] == "str-calf-uni/floor"


def test_an_easier_level_keeps_the_dose_of_the_prescription_where_the_sides_agree() -> None:
    result = fit_phase(
        LIBRARY.program("achilles-midportion"), "p3", LIBRARY.exercises, Circumstances(at_hand=NOTHING)
    )
    first = result.templates[0]
    (block,) = first.dose.blocks if first.dose else ()
    assert (first.level, getattr(block, "reps", 0)) == ("floor", 10)
    assert first.load == Load()


def test_a_level_without_a_band_has_no_band() -> None:
    result = fit_phase(LIBRARY.program("general"), "p3", LIBRARY.exercises, Circumstances(at_hand=NOTHING))
    bands = [t for t in result.templates if t.exercise.startswith("str-band-")]
    assert [(t.level, t.load.band) for t in bands] == [("no-band", "")] * 4


@pytest.mark.parametrize("program_id", [p for p in LIBRARY.programs if not p.startswith("preset-")])
def test_no_phase_of_a_program_is_empty_without_equipment_and_running_needs_none(program_id: str) -> None:
    program = LIBRARY.program(program_id)
    for phase in program.phases:
        result = fit_phase(program, phase.id, LIBRARY.exercises, Circumstances(at_hand=NOTHING))
        assert any(session.kind is SessionKind.CORE for session in result.sessions), phase.id
        assert "run-walk" not in result.dropped


def test_a_preset_that_cannot_be_done_says_what_is_missing() -> None:
    program = LIBRARY.program("preset-alfredson")
    result = fit_phase(program, "weeks-1-12", LIBRARY.exercises, Circumstances(at_hand=NOTHING))
    assert (result.sessions, result.dropped) == ((), ("str-heel-drop",))


def test_heel_pain_keeps_its_first_phase_beside_the_second() -> None:
    program = LIBRARY.program("plantar-heel")
    first, second = program.contents("p1"), program.contents("p2")
    assert second[0][: len(first[0])] == first[0]
    assert second[1][: len(first[1])] == first[1]
    assert [t.exercise for t in second[1][len(first[1]) :]] == ["str-short-foot", "str-calf-bi"]
    assert program.contents("p3")[1] == program.phase("p3").prescriptions


def test_a_plan_holds_what_fits() -> None:
    plan = plan_from_program(
        LIBRARY.program("plantar-heel"),
        "p2",
        LIBRARY.exercises,
        plan_id="plan",
        version=1,
        starts_on=date(2026, 3, 2),
        affected=Side.RIGHT,
        circumstances=Circumstances(at_hand=has("frozen-bottle", "cloth")),
    )
    massage = [p.level for p in plan.prescriptions if p.exercise == "mas-ball-foot"]
    assert massage == ["frozen-bottle"]
    assert {s.id for s in plan.sessions} >= {"stretch", "sole", "strength"}
    assert "ice" not in {s.id for s in plan.sessions}

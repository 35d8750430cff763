"""The intake points to a program, or says why none is made (clinical.md §3.6, §3.6a)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.intake import Intake, Onset, Place, SprainGrade, WalkPain, sprain_grade
from ankle_coach.domain.locks import locks
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.pointer import ROW_REFERENCES, Pointer, answers_as_measurements, entry_phase, point
from ankle_coach.domain.safety import Finding, Flag, ScreenAnswer, Urgency
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY, moment
from tests.helpers.rules import row

LIBRARY = open_library()
TWIST = {"onset": Onset.TWIST, "injured_on": MONDAY - timedelta(days=1)}
GRADUAL = {"onset": Onset.GRADUAL}


def intake(*places: str, **fields: Any) -> Intake:
    return Intake(places=tuple(Place(place) for place in places), **fields)


ROWS = [
    ("3.6a-sprain", ["outer-ankle"], TWIST, "lateral-sprain", ["O0", "O1", "O2", "O3", "O4", "O5"]),
    ("3.6a-midportion", ["tendon-middle"], GRADUAL, "achilles-midportion", ["R08", "R23"]),
    ("3.6a-insertional", ["tendon-heel"], GRADUAL, "achilles-insertional", ["R08", "R23"]),
    ("3.6a-peroneal", ["outer-tendons"], GRADUAL, "peroneal", ["R15", "O3"]),
    ("3.6a-peroneal", ["outer-ankle"], GRADUAL, "peroneal", ["R15", "O3"]),
    ("3.6a-heel", ["under-heel"], {"sharp_first_steps": True}, "plantar-heel", ["R12", "R20"]),
    ("3.6a-soreness", ["no-spot"], {"dull_after_runs": True, **GRADUAL}, "general", []),
    ("3.6a-soreness", [], {"dull_after_runs": True}, "general", []),
]


@pytest.mark.parametrize(
    ("row", "places", "fields", "program", "ask"), ROWS, ids=[f"{r[0]}-{'-'.join(r[1])}" for r in ROWS]
)
def test_one_row_points_to_its_program_and_asks_its_questions(
    row: str, places: list[str], fields: dict[str, Any], program: str, ask: list[str]
) -> None:
    found = point(intake(*places, **fields))
    assert (found.program, found.rows, found.exclusions) == (program, (row,), ())
    assert list(found.screen_first) == ask
    assert not found.see_clinician
    assert (program in LIBRARY.programs, row in ROW_REFERENCES) == (True, True)


@row("3.9-two-places")
@pytest.mark.parametrize(
    ("places", "fields"),
    [
        (["under-heel", "tendon-heel"], GRADUAL),
        (["unsure"], {}),
        (["tendon-middle", "unsure"], {}),
        (["other"], {}),
        ([], {}),
        (["outer-ankle"], {}),
        (["outer-ankle"], {"onset": Onset.UNSURE}),
        (["outer-ankle"], {"onset": Onset.BLOW}),
        (["no-spot"], {"onset": Onset.BLOW}),
        (["one-bone-spot"], {"worse_through_run": False, "night_pain": False}),
    ],
    ids=[
        "3.6a-several",
        "unsure",
        "one-and-unsure",
        "other",
        "nothing",
        "no-onset",
        "onset-unsure",
        "blow",
        "blow-no-spot",
        "bone-quiet",
    ],
)
def test_several_or_unsure_leads_to_the_general_plan_from_p1_and_to_be_seen(
    places: list[str], fields: dict[str, Any], row_id: str
) -> None:
    answers = intake(*places, **fields)
    found = point(answers)
    assert (found.program, found.see_clinician, found.start_at_p1) == ("general", True, True)
    assert entry_phase(LIBRARY.program("general"), found, answers, MONDAY) == "p1"


@pytest.mark.parametrize(
    ("places", "fields", "exclusion"),
    [
        (["inner-ankle"], TWIST, "3.6a-high-medial"),
        (["above-ankle"], TWIST, "3.6a-high-medial"),
        (["outer-ankle", "above-ankle"], TWIST, "3.6a-high-medial"),
        (["one-bone-spot"], {"worse_through_run": True}, "3.6a-bone"),
        (["one-bone-spot"], {"night_pain": True}, "3.6a-bone"),
        (["one-bone-spot"], {}, "3.6a-bone"),
        (["outer-ankle"], {**TWIST, "walking": WalkPain.NOT_FOUR_STEPS}, "grade-3"),
        (["outer-ankle"], {**TWIST, "very_loose": True}, "grade-3"),
        (["tendon-middle"], {"age": 17}, "under-18"),
        (["tendon-middle"], {"surgery": True}, "surgery"),
        (["tendon-middle"], {"broken": True}, "broken"),
        (["tendon-middle"], {"ruptured": True}, "ruptured"),
        (["tendon-middle"], {"steroid_injection_days": 90}, "steroid-injection"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_out_of_scope_gets_no_self_guided_plan(
    places: list[str], fields: dict[str, Any], exclusion: str
) -> None:
    found = point(intake(*places, **fields))
    assert (found.program, found.see_clinician) == ("", True)
    assert exclusion in found.exclusions


@pytest.mark.parametrize("fields", [{"age": 18}, {"steroid_injection_days": 91}, {"surgery": False}])
def test_just_inside_the_scope_a_plan_is_made(fields: dict[str, Any]) -> None:
    assert point(intake("tendon-middle", **fields)).program == "achilles-midportion"


def test_an_open_flag_without_a_program_excludes_one() -> None:
    finding = Finding(rule="R14", urgency=Urgency.PAUSE, no_plan=True, references=("S46",))
    flags = locks([Flag(id="1", finding=finding, raised=moment())], [])
    assert point(intake("tendon-middle"), flags).exclusions == ("R14",)


def test_after_a_blow_the_ankle_rules_are_asked_too() -> None:
    assert point(intake("outer-ankle", onset=Onset.BLOW)).screen_first == ("O0", "O1", "O2", "O3", "O4", "O5")


def test_questions_of_the_row_without_an_answer_stay_open() -> None:
    no, yes = ScreenAnswer.NO, ScreenAnswer.YES
    answers = intake("outer-ankle", **TWIST, safety={"O0": no, "O3": no})
    assert point(answers).open_questions == ("O5",)
    answers = msgspec.structs.replace(answers, safety={"O0": yes, "O3": no, "O5": yes})
    assert point(answers).open_questions == ("O1", "O2", "O4")


@pytest.mark.parametrize(
    ("fields", "grade"),
    [
        ({"swelling": 1, "walking": WalkPain.LITTLE}, SprainGrade.ONE),
        ({"swelling": 2}, SprainGrade.TWO),
        ({"bruise": True, "swelling": 1}, SprainGrade.TWO),
        ({"walking": WalkPain.HURTS}, SprainGrade.TWO),
        ({"swelling": 3}, SprainGrade.THREE),
        ({"walking": WalkPain.NOT_FOUR_STEPS}, SprainGrade.THREE),
        ({"very_loose": True, "walking": WalkPain.LITTLE}, SprainGrade.THREE),
        ({"safety": {"O5": ScreenAnswer.NO}}, SprainGrade.THREE),
        ({"safety": {"R01": ScreenAnswer.YES}, "swelling": 1}, SprainGrade.THREE),
        ({"swelling": 0}, SprainGrade.ONE),
        ({}, None),
    ],
)
def test_how_bad_a_twist_looks_goes_by_its_worst_sign(
    fields: dict[str, Any], grade: SprainGrade | None
) -> None:
    assert sprain_grade(Intake(**fields)) is grade


def self_tests(**values: float | tuple[float, float]) -> tuple[Measurement, ...]:
    """Self-tests at the intake: one number, or left and right."""
    found = []
    for name, value in values.items():
        measure = name.replace("_", "-")
        sides: dict[str, Any] = (
            {"left": value[0], "right": value[1]} if isinstance(value, tuple) else {"whole": value}
        )
        found.append(Measurement(id=measure, measure=measure, entered=moment(), **sides))
    return tuple(found)


P1_DONE: dict[str, Any] = {"walk_5_min_pain": 2, "rest_pain": 1}
P2_DONE: dict[str, Any] = {
    "knee_to_wall_cm": (9, 10),
    "walk_30_min_pain": 1,
    "two_leg_raise_3x15_pain": 1,
    "single_leg_stand_seconds": (12, 40),
}


def calm(*days: int) -> tuple[Measurement, ...]:
    """Mornings without a rise of swelling."""
    return tuple(
        Measurement(id=f"s{day}", measure="swelling", entered=moment(MONDAY - timedelta(days=day)), left=1)
        for day in days
    )


@pytest.mark.parametrize(
    ("fields", "measured", "phase"),
    [
        (TWIST, (), "p1"),
        ({**TWIST, "injured_on": MONDAY - timedelta(days=14)}, (), "p1"),
        ({**TWIST, "injured_on": MONDAY - timedelta(days=15)}, (), "p2"),
        (TWIST, (*self_tests(**P1_DONE), *calm(0, 2)), "p2"),
        (TWIST, (*self_tests(**P1_DONE, **P2_DONE), *calm(0, 2)), "p3"),
        (TWIST, self_tests(**P2_DONE), "p1"),
        ({**TWIST, "pain": 6}, (*self_tests(**P1_DONE, **P2_DONE), *calm(0, 2)), "p1"),
        ({"onset": Onset.TWIST}, (), "p1"),
    ],
    ids=["fresh", "day-14", "day-15", "p1-done", "p2-done", "only-p2-done", "pain-6", "day-unknown"],
)
def test_3_6_a_sprain_begins_in_the_highest_phase_that_the_answers_reach(
    fields: dict[str, Any], measured: tuple[Measurement, ...], phase: str
) -> None:
    answers = intake("outer-ankle", **fields, measured=measured, affected=Side.LEFT)
    assert entry_phase(LIBRARY.program("lateral-sprain"), point(answers), answers, MONDAY) == phase


@pytest.mark.parametrize(
    ("fields", "phase"),
    [({}, "p2"), ({"pain": 5}, "p2"), ({"pain": 6}, "p1"), ({"first_step": 7, "pain": 2}, "p1")],
)
def test_3_6_a_tendon_begins_in_p2_and_in_p1_while_the_morning_is_above_five(
    fields: dict[str, Any], phase: str
) -> None:
    answers = intake("tendon-middle", **GRADUAL, **fields)
    assert entry_phase(LIBRARY.program("achilles-midportion"), Pointer(), answers, MONDAY) == phase


@pytest.mark.parametrize(
    ("rest_pain", "phase"),
    [(0, "p2"), (1, "p2"), (None, "p2")],
    ids=["no-rest-pain", "rest-pain", "left-out"],
)
def test_general_soreness_begins_with_mobility(rest_pain: int | None, phase: str) -> None:
    answers = intake("no-spot", dull_after_runs=True, measured=self_tests(walk_30_min_pain=1))
    if rest_pain is not None:
        answers = msgspec.structs.replace(answers, rest_pain=rest_pain)
    assert entry_phase(LIBRARY.program("general"), point(answers), answers, MONDAY) == phase


def test_the_numbers_of_the_intake_count_as_measured_and_what_was_left_out_does_not() -> None:
    answers = intake("no-spot", rest_pain=0, measured=self_tests(walk_30_min_pain=1, residual_soreness=0))
    assert entry_phase(LIBRARY.program("general"), point(answers), answers, MONDAY) == "p3"
    sore = msgspec.structs.replace(answers, rest_pain=1)
    assert entry_phase(LIBRARY.program("general"), point(sore), sore, MONDAY) == "p2"
    found = answers_as_measurements(answers, MONDAY)
    assert [(entry.measure, entry.whole) for entry in found] == [("rest-pain", 0)]


def test_every_answer_may_be_left_out_and_is_kept_as_it_was() -> None:
    empty = Intake()
    assert msgspec.json.decode(msgspec.json.encode(empty), type=Intake) == empty
    full = intake("under-heel", age=40, pain=0, safety={"R01": ScreenAnswer.NO}, measured=calm(0))
    assert msgspec.json.decode(msgspec.json.encode(full), type=Intake) == full


@pytest.mark.parametrize(
    "fields", [{"pain": 11}, {"age": -1}, {"days_a_week": 8}, {"swelling": 4}, {"stiff_minutes": 2000}]
)
def test_impossible_answers_are_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must be between"):
        Intake(**fields)

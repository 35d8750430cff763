"""Which questions matter for what was said, and what is told without asking twice."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from ankle_coach.domain.foot_map import FootZone
from ankle_coach.domain.intake import Intake, Onset, Place, WalkPain
from ankle_coach.domain.intake_form import (
    Reason,
    all_safety_answers,
    asked_fields,
    reason_of,
    told_answers,
    told_measures,
    with_bone_spot,
    with_reason,
    with_zones,
    zones_of,
)
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.pointer import point
from ankle_coach.domain.safety import ScreenAnswer
from tests.helpers.builders import moment
from tests.helpers.coach import LIBRARY


def test_prevention_asks_nothing_about_an_injury() -> None:
    intake = with_reason(Intake(), Reason.PREVENT)
    assert reason_of(intake) is Reason.PREVENT
    assert asked_fields(intake) == frozenset()
    assert intake.injured is False


@pytest.mark.parametrize("reason", [Reason.PREVENT, Reason.DULL, Reason.UNSURE])
def test_a_reason_can_be_read_back(reason: Reason) -> None:
    assert reason_of(with_reason(Intake(), reason)) is reason


def test_another_reason_forgets_what_hung_on_the_first() -> None:
    twisted = with_zones(Intake(onset=Onset.TWIST, injured_on=date(2026, 3, 1)), {FootZone.OUTER_ANKLE})
    dull = with_reason(twisted, Reason.DULL)
    assert (dull.onset, dull.injured_on, dull.places) == (None, None, (Place.NO_SPOT,))


def test_zones_become_places_and_unknown_ones_other() -> None:
    intake = with_zones(Intake(), {FootZone.ACHILLES_HEEL, FootZone.FOREFOOT, FootZone.ARCH})
    assert intake.places == (Place.TENDON_HEEL, Place.OTHER)
    assert zones_of(intake) == {FootZone.ACHILLES_HEEL}


def test_a_bone_spot_outlives_a_change_of_zones() -> None:
    intake = with_bone_spot(with_zones(Intake(), {FootZone.FOREFOOT}), is_spot=True)
    moved = with_zones(intake, {FootZone.OUTER_EDGE})
    assert Place.ONE_BONE_SPOT in moved.places
    assert Place.ONE_BONE_SPOT not in with_bone_spot(moved, is_spot=False).places


def test_only_a_twist_asks_for_its_signs_and_only_a_tendon_for_stiffness() -> None:
    twisted = with_zones(Intake(onset=Onset.TWIST), {FootZone.OUTER_ANKLE})
    tendon = with_zones(Intake(onset=Onset.GRADUAL), {FootZone.ACHILLES_MIDDLE})
    assert {"walking", "swelling", "numb_feet", "injured_on"} <= asked_fields(twisted)
    assert not {"stiff_minutes", "since"} & asked_fields(twisted)
    assert {"stiff_minutes", "ruptured", "since"} <= asked_fields(tendon)
    assert "walking" not in asked_fields(tendon)


@pytest.mark.parametrize("zone", [FootZone.ACHILLES_MIDDLE, FootZone.ACHILLES_HEEL, FootZone.UNDER_HEEL])
def test_the_intake_asks_what_the_mornings_of_its_program_are_held_against(zone: FootZone) -> None:
    intake = with_zones(with_reason(Intake(), Reason.SPOT), {zone})
    program = LIBRARY.program(point(replace(intake, onset=Onset.GRADUAL)).program)
    fields = {
        MorningField.PAIN: "pain",
        MorningField.FIRST_STEP: "first_step",
        MorningField.STIFFNESS: "stiff_minutes",
    }
    assert {fields[field] for field in program.morning} <= asked_fields(intake)


def test_age_and_walking_answer_their_safety_questions_the_graver_way() -> None:
    intake = Intake(
        onset=Onset.TWIST, age=17, walking=WalkPain.NOT_FOUR_STEPS, safety={"R01": ScreenAnswer.NO}
    )
    answers = all_safety_answers(intake)
    assert (answers["R24"], answers["O5"], answers["R01"]) == (
        ScreenAnswer.YES,
        ScreenAnswer.NO,
        ScreenAnswer.YES,
    )
    assert told_answers(Intake()) == {}


def test_only_what_was_said_is_measured() -> None:
    now = moment(date(2026, 3, 2))
    said = told_measures(with_reason(Intake(), Reason.PREVENT), now, "x")
    assert {m.measure: m.whole for m in said} == {
        "rest-pain": 0,
        "walk-30-min-pain": 0,
        "residual-soreness": 0,
    }
    assert told_measures(with_reason(Intake(), Reason.DULL), now, "x") == ()


SPOTS: list[tuple[Place, set[str]]] = [
    (Place.ONE_BONE_SPOT, {"worse_through_run", "night_pain"}),
    (Place.UNDER_HEEL, {"sharp_first_steps", "first_step", "stiff_minutes"}),
    (Place.TENDON_MIDDLE, {"worst_in_morning", "ruptured", "first_step", "stiff_minutes"}),
]


@pytest.mark.parametrize(("place", "fields"), SPOTS, ids=[place.value for place, _ in SPOTS])
def test_a_place_asks_its_own_questions_and_no_others(place: Place, fields: set[str]) -> None:
    asked = asked_fields(Intake(places=(place,)))
    every = {field for _, own in SPOTS for field in own}
    assert asked & every == fields


@pytest.mark.parametrize(
    ("places", "dull", "reason"),
    [
        ((), None, None),
        ((Place.NO_SPOT,), True, Reason.DULL),
        ((Place.NO_SPOT,), False, Reason.PREVENT),
        ((Place.UNDER_HEEL,), None, Reason.SPOT),
        ((Place.UNSURE,), None, Reason.UNSURE),
        ((Place.UNDER_HEEL, Place.UNSURE), None, Reason.UNSURE),
    ],
)
def test_the_reason_is_read_from_the_places(
    places: tuple[Place, ...], dull: bool | None, reason: Reason | None
) -> None:
    assert reason_of(Intake(places=places, dull_after_runs=dull)) is reason


def test_prevention_is_said_without_any_pain() -> None:
    intake = with_reason(Intake(pain=6, rest_pain=4), Reason.PREVENT)
    assert (intake.pain, intake.rest_pain, intake.dull_after_runs) == (0, 0, False)
    assert with_reason(intake, Reason.PREVENT) is intake

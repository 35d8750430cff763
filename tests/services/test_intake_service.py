"""From the intake to a plan and why, or to who to see."""

from __future__ import annotations

import pytest

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.intake import Intake, Onset, Place
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.sides import Side
from ankle_coach.services.intake_service import NoPlanError
from tests.helpers.story import Story

KNOWN = {"age": 40, "intoxicated": False, "numb_feet": False, "other_injury": False}


def _intake(place: Place, **fields: object) -> Intake:
    values = {"places": (place,), "onset": Onset.GRADUAL, "affected": Side.LEFT, "pain": 2, **KNOWN, **fields}
    return Intake(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("place", "program"),
    [
        (Place.TENDON_MIDDLE, "achilles-midportion"),
        (Place.TENDON_HEEL, "achilles-insertional"),
        (Place.OUTER_TENDONS, "peroneal"),
        (Place.UNDER_HEEL, "plantar-heel"),
        (Place.NO_SPOT, "general"),
    ],
)
def test_a_place_leads_to_its_program_and_says_by_which_row(place: Place, program: str) -> None:
    story = Story()
    proposal = story.begin(_intake(place))
    assert proposal.program is not None
    assert proposal.program.id == program
    assert proposal.pointer.rows
    plan = story.services.plans.current()
    assert plan is not None
    assert (plan.program, plan.phase, plan.affected) == (program, proposal.phase, Side.LEFT)


def test_without_answers_to_the_questions_that_matter_no_plan_begins() -> None:
    story = Story()
    story.services.intake.save(_intake(Place.TENDON_MIDDLE))
    proposal = story.services.intake.propose()
    assert proposal.pointer.open_questions == ("R08", "R23")
    assert not proposal.may_begin
    with pytest.raises(NoPlanError, match="still open: R08, R23"):
        story.services.intake.accept(proposal)
    assert story.services.plans.current() is None


def test_a_fingertip_spot_on_a_bone_gets_no_self_guided_plan_but_a_therapist_may() -> None:
    story = Story()
    proposal = story.begin(_intake(Place.ONE_BONE_SPOT, worse_through_run=True), R12=ScreenAnswer.YES)
    assert proposal.plan is None
    assert "3.6a-bone" in proposal.pointer.exclusions
    assert proposal.flags
    with pytest.raises(NoPlanError, match="be seen"):
        story.services.intake.accept(proposal)
    made = story.services.intake.propose("general", by_therapist=True)
    assert made.plan is not None


def test_nobody_under_18_gets_a_plan() -> None:
    proposal = Story().begin(_intake(Place.NO_SPOT, age=16))
    assert proposal.plan is None
    assert "under-18" in proposal.pointer.exclusions


def test_a_plan_keeps_to_what_is_at_hand_and_says_what_it_changed() -> None:
    story = Story()
    proposal = story.begin(_intake(Place.OUTER_TENDONS, equipment=(Equipment.STEP,)))
    assert proposal.plan is not None
    assert proposal.changes
    library = story.coach.library
    for prescription in proposal.plan.prescriptions:
        exercise = library.exercise(prescription.exercise)
        needed = exercise.equipment + exercise.level(prescription.level).equipment
        assert Equipment.BAND not in needed


def test_answers_are_kept_and_given_again_replace_those_of_the_day() -> None:
    story = Story()
    story.services.intake.save(_intake(Place.NO_SPOT, age=30))
    story.services.intake.save(_intake(Place.NO_SPOT, age=31))
    current = story.services.intake.current()
    assert current is not None
    assert current.age == 31
    story.coach.clock.advance(24 * 3600)
    story.services.intake.save(_intake(Place.NO_SPOT, age=32))
    contents = story.services.reader.contents()
    assert contents is not None
    assert [intake.age for intake in contents.of(Intake)] == [31, 32]


def test_before_it_was_asked_nothing_is_proposed() -> None:
    story = Story()
    assert story.services.coach.needs_intake()
    with pytest.raises(NoPlanError, match="not answered"):
        story.services.intake.propose()

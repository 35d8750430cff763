"""Own exercises are begun, kept, copied and deleted, and never take anything along that a plan needs."""

from __future__ import annotations

import msgspec
import pytest

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.own_exercise import Instructions, OwnExercise
from ankle_coach.domain.own_exercise_edit import with_harder, without_level
from ankle_coach.domain.plan_template import PlanTemplate
from ankle_coach.services.own_exercise_service import OwnExerciseError
from tests.helpers.coach import FakeCoach
from tests.helpers.own import OWN_ID, own_exercise


@pytest.fixture
def coach() -> FakeCoach:
    """A wired app with a plan."""
    return FakeCoach().with_plan("p3")


def _named(own: OwnExercise, name: str, *cues: str) -> OwnExercise:
    return msgspec.structs.replace(own, exercise=msgspec.structs.replace(own.exercise, name=name, cues=cues))


def test_one_that_is_begun_anew_is_found_once_it_is_kept(coach: FakeCoach) -> None:
    service = coach.services.own_exercises
    own = _named(service.begin(), "  Marble pick-up ", "Heel down", "", " Slowly ")

    assert service.save(own).touches(Changes.LIBRARY)

    kept = service.find(own.id)
    assert kept is not None
    assert (kept.exercise.name, kept.exercise.cues) == ("Marble pick-up", ("Heel down", "Slowly"))
    assert [found.id for found in coach.services.library.search("marble")] == [own.id]


def test_a_copy_of_a_shipped_one_borrows_its_figure_and_claims_no_source(coach: FakeCoach) -> None:
    service = coach.services.own_exercises
    own = service.begin_from("str-calf-bi")
    service.save(own)

    source = coach.library.exercise("str-calf-bi")
    copied = coach.services.library.exercise(own.id)
    assert copied.name == source.name
    assert [level.dose for level in copied.levels] == [level.dose for level in source.levels]
    assert copied.references == ("OWN",)
    growths = [level.growth for level in copied.levels if level.growth is not None]
    assert {growth.references for growth in growths} == {("DD",)}
    assert coach.services.library.figures[own.id] is coach.library.figures["str-calf-bi"]


def test_a_copy_of_an_own_one_is_another_exercise(coach: FakeCoach) -> None:
    service = coach.services.own_exercises
    service.save(own_exercise())

    twin = service.begin_from(OWN_ID)

    assert twin.id != OWN_ID
    assert twin.instructions == own_exercise().instructions
    with pytest.raises(NotFoundError):
        service.begin_from("own-nothing")


def test_one_without_a_name_or_without_words_is_refused(coach: FakeCoach) -> None:
    service = coach.services.own_exercises
    with pytest.raises(OwnExerciseError, match="needs a name"):
        service.save(_named(service.begin(), "  ", "Do it"))
    with pytest.raises(OwnExerciseError, match="how it is done"):
        service.save(_named(service.begin(), "Something", " "))

    told = msgspec.structs.replace(
        _named(service.begin(), "Something", ""), instructions=Instructions(movement="Lift.\nAgain.")
    )
    service.save(told)
    kept = service.find(told.id)
    assert kept is not None
    assert kept.exercise.cues == ("Lift.",)


def test_one_that_nobody_uses_can_be_deleted_and_others_stay(coach: FakeCoach) -> None:
    service = coach.services.own_exercises
    service.save(own_exercise())
    service.save(own_exercise("own-0002"))

    service.delete(OWN_ID)

    assert [own.id for own in service.every()] == ["own-0002"]
    assert OWN_ID not in coach.services.library.exercises


def test_one_that_a_plan_or_a_template_uses_stays(coach: FakeCoach) -> None:
    service, plans = coach.services.own_exercises, coach.services.plans
    service.save(own_exercise())
    plan = plans.current()
    assert plan is not None
    first = msgspec.structs.replace(plan.prescriptions[0], exercise=OWN_ID, level="own")
    prescriptions = (first, *plan.prescriptions[1:])
    plans.accept(msgspec.structs.replace(plan, prescriptions=prescriptions))
    template = PlanTemplate(id="t", name="Mine", sessions=plan.sessions, prescriptions=prescriptions)
    coach.journal.save_on_shelf(template)

    with pytest.raises(OwnExerciseError, match="1 plan version and 1 template use it"):
        service.delete(OWN_ID)

    assert service.find(OWN_ID) is not None


def _prescribed(coach: FakeCoach, exercise: str, level: str) -> None:
    plan = coach.services.plans.current()
    assert plan is not None
    first = msgspec.structs.replace(plan.prescriptions[0], exercise=exercise, level=level)
    coach.services.plans.accept(msgspec.structs.replace(plan, prescriptions=(first, *plan.prescriptions[1:])))


def test_no_level_is_lost_while_a_plan_uses_the_exercise(coach: FakeCoach) -> None:
    service = coach.services.own_exercises
    own = _named(service.begin_from("str-calf-bi"), "My raise", "Up")
    service.save(own)
    shorter = msgspec.structs.replace(own, exercise=without_level(own.exercise, "step"))
    _prescribed(coach, own.id, "support")

    with pytest.raises(OwnExerciseError, match="stays, because plans use this exercise"):
        service.save(shorter)

    kept = service.find(own.id)
    assert kept is not None
    assert len(kept.exercise.levels) == len(own.exercise.levels)
    longer, new = with_harder(own.exercise, "step", "With a bag")
    service.save(msgspec.structs.replace(own, exercise=longer))
    assert coach.services.library.exercise(own.id).level(new).name == "With a bag"


def test_a_level_may_go_while_nobody_uses_the_exercise(coach: FakeCoach) -> None:
    service = coach.services.own_exercises
    own = _named(service.begin_from("str-calf-bi"), "My raise", "Up")
    service.save(own)
    assert not service.is_used(own.id)
    service.save(msgspec.structs.replace(own, exercise=without_level(own.exercise, "step")))
    kept = service.find(own.id)
    assert kept is not None
    assert "step" not in [level.id for level in kept.exercise.levels]


def test_why_one_stays_is_told_before_anybody_is_asked(coach: FakeCoach) -> None:
    service = coach.services.own_exercises
    service.save(own_exercise())
    assert service.reason_to_stay(OWN_ID) == ""
    _prescribed(coach, OWN_ID, "own")
    assert service.is_used(OWN_ID)
    assert service.reason_to_stay(OWN_ID).startswith("It stays, because 1 plan version uses it.")

"""Plans are started, kept as versions of the right person, and what is usual is kept for the next."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.journal import Role
from ankle_coach.domain.plan import Load
from ankle_coach.domain.plan_edit import remove, rename, set_affected, set_start
from ankle_coach.domain.plan_warning import WarningKind
from ankle_coach.domain.plan_warnings import plan_warnings
from ankle_coach.domain.prescription_edit import set_load
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.services.plan_builder_service import PlanBuilderService, PlanSaveError
from tests.helpers.builders import person, session_record
from tests.helpers.coach import FakeCoach

ROBIN, KIM = "person-1", "person-2"


@pytest.fixture
def coach() -> FakeCoach:
    """A journal with two patients and no plan."""
    made = FakeCoach()
    for who in (
        person(role=Role.PATIENT),
        person(id=KIM, name="Kim", role=Role.PATIENT, affected=None, equipment=(Equipment.TOWEL,)),
    ):
        made.journal.save_person(who)
    return made


@pytest.fixture
def builder(coach: FakeCoach) -> PlanBuilderService:
    """The builder over that journal."""
    return coach.services.builder


def test_a_program_starts_a_plan_for_the_side_and_things_of_the_person(builder: PlanBuilderService) -> None:
    plan = builder.from_program(ROBIN, "general", "p3")
    assert (plan.affected, plan.starts_on, plan.version) == (Side.RIGHT, builder.today(), 1)
    kims = builder.from_program(KIM, "general", "p3")
    assert kims.affected is None
    assert kims.prescriptions != plan.prescriptions, "Kim has no band, so that the phase is fitted"
    assert builder.current(ROBIN) is None, "nothing is kept before it is saved"


def test_saving_makes_versions_of_one_plan_and_old_ones_stay(
    builder: PlanBuilderService, coach: FakeCoach
) -> None:
    plan = builder.from_program(ROBIN, "general", "p3")
    first, changes = builder.save(ROBIN, plan)
    assert (first.version, first.reason) == (1, "chosen")
    assert changes.touches(Changes.PLAN)
    again = builder.from_current(ROBIN)
    assert again is not None
    second, _ = builder.save(ROBIN, remove(again, {again.prescriptions[0].id}))
    assert (second.version, second.reason, second.id) == (2, "edited", first.id)
    assert coach.journal.plans(ROBIN) == (first, second)
    assert coach.journal.plans(KIM) == ()


def test_the_difference_is_told_before_saving(builder: PlanBuilderService) -> None:
    plan = builder.from_program(ROBIN, "general", "p3")
    assert builder.changes_of(ROBIN, plan, PLAIN_WORDS)[0].startswith("The first version:")
    kept, _ = builder.save(ROBIN, plan)
    heavy = set_load(kept, {kept.prescriptions[0].id}, Load(kilograms=5))
    (line,) = builder.changes_of(ROBIN, heavy, PLAIN_WORDS)
    assert line.endswith("the load of the level became 5 kg.")
    assert builder.changes_of(ROBIN, kept, PLAIN_WORDS) == ("Nothing changed.",)


def test_the_affected_side_of_the_plan_becomes_the_persons(
    builder: PlanBuilderService, coach: FakeCoach
) -> None:
    builder.save(ROBIN, set_affected(builder.from_program(ROBIN, "general", "p3"), Side.LEFT))
    kept = coach.journal.person(ROBIN)
    assert kept is not None
    assert kept.affected is Side.LEFT


def test_what_cannot_be_kept_is_said_and_nothing_is_kept(
    builder: PlanBuilderService, coach: FakeCoach
) -> None:
    with pytest.raises(PlanSaveError, match="no exercise yet"):
        builder.save(ROBIN, builder.blank(ROBIN, "New plan"))
    first, _ = builder.save(ROBIN, builder.from_program(ROBIN, "general", "p3"))
    with pytest.raises(PlanSaveError, match="before the one before it"):
        builder.save(ROBIN, set_start(first, first.starts_on - timedelta(days=1)))
    with pytest.raises(NotFoundError, match="not in the journal"):
        builder.save("nobody", first)
    assert len(coach.journal.plans(ROBIN)) == 1


def test_a_version_begins_after_what_was_done_today(builder: PlanBuilderService, coach: FakeCoach) -> None:
    first, _ = builder.save(ROBIN, builder.from_program(ROBIN, "general", "p3"))
    today = builder.today()
    coach.journal.save_session(ROBIN, session_record(today))
    again = builder.from_current(ROBIN)
    assert again is not None
    assert again.starts_on == today + timedelta(days=1)
    with pytest.raises(PlanSaveError, match="Something was done"):
        builder.save(ROBIN, rename(first, "Another"))
    assert builder.first_day(KIM) == today


def test_templates_are_kept_by_name_started_from_and_deleted(builder: PlanBuilderService) -> None:
    plan = builder.from_program(ROBIN, "general", "p3")
    assert builder.save_template(plan, "  Calf   week ") is Changes.LIBRARY
    builder.save_template(remove(plan, {plan.prescriptions[0].id}), "calf week")
    (template,) = builder.templates()
    assert len(template.prescriptions) == len(plan.prescriptions) - 1, "the same name is replaced"
    made = builder.from_template(KIM, template)
    assert (made.name, made.affected, made.prescriptions) == ("calf week", None, template.prescriptions)
    builder.delete_template(template.id)
    assert builder.templates() == ()
    with pytest.raises(PlanSaveError, match="needs a name"):
        builder.save_template(plan, " ")


def test_another_persons_plan_is_offered_and_copied(builder: PlanBuilderService) -> None:
    kept, _ = builder.save(ROBIN, builder.from_program(ROBIN, "general", "p3"))
    (other,) = builder.others(KIM)
    assert other.name == "Robin"
    assert builder.current(other.id) == kept
    copied, _ = builder.save(KIM, builder.from_other(KIM, kept))
    assert copied.id != kept.id
    assert copied.affected is None


def test_usual_doses_favorites_and_recent_ones_are_kept(builder: PlanBuilderService) -> None:
    kept, _ = builder.save(ROBIN, builder.from_program(ROBIN, "general", "p3"))
    first = set_load(kept, {kept.prescriptions[0].id}, Load(kilograms=3)).prescriptions[0]
    builder.save_own_dose(first)
    mine = builder.own_dose(first.exercise)
    assert mine is not None
    assert mine.load.kilograms == 3
    builder.forget_own_dose(first.exercise)
    assert builder.own_dose(first.exercise) is None
    builder.toggle_favorite("bal-board")
    assert builder.favorites() == {"bal-board"}
    builder.toggle_favorite("bal-board")
    assert builder.favorites() == frozenset()
    assert set(builder.recent()) <= {p.exercise for p in kept.prescriptions}
    assert builder.recent()


def test_warnings_know_the_program_and_what_the_person_has(builder: PlanBuilderService) -> None:
    plan = builder.from_program(ROBIN, "general", "p3")
    assert plan_warnings(plan, builder.surroundings(plan, ROBIN)) == ()
    found = plan_warnings(plan, builder.surroundings(plan, KIM))
    assert {warning.kind for warning in found} == {WarningKind.EQUIPMENT}
    gone = msgspec.structs.replace(plan, program="own-gone")
    assert builder.surroundings(gone, ROBIN).program is None


def test_a_runner_is_told_apart_from_a_patient(builder: PlanBuilderService, coach: FakeCoach) -> None:
    assert not builder.is_runner(ROBIN)
    coach.journal.save_person(person(id="me", role=Role.RUNNER))
    assert builder.is_runner("me")

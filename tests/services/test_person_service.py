"""Whose plan and journal the app shows, and persons who are added, changed, deleted and brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from ankle_coach.domain.arrival import PlanArrival
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import NotFoundError, StorageError
from ankle_coach.domain.journal import Role
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.settings import Settings, UserRole
from ankle_coach.domain.sides import Side
from ankle_coach.services.person_service import IceOnError, NamelessError
from tests.helpers import builders as make
from tests.helpers.coach import FakeCoach
from tests.helpers.memory_settings import MemorySettings

ANNA, BEN = (make.person(id=name.lower(), name=name, role=Role.PATIENT) for name in ("Anna", "Ben"))


@pytest.fixture
def clinic() -> FakeCoach:
    """A therapist with two persons, nobody open, and the journal of the therapist's own running."""
    coach = FakeCoach(settings=MemorySettings(Settings(role=UserRole.THERAPIST)))
    coach.journal.save_person(make.person())
    for person in (ANNA, BEN):
        coach.services.people.add(person)
    return coach


def test_a_therapist_has_nobody_open_at_first_and_then_whom_they_open(clinic: FakeCoach) -> None:
    people = clinic.services.people
    assert people.people() == (ANNA, BEN)
    assert people.current() is None
    with pytest.raises(NotFoundError, match="Open a person first"):
        people.required()

    changes = people.open("ben")

    assert changes == Changes.OF_A_PERSON
    assert people.current() == people.opened == people.required() == BEN
    assert people.open("ben") is Changes.NONE


def test_who_is_open_is_open_again_after_a_restart(clinic: FakeCoach) -> None:
    clinic.services.people.open("anna")

    again = FakeCoach(journal=clinic.journal, settings=clinic.settings)

    assert again.services.people.current() == ANNA


def test_closing_leaves_nobody_open(clinic: FakeCoach) -> None:
    people = clinic.services.people
    assert people.close() is Changes.NONE
    people.open("anna")

    assert people.close() == Changes.OF_A_PERSON
    assert people.current() is None


def test_a_runner_meets_their_own_journal_again_and_never_a_patient(clinic: FakeCoach) -> None:
    people = clinic.services.people
    people.open("anna")

    clinic.services.settings.change(role=UserRole.RUNNER)

    assert people.current() == make.person()
    clinic.journal.delete_person(make.PERSON)
    assert people.current() is None


def test_before_a_role_is_chosen_the_first_person_is_the_current_one() -> None:
    coach = FakeCoach()
    coach.journal.save_person(make.person(role=Role.PATIENT))
    assert coach.services.people.current() == make.person(role=Role.PATIENT)


def test_a_person_needs_a_name_or_a_code(clinic: FakeCoach) -> None:
    people = clinic.services.people
    blank = people.new()
    with pytest.raises(NamelessError, match="needs a name or a code"):
        people.add(msgspec.structs.replace(blank, name="  "))

    people.add(msgspec.structs.replace(blank, name=" K-17 "))

    assert [person.name for person in people.people()] == ["Anna", "Ben", "K-17"]
    assert people.person(blank.id).role is Role.PATIENT


def test_a_changed_person_stays_the_same_one(clinic: FakeCoach) -> None:
    people = clinic.services.people
    people.open("anna")

    changes = people.change(msgspec.structs.replace(ANNA, affected=Side.LEFT, notes="Runs at noon"))

    assert changes == Changes.PERSON
    assert people.required().affected is Side.LEFT
    assert people.required().notes == "Runs at noon"


def test_a_deleted_person_is_gone_at_once_and_comes_back_with_everything(clinic: FakeCoach) -> None:
    people, journal = clinic.services.people, clinic.journal
    journal.save_plan("anna", make.plan())
    people.open("anna")

    changes = people.delete("anna")

    assert changes.touches(Changes.PERSON | Changes.PLAN)
    assert people.people() == (BEN,)
    assert people.current() is None
    assert people.deleted == (ANNA,)
    with pytest.raises(NotFoundError, match="not in the journal any more"):
        people.open("anna")

    people.restore("anna")

    assert people.people() == (ANNA, BEN)
    assert people.current() == ANNA
    assert clinic.services.plans.versions() == (make.plan(),)
    assert people.restore("anna") is Changes.NONE


def test_whom_the_therapist_opened_meanwhile_stays_open(clinic: FakeCoach) -> None:
    people = clinic.services.people
    people.open("anna")
    people.delete("anna")
    people.open("ben")

    assert people.restore("anna") == Changes.PERSON
    assert people.current() == BEN


def test_what_is_deleted_goes_for_good_when_the_app_closes_and_not_before(clinic: FakeCoach) -> None:
    people, journal = clinic.services.people, clinic.journal
    people.delete("anna")
    crashed = FakeCoach(journal=journal, settings=clinic.settings)
    assert crashed.services.people.people() == (ANNA, BEN)

    people.purge()

    assert journal.person("anna") is None
    assert people.deleted == ()
    people.purge()


def test_a_journal_that_cannot_be_written_keeps_who_is_deleted(clinic: FakeCoach) -> None:
    people, journal = clinic.services.people, clinic.journal
    people.delete("anna")
    journal.failure = StorageError("the disk is full")

    with pytest.raises(StorageError):
        people.purge()

    assert journal.person("anna") == ANNA


def test_accepting_a_plan_is_for_the_open_person(clinic: FakeCoach) -> None:
    plans, people = clinic.services.plans, clinic.services.people
    people.open("ben")

    plans.accept(plans.propose(plans.first_program(), "p2", Side.LEFT))

    assert len(clinic.journal.plans("ben")) == 1
    assert clinic.journal.plans("anna") == clinic.journal.plans(make.PERSON) == ()
    people.close()
    with pytest.raises(NotFoundError, match="Open a person first"):
        people.begin(Side.LEFT)


def _ice_on(coach: FakeCoach) -> None:
    """Lay ice on the open person, with every answer clear."""
    ice = coach.services.ice
    answers = {
        block.id: ScreenAnswer.NO if block.flagged_by == "yes" else ScreenAnswer.YES
        for block in ice.content.blocks
    }
    decided, _ = ice.start(answers)
    assert decided.allowed


def test_while_ice_is_on_nobody_else_becomes_the_current_person(clinic: FakeCoach, tmp_path: Path) -> None:
    people, settings, files = clinic.services.people, clinic.services.settings, clinic.services.files
    people.open("anna")
    clinic.with_plan("p3")
    file = tmp_path / "plan.ankleplan"
    plan = clinic.services.plans.current()
    assert plan is not None
    files.send_plan(plan, file)
    _ice_on(clinic)
    people.add(BEN)
    arrival = files.look(file)
    assert isinstance(arrival, PlanArrival)

    ways: tuple[Callable[[], object], ...] = (
        lambda: people.open("ben"),
        people.close,
        lambda: people.delete("anna"),
        lambda: settings.change(role=UserRole.RUNNER),
        lambda: files.take_plan(msgspec.structs.replace(arrival, person=BEN)),
    )
    for away in ways:
        with pytest.raises(IceOnError, match="Ice is on the skin"):
            away()

    assert people.current() is not None
    assert clinic.services.ice.running() is not None
    assert not people.deleted
    assert not clinic.journal.plans("ben")
    settings.change(sound=False)
    people.delete("ben")

    clinic.services.ice.stop()
    people.close()
    assert settings.change(role=UserRole.RUNNER) == Changes.SETTINGS

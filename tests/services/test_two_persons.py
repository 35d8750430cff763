"""Two persons of one therapist never see each other's data, whichever is opened when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from ankle_coach.domain.journal import Role
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.settings import Settings, UserRole
from ankle_coach.domain.sides import Side
from ankle_coach.services.sample_data import sample_records
from ankle_coach.wiring import Services
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY
from tests.helpers.coach import LIBRARY, FakeCoach
from tests.helpers.memory_settings import MemorySettings


@pytest.fixture(scope="module")
def full() -> FakeCoach:
    """A therapist with Anna, who has eight weeks of everything, Ben with a plan, and Cy with nothing."""
    coach = FakeCoach(settings=MemorySettings(Settings(role=UserRole.THERAPIST)))
    services, journal = coach.services, coach.journal
    for name in ("anna", "ben", "cy"):
        services.people.add(make.person(id=name, name=name, role=Role.PATIENT, affected=None))
    sample = sample_records(LIBRARY, services.journal.today(), timedelta(hours=1))
    for plan in sample.plans:
        journal.save_plan("anna", plan)
    for record in sample.sessions:
        journal.save_session("anna", record)
    for check_in in sample.check_ins:
        journal.save_check_in("anna", check_in)
    services.people.open("anna")
    test = Measurement(id="m", measure="knee-to-wall-cm", entered=make.moment(), left=9.5, right=8)
    services.reader.keep(test, test.id)
    run = msgspec.structs.replace(services.runs.new_run(), seconds=900, meters=3000)
    services.runs.save(run)
    services.check_ins.save(3)
    services.safety.save_screen(Occasion.WEEKLY, {"R12": ScreenAnswer.YES})
    journal.save_progress("anna", make.progress(MONDAY))
    services.people.open("ben")
    services.plans.accept(services.plans.propose(services.plans.first_program(), "p2", Side.LEFT))
    return coach


LOOKS: dict[str, Callable[[Services], Any]] = {
    "the plan": lambda s: s.plans.versions(),
    "the fold": lambda s: s.coach.decisions(),
    "the standings": lambda s: s.coach.standings(),
    "the sessions of today": lambda s: s.coach.todays_sessions(),
    "what changed": lambda s: s.coach.today_changes(),
    "what was measured": lambda s: s.coach.measurements(),
    "today": lambda s: s.today.today(),
    "the journal": lambda s: s.journal.overview(),
    "the contents": lambda s: s.reader.contents(),
    "flags": lambda s: s.safety.flags(),
    "locks": lambda s: s.safety.locks(),
    "the session in progress": lambda s: s.sessions.in_progress(),
    "this morning": lambda s: s.check_ins.today(),
    "ice": lambda s: s.ice.standing(),
    "the answers before ice": lambda s: s.ice.kept_answers(),
    "runs": lambda s: s.runs.runs(),
    "the intake": lambda s: s.intake.current(),
    "the week": lambda s: s.schedule.week(MONDAY),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_nothing_depends_on_who_was_open_before(full: FakeCoach, look: Callable[[Services], Any]) -> None:
    services = full.services
    seen = {}
    for name in ("anna", "ben", "cy"):  # what is true: services that have seen nobody else
        fresh = FakeCoach(
            clock=full.clock, journal=full.journal, settings=MemorySettings(full.settings.current())
        )
        fresh.services.people.open(name)
        seen[name] = look(fresh.services)
    for name in ("anna", "ben", "anna", "cy", "ben", "cy", "anna"):
        services.people.open(name)
        assert look(services) == seen[name], name


def test_only_anna_has_anything(full: FakeCoach) -> None:
    services = full.services
    services.people.open("ben")
    overview = services.journal.overview()
    assert (overview.sessions, overview.check_ins) == ((), ())
    assert services.sessions.in_progress() is None
    assert services.safety.locks().active == ()
    assert services.runs.runs() == ()
    assert [kept for _, kept in services.today.today().mornings] == [None]
    services.people.open("cy")
    assert services.plans.versions() == ()
    assert services.coach.standings() == ()
    assert services.coach.decisions() == ()
    services.people.open("anna")
    assert services.sessions.in_progress() is not None
    assert services.safety.locks().active
    assert services.journal.overview().sessions


def test_what_is_written_is_the_open_person_s(full: FakeCoach) -> None:
    services, journal = full.services, full.journal
    before = journal.check_ins("anna")
    services.people.open("ben")
    services.check_ins.save(7)
    assert [check_in.pain for check_in in journal.check_ins("ben")] == [7]
    assert journal.check_ins("anna") == before
    services.check_ins.withdraw()
    assert journal.check_ins("ben") == ()
    assert journal.check_ins("anna") == before


def test_a_change_of_the_role_is_a_change_of_the_person(full: FakeCoach) -> None:
    services = full.services
    services.people.open("anna")
    assert services.coach.decisions()
    services.settings.change(role=UserRole.RUNNER)
    assert services.coach.decisions() == ()
    assert services.reader.contents() is None
    services.settings.change(role=UserRole.THERAPIST)
    assert services.coach.decisions()


@pytest.mark.parametrize("role", UserRole)
def test_whose_journal_comes_in_is_a_person_of_whoever_uses_the_app(full: FakeCoach, role: UserRole) -> None:
    full.services.people.open("anna")
    told = full.services.transfer.contents()
    assert told.person.role is Role.PATIENT
    other = FakeCoach(settings=MemorySettings(Settings(role=role)))

    other.services.transfer.merge(told)

    (person,) = other.journal.persons()
    assert person.role is (Role.PATIENT if role is UserRole.THERAPIST else Role.RUNNER)
    if role is UserRole.RUNNER:
        assert other.services.people.current() == person
        assert other.services.journal.overview().sessions

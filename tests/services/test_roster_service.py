"""The list of persons: searched, sorted, read anew after each write, and nobody folded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ankle_coach.domain.journal import Role
from ankle_coach.domain.settings import Settings, UserRole
from ankle_coach.services.roster_service import RosterOrder, RosterService
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY
from tests.helpers.coach import FakeCoach
from tests.helpers.memory_settings import MemorySettings


@pytest.fixture
def coach() -> FakeCoach:
    coach = FakeCoach(settings=MemorySettings(Settings(role=UserRole.THERAPIST)))
    for name, notes in (("Zoë Ångström", "Marathon in May"), ("anna", "runs at noon"), ("K-17", "")):
        coach.services.people.add(make.person(id=name, name=name, notes=notes, role=Role.PATIENT))
    coach.journal.save_person(make.person())
    return coach


@pytest.fixture
def roster(coach: FakeCoach) -> RosterService:
    return coach.services.roster


def _names(roster: RosterService, search: str = "", order: RosterOrder = RosterOrder.NAME) -> list[str]:
    return [one.person.name for one in roster.persons(search, order)]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["anna", "K-17", "Zoë Ångström"]),
        ("zoe", ["Zoë Ångström"]),
        ("ANGSTROM zo", ["Zoë Ångström"]),
        ("k-1", ["K-17"]),
        ("runs", ["anna"]),
        ("ma", ["Zoë Ångström"]),
        ("anna marathon", []),
        ("  ", ["anna", "K-17", "Zoë Ångström"]),
    ],
)
def test_names_codes_and_notes_are_searched(roster: RosterService, search: str, found: list[str]) -> None:
    assert _names(roster, search) == found


def test_the_therapist_s_own_journal_is_no_person_of_the_list(roster: RosterService) -> None:
    assert roster.count() == 3
    assert roster.person(make.PERSON) is None


def test_by_activity_who_waits_for_a_plan_comes_first_then_the_latest(
    coach: FakeCoach, roster: RosterService
) -> None:
    journal = coach.journal
    for name, days in (("anna", 3), ("K-17", 1)):
        journal.save_plan(name, make.plan(starts_on=MONDAY - timedelta(days=20)))
        journal.save_check_in(name, make.check_in(MONDAY - timedelta(days=days), id=f"morning of {name}"))

    assert _names(roster, order=RosterOrder.ACTIVITY) == ["Zoë Ångström", "K-17", "anna"]


def test_what_was_read_is_kept_until_something_is_written(coach: FakeCoach, roster: RosterService) -> None:
    before = roster.persons()
    assert roster.persons() == before
    assert all(first is second for first, second in zip(before, roster.persons(), strict=True))

    coach.services.people.add(make.person(id="new", name="Ben", role=Role.PATIENT))

    assert "Ben" in _names(roster)


def test_a_plan_that_begins_tomorrow_shows_tomorrow(coach: FakeCoach, roster: RosterService) -> None:
    coach.services.people.open("anna")
    coach.services.plans.accept(make.plan(starts_on=MONDAY + timedelta(days=1)))
    anna = roster.person("anna")
    assert anna is not None
    assert anna.plan is None

    coach.clock.advance(86_400)

    anna = roster.person("anna")
    assert anna is not None
    assert anna.plan is not None
    assert anna.plan.starts_on == MONDAY + timedelta(days=1)


def test_a_deleted_person_is_not_in_the_list(coach: FakeCoach, roster: RosterService) -> None:
    coach.services.people.delete("anna")
    assert _names(roster) == ["K-17", "Zoë Ångström"]
    assert roster.person("anna") is None
    assert roster.count() == 2
    coach.services.people.restore("anna")
    assert _names(roster) == ["anna", "K-17", "Zoë Ångström"]

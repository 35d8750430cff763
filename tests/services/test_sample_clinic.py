"""The sample of a therapist: twelve invented persons, the same each time, and no future in it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ankle_coach.demo import fill_with_clinic
from ankle_coach.domain.journal import Role
from ankle_coach.domain.letterhead import Letterhead
from ankle_coach.domain.settings import UserRole
from ankle_coach.paths import AppPaths, app_paths
from ankle_coach.services.sample_clinic import LOCKED, sample_clinic
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.settings_file import SettingsFile
from tests.helpers.coach import LIBRARY
from tests.helpers.fake_clock import FakeClock
from tests.helpers.memory_journal import MemoryJournal

TODAY = date(2026, 3, 10)
OFFSET = timedelta(hours=1)


@pytest.fixture(scope="module")
def journal() -> MemoryJournal:
    journal = MemoryJournal()
    sample_clinic(journal, LIBRARY, TODAY, OFFSET)
    return journal


def test_there_are_twelve_persons_with_plans_of_several_programs(journal: MemoryJournal) -> None:
    overviews = journal.overviews(Role.PATIENT, TODAY)
    assert len(overviews) == 12
    programs = {one.plan.program for one in overviews if one.plan is not None}
    assert len(programs) >= 8
    assert [one.person.name for one in overviews if one.plan is None] == ["New referral 88"]
    assert journal.shelf(Letterhead)[0].name


def test_some_have_been_active_lately_some_long_ago_and_some_never(journal: MemoryJournal) -> None:
    days = {one.person.name: one.last_active for one in journal.overviews(Role.PATIENT, TODAY)}
    assert days["Lena Brandt"] == TODAY - timedelta(days=1)
    assert days["B-031"] == TODAY - timedelta(days=75)
    assert days["Greta Nilsson"] is days["New referral 88"] is None
    known = [day for day in days.values() if day is not None]
    assert max(known) < TODAY


def test_each_entry_belongs_to_the_plan_of_its_day(journal: MemoryJournal) -> None:
    for person in journal.persons(Role.PATIENT):
        plans = journal.plans(person.id)
        names = {piece.id for plan in plans for piece in plan.prescriptions}
        for record in journal.sessions(person.id):
            assert record.started.training_day >= plans[0].starts_on
            assert {done.prescription for done in record.sets} <= names
        sides = {check_in.side for check_in in journal.check_ins(person.id)}
        assert sides <= {person.affected}


def test_the_same_seed_makes_the_same_sample(journal: MemoryJournal) -> None:
    again = MemoryJournal()
    sample_clinic(again, LIBRARY, TODAY, OFFSET)
    assert again.overviews(Role.PATIENT, TODAY) == journal.overviews(Role.PATIENT, TODAY)
    for person in journal.persons(Role.PATIENT):
        assert again.sessions(person.id) == journal.sessions(person.id)


def test_a_filled_folder_opens_as_a_therapist_s_with_one_lock(tmp_path: Path) -> None:
    paths: AppPaths = app_paths(tmp_path)
    clock = FakeClock()
    fill_with_clinic(paths, clock)
    settings = SettingsFile(paths.settings_file).current()
    assert (settings.role, settings.open_person) == (UserRole.THERAPIST, "")
    with JournalFile(paths.journal_file, paths.backups_dir) as stored:
        overviews = stored.overviews(Role.PATIENT, clock.now().date())
        assert [one.person.name for one in overviews if one.locks.active] == [LOCKED]

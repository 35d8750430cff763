"""What closing the app does to deleted persons: gone for good then, and not a moment before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ankle_coach.coach import Coach, build_coach
from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.journal import Person, Role
from ankle_coach.domain.settings import UserRole
from ankle_coach.i18n import translator
from ankle_coach.paths import AppPaths, app_paths
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.ui.theme import Theme
from tests.helpers import builders as make
from tests.helpers.fake_clock import FakeClock


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    return app_paths(tmp_path)


@pytest.fixture
def coach(paths: AppPaths, qapp: QApplication, dressed: Theme) -> Coach:
    """A therapist's app over files, with Anna and Ben; Anna is deleted."""
    coach = build_coach(paths, qapp, FakeClock(), words=translator())
    coach.services.settings.change(role=UserRole.THERAPIST)
    people = coach.services.people
    for name in ("Anna", "Ben"):
        people.add(Person(id=name, name=name, role=Role.PATIENT))
        coach.journal.save_check_in(name, make.check_in(id=f"morning of {name}"))
    people.delete("Anna")
    return coach


def _kept(paths: AppPaths) -> dict[str, int]:
    """Names of the persons in the file, and how many check-ins each has."""
    with JournalFile(paths.journal_file, paths.backups_dir) as journal:
        return {person.name: len(journal.check_ins(person.id)) for person in journal.persons()}


def test_who_is_deleted_goes_when_the_app_closes(paths: AppPaths, coach: Coach) -> None:
    coach.close()
    assert _kept(paths) == {"Ben": 1}


def test_an_app_that_crashes_has_lost_nobody(paths: AppPaths, coach: Coach) -> None:
    coach.journal.close()
    assert _kept(paths) == {"Anna": 1, "Ben": 1}


def test_who_was_brought_back_stays(paths: AppPaths, coach: Coach) -> None:
    coach.services.people.restore("Anna")
    coach.close()
    assert _kept(paths) == {"Anna": 1, "Ben": 1}


def test_a_full_disk_does_not_stop_the_app_from_closing(
    paths: AppPaths, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: JournalFile, _person: str) -> None:
        raise StorageError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(JournalFile, "delete_person", refuse)
        coach.close()
    assert _kept(paths) == {"Anna": 1, "Ben": 1}

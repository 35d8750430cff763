"""Fills a data folder with sample data: a runner's eight weeks, or a therapist's twelve persons."""

from __future__ import annotations

import msgspec

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.settings import UserRole
from ankle_coach.paths import AppPaths, ensure
from ankle_coach.services.ports import Clock
from ankle_coach.services.present import present_day
from ankle_coach.services.sample_clinic import LOCKED, sample_clinic
from ankle_coach.services.sample_data import sample_journal
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.settings_file import SettingsFile
from ankle_coach.wiring import build_services

_SIGN = "R12"
"""The safety question that one person of the therapist's sample has answered with yes."""


def fill_with_sample(paths: AppPaths, clock: Clock) -> None:
    """Write the sample journal into a folder.

    Args:
        paths: The folders; made where they are missing.
        clock: Tells the day that the sample ends before.
    """
    ensure(paths)
    with JournalFile(paths.journal_file, paths.backups_dir) as journal:
        today = present_day(clock, SettingsFile(paths.settings_file))
        sample_journal(journal, open_library(), today, clock.offset())


def fill_with_clinic(paths: AppPaths, clock: Clock) -> None:
    """Write the sample of a therapist into a folder, and the role into its settings.

    Args:
        paths: The folders; made where they are missing.
        clock: Tells the day that the sample is made for.
    """
    ensure(paths)
    settings, library = SettingsFile(paths.settings_file), open_library()
    settings.save(msgspec.structs.replace(settings.current(), role=UserRole.THERAPIST))
    with JournalFile(paths.journal_file, paths.backups_dir) as journal:
        sample_clinic(journal, library, present_day(clock, settings), clock.offset())
        services = build_services(journal, settings, clock, library)
        locked = next(person for person in services.people.people() if person.name == LOCKED)
        services.people.open(locked.id)
        services.safety.save_screen(Occasion.WEEKLY, {_SIGN: ScreenAnswer.YES}, side=locked.affected)
        services.people.close()

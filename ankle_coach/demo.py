"""Fills a data folder with eight weeks of sample data."""

from __future__ import annotations

from ankle_coach.content.catalog import open_library
from ankle_coach.paths import AppPaths, ensure
from ankle_coach.services.ports import Clock
from ankle_coach.services.present import present_day
from ankle_coach.services.sample_data import sample_journal
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.settings_file import SettingsFile


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

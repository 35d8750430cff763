"""The clinic: who uses the app, and the head of its handouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.letterhead import Letterhead
from ankle_coach.domain.settings import UserRole

if TYPE_CHECKING:
    from ankle_coach.services.ports import Journal
    from ankle_coach.services.settings_service import SettingsService


class ClinicService:
    """Keeps the letterhead on the shelf and the role in the settings."""

    def __init__(self, journal: Journal, settings: SettingsService) -> None:
        """Work on a journal and the settings."""
        self._journal, self._settings = journal, settings

    def letterhead(self) -> Letterhead:
        """Return the letterhead; an empty one where none was kept."""
        kept = self._journal.shelf(Letterhead)
        return kept[0] if kept else Letterhead()

    def save_letterhead(self, letterhead: Letterhead) -> Changes:
        """Keep the letterhead; one that says nothing is taken from the shelf."""
        if letterhead == self.letterhead():
            return Changes.NONE
        if letterhead == Letterhead():
            self._journal.take_from_shelf(Letterhead, letterhead.id)
        else:
            self._journal.save_on_shelf(letterhead)
        return Changes.LIBRARY

    def begin(self, letterhead: Letterhead) -> Changes:
        """Begin as a therapist."""
        return self.save_letterhead(letterhead) | self._settings.change(role=UserRole.THERAPIST)

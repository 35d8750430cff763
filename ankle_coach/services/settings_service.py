"""The settings, changed one at a time."""

from __future__ import annotations

import msgspec

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.settings import Settings
from ankle_coach.services.ports import SettingsStore


class SettingsService:
    """Reads and changes settings."""

    def __init__(self, store: SettingsStore) -> None:
        """Work on a store of settings."""
        self._store = store

    def current(self) -> Settings:
        """Return the settings as they are now."""
        return self._store.current()

    def change(self, **fields: object) -> Changes:
        """Change some settings.

        Args:
            **fields: New values by field name.

        Raises:
            ValueError: If a value is out of its range; nothing is changed then.
        """
        before = self._store.current()
        after = msgspec.structs.replace(before, **fields)
        if after == before:
            return Changes.NONE
        self._store.save(after)
        return Changes.SETTINGS

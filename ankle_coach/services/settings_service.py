"""The settings, changed one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from ankle_coach.domain.changes import Changes

if TYPE_CHECKING:
    from ankle_coach.domain.settings import Settings
    from ankle_coach.services.ports import SettingsStore


class SettingsService:
    """Reads and changes settings."""

    def __init__(self, store: SettingsStore, check_role: Callable[[], None] | None = None) -> None:
        """Work on a store of settings.

        Args:
            store: Where they are kept.
            check_role: Raises why the role cannot be changed now; None where it always can.
        """
        self._store, self._check_role = store, check_role

    def current(self) -> Settings:
        """Return the settings as they are now."""
        return self._store.current()

    def change(self, **fields: object) -> Changes:
        """Change some settings.

        Args:
            **fields: New values by field name.

        Raises:
            ValueError: If a value is out of its range; nothing is changed then.
            AnkleCoachError: The role cannot be changed now.
        """
        before = self._store.current()
        after = msgspec.structs.replace(before, **fields)
        if after == before:
            return Changes.NONE
        if after.role is not before.role and self._check_role is not None:
            self._check_role()
        self._store.save(after)
        return Changes.SETTINGS

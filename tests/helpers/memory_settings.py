"""Settings that live in memory."""

from __future__ import annotations

from ankle_coach.domain.settings import Settings


class MemorySettings:
    """The `SettingsStore` port without a file.

    Attributes:
        saves: How many times settings were saved.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self.saves = 0

    def current(self) -> Settings:
        return self._settings

    def save(self, settings: Settings) -> None:
        self._settings = settings
        self.saves += 1

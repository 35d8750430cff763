"""Makes what reminds when it is first switched on, so that nobody else loads it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from ankle_coach.domain.changes import Changes
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.change_hub import ChangeHub


class ReminderSwitch(QObject):
    """Looks at the setting once, after the window is painted, and then with each change of settings."""

    def __init__(self, settings: SettingsService, hub: ChangeHub, make: Callable[[], QObject]) -> None:
        """Look at the setting; the hub owns the switch.

        Args:
            settings: Knows whether reminders are on.
            hub: Tells when they are switched on.
            make: Makes what reminds.
        """
        super().__init__(hub)
        self._settings, self._make = settings, make
        self._made: QObject | None = None
        hub.changed.connect(self._on_hub_changed)
        self._look()

    @property
    def is_made(self) -> bool:
        """Whether reminders were on at any time since the start."""
        return self._made is not None

    def _look(self) -> None:
        if self._made is None and self._settings.current().reminders:
            self._made = self._make()

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(Changes.SETTINGS):
            self._look()

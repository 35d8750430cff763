"""After each change of records, lets the coach keep what its rules ask for: trend flags, a phase back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.ui.change_hub import ChangeHub

if TYPE_CHECKING:
    from ankle_coach.services.coach_service import CoachService

_RECORDS = (
    Changes.SESSIONS
    | Changes.CHECK_INS
    | Changes.RUNS
    | Changes.MEASUREMENTS
    | Changes.DECISIONS
    | Changes.PLAN
)


class CoachKeeper(QObject):
    """Listens to the hub, and publishes what the coach has kept."""

    def __init__(self, coach: Callable[[], CoachService], hub: ChangeHub) -> None:
        """Listen; the hub owns it. The coach is not asked for before something changes."""
        super().__init__(hub)
        self._coach, self._hub = coach, hub
        hub.changed.connect(self._on_hub_changed)

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is self or not changes.touches(_RECORDS):
            return
        try:
            kept = self._coach().settle()
        except AnkleCoachError:
            return  # a journal that cannot be written tells of itself where the person writes
        self._hub.publish(kept, self)

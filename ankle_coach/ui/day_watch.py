"""Notices that the training day has turned over, or its noon has passed, while the window stays open."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from ankle_coach.domain.changes import Changes
from ankle_coach.ui.change_hub import ChangeHub

LOOK_EVERY = 5 * 60_000
"""Milliseconds between looks; whoever comes back to the window is not kept waiting for one."""


class DayWatch(QObject):
    """Looks now and then, and when the window comes to the front, and lets every page draw the new day."""

    def __init__(self, present: Callable[[], Hashable], hub: ChangeHub) -> None:
        """Begin to watch.

        Args:
            present: The running day as the rules see it; looked at, never kept.
            hub: Is told where it is another one; owns the watch.
        """
        super().__init__(hub)
        self._present, self._hub = present, hub
        self._seen = present()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_app_application_state_changed)

    @Slot()
    def look(self) -> None:
        """Tell everybody where the day is another one than at the last look."""
        now = self._present()
        if now != self._seen:
            self._seen = now
            self._hub.publish(Changes.OF_A_PERSON & ~Changes.PROGRESS, self)

    @Slot(Qt.ApplicationState)
    def _on_app_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

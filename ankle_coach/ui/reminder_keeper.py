"""Asks what is due when it may be: one timer aimed at the next moment, and nothing in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.reminder_times import ReminderKind
from ankle_coach.services.reminder_service import ReminderService
from ankle_coach.ui.change_hub import ChangeHub

_HEEDS = (
    Changes.SETTINGS
    | Changes.PERSON
    | Changes.PLAN
    | Changes.SESSIONS
    | Changes.PROGRESS
    | Changes.CHECK_INS
    | Changes.DECISIONS
    | Changes.SAFETY
)
_LONGEST_MS = 2**31 - 1


class ReminderKeeper(QObject):
    """Tells each reminder once a training day; what was due before it began is left to Today, which shows it.

    A computer that sleeps stops the timer, so that it looks again when the window comes to the front.

    Signals:
        reminded: A reminder that is due.
        withdrawn: Kind of a reminder that was told and has nothing to remind of any more.
    """

    reminded = Signal(object)
    withdrawn = Signal(object)

    def __init__(
        self, service: ReminderService, hub: ChangeHub, parent: QObject, *, timer: QTimer | None = None
    ) -> None:
        """Begin to keep watch.

        Args:
            service: Knows what is due.
            hub: Tells when something has changed.
            parent: Qt owner.
            timer: Waits for the next moment; None for one of its own.
        """
        super().__init__(parent)
        self._service = service
        self._told: set[tuple[ReminderKind, date]] = set()
        self._shown: set[ReminderKind] = set()
        self._timer = timer or QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        hub.changed.connect(self._on_hub_changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state_changed)
        self._try(self._begin)

    @property
    def is_waiting(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    @property
    def waits_ms(self) -> int:
        """How long the timer waits from when it was last aimed, in milliseconds."""
        return self._timer.interval()

    @Slot()
    def look(self) -> None:
        """Tell what is due and aim at the next moment."""
        self._try(self._look)

    def _begin(self) -> None:
        self._told.update((reminder.kind, reminder.day) for reminder in self._service.due(self._told))
        self._aim()

    def _look(self) -> None:
        self._withdraw()
        for reminder in self._service.due(self._told):
            self._told.add((reminder.kind, reminder.day))
            self._shown.add(reminder.kind)
            self.reminded.emit(reminder)
        self._aim()

    def _withdraw(self) -> None:
        """Take back what was told and is done, locked or over by now."""
        needs = self._service.needs() if self._service.is_on else None
        for kind in sorted(self._shown):
            still = needs is not None and needs.has(kind) and (kind, needs.day) in self._told
            if not still:
                self._shown.discard(kind)
                self.withdrawn.emit(kind)

    def _aim(self) -> None:
        moment = self._service.next_moment(self._told)
        if moment is None:
            self._timer.stop()
            return
        wait = (moment - self._service.now()) // timedelta(milliseconds=1) + 1
        self._timer.start(min(max(wait, 1), _LONGEST_MS))

    def _try(self, action: Callable[[], None]) -> None:
        """Do something; a journal that cannot be read tells of itself on the pages that show it."""
        try:
            action()
        except AnkleCoachError:
            self._timer.stop()

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(_HEEDS):
            self.look()

    @Slot(Qt.ApplicationState)
    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

"""Reminders in the window: the keeper, the tray or the bar that shows what it tells, the way to Today."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.reminder_times import ReminderKind
from ankle_coach.domain.reminders import Reminder, reminder_words
from ankle_coach.domain.words import Words
from ankle_coach.services.reminder_service import ReminderService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.main_window import MainWindow
from ankle_coach.ui.reminder_keeper import ReminderKeeper
from ankle_coach.ui.reminder_tray import ReminderTray
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.reminder_bar import ReminderBar


class ReminderDesk(QObject):
    """Shows each reminder in the tray where there is one, else in the window, and leads to Today."""

    def __init__(
        self,
        service: ReminderService,
        window: MainWindow,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        *,
        tray: ReminderTray | None,
    ) -> None:
        """Begin to remind.

        Args:
            service: Knows what is due.
            window: The window to come to the front.
            theme: The look.
            words: The reader's language.
            hub: Tells when something has changed.
            tray: The desktop's notifications; None where it has none.
        """
        super().__init__(window)
        self._service, self._window, self._words, self._tray = service, window, words, tray
        self._bar: ReminderBar | None = None
        if tray is None:
            self._bar = ReminderBar(theme, words)
            self._bar.opened.connect(self.open_today)
            window.add_bar(self._bar)
        else:
            tray.setParent(self)
            tray.opened.connect(self.open_today)
        self.keeper = ReminderKeeper(service, hub, self)
        self.keeper.reminded.connect(self._on_keeper_reminded)
        self.keeper.withdrawn.connect(self._on_keeper_withdrawn)
        hub.changed.connect(self._on_hub_changed)

    @Slot()
    def open_today(self) -> None:
        """Bring the window to the front at Today; a session in play stays over it."""
        self._window.show_page("today")
        self._window.come_to_front()

    @Slot(object)
    def _on_keeper_reminded(self, reminder: Reminder) -> None:
        title, sentence = reminder_words(reminder, self._words)
        if self._tray is not None:
            self._tray.tell(title, sentence)
        elif self._bar is not None:
            self._bar.tell(reminder.kind.value, title, sentence)

    @Slot(object)
    def _on_keeper_withdrawn(self, kind: ReminderKind) -> None:
        if self._bar is not None:
            self._bar.withdraw(kind.value)

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        """Leave the tray while reminders are off, and come back with them."""
        if self._tray is not None and changes.touches(Changes.SETTINGS):
            if self._service.is_on:
                self._tray.show()
            else:
                self._tray.hide()

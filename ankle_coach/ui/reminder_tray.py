"""Reminders as notifications of the desktop, where it has a tray."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from ankle_coach.domain.words import Words


def has_tray() -> bool:
    """Say whether this desktop shows notifications from a tray."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class ReminderTray(QObject):
    """An icon in the tray with its notifications.

    Signals:
        opened: The icon or a notification was clicked.
    """

    opened = Signal()

    def __init__(
        self, icon: QIcon, words: Words, parent: QObject, *, tray: QSystemTrayIcon | None = None
    ) -> None:
        """Show the icon.

        Args:
            icon: The app's icon.
            words: The reader's language.
            parent: Qt owner.
            tray: The desktop's icon; None for one of its own.
        """
        super().__init__(parent)
        self._icon = icon
        self._tray = tray or QSystemTrayIcon(self)
        self._tray.setIcon(icon)
        self._tray.setToolTip(words.gettext("Ankle Coach"))
        self._tray.messageClicked.connect(self.opened)
        self._tray.activated.connect(self._on_tray_activated)
        self._tray.show()

    def tell(self, title: str, sentence: str) -> None:
        """Show a notification."""
        self._tray.showMessage(title, sentence, self._icon)

    def hide(self) -> None:
        """Take the icon out of the tray."""
        self._tray.hide()

    def show(self) -> None:
        """Put the icon back into the tray."""
        self._tray.show()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_tray_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.opened.emit()

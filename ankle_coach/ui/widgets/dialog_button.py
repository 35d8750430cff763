"""The buttons of dialogs: Enter presses the one that has the keys, as in the pages of the window."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class DialogButton(QPushButton):
    """Takes Enter itself; else a dialog would press its default button, though "Cancel" has the keys."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter as with the space bar."""
        enter = event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
        if enter and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def dialog_button(text: str, name: str, kind: str = "", *, default: bool = False) -> QPushButton:
    """Return a new button.

    Args:
        text: Its words.
        name: Its object name.
        kind: Its look; empty for the usual one.
        default: Whether it is the default button, which Enter presses from any field.
    """
    button = DialogButton(text)
    button.setObjectName(name)
    button.setProperty("kind", kind)
    button.setAutoDefault(default)
    button.setDefault(default)
    return button

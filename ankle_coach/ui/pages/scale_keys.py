"""Keys that go past a scale of answers: Enter goes on, and Space never answers by accident."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton

from ankle_coach.ui.widgets.pain_scale import PainScale

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScaleKeys(QObject):
    """Watches a scale's buttons: some systems would press a button with Enter, all do with Space."""

    enter_pressed = Signal()

    def __init__(self, scale: PainScale) -> None:
        """Watch a scale, which owns this."""
        super().__init__(scale)
        for button in scale.findChildren(QToolButton):
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Space."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in ENTER:
            self.enter_pressed.emit()
            return True
        return event.key() == Qt.Key.Key_Space


def focus_scale(scale: PainScale) -> None:
    """Let the keyboard answer a scale."""
    button = scale.findChild(QToolButton, f"scale_{scale.value or 0}")
    if button is not None:
        button.setFocus(Qt.FocusReason.OtherFocusReason)

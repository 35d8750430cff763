"""Keys that go past a scale of answers: Enter goes on, and Space never answers by accident."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton

from ankle_coach.ui.pages.key_gate import ENTER, KeyGate
from ankle_coach.ui.widgets.pain_scale import PainScale


class ScaleKeys(QObject):
    """Watches a scale's buttons: some systems would press a button with Enter, all do with Space."""

    enter_pressed = Signal()

    def __init__(self, scale: PainScale, gate: KeyGate) -> None:
        """Watch a scale, which owns this.

        Args:
            scale: The scale.
            gate: Knows which keys were still meant for the step before the question.
        """
        super().__init__(scale)
        self._gate = gate
        for button in scale.findChildren(QToolButton):
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Space, and what was not meant for the question."""
        if event.type() is QEvent.Type.MouseButtonPress:
            self._gate.open()
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if not self._gate.lets_through(event):
            return True
        if event.key() in ENTER:
            self.enter_pressed.emit()
            return True
        return event.key() == Qt.Key.Key_Space


def focus_scale(scale: PainScale) -> None:
    """Let the keyboard answer a scale."""
    button = scale.findChild(QToolButton, f"scale_{scale.value or 0}")
    if button is not None:
        button.setFocus(Qt.FocusReason.OtherFocusReason)

"""What strips of choices share: a button for each, which the Tab key reaches as one."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from ankle_coach.ui.first_flags import CLICK_FOCUS, STRONG_FOCUS, reach_by


def arrow_step(pressed: int) -> int:
    """Return which way an arrow goes; 0 for any other key."""
    key = QtCore.Qt.Key
    steps: dict[int, int] = {key.Key_Right: 1, key.Key_Down: 1, key.Key_Left: -1, key.Key_Up: -1}
    return steps.get(pressed, 0)


class ChoiceStrip(QFrame):
    """The base of the strips; they lay the buttons out and say what a click does."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a strip without choices.

        Args:
            name: What is chosen, for a screen reader.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._buttons: dict[str, QToolButton] = {}

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all choices, in order."""
        return tuple(self._buttons)

    def _add_button(self, key: str, text: str, object_name: str) -> QToolButton:
        button = self._buttons[key] = QToolButton(self)
        button.setText(text)
        button.setObjectName(object_name)
        button.setCheckable(True)
        button.installEventFilter(self)
        return button

    def _beside(self, key: str, step: int) -> str:
        """Return the choice some steps beside another, or the last one there is on that side."""
        place = self.keys.index(key) + step
        return self.keys[max(0, min(len(self.keys) - 1, place))]

    def _show_chosen(self, chosen: str | None, reached: str) -> None:
        """Show a choice, and let Tab reach one button."""
        for key, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setChecked(key == chosen)
            reach_by(button, STRONG_FOCUS if key == reached else CLICK_FOCUS)

"""A few choices in one strip, of which one holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ankle_coach.ui.first_flags import CLICK_FOCUS, STRONG_FOCUS, reach_by
from ankle_coach.ui.widgets.flow_layout import FlowLayout


def _step(pressed: int) -> int:
    """Return which way an arrow moves the choice; 0 for any other key."""
    key = QtCore.Qt.Key
    steps: dict[int, int] = {key.Key_Right: 1, key.Key_Down: 1, key.Key_Left: -1, key.Key_Up: -1}
    return steps.get(pressed, 0)


class SegmentedControl(QFrame):
    """Choices side by side. Arrows move the choice; it is one stop of the Tab key."""

    current_changed = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        """Make a strip with the first choice chosen.

        Args:
            name: What is chosen, for a screen reader.
            choices: Each choice's key and its words.
            parent: Qt owner.
            wraps: Whether choices go on in the next line where there is no room.

        Raises:
            ValueError: There is nothing to choose from.
        """
        super().__init__(parent)
        if not choices:
            raise ValueError("a segmented control needs a choice")
        self.setAccessibleName(name)
        fixed, least = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        self.setSizePolicy(QSizePolicy.Policy.Preferred if wraps else fixed, least if wraps else fixed)
        self.setProperty("dense", wraps)
        self._buttons: dict[str, QToolButton] = {}
        row = FlowLayout(self) if wraps else QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, text in choices:
            self._buttons[key] = self._choice_button(key, text, name)
            row.addWidget(self._buttons[key])
        self._current = choices[0][0]
        self._refresh()

    @property
    def current(self) -> str:
        """The key of the choice."""
        return self._current

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all choices, in order."""
        return tuple(self._buttons)

    def set_current(self, key: str) -> None:
        """Choose; tells `current_changed` if it is another than before.

        Raises:
            KeyError: There is no such choice.
        """
        if key not in self._buttons:
            raise KeyError(key)
        changed = key != self._current
        self._current = key
        self._refresh()
        if changed:
            self.current_changed.emit(key)

    def _choice_button(self, key: str, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setObjectName(f"choice_{key}")
        button.setAccessibleName(f"{name}: {text}")
        button.setCheckable(True)
        button.installEventFilter(self)
        button.clicked.connect(lambda _checked=False: self.set_current(key))
        return button

    def _refresh(self) -> None:
        for key, button in self._buttons.items():
            chosen = key == self._current
            with QSignalBlocker(button):
                button.setChecked(chosen)
            reach_by(button, STRONG_FOCUS if chosen else CLICK_FOCUS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move the choice."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _step(event.key())
            if step:
                keys = list(self._buttons)
                target = keys[max(0, min(len(keys) - 1, keys.index(self._current) + step))]
                self.set_current(target)
                self._buttons[target].setFocus()
                return True
        return super().eventFilter(watched, event)

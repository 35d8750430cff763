"""The keys of rows of buttons: Tab comes to them as one, the arrows go through them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class GridKeys(QObject):
    """Moves the keys among buttons in rows; Home and End go to the ends of a row."""

    def __init__(self, parent: QObject) -> None:
        """Begin without buttons; the parent owns this."""
        super().__init__(parent)
        self._rows: list[list[QPushButton]] = []

    def clear(self) -> None:
        """Forget the buttons, which are gone."""
        self._rows = []

    def add_row(self, buttons: list[QPushButton]) -> None:
        """Add a row under the others."""
        self._rows.append(buttons)
        for button in buttons:
            button.installEventFilter(self)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._rows[0][0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _reach(self, row: int, column: int) -> None:
        """Give the keys to a button, which Tab comes to from now on."""
        line = self._rows[max(0, min(row, len(self._rows) - 1))]
        target = line[max(0, min(column, len(line) - 1))]
        for button in (button for buttons in self._rows for button in buttons):
            policy = Qt.FocusPolicy.StrongFocus if button is target else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows, Home and End."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        places = [(r, c) for r, row in enumerate(self._rows) for c, one in enumerate(row) if one is watched]
        key = Qt.Key(event.key())
        if not places or key not in (*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End):
            return False
        row, column = places[0]
        if key in _STEPS:
            self._reach(row + _STEPS[key][0], column + _STEPS[key][1])
        else:
            self._reach(row, 0 if key is Qt.Key.Key_Home else len(self._rows[row]) - 1)
        return True

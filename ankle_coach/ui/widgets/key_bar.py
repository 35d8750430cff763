"""The row of buttons at the foot of the player."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.key_button import KeyButton

_GAP = 14


class KeyBar(QWidget):
    """Buttons at the left and at the right. Where room is short the key caps go, then two rows are made."""

    def __init__(
        self,
        theme: Theme,
        left: Sequence[KeyButton],
        right: Sequence[KeyButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make a bar.

        Args:
            theme: The look.
            left: The buttons from the left end on.
            right: The buttons up to the right end.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._left, self._right = tuple(left), tuple(right)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        for buttons, at_end in ((self._left, False), (self._right, True)):
            row = QHBoxLayout()
            row.setSpacing(_GAP)
            if at_end:
                row.addStretch(1)
            for button in buttons:
                row.addWidget(button)
            if not at_end:
                row.addStretch(1)
            self._rows.addLayout(row, 1 if not at_end else 0)
        theme.theme_changed.connect(self._arrange)

    @property
    def is_stacked(self) -> bool:
        """Whether the buttons stand in two rows."""
        return self._rows.direction() is QBoxLayout.Direction.TopToBottom

    @property
    def shows_keys(self) -> bool:
        """Whether the key caps are shown."""
        return all(button.shows_key for button in (*self._left, *self._right) if button.key)

    def _needed(self) -> int:
        buttons = [button for button in (*self._left, *self._right) if not button.isHidden()]
        return sum(button.sizeHint().width() for button in buttons) + _GAP * max(0, len(buttons) - 1)

    @Slot()
    def _arrange(self) -> None:
        for shown in (True, False):
            for button in (*self._left, *self._right):
                button.show_key(shown)
            if self._needed() <= self.width():
                break
        stacked = self._needed() > self.width()
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(down if stacked else along)

    def minimumSizeHint(self) -> QSize:
        """Return the height of the rows; the width makes itself do."""
        return QSize(1, self._rows.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make do with the width."""
        super().resizeEvent(event)
        self._arrange()

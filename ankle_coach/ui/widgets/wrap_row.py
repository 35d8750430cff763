"""Two widgets side by side while there is room, else one under the other."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ankle_coach.ui.theme import Theme


class WrapRow(QWidget):
    """A row, such as a question and its scale, that stacks in a narrow window or with large text."""

    def __init__(
        self,
        theme: Theme,
        first: QWidget,
        second: QWidget,
        *,
        needs: int = 640,
        parent: QWidget | None = None,
    ) -> None:
        """Make a row.

        Args:
            theme: The look.
            first: Takes the room that is left.
            second: Takes what it needs.
            needs: The width to stand side by side in, in pixels at 100 % text.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._needs = theme, needs
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(first, 1)
        self._row.addWidget(second)
        theme.theme_changed.connect(self._arrange)

    @property
    def is_stacked(self) -> bool:
        """Whether the second stands under the first."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def _arrange(self) -> None:
        stacked = self.width() < self._theme.px(self._needs)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how to stand."""
        super().resizeEvent(event)
        self._arrange()

"""Two widgets side by side while there is room, else one under the other."""

from __future__ import annotations

from PySide6.QtCore import QSize
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
        self._pair = (first, second)
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
        beside = sum(_least(one) for one in self._pair) + self._row.spacing()
        stacked = self.width() < max(self._theme.px(self._needs), beside)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else right)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the wider one: with less than both need, they stand under each other."""
        return QSize(max(_least(one) for one in self._pair), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how to stand."""
        super().resizeEvent(event)
        self._arrange()


def _least(widget: QWidget) -> int:
    """Return the least width of a widget, by its content or by what it was told."""
    return max(widget.minimumSizeHint().width(), widget.minimumWidth())

"""A small picture of an exercise, from a store that pages share."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.figure_stills import FigureStills


class StillView(QWidget):
    """Shows a still once it is painted. What it shows stands beside it in words."""

    def __init__(
        self, theme: Theme, stills: FigureStills, exercise: str, size: int, parent: QWidget | None = None
    ) -> None:
        """Show an exercise.

        Args:
            theme: The look.
            stills: The pictures.
            exercise: Id of the exercise.
            size: Side in pixels at 100 % text.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._stills, self._exercise, self._size = theme, stills, exercise, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        stills.still_painted.connect(self._on_stills_still_painted)
        theme.theme_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the picture's size."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    @Slot(str)
    def _on_stills_still_painted(self, exercise: str) -> None:
        if exercise == self._exercise:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture."""
        self._stills.paint(QPainter(self), QRectF(self.rect()), self._exercise)

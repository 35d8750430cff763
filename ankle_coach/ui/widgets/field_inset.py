"""Room between the edge of a field of numbers or dates and its text, which a style sheet cannot give."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QAbstractSpinBox

from ankle_coach.ui.theme import Theme

_INSET = 8
"""Pixels at 100 %, as wide as the padding of the other fields."""


class FieldInset(QObject):
    """Holds the text of a field off its left edge, also when text grows."""

    def __init__(self, field: QAbstractSpinBox, theme: Theme) -> None:
        """Inset a field, which owns this.

        Args:
            field: The field; Qt lays its text at its very edge if a style sheet styles it.
            theme: Knows how large the text is.
        """
        super().__init__(field)
        self._field, self._theme = field, theme
        theme.theme_changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._field.lineEdit().setTextMargins(self._theme.px(_INSET), 0, 0, 0)

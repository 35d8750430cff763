"""A field to search with."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ankle_coach.ui.theme import Theme

_LENS = 18


class SearchField(QLineEdit):
    """Tells `search_changed` with the text, without white space around it, as it is typed. Escape clears."""

    search_changed = Signal(str)

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None = None) -> None:
        """Make an empty field.

        Args:
            theme: The look.
            hint: What can be found, such as "Search exercises".
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._on_theme_changed()
        theme.theme_changed.connect(self._on_theme_changed)
        self.textChanged.connect(self._on_self_text_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setTextMargins(self._theme.px(_LENS + 8), 0, 0, 0)
        self.update()

    @Slot(str)
    def _on_self_text_changed(self, text: str) -> None:
        self.search_changed.emit(text.strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and a lens before the text."""
        super().paintEvent(event)
        side = self._theme.px(_LENS)
        lens = QRectF(self._theme.px(10), (self.height() - side) / 2, side, side)
        self._theme.paint_icon(QPainter(self), lens, "search", "text_muted")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

"""A field for some lines of one's own words."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.history_keys import HistoryKeys


class NoteField(QPlainTextEdit):
    """Plain text of a few lines. Tab goes on; what is pasted is plain."""

    text_edited = Signal(str)
    edited = Signal()
    """The field was left."""

    def __init__(
        self, theme: Theme, name: str, hint: str = "", lines: int = 2, parent: QWidget | None = None
    ) -> None:
        """Make an empty field.

        Args:
            theme: The look.
            name: What is written there, for a screen reader.
            hint: Stands there while it is empty.
            lines: How many lines are seen at once.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(20) * lines + theme.px(20))
        HistoryKeys(self)
        self.textChanged.connect(self._on_self_text_changed)

    def show_text(self, text: str) -> None:
        """Show a text without telling anybody; what is typed just now stays as it is."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)

    @Slot()
    def _on_self_text_changed(self) -> None:
        self.text_edited.emit(self.toPlainText())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing is over."""
        super().focusOutEvent(event)
        self.edited.emit()

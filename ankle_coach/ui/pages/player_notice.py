"""A line across the player that says what happened and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget


class PlayerNotice(QFrame):
    """A word in bold and a sentence; hidden while there is nothing to say."""

    shown_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden notice."""
        super().__init__(parent)
        self.setObjectName("player_notice")
        self._word = QLabel()
        self._word.setObjectName("notice_word")
        self._text = QLabel()
        self._text.setObjectName("notice_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 18, 6)
        row.setSpacing(12)
        row.addWidget(self._word)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence; empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, word: str, text: str) -> None:
        """Show a word and a sentence."""
        if (word, text) != (self._word.text(), self._text.text()):
            self._word.setText(word)
            self._text.setText(text)
            self.setAccessibleName(f"{word}. {text}")
        if self.isHidden():
            self.show()
            self.shown_changed.emit()

    @Slot()
    def clear(self) -> None:
        """Hide."""
        if not self.isHidden():
            self.hide()
            self.shown_changed.emit()

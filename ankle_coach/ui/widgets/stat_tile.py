"""One number with its name."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown


class StatTile(QWidget):
    """A name, a large value and a note. A missing value says so, and is not zero."""

    def __init__(
        self, words: Words, name: str, value: str | None = None, note: str = "", parent: QWidget | None = None
    ) -> None:
        """Make a tile.

        Args:
            words: The reader's language.
            name: What is counted.
            value: Its value as text; None where there is none.
            note: A line under it.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._words, self._name = words, name
        self._value = TextLabel("", "number", wraps=False)
        self._value.setObjectName("stat_value")
        self._note = TextLabel(note, "small")
        self._note.setObjectName("stat_note")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(TextLabel(name, "small"))
        column.addWidget(self._value)
        column.addWidget(self._note)
        column.addStretch(1)
        self.set_value(value, note)

    def set_value(self, value: str | None, note: str | None = None) -> None:
        """Show a value, or that there is none; change the note unless None."""
        shown = self._words.gettext("no entry") if value is None else value
        self._value.setText(shown)
        kind = "muted" if value is None else "number"
        if self._value.property("type") != kind:
            self._value.setProperty("type", kind)
            self._value.style().polish(self._value)
        if note is not None:
            self._note.setText(note)
            set_shown(self._note, bool(note))
        self.setAccessibleName(f"{self._name}: {shown}")

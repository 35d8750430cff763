"""The heading of a part of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown


class SectionHeader(QWidget):
    """A heading, a line under it, and room for a button at the right."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        """Make a heading.

        Args:
            title: The part's name.
            subtitle: A line under it; none where empty.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._title = TextLabel(title, "heading")
        self._title.setObjectName("section_title")
        self._subtitle = TextLabel(subtitle, "muted")
        self._subtitle.setObjectName("section_subtitle")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 6, 0, 0)
        self._row.addLayout(words, 1)
        self.set_text(title, subtitle)

    def set_text(self, title: str, subtitle: str = "") -> None:
        """Change the heading and the line under it."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        set_shown(self._subtitle, bool(subtitle))
        self.setAccessibleName(title)

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right."""
        self._row.addWidget(widget)

"""Small rounded words: tags that only show, and evidence that opens its source."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from ankle_coach.domain.words import Words


class Chip(QLabel):
    """A tag, such as a piece of equipment."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show a tag."""
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class EvidenceChip(QToolButton):
    """A source to open, such as "Silbernagel 2007", or "app rule"."""

    def __init__(self, words: Words, text: str, hint: str = "", parent: QWidget | None = None) -> None:
        """Make a chip; connect `clicked`.

        Args:
            words: The reader's language.
            text: The source's short name.
            hint: What it is, in a line, for the pointer and a screen reader.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setText(text.replace("&", "&&"))  # "Silbernagel & Crossley" has no shortcut key
        self.setToolTip(hint)
        self.setAccessibleName(words.gettext("Source: {name}").format(name=text))
        self.setAccessibleDescription(hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return a little more than Qt asks for: it measures in whole pixels and draws in parts of them."""
        return super().sizeHint() + QSize(2, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, its text cut with an ellipsis where there is too little room."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        missing = self.sizeHint().width() - self.width()
        if missing > 0:
            metrics = self.fontMetrics()
            room = max(0, metrics.horizontalAdvance(option.text) - missing)
            option.text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)

"""One line of text that ends in dots where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOption, QWidget

from ankle_coach.ui.widgets.text_label import TextLabel, plain_tip


class ElidedLabel(TextLabel):
    """A line that may be cut; the whole text is its tool tip then, and always its `text`."""

    def __init__(self, text: str = "", kind: str = "body", parent: QWidget | None = None) -> None:
        """Make a line; see `TextLabel` for the kinds."""
        super().__init__(text, kind, wraps=False, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def shown_text(self) -> str:
        """The text as it fits the width."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def minimumSizeHint(self) -> QSize:
        """Return a width of a few letters."""
        return QSize(self.fontMetrics().horizontalAdvance("mmm…"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        shown = self.shown_text
        self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | self.alignment(), shown)

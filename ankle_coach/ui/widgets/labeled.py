"""A control under its label, as forms set them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.ui.widgets.text_label import TextLabel


class Labeled(QWidget):
    """A small label over a control, which is its buddy."""

    def __init__(self, text: str, control: QWidget, parent: QWidget | None = None) -> None:
        """Put a label over a control.

        Args:
            text: The label.
            control: The control.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._label = TextLabel(text, "small", wraps=False)
        self._label.setBuddy(control)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(control)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._label)
        column.addLayout(row)

    def set_text(self, text: str) -> None:
        """Change the label."""
        self._label.setText(text)

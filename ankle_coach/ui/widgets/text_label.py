"""A label of the type scale."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class TextLabel(QLabel):
    """Text in a style of the type scale, colored and sized by the style sheet."""

    def __init__(
        self, text: str = "", kind: str = "body", *, wraps: bool = True, parent: QWidget | None = None
    ) -> None:
        """Make a label.

        Args:
            text: Plain text, or Qt's rich text where it looks like that.
            kind: title, number, heading, strong, body, muted or small.
            wraps: Whether long text takes more lines.
            parent: Qt owner.
        """
        super().__init__(text, parent)
        self.setProperty("type", kind)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

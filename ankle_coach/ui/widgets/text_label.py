"""A label of the type scale."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ankle_coach.ui.first_flags import show_plainly


def plain_tip(text: str) -> str:
    """Return a tool tip that shows a typed text as it is; Qt would read angle brackets as markup."""
    if "<" not in text:
        return text
    return f"<qt>{text.replace('&', '&amp;').replace('<', '&lt;')}</qt>"


class TextLabel(QLabel):
    """Text in a style of the type scale, colored and sized by the style sheet; shown as it is typed."""

    def __init__(
        self, text: str = "", kind: str = "body", *, wraps: bool = True, parent: QWidget | None = None
    ) -> None:
        """Make a label.

        Args:
            text: What it says; nothing in it is markup.
            kind: title, number, heading, strong, body, muted or small.
            wraps: Whether long text takes more lines.
            parent: Qt owner.
        """
        super().__init__(text, parent)
        show_plainly(self)  # names and notes are typed, or come from files
        self.setProperty("type", kind)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

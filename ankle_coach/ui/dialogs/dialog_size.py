"""How large a dialog may be on the screen that it is on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from ankle_coach.ui.theme import Theme

_BESIDE, _ABOVE = 40, 60
"""Pixels of the screen that stay free, for the frame and for what the system shows at its edges."""


def largest_size(dialog: QDialog) -> QSize:
    """Return the largest size that a dialog may have."""
    room = dialog.screen().availableGeometry()
    return QSize(room.width() - _BESIDE, room.height() - _ABOVE)


def take_size(dialog: QDialog, theme: Theme, wide: int, high: int) -> None:
    """Give a dialog a size as far as the screen allows.

    Args:
        dialog: The dialog.
        theme: Knows how large the text is, with which the size grows.
        wide: Its width in pixels at 100 %.
        high: Its height in pixels at 100 %.
    """
    dialog.resize(QSize(theme.px(wide), theme.px(high)).boundedTo(largest_size(dialog)))

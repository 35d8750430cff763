"""How large a dialog may be on the screen that it is on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QLayout

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


def take_height(dialog: QDialog, layout: QLayout) -> None:
    """Give a dialog that is shown the height that its wrapped sentences need; it never asks for it.

    Where that is higher than the screen, the dialog becomes as wide as the screen allows.

    Args:
        dialog: The dialog, at the width that it would have.
        layout: What it holds.
    """
    layout.activate()
    width, most = dialog.width(), largest_size(dialog)
    if _height(layout, width) > most.height():
        width = max(width, most.width())
    height = _height(layout, width)
    least = max(dialog.minimumWidth(), layout.totalMinimumSize().width())
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # its own least height is for less width
    dialog.setMinimumSize(least, min(height, most.height()))
    dialog.resize(width, height)


def _height(layout: QLayout, width: int) -> int:
    """Return the height of a layout at a width, or as such where nothing in it wraps."""
    return (
        layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    )

"""Hiding what is empty, without the cost of showing what would be shown anyway."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_PUT_AWAY = "put_away"


def is_put_away(widget: QWidget) -> bool:
    """Say whether `set_shown` has hidden a widget; one that is only not on the screen yet was not."""
    return bool(widget.property(_PUT_AWAY))


def set_shown(widget: QWidget, shown: bool) -> None:
    """Show or hide a widget that lies in a layout and is shown and hidden by this function alone.

    Qt styles and lays out a widget when it is told to show, even while its
    window is not on the screen; one that was never hidden needs not be told.
    And told before it lies in a window, it would become one.
    """
    if shown and not widget.property(_PUT_AWAY):
        return
    widget.setProperty(_PUT_AWAY, not shown)
    widget.setVisible(shown)

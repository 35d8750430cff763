"""Hiding what is empty and taking away what was shown; what would be shown anyway costs nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

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


def let_go(widget: QWidget) -> None:
    """Take a widget off the screen and away from its parent, so that nothing finds it any more.

    It is hidden by word: a layout shows what was put into it only later, and would else show
    what is taken out before as a window of its own, which takes the keys.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def clear_layout(layout: QLayout, *, detach: bool = False) -> None:
    """Take everything out of a layout, and its widgets off the screen.

    Args:
        layout: The layout.
        detach: Whether the widgets leave their parent too, so that nothing finds
            them any more. Else they are only hidden until the event that is under
            way is over, and may be what told of it, such as a button that was pressed.
    """
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is None:
            continue
        if detach:
            let_go(old)
        else:
            old.hide()
            old.deleteLater()

"""Qt's flags that the first window needs, told by number.

`Qt` makes an enum class of each of its 150 enumerations when it is first named, which takes 13 ms. What is on
the screen at the start says it with these functions; everywhere else `Qt` is the plainer way. In a module
that is loaded at the start, `QtCore.Qt` inside a function waits until it is called.
"""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QSpinBox, QToolButton, QWidget

STRONG_FOCUS, CLICK_FOCUS, NO_FOCUS = 11, 2, 0
AS_NEEDED, ALWAYS_OFF, ALWAYS_ON = 0, 1, 2
TEXT_UNDER_ICON = 3
ALIGN_RIGHT = 2
PLAIN_TEXT = 0


def reach_by(widget: QWidget, policy: int) -> None:
    """Let a widget take the keys: by Tab and clicks (`STRONG_FOCUS`), by clicks alone, or never."""
    widget.setProperty("focusPolicy", policy)


def hide_bars(area: QAbstractScrollArea, *, vertical: bool = False) -> None:
    """Let an area show no bar for scrolling sideways, nor one for up and down."""
    area.setProperty("horizontalScrollBarPolicy", ALWAYS_OFF)
    if vertical:
        area.setProperty("verticalScrollBarPolicy", ALWAYS_OFF)


def keep_bar(area: QAbstractScrollArea, *, keep: bool) -> None:
    """Keep the room of the bar for up and down before it is known to be needed, or let it come and go."""
    area.setProperty("verticalScrollBarPolicy", ALWAYS_ON if keep else AS_NEEDED)


def put_text_under_icon(button: QToolButton) -> None:
    """Show a button's word under its icon."""
    button.setProperty("toolButtonStyle", TEXT_UNDER_ICON)


def align_right(field: QLabel | QSpinBox) -> None:
    """Set a field's text at its right end."""
    field.setProperty("alignment", ALIGN_RIGHT)


def show_plainly(label: QLabel) -> None:
    """Show a label's text as it is, whatever it looks like."""
    label.setProperty("textFormat", PLAIN_TEXT)

"""The buttons of dialogs, which say for themselves whether Enter presses them."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


def dialog_button(
    text: str, name: str, kind: str = "", *, enter: bool = False, default: bool = False
) -> QPushButton:
    """Return a new button.

    Args:
        text: Its words.
        name: Its object name.
        kind: Its look; empty for the usual one.
        enter: Whether Enter presses it while the keys are on it; else it presses the default button.
        default: Whether it is the default button, which Enter presses from any field.
    """
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("kind", kind)
    button.setAutoDefault(enter or default)
    button.setDefault(default)
    return button

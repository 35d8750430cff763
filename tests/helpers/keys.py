"""The keyboard of a person: every key goes to whatever has the keys, never to a widget by name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_MOST = 400


def focused() -> QWidget:
    """Return what has the keys; fails where nothing has, or something that is out of sight."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keys"
    assert found.isVisible(), f"{named(found)} has the keys and is out of sight"
    return found


def named(widget: QWidget) -> str:
    """How a message names a widget."""
    owner: QWidget | None = widget
    while owner is not None and not owner.objectName():
        owner = owner.parentWidget()
    place = owner.objectName() if owner is not None else ""
    return f"{type(widget).__name__} {place!r} {widget.accessibleName()!r}"


def stops(window: QWidget) -> list[QWidget]:
    """Return what Tab has to reach in a window: all that is in view, can be used and takes its focus."""
    return [
        found
        for found in window.findChildren(QWidget)
        if found.isVisible()
        and found.isEnabled()
        and found.window() is window
        and found.focusProxy() is None
        and found.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def tab_round(key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until it comes back to where it was, and return what had the keys on the way."""
    first = focused()
    seen = [first]
    for _ in range(_MOST):
        QTest.keyClick(focused(), key)
        here = focused()
        if here is first:
            return seen
        seen.append(here)
    raise AssertionError(f"Tab does not come back to {named(first)}; it is at {named(focused())}")


def unreached(window: QWidget) -> list[str]:
    """Return what Tab does not come to in a window, by name."""
    reached = tab_round()
    return sorted(named(stop) for stop in stops(window) if stop not in reached)

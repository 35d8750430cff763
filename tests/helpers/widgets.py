"""Finding widgets by name and using them as a person does."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def child(owner: QWidget, kind: type[W], name: str = "") -> W:
    """Return the widget of a kind and an object name inside another; fails where there is none."""
    found = owner.findChild(kind, name) if name else owner.findChild(kind)
    assert isinstance(found, kind), f"no {kind.__name__} {name!r}"
    return found


def label(owner: QWidget, name: str) -> QLabel:
    """Return the label of an object name."""
    return child(owner, QLabel, name)


def texts(owner: QWidget) -> str:
    """Return the texts of all labels that are not hidden, a line each, with plain spaces."""
    labels = [found for found in owner.findChildren(QLabel) if not found.isHidden()]
    return "\n".join(found.text() for found in labels).replace("\u00a0", " ")


def press(
    widget: QWidget | None, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press and let go a key on a widget."""
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def type_text(widget: QWidget, text: str) -> None:
    """Type a text into a widget."""
    QTest.keyClicks(widget, text)


def click(widget: QWidget) -> None:
    """Click the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

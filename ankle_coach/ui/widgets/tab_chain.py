"""The order of the Tab key, where widgets are made later than those that follow them on the page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QWidget

_KEYED = (QAbstractButton, QAbstractSpinBox)


def chain_tabs(after: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab reach what is inside some widgets, in order, right after another one.

    Args:
        after: What Tab reaches before; Qt ignores one that takes no focus.
        parts: The widgets whose insides follow.
    """
    followers = [child for part in parts for child in keyed(part)]
    for earlier, later in pairwise([after, *followers]):
        QWidget.setTabOrder(earlier, later)


def keyed(part: QWidget) -> list[QWidget]:
    """Return the buttons and fields inside a widget, in the order of their making."""
    return [child for child in part.findChildren(QWidget) if isinstance(child, _KEYED)]

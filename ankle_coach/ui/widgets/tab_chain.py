"""The order of the Tab key, where widgets are made later than those that follow them on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def chain_before(last: QWidget, holder: QWidget, groups: Iterable[tuple[QWidget, Sequence[QWidget]]]) -> None:
    """Let Tab go through groups, their own fields first and then their cards, right before a widget.

    Args:
        last: What Tab comes to after all of them.
        holder: What they and the widget stand in; what is before it in the order stays so.
        groups: Each group with its cards in order. The cards take the keyboard themselves.
    """
    stops: list[QWidget] = []
    for group, cards in groups:
        inside = {child for card in cards for child in (card, *card.findChildren(QWidget))}
        stops += [child for child in group.findChildren(QWidget) if child not in inside]
        for card in cards:
            stops += [card, *card.findChildren(QWidget)]
    stops = [stop for stop in stops if _is_stop(stop) and stop.window() is last.window()]
    before = last.previousInFocusChain()
    while before is not None and before is not last and not _is_outside(before, holder):
        before = before.previousInFocusChain()
    outside = [] if before is None or before is last else [before]  # before it is put there
    for earlier, later in pairwise([*outside, *stops, last]):
        QWidget.setTabOrder(earlier, later)


def _is_outside(widget: QWidget, holder: QWidget) -> bool:
    """Return whether Tab stops at a widget that is not in another; Qt ignores an order after any other."""
    return _is_stop(widget) and not holder.isAncestorOf(widget)


def stops_inside(holder: QWidget) -> list[QWidget]:
    """Return where Tab stops inside a widget, as the parts stand in each other."""
    window = holder.window()  # the lists of combo boxes have windows of their own
    return [child for child in holder.findChildren(QWidget) if _is_stop(child) and child.window() is window]


def _is_stop(widget: QWidget) -> bool:
    """Return whether Tab stops at a widget."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - its flags are not at the start, the check-in is

    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def keyed(part: QWidget) -> list[QWidget]:
    """Return the buttons and fields inside a widget, in the order of their making."""
    return [child for child in part.findChildren(QWidget) if isinstance(child, _KEYED)]

"""The keys of the plan builder that work wherever one is: undo, save, search, and from part to part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ankle_coach.ui.plan_draft import PlanDraft


class Pane(NamedTuple):
    """A part of a page that F6 comes to.

    Attributes:
        holder: What it stands in; passed over while it is out of sight.
        enter: Gives it the keys.
    """

    holder: QWidget
    enter: Callable[[], object]


def serve_keys(
    page: QWidget,
    draft: PlanDraft,
    *,
    save: Callable[[], object],
    find: Callable[[], object],
    panes: Sequence[Pane],
) -> None:
    """Make the keys, which the page owns.

    Args:
        page: Where they work.
        draft: What is undone and redone.
        save: Saves a version.
        find: Goes to the search.
        panes: In the order of F6; Shift+F6 goes back.
    """
    standard = QKeySequence.StandardKey
    keys: tuple[tuple[QKeySequence, Callable[[], object]], ...] = (
        (QKeySequence(standard.Undo), draft.undo),
        (QKeySequence("Ctrl+Shift+Z"), draft.redo),
        (QKeySequence("Ctrl+Y"), draft.redo),
        (QKeySequence(standard.Save), save),
        (QKeySequence(standard.Find), find),
        (QKeySequence("/"), find),
        (QKeySequence("F6"), partial(_go_on, panes, 1)),
        (QKeySequence("Shift+F6"), partial(_go_on, panes, -1)),
    )
    for sequence, action in keys:
        shortcut = QShortcut(sequence, page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)


def _go_on(panes: Sequence[Pane], step: int) -> None:
    """Give the keys to the next pane in view, from the one that has them."""
    shown = [pane for pane in panes if pane.holder.isVisible()]
    if not shown:
        return
    here: QWidget | None = shown[0].holder.window().focusWidget()
    place = next(
        (n for n, pane in enumerate(shown) if here is not None and pane.holder.isAncestorOf(here)), -step
    )
    shown[(place + step) % len(shown)].enter()

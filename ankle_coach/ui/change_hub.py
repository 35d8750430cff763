"""One signal for every change: who wrote says what kinds of data it altered, pages decide to redraw."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ankle_coach.domain.changes import Changes


class ChangeHub(QObject):
    """Broadcasts `Changes` once for each write.

    `changed` carries the changes and the object that wrote (or None), so that a page can leave out a redraw
    of what it shows already.
    """

    changed = Signal(object, object)

    def publish(self, changes: Changes, initiator: object = None) -> None:
        """Tell everybody, unless nothing was altered."""
        if changes is not Changes.NONE:
            self.changed.emit(changes, initiator)

"""A page that hands the keys it gets on to one of its widgets."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class LedPage(QWidget):
    """Begins where `set_first` says. A focus proxy would make Tab skip all that stands before it."""

    _first: QWidget | None = None

    @property
    def first(self) -> QWidget | None:
        """Which widget has the keys first; None where the page keeps them."""
        return self._first

    def set_first(self, widget: QWidget | None) -> None:
        """Say which widget has the keys first; None for the page itself."""
        self._first = widget

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on."""
        super().focusInEvent(event)
        if self._first is not None:
            self._first.setFocus(event.reason())

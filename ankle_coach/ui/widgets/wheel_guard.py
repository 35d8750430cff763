"""Keeps the wheel that scrolls a page from changing a value that it happens to pass over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ankle_coach.ui.first_flags import STRONG_FOCUS, reach_by


class WheelGuard(QObject):
    """Lets the wheel through to a widget only while the widget has the focus."""

    def __init__(self, widget: QWidget) -> None:
        """Guard a widget, which owns this; the wheel no longer gives it the focus."""
        super().__init__(widget)
        reach_by(widget, STRONG_FOCUS)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the wheel on to the page."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False

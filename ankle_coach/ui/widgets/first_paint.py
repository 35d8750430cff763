"""Tells when a widget has been painted for the first time, for what may come after that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Watches one widget until it is on the screen, and then no longer.

    Signals:
        happened: The widget was painted; told once, when the paint is over.
    """

    happened = Signal()

    def __init__(self, widget: QWidget) -> None:
        """Watch a widget, which owns this."""
        super().__init__(widget)
        widget.installEventFilter(self)

    @Slot()
    def _tell(self) -> None:
        self.happened.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let every event pass; the first paint ends the watch."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return False

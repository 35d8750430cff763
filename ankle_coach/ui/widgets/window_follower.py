"""Tells a widget when its window changes its size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class WindowFollower(QObject):
    """Watches a widget's window, whichever it comes to stand in, for widgets whose size is a share of it."""

    window_resized = Signal()

    def __init__(self, widget: QWidget) -> None:
        """Watch the window of a widget, which owns this."""
        super().__init__(widget)
        self._widget = widget
        self._window: QWidget | None = None
        widget.installEventFilter(self)

    def _find_window(self) -> None:
        window = self._widget.window()
        if window is self._window:
            return
        if self._window is not None and self._window is not self._widget:
            self._window.removeEventFilter(self)
        self._window = window
        window.installEventFilter(self)
        self.window_resized.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the window when the widget is shown, and for its size after that."""
        if watched is self._widget and event.type() is QEvent.Type.Show:
            self._find_window()
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self.window_resized.emit()
        return False

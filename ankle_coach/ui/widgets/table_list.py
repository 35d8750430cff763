"""A list with columns, one row an entry, to be read and chosen from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget


class TableList(QTreeView):
    """Rows of one height that are chosen whole and never typed into."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a list without a model."""
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the rows anew: before it was shown, the style sheet's paddings did not count yet."""
        super().showEvent(event)
        self.doItemsLayout()

"""A list with columns, one row an entry, to be read and chosen from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget


class TableList(QTreeView):
    """Rows of one height that are chosen whole and never typed into.

    The last column takes the room that is left. Where the others leave too little of it, as with large text,
    each is only as wide as what it holds.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a list without a model."""
        super().__init__(parent)
        self._widths: dict[int, int] = {}
        self._last = 0
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def set_widths(self, widths: Mapping[int, int], last: int) -> None:
        """Give the columns their widths.

        Args:
            widths: The width of each column but the last, in pixels, where there is room.
            last: What the last one should have at least.
        """
        self._widths, self._last = dict(widths), last
        self.header().setStretchLastSection(True)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Share the width anew: after other rows, another text size, or in another window."""
        room, widths = self.viewport().width() - self._last, dict(self._widths)
        if sum(widths.values()) > room:
            widths = {column: min(width, self._needed(column)) for column, width in widths.items()}
            widest = max(widths, key=lambda column: widths[column], default=0)
            over = max(0, sum(widths.values()) - room)
            if widths:
                widths[widest] = max(widths[widest] // 2, widths[widest] - over)
        for column, width in widths.items():
            self.header().resizeSection(column, width)

    def _needed(self, column: int) -> int:
        """Return the width of what a column holds, in the rows that are seen, and of its head."""
        return max(self.sizeHintForColumn(column), self.header().sectionSizeHint(column))

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the rows anew: before it was shown, the style sheet's paddings did not count yet."""
        super().showEvent(event)
        self.doItemsLayout()
        self.fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit_columns()

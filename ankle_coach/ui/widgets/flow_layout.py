"""A layout that sets widgets side by side and goes on in the next line, as words do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays out widgets in lines; each line is as high as its highest widget."""

    def __init__(
        self,
        parent: QWidget | None = None,
        spacing: int = 8,
        *,
        fills: bool = False,
        least: Callable[[], int] | None = None,
    ) -> None:
        """Make an empty layout.

        Args:
            parent: The widget to lay out.
            spacing: Between widgets and between lines, in pixels.
            fills: Whether the widgets share the width: as many equal columns as the widest widget allows.
            least: With `fills`, tells how narrow a column may become, in pixels, at each layout, for text may
                be made larger meanwhile; None for the widest widget's hint.
        """
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._fills, self._least = fills, least
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, int]]]:
        """Return the visible items of each line with the width that each gets."""
        items = [item for item in self._items if not item.isEmpty()]
        gap = self.spacing()
        widest = max((item.sizeHint().width() for item in items), default=0)
        if self._least is not None:
            widest = self._least()
        columns = max(1, (width + gap) // (widest + gap)) if widest else 1
        if self._least is not None:
            columns = min(columns, max(1, len(items)))
        equal = (width - gap * (columns - 1)) // columns
        lines: list[list[tuple[QLayoutItem, int]]] = []
        left = 0
        for item in items:
            wanted = equal if self._fills else min(item.sizeHint().width(), width)
            if not lines or left < wanted:
                lines.append([])
                left = width
            lines[-1].append((item, wanted))
            left -= wanted + gap
        return lines

    def _place(self, rect: QRect, *, moves: bool) -> int:
        """Go through the lines, place their items if asked, and return the height used."""
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        owner = self.parentWidget()
        mirrored = owner is not None and owner.isRightToLeft()
        top = inside.top()
        for line in self._lines(inside.width()):
            high = max(_height(item, width) for item, width in line)
            left = inside.left()
            for item, width in line:
                own = high if self._fills else _height(item, width)
                start = inside.left() + inside.right() + 1 - left - width if mirrored else left
                if moves:
                    item.setGeometry(QRect(QPoint(start, top + (high - own) // 2), QSize(width, own)))
                left += width + self.spacing()
            top += high + self.spacing()
        used = top - self.spacing() - inside.top() if top > inside.top() else 0
        return used + margins.top() + margins.bottom()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item to the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give up an item, or None beyond the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> QtCore.Qt.Orientation:
        """Return that no more room is wanted than is needed."""
        return QtCore.Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that a width asks for."""
        return self._place(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(rect)
        self._place(rect, moves=True)

    def sizeHint(self) -> QSize:
        """Return the size of all widgets in one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

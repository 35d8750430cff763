"""The grid of a filled sheet: boxes to tick and pains to type, by keyboard at the speed of reading."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ankle_coach.ui.models.paper_week_model import CellKind, CellRole, PaperWeekModel
from ankle_coach.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_BOX = 22
_ROW = 38
_COLUMN = 66
_RADIUS = 5.0


class WeekGridDelegate(QStyledItemDelegate):
    """Draws a box where something was planned, a check where it was done, and a number where pain is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make a delegate."""
        super().__init__(parent)
        self._theme = theme

    def _paint_exercise(self, painter: QPainter, place: QRectF, index: _Index) -> None:
        theme, side = self._theme, self._theme.px(_BOX)
        times, elsewhere, pain = (index.data(r) for r in (CellRole.TIMES, CellRole.ELSEWHERE, CellRole.PAIN))
        box = QRectF(0, 0, side, side)
        box.moveCenter(place.center())
        if pain is not None or times > 1:
            box.moveRight(place.center().x() - 1)
        if times or elsewhere:
            role = "accent" if times else "text_muted"
            painter.setPen(QPen(theme.color(role), 1.5))
            painter.setBrush(theme.color("accent_soft" if times else "surface_alt"))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            theme.paint_icon(painter, box.adjusted(3, 3, -3, -3), "check", role)
        elif index.data(CellRole.PLANNED):
            painter.setPen(QPen(theme.color("border_strong"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        text = str(pain) if pain is not None else f"\N{MULTIPLICATION SIGN}{times}" if times > 1 else ""
        if text:
            painter.setPen(theme.color("text"))
            painter.setFont(theme.font("small"))
            beside = QRectF(box.right() + 4, place.top(), place.right() - box.right() - 4, place.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_pain(self, painter: QPainter, place: QRectF, index: _Index) -> None:
        pain, open_ = index.data(CellRole.PAIN), index.flags() & Qt.ItemFlag.ItemIsEditable
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.color("text" if open_ else "text_muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "\N{EN DASH}" if pain is None else str(pain))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(option.rect)
        if index.data(CellRole.KIND) != CellKind.EXERCISE:
            painter.fillRect(place, self._theme.color("surface_alt"))
        if index.data(CellRole.KIND) == CellKind.EXERCISE:
            self._paint_exercise(painter, place, index)
        else:
            self._paint_pain(painter, place, index)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), _RADIUS, _RADIUS)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a cell's size."""
        return QSize(self._theme.px(_COLUMN), self._theme.px(_ROW))


class WeekGrid(QTableView):
    """Arrows move, Space ticks, digits are pains, Backspace leaves empty, Enter goes on to the right."""

    def __init__(self, theme: Theme, model: PaperWeekModel, parent: QWidget | None = None) -> None:
        """Show a sheet."""
        super().__init__(parent)
        self._theme, self._cells = theme, model
        self.setObjectName("week_grid")
        self.setModel(model)
        self.setItemDelegate(WeekGridDelegate(theme, self))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self._set_headers()

    def begin(self) -> None:
        """Stand on the first cell."""
        if self._cells.rowCount():
            self.setCurrentIndex(self._cells.index(0, 0))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(self._theme.px(48))
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(self._theme.px(_ROW))
        down.setHighlightSections(False)
        down.setSectionsClickable(False)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _go_on(self) -> None:
        """Go to the next cell to the right, and from the last one to the next row."""
        row, column = self.currentIndex().row(), self.currentIndex().column() + 1
        if column >= self._cells.columnCount():
            row, column = row + 1, 0
        if row < self._cells.rowCount():
            self.setCurrentIndex(self._cells.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick, write or leave empty; other keys do what they do in every table."""
        index, key, text = self.currentIndex(), event.key(), event.text()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif text.isascii() and text.isdigit():
            self._cells.type_digit(index, int(text))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_X):
            self._cells.toggle(index)
        elif text in ("+", "-"):
            self._cells.add_time(index, 1 if text == "+" else -1)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._cells.clear(index)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick where a box is clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._cells.toggle(index)

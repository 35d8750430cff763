"""Draws the rows of the journal: a day's heading, or an entry with its answers under it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ankle_coach.ui.models.journal_entries_model import EntryKind, EntryRole
from ankle_coach.ui.theme import Theme

_ROW = 48
_RADIUS = 8.0
_ICONS = {
    EntryKind.SESSION: "play",
    EntryKind.CHECK_IN: "sun",
    EntryKind.REVIEW: "check",
    EntryKind.SCORE: "journal",
}


class JournalEntryDelegate(QStyledItemDelegate):
    """Every row is equally high, so that thousands are laid out at once."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Make a delegate.

        Args:
            theme: The look.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme = theme

    def _paint_day(self, painter: QPainter, place: QRectF, text: str) -> None:
        font = self._theme.font("small")
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.color("text_muted"))
        below = place.adjusted(self._theme.px(10), 0, -self._theme.px(6), -self._theme.px(7))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(below.width()))
        painter.drawText(below, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, cut)

    def _paint_entry(
        self, painter: QPainter, place: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        px = self._theme.px
        icon = QRectF(place.left() + px(8), place.top() + px(8), px(16), px(16))
        self._theme.paint_icon(painter, icon, _ICONS[index.data(EntryRole.KIND)], "text_muted")
        text = place.adjusted(px(32), px(5), -px(8), -px(5))
        right = self._paint_line(painter, text, index.data(EntryRole.STATE), at_right=True, top=True)
        if index.data(EntryRole.HAS_NOTE):
            note = QRectF(text.right() - right - px(20), text.top() + px(2), px(14), px(14))
            self._theme.paint_icon(painter, note, "note", "text_muted")
            right += px(22)
        name = text.adjusted(0, 0, -right - px(8), 0)
        self._paint_line(painter, name, index.data(EntryRole.NAME), kind="body", role="text", top=True)
        self._paint_line(painter, text, index.data(EntryRole.DETAIL))

    def _paint_line(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        *,
        kind: str = "small",
        role: str = "text_muted",
        top: bool = False,
        at_right: bool = False,
    ) -> float:
        """Draw a line of text at the upper or the lower edge, and return how wide it is."""
        painter.setFont(self._theme.font(kind))
        painter.setPen(self._theme.color(role))
        metrics = painter.fontMetrics()
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        line = QRectF(place)
        line.setHeight(QFontMetricsF(self._theme.font("body")).height())
        if not top:
            line.moveBottom(place.bottom())
        across = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, across | Qt.AlignmentFlag.AlignVCenter, cut)
        return metrics.horizontalAdvance(cut)

    def _paint_ground(self, painter: QPainter, place: QRectF, state: QStyle.StateFlag) -> None:
        inner = place.adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(inner, _RADIUS, _RADIUS)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillPath(outline, self._theme.color("accent_soft"))
            bar = QRectF(inner.left(), inner.top() + 8, 3, inner.height() - 16)
            painter.fillRect(bar, self._theme.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(outline, self._theme.color("surface_alt"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.strokePath(outline, QPen(self._theme.color("focus"), 2))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(option.rect)
        if index.data(EntryRole.KIND) == EntryKind.DAY:
            self._paint_day(painter, place, index.data())
        else:
            self._paint_ground(painter, place, option.state)
            self._paint_entry(painter, place, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a row's size."""
        return QSize(self._theme.px(200), self._theme.px(_ROW))

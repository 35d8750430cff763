"""Draws the rows of the journal: a day's heading, or an entry with its answers under it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ankle_coach.ui.models.journal_entries_model import EntryKind, EntryRole
from ankle_coach.ui.models.row_delegate import Index, RowDelegate

_ROW = 48
_ICONS = {
    EntryKind.SESSION: "play",
    EntryKind.CHECK_IN: "sun",
    EntryKind.REVIEW: "check",
    EntryKind.SCORE: "journal",
}


class JournalEntryDelegate(RowDelegate):
    """A heading is a line at the foot of its row; an entry has two lines beside its icon."""

    radius = 8.0

    def _paint_row(self, painter: QPainter, place: QRectF, state: QStyle.StateFlag, index: Index) -> None:
        if index.data(EntryRole.KIND) == EntryKind.DAY:
            self._paint_day(painter, place, index.data())
        else:
            self._paint_ground(painter, place, state)
            self._paint_entry(painter, place, index)

    def _paint_chosen(self, painter: QPainter, outline: QPainterPath, inner: QRectF) -> None:
        bar = QRectF(inner.left(), inner.top() + 8, 3, inner.height() - 16)
        painter.fillRect(bar, self._theme.color("accent"))

    def _paint_day(self, painter: QPainter, place: QRectF, text: str) -> None:
        painter.setFont(self._font("small", bold=True))
        painter.setPen(self._theme.color("text_muted"))
        below = place.adjusted(self._theme.px(10), 0, -self._theme.px(6), -self._theme.px(7))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(below.width()))
        painter.drawText(below, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, cut)

    def _paint_entry(self, painter: QPainter, place: QRectF, index: Index) -> None:
        px = self._theme.px
        icon = QRectF(place.left() + px(8), place.top() + px(8), px(16), px(16))
        self._theme.paint_icon(painter, icon, _ICONS[index.data(EntryRole.KIND)], "text_muted")
        text = place.adjusted(px(32), px(5), -px(8), -px(5))
        right = self._paint_line(painter, text, index.data(EntryRole.STATE), at_right=True)
        if index.data(EntryRole.HAS_NOTE):
            note = QRectF(text.right() - right - px(20), text.top() + px(2), px(14), px(14))
            self._theme.paint_icon(painter, note, "note", "text_muted")
            right += px(22)
        name = text.adjusted(0, 0, -right - px(8), 0)
        self._paint_line(painter, name, index.data(EntryRole.NAME), kind="body", role="text")
        self._paint_line(painter, text, index.data(EntryRole.DETAIL), at_foot=True)

    def _line_height(self, metrics: QFontMetrics) -> float:
        """Every line is as high as a name, so that what stands beside it is in its middle."""
        return QFontMetricsF(self._theme.font("body")).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row's size."""
        return QSize(self._theme.px(200), self._theme.px(_ROW))

"""How the rows of a list are drawn: a rounded ground that shows choice and keys, and lines of text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ankle_coach.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """The base of the delegates. Every row is equally high, so that thousands are laid out at once."""

    radius = 10.0
    """Of the ground's corners, in pixels."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Make a delegate.

        Args:
            theme: The look.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme = theme

    def _paint_row(self, painter: QPainter, place: QRectF, state: QStyle.StateFlag, index: Index) -> None:
        """Draw a row; subclasses do it."""
        raise NotImplementedError

    def _paint_chosen(self, painter: QPainter, outline: QPainterPath, inner: QRectF) -> None:
        """Draw what a chosen row has over its ground; subclasses say it."""
        raise NotImplementedError

    def _paint_ground(self, painter: QPainter, place: QRectF, state: QStyle.StateFlag) -> None:
        inner = place.adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(inner, self.radius, self.radius)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillPath(outline, self._theme.color("accent_soft"))
            self._paint_chosen(painter, outline, inner)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(outline, self._theme.color("surface_alt"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.strokePath(outline, QPen(self._theme.color("focus"), 2))

    def _paint_line(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        *,
        kind: str = "small",
        role: str = "text_muted",
        bold: bool = False,
        at_foot: bool = False,
        at_right: bool = False,
    ) -> float:
        """Draw a line of text at the upper or the lower edge, and return how wide it is."""
        painter.setFont(self._font(kind, bold=bold))
        painter.setPen(self._theme.color(role))
        metrics = painter.fontMetrics()
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        line = QRectF(place)
        line.setHeight(self._line_height(metrics))
        if at_foot:
            line.moveBottom(place.bottom())
        across = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)
        return metrics.horizontalAdvance(cut)

    def _line_height(self, metrics: QFontMetrics) -> float:
        """Return how high a line of text is, in whose middle the text stands."""
        return metrics.height()

    def _font(self, kind: str, *, bold: bool) -> QFont:
        font = self._theme.font(kind)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_row(painter, QRectF(option.rect), option.state, index)
        painter.restore()

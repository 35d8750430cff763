"""How an exercise of the gallery is drawn: a card with its picture, its name and how its dose begins."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from ankle_coach.domain.words import Words
from ankle_coach.ui.models.exercise_list_model import Role
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.exercise_row import BETWEEN, ExerciseRowDelegate, Index, StillPainter

_MARGIN, _GAP = 10, 4
_NAME_LINES = 2
_MARK = 4
_SHAPE = 0.86
"""A picture's height as a share of its width."""


class ExerciseCardDelegate(ExerciseRowDelegate):
    """Draws exercises as cards of one size in a grid, and the names of groups over its whole width."""

    def __init__(
        self, theme: Theme, words: Words, still: StillPainter, parent: QObject | None = None
    ) -> None:
        """Draw with a look.

        Args:
            theme: The look.
            words: The reader's language.
            still: Draws an exercise's picture.
            parent: Qt owner.
        """
        super().__init__(theme, words, still, parent)
        self._grid = self._cell = 200

    def set_widths(self, grid: int, cell: int) -> None:
        """Fit into a grid of a width, cards of which are ``cell`` wide, in pixels."""
        self._grid, self._cell = grid, cell

    def _picture_height(self) -> float:
        return (self._cell - BETWEEN - 2 * self._theme.px(_MARGIN)) * _SHAPE

    def _mark(self, card: QRectF) -> QRectF:
        return QRectF(card.left() + 14, card.bottom() - _MARK - 4, card.width() - 28, _MARK)

    def _draw_exercise(self, painter: QPainter, card: QRectF, index: Index) -> None:
        margin = self._theme.px(_MARGIN)
        inside = card.adjusted(margin, margin, -margin, -margin)
        picture = QRectF(inside.left(), inside.top(), inside.width(), self._picture_height())
        if self._still is not None:
            self._still(painter, picture, index.data(Role.EXERCISE_ID))
        foot = QRectF(picture.left(), 0, picture.width(), self._line_height("small") + 4)
        foot.moveBottom(picture.bottom())
        self._draw_badge(painter, foot, index)
        strong = self._font("body", QFont.Weight.DemiBold)
        place = QRectF(inside.left(), picture.bottom() + self._theme.px(_GAP), inside.width(), 0)
        place.setHeight(self._line_height("body") * _NAME_LINES)
        painter.setPen(self._theme.color("text"))
        used = _draw_lines(painter, place, index.data(Qt.ItemDataRole.DisplayRole), strong)
        line = QRectF(place.left(), place.top() + used + 2, place.width(), self._line_height("small"))
        self._draw_line(painter, line, index.data(Role.DOSE), self._font("small"), "text_muted")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a card with its gap, or of a group's name."""
        if not index.data(Role.EXERCISE_ID):
            return QSize(self._grid, super().sizeHint(option, index).height())
        texts = self._line_height("body") * _NAME_LINES + self._line_height("small") + 2
        margins = 2 * self._theme.px(_MARGIN) + self._theme.px(_GAP)
        return QSize(self._cell, round(self._picture_height() + texts + margins) + BETWEEN)


def _draw_lines(painter: QPainter, place: QRectF, text: str, font: QFont) -> float:
    """Draw a text on as many lines as its place has; the last ends in dots. Returns the height it took."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    top, begin = place.top(), 0
    layout.beginLayout()
    while begin < len(text):
        line = layout.createLine()
        line.setLineWidth(place.width())
        is_last = top + 2 * metrics.height() > place.bottom() + 1
        end = len(text) if is_last else begin + line.textLength()
        cut = metrics.elidedText(text[begin:end].strip(), Qt.TextElideMode.ElideRight, place.width())
        row = QRectF(place.left(), top, place.width(), metrics.height())
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, cut)
        top, begin = top + metrics.height(), end
    layout.endLayout()
    return top - place.top()

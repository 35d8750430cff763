"""How a row of the exercise list is drawn: a card with the name, the target, the dose and what it takes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ankle_coach.domain.words import Words
from ankle_coach.ui.models.exercise_list_model import Role
from ankle_coach.ui.theme import Theme

StillPainter = Callable[[QPainter, QRectF, str], None]
"""Draws the still of an exercise, named by its id, into a rectangle."""

Index = QModelIndex | QPersistentModelIndex
_MARGIN, _GAP, BETWEEN = 12, 2, 8
_EDGE, _RADIUS, _STILL = 4, 10, 84
_RIGHT = 6
_LINES = (
    (Role.TARGET, "small", "text_muted"),
    (Role.DOSE, "small", "text"),
    (Role.NEEDS, "small", "text_muted"),
)


class ExerciseRowDelegate(QStyledItemDelegate):
    """Draws rows of an `ExerciseListModel`; lines that do not fit end in dots."""

    def __init__(
        self, theme: Theme, words: Words, still: StillPainter | None = None, parent: QObject | None = None
    ) -> None:
        """Draw with a look.

        Args:
            theme: The look.
            words: The reader's language.
            still: Draws an exercise's still at the left of its row; None for no such place.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words, self._still = theme, words, still

    def _font(self, kind: str, weight: QFont.Weight | None = None) -> QFont:
        font = self._theme.font(kind)
        if weight is not None:
            font.setWeight(weight)
        return font

    def _line_height(self, kind: str) -> float:
        return QFontMetricsF(self._font(kind)).height()

    def _draw_line(self, painter: QPainter, place: QRectF, text: str, font: QFont, role: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, cut)

    def _draw_group(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        count = int(index.data(Role.COUNT))
        text = self._words.pgettext("group and its size", "{group} · {n}")
        text = text.format(group=index.data(Qt.ItemDataRole.DisplayRole), n=count)
        font = self._font("body", QFont.Weight.Bold)
        place = rect.adjusted(2, 0, -_RIGHT, -self._theme.px(4))
        painter.setFont(font)
        painter.setPen(self._theme.color("text_muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading, text)

    def _draw_card(self, painter: QPainter, card: QRectF, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = "focus" if focused else "accent" if chosen else "outline" if hovered else "border"
        thick = 2 if chosen else 1
        painter.setPen(QPen(self._theme.color(edge), thick))
        painter.setBrush(self._theme.color("accent_soft" if chosen else "surface"))
        inset = thick / 2
        painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        if chosen:
            bar = self._mark(card)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawRoundedRect(bar, _EDGE / 2, _EDGE / 2)

    def _mark(self, card: QRectF) -> QRectF:
        """Return the place of the bar that marks the chosen one by shape, not color alone."""
        return QRectF(card.left() + 5, card.top() + 12, _EDGE, card.height() - 24)

    def _draw_exercise(self, painter: QPainter, card: QRectF, index: Index) -> None:
        margin = self._theme.px(_MARGIN)
        inside = card.adjusted(margin + _EDGE, margin, -margin, -margin)
        if self._still is not None:
            side = self._theme.px(_STILL)
            place = QRectF(inside.left(), card.top() + _EDGE, side, card.height() - 2 * _EDGE)
            self._still(painter, place, index.data(Role.EXERCISE_ID))
            inside.setLeft(inside.left() + side + margin)
        gap = self._theme.px(_GAP)
        place = QRectF(inside.topLeft(), QPointF(inside.right(), inside.top() + self._line_height("body")))
        place.setRight(place.right() - self._draw_badge(painter, place, index))
        strong = self._font("body", QFont.Weight.DemiBold)
        self._draw_line(painter, place, index.data(Qt.ItemDataRole.DisplayRole), strong, "text")
        for role, kind, color in _LINES:
            place = QRectF(place.left(), place.bottom() + gap, inside.width(), self._line_height(kind))
            self._draw_line(painter, place, index.data(role), self._font(kind), color)

    def _draw_badge(self, painter: QPainter, line: QRectF, index: Index) -> float:
        """Draw what marks an own exercise at the end of a line; return the width that it takes."""
        text = index.data(Role.BADGE)
        if not text:
            return 0.0
        font = self._font("small", QFont.Weight.DemiBold)
        width = QFontMetricsF(font).horizontalAdvance(text) + self._theme.px(14)
        chip = QRectF(line.right() - width, line.top(), width, line.height())
        painter.setPen(QPen(self._theme.color("accent"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        return width + self._theme.px(6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a group's name, or an exercise's card."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if not index.data(Role.EXERCISE_ID):
            self._draw_group(painter, rect, index)
        else:
            card = rect.adjusted(0, 0, -_RIGHT, -BETWEEN)
            self._draw_card(painter, card, option.state)
            self._draw_exercise(painter, card, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; its width is the list's."""
        if not index.data(Role.EXERCISE_ID):
            above = self._theme.px(4 if index.row() == 0 else 16)
            return QSize(1, round(above + self._line_height("body") + self._theme.px(6)))
        lines = self._line_height("body") + sum(
            self._line_height(kind) + self._theme.px(_GAP) for _, kind, _ in _LINES
        )
        return QSize(1, round(lines + 2 * self._theme.px(_MARGIN)) + BETWEEN)

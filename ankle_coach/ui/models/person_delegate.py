"""Draws a person's row: side, name, plan, last activity, the most urgent flag and the review."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.models.people_model import PersonRole
from ankle_coach.ui.person_words import FlagMark
from ankle_coach.ui.theme import Theme

_ROW = 66
_RADIUS = 10.0
_BADGE = 34
_TWO_COLUMNS_FROM = 440
_RIGHT = 132
_Index = QModelIndex | QPersistentModelIndex


class PersonDelegate(QStyledItemDelegate):
    """Every row is equally high, so that thousands are laid out at once."""

    def __init__(self, theme: Theme, words: Words, parent: QObject | None = None) -> None:
        """Make a delegate.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words

    def _paint_ground(self, painter: QPainter, place: QRectF, state: QStyle.StateFlag) -> None:
        inner = place.adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(inner, _RADIUS, _RADIUS)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillPath(outline, self._theme.color("accent_soft"))
            painter.strokePath(outline, QPen(self._theme.color("accent"), 1))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(outline, self._theme.color("surface_alt"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.strokePath(outline, QPen(self._theme.color("focus"), 2))

    def _paint_side(self, painter: QPainter, place: QRectF, side: str | None) -> None:
        """Draw a tile with the affected side's letter at its own end: L at the left, R at the right."""
        painter.setPen(QPen(self._theme.color("border_strong"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(place, 8, 8)
        words = self._words
        left, right = words.pgettext("side letter", "L"), words.pgettext("side letter", "R")
        painter.setFont(self._font("small", bold=True))
        both = side == Side.BOTH  # the model hands a plain text over
        inner = place.adjusted(place.width() * 0.16, 0, -place.width() * 0.16, 0)
        for shown, letter, across in (
            (side == Side.LEFT or both, left, Qt.AlignmentFlag.AlignLeft),
            (side == Side.RIGHT or both, right, Qt.AlignmentFlag.AlignRight),
            (side is None, "\N{EN DASH}", Qt.AlignmentFlag.AlignHCenter),
        ):
            if shown:
                painter.setPen(self._theme.color("text_muted" if side is None else "text"))
                painter.drawText(inner, across | Qt.AlignmentFlag.AlignVCenter, letter)

    def _paint_person(self, painter: QPainter, place: QRectF, index: _Index) -> None:
        px = self._theme.px
        badge = QRectF(place.left() + px(12), place.center().y() - px(_BADGE) / 2, px(_BADGE), px(_BADGE))
        self._paint_side(painter, badge, index.data(PersonRole.SIDE))
        text = place.adjusted(px(_BADGE + 26), px(9), -px(14), -px(9))
        right = QRectF(text)
        right.setLeft(text.right() - px(_RIGHT))
        text.setRight(right.left() - px(10))
        self._paint_right(painter, right, index)
        about, plan = index.data(PersonRole.ABOUT), index.data(PersonRole.PLAN)
        if text.width() < px(_TWO_COLUMNS_FROM):
            self._paint_name(painter, text, index)
            self._line(painter, text, " · ".join(part for part in (about, plan) if part), at_foot=True)
            return
        first, second = QRectF(text), QRectF(text)
        first.setWidth(text.width() * 0.44)
        second.setLeft(first.right() + px(14))
        self._paint_name(painter, first, index)
        self._line(painter, first, about, at_foot=True)
        self._line(painter, second, plan, kind="body", role="text")
        phase, review = index.data(PersonRole.PHASE), index.data(PersonRole.REVIEW)
        due = index.data(PersonRole.REVIEW_DUE)
        if phase:
            shown = f"{phase} · " if review else phase
            used = self._line(painter, second, shown, at_foot=True)
            second.setLeft(second.left() + used)
        self._line(painter, second, review, role="caution" if due else "text_muted", bold=due, at_foot=True)

    def _paint_name(self, painter: QPainter, place: QRectF, index: _Index) -> None:
        """Draw the name, and a word beside it where this person is open."""
        room = QRectF(place)
        if index.data(PersonRole.IS_OPEN):
            word = self._words.pgettext("person", "open")
            painter.setFont(self._font("small", bold=True))
            width = painter.fontMetrics().horizontalAdvance(word) + self._theme.px(16)
            room.setRight(place.right() - width - self._theme.px(8))
        used = self._line(painter, room, index.data(), kind="body", role="text", bold=True)
        if index.data(PersonRole.IS_OPEN):
            height = self._theme.px(20)
            chip = QRectF(place.left() + used + self._theme.px(8), place.top(), width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawRoundedRect(chip, height / 2, height / 2)
            painter.setPen(self._theme.color("accent_text"))
            painter.setFont(self._font("small", bold=True))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_right(self, painter: QPainter, place: QRectF, index: _Index) -> None:
        """Draw the last activity, and under it the flag with its shape and its word."""
        self._line(painter, place, index.data(PersonRole.ACTIVITY), at_right=True)
        flag = index.data(PersonRole.FLAG)
        if isinstance(flag, FlagMark):
            used = self._line(
                painter, place, flag.text, role=flag.tone, at_foot=True, at_right=True, bold=True
            )
            side = self._theme.px(16)
            icon = QRectF(
                place.right() - used - side - self._theme.px(5), place.bottom() - side - 1, side, side
            )
            self._theme.paint_icon(painter, icon, flag.icon, flag.tone)

    def _line(
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
        line.setHeight(metrics.height())
        if at_foot:
            line.moveBottom(place.bottom())
        across = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)
        return metrics.horizontalAdvance(cut)

    def _font(self, kind: str, *, bold: bool) -> QFont:
        font = self._theme.font(kind)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(option.rect)
        self._paint_ground(painter, place, option.state)
        self._paint_person(painter, place, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a row's size."""
        return QSize(self._theme.px(280), self._theme.px(_ROW))

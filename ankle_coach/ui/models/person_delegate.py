"""Draws a person's row: side, name, plan, last activity, the most urgent flag and the review."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.models.people_model import PersonRole
from ankle_coach.ui.models.row_delegate import Index, RowDelegate
from ankle_coach.ui.person_words import FlagMark
from ankle_coach.ui.theme import Theme

_ROW = 66
_BADGE = 34
_TWO_COLUMNS_FROM = 440
_RIGHT = 132


class PersonDelegate(RowDelegate):
    """Two lines beside a tile of the affected side; as many columns as there is room for."""

    def __init__(self, theme: Theme, words: Words, parent: QObject | None = None) -> None:
        """Make a delegate.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(theme, parent)
        self._words = words

    def _paint_row(self, painter: QPainter, place: QRectF, state: QStyle.StateFlag, index: Index) -> None:
        self._paint_ground(painter, place, state)
        self._paint_person(painter, place, index)

    def _paint_chosen(self, painter: QPainter, outline: QPainterPath, inner: QRectF) -> None:
        painter.strokePath(outline, QPen(self._theme.color("accent"), 1))

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

    def _paint_person(self, painter: QPainter, place: QRectF, index: Index) -> None:
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
            self._paint_line(painter, text, " · ".join(part for part in (about, plan) if part), at_foot=True)
            return
        first, second = QRectF(text), QRectF(text)
        first.setWidth(text.width() * 0.44)
        second.setLeft(first.right() + px(14))
        self._paint_name(painter, first, index)
        self._paint_line(painter, first, about, at_foot=True)
        self._paint_line(painter, second, plan, kind="body", role="text")
        phase, review = index.data(PersonRole.PHASE), index.data(PersonRole.REVIEW)
        due = index.data(PersonRole.REVIEW_DUE)
        if phase:
            shown = f"{phase} · " if review else phase
            used = self._paint_line(painter, second, shown, at_foot=True)
            second.setLeft(second.left() + used)
        self._paint_line(
            painter, second, review, role="caution" if due else "text_muted", bold=due, at_foot=True
        )

    def _paint_name(self, painter: QPainter, place: QRectF, index: Index) -> None:
        """Draw the name, and a word beside it where this person is open."""
        room = QRectF(place)
        if index.data(PersonRole.IS_OPEN):
            word = self._words.pgettext("person", "open")
            painter.setFont(self._font("small", bold=True))
            width = painter.fontMetrics().horizontalAdvance(word) + self._theme.px(16)
            room.setRight(place.right() - width - self._theme.px(8))
        used = self._paint_line(painter, room, index.data(), kind="body", role="text", bold=True)
        if index.data(PersonRole.IS_OPEN):
            height = self._theme.px(20)
            chip = QRectF(place.left() + used + self._theme.px(8), place.top(), width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawRoundedRect(chip, height / 2, height / 2)
            painter.setPen(self._theme.color("accent_text"))
            painter.setFont(self._font("small", bold=True))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_right(self, painter: QPainter, place: QRectF, index: Index) -> None:
        """Draw the last activity, and under it the flag with its shape and its word."""
        self._paint_line(painter, place, index.data(PersonRole.ACTIVITY), at_right=True)
        flag = index.data(PersonRole.FLAG)
        if isinstance(flag, FlagMark):
            used = self._paint_line(
                painter, place, flag.text, role=flag.tone, at_foot=True, at_right=True, bold=True
            )
            side = self._theme.px(16)
            icon = QRectF(
                place.right() - used - side - self._theme.px(5), place.bottom() - side - 1, side, side
            )
            self._theme.paint_icon(painter, icon, flag.icon, flag.tone)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row's size."""
        return QSize(self._theme.px(280), self._theme.px(_ROW))

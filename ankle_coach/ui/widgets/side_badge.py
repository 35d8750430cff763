"""Which side: a word, a triangle that points there, and a place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.window_follower import WindowFollower

_POINTS = {Side.LEFT: (True, False), Side.RIGHT: (False, True), Side.BOTH: (True, True)}


class SideBadge(QWidget):
    """LEFT stands at the left end of its row, RIGHT at the right end, BOTH in the middle.

    The place is the body's, so it does not turn around in languages that are
    written from right to left.
    """

    def __init__(
        self,
        theme: Theme,
        words: Words,
        *,
        share: float = 0.056,
        role: str = "player_digits",
        parent: QWidget | None = None,
    ) -> None:
        """Make a badge that shows no side yet.

        Args:
            theme: The look.
            words: The reader's language.
            share: The font's size as a share of the window's height.
            role: Its color.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._share, self._role = theme, share, role
        self._texts = {
            Side.LEFT: words.pgettext("side of the body", "LEFT"),
            Side.RIGHT: words.pgettext("side of the body", "RIGHT"),
            Side.BOTH: words.pgettext("sides of the body", "BOTH"),
        }
        self._side: Side | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._fit)
        WindowFollower(self).window_resized.connect(self._fit)

    @property
    def side(self) -> Side | None:
        """The side in view, or None."""
        return self._side

    @property
    def text(self) -> str:
        """The word in view; empty without a side."""
        return "" if self._side is None else self._texts[self._side]

    def set_side(self, side: Side | None) -> None:
        """Show a side, or none."""
        self._side = side
        self.setAccessibleName(self.text)
        self.update()

    def badge_rect(self) -> QRectF:
        """Return where the badge stands in its row."""
        width = min(self._badge_width(self._side or Side.LEFT), float(self.width()))
        places = {Side.LEFT: 0.0, Side.RIGHT: self.width() - width}
        start = places.get(self._side or Side.BOTH, (self.width() - width) / 2)
        return QRectF(start, 0, width, self.height()).adjusted(2, 2, -2, -2)

    def _font(self) -> QFont:
        font = self._theme.font("title")
        font.setPixelSize(max(font.pixelSize() // 2, round(self.window().height() * self._share)))
        return font

    def _badge_width(self, side: Side) -> float:
        font = self._font()
        triangles = sum(_POINTS[side]) * font.pixelSize() * 1.05
        return QFontMetricsF(font).horizontalAdvance(self._texts[side]) + triangles + font.pixelSize() * 1.2

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the longest of the words."""
        widest = max(self._badge_width(side) for side in Side)
        return QSize(int(widest) + 1, int(self._font().pixelSize() * 1.8))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the side is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the triangles and the word."""
        if self._side is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._font()
        em = float(font.pixelSize())
        color = self._theme.color(self._role)
        badge = self.badge_rect()
        painter.setPen(QPen(color, max(2.0, em * 0.085)))
        painter.drawRoundedRect(badge, em * 0.34, em * 0.34)
        at_left, at_right = _POINTS[self._side]
        inside = badge.adjusted(em * 0.55, 0, -em * 0.55, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        if at_left:
            painter.drawPolygon(_triangle(inside.left(), inside.center().y(), em * 0.78))
            inside.setLeft(inside.left() + em)
        if at_right:
            painter.drawPolygon(_triangle(inside.right(), inside.center().y(), -em * 0.78))
            inside.setRight(inside.right() - em)
        painter.setPen(color)
        painter.setFont(font)
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self.text)


def _triangle(tip: float, middle: float, depth: float) -> QPolygonF:
    """Return a triangle whose tip is at the left for a positive depth, at the right for a negative."""
    half = abs(depth) * 0.55
    return QPolygonF(
        [QPointF(tip, middle), QPointF(tip + depth, middle - half), QPointF(tip + depth, middle + half)]
    )

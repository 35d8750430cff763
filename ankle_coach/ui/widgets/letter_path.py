"""A letter as large as there is room, written at walking pace: the path ahead, what is written, the pen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.pose_letters import APPROACH, LETTERS, Stroke, pen_at, strokes
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.window_follower import WindowFollower

_BOX = 2.36
"""Height and width of the letters' box in their own units, with room for the pen."""
_LINE, _PEN = 0.055, 0.08
"""Width of the line and radius of the pen as a share of the drawing's size."""
_AT_LEAST = 0.24
"""The drawing's least height as a share of the window's."""


class LetterPath(QWidget):
    """Shows a letter of A to Z; the pen is where the figure's toe is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty drawing.

        Args:
            theme: The look.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._letter, self._style, self._share = "", LetterStyle.PRINT, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.theme_changed.connect(self.update)
        WindowFollower(self).window_resized.connect(self._on_window_resized)

    @property
    def letter(self) -> str:
        """The letter in view; empty where there is none that can be drawn."""
        return self._letter

    @property
    def style_shown(self) -> LetterStyle:
        """Print or cursive."""
        return self._style

    @property
    def share(self) -> float:
        """How much of the letter's time is over, 0 to 1."""
        return self._share

    @property
    def letter_height(self) -> float:
        """How high a capital of print is drawn, in pixels."""
        return self._box().height() * 2.0 / _BOX

    def set_letter(self, letter: str, style: LetterStyle) -> None:
        """Show a letter from its beginning; what is no letter of A to Z shows nothing."""
        letter = letter.upper() if letter.upper() in LETTERS else ""
        if (letter, style) != (self._letter, self._style):
            self._letter, self._style = letter, style
            self.setAccessibleName(letter)
            self.update()

    def set_share(self, share: float) -> None:
        """Move the pen to a share of the letter's time, 0 to 1."""
        share = max(0.0, min(1.0, share))
        if share != self._share:
            self._share = share
            self.update()

    def _box(self) -> QRectF:
        size = min(self.width(), self.height())
        return QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)

    @Slot()
    def _on_window_resized(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return a square of a good part of the window's height."""
        least = self.minimumSizeHint().height()
        return QSize(least * 5 // 4, least * 5 // 4)

    def minimumSizeHint(self) -> QSize:
        """Return a square that can be read from afar."""
        least = round(self.window().height() * _AT_LEAST)
        return QSize(least, least)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the path ahead, what is written, and the pen: full on the line, a ring in the air."""
        if not self._letter:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._box().height()
        pen = pen_at(self._letter, self._share, self._style)
        whole = strokes(self._letter, self._style)
        self._draw_lines(painter, whole, "player_track", size * _LINE)
        self._draw_lines(painter, pen.written, "player_fill", size * _LINE)
        self._draw_start(painter, whole[0][0], size)
        self._draw_pen(painter, QPointF(pen.x, pen.y), size, is_down=self._is_down(pen.written))

    def _is_down(self, written: tuple[Stroke, ...]) -> bool:
        """Say whether the pen writes: after the way to the start, before the way back, and on a line."""
        if not written or not APPROACH < self._share < 1.0 - APPROACH:
            return False
        pen = pen_at(self._letter, self._share, self._style)
        return written[-1][-1] == (pen.x, pen.y)

    def _at(self, x: float, y: float) -> QPointF:
        box, unit = self._box(), self._box().height() / _BOX
        return QPointF(box.center().x() + x * unit, box.center().y() - y * unit)

    def _draw_lines(self, painter: QPainter, lines: tuple[Stroke, ...], role: str, width: float) -> None:
        ink = QPen(self._theme.color(role), width)
        ink.setCapStyle(Qt.PenCapStyle.RoundCap)
        ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in lines:
            painter.drawPolyline(QPolygonF([self._at(x, y) for x, y in line]))

    def _draw_start(self, painter: QPainter, start: tuple[float, float], size: float) -> None:
        painter.setPen(QPen(self._theme.color("player_muted"), max(1.5, size * 0.008)))
        painter.setBrush(self._theme.color("player_background"))
        painter.drawEllipse(self._at(*start), size * 0.018, size * 0.018)

    def _draw_pen(self, painter: QPainter, pen: QPointF, size: float, *, is_down: bool) -> None:
        painter.setPen(QPen(self._theme.color("player_word"), max(3.0, size * 0.018)))
        painter.setBrush(self._theme.color("player_word" if is_down else "player_background"))
        painter.drawEllipse(self._at(pen.x(), pen.y()), size * _PEN * 0.6, size * _PEN * 0.6)

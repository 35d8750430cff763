"""The sole of the foot with the zone that the ball rolls over now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.domain.sides import Side
from ankle_coach.ui.figure_style import window_look
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.window_follower import WindowFollower

_HEIGHT = 0.34
"""Its height as a share of the window's, where there is room."""
_WIDE = 0.62


class SoleView(QWidget):
    """A drawn sole; its zones are named in words beside it by whoever shows it."""

    def __init__(self, theme: Theme, tone: int = 0, parent: QWidget | None = None) -> None:
        """Make an empty drawing.

        Args:
            theme: The look.
            tone: Skin tone as the settings count it.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._tone = theme, tone
        self._zone, self._side = "", Side.RIGHT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        theme.theme_changed.connect(self.update)
        WindowFollower(self).window_resized.connect(self.updateGeometry)

    @property
    def zone(self) -> str:
        """The marked zone; empty for none."""
        return self._zone

    @property
    def side(self) -> Side:
        """The foot in view."""
        return self._side

    def show_zone(self, zone: str, side: Side) -> None:
        """Mark a zone of a foot."""
        if (zone, side) != (self._zone, self._side):
            self._zone, self._side = zone, side
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room for a foot that can be read from afar."""
        high = round(self.window().height() * _HEIGHT)
        return QSize(round(high * _WIDE), high)

    def minimumSizeHint(self) -> QSize:
        """Return two thirds of that: large text needs the room."""
        return self.sizeHint() * 2 / 3

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sole."""
        from ankle_coach.figures.foot_map_painter import paint_sole_zones  # noqa: PLC0415 - rarely needed

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = window_look(self._theme.scheme, self._tone)
        paint_sole_zones(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), self._zone, self._side, look)

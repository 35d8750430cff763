"""A thin line that fills as the session goes on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.ui.theme import Theme


class ProgressStrip(QWidget):
    """A share from 0 to 1 as a thin line."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        track: str = "track",
        fill: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty strip.

        Args:
            theme: The look.
            name: What is measured, for a screen reader.
            track: The color of what is left; ``player_track`` in the player.
            fill: The color of what is done; ``player_fill`` in the player.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._name = theme, name
        self._track, self._fill = track, fill
        self._value = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.theme_changed.connect(self.update)

    @property
    def value(self) -> float:
        """The share, 0 to 1."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show a share, brought into 0 to 1."""
        value = max(0.0, min(1.0, value))
        if value != self._value:
            self._value = value
            self.setAccessibleDescription(f"{round(value * 100)}%")
            self.update()

    def done_rect(self) -> QRectF:
        """Return what is filled: nothing at 0, and never more than the share."""
        return QRectF(0, 0, self.width() * self._value, self.height())

    def sizeHint(self) -> QSize:
        """Return a line's height."""
        return QSize(120, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track and what is done of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(self._theme.color(self._track))
        painter.drawRoundedRect(whole, radius, radius)
        if self._value > 0:
            outline = QPainterPath()
            outline.addRoundedRect(whole, radius, radius)
            painter.setClipRect(self.done_rect())
            painter.fillPath(outline, self._theme.color(self._fill))

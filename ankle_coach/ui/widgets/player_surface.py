"""The ground of the player: dark, plain, and read from three meters."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ankle_coach.ui.theme import Theme

_FLASH_MILLISECONDS = 500


class PlayerSurface(QFrame):
    """What the player's page derives from: its style sheet gives what lies on it the player's colors."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty ground.

        Args:
            theme: The look.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("player")
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(_FLASH_MILLISECONDS)
        self._flash.timeout.connect(self.update)
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def is_flashing(self) -> bool:
        """Whether the edge is lit."""
        return self._flash.isActive()

    def flash_edge(self) -> None:
        """Light the edge once for a moment: it changes its color and nothing moves or blinks."""
        self._flash.start()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the edge while it is lit."""
        super().paintEvent(event)
        if self.is_flashing:
            painter = QPainter(self)
            wide = max(6, self.height() // 60)
            pen = QPen(self._theme.color("player_word"), wide)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            half = wide // 2
            painter.drawRect(self.rect().adjusted(half, half, -half - 1, -half - 1))

    @Slot()
    def _dress(self) -> None:
        self.setStyleSheet(self._theme.style_sheet("player"))


class PlayerPanel(QFrame):
    """The rounded panel that the figure stands on. Fill `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self.setObjectName("player_panel")
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(22, 18, 22, 16)

    @property
    def body(self) -> QVBoxLayout:
        """Where the panel's content goes."""
        return self._body

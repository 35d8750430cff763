"""The ground of the player: dark, plain, and read from three meters."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ankle_coach.ui.theme import Theme


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
        self._dress()
        theme.theme_changed.connect(self._dress)

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

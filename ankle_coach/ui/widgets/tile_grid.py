"""Tiles of the same width side by side: as many columns as there is room for, in lines of the same height."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ankle_coach.ui.theme import Theme


class TileGrid(QWidget):
    """Sets tiles in columns that share its width; Qt's own grid finds their heights.

    The number of columns follows the width, so that a tile never gets narrower than it may.
    """

    def __init__(self, theme: Theme, least: int, spacing: int = 10, parent: QWidget | None = None) -> None:
        """Make a grid without tiles.

        Args:
            theme: The look.
            least: How narrow a tile may become, in pixels at 100 % text.
            spacing: Between tiles, in pixels.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._least = theme, least
        self._tiles: list[QWidget] = []
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)
        theme.theme_changed.connect(self._arrange)

    @property
    def columns(self) -> int:
        """How many tiles stand side by side."""
        return self._columns

    def set_tiles(self, tiles: list[QWidget]) -> None:
        """Show tiles, in their order."""
        self._tiles = tiles
        self._place(max(1, len(tiles)))

    def _arrange(self) -> None:
        gap = self._grid.horizontalSpacing()
        room = (self.width() + gap) // (self._theme.px(self._least) + gap)
        columns = max(1, min(room, len(self._tiles)))
        if columns != self._columns:
            self._place(columns)

    def _place(self, columns: int) -> None:
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out how many columns there is room for."""
        super().resizeEvent(event)
        self._arrange()

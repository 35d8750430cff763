"""An icon that only shows: sharp at any size and in the theme's color."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.ui.theme import Theme


class IconView(QWidget):
    """Draws an icon. A word beside it says the same: a screen reader passes over it."""

    def __init__(
        self, theme: Theme, name: str, role: str = "text_muted", size: int = 20, parent: QWidget | None = None
    ) -> None:
        """Show an icon.

        Args:
            theme: The look.
            name: The icon.
            role: Its color.
            size: Its side at 100 % text, in pixels.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._name, self._role, self._size = theme, name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def name(self) -> str:
        """The icon in view."""
        return self._name

    def set_icon(self, name: str, role: str | None = None) -> None:
        """Show another icon, in the same color unless another is given."""
        self._name, self._role = name, role or self._role
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size at the text's scale."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        self._theme.paint_icon(painter, QRectF(self.rect()), self._name, self._role)

"""The player's big word: as large as the window allows, and reversed for a moment where it flashes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.window_follower import WindowFollower

_FLASH_MILLISECONDS = 300


class CueWord(QWidget):
    """RAISE, HOLD, LOWER, REST, SWITCH TO LEFT: a long one is drawn smaller, never cut."""

    def __init__(self, theme: Theme, *, share: float = 0.1, parent: QWidget | None = None) -> None:
        """Make an empty place for a word.

        Args:
            theme: The look.
            share: The font's size as a share of the window's height.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._share, self._text = theme, share, ""
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(_FLASH_MILLISECONDS)
        self._flash.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._fit)
        WindowFollower(self).window_resized.connect(self._fit)

    @property
    def text(self) -> str:
        """The word."""
        return self._text

    @property
    def is_flashing(self) -> bool:
        """Whether it stands in reversed colors."""
        return self._flash.isActive()

    def set_text(self, text: str) -> None:
        """Show a word."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def flash(self) -> None:
        """Reverse the colors for a moment: a cue that needs no sound."""
        self._flash.start()
        self.update()

    def stop_flash(self) -> None:
        """Show the usual colors at once."""
        self._flash.stop()
        self.update()

    def fitting_font(self) -> QFont:
        """Return the font that the word is drawn in."""
        font = self._theme.font("title")
        font.setWeight(QFont.Weight.ExtraBold)
        font.setPixelSize(max(1, round(self.window().height() * self._share)))
        wide = QFontMetricsF(font).horizontalAdvance(self._text)
        if wide > self.width() > 0:
            font.setPixelSize(max(1, int(font.pixelSize() * self.width() / wide)))
        return font

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line's height; the width is what there is."""
        return QSize(200, round(self.window().height() * self._share * 1.16))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.fitting_font()
        painter.setFont(font)
        color = self._theme.color("player_word")
        if self.is_flashing and self._text:
            wide = QFontMetricsF(font).horizontalAdvance(self._text)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(0, 0, min(self.width(), wide), self.height()), 10, 10)
            color = self._theme.color("player_background")
        painter.setPen(color)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)

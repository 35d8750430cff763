"""The player's number, readable from three meters."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.window_follower import WindowFollower

_AT_LEAST = 0.2
_REFERENCE = 1000
_SUFFIX = 0.36
_GAP = 0.12


class BigDigits(QWidget):
    """Digits at least a fifth of the window's height, with smaller words behind them ("7 of 12")."""

    def __init__(
        self,
        theme: Theme,
        *,
        share: float = 0.22,
        role: str = "player_digits",
        suffix_role: str = "player_muted",
        parent: QWidget | None = None,
    ) -> None:
        """Make a place for digits.

        Args:
            theme: The look.
            share: The digits' height as a share of the window's, 0.2 or more.
            role: Their color.
            suffix_role: The color of the words behind them.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._share = theme, max(_AT_LEAST, share)
        self._role, self._suffix_role = role, suffix_role
        self._text, self._suffix = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        theme.theme_changed.connect(self._fit)
        WindowFollower(self).window_resized.connect(self._fit)

    @property
    def text(self) -> str:
        """The digits."""
        return self._text

    @property
    def suffix(self) -> str:
        """The words behind them."""
        return self._suffix

    @property
    def digit_height(self) -> float:
        """How high a digit is drawn, in pixels."""
        return QFontMetricsF(self._fitting_font()).tightBoundingRect("7").height()

    def set_text(self, text: str, suffix: str = "") -> None:
        """Show digits such as ``7`` or ``1:30``, and words behind them such as ``of 12``."""
        if (text, suffix) == (self._text, self._suffix):
            return
        wider = len(text) != len(self._text) or suffix != self._suffix
        self._text, self._suffix = text, suffix
        self.setAccessibleName(f"{text} {suffix}".strip())
        if wider:
            self.updateGeometry()
        self.update()

    def _font(self, share: float) -> QFont:
        """Return the font whose digits are a share of the window's height."""
        font = self._theme.font("digits")
        font.setPixelSize(_REFERENCE)
        ink = QFontMetricsF(font).tightBoundingRect("7").height()
        font.setPixelSize(1 + int(self.window().height() * share * _REFERENCE / ink))
        return font

    def _fitting_font(self) -> QFont:
        """Return the wanted font, or a smaller one where it is too wide, down to a fifth of the window."""
        font = self._font(self._share)
        wide = self._advance(font)
        if wide > self.width() > 0:
            least = self._font(_AT_LEAST).pixelSize()
            font.setPixelSize(max(least, int(font.pixelSize() * self.width() / wide)))
        return font

    def _suffix_font(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(max(1, round(font.pixelSize() * _SUFFIX)))
        return small

    def _advance(self, font: QFont) -> float:
        wide = QFontMetricsF(font).horizontalAdvance(self._text)
        if self._suffix:
            small = QFontMetricsF(self._suffix_font(font))
            wide += font.pixelSize() * _GAP + small.horizontalAdvance(self._suffix)
        return wide

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that the digits take."""
        font = self._font(self._share)
        ink = QFontMetricsF(font).tightBoundingRect("7").height()
        return QSize(int(self._advance(font)) + 1, int(ink * 1.2) + 1)

    def minimumSizeHint(self) -> QSize:
        """Return the room for digits of a fifth of the window's height."""
        least = self._font(_AT_LEAST)
        ink = QFontMetricsF(least).tightBoundingRect("7").height()
        return QSize(int(self._advance(least)) + 1, int(ink * 1.06) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the digits, and the words on the same line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        font = self._fitting_font()
        metrics = QFontMetricsF(font)
        ink = metrics.tightBoundingRect("7").height()
        line = (self.height() + ink) / 2
        painter.setFont(font)
        painter.setPen(self._theme.color(self._role))
        painter.drawText(QPointF(0, line), self._text)
        if self._suffix:
            painter.setFont(self._suffix_font(font))
            painter.setPen(self._theme.color(self._suffix_role))
            start = metrics.horizontalAdvance(self._text) + font.pixelSize() * _GAP
            painter.drawText(QPointF(start, line), self._suffix)

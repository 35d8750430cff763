"""The phases of one repetition side by side, as wide as they are long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.window_follower import WindowFollower

_GAP = 8.0
_THICK = 16
_UNDER = 6
_CAPTION = 0.034
"""The captions' size as a share of the window's height, to be read from three meters."""


class TempoBar(QWidget):
    """Phases such as raise 2, hold 1, lower 3; those gone by are full, the one in play fills."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a bar without phases.

        Args:
            theme: The look.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._phases: tuple[tuple[str, float], ...] = ()
        self._index, self._share = 0, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)
        WindowFollower(self).window_resized.connect(self._on_theme_changed)

    @property
    def phases(self) -> tuple[tuple[str, float], ...]:
        """The phases in view: their words and seconds."""
        return self._phases

    def set_phases(self, phases: Sequence[tuple[str, float]]) -> None:
        """Show phases, at the first one's start.

        Args:
            phases: Each one's words, such as "raise 2", and its seconds. One of no seconds is left out,
                and keeps its place in the count of `set_position`.
        """
        self._phases = tuple(phases)
        self._index, self._share = 0, 0.0
        self.setAccessibleName(", ".join(words for words, seconds in self._phases if seconds > 0))
        self.updateGeometry()
        self.update()

    def set_position(self, index: int, share: float) -> None:
        """Show how far the repetition is: the phase in play, and the share of it that is done, 0 to 1."""
        if (index, share) != (self._index, self._share):
            self._index, self._share = index, max(0.0, min(1.0, share))
            self.update()

    def caption_font(self) -> QFont:
        """Return the font of the words: it grows with the window, and shrinks where a word would be cut."""
        font = self._theme.font("body")
        least = font.pixelSize()
        font.setPixelSize(max(least, round(self.window().height() * _CAPTION)))
        wide = QFontMetricsF(font)
        for words, place, _ in self.segments():
            needed = wide.horizontalAdvance(words)
            if needed > place.width() > 0:
                fitting = int(font.pixelSize() * place.width() / needed)
                font.setPixelSize(max(least, min(font.pixelSize(), fitting)))
                wide = QFontMetricsF(font)
        return font

    def segments(self) -> list[tuple[str, QRectF, float]]:
        """Return what is drawn: each phase's words, its place, and the share of it that is done."""
        shown = [(i, words, s) for i, (words, s) in enumerate(self._phases) if s > 0]
        total = sum(seconds for _, _, seconds in shown)
        room = self.width() - _GAP * max(0, len(shown) - 1)
        result: list[tuple[str, QRectF, float]] = []
        left = 0.0
        for index, words, seconds in shown:
            width = room * seconds / total
            done = 1.0 if index < self._index else self._share if index == self._index else 0.0
            result.append((words, QRectF(left, 0, width, self._theme.px(_THICK)), done))
            left += width + _GAP
        return result

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the bar's height with its words."""
        return QSize(240, self._theme.px(_THICK) + _UNDER + self._caption_height())

    def _caption_height(self) -> int:
        if not any(words for words, _ in self._phases):
            return 0
        return QFontMetrics(self.caption_font()).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the phases."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.caption_font())
        high = self._caption_height()
        metrics = painter.fontMetrics()
        for words, place, done in self.segments():
            radius = place.height() / 2
            outline = QPainterPath()
            outline.addRoundedRect(place, radius, radius)
            painter.fillPath(outline, self._theme.color("player_track"))
            if done > 0:
                painter.save()
                painter.setClipRect(QRectF(place.left(), place.top(), place.width() * done, place.height()))
                painter.fillPath(outline, self._theme.color("player_fill"))
                painter.restore()
            painter.setPen(self._theme.color("player_muted"))
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
            under = QRectF(place.left(), place.bottom() + _UNDER, place.width(), high)
            painter.drawText(under, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, cut)

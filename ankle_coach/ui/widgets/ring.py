"""A ring that fills, with words inside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme

_FULL = 360 * 16
_TOP = 90 * 16
_TEXT = 0.235


class Ring(QWidget):
    """A share from 0 to 1 as a ring; None is "not yet" and draws no arc, which zero does not mean."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        *,
        name: str = "",
        diameter: int = 90,
        role: str = "positive_fill",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty ring.

        Args:
            theme: The look.
            words: The reader's language.
            name: What is measured, for a screen reader.
            diameter: At 100 % text, in pixels.
            role: The arc's color.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._name, self._diameter, self._role = name, diameter, role
        self._value: float | None = None
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)
        self.set_value(None)

    @property
    def value(self) -> float | None:
        """The share that is shown, 0 to 1, or None."""
        return self._value

    @property
    def text(self) -> str:
        """The words inside."""
        return self._text

    def set_value(self, value: float | None, text: str | None = None) -> None:
        """Show a share.

        Args:
            value: 0 to 1, brought to the nearest; None for "not yet".
            text: The words inside; by default the share in percent.
        """
        self._value = None if value is None else max(0.0, min(1.0, value))
        if text is not None:
            self._text = text
        elif self._value is None:
            self._text = self._words.gettext("not yet")
        else:
            self._text = self._words.gettext("{percent}%").format(percent=round(self._value * 100))
        self.setAccessibleName(f"{self._name} {self._text}".strip())
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _draw_words(self, painter: QPainter, room: QRectF) -> None:
        font = self._theme.font("number" if self._value is not None else "small")
        if self._value is not None:
            font.setPixelSize(max(10, round(min(self.width(), self.height()) * _TEXT)))
        while font.pixelSize() > 9:
            painter.setFont(font)
            if painter.fontMetrics().horizontalAdvance(self._text) <= room.width():
                break
            font.setPixelSize(font.pixelSize() - 1)
        painter.setPen(self._theme.color("text" if self._value is not None else "text_muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._text)

    def sizeHint(self) -> QSize:
        """Return the ring's size at the text's scale."""
        side = self._theme.px(self._diameter)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, the arc and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height()))
        width = side * 0.125
        circle = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        circle.adjust(width / 2 + 1, width / 2 + 1, -width / 2 - 1, -width / 2 - 1)
        track = QPen(self._theme.color("track"), width)
        if self._value is None:
            track.setColor(self._theme.color("border_strong"))
            track.setWidthF(2)
            track.setDashPattern([4, 4])
        painter.setPen(track)
        painter.drawEllipse(circle)
        if self._value:
            painter.setPen(
                QPen(self._theme.color(self._role), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            painter.drawArc(circle, _TOP, -round(_FULL * self._value))
        inset = width * 1.1
        self._draw_words(painter, circle.adjusted(inset, 0, -inset, 0))

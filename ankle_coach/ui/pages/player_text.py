"""Text of the player that takes as many lines as it needs and grows with the window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.window_follower import WindowFollower


class PlayerText(QLabel):
    """A label whose font is a share of the window's height, and never below the text scale's size."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        share: float,
        kind: str = "body",
        style: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty label.

        Args:
            theme: The look.
            name: Its object name.
            share: The font's size as a share of the window's height.
            kind: The font, as `Theme.font` takes it.
            style: The style sheet's ``type``: ``cue``, ``muted``, or none.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._share, self._kind = theme, share, kind
        self.setObjectName(name)
        self.setProperty("type", style)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.theme_changed.connect(self._fit)
        WindowFollower(self).window_resized.connect(self._fit)
        self._fit()

    def set_share(self, share: float) -> None:
        """Make the text smaller or larger."""
        self._share = share
        self._fit()

    @Slot()
    def _fit(self) -> None:
        font = self._theme.font(self._kind)
        font.setPixelSize(max(font.pixelSize(), round(self.window().height() * self._share)))
        self.setFont(font)

    def minimumSizeHint(self) -> QSize:
        """Return the height at the present width: a narrow guess must not make the window higher."""
        line = self.fontMetrics().lineSpacing()
        high = self.heightForWidth(self.width()) if self.width() > line * 4 else line
        return QSize(line * 4, max(line, high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

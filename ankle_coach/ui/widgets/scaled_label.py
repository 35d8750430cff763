"""Text whose height is a share of the window's, so that it can be read from afar."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.elided_label import ElidedLabel
from ankle_coach.ui.widgets.window_follower import WindowFollower


class ScaledLabel(ElidedLabel):
    """A label that grows with the window, and with the text scale where that is larger."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        share: float = 0.05,
        kind: str = "heading",
        style: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a label.

        Args:
            theme: The look.
            text: What it says.
            share: The font's size as a share of the window's height.
            kind: The font, as `Theme.font` takes it.
            style: The style sheet's ``type``: ``cue`` for the player's word, ``muted``, or none.
            parent: Qt owner.
        """
        super().__init__(text, style, parent)
        self._theme, self._share, self._kind = theme, share, kind
        theme.theme_changed.connect(self._fit)
        WindowFollower(self).window_resized.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        font = self._theme.font(self._kind)
        font.setPixelSize(max(font.pixelSize(), round(self.window().height() * self._share)))
        self.setFont(font)

"""Touch-downs of a balance exercise: how many there were on this side, and the key that counts one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.player_controls import Control, make_compact
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.key_button import KeyButton
from ankle_coach.ui.widgets.scaled_label import ScaledLabel


class PlayerTouches(QWidget):
    """A count in words and a button with its key."""

    control_used = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make a count of none.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._words = words
        self.setObjectName("player_touches")
        self.count = ScaledLabel(theme, share=0.044)
        self.count.setObjectName("player_touch_count")
        self.button = KeyButton(words.pgettext("touch-downs", "Count"), "T")
        self.button.setToolTip(words.gettext("Count a touch-down of the other foot"))
        make_compact(self.button)
        theme.theme_changed.connect(self._on_theme_changed)
        self.button.setObjectName(f"control_{Control.TOUCH}")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(lambda _checked=False: self.control_used.emit(Control.TOUCH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self.count)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _on_theme_changed(self) -> None:
        make_compact(self.button)

    def show_count(self, count: int) -> None:
        """Show how many there were."""
        message = self._words.ngettext("{n} touch-down", "{n} touch-downs", count)
        self.count.setText(message.format(n=count))

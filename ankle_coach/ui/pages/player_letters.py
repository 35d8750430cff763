"""The alphabet in the player: the letter that is written, and the keys for its style and its pace."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.session_state import SessionState
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.player_controls import Control, make_compact
from ankle_coach.ui.pages.player_text import PlayerText
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.key_button import KeyButton
from ankle_coach.ui.widgets.letter_path import LetterPath

_GAP = 10


class PlayerLetters(QWidget):
    """The drawing at the left; which letter of how many and three buttons at the right."""

    control_used = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty panel.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._words = words
        self.setObjectName("player_letters")
        theme.theme_changed.connect(self._fit)
        self.path = LetterPath(theme)
        self.path.setObjectName("player_letter")
        self.place = PlayerText(theme, "player_letter_place", share=0.05, kind="heading")
        self.style_button = self._button(Control.STYLE, "", "C")
        self.slower_button = self._button(Control.SLOWER, words.pgettext("pace", "Slower"), "+")
        self.faster_button = self._button(Control.FASTER, words.pgettext("pace", "Faster"), "-")
        pace = QHBoxLayout()
        pace.setSpacing(_GAP)
        for button in (self.slower_button, self.faster_button):
            pace.addWidget(button)
        pace.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(_GAP)
        column.addStretch(1)
        column.addWidget(self.place)
        column.addWidget(self.style_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(pace)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.path, 1)
        row.addLayout(column)

    def show_letter(self, state: SessionState, place: str) -> None:
        """Show the letter that a step writes.

        Args:
            state: The player's state, at a letter.
            place: Which letter of how many, in words.
        """
        step, words = state.step, self._words
        style = step.letter_style or LetterStyle.PRINT
        self.path.set_letter(step.letter, style)
        self.place.setText(f"{step.letter}  {place}")
        other = words.pgettext("letters", "Cursive") if style is LetterStyle.PRINT else ""
        self.style_button.set_label(other or words.pgettext("letters", "Print"))
        self._fit()

    def show_position(self, state: SessionState) -> None:
        """Move the pen."""
        self.path.set_share(state.position / state.length if state.length else 0.0)

    @Slot()
    def _fit(self) -> None:
        for button in (self.style_button, self.slower_button, self.faster_button):
            make_compact(button)

    def _button(self, control: Control, label: str, key: str) -> KeyButton:
        button = KeyButton(label, key)
        button.setObjectName(f"control_{control}")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        make_compact(button)
        button.clicked.connect(lambda _checked=False: self.control_used.emit(control))
        return button

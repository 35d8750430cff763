"""What is looked at during an exercise: figure and cues at the left; word, digits and bar at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.domain.library import Library
from ankle_coach.domain.session_state import SessionState
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.exercise_panel import ExercisePanel
from ankle_coach.ui.pages.player_labels import Face, bar_position, face_of
from ankle_coach.ui.pages.player_letters import PlayerLetters
from ankle_coach.ui.pages.player_text import PlayerText
from ankle_coach.ui.pages.player_touches import PlayerTouches
from ankle_coach.ui.pages.player_word import CueWord
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.big_digits import BigDigits
from ankle_coach.ui.widgets.side_badge import SideBadge
from ankle_coach.ui.widgets.sole_view import SoleView
from ankle_coach.ui.widgets.tempo_bar import TempoBar

_LEFT, _RIGHT = 43, 57
_DIGITS = 0.205
"""The digits' height as a share of the window's: a fifth, and a little for rounding."""


class PlayerStage(QWidget):
    """Shows a state. A tick only moves figure, pen and bar, unless a text has changed."""

    control_used = Signal(str)

    def __init__(
        self, theme: Theme, library: Library, words: Words, tone: int = 0, parent: QWidget | None = None
    ) -> None:
        """Make an empty stage.

        Args:
            theme: The look.
            library: The catalog.
            words: The reader's language.
            tone: Skin tone of the figure, as the settings count it.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._library, self._words = theme, library, words
        self._face: Face | None = None
        self.panel = ExercisePanel(theme, library, words, tone)
        self.badge = SideBadge(theme, words, share=0.048)
        self.word = CueWord(theme, share=0.09)
        self.digits = BigDigits(theme, share=_DIGITS)
        self.letters = PlayerLetters(theme, words)
        self.touches = PlayerTouches(theme, words)
        self.sole = SoleView(theme, tone)
        self.bar = TempoBar(theme)
        self.set_line = PlayerText(theme, "player_set", share=0.044, kind="heading")
        self.text_line = PlayerText(theme, "player_text", share=0.044)
        self.next_line = PlayerText(theme, "player_next", share=0.034, style="muted")
        self._build()

    @property
    def face(self) -> Face | None:
        """What is in view."""
        return self._face

    def show_state(self, state: SessionState) -> None:
        """Show a state."""
        face = face_of(state, self._library, self._words)
        if face != self._face:
            self._show_face(face, state)
        self.panel.figure.show_state(state)
        self.bar.set_position(*bar_position(state))
        if face.letter is not None:
            self.letters.show_position(state)

    def _show_face(self, face: Face, state: SessionState) -> None:
        before, self._face = self._face, face
        self.panel.show_step(state.step)
        self.word.set_text(face.word)
        self.digits.set_text(face.digits, face.suffix)
        if before is not None and before[3:] == face[3:]:
            return
        self.badge.set_side(face.side)
        self.set_line.setText(face.set_line)
        self.set_line.setVisible(bool(face.set_line))
        self.text_line.setText(face.text)
        self.text_line.setVisible(bool(face.text))
        self.next_line.setText(face.next_line)
        self._show_extras(face, state)
        if before is None or (before.phases, before.letter) != (face.phases, face.letter):
            self.bar.set_phases(face.phases)
            self.bar.setVisible(bool(face.phases) and face.letter is None)

    def _show_extras(self, face: Face, state: SessionState) -> None:
        """Show the letter in place of the digits, and the touch-downs under them, where there are any."""
        if face.letter is not None:
            self.letters.show_letter(state, face.suffix)
        self.letters.setVisible(face.letter is not None)
        self.digits.setVisible(face.letter is None)
        if face.touches is not None:
            self.touches.show_count(face.touches)
        self.sole.show_zone(face.zone, state.step.side)
        self.sole.setVisible(bool(face.zone))
        self.touches.setVisible(face.touches is not None)

    def _build(self) -> None:
        self.badge.setObjectName("player_badge")
        self.word.setObjectName("player_word")
        self.digits.setObjectName("player_digits")
        self.bar.setObjectName("player_bar")
        self.sole.setObjectName("player_sole")
        self.sole.hide()
        for extra in (self.letters, self.touches):
            extra.hide()
            extra.control_used.connect(self.control_used)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.badge)
        right.addStretch(2)
        right.addWidget(self.word)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.digits, 1)
        row.addWidget(self.sole)
        right.addLayout(row)
        right.addWidget(self.letters, 40)
        right.addStretch(1)
        right.addWidget(self.bar)
        right.addStretch(1)
        sets = QHBoxLayout()
        sets.setSpacing(24)
        sets.addWidget(self.set_line, 1)
        sets.addWidget(self.touches)
        right.addLayout(sets)
        right.addWidget(self.text_line)
        right.addWidget(self.next_line)
        right.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(30)
        row.addWidget(self.panel, _LEFT)
        row.addLayout(right, _RIGHT)

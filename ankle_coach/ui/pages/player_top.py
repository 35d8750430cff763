"""The player's top line: which session and exercise, how long it takes, and what sounds and stays awake."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.domain.session_position import exercise_place, share_done
from ankle_coach.domain.session_state import SessionState, Status
from ankle_coach.domain.words import Words
from ankle_coach.ui.keep_awake import AwakeState
from ankle_coach.ui.pages.player_session import PlayerSession
from ankle_coach.ui.pages.player_times import time_left_text
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.progress_strip import ProgressStrip
from ankle_coach.ui.widgets.scaled_label import ScaledLabel


class PlayerTop(QWidget):
    """Two lines of text side by side and the thin line of progress under them."""

    def __init__(self, theme: Theme, words: Words, name: str, parent: QWidget | None = None) -> None:
        """Make the top of a session.

        Args:
            theme: The look.
            words: The reader's language.
            name: The session's name.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._words, self._name = words, name
        self.place = ScaledLabel(theme, share=0.026, kind="body", style="muted")
        self.place.setObjectName("player_place")
        self.state = ScaledLabel(theme, share=0.026, kind="body", style="muted")
        self.state.setObjectName("player_state")
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.strip = ProgressStrip(
            theme, words.gettext("Session progress"), track="player_track", fill="player_fill"
        )
        row = QHBoxLayout()
        row.addWidget(self.place)
        row.addStretch(1)
        row.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.strip)

    def show_session(self, session: PlayerSession) -> None:
        """Show a session's state; texts that are the same are left alone."""
        state = session.state
        _set_text(self.place, self._place_text(state))
        _set_text(self.state, " · ".join(self._state_words(session)))
        self.strip.set_value(round(share_done(state), 3))

    def _place_text(self, state: SessionState) -> str:
        if state.status is Status.WAITING or state.status.is_over:
            return self._name
        number, count = exercise_place(state)
        message = self._words.gettext("{name} · exercise {n} of {count}")
        return message.format(name=self._name, n=number, count=count)

    def _state_words(self, session: PlayerSession) -> list[str]:
        words, state = self._words, session.state
        if state.status.is_over:
            return []
        said = [time_left_text(state.seconds_left(), state.open_left(), words)]
        if state.status is Status.WAITING:
            return said
        if not session.has_sound:
            said.append(words.gettext("sound off"))
        else:
            said.append(words.gettext("sound on") if session.can_sound else words.gettext("no sound"))
        if session.awake is AwakeState.HELD:
            said.append(words.gettext("screen stays awake"))
        elif session.awake is AwakeState.REFUSED:
            said.append(words.gettext("screen may sleep"))
        return said


def _set_text(label: ScaledLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)

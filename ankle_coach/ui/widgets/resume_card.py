"""The offer to go on with a session that was left unfinished."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.session_state import SessionInProgress
from ankle_coach.domain.sides import Side
from ankle_coach.domain.step_words import step_label
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.text_label import TextLabel


class ResumeCard(Card):
    """Says where the session was left, and offers to go on, to finish with what was done, or to discard."""

    resume_requested = Signal()
    finish_requested = Signal()
    discard_requested = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make a hidden card."""
        super().__init__(theme, edge="accent", parent=parent)
        self.setObjectName("resume_card")
        self._words = words
        self._place = TextLabel("", "body")
        self._place.setObjectName("resume_place")
        self.add_widget(self._place)
        self.body.addLayout(self._actions_row())
        self.hide()

    def show_progress(self, progress: SessionInProgress | None, library: Library) -> None:
        """Show where a session was left; hide where there is none."""
        self.setVisible(progress is not None)
        if progress is None:
            return
        self.set_title(self._words.gettext("{session} is not finished").format(session=progress.name))
        self._place.setText(place_of(progress, library, self._words))

    def _actions_row(self) -> QHBoxLayout:
        words = self._words
        row = QHBoxLayout()
        row.setSpacing(10)
        buttons = (
            ("resume_button", words.gettext("Go on"), self.resume_requested),
            ("finish_button", words.gettext("Finish with what was done"), self.finish_requested),
            ("discard_button", words.gettext("Discard"), self.discard_requested),
        )
        for name, label, signal in buttons:
            button = QPushButton(label)
            button.setObjectName(name)
            button.setProperty("kind", "primary" if name == "resume_button" else "plain")
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return row


def place_of(progress: SessionInProgress, library: Library, words: Words) -> str:
    """Return where a session was left: the exercise, the set and the side."""
    step = progress.state.step
    parts = []
    if step.exercise:
        parts.append(exercise_name(library.exercise(step.exercise), words))
    else:
        parts.append(step_label(step, words))
    if step.set_count > 1:
        place = words.gettext("set {number} of {count}")
        parts.append(place.format(number=step.set_number, count=step.set_count))
    if step.side is not Side.BOTH:
        parts.append(side_word(step.side, words).lower())
    return words.gettext("You were at: {place}").format(place=", ".join(parts))

"""After the session: pain, effort and a note; then what was saved and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.ladder import RUN_WALK
from ankle_coach.domain.session_state import Said
from ankle_coach.domain.steps import Step
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.key_gate import ENTER, KeyGate
from ankle_coach.ui.pages.player_controls import is_foreign
from ankle_coach.ui.pages.player_text import PlayerText
from ankle_coach.ui.pages.player_ticks import PlayerTicks
from ankle_coach.ui.pages.scale_keys import ScaleKeys, focus_scale
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.key_button import KeyButton
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.scaled_label import ScaledLabel

_LONGEST_NOTE = 2000


class EndAnswers(NamedTuple):
    """What was said at the end.

    Attributes:
        during: What was said of the exercises that were left before they were asked about.
        pain_after: Pain right after.
        effort: Effort (RPE).
        note: The person's own words.
    """

    during: tuple[tuple[Step, Said], ...]
    pain_after: Answer
    effort: Answer
    note: str


class SessionEndPanel(QFrame):
    """Asks, then Save; nothing has to be answered. `show_summary` takes the questions away."""

    save_chosen = Signal()
    leave_chosen = Signal()

    def __init__(self, theme: Theme, words: Words, gate: KeyGate, parent: QWidget | None = None) -> None:
        """Make the questions.

        Args:
            theme: The look.
            words: The reader's language.
            gate: Knows which keys were still meant for the last step.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words, self._gate = theme, words, gate
        self._during: list[tuple[Step, PainScale, PlayerTicks]] = []
        self._is_saved = False
        self.title = ScaledLabel(theme, words.gettext("How was it?"), share=0.06, kind="title", style="cue")
        self.title.setObjectName("end_title")
        self.done = ScaledLabel(theme, share=0.034, kind="body")
        self.done.setObjectName("end_done")
        self.summary = PlayerText(theme, "end_summary", share=0.034)
        self.summary.hide()
        self._build()

    @property
    def answers(self) -> EndAnswers:
        """What was said; a scale that was left alone is missing."""
        return EndAnswers(
            tuple((step, Said(_answer(scale), ticks.ticks)) for step, scale, ticks in self._during),
            _answer(self.pain_scale),
            _answer(self.effort_scale),
            self.note.text().strip(),
        )

    def ask(self, done: str, unasked: Sequence[tuple[Step, str]]) -> None:
        """Ask about a session that is over.

        Args:
            done: What was done, in a line.
            unasked: Exercises that were left before the pain during them was asked, and their names.
        """
        self.done.setText(done)
        for step, name in unasked:
            scale = self._add_question(self._words.gettext("Pain during {exercise}").format(exercise=name))
            ticks = PlayerTicks(self._words, name)
            ticks.ask_limp(asked=step.exercise == RUN_WALK)
            self._rows.insertWidget(self._rows.indexOf(scale) + 1, ticks)
            self._during.append((step, scale, ticks))
        self._gate.close()
        self.take_focus()

    def take_focus(self) -> None:
        """Let the keyboard answer the first question, or leave."""
        if self._is_saved:
            self.setFocus()
        else:
            focus_scale(self._during[0][1] if self._during else self.pain_scale)

    def show_summary(self, lines: Sequence[str]) -> None:
        """Say that it is saved, what was done and what comes next."""
        self._is_saved = True
        self._gate.close()
        self.title.setText(self._words.gettext("Saved"))
        self.summary.setText("\n".join(lines))
        self.summary.show()
        self.done.hide()
        self._questions.hide()
        self.save_button.hide()
        self.leave_button.show()
        self.setFocus()

    def _build(self) -> None:
        words = self._words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._questions = QWidget()
        self._rows = QVBoxLayout(self._questions)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(self._theme.px(8))
        self.pain_scale = self._add_question(words.gettext("Pain now, after the session"))
        self.pain_scale.setObjectName("end_pain")
        self.effort_scale = self._add_question(words.gettext("How hard it was: effort"))
        self.effort_scale.setObjectName("end_effort")
        self._rows.addWidget(self._label(words.gettext("Note")))
        self.note = QLineEdit()
        self.note.setObjectName("end_note")
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.setAccessibleName(words.gettext("Note"))
        self.note.setPlaceholderText(words.gettext("Anything worth remembering"))
        self._rows.addWidget(self.note)
        self._lay_out()

    def _lay_out(self) -> None:
        words = self._words
        self.save_button = KeyButton(words.gettext("Save"), words.pgettext("key", "Enter"), kind="primary")
        self.save_button.setObjectName("end_save")
        self.leave_button = KeyButton(
            words.gettext("Back to Today"), words.pgettext("key", "Enter"), kind="primary"
        )
        self.leave_button.setObjectName("end_leave")
        self.leave_button.hide()
        buttons = QHBoxLayout()
        for button in (self.save_button, self.leave_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.save_button.clicked.connect(self.save_chosen)
        self.leave_button.clicked.connect(self.leave_chosen)
        inside = QWidget()
        inside.setObjectName("end_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(14))
        column.addStretch(1)
        for widget in (self.title, self.done, self.summary, self._questions):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(2)
        scroll = QScrollArea()
        scroll.setObjectName("end_scroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _label(self, text: str) -> ScaledLabel:
        label = ScaledLabel(self._theme, text, share=0.028, kind="body")
        label.setContentsMargins(0, self._theme.px(8), 0, 0)
        return label

    def _add_question(self, question: str) -> PainScale:
        """Add a scale before the note, after the questions that are there."""
        scale = PainScale(self._theme, self._words, question, large=True)
        ScaleKeys(scale, self._gate).enter_pressed.connect(self.submit)
        place = len(self._during) * 3 if hasattr(self, "note") else self._rows.count()
        self._rows.insertWidget(place, self._label(question))
        self._rows.insertWidget(place + 1, scale)
        return scale

    @Slot()
    def submit(self) -> None:
        """Save, or leave once it is saved."""
        (self.leave_chosen if self._is_saved else self.save_chosen).emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, and then leaves; F and G tick for the exercise whose question has the keyboard."""
        if not self._gate.lets_through(event):
            event.accept()
        elif event.key() in ENTER:
            self.submit()
        elif not is_foreign(event) and self._take_tick(event.key()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _take_tick(self, key: int) -> bool:
        focus: QWidget | None = self.focusWidget()
        if focus is None:
            return False
        return any(
            ticks.take_key(key)
            for _, scale, ticks in self._during
            if scale.isAncestorOf(focus) or ticks.isAncestorOf(focus)
        )


def _answer(scale: PainScale) -> Answer:
    return NoAnswer.MISSING if scale.value is None else scale.value

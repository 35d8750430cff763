"""Asks how bad the pain is, in the middle of a session: 0 to 10, or left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.session_state import Said
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.key_gate import ENTER, KeyGate
from ankle_coach.ui.pages.player_controls import is_foreign
from ankle_coach.ui.pages.player_text import PlayerText
from ankle_coach.ui.pages.player_ticks import PlayerTicks
from ankle_coach.ui.pages.scale_keys import ScaleKeys, focus_scale
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.key_button import KeyButton
from ankle_coach.ui.widgets.pain_scale import PainScale


class PlayerAsk(QWidget):
    """One question with a scale and two ticks. Digits choose; Enter goes on, with or without an answer."""

    answered = Signal(object)
    canceled = Signal()
    more_chosen = Signal()

    def __init__(self, theme: Theme, words: Words, gate: KeyGate, parent: QWidget | None = None) -> None:
        """Make an empty question.

        Args:
            theme: The look.
            words: The reader's language.
            gate: Knows which keys were still meant for the step before.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._gate = gate
        self._theme, self._words = theme, words
        self._can_cancel = False
        self.question = PlayerText(theme, "ask_question", share=0.06, kind="title", style="cue")
        self.hint = PlayerText(theme, "ask_hint", share=0.034, kind="body", style="muted")
        self.scale = PainScale(theme, words, words.gettext("Pain"), large=True)
        self.scale.setObjectName("ask_scale")
        self.ticks = PlayerTicks(words)
        self._build()
        self._connect()

    def ask_during(self, exercise: str, *, can_add_set: bool = False, of_run: bool = False) -> None:
        """Ask for the worst pain during an exercise that has just ended.

        Args:
            exercise: Its name.
            can_add_set: Whether one more set is offered instead.
            of_run: Whether it was a run, so that a limp is asked too.
        """
        self.ticks.ask_limp(asked=of_run)
        question = self._words.gettext("Pain during {exercise}?").format(exercise=exercise)
        self._ask_anew(question, "", self._words.gettext("Go on"), can_cancel=False)
        self.more_button.setVisible(can_add_set)

    def ask_how_bad(self, exercise: str, *, of_run: bool = False) -> None:
        """Ask how bad the pain is that ends an exercise; Escape takes the question back.

        Args:
            exercise: Its name.
            of_run: Whether it is a run, so that a limp is asked too.
        """
        self.ticks.ask_limp(asked=of_run)
        words = self._words
        ends = words.gettext("{exercise} ends here; what you did of it counts.").format(exercise=exercise)
        question = words.gettext("How bad is the pain?")
        self._ask_anew(question, ends, words.gettext("End exercise"), can_cancel=True)

    def _ask_anew(self, question: str, then: str, confirm: str, *, can_cancel: bool) -> None:
        scale = self._words.gettext("0 is no pain, 10 the worst you can imagine.")
        self.question.setText(question)
        self.hint.setText(f"{scale} {then}".strip())
        self._confirm, self._can_cancel = confirm, can_cancel
        self.cancel_button.setVisible(can_cancel)
        self.more_button.hide()
        self.scale.set_value(None)
        self.ticks.clear()
        self._refresh()
        self._gate.close()
        self.take_focus()

    def take_focus(self) -> None:
        """Let the keyboard answer."""
        focus_scale(self.scale)

    @property
    def answer(self) -> Said:
        """The number, or missing, and what was ticked."""
        return Said(NoAnswer.MISSING if self.scale.value is None else self.scale.value, self.ticks.ticks)

    @Slot()
    def submit(self) -> None:
        """Give the answer, or none."""
        self.answered.emit(self.answer)

    def _build(self) -> None:
        words = self._words
        self._confirm = words.gettext("Go on")
        self.go_button = KeyButton("", words.pgettext("key", "Enter"), kind="primary")
        self.go_button.setObjectName("ask_go")
        self.cancel_button = KeyButton(words.gettext("Cancel"), words.pgettext("key", "Esc"))
        self.cancel_button.setObjectName("ask_cancel")
        self.more_button = KeyButton(words.gettext("One more set"), "E")
        self.more_button.setObjectName("ask_more")
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.go_button, self.cancel_button, self.more_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addStretch(2)
        for label in (self.question, self.hint):
            column.addWidget(label)
        column.addSpacing(10)
        column.addWidget(self.scale)
        column.addWidget(self.ticks)
        column.addSpacing(18)
        column.addLayout(buttons)
        column.addStretch(3)

    def _connect(self) -> None:
        ScaleKeys(self.scale, self._gate).enter_pressed.connect(self.submit)
        self.scale.value_changed.connect(self._refresh)
        self.ticks.changed.connect(self._refresh)
        self.go_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.canceled)
        self.more_button.clicked.connect(self.more_chosen)

    @Slot()
    def _refresh(self) -> None:
        answered = self.scale.value is not None or bool(self.ticks.ticks)
        self.go_button.set_label(self._confirm if answered else self._words.gettext("Skip"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the answer, F and G tick, Escape takes the question back where it can be."""
        if not self._gate.lets_through(event):
            event.accept()
        elif event.key() in ENTER:
            self.submit()
        elif event.key() == Qt.Key.Key_Escape and self._can_cancel:
            self.canceled.emit()
        elif not is_foreign(event) and self.ticks.take_key(event.key()):
            event.accept()
        else:
            super().keyPressEvent(event)

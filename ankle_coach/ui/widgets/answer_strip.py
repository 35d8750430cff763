"""A question's possible answers side by side, of which none is chosen before the person chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QWidget

from ankle_coach.ui.first_flags import CLICK_FOCUS, STRONG_FOCUS, reach_by
from ankle_coach.ui.widgets.flow_layout import FlowLayout


def _step(pressed: int) -> int:
    """Return which way an arrow goes; 0 for any other key."""
    key = QtCore.Qt.Key
    steps: dict[int, int] = {key.Key_Right: 1, key.Key_Down: 1, key.Key_Left: -1, key.Key_Up: -1}
    return steps.get(pressed, 0)


class AnswerStrip(QFrame):
    """Answers of which one or none holds; one stop of the Tab key.

    Arrows go from answer to answer, Space chooses, the first letter of an answer chooses it and goes on to
    the next question, Delete takes the answer back, as does choosing it again.

    Signals:
        answered: The key of the answer, or None where it was taken back.
        went_on: A letter answered, and the keys left for what comes next.
    """

    answered = Signal(object)
    went_on = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Make a strip without an answer.

        Args:
            name: What is asked, for a screen reader.
            choices: Each answer's key and its words.
            parent: Qt owner.

        Raises:
            ValueError: There is nothing to choose from.
        """
        super().__init__(parent)
        if not choices:
            raise ValueError("a question needs an answer")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._buttons: dict[str, QToolButton] = {}
        self._letters: dict[str, str] = {}
        self._value: str | None = None
        row = FlowLayout(self, spacing=6)
        for key, text in choices:
            self._buttons[key] = self._choice_button(key, text, name)
            self._letters.setdefault(text[:1].lower(), key)
            row.addWidget(self._buttons[key])
        self._refresh()

    @property
    def value(self) -> str | None:
        """The key of the answer; None without one."""
        return self._value

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all answers, in order."""
        return tuple(self._buttons)

    def set_value(self, key: str | None) -> None:
        """Choose an answer, or none; tells `answered` if it is another than before.

        Raises:
            KeyError: There is no such answer.
        """
        if key is not None and key not in self._buttons:
            raise KeyError(key)
        if key == self._value:
            return
        self._value = key
        self._refresh()
        self.answered.emit(key)

    def show_value(self, key: str | None) -> None:
        """Show an answer without telling anybody."""
        with QSignalBlocker(self):
            self.set_value(key)

    def take_focus(self) -> None:
        """Put the keys at the answer, or at the first one where there is none."""
        first = self._value or next(iter(self._buttons))
        self._buttons[first].setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def _choice_button(self, key: str, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text.replace("&", "&&"))
        button.setObjectName(f"answer_{key}")
        button.setAccessibleName(f"{name}: {text}")
        button.setCheckable(True)
        button.installEventFilter(self)
        button.clicked.connect(lambda _checked=False: self._toggle(key))
        return button

    def _toggle(self, key: str) -> None:
        self.set_value(None if key == self._value else key)
        self._refresh()

    def _refresh(self) -> None:
        first = self._value or next(iter(self._buttons))
        for key, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setChecked(key == self._value)
            reached = key == first
            reach_by(button, STRONG_FOCUS if reached else CLICK_FOCUS)

    def _go(self, watched: QObject, step: int) -> None:
        buttons = list(self._buttons.values())
        place = next((number for number, button in enumerate(buttons) if button is watched), 0)
        buttons[max(0, min(len(buttons) - 1, place + step))].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows go along, letters answer, and Delete take back."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            letter = self._letters.get(event.text().lower()) if event.text() else None
            if _step(key):
                self._go(watched, _step(key))
                return True
            if key in (QtCore.Qt.Key.Key_Delete, QtCore.Qt.Key.Key_Backspace):
                self.set_value(None)
                return True
            if letter is not None:
                self.set_value(letter)
                self._buttons[letter].setFocus()
                self.focusNextPrevChild(True)
                self.went_on.emit()
                return True
        return super().eventFilter(watched, event)

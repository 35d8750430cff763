"""A question's possible answers side by side, of which none is chosen before the person chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.ui.widgets.choice_strip import ChoiceStrip, arrow_step
from ankle_coach.ui.widgets.flow_layout import FlowLayout


class AnswerStrip(ChoiceStrip):
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
        super().__init__(name, parent)
        if not choices:
            raise ValueError("a question needs an answer")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._letters: dict[str, str] = {}
        self._value: str | None = None
        row = FlowLayout(self, spacing=6)
        for key, text in choices:
            button = self._add_button(key, text.replace("&", "&&"), f"answer_{key}")
            button.setAccessibleName(f"{name}: {text}")
            button.clicked.connect(lambda _checked=False, key=key: self._toggle(key))
            self._letters.setdefault(text[:1].lower(), key)
            row.addWidget(button)
        self._refresh()

    @property
    def value(self) -> str | None:
        """The key of the answer; None without one."""
        return self._value

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

    def _toggle(self, key: str) -> None:
        self.set_value(None if key == self._value else key)
        self._refresh()

    def _refresh(self) -> None:
        self._show_chosen(self._value, self._value or self.keys[0])

    def _go(self, watched: QObject, step: int) -> None:
        key = next((key for key, button in self._buttons.items() if button is watched), self.keys[0])
        self._buttons[self._beside(key, step)].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows go along, letters answer, and Delete take back."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            letter = self._letters.get(event.text().lower()) if event.text() else None
            if arrow_step(key):
                self._go(watched, arrow_step(key))
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

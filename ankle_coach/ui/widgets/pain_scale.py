"""A scale of 0 to 10 to answer with, for pain and for effort; not answered is an answer of its own."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.first_flags import CLICK_FOCUS, STRONG_FOCUS, reach_by
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

_HIGHEST = 10


def _step(pressed: int) -> int:
    """Return by how much an arrow changes the number; 0 for any other key."""
    key = QtCore.Qt.Key
    steps: dict[int, int] = {key.Key_Right: 1, key.Key_Up: 1, key.Key_Left: -1, key.Key_Down: -1}
    return steps.get(pressed, 0)


class _NumberButton(QToolButton):
    """One answer; its scale takes the keys. A filter of events would be asked about every event."""

    def __init__(self, scale: PainScale) -> None:
        super().__init__(scale)
        self._scale = scale

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() or not self._scale.take_key(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not QtCore.Qt.FocusReason.OtherFocusReason:  # which is the scale's own
            self._scale.forget_typing()
        super().focusOutEvent(event)


class PainScale(QWidget):
    """Eleven buttons in a row. The value is 0 to 10, or None while not answered.

    Arrows move by one, digits choose (1 and then 0 give 10), Backspace and
    Delete clear, and so does a click on the chosen number.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        name: str = "",
        *,
        compact: bool = False,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an unanswered scale.

        Args:
            theme: The look.
            words: The reader's language.
            name: What is asked, such as "Pain" or "Effort"; each button is named with it.
            compact: Smaller buttons, and no words beside them.
            large: Buttons to be read from afar, as in the player.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._name = name or words.gettext("Pain")
        self._compact = compact
        self._large = large
        self.setProperty("large", large)
        self._value: int | None = None
        self._typed_one = False
        self.setAccessibleName(self._name)
        self._build()
        self._connect()
        self._resize_buttons()
        self._refresh()

    @property
    def value(self) -> int | None:
        """The answer, 0 to 10, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show an answer; tells `value_changed` if it is another than before.

        Raises:
            ValueError: The value is not 0 to 10.
        """
        if value is not None and not 0 <= value <= _HIGHEST:
            raise ValueError(f"{value} is not from 0 to {_HIGHEST}")
        changed = value != self._value
        self._value = value
        self._refresh()
        if changed:
            self.value_changed.emit(value)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 if self._compact else 5)
        self._buttons = [self._number_button(number) for number in range(_HIGHEST + 1)]
        for button in self._buttons:
            row.addWidget(button, 100 if self._large else 0)
        if not self._compact:
            self._build_words(row)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _build_words(self, row: QHBoxLayout) -> None:
        self._state = TextLabel("", "small", wraps=False)
        self._state.setObjectName("scale_state")
        self._clear = QPushButton(self._words.gettext("Clear"))
        self._clear.setObjectName("scale_clear")
        self._clear.setProperty("kind", "link")
        self._clear.setAccessibleName(self._words.gettext("Clear: {name}").format(name=self._name))
        self._clear.clicked.connect(self._on_clear_clicked)
        if self._large:  # Tab goes from question to question; Backspace clears
            reach_by(self._clear, CLICK_FOCUS)
        row.addSpacing(8)
        row.addWidget(self._state)
        row.addWidget(self._clear)

    def _number_button(self, number: int) -> QToolButton:
        button = _NumberButton(self)
        button.setText(str(number))
        button.setObjectName(f"scale_{number}")
        button.setCheckable(True)
        spoken = self._words.gettext("{name} {number} of 10").format(name=self._name, number=number)
        button.setAccessibleName(spoken)
        return button

    def _connect(self) -> None:
        group = QButtonGroup(self)
        group.setExclusive(False)
        for number, button in enumerate(self._buttons):
            group.addButton(button, number)
        group.idClicked.connect(self._on_group_id_clicked)
        self._theme.theme_changed.connect(self._resize_buttons)

    def _refresh(self) -> None:
        for number, button in enumerate(self._buttons):
            chosen = number == self._value
            with QSignalBlocker(button):
                button.setChecked(chosen)
            reached = chosen or (self._value is None and number == 0)
            reach_by(button, STRONG_FOCUS if reached else CLICK_FOCUS)
        answered = self._value is not None
        if not self._compact:
            self._state.setText("" if answered else self._words.gettext("Not answered"))
            set_shown(self._state, not answered)
            set_shown(self._clear, answered)
        self.setAccessibleDescription("" if answered else self._words.gettext("Not answered"))

    @Slot()
    def _resize_buttons(self) -> None:
        side = self._theme.px(26 if self._compact else 32)
        for button in self._buttons:
            if self._large:
                button.setMinimumWidth(side)
                button.setMaximumWidth(self._theme.px(84))
                button.setFixedHeight(self._theme.px(56))
                button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            else:
                button.setFixedSize(side, side if self._compact else self._theme.px(34))

    @Slot(int)
    def _on_group_id_clicked(self, number: int) -> None:
        self.set_value(None if number == self._value else number)

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.set_value(None)
        self._buttons[0].setFocus()

    def forget_typing(self) -> None:
        """Let a 0 that is typed next stand for itself, not for the end of a 10."""
        self._typed_one = False

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by a key on any button; return whether it was meant for the scale."""
        step = _step(event.key())
        typed = event.text()
        after_one, self._typed_one = self._typed_one, typed == "1"
        if step:
            start = self._value if self._value is not None else (-1 if step > 0 else 1)
            self.set_value(max(0, min(_HIGHEST, start + step)))
        elif typed.isascii() and typed.isdigit():
            self.set_value(_HIGHEST if typed == "0" and after_one and self._value == 1 else int(typed))
        elif event.key() in (QtCore.Qt.Key.Key_Backspace, QtCore.Qt.Key.Key_Delete):
            self.set_value(None)
        else:
            return False
        self._buttons[self._value or 0].setFocus()
        return True

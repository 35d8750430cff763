"""A number to type or to step, which may be left out; left out is not zero."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.field_inset import FieldInset
from ankle_coach.ui.widgets.wheel_guard import WheelGuard


class NumberField(QSpinBox):
    """A whole number from 0, or no answer. Delete takes the number back."""

    number_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        name: str,
        most: int,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a field without an answer.

        Args:
            theme: The look.
            words: The reader's language.
            name: What is asked, for a screen reader.
            most: The highest number.
            unit: Stands after the number.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setRange(-1, most)
        self.setValue(-1)
        self.setSpecialValueText(words.gettext("not answered"))
        self.setSuffix(f" {unit}" if unit else "")
        self.setAccessibleName(name)
        self.setFixedWidth(theme.px(180))
        FieldInset(self, theme)
        WheelGuard(self)
        self.valueChanged.connect(self._on_value_changed)

    @property
    def number(self) -> int | None:
        """The number; None without an answer."""
        return None if self.value() < 0 else self.value()

    def show_number(self, number: float | None) -> None:
        """Show a number, or no answer, without telling anybody."""
        with QSignalBlocker(self):
            self.setValue(-1 if number is None else round(number))

    @Slot(int)
    def _on_value_changed(self, _value: int) -> None:
        self.number_changed.emit(self.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin anew with the first figure where there is no answer, and take it back with Delete."""
        if event.text().isdigit() and self.value() < 0:
            self.setValue(int(event.text()))
            self.lineEdit().setCursorPosition(len(event.text()))
            return
        if Qt.Key(event.key()) is Qt.Key.Key_Delete:
            self.setValue(-1)
            return
        super().keyPressEvent(event)

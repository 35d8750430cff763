"""A number between a minus and a plus: to step with a click, to type, or to step with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QFrame, QHBoxLayout, QToolButton, QWidget

from ankle_coach.domain.dose_fields import Range
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.history_keys import HistoryKeys
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_WIDTH = 56
_BUTTON = 28
_EDGE = 2
_PLACES_TEXT = frozenset(
    {
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Polish,
        QEvent.Type.StyleChange,
        QEvent.Type.FontChange,
        QEvent.Type.LayoutDirectionChange,
        QEvent.Type.LocaleChange,
    }
)
"""Events on which Qt places the text of a spin box."""


class PlainSpinBox(QDoubleSpinBox):
    """Shows a number without zeros behind the point."""

    def textFromValue(self, value: float) -> str:
        """Return 60 as "60", and 7.5 with the point of the system's language."""
        return f"{value:g}".replace(".", self.locale().decimalPoint())

    def event(self, event: QEvent) -> bool:
        """Give the text the whole field: a styled one keeps room for buttons that it does not have."""
        done = super().event(event)
        if event.type() in _PLACES_TEXT:
            self.lineEdit().setGeometry(self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))
        return done


class Stepper(QFrame):
    """A number with its unit. `value_changed` tells what the person chose, not what was shown."""

    value_changed = Signal(float)
    edited = Signal()
    """Typing is over, or a step was made and the field left."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        name: str,
        span: Range,
        *,
        suffix: str = "",
        special: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a stepper at its least value.

        Args:
            theme: The look.
            words: The reader's language.
            name: What is counted, for a screen reader.
            span: What it may be, and how far a step goes.
            suffix: Stands after the number, with its space.
            special: Stands in place of the least value; empty for the number itself.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._box = PlainSpinBox()
        self._box.setObjectName("value")
        self._box.setAccessibleName(name)
        self._box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self._box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._box.setDecimals(2)
        self._box.setSingleStep(span.step)
        self._box.setSuffix(suffix)
        self._box.setSpecialValueText(special)
        self._box.setRange(span.least, span.most)
        WheelGuard(self._box)
        HistoryKeys(self._box)
        self._less = self._button("less", words.gettext("Less: {name}").format(name=name))
        self._more = self._button("more", words.gettext("More: {name}").format(name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        row.addWidget(self._less)
        row.addWidget(self._box, 1)
        row.addWidget(self._more)
        self._less.clicked.connect(self._box.stepDown)
        self._more.clicked.connect(self._box.stepUp)
        self._box.valueChanged.connect(self._on_box_value_changed)
        self._box.editingFinished.connect(self.edited)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def value(self) -> float:
        """The number in view."""
        return self._box.value()

    @property
    def box(self) -> QDoubleSpinBox:
        """The field that is typed in."""
        return self._box

    def show_value(self, value: float) -> None:
        """Show a number without telling anybody; what is being typed stays as it is where it means that."""
        if value != self._box.value():
            with QSignalBlocker(self._box):
                self._box.setValue(value)
        self._refresh()

    def set_range(self, least: float, most: float) -> None:
        """Change what is possible, without telling anybody."""
        if (least, most) != (self._box.minimum(), self._box.maximum()):
            with QSignalBlocker(self._box):
                self._box.setRange(least, most)

    def _button(self, name: str, told: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(told)
        button.setToolTip(told)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows step, so that Tab stops once
        return button

    def _refresh(self) -> None:
        self._less.setEnabled(self._box.value() > self._box.minimum())
        self._more.setEnabled(self._box.value() < self._box.maximum())

    @Slot(float)
    def _on_box_value_changed(self, value: float) -> None:
        self._refresh()
        self.value_changed.emit(value)

    @Slot()
    def _on_theme_changed(self) -> None:
        for button, icon in ((self._less, "minus"), (self._more, "plus")):
            button.setIcon(self._theme.icon(icon, "button_text", size=16))
            button.setFixedSize(self._theme.px(_BUTTON), self._theme.px(_BUTTON))
            button.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        self._box.setMinimumWidth(self._theme.px(_WIDTH))
        self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys to the number. With a focus proxy Tab would come to it twice, out of its turn."""
        super().focusInEvent(event)
        self._box.setFocus(event.reason())

"""A slider of percents with its value in words beside it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_LENGTH, _HIGH = 220, 22


class PercentSlider(QWidget):
    """Tells `value_moved` with every value on the way, and `value_settled` where the slider is let go."""

    value_moved = Signal(int)
    value_settled = Signal(int)

    def __init__(
        self, theme: Theme, words: Words, least: int, most: int, step: int, parent: QWidget | None = None
    ) -> None:
        """Make a slider at its lowest value.

        Args:
            theme: The look.
            words: The reader's language.
            least: The lowest value in percent.
            most: The highest.
            step: What an arrow key adds or takes.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(least, most)
        self._slider.setSingleStep(step)
        self._slider.setPageStep(2 * step)
        WheelGuard(self._slider)
        self._number = TextLabel("", wraps=False)
        self._number.setObjectName("percent")
        self._number.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._slider, 1)
        row.addWidget(self._number)
        self.setFocusProxy(self._slider)
        self._slider.valueChanged.connect(self._on_slider_value_changed)
        self._slider.sliderReleased.connect(self._on_slider_released)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._show_number()

    @property
    def slider(self) -> QSlider:
        """The slider itself."""
        return self._slider

    @property
    def number(self) -> QLabel:
        """The value in words."""
        return self._number

    @property
    def value(self) -> int:
        """The value in percent."""
        return self._slider.value()

    def set_value(self, value: int) -> None:
        """Show a value; tells nobody."""
        with QSignalBlocker(self._slider):
            self._slider.setValue(value)
        self._show_number()

    def _show_number(self) -> None:
        self._number.setText(self._words.pgettext("percent", "{n} %").format(n=self.value))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._slider.setMinimumSize(self._theme.px(_LENGTH), self._theme.px(_HIGH))
        self._number.setMinimumWidth(self._theme.px(48))

    @Slot(int)
    def _on_slider_value_changed(self, value: int) -> None:
        self._show_number()
        self.value_moved.emit(value)
        if not self._slider.isSliderDown():
            self.value_settled.emit(value)

    @Slot()
    def _on_slider_released(self) -> None:
        self.value_settled.emit(self.value)

    def setAccessibleName(self, name: str) -> None:
        """Name the slider itself, which is what has the focus."""
        super().setAccessibleName(name)
        self._slider.setAccessibleName(name)

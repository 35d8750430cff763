"""A panel under a button in which a frequency is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.frequency_editor import FrequencyEditor

_MARGIN = 14
_NARROWEST = 300


class FrequencyPanel(QFrame):
    """A popup with a frequency's fields; it grows and shrinks with what they ask for. Closing deletes it."""

    frequency_changed = Signal(object)

    def __init__(self, theme: Theme, words: Words, owner: QWidget, *, own: bool = False) -> None:
        """Make a panel that is not shown yet.

        Args:
            theme: The look.
            words: The reader's language.
            owner: What it belongs to.
            own: Whether it may also be that of the group, told as None.
        """
        super().__init__(owner, Qt.WindowType.Popup)
        self.setObjectName("frequency_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(_NARROWEST))
        self._editor = FrequencyEditor(theme, words, own=own)
        self._editor.frequency_changed.connect(self.frequency_changed)
        self._editor.frequency_changed.connect(self._on_editor_frequency_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self._editor)

    def show_frequency(self, frequency: Frequency) -> None:
        """Show what holds, before it is changed."""
        self._editor.show_frequency(frequency)

    def open_under(self, button: QWidget) -> None:
        """Show it below a button, with the keyboard in it."""
        self.move(button.mapToGlobal(QPoint(0, button.height() + 4)))
        self.show()
        self._editor.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _on_editor_frequency_changed(self) -> None:
        self.adjustSize()

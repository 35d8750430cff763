"""A few choices in one strip, of which one holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ankle_coach.ui.widgets.choice_strip import ChoiceStrip, arrow_step
from ankle_coach.ui.widgets.flow_layout import FlowLayout


class SegmentedControl(ChoiceStrip):
    """Choices side by side. Arrows move the choice; it is one stop of the Tab key."""

    current_changed = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        """Make a strip with the first choice chosen.

        Args:
            name: What is chosen, for a screen reader.
            choices: Each choice's key and its words.
            parent: Qt owner.
            wraps: Whether choices go on in the next line where there is no room.

        Raises:
            ValueError: There is nothing to choose from.
        """
        super().__init__(name, parent)
        if not choices:
            raise ValueError("a segmented control needs a choice")
        fixed, least = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        self.setSizePolicy(QSizePolicy.Policy.Preferred if wraps else fixed, least if wraps else fixed)
        self.setProperty("dense", wraps)
        row = FlowLayout(self) if wraps else QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, text in choices:
            button = self._add_button(key, text, f"choice_{key}")
            button.setAccessibleName(f"{name}: {text}")
            button.clicked.connect(lambda _checked=False, key=key: self.set_current(key))
            row.addWidget(button)
        self._current = choices[0][0]
        self._show_chosen(self._current, self._current)

    @property
    def current(self) -> str:
        """The key of the choice."""
        return self._current

    def set_current(self, key: str) -> None:
        """Choose; tells `current_changed` if it is another than before.

        Raises:
            KeyError: There is no such choice.
        """
        if key not in self._buttons:
            raise KeyError(key)
        changed = key != self._current
        self._current = key
        self._show_chosen(self._current, self._current)
        if changed:
            self.current_changed.emit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move the choice."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = arrow_step(event.key())
            if step:
                target = self._beside(self._current, step)
                self.set_current(target)
                self._buttons[target].setFocus()
                return True
        return super().eventFilter(watched, event)

"""One setting: what it is called, what it does, and the control that changes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wrap_row import WrapRow

_NEEDS = 600


class SettingsRow(WrapRow):
    """Words at the left and a control at the right, one under the other where room is short."""

    def __init__(self, theme: Theme, name: str, hint: str, control: QWidget, *, needs: int = _NEEDS) -> None:
        """Make a row. The control is named and described for a screen reader.

        Args:
            theme: The look.
            name: What is set.
            hint: What it does; none where empty.
            control: Changes it.
            needs: The width to stand side by side in, in pixels at 100 % text.
        """
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addStretch(1)
        label = TextLabel(name, "strong")
        label.setBuddy(control)
        column.addWidget(label)
        if hint:
            column.addWidget(TextLabel(hint, "muted"))
        column.addStretch(1)
        super().__init__(theme, texts, control, needs=needs)
        self._row.setAlignment(control, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        control.setAccessibleName(name)
        control.setAccessibleDescription(hint)

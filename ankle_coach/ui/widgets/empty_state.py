"""What stands where there is nothing yet: why, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown


class EmptyState(QWidget):
    """An icon, a sentence, and a button where something can be done."""

    action_triggered = Signal()

    def __init__(
        self, theme: Theme, icon: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        """Make an empty state.

        Args:
            theme: The look.
            icon: The icon's name.
            sentence: Why there is nothing here.
            action: The button's words; no button where empty.
            parent: Qt owner.
        """
        super().__init__(parent)
        label = TextLabel(sentence, "muted")
        label.setObjectName("empty_sentence")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton(action)
        self._button.setObjectName("empty_action")
        self._button.setProperty("kind", "primary")
        set_shown(self._button, bool(action))
        self._button.clicked.connect(self.action_triggered)
        if action:
            self.setFocusProxy(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 28, 24, 28)
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(IconView(theme, icon, "border_strong", 44), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

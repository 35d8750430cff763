"""A message that lies over the window for a moment and stops nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ankle_coach.ui.widgets.text_label import TextLabel

_BOTTOM = 28


class Toast(QFrame):
    """One message at a time, at the foot of its host. With a button, such as Undo, it stays longer."""

    action_triggered = Signal()

    def __init__(self, host: QWidget) -> None:
        """Make a hidden toast.

        Args:
            host: The window or page that it lies over; owns it.
        """
        super().__init__(host)
        self._host = host
        self._label = TextLabel("", wraps=False)
        self._label.setObjectName("toast_text")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton()
        self._button.setObjectName("toast_action")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 12, 10)
        row.setSpacing(14)
        row.addWidget(self._label)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide_message)
        self._button.clicked.connect(self._on_button_clicked)
        host.installEventFilter(self)
        self.hide()

    @property
    def message(self) -> str:
        """The message in view; empty while hidden."""
        return "" if self.isHidden() else self._label.text()

    def show_message(self, text: str, action: str = "") -> None:
        """Show a message in place of any other.

        Args:
            text: What happened.
            action: The button's words; no button where empty.
        """
        self._label.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._place()
        self._timer.start(10_000 if action else 5_000)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @Slot()
    def hide_message(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self.hide()

    def _place(self) -> None:
        self.adjustSize()
        left = (self._host.width() - self.width()) // 2
        self.move(max(8, left), self._host.height() - self.height() - _BOTTOM)

    @Slot()
    def _on_button_clicked(self) -> None:
        self.hide_message()
        self.action_triggered.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the host's foot."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

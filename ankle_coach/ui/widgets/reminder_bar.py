"""Reminders at the foot of the window, where the desktop has no tray: one line each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner


class ReminderBar(QFrame):
    """Takes no room while there is nothing to remind of.

    Signals:
        opened: The person wants to see Today.
    """

    opened = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty bar."""
        super().__init__(parent)
        self.setObjectName("reminder_bar")
        self._theme, self._words = theme, words
        self._lines: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(6)
        self.hide()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the reminders in view, the oldest first."""
        return tuple(self._lines)

    def tell(self, kind: str, title: str, sentence: str) -> None:
        """Show a reminder in place of another of its kind."""
        self.withdraw(kind)
        words = self._words
        banner = Banner(self._theme, words, "info", sentence, word=title, action=words.gettext("Open Today"))
        banner.setObjectName(f"reminder_{kind}")
        banner.action_triggered.connect(lambda: self._follow(kind))
        later = QPushButton(words.gettext("Put away"))
        later.setObjectName("put_away")
        later.setAccessibleName(words.gettext("Put away: {title}").format(title=title))
        later.clicked.connect(lambda: self.withdraw(kind))
        row = banner.layout()
        assert isinstance(row, QHBoxLayout)
        row.addWidget(later)
        self._lines[kind] = banner
        self._column.addWidget(banner)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {sentence}"))

    def withdraw(self, kind: str) -> None:
        """Take a reminder away; nothing happens where there is none."""
        line = self._lines.pop(kind, None)
        if line is None:
            return
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.setVisible(bool(self._lines))

    def _follow(self, kind: str) -> None:
        self.withdraw(kind)
        self.opened.emit()

"""The button that leads to files: open one, save the plan or the journal as one, enter a filled sheet."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ankle_coach.domain.words import Words


class FileAction(StrEnum):
    """What can be done with files."""

    OPEN = "open"
    SEND_PLAN = "send-plan"
    SEND_NAMED_PLAN = "send-named-plan"
    SEND_JOURNAL = "send-journal"
    SEND_LIBRARY = "send-library"
    ENTER_SHEET = "enter-sheet"
    REPORT = "report"
    SEND_TABLES = "send-tables"
    SEND_CALENDAR = "send-calendar"
    BACK_UP = "back-up"
    RESTORE = "restore"


class FileMenu(QPushButton):
    """Tells `action_chosen` with one of `FileAction`."""

    action_chosen = Signal(str)

    def __init__(self, words: Words, actions: Sequence[FileAction], parent: QWidget | None = None) -> None:
        """Make a button.

        Args:
            words: The reader's language.
            actions: What it offers, in this order.
            parent: Qt owner.
        """
        super().__init__(words.gettext("Files"), parent)
        self.setObjectName("file_menu")
        self.setToolTip(words.gettext("Open a plan or journal, or save one as a file"))
        menu = QMenu(self)
        for action in actions:
            item = menu.addAction(action_words(action, words))
            item.setObjectName(f"file_{action.value}")
            item.triggered.connect(lambda _=False, action=action: self.action_chosen.emit(action.value))
        self.setMenu(menu)


def action_words(action: FileAction, words: Words) -> str:
    """Return what an action is called."""
    return {
        FileAction.OPEN: words.gettext("Open a plan, journal or library file… (Ctrl+O)"),
        FileAction.SEND_PLAN: words.gettext("Save the plan as a file…"),
        FileAction.SEND_NAMED_PLAN: words.gettext("Save the plan with the name as a file…"),
        FileAction.SEND_JOURNAL: words.gettext("Save the journal as a file…"),
        FileAction.SEND_LIBRARY: words.gettext("Save own exercises and templates as a file…"),
        FileAction.ENTER_SHEET: words.gettext("Enter a filled sheet…"),
        FileAction.REPORT: words.gettext("Report of the last 4 weeks…"),
        FileAction.SEND_TABLES: words.gettext("Save the journal as tables (CSV)…"),
        FileAction.SEND_CALENDAR: words.gettext("Save the coming 4 weeks for a calendar…"),
        FileAction.BACK_UP: words.gettext("Back up the journal…"),
        FileAction.RESTORE: words.gettext("Restore a backup…"),
    }[action]

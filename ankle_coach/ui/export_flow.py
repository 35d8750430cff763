"""What leaves for other programs, and backups of the whole journal: written and chosen over a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from ankle_coach.domain.backup_facts import BackupFacts, amounts
from ankle_coach.domain.date_words import full_date
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.file_names import write_where
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.file_menu import FileAction

if TYPE_CHECKING:
    from datetime import date

    from ankle_coach.services.export_service import ExportService
    from ankle_coach.services.ports import Backups

BACKUP_SUFFIX = ".sqlite3"


class ExportFlow(QObject):
    """Asks for files and writes them; a restore is only asked for here, for the journal is open.

    Signals:
        said: A sentence for the person: what was done, or why it could not be.
        restore_wanted: The path of a backup that is to take the journal's place, as the person confirmed.
    """

    said = Signal(str)
    restore_wanted = Signal(str)

    def __init__(
        self,
        exports: ExportService,
        backups: Backups,
        today: Callable[[], date],
        on_ice: Callable[[], bool],
        theme: Theme,
        words: Words,
        window: QWidget,
    ) -> None:
        """Stand over a window.

        Args:
            exports: Writes tables and calendars.
            backups: Writes backups and looks at them.
            today: Tells the training day, which a backup is named after.
            on_ice: Tells whether ice is on the skin: the journal that watches it is not replaced then.
            theme: The look.
            words: The reader's language.
            window: The window to stand over.
        """
        super().__init__(window)
        self._exports, self._backups, self._today, self._on_ice = exports, backups, today, on_ice
        self._theme, self._words, self._window = theme, words, window
        self._wanted = ""

    def actions(self) -> Mapping[FileAction, Callable[[], None]]:
        """Return what it does of the menu of files."""
        return {
            FileAction.SEND_TABLES: self.send_tables,
            FileAction.SEND_CALENDAR: self.send_calendar,
            FileAction.BACK_UP: self.back_up,
            FileAction.RESTORE: self.choose_backup,
        }

    @Slot()
    def send_tables(self) -> None:
        """Write the journal as tables where the person says."""
        words = self._words
        name = words.gettext("My journal as tables")
        self._write(name, ".zip", lambda path: self._exports.send_tables(path, words))

    @Slot()
    def send_calendar(self) -> None:
        """Write the plan's coming weeks as a calendar where the person says."""
        words = self._words
        name = words.gettext("My sessions")
        self._write(name, ".ics", lambda path: self._exports.send_calendar(path, words))

    @Slot()
    def back_up(self) -> None:
        """Write the whole journal where the person says."""
        pattern = self._words.gettext("Ankle Coach backup {date}")
        name = pattern.format(date=self._today().isoformat())
        self._write(name, BACKUP_SUFFIX, self._backups.write)

    @Slot()
    def choose_backup(self) -> None:
        """Let the person choose a backup, and show what it holds before it replaces anything."""
        words = self._words
        if self._on_ice():
            self.said.emit(words.gettext("Ice is on the skin. Take it off before you restore a backup."))
            return
        kinds = words.gettext("Backups of the journal ({patterns})").format(patterns=f"*{BACKUP_SUFFIX}")
        title, folder = words.gettext("Restore a backup"), str(self._backups.folder)
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        if name:
            self.confirm(Path(name))

    def confirm(self, source: Path) -> None:
        """Ask whether a backup is to take the journal's place."""
        try:
            facts = self._backups.look(source)
        except AnkleCoachError as error:
            self.said.emit(str(error))
            return
        words = self._words
        self._wanted = str(source)
        question = ConfirmDialog(
            self._theme,
            words,
            words.gettext("Restore this backup?"),
            self._question(source, facts),
            words.gettext("Restore and open again"),
            danger=True,
            parent=self._window,
        )
        question.accepted.connect(self._on_question_accepted)
        question.open()

    def _question(self, source: Path, facts: BackupFacts) -> str:
        words = self._words
        held = words.gettext("{file} holds {amounts}.").format(
            file=source.name, amounts=amounts(facts, words)
        )
        if facts.newest is not None:
            newest = words.gettext("{file} holds {amounts}; the newest entry is of {date}.")
            held = newest.format(
                file=source.name, amounts=amounts(facts, words), date=full_date(facts.newest, words)
            )
        replaced = words.gettext(
            "It takes the place of everything in this journal, of all persons; settings stay as they are. "
            "The window closes and opens again."
        )
        kept = words.gettext("The journal as it is now is kept first, in {folder}")
        return "\n\n".join((held, replaced, kept.format(folder=self._backups.folder)))

    @Slot()
    def _on_question_accepted(self) -> None:
        self.restore_wanted.emit(self._wanted)

    def _write(self, name: str, suffix: str, write: Callable[[Path], None]) -> None:
        sentence = write_where(self._window, self._words, name, suffix, write)
        if sentence:
            self.said.emit(sentence)

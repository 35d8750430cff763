"""Files in and out of the window: shown first and then taken in, and written where the person says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ankle_coach.domain.arrival import JournalArrival, LibraryArrival, PlanArrival
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError, NotFoundError
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.arrival_dialog import ArrivalDialog
from ankle_coach.ui.documents import documents_folder
from ankle_coach.ui.file_names import write_where
from ankle_coach.ui.main_window import FILE_SUFFIXES
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.file_menu import FileAction

if TYPE_CHECKING:
    from collections.abc import Callable

    from ankle_coach.domain.plan import Plan
    from ankle_coach.services.file_service import FileService
    from ankle_coach.services.paper_week_service import PaperWeekService
    from ankle_coach.ui.export_flow import ExportFlow


class FileFlow(QObject):
    """Opens the dialogs over a window.

    Signals:
        said: A sentence for the person: what was done, or why it could not be.
        taken: A file was taken in.
        restore_wanted: The path of a backup that is to take the journal's place.
    """

    said = Signal(str)
    taken = Signal()
    restore_wanted = Signal(str)

    def __init__(
        self,
        files: FileService,
        paper: PaperWeekService,
        plan: Callable[[], Plan | None],
        report: Callable[[QWidget], None],
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        window: QWidget,
    ) -> None:
        """Stand over a window.

        Args:
            files: Reads and writes.
            paper: Takes filled sheets in.
            plan: Tells the plan that is sent out.
            report: Opens the report over a window.
            theme: The look.
            words: The reader's language.
            hub: Is told of changes.
            window: The window to stand over.
        """
        super().__init__(window)
        self._files, self._paper, self._plan, self._report = files, paper, plan, report
        self._theme, self._words, self._hub, self._window = theme, words, hub, window
        self._dialog: ArrivalDialog | None = None
        self._exports: ExportFlow | None = None

    def lead_to(self, exports: ExportFlow) -> None:
        """Leave what goes to other programs, and backups, to another flow."""
        self._exports = exports
        exports.said.connect(self.said)
        exports.restore_wanted.connect(self.restore_wanted)

    @Slot(str)
    def act(self, action: str) -> None:
        """Do one of `FileAction`."""
        others = self._exports.actions() if self._exports is not None else {}
        own: dict[FileAction, Callable[[], None]] = {
            FileAction.OPEN: self.choose,
            FileAction.SEND_PLAN: self.send_plan,
            FileAction.SEND_NAMED_PLAN: lambda: self.send_plan(self._files.person_name()),
            FileAction.SEND_JOURNAL: self.send_journal,
            FileAction.SEND_LIBRARY: self.send_library,
            FileAction.ENTER_SHEET: self.enter_sheet,
            FileAction.REPORT: self.report,
        }
        (own | dict(others))[FileAction(action)]()

    @Slot()
    def enter_sheet(self) -> None:
        """Let a filled week be typed in."""
        from ankle_coach.ui.dialogs.paper_week_dialog import PaperWeekDialog  # noqa: PLC0415 - rarely opened

        library = self._files.library_with(())
        sheet = PaperWeekDialog(self._paper, library, self._theme, self._words, self._hub, self._window)
        sheet.week_saved.connect(self._on_sheet_week_saved)
        sheet.open()

    @Slot()
    def report(self) -> None:
        """Open the report of the last four weeks."""
        try:
            self._report(self._window)
        except AnkleCoachError as error:
            self.said.emit(str(error))

    @Slot()
    def choose(self) -> None:
        """Let the person choose a file, and show what is in it."""
        patterns = " ".join(f"*{suffix}" for suffix in FILE_SUFFIXES)
        kinds = self._words.gettext("Ankle Coach files ({patterns})").format(patterns=patterns)
        title, folder = self._words.gettext("Open a file"), str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Show what is in a file; it is taken in only when the person says so."""
        try:
            arrival = self._files.look(path)
        except AnkleCoachError as error:
            self.said.emit(str(error))
            return
        self._dialog = ArrivalDialog(arrival, self._files, self._theme, self._words, self._window)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()

    @Slot()
    def send_plan(self, person: str = "") -> None:
        """Write the present plan where the therapist or runner says.

        Args:
            person: The name that goes into the file and is offered for its own name; empty where it stays.
        """
        plan = self._plan()
        if plan is None:
            self.said.emit(self._words.gettext("There is no plan yet."))
            return
        offered = self._words.gettext("{plan} version {number}").format(plan=plan.name, number=plan.version)
        name = f"{person} {offered}" if person else offered
        self._send(name, ".ankleplan", lambda path: self._files.send_plan(plan, path, person=person))

    @Slot()
    def send_journal(self) -> None:
        """Write the whole journal of the person where the person says."""
        name = self._words.gettext("My journal")
        self._send(name, ".anklejournal", self._files.send_journal)

    @Slot()
    def send_library(self) -> None:
        """Write own exercises and templates where the person says."""
        name = self._words.gettext("My exercises")
        self._send(name, ".anklelibrary", self._files.send_library)

    def _send(self, name: str, suffix: str, write: Callable[[Path], object]) -> None:
        sentence = write_where(self._window, self._words, name, suffix, write)
        if sentence:
            self.said.emit(sentence)

    @Slot(int)
    def _on_dialog_finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None or result != QDialog.DialogCode.Accepted:
            return
        try:
            sentence = self._take(dialog)
        except AnkleCoachError as error:
            self.said.emit(str(error))
            return
        self.said.emit(sentence)
        self.taken.emit()

    @Slot()
    def _on_sheet_week_saved(self) -> None:
        self.said.emit(self._words.gettext("The sheet is in the journal, marked as from paper."))

    def _take(self, dialog: ArrivalDialog) -> str:
        words = self._words
        match dialog.arrival:
            case PlanArrival() as arrival:
                self._hub.publish(self._files.take_plan(arrival))
                return words.gettext("The plan of the file holds from today on.")
            case LibraryArrival() as arrival:
                self._hub.publish(self._files.take_library(arrival, replace_changed=dialog.replaces))
                return words.gettext("The exercises and templates are on your shelf.")
            case JournalArrival() as arrival:
                merged = self._files.take_journal(arrival)
                self._hub.publish(merged.changes)
                if merged.changes is Changes.NONE:
                    return words.gettext("Nothing new: everything in this file is here already.")
                return words.gettext("The journal is merged.")
            case _:
                raise NotFoundError(words.gettext("There is nothing to take in."))

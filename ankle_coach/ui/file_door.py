"""The window's door for files: drops, Ctrl+O, menus of pages and other programs all come to one flow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from ankle_coach.ui.main_window import MainWindow

if TYPE_CHECKING:
    from ankle_coach.ui.file_flow import FileFlow
    from ankle_coach.ui.pages.exercises_page import ExercisesPage
    from ankle_coach.ui.pages.journal_page import JournalPage
    from ankle_coach.ui.pages.plan_page import PlanPage
    from ankle_coach.ui.pages.settings_page import SettingsPage
    from ankle_coach.ui.pages.welcome_page import WelcomePage

_Page = TypeVar("_Page", "PlanPage", "ExercisesPage", "JournalPage", "SettingsPage", "WelcomePage")


class FileDoor(QObject):
    """Opens for files unless the player covers the window; the flow is made with the first file.

    Signals:
        said: A sentence for the person.
        taken: A file was taken in.
        restore_wanted: The path of a backup that is to take the journal's place.
    """

    said = Signal(str)
    taken = Signal()
    restore_wanted = Signal(str)

    def __init__(self, window: MainWindow, make_flow: Callable[[MainWindow], FileFlow]) -> None:
        """Stand at a window.

        Args:
            window: The window; it owns the door.
            make_flow: Makes what takes files in and sends them out.
        """
        super().__init__(window)
        self._window, self._make_flow = window, make_flow
        self._flow: FileFlow | None = None
        window.file_dropped.connect(self.open)
        window.file_wanted.connect(self._on_window_file_wanted)

    @property
    def flow(self) -> FileFlow:
        """Files in and out."""
        if self._flow is None:
            self._flow = self._make_flow(self._window)
            self._flow.said.connect(self.said)
            self._flow.taken.connect(self.taken)
            self._flow.restore_wanted.connect(self.restore_wanted)
        return self._flow

    @Slot(str)
    def open(self, path: str) -> None:
        """Show what is in a file; it is taken in only when the person says so. Not over the player."""
        if self._window.player is None:
            self.flow.open(Path(path))

    def open_given(self, path: str) -> None:
        """Show the file that the program was started with; over the first run too, for a plan begins one."""
        self.flow.open(Path(path))

    def with_menu(self, factory: Callable[[], _Page]) -> Callable[[], _Page]:
        """Return the maker of a page whose menu of files leads here."""

        def make() -> _Page:
            page = factory()
            page.file_action_requested.connect(self._on_page_file_action_requested)
            return page

        return make

    @Slot(str)
    def _on_page_file_action_requested(self, action: str) -> None:
        self.flow.act(action)

    @Slot()
    def _on_window_file_wanted(self) -> None:
        if self._window.player is None:
            self.flow.choose()

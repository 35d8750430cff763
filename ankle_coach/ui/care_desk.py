"""Ice, a raised leg and a wrap in the window: the watch, the bar at its foot, and the dialogs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QDialog

from ankle_coach.domain.care import ICE_EXERCISE
from ankle_coach.domain.words import Words
from ankle_coach.services.care_service import EXERCISES
from ankle_coach.services.person_service import PersonService
from ankle_coach.ui.care_watch import CareWatch
from ankle_coach.ui.main_window import MainWindow
from ankle_coach.ui.theme import Theme

if TYPE_CHECKING:
    from ankle_coach.ui.widgets.care_bar import CareBar


class CareDesk(QObject):
    """Opens what a card or the bar asks for. The bar is made when something is first on."""

    def __init__(
        self,
        watch: CareWatch,
        people: PersonService,
        window: MainWindow,
        theme: Theme,
        words: Words,
        say: Callable[[str], None],
    ) -> None:
        """Begin to watch.

        Args:
            watch: What is on.
            people: Knows the affected side.
            window: Where bar and dialogs go.
            theme: The look.
            words: The reader's language.
            say: Tells a problem in a sentence.
        """
        super().__init__(window)
        self.watch = watch
        self._people, self._window = people, window
        self._theme, self._words = theme, words
        self._bar: CareBar | None = None
        self._dialog: QDialog | None = None
        watch.setParent(self)
        watch.failed.connect(say)
        watch.ticked.connect(self._on_watch_ticked)
        watch.alarm_rang.connect(self._on_watch_alarm_rang)
        self._on_watch_ticked()

    def open(self, exercise: str) -> QDialog:
        """Open the dialog of an exercise of self-care; one that is open already is closed first."""
        if self._dialog is not None:
            self._dialog.reject()
        if exercise == ICE_EXERCISE:
            from ankle_coach.ui.dialogs.ice_dialog import IceDialog  # noqa: PLC0415 - not at start-up

            person = self._people.current()
            side = person.affected if person else None
            self._dialog = IceDialog(self.watch, side, self._theme, self._words, self._window)
        else:
            from ankle_coach.ui.dialogs.care_dialog import CareDialog  # noqa: PLC0415 - not at start-up

            kind = next(kind for kind, known in EXERCISES.items() if known == exercise)
            self._dialog = CareDialog(self.watch, kind, self._theme, self._words, self._window)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()
        return self._dialog

    @Slot()
    def _on_watch_ticked(self) -> None:
        if self._bar is None and self.watch.is_anything_on:
            from ankle_coach.ui.widgets.care_bar import CareBar  # noqa: PLC0415 - most starts never need it

            self._bar = CareBar(self.watch, self._theme, self._words)
            self._bar.ice_requested.connect(self._on_bar_ice_requested)
            self._window.add_bar(self._bar)

    @Slot()
    def _on_watch_alarm_rang(self) -> None:
        QApplication.alert(self._window)

    @Slot()
    def _on_bar_ice_requested(self) -> None:
        self.open(ICE_EXERCISE)

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None

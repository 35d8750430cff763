"""Asks before a session is finished early or thrown away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.theme import Theme


class PlayerLeaving(QObject):
    """Finish, discard after a second yes, or go on."""

    finish_chosen = Signal()
    discard_chosen = Signal()
    stay_chosen = Signal()

    def __init__(self, theme: Theme, words: Words, page: QWidget) -> None:
        """Ask over the window of a page, which owns this."""
        super().__init__(page)
        self._theme, self._words, self._page = theme, words, page

    @Slot()
    def ask(self) -> None:
        """Ask whether to finish now."""
        words = self._words
        dialog = ConfirmDialog(
            self._theme,
            words,
            words.gettext("Finish now?"),
            words.gettext("What you have done is kept, and you are asked how it was."),
            words.gettext("Finish"),
            cancel=words.gettext("Go on"),
            parent=self._page.window(),
        )
        dialog.add_extra(words.gettext("Discard this session"))
        dialog.accepted.connect(self.finish_chosen)
        dialog.rejected.connect(self.stay_chosen)
        dialog.extra_chosen.connect(self._ask_discard)
        dialog.open()

    @Slot()
    def _ask_discard(self) -> None:
        words = self._words
        dialog = ConfirmDialog(
            self._theme,
            words,
            words.gettext("Discard this session?"),
            words.gettext("Nothing of it goes into the journal. This cannot be taken back."),
            words.gettext("Discard"),
            danger=True,
            parent=self._page.window(),
        )
        dialog.accepted.connect(self.discard_chosen)
        dialog.rejected.connect(self.stay_chosen)
        dialog.open()

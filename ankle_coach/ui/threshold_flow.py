"""From the Plan page to the numbers of the rules and back: who may change them how, and who is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.library import Library
from ankle_coach.domain.settings import UserRole
from ankle_coach.domain.threshold_words import change_sentence
from ankle_coach.domain.words import Words
from ankle_coach.services.threshold_service import ThresholdService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.threshold_dialog import ThresholdDialog
from ankle_coach.ui.theme import Theme

_NAMED = 6
"""Rules that the confirmation names one by one."""


class ThresholdFlow(QObject):
    """Opens the editor over a page. A runner confirms what the rules are named for; a therapist does not.

    Signals:
        failed: A sentence why it could not be recorded.
    """

    failed = Signal(str)

    def __init__(
        self,
        thresholds: ThresholdService,
        role: Callable[[], UserRole | None],
        library: Library,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        page: QWidget,
    ) -> None:
        """Stand over a page.

        Args:
            thresholds: Reads and keeps the numbers.
            role: Who uses the app.
            library: Knows the sources.
            theme: The look.
            words: The reader's language.
            hub: Is told of changes.
            page: The page to stand over.
        """
        super().__init__(page)
        self._thresholds, self._role, self._library = thresholds, role, library
        self._theme, self._words, self._hub, self._page = theme, words, hub, page
        self._dialog: ThresholdDialog | None = None

    @Slot()
    def open(self) -> None:
        """Open the editor."""
        dialog = self._dialog = ThresholdDialog(
            self._thresholds.current(),
            self._thresholds.problem,
            self._library,
            self._theme,
            self._words,
            self._page,
        )
        dialog.save_requested.connect(self._on_dialog_save_requested)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    @Slot(object, str)
    def _on_dialog_save_requested(self, changed: Mapping[str, int], note: str) -> None:
        if self._role() is UserRole.THERAPIST or self._dialog is None:
            self._keep(changed, note)
            return
        words = self._words
        question = ConfirmDialog(
            self._theme,
            words,
            words.gettext("Change the numbers of the rules?"),
            self._sentence(changed),
            words.gettext("I decide this"),
            parent=self._dialog,
        )
        question.accepted.connect(lambda: self._keep(changed, note))
        question.open()

    def _sentence(self, changed: Mapping[str, int]) -> str:
        """Name each rule with what its number was and becomes."""
        words, current = self._words, self._thresholds.current()
        lines = []
        for name, value in list(changed.items())[:_NAMED]:
            told = change_sentence(name, getattr(current, name), value, words)
            row = self._thresholds.spec(name).row
            lines.append(words.gettext("• Rule {rule}: {change}").format(rule=row, change=told))
        more = len(changed) - _NAMED
        if more > 0:
            lines.append(words.ngettext("And {n} more.", "And {n} more.", more).format(n=more))
        kept = words.gettext("It is recorded, and later decisions go on from it. Locks stay as they are.")
        return "\n".join(lines) + f"\n\n{kept}"

    def _keep(self, changed: Mapping[str, int], note: str) -> None:
        by_therapist = self._role() is UserRole.THERAPIST
        try:
            changes = self._thresholds.change_all(changed, by_therapist=by_therapist, note=note)
        except AnkleCoachError as error:
            self.failed.emit(str(error))
            return
        if self._dialog is not None:
            self._dialog.accept()
        self._hub.publish(changes)

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None

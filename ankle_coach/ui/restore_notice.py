"""What a restore came to, said over the window that opens after it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.evidence_dialog import OpenAddress
from ankle_coach.ui.theme import Theme


class RestoreNotice(ConfirmDialog):
    """Says that a backup was restored and where the journal before it is, or why it was not restored."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        folder: Path,
        parent: QWidget,
        *,
        kept: Path | None = None,
        problem: str = "",
        open_address: OpenAddress = QDesktopServices.openUrl,
    ) -> None:
        """Make the notice.

        Args:
            theme: The look.
            words: The reader's language.
            folder: Where copies are kept.
            parent: The window to stand over.
            kept: Where the journal before it is; None where there was none.
            problem: Why it was not restored; empty where it was.
            open_address: Opens a folder outside the app.
        """
        title = words.gettext("The backup is restored")
        sentence = words.gettext("Everything in it is here again.")
        if kept is not None:
            told = words.gettext("Everything in it is here again. The journal before it is kept in {file}")
            sentence = told.format(file=kept)
        if problem:
            title = words.gettext("The backup was not restored")
            sentence = words.gettext("{problem}\n\nThe journal is as it was.").format(problem=problem)
        super().__init__(
            theme,
            words,
            title,
            sentence,
            words.gettext("Open folder"),
            cancel=words.gettext("Close"),
            parent=parent,
        )
        self._folder, self._open_address = folder, open_address
        self.setObjectName("restore_notice")
        self.accepted.connect(self._on_accepted)

    @Slot()
    def _on_accepted(self) -> None:
        self._open_address(QUrl.fromLocalFile(str(self._folder)))

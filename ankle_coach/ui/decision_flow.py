"""From a decision to its full reasoning, and to deciding otherwise: the same on Today and in the Journal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from ankle_coach.domain.decision import Decision
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.services.coach_service import CoachService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.decision_dialog import DecisionDialog
from ankle_coach.ui.dialogs.override_dialog import OverrideDialog, can_override
from ankle_coach.ui.theme import Theme


class DecisionFlow(QObject):
    """Opens the dialogs over a page and records what the person decides.

    Signals:
        failed: A sentence why it could not be recorded.
    """

    failed = Signal(str)

    def __init__(
        self,
        coach: CoachService,
        library: Library,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        page: QWidget,
    ) -> None:
        """Stand over a page.

        Args:
            coach: Has the decisions and records overrides.
            library: Names exercises and sources.
            theme: The look.
            words: The reader's language.
            hub: Is told of changes.
            page: The page to stand over.
        """
        super().__init__(page)
        self._coach, self._library = coach, library
        self._theme, self._words, self._hub, self._page = theme, words, hub, page
        self._reasoning: DecisionDialog | None = None
        self._override: OverrideDialog | None = None

    @Slot(object)
    def open(self, decision: Decision) -> None:
        """Show the full reasoning of a decision."""
        self._reasoning = DecisionDialog(
            decision,
            self._coach.decisions(),
            self._library,
            self._theme,
            self._words,
            self._page,
            can_override=can_override(decision),
        )
        self._reasoning.override_requested.connect(self._on_reasoning_override_requested)
        self._reasoning.finished.connect(self._on_reasoning_finished)
        self._reasoning.open()

    @Slot()
    def _on_reasoning_finished(self) -> None:
        self._reasoning = None

    @Slot(object)
    def _on_reasoning_override_requested(self, decision: Decision) -> None:
        self._override = OverrideDialog(decision, self._library, self._theme, self._words, self._page)
        self._override.finished.connect(self._on_override_finished)
        if self._reasoning is not None:
            self._reasoning.accept()
        self._override.open()

    @Slot(int)
    def _on_override_finished(self, result: int) -> None:
        dialog, self._override = self._override, None
        if dialog is None or result != QDialog.DialogCode.Accepted:
            return
        choice = dialog.choice
        try:
            changes = self._coach.override(
                choice.kind,
                rule=choice.rule,
                prescription=choice.prescription,
                side=choice.side,
                level=choice.level,
                by_therapist=self._coach.by_therapist,
                note=choice.note,
            )
        except AnkleCoachError as error:
            self.failed.emit(str(error))
            return
        self._hub.publish(changes)

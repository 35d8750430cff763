"""Opens self-tests from any page, and keeps what they measured."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.words import Words
from ankle_coach.services.measurement_service import MeasurementService
from ankle_coach.services.ports import Clock
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.cue_player import CuePlayer
from ankle_coach.ui.dialogs.entry_form import DELETED
from ankle_coach.ui.dialogs.self_test_dialog import SelfTestDialog
from ankle_coach.ui.theme import Theme


class MeasureDesk(QObject):
    """Shows the dialog of a test over a page. `failed` says in a sentence what could not be written."""

    failed = Signal(str)

    def __init__(
        self,
        measurements: MeasurementService,
        settings: SettingsService,
        clock: Clock,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        *,
        cues: CuePlayer | None = None,
    ) -> None:
        """Open nothing yet.

        Args:
            measurements: Keeps the results.
            settings: Whether tones are played, and how loud.
            clock: The time, for trials.
            theme: The look.
            words: The reader's language.
            hub: Is told of changes.
            cues: Sounds the beat; None for the computer's sound.
        """
        super().__init__()
        self.measurements = measurements
        self._settings, self._clock = settings, clock
        self._theme, self._words, self._hub = theme, words, hub
        self._cues = cues or CuePlayer()

    def open_new(self, measure_id: str, parent: QWidget) -> SelfTestDialog:
        """Open a test to be done now.

        Args:
            measure_id: What is measured.
            parent: The window or page that it lies over.
        """
        return self._open(self.measurements.new(measure_id), parent, is_new=True)

    def open(self, result: Measurement, parent: QWidget) -> SelfTestDialog:
        """Open a result to be corrected or deleted."""
        return self._open(result, parent, is_new=False)

    def _open(self, result: Measurement, parent: QWidget, *, is_new: bool) -> SelfTestDialog:
        settings = self._settings.current()
        if settings.sound and is_new:
            self._cues.prepare(settings.volume)
        dialog = SelfTestDialog(
            self.measurements,
            result,
            self._clock,
            self._cues if settings.sound else None,
            self._theme,
            self._words,
            parent,
            is_new=is_new,
        )

        def on_dialog_finished(code: int) -> None:
            if code == DELETED:
                self._write(lambda: self.measurements.delete(result.id))
            elif code == QDialog.DialogCode.Accepted:
                kept = dialog.corrected()
                self._write(lambda: self.measurements.save(kept))

        dialog.finished.connect(on_dialog_finished)
        dialog.open()
        return dialog

    def _write(self, action: Callable[[], Changes]) -> None:
        try:
            changes = action()
        except (AnkleCoachError, ValueError) as error:
            self.failed.emit(str(error))
            return
        self._hub.publish(changes, None)

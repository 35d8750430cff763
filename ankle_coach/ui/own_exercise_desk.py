"""Where own exercises are written, copied, changed and deleted, over whatever page asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.theme import Theme

if TYPE_CHECKING:
    from ankle_coach.domain.own_exercise import OwnExercise
    from ankle_coach.services.own_exercise_service import OwnExerciseService
    from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
    from ankle_coach.ui.dialogs.own_exercise_dialog import OwnExerciseDialog


class OwnExerciseDesk(QObject):
    """Opens the dialogs and tells the hub; the service keeps.

    Signals:
        exercise_saved: An exercise was kept; carries its id.
        said: A sentence for the person: what was done, or why it was not.
    """

    exercise_saved = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        service: OwnExerciseService,
        library: Library,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        tone: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        """Serve a window; `parent` may become the page that asks.

        Args:
            service: Keeps own exercises.
            library: All exercises and figures.
            theme: The look.
            words: The reader's language.
            hub: Is told of changes.
            tone: Tells the skin tone of the figures.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._service, self._library = service, library
        self._theme, self._words, self._hub, self._tone = theme, words, hub, tone
        self.dialog: OwnExerciseDialog | None = None
        self.question: ConfirmDialog | None = None

    @property
    def any_there(self) -> bool:
        """Whether there are own exercises."""
        return bool(self._service.every())

    def write_new(self, over: QWidget) -> None:
        """Write an exercise from nothing."""
        self._open(self._service.begin(), over, is_new=True)

    def copy(self, exercise_id: str, over: QWidget) -> None:
        """Write an exercise that begins as a copy of another."""
        self._try(lambda: self._open(self._service.begin_from(exercise_id), over, is_new=True))

    def edit(self, exercise_id: str, over: QWidget) -> None:
        """Change an own exercise."""
        own = self._service.find(exercise_id)
        if own is not None:
            self._try(lambda: self._open(own, over, is_new=False))

    def ask_delete(self, exercise_id: str, over: QWidget) -> None:
        """Delete an own exercise once that is confirmed; say why not where a plan uses it."""
        own = self._service.find(exercise_id)
        if own is not None:
            self._try(lambda: self._ask(own, over))

    def _open(self, own: OwnExercise, over: QWidget, *, is_new: bool) -> None:
        from ankle_coach.ui.dialogs.own_exercise_dialog import (  # noqa: PLC0415 - with the first one
            OwnExerciseDialog,
        )

        used = not is_new and self._service.is_used(own.id)
        self.dialog = OwnExerciseDialog(
            own,
            self._keep,
            self._library,
            self._theme,
            self._words,
            over.window(),
            is_new=is_new,
            is_used=used,
            tone=self._tone(),
        )
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _keep(self, own: OwnExercise) -> None:
        """Keep an exercise, and show it wherever it is shown."""
        changes = self._service.save(own)
        self._hub.publish(changes, self)
        self.exercise_saved.emit(own.id)

    def _ask(self, own: OwnExercise, over: QWidget) -> None:
        from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog  # noqa: PLC0415 - rarely asked

        reason = self._service.reason_to_stay(own.id)
        if reason:
            self.said.emit(reason)
            return
        words = self._words
        title = words.gettext("Delete “{name}”?").format(name=own.exercise.name)
        sentence = words.gettext("It goes from the library with its words and its picture.")
        self.question = ConfirmDialog(
            self._theme, words, title, sentence, words.gettext("Delete"), danger=True, parent=over.window()
        )
        self.question.accepted.connect(lambda: self._try(lambda: self._delete(own)))
        self.question.open()

    def _delete(self, own: OwnExercise) -> None:
        self._hub.publish(self._service.delete(own.id), self)
        self.said.emit(self._words.gettext("“{name}” is deleted.").format(name=own.exercise.name))

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except AnkleCoachError as error:
            self.said.emit(str(error))

    @Slot()
    def _on_dialog_finished(self) -> None:
        self.dialog = None

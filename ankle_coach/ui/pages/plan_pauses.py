"""The pauses of the plan on its page: the one that goes on and those to come, each with what can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.entries import Kept
from ankle_coach.domain.pause_words import pause_line
from ankle_coach.domain.schedule_changes import Pause, PauseKind
from ankle_coach.domain.words import Words
from ankle_coach.services.schedule_service import ScheduleService
from ankle_coach.ui.dialogs.pause_dialog import PauseDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import clear_layout, set_shown


class PlanPauses(QWidget):
    """Lists the pauses, and owns the `button` that begins or ends one, for the head of the page.

    Signals:
        write_requested: A change is to be made: a function that makes it and returns the `Changes`.
    """

    write_requested = Signal(object)

    def __init__(
        self,
        schedule: ScheduleService,
        today: Callable[[], date],
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list.

        Args:
            schedule: Keeps the pauses.
            today: Tells the running training day.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("plan_pauses")
        self._schedule, self._today, self._theme, self._words = schedule, today, theme, words
        self._going: Kept[Pause] | None = None
        self.button = QPushButton()
        self.button.setObjectName("pause_button")
        self.button.clicked.connect(self._on_button_clicked)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, theme.px(6), 0, 0)
        self._rows.setSpacing(theme.px(4))

    def refresh(self) -> None:
        """Show the pauses as they are now."""
        pauses, today = self._schedule.pauses(), self._today()
        self._going = next((kept for kept in pauses if kept.entry.is_going(today)), None)
        end, begin = self._words.gettext("End the pause"), self._words.gettext("Pause the plan…")
        self.button.setText(begin if self._going is None else end)
        clear_layout(self._rows, detach=True)
        for number, kept in enumerate(pauses):
            self._rows.addWidget(self._row(kept, number, today))
        set_shown(self, bool(pauses))

    def _row(self, kept: Kept[Pause], number: int, today: date) -> QWidget:
        pause, words = kept.entry, self._words
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        line = pause_line(pause, today, words)
        row.addWidget(TextLabel(line, "strong"), 1)
        if pause.kind is PauseKind.TRAVEL:
            change = self._link(words.gettext("Change…"), f"change_pause_{number}", line)
            change.clicked.connect(lambda: self._ask(kept))
            row.addWidget(change)
        if pause.from_day > today:
            back = self._link(words.gettext("Take back"), f"take_back_pause_{number}", line)
            back.clicked.connect(lambda: self._write(lambda: self._schedule.take_back_pause(kept.id)))
            row.addWidget(back)
        return holder

    def _link(self, text: str, name: str, line: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.setAccessibleDescription(line)
        return button

    def _write(self, change: Callable[[], Changes]) -> None:
        self.write_requested.emit(change)

    def _ask(self, kept: Kept[Pause] | None = None) -> None:
        """Ask for a pause, or for the days of one that is there."""
        besides, before = ("", None) if kept is None else (kept.id, kept.entry)

        def fits(pause: Pause) -> bool:
            return self._schedule.pause_problem(pause, besides) is None

        dialog = PauseDialog(self._theme, self._words, self.window(), self._today(), fits, before)

        def keep() -> None:
            pause = dialog.pause
            if pause is None:
                return
            days = (pause.from_day, pause.until_day)
            if kept is None:
                self._write(lambda: self._schedule.pause(pause.kind, *days))
            else:
                self._write(lambda: self._schedule.change_pause(kept.id, *days))

        dialog.accepted.connect(keep)
        dialog.open()

    @Slot()
    def _on_button_clicked(self) -> None:
        going, today = self._going, self._today()
        if going is None:
            self._ask()
        elif going.entry.kind is PauseKind.TRAVEL and going.entry.from_day == today:
            self._write(lambda: self._schedule.take_back_pause(going.id))
        else:
            last = max(going.entry.from_day, today - timedelta(days=1))
            self._write(lambda: self._schedule.end_pause(last))

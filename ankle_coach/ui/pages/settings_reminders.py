"""Settings of reminders: whether, when, and the hours in which nothing is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox

from ankle_coach.domain.date_words import clock_time
from ankle_coach.domain.reminder_times import NOON, QUIET_FROM, QUIET_UNTIL, ReminderKind, ReminderTimes
from ankle_coach.domain.reminders import time_of
from ankle_coach.domain.settings import Settings
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.settings_row import SettingsRow
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_NEVER = ""
_ANY_DAY = date(2026, 3, 2)


class ReminderCard(Card):
    """Shows settings and tells what is chosen; whoever owns it keeps it."""

    changed = Signal(dict)

    def __init__(self, theme: Theme, words: Words, has_tray: Callable[[], bool]) -> None:
        """Make the card.

        Args:
            theme: The look.
            words: The reader's language.
            has_tray: Says whether the desktop shows notifications.
        """
        super().__init__(
            theme, words.gettext("Reminders"), words.gettext("While Ankle Coach is open, minimized too")
        )
        self.setObjectName("reminder_card")
        self._words = words
        self._build_rows(has_tray())

    def show_settings(self, settings: Settings) -> None:
        """Show settings as they are kept."""
        with QSignalBlocker(self._on):
            self._on.setChecked(settings.reminders)
        for combo, at in (
            (self._check_in, settings.remind_check_in_at),
            (self._sessions, settings.remind_sessions_at),
            (self._from, settings.quiet_from),
            (self._until, settings.quiet_until),
        ):
            self._choose(combo, at)
            combo.setEnabled(settings.reminders)
        self._note.setText(self._notes(settings.reminder_times))
        set_shown(self._note, settings.reminders and bool(self._note.text()))

    def _build_rows(self, has_tray: bool) -> None:
        words, theme = self._words, self._theme
        self._on = QCheckBox(words.gettext("Remind me"))
        self._on.setObjectName("reminders")
        self._on.toggled.connect(self._on_on_toggled)
        self.add_widget(self._on)
        if not has_tray:
            text = words.gettext(
                "This desktop shows no notifications, so reminders stand at the foot of the window."
            )
            label = TextLabel(text, "muted")
            label.setObjectName("no_tray")
            self.add_widget(label)
        self._check_in = self._combo("remind_check_in_at", time(0), NOON, never=True)
        self._sessions = self._combo("remind_sessions_at", time(0), None, never=True)
        self._from = self._combo("quiet_from", time(0), None)
        self._until = self._combo("quiet_until", time(0), None)
        done = words.gettext("Only while it is not done")
        hint = words.gettext("Only what is planned, and neither done, locked nor put off")
        quiet = words.gettext("Nothing is told in these hours. App rule: from {start} to {end}").format(
            start=clock_time(QUIET_FROM, words), end=clock_time(QUIET_UNTIL, words)
        )
        for name, told, combo in (
            (words.gettext("Morning check-in"), done, self._check_in),
            (words.gettext("Today's sessions"), hint, self._sessions),
            (words.gettext("Quiet from"), quiet, self._from),
            (words.gettext("Quiet until"), words.gettext("The same time twice: never quiet"), self._until),
        ):
            self.add_widget(SettingsRow(theme, name, told, combo, needs=480))
        self._note = TextLabel("", "muted")
        self._note.setObjectName("reminder_note")
        self.add_widget(self._note)

    def _combo(self, field: str, first: time, end: time | None, *, never: bool = False) -> QComboBox:
        """Return a choice of half hours that tells the field with the time."""
        combo = QComboBox()
        combo.setObjectName(field)
        combo.setMaxVisibleItems(14)
        WheelGuard(combo)
        if never:
            combo.addItem(self._words.gettext("Never"), _NEVER)
        for half in range(48):
            at = time(half // 2, half % 2 * 30)
            if first <= at and (end is None or at < end):
                combo.addItem(clock_time(at, self._words), at.isoformat())
        combo.currentIndexChanged.connect(lambda _index: self._tell(field, combo))
        return combo

    def _choose(self, combo: QComboBox, at: time | None) -> None:
        data = at.isoformat() if at is not None else _NEVER
        with QSignalBlocker(combo):
            if combo.findData(data) < 0 and at is not None:
                combo.addItem(clock_time(at, self._words), data)
            combo.setCurrentIndex(max(0, combo.findData(data)))

    def _tell(self, field: str, combo: QComboBox) -> None:
        data = combo.currentData()
        self.changed.emit({field: time.fromisoformat(data) if data else None})

    def _notes(self, times: ReminderTimes) -> str:
        """Say what the quiet hours do to the chosen times."""
        words, lines = self._words, []
        names = {
            ReminderKind.CHECK_IN: words.gettext("Morning check-in"),
            ReminderKind.SESSIONS: words.gettext("Today's sessions"),
        }
        for kind, name in names.items():
            at, told = times.of(kind), time_of(kind, _ANY_DAY, times)
            if at is None or (told is not None and told.time() == at):
                continue
            if told is None:
                lines.append(words.gettext("{name}: too late after the quiet hours.").format(name=name))
            else:
                message = words.gettext("{name}: after the quiet hours, at {time}.")
                lines.append(message.format(name=name, time=clock_time(told.time(), words)))
        return "\n".join(lines)

    @Slot(bool)
    def _on_on_toggled(self, on: bool) -> None:
        self.changed.emit({"reminders": on})

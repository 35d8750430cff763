"""The week at a glance: seven days with their sessions, each with its state in words and a shape."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ankle_coach.domain.coach_day import CoachSession
from ankle_coach.domain.date_words import short_date, weekday_name
from ankle_coach.domain.words import Words
from ankle_coach.services.schedule_service import WeekDay
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import clear_layout

_LEAST = 128


class WeekStrip(QWidget):
    """Seven tiles. A session of today or later is a button that asks what to do with it.

    Signals:
        session_pressed: The button, the day and the session.
    """

    session_pressed = Signal(QPushButton, object, object)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty strip."""
        super().__init__(parent)
        self.setObjectName("week_strip")
        self._theme, self._words = theme, words
        self._flow = FlowLayout(self, spacing=8, fills=True, least=lambda: theme.px(_LEAST))

    def show_week(self, week: Sequence[WeekDay], today: date) -> None:
        """Show seven days.

        Args:
            week: The days.
            today: The running training day, which is marked.
        """
        clear_layout(self._flow, detach=True)
        for day in week:
            self._flow.addWidget(self._tile(day, today))

    def _tile(self, day: WeekDay, today: date) -> Card:
        words = self._words
        name = weekday_name(day.day, words)
        if day.day == today:
            name = words.gettext("Today")
        tile = Card(self._theme, tone="alt", edge="accent" if day.day == today else None)
        tile.setObjectName(f"day_{day.day.isoformat()}")
        tile.add_widget(TextLabel(name, "strong"))
        tile.add_widget(TextLabel(short_date(day.day, words), "small"))
        if day.pause is not None:
            tile.add_widget(TextLabel(words.gettext("Pause"), "strong"))
        for session in day.sessions:
            self._add_session(tile, day, session, today)
        if not day.sessions and day.pause is None:
            empty = words.gettext("Rest") if day.has_plan else words.gettext("Before the plan")
            tile.add_widget(TextLabel(empty, "muted"))
        if day.is_easy:
            tile.add_widget(TextLabel(words.gettext("Easy week"), "small"))
        if day.crowded:
            many = words.ngettext(
                "▲ {n} core exercise", "▲ {n} core exercises: many for one day", day.crowded
            )
            tile.add_widget(TextLabel(many.format(n=day.crowded), "small"))
        tile.body.addStretch(1)
        return tile

    def _add_session(self, tile: Card, day: WeekDay, session: CoachSession, today: date) -> None:
        state = session_state(day, session, today, self._words)
        tile.add_widget(TextLabel(session.session.name))
        tile.add_widget(TextLabel(state, "small"))
        if day.day < today or is_done(day, session):
            return
        button = QPushButton(self._words.gettext("Change"))
        button.setObjectName(f"plan_{session.session.id}_{day.day.isoformat()}")
        button.setProperty("kind", "link")
        name = self._words.gettext("Change {session}, {day}")
        name = name.format(session=session.session.name, day=weekday_name(day.day, self._words))
        button.setAccessibleName(name)
        button.setAccessibleDescription(state)
        button.clicked.connect(lambda: self.session_pressed.emit(button, day.day, session))
        tile.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)


def is_done(day: WeekDay, session: CoachSession) -> bool:
    """Say whether a session was done as often as it was planned."""
    done = [s for s in day.done if s.session == session.session.id and s.counts_as_done]
    return len(done) >= max(1, session.times)


def session_state(day: WeekDay, session: CoachSession, today: date, words: Words) -> str:
    """Return how a session of the week stands, with a shape before the word."""
    if is_done(day, session):
        return words.gettext("✓ done")
    if session.moved_to is not None and not session.times:
        return words.gettext("→ moved to {day}").format(day=weekday_name(session.moved_to, words))
    if session.skip is not None:
        return words.gettext("✕ left out")
    if day.pause is not None:
        return words.gettext("✕ excused")
    if session.moved_from is not None:
        return words.gettext("○ moved from {day}").format(day=weekday_name(session.moved_from, words))
    return words.gettext("○ planned") if day.day >= today else words.gettext("· not done")

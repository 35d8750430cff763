"""The week and the last 14 days: kept sessions in words and as a ring that does not punish rest."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.date_words import weekday_name
from ankle_coach.domain.pause_words import pause_line
from ankle_coach.domain.statistics import CalendarDay, DayState
from ankle_coach.domain.words import Words
from ankle_coach.services.today_service import Today
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.ring import Ring
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown


class WeekCard(Card):
    """Shows how many of the planned sessions of 14 days were done, and what is left of this week."""

    plan_requested = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make the card without numbers."""
        super().__init__(theme, words.gettext("Last 14 days"), parent=parent)
        self.setObjectName("week_card")
        self._words = words
        self._ring = Ring(theme, words, name=words.gettext("Adherence"))
        self._ring.setObjectName("adherence_ring")
        self._count = TextLabel("")
        self._count.setObjectName("adherence_count")
        self._note = TextLabel("", "muted")
        self._note.setObjectName("adherence_note")
        lines = QVBoxLayout()
        lines.addStretch(1)
        lines.addWidget(self._count)
        lines.addWidget(self._note)
        lines.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._ring)
        row.addLayout(lines, 1)
        self.body.addLayout(row)
        self._pause = TextLabel("", "strong")
        self._pause.setObjectName("coming_pause")
        self.add_widget(self._pause)
        self._plan_button = QPushButton(words.gettext("Change the plan"))
        self._plan_button.setObjectName("change_plan_button")
        self._plan_button.clicked.connect(self.plan_requested)
        self.add_widget(self._plan_button)

    def show_week(self, today: Today) -> None:
        """Show the numbers of today."""
        words, adherence = self._words, today.adherence
        self._ring.set_value(adherence.shown_ratio)
        if not adherence.planned and adherence.total:
            self._count.setText(words.gettext("No session of these days counted"))
        elif not adherence.planned:
            self._count.setText(words.gettext("No planned session is behind you yet"))
        else:
            message = words.ngettext(
                "{done} of {planned} session", "{done} of {planned} sessions", adherence.planned
            )
            self._count.setText(message.format(done=adherence.done, planned=adherence.planned))
        self._note.setText(self._note_line(today))
        coming = today.coming_pause
        set_shown(self._pause, coming is not None)
        if coming is not None:
            self._pause.setText(pause_line(coming, today.day, words))
        no_plan = today.plan is None
        self._plan_button.setText(
            words.gettext("Choose a plan") if no_plan else words.gettext("Change the plan")
        )

    def _note_line(self, today: Today) -> str:
        words = self._words
        if not today.adherence.planned and today.adherence.total:
            return words.gettext("Pauses and excused days are left out")
        if today.adherence.shown_ratio is None:
            return words.gettext("A percentage is shown from {n} planned sessions on").format(
                n=today.adherence.shown_from
            )
        rest = next((day for day in today.week if _is_rest_ahead(day, today)), None)
        if rest is None:
            return words.gettext("Rest days count as kept")
        if rest.day == today.day:
            return words.gettext("Today is a planned rest day")
        return words.gettext("{weekday} is a planned rest day").format(weekday=weekday_name(rest.day, words))


def _is_rest_ahead(day: CalendarDay, today: Today) -> bool:
    return day.day >= today.day and day.state is DayState.REST

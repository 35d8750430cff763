"""Asks why the plan pauses, and from when to when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.domain.pause_words import pause_kind_word, pause_line
from ankle_coach.domain.schedule_changes import Pause, PauseKind
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.qt_dates import day_of, qt_date
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.field_inset import FieldInset
from ankle_coach.ui.widgets.question_row import QuestionRow
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_WEEK = timedelta(days=6)
"""From the first day of a holiday to its last, until the person says otherwise."""
_AHEAD = timedelta(days=730)


class PauseDialog(EntryForm):
    """Asks for a pause: a holiday has its days, also days to come; an illness begins today.

    With a pause it asks for that one's days.
    """

    def __init__(
        self,
        theme: Theme,
        words: Words,
        parent: QWidget,
        today: date,
        fits: Callable[[Pause], bool],
        pause: Pause | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
            today: The running training day.
            fits: Says whether a pause can be entered, or whether another one lies on its days.
            pause: The one whose days are asked for; None for a new one.
        """
        title = words.gettext("Pause the plan") if pause is None else words.gettext("Change the pause")
        super().__init__(theme, words, title, words.gettext("Sessions in a pause are excused."), parent)
        self.setObjectName("pause_dialog")
        self._today, self._fits, self._before = today, fits, pause
        self._build_kind()
        self._build_days()
        self.set_deletable(False)
        self._refresh()
        if pause is None:
            self._row.strip.take_focus()
        else:
            self._first.setFocus()

    @property
    def kind(self) -> PauseKind | None:
        """Why; None without an answer."""
        if self._before is not None:
            return self._before.kind
        value = self._row.strip.value
        return None if value is None else PauseKind(value)

    @property
    def pause(self) -> Pause | None:
        """The pause as the form says it; None without an answer."""
        kind = self.kind
        if kind is None:
            return None
        if kind is not PauseKind.TRAVEL:
            return Pause(kind=kind, from_day=self._today)
        last = None if self._open_end.isChecked() else day_of(self._last.date())
        return Pause(kind=kind, from_day=day_of(self._first.date()), until_day=last)

    def _build_kind(self) -> None:
        words = self._words
        self._row = QuestionRow(
            self._theme,
            "kind",
            words.gettext("Why?"),
            [(kind, pause_kind_word(kind, words)) for kind in PauseKind],
            words.gettext(
                "After a fever, training goes on 48 hours after its end; after an illness, easily."
            ),
        )
        self._row.setVisible(self._before is None)
        self._row.answered.connect(self._refresh)
        self.form.addWidget(self._row)

    def _build_days(self) -> None:
        words, before, today = self._words, self._before, self._today
        first = today if before is None else before.from_day
        last = before.until_day if before is not None else None
        self._first = self._field("pause_first", first, min(first, today))
        self._last = self._field("pause_last", last or max(first, today) + _WEEK, max(first, today))
        self._first.setEnabled(first >= today)
        self._length = timedelta(days=self._first.date().daysTo(self._last.date()))
        self._open_end = QCheckBox(words.gettext("The last day is not known yet"))
        self._open_end.setObjectName("pause_open_end")
        self._open_end.setChecked(before is not None and last is None)
        self._days = QWidget()
        self._days.setObjectName("pause_days")
        row = QHBoxLayout()
        row.setSpacing(14)
        for name, field in (
            (words.gettext("First day"), self._first),
            (words.gettext("Last day"), self._last),
        ):
            row.addLayout(self._named(name, field), 1)
        column = QVBoxLayout(self._days)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._open_end)
        self._told = TextLabel("", "muted")
        self._told.setObjectName("pause_told")
        self.form.addWidget(self._days)
        self.form.addWidget(self._told)
        self._first.dateChanged.connect(self._on_first_date_changed)
        self._last.dateChanged.connect(self._on_last_date_changed)
        self._open_end.toggled.connect(self._refresh)

    def _named(self, name: str, field: QDateEdit) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        label = TextLabel(name, "strong")
        label.setBuddy(field)
        field.setAccessibleName(name)
        column.addWidget(label)
        column.addWidget(field)
        return column

    def _field(self, name: str, day: date, first: date) -> QDateEdit:
        field = QDateEdit()
        field.setObjectName(name)
        field.setDisplayFormat("yyyy-MM-dd")
        field.setDateRange(qt_date(first), qt_date(self._today + _AHEAD))
        field.setDate(qt_date(day))
        FieldInset(field, self._theme)
        WheelGuard(field)
        return field

    @Slot(QDate)
    def _on_first_date_changed(self, first: QDate) -> None:
        """Move the last day along, so that the holiday stays as long as it was."""
        with QSignalBlocker(self._last):
            self._last.setMinimumDate(first)
            self._last.setDate(first.addDays(self._length.days))
        self._refresh()

    @Slot(QDate)
    def _on_last_date_changed(self, last: QDate) -> None:
        self._length = timedelta(days=self._first.date().daysTo(last))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        pause, words = self.pause, self._words
        fits = pause is not None and self._fits(pause)
        shown = pause is not None and pause.kind is PauseKind.TRAVEL
        changed = self._days.isHidden() == shown
        self._days.setVisible(shown)
        self._last.setEnabled(not self._open_end.isChecked())
        told = "" if pause is None else pause_line(pause, self._today, words)
        if pause is not None and pause.until_day is None:
            told = words.gettext("{pause}, until you end it").format(pause=told)
        if pause is not None and not fits:
            told = words.gettext("Another pause lies on these days.")
        self._told.setText(told)
        self._save.setEnabled(fits)
        if changed or not self.isVisible():
            self.fit()

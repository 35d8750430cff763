"""How often something is due, to choose: the rhythm, and what belongs to it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.dose_fields import Range, Unit
from ankle_coach.domain.frequency import (
    AroundRuns,
    AsNeeded,
    EveryDays,
    Frequency,
    OnWeekdays,
    PerWeek,
    TimesPerDay,
    Weekday,
)
from ankle_coach.domain.frequency import (
    Slot as DaySlot,
)
from ankle_coach.domain.frequency_words import frequency_sentence, slot_word, weekday_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.stepper import Stepper
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_SLOTS = (DaySlot.ON_WAKING, DaySlot.MORNING, DaySlot.MIDDAY, DaySlot.EVENING)


class Rhythm(StrEnum):
    """The kinds of frequency as they are chosen."""

    AS_GROUP = "as-group"
    DAILY = "daily"
    EVERY_DAYS = "every-days"
    WEEKDAYS = "weekdays"
    PER_WEEK = "per-week"
    BEFORE_RUN = "before-run"
    AFTER_RUN = "after-run"
    AROUND_RUN = "around-run"
    AS_NEEDED = "as-needed"


_STARTS: dict[Rhythm, Frequency | None] = {
    Rhythm.AS_GROUP: None,
    Rhythm.DAILY: TimesPerDay(),
    Rhythm.EVERY_DAYS: EveryDays(days=2),
    Rhythm.WEEKDAYS: OnWeekdays(days=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)),
    Rhythm.PER_WEEK: PerWeek(least=3, most=3),
    Rhythm.BEFORE_RUN: AroundRuns(before=True),
    Rhythm.AFTER_RUN: AroundRuns(after=True),
    Rhythm.AROUND_RUN: AroundRuns(before=True, after=True),
    Rhythm.AS_NEEDED: AsNeeded(most_per_day=4),
}
"""What a rhythm begins with when it is chosen."""


def rhythm_of(frequency: Frequency | None) -> Rhythm:
    """Return the kind of a frequency; None is that of the group."""
    match frequency:
        case None:
            return Rhythm.AS_GROUP
        case TimesPerDay():
            return Rhythm.DAILY
        case EveryDays():
            return Rhythm.EVERY_DAYS
        case OnWeekdays():
            return Rhythm.WEEKDAYS
        case PerWeek():
            return Rhythm.PER_WEEK
        case AroundRuns(before=True, after=True):
            return Rhythm.AROUND_RUN
        case AroundRuns(before=True):
            return Rhythm.BEFORE_RUN
        case AroundRuns():
            return Rhythm.AFTER_RUN
        case AsNeeded():
            return Rhythm.AS_NEEDED


def rhythm_word(rhythm: Rhythm, words: Words) -> str:
    """Return the words of a rhythm."""
    return {
        Rhythm.AS_GROUP: words.pgettext("rhythm", "As its group"),
        Rhythm.DAILY: words.pgettext("rhythm", "Every day"),
        Rhythm.EVERY_DAYS: words.pgettext("rhythm", "Every few days"),
        Rhythm.WEEKDAYS: words.pgettext("rhythm", "On weekdays"),
        Rhythm.PER_WEEK: words.pgettext("rhythm", "Days a week"),
        Rhythm.BEFORE_RUN: words.pgettext("rhythm", "Before a run"),
        Rhythm.AFTER_RUN: words.pgettext("rhythm", "After a run"),
        Rhythm.AROUND_RUN: words.pgettext("rhythm", "Before and after a run"),
        Rhythm.AS_NEEDED: words.pgettext("rhythm", "When needed"),
    }[rhythm]


class FrequencyEditor(QWidget):
    """A rhythm, and under it the number, the weekdays or the times of the day that belong to it."""

    frequency_changed = Signal(object)

    def __init__(
        self, theme: Theme, words: Words, *, own: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make an editor.

        Args:
            theme: The look.
            words: The reader's language.
            own: Whether it may be that of the group: an editor of one exercise.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._frequency: Frequency | None = None if own else TimesPerDay()
        self._rhythm = QComboBox()
        self._rhythm.setObjectName("rhythm")
        self._rhythm.setAccessibleName(words.gettext("How often"))
        WheelGuard(self._rhythm)
        for rhythm in Rhythm:
            if own or rhythm is not Rhythm.AS_GROUP:
                self._rhythm.addItem(rhythm_word(rhythm, words), rhythm.value)
        self._number = Stepper(theme, words, words.gettext("How often"), Range(1, 24, 1, Unit.COUNT))
        self._number.setObjectName("often")
        self._unit = TextLabel("", "small", wraps=False)
        self._days = {day: self._toggle(f"day_{day.value}", weekday_word(day, words)[:3]) for day in Weekday}
        self._slots = {slot: self._toggle(f"slot_{slot}", slot_word(slot, words)) for slot in _SLOTS}
        for day, button in self._days.items():
            button.setAccessibleName(weekday_word(day, words))
        self._said = TextLabel("", "muted")
        self._said.setObjectName("frequency_sentence")
        self._build()
        self._connect()
        self.show_frequency(self._frequency)

    @property
    def frequency(self) -> Frequency | None:
        """What is chosen; None for that of the group."""
        return self._frequency

    def show_frequency(self, frequency: Frequency | None) -> None:
        """Show a frequency without telling anybody."""
        self._frequency = frequency
        rhythm = rhythm_of(frequency)
        with QSignalBlocker(self._rhythm):
            self._rhythm.setCurrentIndex(self._rhythm.findData(rhythm.value))
        self._show_number()
        self._tops.setVisible(rhythm in (Rhythm.DAILY, Rhythm.EVERY_DAYS, Rhythm.PER_WEEK, Rhythm.AS_NEEDED))
        self._week.setVisible(rhythm is Rhythm.WEEKDAYS)
        self._day.setVisible(rhythm is Rhythm.DAILY)
        chosen_days = frequency.days if isinstance(frequency, OnWeekdays) else ()
        for day, button in self._days.items():
            button.setChecked(day in chosen_days)
        chosen_slots = frequency.slots if isinstance(frequency, TimesPerDay) else ()
        for slot, button in self._slots.items():
            button.setChecked(slot in chosen_slots)
        said = "" if frequency is None else frequency_sentence(frequency, self._words)
        self._said.setText(said[:1].upper() + said[1:])
        self._said.setVisible(bool(said))

    def _show_number(self) -> None:
        words = self._words
        match self._frequency:
            case TimesPerDay(least=number):
                most, unit = 12, words.pgettext("after a number", "times a day")
            case EveryDays(days=number):
                most, unit = 14, words.pgettext("between", "days from one to the next")
            case PerWeek(least=number):
                most, unit = 7, words.pgettext("after a number", "days a week")
            case AsNeeded(most_per_day=number):
                most, unit = 12, words.pgettext("after a number", "times a day at most")
            case _:
                return
        self._number.set_range(1, max(most, number))
        self._number.show_value(number)
        self._unit.setText(unit)

    def _build(self) -> None:
        self._tops, self._week, self._day = QWidget(), QWidget(), QWidget()
        tops = FlowLayout(self._tops, spacing=8)
        tops.addWidget(self._number)
        tops.addWidget(self._unit)
        week = FlowLayout(self._week, spacing=4)
        for button in self._days.values():
            week.addWidget(button)
        day = FlowLayout(self._day, spacing=4)
        for button in self._slots.values():
            day.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._rhythm, self._tops, self._week, self._day, self._said):
            column.addWidget(widget)

    def _connect(self) -> None:
        self._rhythm.activated.connect(self._on_rhythm_activated)
        self._number.value_changed.connect(self._on_number_value_changed)
        for day_button in self._days.values():
            day_button.clicked.connect(self._on_days_clicked)
        for slot_button in self._slots.values():
            slot_button.clicked.connect(self._on_slots_clicked)

    def _toggle(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", "choice")
        button.setCheckable(True)
        return button

    def _choose(self, frequency: Frequency | None) -> None:
        if frequency != self._frequency:
            self.show_frequency(frequency)
            self.frequency_changed.emit(frequency)

    @Slot(int)
    def _on_rhythm_activated(self, _index: int) -> None:
        rhythm = Rhythm(self._rhythm.currentData())
        if rhythm is not rhythm_of(self._frequency):
            self._choose(_STARTS[rhythm])

    @Slot(float)
    def _on_number_value_changed(self, value: float) -> None:
        number, now = round(value), self._frequency
        match now:
            case TimesPerDay():
                self._choose(TimesPerDay(least=number, most=number, slots=now.slots))
            case EveryDays():
                self._choose(EveryDays(days=number))
            case PerWeek():
                apart = now.apart if number * now.apart <= len(Weekday) else 1
                self._choose(PerWeek(least=number, most=number, apart=apart))
            case AsNeeded():
                self._choose(AsNeeded(most_per_day=number))
            case _:
                return

    @Slot()
    def _on_days_clicked(self) -> None:
        days = tuple(day for day, button in self._days.items() if button.isChecked())
        if days:
            self._choose(OnWeekdays(days=days))
        else:
            self.show_frequency(self._frequency)  # one day at least

    @Slot()
    def _on_slots_clicked(self) -> None:
        if not isinstance(self._frequency, TimesPerDay):
            return
        slots = tuple(slot for slot, button in self._slots.items() if button.isChecked())
        times = max(self._frequency.least, len(slots))
        self._choose(TimesPerDay(least=times, most=max(times, self._frequency.most), slots=slots))

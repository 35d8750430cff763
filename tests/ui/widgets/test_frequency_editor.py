"""Every rhythm can be chosen, and shows what belongs to it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.frequency import (
    AroundRuns,
    AsNeeded,
    EveryDays,
    Frequency,
    OnWeekdays,
    PerWeek,
    Slot,
    TimesPerDay,
    Weekday,
)
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.frequency_editor import FrequencyEditor, Rhythm, rhythm_of
from tests.helpers.widgets import child


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme, words: Words) -> FrequencyEditor:
    """The editor of one exercise, as often as its group."""
    made = FrequencyEditor(theme, words, own=True)
    qtbot.addWidget(made)
    return made


def choose(editor: FrequencyEditor, rhythm: Rhythm) -> None:
    """Choose a rhythm as a person does."""
    combo = child(editor, QComboBox, "rhythm")
    combo.setCurrentIndex(combo.findData(rhythm.value))
    combo.activated.emit(combo.currentIndex())


@pytest.mark.parametrize("rhythm", list(Rhythm))
def test_each_rhythm_is_chosen_and_recognized(editor: FrequencyEditor, rhythm: Rhythm) -> None:
    told: list[Frequency | None] = []
    editor.frequency_changed.connect(told.append)
    choose(editor, rhythm)
    assert rhythm_of(editor.frequency) is rhythm
    assert len(told) == (0 if rhythm is Rhythm.AS_GROUP else 1)


@pytest.mark.parametrize(
    ("start", "number", "after"),
    [
        (TimesPerDay(), 3, TimesPerDay(least=3, most=3)),
        (EveryDays(days=2), 3, EveryDays(days=3)),
        (PerWeek(least=3, most=3, apart=2), 4, PerWeek(least=4, most=4)),
        (PerWeek(least=2, most=2, apart=2), 3, PerWeek(least=3, most=3, apart=2)),
        (AsNeeded(most_per_day=4), 2, AsNeeded(most_per_day=2)),
    ],
)
def test_the_number_belongs_to_the_rhythm(
    editor: FrequencyEditor, start: Frequency, number: int, after: Frequency
) -> None:
    editor.show_frequency(start)
    editor._number.box.setValue(number)
    assert editor.frequency == after


def test_weekdays_are_toggled_and_one_stays(editor: FrequencyEditor) -> None:
    editor.show_frequency(OnWeekdays(days=(Weekday.MONDAY, Weekday.FRIDAY)))
    child(editor, QPushButton, "day_0").click()
    assert editor.frequency == OnWeekdays(days=(Weekday.FRIDAY,))
    friday = child(editor, QPushButton, "day_4")
    friday.click()
    assert editor.frequency == OnWeekdays(days=(Weekday.FRIDAY,))
    assert friday.isChecked()
    assert child(editor, QLabel, "frequency_sentence").text() == "Friday"


def test_times_of_the_day_raise_the_number(editor: FrequencyEditor) -> None:
    editor.show_frequency(TimesPerDay())
    child(editor, QPushButton, "slot_morning").click()
    child(editor, QPushButton, "slot_evening").click()
    assert editor.frequency == TimesPerDay(least=2, most=2, slots=(Slot.MORNING, Slot.EVENING))


def test_a_group_has_no_frequency_of_its_group(qtbot: QtBot, theme: Theme, words: Words) -> None:
    made = FrequencyEditor(theme, words)
    qtbot.addWidget(made)
    assert child(made, QComboBox, "rhythm").findData(Rhythm.AS_GROUP.value) == -1
    made.show_frequency(AroundRuns(after=True))
    assert child(made, QComboBox, "rhythm").currentText() == "After a run"

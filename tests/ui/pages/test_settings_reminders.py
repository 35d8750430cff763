"""The card of reminders: off until chosen, times, quiet hours, and what they do to each other."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from ankle_coach.domain.settings import Settings
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.settings_reminders import ReminderCard
from ankle_coach.ui.theme import Theme
from tests.helpers.widgets import child, label


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, words: Words) -> ReminderCard:
    card = ReminderCard(theme, words, lambda: True)
    qtbot.addWidget(card)
    card.show_settings(Settings(reminders=True))
    return card


def test_they_are_off_until_chosen_and_then_the_times_can_be_changed(
    qtbot: QtBot, card: ReminderCard
) -> None:
    card.show_settings(Settings())
    assert not child(card, QCheckBox, "reminders").isChecked()
    assert not child(card, QComboBox, "remind_check_in_at").isEnabled()
    with qtbot.waitSignal(card.changed) as told:
        child(card, QCheckBox, "reminders").click()
    assert told.args == [{"reminders": True}]


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("remind_check_in_at", time(8)),
        ("remind_sessions_at", time(18)),
        ("quiet_from", time(21)),
        ("quiet_until", time(8)),
    ],
)
def test_each_time_is_shown_and_told(qtbot: QtBot, card: ReminderCard, field: str, shown: time) -> None:
    combo = child(card, QComboBox, field)
    assert combo.currentData() == shown.isoformat()
    with qtbot.waitSignal(card.changed) as told:
        combo.setCurrentIndex(combo.findData("06:30:00"))
    assert told.args == [{field: time(6, 30)}]


def test_each_reminder_can_be_left_out(qtbot: QtBot, card: ReminderCard) -> None:
    combo = child(card, QComboBox, "remind_sessions_at")
    with qtbot.waitSignal(card.changed) as told:
        combo.setCurrentIndex(combo.findText("Never"))
    assert told.args == [{"remind_sessions_at": None}]
    card.show_settings(Settings(reminders=True, remind_sessions_at=None))
    assert combo.currentText() == "Never"
    assert child(card, QComboBox, "quiet_from").findText("Never") < 0


def test_the_check_in_can_only_be_in_the_morning(card: ReminderCard) -> None:
    combo = child(card, QComboBox, "remind_check_in_at")
    assert combo.findData("11:30:00") > 0
    assert combo.findData("12:00:00") < 0


def test_a_time_that_is_none_of_the_choices_is_shown_as_it_is(card: ReminderCard) -> None:
    card.show_settings(Settings(reminders=True, remind_check_in_at=time(7, 45)))
    assert child(card, QComboBox, "remind_check_in_at").currentData() == "07:45:00"


def test_what_the_quiet_hours_do_to_a_time_is_said(card: ReminderCard) -> None:
    assert label(card, "reminder_note").isHidden()
    card.show_settings(Settings(reminders=True, remind_check_in_at=time(7), remind_sessions_at=time(22)))
    said = label(card, "reminder_note").text().splitlines()
    assert said[0].startswith("Morning check-in: after the quiet hours, at ")
    assert said[1] == "Today's sessions: too late after the quiet hours."


def test_a_desktop_without_a_tray_is_told_of_once(qtbot: QtBot, theme: Theme, words: Words) -> None:
    without = ReminderCard(theme, words, lambda: False)
    qtbot.addWidget(without)
    assert "foot of the window" in label(without, "no_tray").text()
    with_tray = ReminderCard(theme, words, lambda: True)
    qtbot.addWidget(with_tray)
    assert with_tray.findChild(QLabel, "no_tray") is None

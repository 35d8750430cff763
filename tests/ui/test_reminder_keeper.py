"""The keeper: one timer aimed at the next moment, each reminder once, and what is done is taken back."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.reminder_times import ReminderKind
from ankle_coach.domain.reminders import Reminder
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.reminder_keeper import ReminderKeeper
from ankle_coach.ui.reminder_switch import ReminderSwitch
from tests.helpers.coach import FakeCoach
from tests.helpers.story import Story, early_story
from tests.services.test_reminder_service import service_of

HOUR = 3600.0


@pytest.fixture
def story() -> Story:
    """Monday at seven in the morning, reminders on."""
    return early_story()


@pytest.fixture
def hub() -> ChangeHub:
    return ChangeHub()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """Owns the keeper, so that its timer ends with the test."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def _keeper(
    story: Story, hub: ChangeHub, owner: QObject
) -> tuple[ReminderKeeper, list[Reminder], list[ReminderKind]]:
    keeper = ReminderKeeper(service_of(story.coach), hub, owner)
    told: list[Reminder] = []
    withdrawn: list[ReminderKind] = []
    keeper.reminded.connect(told.append)
    keeper.withdrawn.connect(withdrawn.append)
    return keeper, told, withdrawn


def test_the_timer_is_aimed_at_the_next_moment(story: Story, hub: ChangeHub, owner: QObject) -> None:
    keeper, told, _ = _keeper(story, hub, owner)
    assert keeper.waits_ms == HOUR * 1000 + 1
    story.coach.clock.advance(HOUR)
    keeper.look()
    assert [reminder.kind for reminder in told] == [ReminderKind.CHECK_IN]
    assert keeper.waits_ms == 10 * HOUR * 1000 + 1


def test_each_reminder_comes_once_a_day_and_again_the_next(
    story: Story, hub: ChangeHub, owner: QObject
) -> None:
    keeper, told, _ = _keeper(story, hub, owner)
    for _ in range(2 * 48):
        story.coach.clock.advance(HOUR / 2)
        keeper.look()
    assert [(reminder.kind.value, reminder.day.day) for reminder in told] == [
        ("check-in", 2),
        ("sessions", 2),
        ("check-in", 3),
        ("sessions", 3),
    ]


def test_what_was_due_before_the_start_is_left_to_today(story: Story, hub: ChangeHub, owner: QObject) -> None:
    story.coach.clock.advance(2 * HOUR)
    keeper, told, _ = _keeper(story, hub, owner)
    keeper.look()
    assert told == []
    assert keeper.is_waiting


def test_what_is_done_meanwhile_is_taken_back(story: Story, hub: ChangeHub, owner: QObject) -> None:
    keeper, _, withdrawn = _keeper(story, hub, owner)
    story.coach.clock.advance(HOUR)
    keeper.look()
    story.morning(0)
    hub.publish(Changes.CHECK_INS)
    assert withdrawn == [ReminderKind.CHECK_IN]


def test_what_is_done_before_its_time_is_never_told(story: Story, hub: ChangeHub, owner: QObject) -> None:
    keeper, told, _ = _keeper(story, hub, owner)
    story.morning(0)
    hub.publish(Changes.CHECK_INS)
    assert keeper.waits_ms == 11 * HOUR * 1000 + 1
    story.coach.clock.advance(2 * HOUR)
    keeper.look()
    assert told == []


def test_another_time_and_switching_off_aim_anew(story: Story, hub: ChangeHub, owner: QObject) -> None:
    keeper, _, _ = _keeper(story, hub, owner)
    hub.publish(story.services.settings.change(remind_check_in_at=time(9)))
    assert keeper.waits_ms == 2 * HOUR * 1000 + 1
    hub.publish(story.services.settings.change(reminders=False))
    assert not keeper.is_waiting


def test_after_the_computers_sleep_it_looks_when_the_window_comes_to_the_front(
    story: Story, hub: ChangeHub, owner: QObject
) -> None:
    keeper, told, _ = _keeper(story, hub, owner)
    story.coach.clock.suspend(2 * HOUR)
    keeper._on_application_state_changed(Qt.ApplicationState.ApplicationInactive)
    assert told == []
    keeper._on_application_state_changed(Qt.ApplicationState.ApplicationActive)
    assert [reminder.kind for reminder in told] == [ReminderKind.CHECK_IN]


def test_a_journal_that_cannot_be_read_stops_the_watch_and_nothing_else(
    story: Story, hub: ChangeHub, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper, told, _ = _keeper(story, hub, owner)

    def fails(*_: object) -> None:
        raise StorageError("the disk is gone")

    monkeypatch.setattr(keeper._service, "due", fails)
    story.coach.clock.advance(HOUR)
    keeper.look()
    assert told == []
    assert not keeper.is_waiting


def test_nothing_is_made_until_reminders_are_switched_on_and_then_once(hub: ChangeHub) -> None:
    settings = FakeCoach().services.settings
    made: list[QObject] = []

    def make() -> QObject:
        made.append(QObject(hub))
        return made[-1]

    switch = ReminderSwitch(settings, hub, make)
    hub.publish(settings.change(flash=True))
    assert not switch.is_made
    hub.publish(settings.change(reminders=True))
    hub.publish(settings.change(reminders=False))
    hub.publish(settings.change(reminders=True))
    assert len(made) == 1
    assert switch.is_made

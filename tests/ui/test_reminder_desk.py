"""Reminders as a person meets them: in the tray or at the window's foot, and the way to Today."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.main_window import MainWindow, PageSpec
from ankle_coach.ui.reminder_desk import ReminderDesk
from ankle_coach.ui.reminder_tray import ReminderTray, has_tray
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.reminder_bar import ReminderBar
from tests.helpers.story import Story, early_story
from tests.helpers.widgets import child, texts
from tests.services.test_reminder_service import service_of

HOUR = 3600.0


class FakeTray(QSystemTrayIcon):
    """A tray icon that writes down what it is asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[tuple[str, str]] = []
        self.shown = False

    def showMessage(self, title: str, message: str, *_: object) -> None:
        """Write a message down."""
        self.messages.append((title, message))

    def show(self) -> None:
        """Remember that it is in the tray."""
        self.shown = True

    def hide(self) -> None:
        """Remember that it is not."""
        self.shown = False


@pytest.fixture
def story() -> Story:
    """Monday at seven in the morning, reminders on."""
    return early_story()


@pytest.fixture
def hub() -> ChangeHub:
    return ChangeHub()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, words: Words) -> MainWindow:
    """A window at its second page."""
    window = MainWindow(
        theme,
        words,
        (PageSpec("today", "Today", "today", QWidget), PageSpec("plan", "Plan", "plan", QWidget)),
    )
    qtbot.addWidget(window)
    window.show_page("plan")
    return window


def _pass(story: Story, desk: ReminderDesk, hours: float) -> None:
    story.coach.clock.advance(hours * HOUR)
    desk.keeper.look()


def test_without_a_tray_the_reminder_stands_at_the_foot_and_leads_to_today(
    story: Story, window: MainWindow, theme: Theme, words: Words, hub: ChangeHub
) -> None:
    desk = ReminderDesk(service_of(story.coach), window, theme, words, hub, tray=None)
    bar = child(window, ReminderBar)
    assert bar.isHidden()
    _pass(story, desk, 1)
    assert not bar.isHidden()
    assert "Morning check-in" in texts(bar)
    child(child(bar, QWidget, "reminder_check-in"), QPushButton, "banner_action").click()
    assert window.current_key == "today"
    assert bar.isHidden()


def test_a_reminder_can_be_put_away_and_goes_by_itself_when_it_is_done(
    story: Story, window: MainWindow, theme: Theme, words: Words, hub: ChangeHub
) -> None:
    desk = ReminderDesk(service_of(story.coach), window, theme, words, hub, tray=None)
    bar = child(window, ReminderBar)
    _pass(story, desk, 1)
    child(bar, QPushButton, "put_away").click()
    assert bar.isHidden()
    assert window.current_key == "plan"
    _pass(story, desk, 10)
    assert bar.kinds == ("sessions",)
    assert "Still to do today: Strength A." in texts(bar)
    story.play_all()
    hub.publish(Changes.SESSIONS)
    assert bar.isHidden()


def test_with_a_tray_it_is_a_notification_whose_click_leads_to_today(
    story: Story, window: MainWindow, theme: Theme, words: Words, hub: ChangeHub
) -> None:
    fake = FakeTray()
    tray = ReminderTray(QIcon(), words, window, tray=fake)
    desk = ReminderDesk(service_of(story.coach), window, theme, words, hub, tray=tray)
    assert fake.shown
    assert window.findChild(ReminderBar) is None
    _pass(story, desk, 1)
    assert fake.messages == [("Morning check-in", "How does the ankle feel? Under 30 seconds.")]
    fake.messageClicked.emit()
    assert window.current_key == "today"
    assert window.isVisible()
    window.hide()


def test_a_click_on_the_icon_leads_to_today_and_its_menu_does_not(
    qtbot: QtBot, words: Words, window: MainWindow
) -> None:
    fake = FakeTray()
    tray = ReminderTray(QIcon(), words, window, tray=fake)
    with qtbot.waitSignal(tray.opened):
        fake.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.opened):
        fake.activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_the_icon_leaves_the_tray_while_reminders_are_off(
    story: Story, window: MainWindow, theme: Theme, words: Words, hub: ChangeHub
) -> None:
    fake = FakeTray()
    tray = ReminderTray(QIcon(), words, window, tray=fake)
    ReminderDesk(service_of(story.coach), window, theme, words, hub, tray=tray)
    hub.publish(story.services.settings.change(reminders=False))
    assert not fake.shown
    hub.publish(story.services.settings.change(reminders=True))
    assert fake.shown


def test_a_session_in_play_stays_over_today(
    story: Story, window: MainWindow, theme: Theme, words: Words, hub: ChangeHub
) -> None:
    desk = ReminderDesk(service_of(story.coach), window, theme, words, hub, tray=None)
    player = QWidget()
    window.show_player(player)
    desk.open_today()
    assert window.player is player
    assert window.current_key == "today"
    window.leave_player()
    window.hide()


def test_the_offscreen_desktop_has_no_tray() -> None:
    assert not has_tray()

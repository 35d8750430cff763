"""A window that stays open over night shows the new day."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.date_words import long_date
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.coach_keeper import CoachKeeper
from ankle_coach.ui.day_watch import DayWatch
from ankle_coach.ui.pages.today_page import TodayPage
from ankle_coach.ui.theme import Theme
from tests.helpers.coach import FakeCoach
from tests.helpers.today import today_parts
from tests.helpers.widgets import texts

DAY = 24 * 3600


def _watched(coach: FakeCoach) -> tuple[DayWatch, ChangeHub, list[Changes]]:
    hub, heard = ChangeHub(), []
    watch = DayWatch(coach.services.reader.until, hub)
    hub.changed.connect(lambda changes, _: heard.append(changes))
    return watch, hub, heard


def test_nothing_is_told_while_the_day_is_the_same(qtbot: QtBot) -> None:
    coach = FakeCoach().with_plan()
    watch, _, heard = _watched(coach)
    watch.look()
    coach.clock.advance(60)
    watch.look()
    assert heard == []


def test_a_new_day_and_its_noon_are_each_told_once(qtbot: QtBot) -> None:
    coach = FakeCoach().with_plan()
    watch, _, heard = _watched(coach)
    seen = coach.services.reader.until()
    for _ in range(2 * 24 * 4):
        coach.clock.advance(900)
        watch.look()
    assert coach.services.reader.until().day == seen.day + timedelta(days=2)
    assert len(heard) == 4


def test_coming_back_to_the_window_is_a_look(qtbot: QtBot) -> None:
    coach = FakeCoach().with_plan()
    _, _, heard = _watched(coach)
    coach.clock.suspend(DAY)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert heard == []
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert len(heard) == 1


def test_today_shows_the_new_day_and_its_unanswered_morning(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan()
    services = coach.services
    watch, hub, _ = _watched(coach)
    CoachKeeper(lambda: services.coach, hub)
    page = TodayPage(today_parts(services), theme, words, hub)
    qtbot.addWidget(page)
    page._check_in.scale.set_value(2)
    coach.clock.advance(DAY)
    watch.look()

    assert long_date(services.journal.today(), words) in texts(page)
    assert page._check_in.scale.value is None

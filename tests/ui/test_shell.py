"""The ways between the pages, in a whole window over fakes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.intake_form import Reason
from ankle_coach.i18n import translator
from ankle_coach.page_makers import Pages
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.before_session_dialog import BeforeSessionDialog
from ankle_coach.ui.pages.player_page import PlayerPage
from ankle_coach.ui.pages.today_page import TodayPage
from ankle_coach.ui.pages.welcome_page import WelcomePage
from ankle_coach.ui.shell import Shell
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.toast import Toast
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import child


@pytest.fixture
def coach() -> FakeCoach:
    return FakeCoach()


@pytest.fixture
def shell(qtbot: QtBot, theme: Theme, coach: FakeCoach, tmp_path: Path) -> Iterator[Shell]:
    words, hub, services = translator(), ChangeHub(), coach.services
    pages = Pages(services, coach.clock, theme, words, hub, tmp_path)
    shell = Shell(pages.factories(), lambda: services.sessions, services.settings, theme, words, hub)
    qtbot.addWidget(shell.window)
    yield shell
    shell.window.leave_player()


def test_the_first_run_leads_to_today(shell: Shell) -> None:
    shell.begin(first_run=True)
    welcome = shell.window.player
    assert isinstance(welcome, WelcomePage)
    child(welcome, QPushButton, "runner_button").click()
    welcome.draft.set_reason(Reason.PREVENT)
    welcome.draft.update(age=40)
    for name in ("next_button", "next_button"):
        child(welcome, QPushButton, name).click()
    for group in ("now", "joint", "course", "person"):
        child(welcome, QPushButton, f"no_to_{group}").click()
    for name in ("next_button", "accept_button"):
        child(welcome, QPushButton, name).click()
    assert shell.window.player is None
    assert shell.window.current_key == "today"


def test_start_on_a_card_opens_the_player_of_that_session(shell: Shell, coach: FakeCoach) -> None:
    coach.with_plan("p3")
    shell.begin(first_run=False)
    today = shell.window.page("today")
    assert isinstance(today, TodayPage)
    child(today, QPushButton, "start_strength-a").click()
    before = child(shell.window, BeforeSessionDialog)  # it loads, so that two questions come first
    child(before, PainScale, "before_pain").set_value(1)
    child(before, QPushButton, "before_start").click()
    assert isinstance(shell.window.player, PlayerPage)
    progress = coach.services.sessions.in_progress()
    assert progress is not None
    assert (progress.session, progress.pain_before) == ("strength-a", 1)


def test_a_session_that_is_canceled_before_it_starts_leaves_nothing(shell: Shell, coach: FakeCoach) -> None:
    coach.with_plan("p3")
    shell.begin(first_run=False)
    child(shell.window, QPushButton, "start_strength-a").click()
    child(child(shell.window, BeforeSessionDialog), QPushButton, "before_cancel").click()
    assert shell.window.player is None
    assert coach.services.sessions.in_progress() is None


def test_too_much_pain_before_it_takes_the_loading_out(shell: Shell, coach: FakeCoach) -> None:
    coach.with_plan("p3")
    shell.begin(first_run=False)
    child(shell.window, QPushButton, "start_strength-a").click()
    before = child(shell.window, BeforeSessionDialog)
    child(before, PainScale, "before_pain").set_value(7)
    child(before, QPushButton, "before_start").click()
    assert shell.window.player is None
    told = child(shell.window, Toast).message
    assert (
        told == "Nothing of this session may be done today. Too much pain or swelling: nothing loads today."
    )
    assert shell.window.findChild(QPushButton, "start_strength-a") is None, "Today goes with it at once"


def test_a_session_left_unfinished_can_be_finished_or_discarded(shell: Shell, coach: FakeCoach) -> None:
    coach.with_plan("p3")
    coach.services.sessions.start("strength-a")
    shell.begin(first_run=False)
    today = shell.window.page("today")
    assert today is not None
    child(today, QPushButton, "finish_button").click()
    assert coach.services.sessions.in_progress() is None
    assert len(coach.services.journal.summaries()) == 1
    coach.services.sessions.start("strength-a")
    child(today, QPushButton, "discard_button").click()
    assert coach.services.sessions.in_progress() is None
    assert len(coach.services.journal.summaries()) == 1


def test_a_store_that_fails_is_said_and_nothing_opens(shell: Shell, coach: FakeCoach) -> None:
    coach.with_plan("p3")
    shell.begin(first_run=False)
    coach.journal.failure = StorageError("journal.sqlite3: the disk is full")
    today = shell.window.page("today")
    assert today is not None
    child(today, QPushButton, "start_strength-a").click()
    child(child(shell.window, BeforeSessionDialog), QPushButton, "before_start").click()
    assert shell.window.player is None
    assert child(shell.window, Toast).message == "journal.sqlite3: the disk is full"


def test_every_page_of_the_rail_opens(shell: Shell, coach: FakeCoach) -> None:
    coach.with_plan("p3")
    for key in ("today", "plan", "exercises", "journal", "running", "settings"):
        shell.window.show_page(key)
        assert shell.window.current_key == key


def test_the_place_of_the_window_is_remembered(shell: Shell, coach: FakeCoach) -> None:
    shell.remember_place()
    assert coach.settings.current().window_geometry

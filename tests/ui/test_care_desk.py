"""Ice in the window: from its card through questions, start and skin check to its end, and from the bar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.care import CareKind, CareRecord
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.ice_rules import IceRecord
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Block
from ankle_coach.i18n import translator
from ankle_coach.page_makers import Pages
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.care_dialog import CareDialog
from ankle_coach.ui.dialogs.ice_dialog import IceDialog
from ankle_coach.ui.shell import Shell
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.answer_rows import AnswerRows
from ankle_coach.ui.widgets.care_bar import CareBar
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.care import CLEAR_ICE, CLEAR_WRAP, RULES
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import child, label, press, texts

MINUTE = 60


@pytest.fixture
def coach() -> FakeCoach:
    return FakeCoach().with_plan("p3")


@pytest.fixture
def shell(qtbot: QtBot, theme: Theme, coach: FakeCoach, tmp_path: Path) -> Iterator[Shell]:
    yield from _shell(qtbot, theme, coach, tmp_path)


def _shell(qtbot: QtBot, theme: Theme, coach: FakeCoach, folder: Path) -> Iterator[Shell]:
    words, hub, services = translator(), ChangeHub(), coach.services
    coach.settings.save(msgspec.structs.replace(coach.settings.current(), sound=False))
    pages = Pages(services, coach.clock, theme, words, hub, folder)
    shell = Shell(pages.factories(), lambda: services.sessions, services.settings, theme, words, hub)
    qtbot.addWidget(shell.window)
    shell.begin(first_run=False)
    shell.watch_care()
    shell.window.show()
    yield shell
    shell.care.watch.stop()
    for dialog in shell.window.findChildren(QWidget):
        if dialog.isWindow():
            dialog.close()
    shell.window.leave_player()
    shell.window.hide()


def _open(shell: Shell) -> IceDialog:
    today = shell.window.page("today")
    assert today is not None
    child(today, QPushButton, "start_ice").click()
    return shell.window.findChildren(IceDialog)[-1]


def _started(shell: Shell) -> IceDialog:
    dialog = _open(shell)
    child(dialog, AnswerRows).set_answers(CLEAR_ICE)
    child(dialog, QPushButton, "ice_start").click()
    return dialog


def _pass(shell: Shell, coach: FakeCoach, seconds: float) -> None:
    coach.clock.advance(seconds)
    shell.care.watch.look()


def _person(coach: FakeCoach) -> str:
    return coach.services.people.required().id


def test_the_card_of_ice_leads_to_its_questions_and_not_to_the_player(shell: Shell) -> None:
    dialog = _open(shell)

    assert shell.window.player is None
    assert child(dialog, AnswerRows).answers == {}
    assert not child(dialog, QPushButton, "ice_start").isEnabled()


def test_ice_is_never_played(coach: FakeCoach) -> None:
    with pytest.raises(NotFoundError, match="own card"):
        coach.services.sessions.start("ice")


def test_questions_are_answered_by_keyboard_alone(shell: Shell, coach: FakeCoach) -> None:
    dialog = _open(shell)
    for answer in CLEAR_ICE.values():
        press(dialog.focusWidget(), Qt.Key.Key_N if answer is ScreenAnswer.NO else Qt.Key.Key_Y)
    assert child(dialog, AnswerRows).answers == CLEAR_ICE
    press(dialog, Qt.Key.Key_Return)

    assert coach.services.ice.running() is not None
    assert label(dialog, "ice_digits").text() == "15:00"


def test_a_block_is_told_with_what_to_do_and_starts_nothing(shell: Shell, coach: FakeCoach) -> None:
    dialog = _open(shell)
    child(dialog, AnswerRows).set_answers({**CLEAR_ICE, "numb-now": ScreenAnswer.YES})
    child(dialog, QPushButton, "ice_start").click()

    assert "Is it numb or tingling now?" in texts(dialog)
    assert "seen the same day" in texts(dialog)
    assert coach.services.ice.running() is None
    child(dialog, QPushButton, "ice_again").click()
    assert child(dialog, QPushButton, "ice_start") is not None


@pytest.mark.parametrize("block", RULES.ice.blocks, ids=lambda block: block.id)
@pytest.mark.parametrize("unsure", [False, True], ids=["flagged", "unsure"])
def test_each_block_keeps_ice_closed_and_is_named(
    shell: Shell, coach: FakeCoach, block: Block, unsure: bool
) -> None:
    dialog = _open(shell)
    against = ScreenAnswer.YES if block.flagged_by == "yes" else ScreenAnswer.NO
    child(dialog, AnswerRows).set_answers({**CLEAR_ICE, block.id: ScreenAnswer.UNSURE if unsure else against})
    child(dialog, QPushButton, "ice_start").click()

    assert block.text in texts(child(dialog, QWidget, "ice_refusal"))
    assert coach.services.ice.running() is None


def test_a_condition_to_ask_about_advises(shell: Shell) -> None:
    dialog = _open(shell)
    child(dialog, AnswerRows).set_answers(CLEAR_ICE)
    child(dialog, QCheckBox, "ask_heart").click()
    child(dialog, QPushButton, "ice_start").click()

    assert "Heart disease or angina" in texts(child(dialog, QWidget, "ice_ask_first"))


def test_twenty_minutes_is_the_longest_choice(shell: Shell, coach: FakeCoach) -> None:
    dialog = _open(shell)
    child(dialog, AnswerRows).set_answers(CLEAR_ICE)
    child(dialog, SegmentedControl, "ice_minutes").set_current("20")
    child(dialog, QPushButton, "ice_start").click()

    now = coach.services.ice.running()
    assert now is not None
    assert now.left == 20 * MINUTE


def test_ice_goes_on_under_every_page_and_the_bar_asks_for_the_skin(shell: Shell, coach: FakeCoach) -> None:
    _started(shell).reject()
    bar = child(shell.window, CareBar)
    assert "15:00 left" in texts(bar)
    shell.window.show_page("exercises")
    shell.window.showMinimized()
    _pass(shell, coach, 5 * MINUTE)
    assert "look at the skin" in texts(bar)
    child(bar, QPushButton, "bar_skin_fine").click()
    assert "10:00 left" in texts(bar)
    _pass(shell, coach, 10 * MINUTE)
    assert "Take the ice off now" in texts(bar)
    child(bar, QPushButton, "bar_ice_off").click()

    assert bar.isHidden()
    (record,) = coach.journal.entries(_person(coach), IceRecord)
    assert record.seconds == 15 * MINUTE


def test_skin_that_is_not_fine_ends_it_in_the_panel(shell: Shell, coach: FakeCoach) -> None:
    _started(shell).reject()
    _pass(shell, coach, 5 * MINUTE)
    child(child(shell.window, CareBar), QPushButton, "bar_skin_not_fine").click()
    dialog = shell.window.findChildren(IceDialog)[-1]
    child(dialog, QPushButton, "skin_marks").click()

    assert "stays white or mottled" in texts(dialog)
    (record,) = coach.journal.entries(_person(coach), IceRecord)
    assert record.stopped_for == "skin"


def test_the_card_says_how_often_and_when_again(shell: Shell, coach: FakeCoach) -> None:
    dialog = _started(shell)
    _pass(shell, coach, 15 * MINUTE)
    child(dialog, QPushButton, "ice_off").click()
    dialog.reject()
    today = shell.window.page("today")
    assert today is not None

    assert "Next one possible at 10:15 AM · 1 of 4 today" in texts(today)
    again = _open(shell)
    assert "At least 2 hours" in texts(again)
    assert "10:15 AM" in texts(again)


def test_after_a_restart_the_bar_is_there_at_once(
    qtbot: QtBot, theme: Theme, shell: Shell, coach: FakeCoach, tmp_path: Path
) -> None:
    _started(shell).reject()
    shell.care.watch.stop()
    coach.clock.suspend(40 * MINUTE)
    for again in _shell(qtbot, theme, FakeCoach(clock=coach.clock, journal=coach.journal), tmp_path):
        bar = child(again.window, CareBar)
        assert "Take the ice off now" in texts(bar)
        assert "40 minutes" in texts(bar)
        child(bar, QPushButton, "bar_ice_on_time").click()

    (record,) = coach.journal.entries(_person(coach), IceRecord)
    assert record.seconds == 15 * MINUTE


def test_a_wrap_is_refused_over_a_wound_and_else_stays_in_the_bar_until_it_is_off(
    shell: Shell, coach: FakeCoach
) -> None:
    dialog = shell.care.open("rec-compression")
    assert isinstance(dialog, CareDialog)
    rows, begin = child(dialog, AnswerRows), child(dialog, QPushButton, "care_start")
    rows.set_answers({**CLEAR_WRAP, "open-wound": ScreenAnswer.YES})
    assert not begin.isEnabled()
    assert "No wrap now" in texts(dialog)
    rows.set_answers(CLEAR_WRAP)
    assert "Take it off at night" in [box.text() for box in dialog.findChildren(QCheckBox)]
    begin.click()
    bar = child(shell.window, CareBar)
    assert "Wrap on since 8:00 AM" in texts(bar)
    coach.clock.advance(14 * 3600)
    shell.care.watch.look()
    assert "for the night" in texts(bar)
    child(bar, QPushButton, "bar_toes").click()

    (record,) = coach.journal.entries(_person(coach), CareRecord)
    assert (record.kind, record.stopped_for) == (CareKind.COMPRESSION, "toes")
    assert record.seconds == 14 * 3600


def test_a_leg_goes_up_for_20_minutes(shell: Shell, coach: FakeCoach) -> None:
    dialog = shell.care.open("rec-elevation")
    child(dialog, QPushButton, "care_start").click()
    bar = child(shell.window, CareBar)
    assert "Leg up. 20:00 left" in texts(bar)
    _pass(shell, coach, 20 * MINUTE)
    assert "is over" in texts(bar)
    child(bar, QPushButton, "bar_elevation_off").click()

    (record,) = coach.journal.entries(_person(coach), CareRecord)
    assert record.seconds == 20 * MINUTE
    assert record.started.at + timedelta(minutes=20) == coach.clock.now()
    assert coach.services.care.used_today(CareKind.ELEVATION) == 1

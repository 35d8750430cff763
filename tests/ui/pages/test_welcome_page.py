"""The first run by keyboard and by mouse: nothing is kept before the plan is accepted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.welcome_page import WelcomePage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import press


@pytest.fixture
def coach() -> FakeCoach:
    return FakeCoach()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach) -> WelcomePage:
    page = WelcomePage(coach.services.plans, coach.library, theme, words, ChangeHub())
    qtbot.addWidget(page)
    return page


def _button(page: WelcomePage, name: str) -> QPushButton:
    button = page.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    return button


def _choose(page: WelcomePage, name: str, key: str) -> None:
    control = page.findChild(SegmentedControl, name)
    assert isinstance(control, SegmentedControl)
    control.set_current(key)


def _screen(page: WelcomePage) -> int:
    screens = page.findChild(QStackedWidget, "welcome_screens")
    assert isinstance(screens, QStackedWidget)
    return screens.currentIndex()


def test_the_way_to_a_plan_by_keyboard(qtbot: QtBot, page: WelcomePage, coach: FakeCoach) -> None:
    for name in ("runner_button", "to_plan_button", "accept_button"):
        assert _button(page, name).focusPolicy() & Qt.FocusPolicy.TabFocus
    _button(page, "runner_button").setFocus()
    press(_button(page, "runner_button"), Qt.Key.Key_Space)
    _choose(page, "side_choice", "right")
    _choose(page, "state_choice", "p3")
    press(_button(page, "to_plan_button"), Qt.Key.Key_Space)
    assert coach.services.plans.versions() == ()
    with qtbot.waitSignal(page.accepted):
        press(_button(page, "accept_button"), Qt.Key.Key_Space)
    plan = coach.services.plans.current()
    assert plan is not None
    assert (plan.phase, plan.affected) == ("p3", Side.RIGHT)


def test_a_sign_leads_to_who_to_see_and_to_no_plan(page: WelcomePage, coach: FakeCoach) -> None:
    _button(page, "runner_button").click()
    _button(page, "sign_button").click()
    assert _screen(page) == 3
    assert coach.services.plans.versions() == ()
    _button(page, "back_from_stop").click()
    assert _screen(page) == 1


def test_escape_goes_back(page: WelcomePage) -> None:
    _button(page, "runner_button").click()
    press(page, Qt.Key.Key_Escape)
    assert _screen(page) == 0


def test_the_sample_is_asked_for(qtbot: QtBot, page: WelcomePage) -> None:
    with qtbot.waitSignal(page.demo_requested):
        _button(page, "demo_button").click()


def test_choosing_anew_begins_at_the_questions_and_can_be_left(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    page = WelcomePage(coach.services.plans, coach.library, theme, words, ChangeHub(), first_run=False)
    qtbot.addWidget(page)
    assert _screen(page) == 1
    with qtbot.waitSignal(page.left):
        _button(page, "back_from_to_plan_button").click()

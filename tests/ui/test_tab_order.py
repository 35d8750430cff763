"""Tab comes to all in view that can have the keys, on every page, and never to what is out of sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import Role
from ankle_coach.domain.settings import Settings, UserRole
from ankle_coach.domain.sides import Side
from ankle_coach.i18n import translator
from ankle_coach.page_makers import Pages
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.plan_builder_page import PlanBuilderPage
from ankle_coach.ui.shell import THERAPIST_PAGES, Shell
from ankle_coach.ui.theme import Theme
from tests.helpers import builders as make
from tests.helpers.coach import FakeCoach
from tests.helpers.keys import focused, unreached
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.widgets import child


def _shell(coach: FakeCoach, qtbot: QtBot, theme: Theme, folder: Path, *, first_run: bool = False) -> Shell:
    words, hub = translator(), ChangeHub()
    pages = Pages(coach.services, coach.clock, theme, words, hub, folder)
    shell = Shell(
        pages.factories(), lambda: coach.services.sessions, coach.services.settings, theme, words, hub
    )
    qtbot.addWidget(shell.window)
    shell.begin(first_run=first_run)
    with qtbot.waitActive(shell.window):
        shell.window.show()
    return shell


@pytest.fixture
def shell(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Shell]:
    """A therapist with Anna open, who has a plan."""
    coach = FakeCoach(settings=MemorySettings(Settings(role=UserRole.THERAPIST, sound=False)))
    people, plans = coach.services.people, coach.services.plans
    people.add(make.person(id="anna", name="Anna", role=Role.PATIENT, affected=Side.LEFT))
    people.open("anna")
    plans.accept(plans.propose(plans.first_program(), "p3", Side.LEFT))
    shell = _shell(coach, qtbot, theme, tmp_path)
    yield shell
    shell.window.leave_player()


@pytest.mark.parametrize("page", THERAPIST_PAGES)
def test_tab_reaches_everything_on_a_page(shell: Shell, page: str) -> None:
    shell.window.show_page(page).setFocus()
    assert unreached(shell.window) == []


def test_tab_reaches_everything_in_the_builder(shell: Shell) -> None:
    shell.build_plan("anna")
    assert focused().objectName() == "picker_search"
    assert unreached(shell.window) == []


@pytest.mark.parametrize("opened", [1, 2])
def test_tab_reaches_everything_in_the_builder_with_exercises_opened(shell: Shell, opened: int) -> None:
    shell.build_plan("anna")
    builder = shell.window.player
    assert isinstance(builder, PlanBuilderPage)
    ids = [one.id for one in builder.draft.plan.prescriptions]
    builder.outline.choose(tuple(ids[:opened]), opens=opened == 1)
    QApplication.processEvents()
    assert unreached(shell.window) == []


@pytest.mark.parametrize("therapist", [False, True])
def test_tab_stays_in_view_at_the_first_start(
    qtbot: QtBot, theme: Theme, tmp_path: Path, therapist: bool
) -> None:
    shell = _shell(FakeCoach(), qtbot, theme, tmp_path, first_run=True)
    if therapist:
        child(shell.window, QPushButton, "therapist_button").click()
    assert unreached(shell.window) == []
    shell.window.leave_player()

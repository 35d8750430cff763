"""A therapist's window: persons opened and closed, the open one always in view, the change of the role."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.journal import Role
from ankle_coach.domain.settings import Settings, UserRole
from ankle_coach.domain.sides import Side
from ankle_coach.i18n import translator
from ankle_coach.page_makers import Pages
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.person_dialog import PersonDialog
from ankle_coach.ui.dialogs.print_dialog import PrintDialog
from ankle_coach.ui.pages.people_page import PeoplePage
from ankle_coach.ui.pages.plan_builder_page import PlanBuilderPage
from ankle_coach.ui.pages.welcome_page import WelcomePage
from ankle_coach.ui.shell import RUNNER_PAGES, THERAPIST_PAGES, Shell
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.empty_state import EmptyState
from ankle_coach.ui.widgets.file_menu import FileMenu
from ankle_coach.ui.widgets.people_list import PeopleList
from ankle_coach.ui.widgets.person_bar import PersonBar
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.toast import Toast
from tests.helpers import builders as make
from tests.helpers.care import CLEAR_ICE
from tests.helpers.coach import FakeCoach
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.widgets import child, label, press, texts, type_text

PERSON_PAGES = ("plan", "journal", "running", "today")


@pytest.fixture
def coach() -> FakeCoach:
    """A therapist with Anna, who has a plan, and Ben, who has none."""
    coach = FakeCoach(settings=MemorySettings(Settings(role=UserRole.THERAPIST, sound=False)))
    people, plans = coach.services.people, coach.services.plans
    people.add(make.person(id="anna", name="Anna", role=Role.PATIENT, affected=Side.LEFT))
    people.add(make.person(id="ben", name="Ben <b>", role=Role.PATIENT, affected=None))
    people.open("anna")
    plans.accept(plans.propose(plans.first_program(), "p3", Side.LEFT))
    people.close()
    return coach


def _shell(coach: FakeCoach, qtbot: QtBot, theme: Theme, folder: Path) -> Shell:
    words, hub = translator(), ChangeHub()
    pages = Pages(coach.services, coach.clock, theme, words, hub, folder)
    shell = Shell(
        pages.factories(), lambda: coach.services.sessions, coach.services.settings, theme, words, hub
    )
    qtbot.addWidget(shell.window)
    return shell


@pytest.fixture
def shell(qtbot: QtBot, theme: Theme, coach: FakeCoach, tmp_path: Path) -> Iterator[Shell]:
    shell = _shell(coach, qtbot, theme, tmp_path)
    shell.begin(first_run=False)
    shell.window.show()
    yield shell
    shell.window.leave_player()


def _page(shell: Shell) -> PeoplePage:
    page = shell.window.page("people")
    assert isinstance(page, PeoplePage)
    return page


def _open(shell: Shell, person_id: str) -> None:
    people = child(_page(shell), PeopleList)
    rows = child(people, QListView, "people_list")
    rows.setCurrentIndex(people.model.index_of(person_id))
    press(rows, Qt.Key.Key_Return)


def _reachable(shell: Shell) -> list[str]:
    return [key for key in shell.window.rail.keys if shell.window.rail.button(key).isEnabled()]


def test_the_window_begins_with_people_and_nobody_s_pages_can_be_gone_to(shell: Shell) -> None:
    assert shell.window.current_key == "people"
    assert shell.window.rail.keys == THERAPIST_PAGES
    assert _reachable(shell) == ["people", "exercises", "settings"]
    assert shell.window.rail.button("plan").toolTip() == "Open a person in People first"
    press(shell.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.current_key == "people"
    assert child(shell.window, PersonBar).isHidden()


def test_opening_a_person_shows_their_plan_and_keeps_their_name_in_view(shell: Shell) -> None:
    _open(shell, "anna")

    assert shell.window.current_key == "plan"
    assert _reachable(shell) == list(THERAPIST_PAGES)
    bar = child(shell.window, PersonBar)
    assert not bar.isHidden()
    assert label(bar, "bar_name").text() == "Anna"
    assert label(bar, "bar_side").text() == "Left ankle"
    assert shell.window.windowTitle().startswith("Anna")
    assert "There is no plan yet." not in texts(shell.window)


def test_the_pages_of_one_person_are_let_go_with_the_next(shell: Shell) -> None:
    _open(shell, "anna")
    for key in PERSON_PAGES:
        shell.window.show_page(key)
    shell.window.show_page("people")

    _open(shell, "ben")

    assert [key for key in PERSON_PAGES if shell.window.page(key) is not None] == ["plan"]
    plan = shell.window.page("plan")
    assert plan is not None
    assert "There is no plan yet." in texts(plan)
    assert label(shell.window, "bar_name").text() == "Ben <b>"
    assert label(shell.window, "bar_side").text() == "No side named"


def test_the_bar_leads_back_to_people_and_closes(shell: Shell, coach: FakeCoach) -> None:
    _open(shell, "anna")
    child(shell.window, QPushButton, "bar_people").click()
    assert shell.window.current_key == "people"
    assert coach.services.people.current() is not None
    shell.window.show_page("plan")

    child(shell.window, QPushButton, "bar_close").click()

    assert shell.window.current_key == "people"
    assert coach.services.people.current() is None
    assert child(shell.window, PersonBar).isHidden()
    assert shell.window.page("plan") is None
    assert shell.window.windowTitle() == "Ankle Coach"


def test_the_name_stays_in_view_in_the_player_without_a_way_to_another_person(shell: Shell) -> None:
    _open(shell, "anna")
    shell.choose_plan()
    bar = child(shell.window, PersonBar)
    assert bar.isVisible()
    assert child(bar, QPushButton, "bar_people").isHidden()
    shell.window.leave_player()
    assert not child(bar, QPushButton, "bar_people").isHidden()


def test_ice_on_the_skin_keeps_its_person_open(shell: Shell, coach: FakeCoach) -> None:
    _open(shell, "anna")
    shell.watch_care()
    ice = coach.services.ice
    decided, changes = ice.start(CLEAR_ICE)
    assert decided.allowed
    shell._hub.publish(changes)

    _open(shell, "ben")

    assert coach.services.people.required().id == "anna"
    assert "Ice is on the skin" in child(shell.window, Toast).message
    shell._hub.publish(ice.stop())
    _open(shell, "ben")
    assert coach.services.people.required().id == "ben"


def test_deleting_who_is_open_closes_them_and_undo_opens_them_again(shell: Shell, coach: FakeCoach) -> None:
    _open(shell, "anna")
    child(shell.window, QPushButton, "bar_people").click()
    child(_page(shell), QPushButton, "panel_delete").click()
    child(shell.window, ConfirmDialog).accept()
    assert coach.services.people.current() is None
    assert shell.window.page("plan") is None
    assert child(shell.window, PersonBar).isHidden()

    child(child(_page(shell), Toast), QPushButton, "toast_action").click()

    assert coach.services.people.required().id == "anna"
    assert label(shell.window, "bar_name").text() == "Anna"
    assert coach.services.plans.versions()


def test_the_role_is_changed_in_settings_and_back(shell: Shell, coach: FakeCoach) -> None:
    _open(shell, "anna")
    settings = shell.window.show_page("settings")
    role = child(settings, SegmentedControl, "role")

    role.set_current(UserRole.RUNNER)

    assert shell.window.rail.keys == RUNNER_PAGES
    assert shell.window.current_key == "settings"
    assert shell.window.page("settings") is settings
    assert child(shell.window, PersonBar).isHidden()
    today = shell.window.show_page("today")
    assert "Anna" not in texts(today)
    press(shell.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.current_key == "plan"
    role.set_current(UserRole.THERAPIST)
    assert shell.window.rail.keys == THERAPIST_PAGES
    assert coach.services.people.required().id == "anna"
    assert child(shell.window, PersonBar).isVisible()


def test_a_newcomer_begins_as_a_therapist(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    coach = FakeCoach()
    shell = _shell(coach, qtbot, theme, tmp_path)
    shell.begin(first_run=True)
    with qtbot.waitActive(shell.window):
        shell.window.show()
    welcome = shell.window.player
    assert isinstance(welcome, WelcomePage)
    child(welcome, QPushButton, "therapist_button").click()
    name = child(welcome, QLineEdit, "letterhead_name")
    assert shell.window.focusWidget() is name
    type_text(name, "Foot & Co")

    child(welcome, QPushButton, "therapist_begin").click()

    assert shell.window.player is None
    assert shell.window.current_key == "people"
    assert coach.services.settings.current().role is UserRole.THERAPIST
    assert coach.services.clinic.letterhead().name == "Foot & Co"
    assert coach.services.people.current() is None
    add = child(child(_page(shell), EmptyState, "nobody"), QPushButton, "empty_action")
    assert shell.window.focusWidget() is add
    add.click()
    dialog = child(shell.window, PersonDialog)
    type_text(child(dialog, QLineEdit, "person_name"), "K-17")
    child(dialog, QPushButton, "entry_save").click()
    assert [person.name for person in coach.services.people.people()] == ["K-17"]
    assert child(_page(shell), QListView, "people_list").model().rowCount() == 1


def test_a_new_person_leads_to_the_builder_in_one_click(shell: Shell, coach: FakeCoach) -> None:
    child(_page(shell), QPushButton, "add_person").click()
    dialog = child(shell.window, PersonDialog)
    build = child(dialog, QPushButton, "entry_build")
    assert child(dialog, QPushButton, "entry_cancel").nextInFocusChain() is build
    build.click()  # without a name: told, and nothing built
    assert dialog.isVisible()
    assert not dialog.builds
    type_text(child(dialog, QLineEdit, "person_name"), "K-17")

    child(dialog, QPushButton, "entry_build").click()

    assert isinstance(shell.window.player, PlanBuilderPage)
    opened = coach.services.people.opened
    assert opened is not None
    assert opened.name == "K-17"
    shell.window.player.leave()
    assert shell.window.current_key == "plan"


def test_a_plan_leaves_with_the_name_only_where_that_is_chosen(shell: Shell) -> None:
    _open(shell, "anna")
    plan = shell.window.page("plan")
    assert plan is not None
    offered = [item.text() for item in child(plan, FileMenu).menu().actions()]
    assert offered[1:3] == ["Save the plan as a file…", "Save the plan with the name as a file…"]


def test_who_has_no_plan_is_led_to_the_builder_from_list_and_plan(shell: Shell) -> None:
    rows = child(child(_page(shell), PeopleList), QListView, "people_list")
    rows.setCurrentIndex(
        next(rows.model().index(r, 0) for r in range(2) if "Ben" in rows.model().index(r, 0).data())
    )
    child(_page(shell), QPushButton, "panel_build").click()
    builder = shell.window.player
    assert isinstance(builder, PlanBuilderPage)
    builder.leave()
    plan = shell.window.page("plan")
    assert plan is not None
    child(plan, QPushButton, "empty_action").click()
    assert isinstance(shell.window.player, PlanBuilderPage)
    rows.setCurrentIndex(
        next(rows.model().index(r, 0) for r in range(2) if "Anna" in rows.model().index(r, 0).data())
    )
    assert not _page(shell).findChildren(QPushButton, "panel_build")


def test_by_keyboard_alone_from_the_search_to_the_plan(shell: Shell, coach: FakeCoach) -> None:
    page = _page(shell)
    search = child(page, QLineEdit, "people_search")
    search.setFocus()
    type_text(search, "ann")
    press(search, Qt.Key.Key_Return)
    assert shell.window.current_key == "plan"
    assert coach.services.people.required().name == "Anna"


def test_a_change_elsewhere_is_shown_in_the_bar(shell: Shell, coach: FakeCoach) -> None:
    _open(shell, "anna")
    coach.services.people.change_affected_side(Side.BOTH)
    shell._hub.publish(Changes.PERSON)
    assert label(shell.window, "bar_side").text() == "Both ankles"


def test_a_restart_opens_the_same_person(
    shell: Shell, coach: FakeCoach, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    _open(shell, "anna")
    coach.clock.advance(timedelta(hours=1).total_seconds())

    again = _shell(FakeCoach(journal=coach.journal, settings=coach.settings), qtbot, theme, tmp_path)
    again.begin(first_run=False)

    assert label(again.window, "bar_name").text() == "Anna"
    assert again.window.current_key == "people"
    assert "plan" in _reachable(again)


@pytest.mark.parametrize("version", [0, 1])
def test_printing_from_the_list_opens_the_person_first(shell: Shell, coach: FakeCoach, version: int) -> None:
    _page(shell).print_requested.emit("anna", version)

    dialog = child(shell.window, PrintDialog)
    assert coach.services.people.required().id == "anna"
    assert dialog.document is not None
    dialog.reject()

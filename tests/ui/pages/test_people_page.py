"""People: the list with its search and order, the person beside it, adding, editing, deleting and undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.journal import Role
from ankle_coach.domain.settings import Settings, UserRole
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.services.roster_service import RosterOrder
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.person_dialog import PersonDialog
from ankle_coach.ui.models.people_model import PersonRole
from ankle_coach.ui.pages.people_page import PeoplePage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.empty_state import EmptyState
from ankle_coach.ui.widgets.people_list import PeopleList
from ankle_coach.ui.widgets.person_panel import PersonPanel
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.toast import Toast
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY
from tests.helpers.coach import LIBRARY, FakeCoach
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.widgets import child, label, press, texts, type_text

MakePage = Callable[[FakeCoach], PeoplePage]


def _clinic() -> FakeCoach:
    return FakeCoach(settings=MemorySettings(Settings(role=UserRole.THERAPIST)))


@pytest.fixture
def coach() -> FakeCoach:
    """Anna with two versions of a plan and notes, Ben with an old plan, and K-17 with nothing."""
    coach = _clinic()
    people, plans = coach.services.people, coach.services.plans
    for name, side in (("Anna", Side.LEFT), ("Ben", None), ("K-17", Side.RIGHT)):
        person = make.person(id=name.lower(), name=name, role=Role.PATIENT, affected=side)
        people.add(person)
    people.change(make.person(id="anna", name="Anna", role=Role.PATIENT, notes="Runs at noon"))
    program = plans.first_program()
    for name, phases, days in (("anna", ("p2", "p3"), 3), ("ben", ("p2",), 9)):
        people.open(name)
        for phase in phases:
            plans.accept(plans.propose(program, phase, Side.LEFT, starts_on=MONDAY - timedelta(days=30)))
        coach.journal.save_check_in(name, make.check_in(MONDAY - timedelta(days=days), id=name))
    people.close()
    return coach


@pytest.fixture
def make_page(qtbot: QtBot, theme: Theme, words: Words) -> MakePage:
    def made(coach: FakeCoach) -> PeoplePage:
        services = coach.services
        page = PeoplePage(services.people, services.roster, LIBRARY, theme, words, ChangeHub(), about=str)
        qtbot.addWidget(page)
        page.resize(1270, 768)
        with qtbot.waitActive(page):
            page.show()
        return page

    return made


def _names(page: PeoplePage) -> list[str]:
    model = child(page, QListView, "people_list").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _choose(page: PeoplePage, person_id: str) -> None:
    people = child(page, PeopleList)
    child(page, QListView, "people_list").setCurrentIndex(people.model.index_of(person_id))


def _chosen(page: PeoplePage) -> str:
    return str(child(page, QListView, "people_list").currentIndex().data(PersonRole.PERSON_ID))


def test_the_list_is_sorted_by_activity_or_by_name(coach: FakeCoach, make_page: MakePage) -> None:
    page = make_page(coach)
    assert _names(page) == ["K-17", "Anna", "Ben"]
    assert label(page, "people_count").text() == "3 persons"
    child(page, SegmentedControl, "people_order").set_current(RosterOrder.NAME)
    assert _names(page) == ["Anna", "Ben", "K-17"]


def test_a_search_narrows_the_list_and_is_cleared(coach: FakeCoach, make_page: MakePage) -> None:
    page = make_page(coach)
    search = child(page, QLineEdit, "people_search")
    type_text(search, "noon")
    assert _names(page) == ["Anna"]
    assert label(page, "people_count").text() == "1 of 3"
    assert label(page, "panel_name").text() == "Anna"
    type_text(search, "x")
    assert _names(page) == []
    assert "Nobody fits this search." in texts(page)
    assert not child(page, PersonPanel).isVisible()
    press(search, Qt.Key.Key_Escape)
    assert len(_names(page)) == 3


def test_the_panel_tells_plan_doses_versions_and_notes(coach: FakeCoach, make_page: MakePage) -> None:
    page = make_page(coach)
    _choose(page, "anna")
    panel = texts(child(page, PersonPanel))
    assert "Last activity: 3 days ago" in panel
    assert "Runs at noon" in panel
    assert "Phase 3 of 6, Strength · Version 2 · from Jan 31" in panel
    assert "sets of" in panel
    assert "Version 1 · from Jan 31 · A program was chosen" in panel
    assert "became" in panel
    _choose(page, "k-17")
    assert "No plan yet" in texts(child(page, PersonPanel))


def test_what_was_typed_is_shown_as_it_was_typed(coach: FakeCoach, make_page: MakePage) -> None:
    coach.services.people.add(
        make.person(id="x", name="<b>X</b> & Co", notes="<img src=x>", role=Role.PATIENT)
    )
    page = make_page(coach)
    _choose(page, "x")
    assert label(page, "panel_name").textFormat() is Qt.TextFormat.PlainText
    notes = [found for found in page.findChildren(QLabel) if found.text() == "<img src=x>"]
    assert [found.textFormat() for found in notes] == [Qt.TextFormat.PlainText]


def test_enter_and_the_button_tell_who_is_to_be_opened(
    coach: FakeCoach, make_page: MakePage, qtbot: QtBot
) -> None:
    page = make_page(coach)
    _choose(page, "ben")
    with qtbot.waitSignal(page.person_chosen) as told:
        press(child(page, QListView, "people_list"), Qt.Key.Key_Return)
    assert told.args == ["ben"]
    with qtbot.waitSignal(page.person_chosen):
        child(page, QPushButton, "panel_open").click()


def test_the_open_person_is_marked_and_chosen(coach: FakeCoach, make_page: MakePage) -> None:
    coach.services.people.open("ben")
    page = make_page(coach)
    assert _chosen(page) == "ben"
    assert child(page, QListView, "people_list").currentIndex().data(PersonRole.IS_OPEN)
    assert child(page, QPushButton, "panel_open").text() == "Go on"


def test_nobody_leads_to_the_first_person(make_page: MakePage) -> None:
    coach = _clinic()
    page = make_page(coach)
    nobody = child(page, EmptyState, "nobody")
    assert nobody.isVisible()
    assert not child(page, QPushButton, "add_person").isVisible()
    child(nobody, QPushButton, "empty_action").click()
    dialog = child(page, PersonDialog)
    type_text(child(dialog, QLineEdit, "person_name"), "K-1")
    dialog.accept()
    assert _names(page) == ["K-1"]
    assert child(page, QPushButton, "add_person").isVisible()


def test_a_new_person_is_chosen_whatever_was_searched(coach: FakeCoach, make_page: MakePage) -> None:
    page = make_page(coach)
    type_text(child(page, QLineEdit, "people_search"), "anna")
    child(page, QPushButton, "add_person").click()
    dialog = child(page, PersonDialog)
    type_text(child(dialog, QLineEdit, "person_name"), "Cy")
    dialog.accept()
    assert "Cy" in _names(page)
    assert label(page, "panel_name").text() == "Cy"


def test_a_person_is_edited(coach: FakeCoach, make_page: MakePage) -> None:
    page = make_page(coach)
    _choose(page, "ben")
    child(page, QPushButton, "panel_edit").click()
    dialog = child(page, PersonDialog)
    child(dialog, QLineEdit, "person_name").setText("Benjamin")
    dialog.accept()
    assert coach.services.people.person("ben").name == "Benjamin"
    assert label(page, "panel_name").text() == "Benjamin"


def test_deleting_asks_and_can_be_undone_from_the_toast(coach: FakeCoach, make_page: MakePage) -> None:
    page = make_page(coach)
    _choose(page, "anna")
    rows = child(page, QListView, "people_list")
    rows.setFocus()
    press(rows, Qt.Key.Key_Delete)
    question = child(page, ConfirmDialog)
    said = label(question, "confirm_sentence").text()
    assert label(question, "confirm_title").text() == "Delete Anna?"
    assert "sessions, check-ins, runs" in said
    assert "until the app closes" in said
    question.reject()
    assert "Anna" in _names(page)

    child(page, QPushButton, "panel_delete").click()
    page.findChildren(ConfirmDialog)[-1].accept()

    assert _names(page) == ["K-17", "Ben"]
    assert child(page, Toast).message == "Anna was deleted."
    child(child(page, Toast), QPushButton, "toast_action").click()
    assert "Anna" in _names(page)
    assert _chosen(page) == "anna"
    assert not child(page, Banner, "deleted_banner").isVisible()


def test_deleting_by_keys_goes_on_beside_and_is_undone(coach: FakeCoach, make_page: MakePage) -> None:
    page = make_page(coach)
    rows = child(page, QListView, "people_list")
    names = _names(page)
    for row, beside in ((1, 2), (1, 0)):
        rows.setCurrentIndex(rows.model().index(row, 0))
        page._delete(page._list.current.person)  # type: ignore[union-attr]
        assert rows.currentIndex().data() == names[beside]
    rows.setFocus()
    for _ in range(3):
        press(rows, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sorted(_names(page)) == sorted(names)
    assert rows.hasFocus()


def test_the_deleted_can_be_brought_back_until_the_app_closes(coach: FakeCoach, make_page: MakePage) -> None:
    page = make_page(coach)
    for name in ("anna", "ben"):
        _choose(page, name)
        child(page, QPushButton, "panel_delete").click()
        page.findChildren(ConfirmDialog)[-1].accept()
    child(page, Toast).hide_message()
    banner = child(page, Banner, "deleted_banner")
    assert "Ben, Anna. Gone for good when the app closes." in texts(banner)
    back = child(banner, QPushButton, "banner_action")
    assert back.text() == "Bring back Ben"
    back.click()
    assert back.text() == "Bring back"
    back.click()
    assert len(_names(page)) == 3
    assert not banner.isVisible()


def test_the_last_person_deleted_leaves_an_empty_list_and_the_way_back(make_page: MakePage) -> None:
    coach = _clinic()
    coach.services.people.add(make.person(id="a", name="A", role=Role.PATIENT))
    page = make_page(coach)
    child(page, QPushButton, "panel_delete").click()
    child(page, ConfirmDialog).accept()
    assert child(page, EmptyState, "nobody").isVisible()
    child(child(page, Banner, "deleted_banner"), QPushButton, "banner_action").click()
    assert _names(page) == ["A"]


def test_what_cannot_be_kept_is_told(coach: FakeCoach, make_page: MakePage) -> None:
    page = make_page(coach)
    coach.journal.failure = StorageError("journal.sqlite3: the disk is full")
    child(page, QPushButton, "add_person").click()
    dialog = child(page, PersonDialog)
    type_text(child(dialog, QLineEdit, "person_name"), "Cy")
    dialog.accept()
    assert "journal.sqlite3: the disk is full" in texts(child(page, Banner, "problem"))
    assert "Cy" not in _names(page)


def test_a_change_elsewhere_is_shown(coach: FakeCoach, make_page: MakePage) -> None:
    page = make_page(coach)
    coach.services.people.add(make.person(id="d", name="Dee", role=Role.PATIENT))
    page._hub.publish(Changes.PERSON)
    assert "Dee" in _names(page)


def test_list_and_panel_take_turns_in_a_narrow_window(coach: FakeCoach, make_page: MakePage) -> None:
    page = make_page(coach)
    page.resize(700, 600)
    rows, back = child(page, QListView, "people_list"), child(page, QPushButton, "back_button")
    assert rows.isVisible()
    assert not back.isVisible()
    rows.clicked.emit(rows.currentIndex())
    assert not rows.isVisible()
    assert back.isVisible()
    press(page, Qt.Key.Key_Escape)
    assert rows.isVisible()


def test_down_goes_from_the_search_into_the_list(coach: FakeCoach, make_page: MakePage) -> None:
    page = make_page(coach)
    search = child(page, QLineEdit, "people_search")
    search.setFocus()
    press(search, Qt.Key.Key_Down)
    focused = page.focusWidget()
    assert isinstance(focused, QWidget)
    assert focused.objectName() == "people_list"


def test_the_handout_of_today_or_of_a_version_is_asked_for(
    coach: FakeCoach, make_page: MakePage, qtbot: QtBot
) -> None:
    page = make_page(coach)
    _choose(page, "k-17")
    assert page.findChild(QPushButton, "panel_print") is None
    _choose(page, "anna")
    with qtbot.waitSignal(page.print_requested) as told:
        child(page, QPushButton, "panel_print").click()
    assert told.args == ["anna", 0]
    with qtbot.waitSignal(page.print_requested) as told:
        child(page, QPushButton, "print_version_1").click()
    assert told.args == ["anna", 1]

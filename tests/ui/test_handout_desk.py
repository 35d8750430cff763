"""The handout of the plan that holds: its person, its standings, its country, and what opens it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import Person, Role
from ankle_coach.domain.letterhead import Letterhead
from ankle_coach.domain.settings import Settings, Units, UserRole
from ankle_coach.i18n import translator
from ankle_coach.printing.pages import Paper
from ankle_coach.ui.dialogs.print_dialog import PrintDialog
from ankle_coach.ui.handout_desk import first_options
from ankle_coach.ui.theme import Theme
from tests.helpers.coach import FakeCoach
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.plan_pages import handout_desk, plan_page
from tests.helpers.widgets import child


def test_the_handout_is_of_today(theme: Theme) -> None:
    coach = FakeCoach().with_plan("p3")
    coach.services.settings.change(country="DE", skin_tone=2)
    made = handout_desk(coach, theme).handout()
    assert made is not None
    assert made.plan == coach.services.plans.current()
    assert made.standings == coach.services.coach.standings()
    assert made.standings_on == coach.services.journal.today()
    assert (made.emergency_number, made.options.tone, made.language) == ("112", 2, "en")


def test_a_person_has_a_language_of_their_own(theme: Theme) -> None:
    import msgspec

    coach = FakeCoach().with_plan("p3")
    people = coach.services.people
    people.change(msgspec.structs.replace(people.required(), name="Kim", language="qps"))
    made = handout_desk(coach, theme).handout()
    assert made is not None
    assert (made.name, made.language) == ("Kim", "qps")


def test_without_a_plan_nothing_opens(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    desk = handout_desk(FakeCoach(), theme)
    assert desk.handout() is None
    desk.open_print(window)
    assert window.findChild(PrintDialog) is None


def test_the_choices_stay_for_the_next_sheet(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    desk = handout_desk(FakeCoach().with_plan("p3"), theme)
    button = desk.button()
    button.setParent(window)
    assert button.shortcut() == QKeySequence(QKeySequence.StandardKey.Print)
    button.click()
    dialog = child(window, PrintDialog, "print_dialog")
    child(dialog, QSpinBox, "points").setValue(18)
    dialog.reject()
    made = desk.handout()
    assert made is not None
    assert made.options.points == 18


@pytest.mark.parametrize(
    ("country", "units", "paper"),
    [
        ("US", Units.METRIC, Paper.LETTER),
        ("DE", Units.US, Paper.A4),
        ("", Units.US, Paper.LETTER),
        ("", Units.METRIC, Paper.A4),
    ],
)
def test_the_first_paper_is_the_countrys(country: str, units: Units, paper: Paper) -> None:
    assert first_options(Settings(country=country, units=units)).paper is paper


@pytest.mark.parametrize("planned", [True, False])
def test_the_plan_page_offers_it_where_there_is_a_plan(qtbot: QtBot, theme: Theme, planned: bool) -> None:
    coach = FakeCoach()
    coach = coach.with_plan("p3") if planned else coach
    page = plan_page(coach, theme, translator(), handouts=handout_desk(coach, theme))
    qtbot.addWidget(page)
    assert child(page, QPushButton, "print_button").isHidden() is not planned


def test_an_older_version_shows_the_doses_that_it_was_made_with(theme: Theme) -> None:
    coach = FakeCoach().with_plan("p2").with_plan("p3")
    old, new = coach.services.plans.versions()
    made = handout_desk(coach, theme).handout(old)
    assert made is not None
    assert (made.plan, made.standings, made.standings_on) == (old, (), None)
    newest = handout_desk(coach, theme).handout(new)
    assert newest is not None
    assert newest.standings == coach.services.coach.standings()


@pytest.mark.parametrize("role", UserRole)
def test_the_letterhead_is_a_therapist_s(theme: Theme, role: UserRole) -> None:
    coach = FakeCoach(settings=MemorySettings(Settings(role=role)))
    people = coach.services.people
    if role is UserRole.THERAPIST:
        person = people.new()
        people.add(Person(id=person.id, name="K-17", role=Role.PATIENT))
        people.open(person.id)
    coach.with_plan("p3")
    head = Letterhead(name="Foot & Co", therapist="Dr. Kim", address="1 Main St\nTown", phone="555 01")
    coach.services.clinic.save_letterhead(head)
    made = handout_desk(coach, theme).handout()
    assert made is not None
    clinic = made.clinic
    if role is UserRole.RUNNER:
        assert clinic.is_empty
        return
    assert (clinic.name, clinic.address, clinic.phone) == ("Foot & Co", "Dr. Kim\n1 Main St\nTown", "555 01")

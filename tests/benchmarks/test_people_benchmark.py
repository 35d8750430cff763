"""People with 2 000 persons and a year of data each, opened and searched. Run with `make bench`."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QListView

from ankle_coach.domain.journal import Role
from ankle_coach.domain.safety import Finding, Flag, Scope, Urgency
from ankle_coach.domain.settings import Settings, UserRole
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.storage.connection import connect, transaction
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.people_page import PeoplePage
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.wiring import Services, build_services
from tests.helpers import builders as make
from tests.helpers.coach import LIBRARY, RULES
from tests.helpers.fake_clock import FakeClock
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.widgets import child

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

PERSONS, SESSIONS, SETS, CHECK_INS = 2_000, 120, 3, 200
LAST_DAY = date(2026, 3, 2)
FIRST_DAY = LAST_DAY - timedelta(days=364)
FIRST = "person-0"
MOST_TO_OPEN, MOST_TO_SEARCH = 0.4, 0.1
"""Seconds from which opening, and the answer to a letter, are a visible hitch."""
_COPIED = {
    "plan_version": ("", "person"),
    "session": ("number", "id, person"),
    "check_in": ("number", "id, person"),
    "entry": ("number", "id, person"),
}
"""Tables that are copied from the first person to all others: the key that is made anew, and what changes."""


def _fill_first(journal: JournalFile) -> None:
    """Write one person with a plan from the library, a year of sessions and mornings, and a flag."""
    settings = MemorySettings(Settings(role=UserRole.THERAPIST, open_person=FIRST))
    clock = FakeClock(datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, 12, tzinfo=UTC))
    journal.save_person(make.person(id=FIRST, name="Anna 0", role=Role.PATIENT, notes="Runs at noon"))
    plans = build_services(journal, settings, clock, LIBRARY, RULES).plans
    for phase in ("p1", "p2", "p3"):
        plans.accept(plans.propose(plans.first_program(), phase, None))
    finding = Finding(rule="R12", urgency=Urgency.URGENT, references=("S01",), scopes=(Scope.ALL_LOADING,))
    flag = Flag(id="flag", finding=finding, raised=make.moment(LAST_DAY))
    journal.save_entry(FIRST, flag, flag.id, flag.raised)
    sets = tuple(make.set_record(number=number) for number in range(1, SETS + 1))
    for number in range(SESSIONS):
        day = FIRST_DAY + timedelta(days=number * 364 // SESSIONS)
        journal.save_session(FIRST, make.session_record(day, id=f"s{number}", sets=sets))
    for number in range(CHECK_INS):
        day = FIRST_DAY + timedelta(days=number * 364 // CHECK_INS)
        journal.save_check_in(FIRST, make.check_in(day, id=f"c{number}"))


def _copy_to_all(connection: sqlite3.Connection) -> None:
    for number in range(1, PERSONS):
        name = ("Anna", "Ben", "K", "Zoë")[number % 4]
        connection.execute(
            "INSERT INTO person (id, name, role, notes) VALUES (?, ?, 'patient', ?)",
            (f"person-{number}", f"{name} {number}", "Marathon in May" if number % 9 == 0 else ""),
        )
    for table, (key, _) in _COPIED.items():
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != key]
        values = {name: f"one.{name}" for name in names}
        values["person"] = "person.id"
        if "id" in values:
            values["id"] = "one.id || '-' || person.id"
        connection.execute(
            f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(values.values())} "
            f"FROM person CROSS JOIN {table} AS one ON one.person = ? WHERE person.id <> ?",
            (FIRST, FIRST),
        )
    names = [row[1] for row in connection.execute("PRAGMA table_info(set_record)") if row[1] != "session"]
    connection.execute(
        f"INSERT INTO set_record (session, {', '.join(names)}) "
        f"SELECT copy.number, {', '.join(f'one.{name}' for name in names)} FROM session AS copy "
        "JOIN session AS first ON copy.id = first.id || '-' || copy.person "
        "JOIN set_record AS one ON one.session = first.number WHERE copy.person <> ?",
        (FIRST,),
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of 2 000 persons."""
    path = tmp_path_factory.mktemp("clinic") / "journal.sqlite3"
    with JournalFile(path, path.parent) as journal:
        _fill_first(journal)
    with closing(connect(path)) as connection, transaction(connection):
        _copy_to_all(connection)
    with closing(connect(path)) as connection:
        (sets,) = connection.execute("SELECT COUNT(*) FROM set_record").fetchone()
        assert sets == PERSONS * SESSIONS * SETS
    return path


@pytest.fixture
def services(path: Path) -> Iterator[Services]:
    """The use cases over that journal, opened anew."""
    clock = FakeClock(datetime(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day, 12, tzinfo=UTC))
    settings = MemorySettings(Settings(role=UserRole.THERAPIST))
    with JournalFile(path, path.parent) as journal:
        yield build_services(journal, settings, clock, LIBRARY, RULES)


def _page(services: Services) -> PeoplePage:
    return PeoplePage(
        services.people,
        services.roster,
        LIBRARY,
        Theme(ThemeChoice.LIGHT),
        PLAIN_WORDS,
        ChangeHub(),
        about=str,
    )


@pytest.fixture
def page(services: Services, qtbot: QtBot) -> Iterator[PeoplePage]:
    """The page, painted once."""
    page = _page(services)
    page.resize(1270, 768)
    qtbot.addWidget(page)
    page.show()
    page.grab()
    yield page
    page.hide()


def test_reading_all_persons(benchmark: BenchmarkFixture, services: Services) -> None:
    journal = services.watched

    found = benchmark(lambda: journal.overviews(Role.PATIENT, LAST_DAY))

    assert len(found) == PERSONS
    assert all(one.plan is not None and one.last_active and one.locks.active for one in found)


def test_opening_the_page(benchmark: BenchmarkFixture, services: Services, qtbot: QtBot) -> None:
    def opened() -> PeoplePage:
        page = _page(services)
        page.resize(1270, 768)
        qtbot.addWidget(page)
        page.show()
        page.grab()
        return page

    page = benchmark.pedantic(opened, rounds=3)  # type: ignore[no-untyped-call]

    assert child(page, QListView, "people_list").model().rowCount() == PERSONS
    if benchmark.stats is not None:
        assert benchmark.stats.stats.median < MOST_TO_OPEN


def test_each_letter_of_a_search(benchmark: BenchmarkFixture, page: PeoplePage) -> None:
    field = child(page, QLineEdit, "people_search")
    typed = cycle(["z", "zo", "zoe", "zoe 1", "zoe", "zo", "z", ""])

    def type_on() -> None:
        field.setText(next(typed))
        page.grab()

    benchmark(type_on)

    if benchmark.stats is not None:
        assert benchmark.stats.stats.median < MOST_TO_SEARCH


def test_choosing_the_next_person(benchmark: BenchmarkFixture, page: PeoplePage) -> None:
    rows = child(page, QListView, "people_list")
    places = cycle(range(40))

    def choose() -> None:
        rows.setCurrentIndex(rows.model().index(next(places), 0))
        page.grab()

    benchmark(choose)

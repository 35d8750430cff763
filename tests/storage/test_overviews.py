"""What a list of all persons shows: in a file and in memory, in few queries however many there are."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.journal import Role
from ankle_coach.domain.person_overview import PersonOverview, PlanHead
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety import Assessment, Finding, Flag, Outcome, Scope, Urgency
from ankle_coach.storage.journal_file import JournalFile
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY
from tests.helpers.memory_journal import MemoryJournal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ankle_coach.services.ports import Journal

TODAY = MONDAY + timedelta(days=30)
ANNA, BEN = (make.person(id=name.lower(), name=name, role=Role.PATIENT) for name in ("Anna", "Ben"))


@pytest.fixture(params=["file", "memory"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    """A journal with a runner and two patients."""
    people = (make.person(), ANNA, BEN)
    if request.param == "memory":
        in_memory: Journal = MemoryJournal(*people)
        yield in_memory
        return
    with JournalFile(tmp_path / "journal.sqlite3", tmp_path / "backups") as in_file:
        for person in people:
            in_file.save_person(person)
        yield in_file


def _anna(journal: Journal, today: date = TODAY) -> PersonOverview:
    return journal.overviews(Role.PATIENT, today)[0]


def test_persons_of_the_role_come_in_the_order_of_their_making(journal: Journal) -> None:
    assert journal.persons(Role.PATIENT) == (ANNA, BEN)
    assert journal.persons(Role.RUNNER) == (make.person(),)
    assert journal.overviews(Role.PATIENT, TODAY) == (
        PersonOverview(person=ANNA),
        PersonOverview(person=BEN),
    )


def test_the_plan_is_the_one_that_holds_on_the_day(journal: Journal) -> None:
    review = TODAY + timedelta(days=7)
    journal.save_plan("anna", make.plan())
    journal.save_plan("anna", make.plan(version=2, starts_on=TODAY, review_on=review, name="Spring"))
    journal.save_plan("anna", make.plan(version=3, starts_on=TODAY + timedelta(days=2)))

    plan = _anna(journal).plan

    assert plan == PlanHead(version=2, name="Spring", starts_on=TODAY, review_on=review)
    before = _anna(journal, TODAY - timedelta(days=1)).plan
    assert before is not None
    assert before.version == 1
    assert _anna(journal, MONDAY - timedelta(days=1)).plan is None


def test_the_last_activity_is_a_session_a_check_in_or_a_run(journal: Journal) -> None:
    journal.save_session("anna", make.session_record(MONDAY, id="s"))
    assert _anna(journal).last_active == MONDAY
    journal.save_check_in("anna", make.check_in(MONDAY + timedelta(days=1), id="c"))
    assert _anna(journal).last_active == MONDAY + timedelta(days=1)
    run = make_run(MONDAY + timedelta(days=2))
    journal.save_entry("anna", run, run.id, run.started)
    assert _anna(journal).last_active == MONDAY + timedelta(days=2)
    assert journal.overviews(Role.PATIENT, TODAY)[1].last_active is None


def test_open_flags_lock_until_they_are_cleared(journal: Journal) -> None:
    finding = Finding(rule="R12", urgency=Urgency.URGENT, references=("S01",), scopes=(Scope.ALL_LOADING,))
    flag = Flag(id="flag", finding=finding, raised=make.moment())
    journal.save_entry("anna", flag, flag.id, flag.raised)
    assert [lock.flag for lock in _anna(journal).locks.active] == ["flag"]
    assert journal.overviews(Role.PATIENT, TODAY)[1].locks.open_flags == ()

    seen = Assessment(id="seen", flag="flag", recorded=make.moment(TODAY), outcome=Outcome.CLEARED)
    journal.save_entry("anna", seen, seen.id, seen.recorded)

    assert _anna(journal).locks.open_flags == ()


def test_a_few_queries_read_all_persons(tmp_path: Path) -> None:
    counts = []
    for number in (1, 40):
        with JournalFile(tmp_path / f"{number}.sqlite3", tmp_path) as journal:
            for index in range(number):
                person = f"p{index}"
                journal.save_person(make.person(id=person, role=Role.PATIENT))
                journal.save_plan(person, make.plan())
                journal.save_session(person, make.session_record(id=f"s{index}"))
            asked: list[str] = []
            journal._connection.set_trace_callback(asked.append)
            assert len(journal.overviews(Role.PATIENT, TODAY)) == number
            journal._connection.set_trace_callback(None)
            counts.append([query for query in asked if "SELECT" in query and not query.startswith("--")])
    assert len(counts[0]) == len(counts[1]) == 4


def test_no_query_walks_through_years_of_records(tmp_path: Path) -> None:
    from ankle_coach.storage import overview_rows

    with JournalFile(tmp_path / "journal.sqlite3", tmp_path) as journal:
        connection: sqlite3.Connection = journal._connection
        for query, count in (
            (overview_rows._PLANS, 2),
            (overview_rows._ACTIVITY, 2),
            (overview_rows._FLAGS, 3),
        ):
            steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", ("",) * count)]
            assert [step for step in steps if step.startswith("SCAN")] == ["SCAN person"], steps


def test_a_plan_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with JournalFile(tmp_path / "journal.sqlite3", tmp_path) as journal:
        journal.save_person(ANNA)
        journal.save_plan("anna", make.plan())
        journal._connection.execute("UPDATE plan_version SET plan = '{}'")
        with pytest.raises(StorageError, match="holds an entry that cannot be read"):
            journal.overviews(Role.PATIENT, TODAY)


def make_run(day: date) -> RunRecord:
    """A short run."""
    return RunRecord(id=f"run of {day}", started=make.moment(day), seconds=900, meters=3000)

"""Ten years of journal: 11 000 sessions, 60 000 sets. Run with `make bench`."""

from __future__ import annotations

import random
from contextlib import closing
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest

from ankle_coach.storage.check_in_rows import write_check_in
from ankle_coach.storage.connection import connect, transaction
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.session_rows import write_session
from tests.helpers import builders as make
from tests.helpers.builders import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

FIRST_DAY = date(2016, 1, 1)
DAYS = 3650
SESSIONS = 11_000
SETS = 60_000


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of ten years, written in one transaction."""
    path = tmp_path_factory.mktemp("ten-years") / "journal.sqlite3"
    with JournalFile(path, path.parent) as journal:
        journal.save_person(make.person())
        journal.save_plan(PERSON, make.plan(starts_on=FIRST_DAY))
    chance = random.Random(7)
    with closing(connect(path)) as connection, transaction(connection):
        for number in range(SESSIONS):
            day = FIRST_DAY + timedelta(days=number * DAYS // SESSIONS)
            amount = SETS * (number + 1) // SESSIONS - SETS * number // SESSIONS
            sets = tuple(
                make.set_record(number=n, reps_done=chance.randint(6, 12)) for n in range(1, amount + 1)
            )
            record = make.session_record(
                day, id=f"{chance.getrandbits(128):032x}", sets=sets, pain_after=chance.randint(0, 5)
            )
            write_session(connection, PERSON, record)
        for number in range(DAYS):
            write_check_in(connection, PERSON, make.check_in(FIRST_DAY + timedelta(days=number)))
    return path


@pytest.fixture
def journal(path: Path) -> Iterator[JournalFile]:
    """The journal, opened anew."""
    with JournalFile(path, path.parent) as opened:
        yield opened


def test_opening(benchmark: BenchmarkFixture, path: Path) -> None:
    benchmark(lambda: JournalFile(path, path.parent).close())


def test_all_summaries(benchmark: BenchmarkFixture, journal: JournalFile) -> None:
    found = benchmark(journal.summaries, PERSON)

    assert len(found) == SESSIONS


def test_summaries_of_four_weeks(benchmark: BenchmarkFixture, journal: JournalFile) -> None:
    last = FIRST_DAY + timedelta(days=DAYS - 1)

    found = benchmark(journal.summaries, PERSON, last - timedelta(days=27), last)

    assert len(found) >= 80


def test_all_check_ins(benchmark: BenchmarkFixture, journal: JournalFile) -> None:
    found = benchmark(journal.check_ins, PERSON)

    assert len(found) == DAYS


def test_all_sessions_with_their_sets(benchmark: BenchmarkFixture, journal: JournalFile) -> None:
    found = benchmark(journal.sessions, PERSON)

    assert sum(len(record.sets) for record in found) == SETS


def test_one_step_of_a_session_in_progress_written_durably(
    benchmark: BenchmarkFixture, journal: JournalFile
) -> None:
    rows = (make.progress(id=str(number)) for number in count())  # SQLite skips what has not changed

    benchmark(lambda: journal.save_progress(PERSON, next(rows)))

    assert journal.progress(PERSON) is not None

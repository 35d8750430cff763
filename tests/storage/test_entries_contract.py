"""What every journal does with entries, whether in a file or in memory; and what a broken row means."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import time, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from ankle_coach.domain.day_facts import Override, OverrideKind
from ankle_coach.domain.errors import NotFoundError, StorageError
from ankle_coach.domain.ice_rules import IceRecord
from ankle_coach.domain.intake import Intake, Place
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_facts import Report, ReportKind
from ankle_coach.domain.shoes import Shoe, ShoeSign
from ankle_coach.domain.sides import Side
from ankle_coach.storage.journal_file import JournalFile
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY, PERSON

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ankle_coach.services.ports import Journal

TUESDAY = MONDAY + timedelta(days=1)


def _ice(entry_id: str, day: date = MONDAY, at: time = time(17)) -> IceRecord:
    return IceRecord(id=entry_id, started=make.moment(day, at), seconds=900.5, side=Side.LEFT)


def _save(journal: Journal, *records: IceRecord) -> None:
    for record in records:
        journal.save_entry(PERSON, record, record.id, record.started)


@pytest.mark.parametrize(
    "entry",
    [
        _ice("ice"),
        Measurement(id="m", measure="knee-to-wall-cm", entered=make.moment(), left=0.0, right=None),
        Shoe(id="s", name="Blue ✓", signs=(ShoeSign.WORN,)),
        Report(day=MONDAY, kind=ReportKind.BAD_NIGHTS),
        Override(id="o", day=MONDAY, kind=OverrideKind.SET_STANDING, dose=make.raises().dose),
        Intake(places=(Place.UNDER_HEEL,), safety={"R01": ScreenAnswer.UNSURE}, injured_on=MONDAY, age=41),
    ],
    ids=lambda entry: type(entry).__name__,
)
def test_an_entry_comes_back_as_it_was(journal: Journal, entry: msgspec.Struct) -> None:
    moment = make.moment(TUESDAY)
    journal.save_entry(PERSON, entry, "id", moment)

    (kept,) = journal.kept_entries(PERSON, type(entry))

    assert (kept.id, kept.moment, kept.entry) == ("id", moment, entry)
    assert journal.entries(PERSON, type(entry)) == (entry,)


def test_entries_come_oldest_first_and_each_kind_by_itself(journal: Journal) -> None:
    early, late, next_day = _ice("b"), _ice("c", at=time(19)), _ice("a", TUESDAY)
    _save(journal, next_day, late, early)
    journal.save_entry(PERSON, Shoe(id="s", name="Blue"), "s", make.moment())

    assert journal.entries(PERSON, IceRecord) == (early, late, next_day)
    assert journal.entries(PERSON, IceRecord, TUESDAY) == (next_day,)
    assert journal.entries(PERSON, IceRecord, last=MONDAY) == (early, late)
    assert len(journal.entries(PERSON, Shoe)) == 1


def test_saving_again_replaces_and_deleting_forgets(journal: Journal) -> None:
    record = _ice("ice")
    corrected = msgspec.structs.replace(record, seconds=300)
    _save(journal, record, corrected)
    assert journal.entries(PERSON, IceRecord) == (corrected,)

    journal.delete_entry("ice")
    journal.delete_entry("ice")

    assert journal.entries(PERSON, IceRecord) == ()


def test_an_entry_belongs_to_one_person_who_must_be_there(journal: Journal) -> None:
    journal.save_person(make.person(id="other"))
    record = _ice("ice")
    _save(journal, record)

    with pytest.raises(StorageError, match="another person"):
        journal.save_entry("other", record, record.id, record.started)
    with pytest.raises(NotFoundError):
        journal.save_entry("nobody", record, "new", record.started)
    assert journal.entries("other", IceRecord) == ()


def test_a_value_that_is_no_entry_is_refused_before_anything_is_written(journal: Journal) -> None:
    with pytest.raises(KeyError):
        journal.save_entry(PERSON, make.check_in(), "id", make.moment())
    with pytest.raises(KeyError):
        journal.entries(PERSON, type(make.check_in()))


@pytest.mark.parametrize(
    "data",
    ["{}", '{"id":"ice-1","started":5,"seconds":1}', '{"unknown":1}'],
    ids=["fields missing", "wrong type", "unknown field"],
)
def test_a_broken_row_is_named_and_nothing_is_lost(tmp_path: Path, data: str) -> None:
    path = tmp_path / "journal.sqlite3"
    with JournalFile(path, tmp_path / "backups") as journal:
        journal.save_person(make.person())
        _save(journal, _ice("ice-1"), _ice("ice-2", TUESDAY))
        with closing(sqlite3.connect(path)) as direct:
            direct.execute("UPDATE entry SET data = ? WHERE id = 'ice-1'", (data,))
            direct.commit()

        with pytest.raises(StorageError, match=r"journal\.sqlite3 holds .* ice 'ice-1': "):
            journal.entries(PERSON, IceRecord)

        assert journal.entries(PERSON, IceRecord, TUESDAY) == (_ice("ice-2", TUESDAY),)
        with closing(sqlite3.connect(path)) as direct:
            assert direct.execute("SELECT count(*) FROM entry").fetchone() == (2,)


def test_text_that_is_not_json_never_gets_into_the_file(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    with JournalFile(path, tmp_path / "backups") as journal:
        journal.save_person(make.person())
        _save(journal, _ice("ice-1"))
        with closing(sqlite3.connect(path)) as direct, pytest.raises(sqlite3.IntegrityError):
            direct.execute("UPDATE entry SET data = 'not json'")

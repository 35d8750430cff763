"""Makes the small stored database of a released schema, once, before the release.

    python -m tests.helpers.stored_database 2 tests/storage/stored/schema_2.sqlite3

A stored database never changes: it stands for the journals of people who have not opened the newer program.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ankle_coach.domain.ice_rules import IceRecord
from ankle_coach.domain.journal import NoAnswer, Role, SessionStatus, Source
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.plan_template import Favorite
from ankle_coach.domain.sides import Side
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.migrations import MIGRATIONS
from tests.helpers import builders as make

MADE = datetime(2026, 3, 3, 12, tzinfo=UTC)
TUESDAY = make.MONDAY + timedelta(days=1)
PERSONS = (make.person(), make.person(id="person-2", name="K. M.", role=Role.PATIENT, affected=None))
PLANS = (make.plan(), make.plan(version=2, starts_on=TUESDAY, reason="edited"))
SESSIONS = (
    make.session_record(
        pain_before=0,
        note="Felt fine on the stairs today",
        sets=(make.set_record(), make.set_record(number=2, side=Side.LEFT, reps_done=5, kilograms=2.5)),
    ),
    make.session_record(
        TUESDAY,
        status=SessionStatus.STOPPED_FOR_PAIN,
        source=Source.PAPER,
        pain_after=NoAnswer.MISSING,
        effort=NoAnswer.NOT_ASKED,
        answers=(make.exercise_answer(pain_during=6, too_painful=True),),
    ),
)
CHECK_INS = (make.check_in(), make.check_in(TUESDAY, pain=0, swelling=NoAnswer.MISSING))
ICE = IceRecord(id="ice-1", started=make.moment(TUESDAY), seconds=900, side=Side.RIGHT)
TEST = Measurement(
    id="test-1", measure="knee-to-wall-cm", entered=make.moment(TUESDAY), left=9.5, right=0, note="warm"
)
PROGRESS = make.progress(TUESDAY, pain_before=1)


def fill(journal: JournalFile) -> None:
    """Write a little of everything."""
    for person in PERSONS:
        journal.save_person(person)
    for plan in PLANS:
        journal.save_plan(make.PERSON, plan)
    for record in SESSIONS:
        journal.save_session(make.PERSON, record)
    for check_in in CHECK_INS:
        journal.save_check_in(make.PERSON, check_in)
    journal.save_entry(make.PERSON, ICE, ICE.id, ICE.started)
    journal.save_entry(make.PERSON, TEST, TEST.id, TEST.entered)
    journal.save_progress(make.PERSON, PROGRESS)
    journal.save_on_shelf(Favorite(id="str-calf-bi"))


def write(version: int, out: Path) -> None:
    """Write the stored database of a schema version, the newest one for what it holds to fit."""
    scratch = out.with_suffix(".scratch")
    with JournalFile(scratch, out.parent, now=lambda: MADE, migrations=MIGRATIONS[:version]) as journal:
        fill(journal)
        journal.backup(out)
    scratch.unlink()
    out.chmod(0o644)


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))

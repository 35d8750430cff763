"""What a list of all persons shows, one query for each group of columns, however many persons there are.

Each query walks the persons and looks the rest up in an index: sessions and check-ins of years are not read.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from ankle_coach.domain.entries import kind_name
from ankle_coach.domain.person_overview import PersonOverview, PlanHead
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety import Assessment, Flag
from ankle_coach.storage.person_rows import read_persons

if TYPE_CHECKING:
    import sqlite3

    from ankle_coach.domain.journal import Role

_PLANS = """
SELECT person.id, plan_version.plan FROM person
CROSS JOIN plan_version ON plan_version.person = person.id AND plan_version.version = (
    SELECT MAX(version) FROM plan_version WHERE person = person.id AND starts_on <= ?
)
WHERE person.role = ?
"""
_ACTIVITY = """
SELECT person.id, MAX(
    IFNULL((SELECT MAX(training_day) FROM session WHERE session.person = person.id), ''),
    IFNULL((SELECT MAX(training_day) FROM check_in WHERE check_in.person = person.id), ''),
    IFNULL((SELECT MAX(training_day) FROM entry WHERE entry.person = person.id AND kind = ?), '')
) FROM person WHERE person.role = ?
"""
_FLAGS = """
SELECT person.id, entry.kind, entry.data FROM person
CROSS JOIN entry ON entry.person = person.id AND entry.kind IN (?, ?)
WHERE person.role = ? ORDER BY entry.training_day, entry.at, entry.id
"""
_RUN, _FLAG, _ASSESSMENT = kind_name(RunRecord), kind_name(Flag), kind_name(Assessment)


def read_overviews(connection: sqlite3.Connection, role: Role, today: date) -> tuple[PersonOverview, ...]:
    """Return all persons of a role as a list shows them, in the order of their making.

    Args:
        connection: The journal.
        role: Who they are to this app.
        today: The running training day; a plan that starts later does not hold yet.

    Raises:
        ValueError: A plan or a flag cannot be read.
    """
    plans = _plans(connection, role, today)
    activity = _activity(connection, role)
    flags, assessments = _flags(connection, role)
    return tuple(
        PersonOverview(
            person=person,
            plan=plans.get(person.id),
            last_active=activity[person.id],
            flags=tuple(flags.get(person.id, ())),
            assessments=tuple(assessments.get(person.id, ())),
        )
        for person in read_persons(connection, role)
    )


def _plans(connection: sqlite3.Connection, role: Role, today: date) -> dict[str, PlanHead]:
    head = msgspec.json.Decoder(PlanHead)
    rows = connection.execute(_PLANS, (today.isoformat(), role.value))
    return {person: head.decode(plan) for person, plan in rows}


def _activity(connection: sqlite3.Connection, role: Role) -> dict[str, date | None]:
    rows = connection.execute(_ACTIVITY, (_RUN, role.value))
    return {person: date.fromisoformat(day) if day else None for person, day in rows}


def _flags(
    connection: sqlite3.Connection, role: Role
) -> tuple[dict[str, list[Flag]], dict[str, list[Assessment]]]:
    flags: dict[str, list[Flag]] = defaultdict(list)
    assessments: dict[str, list[Assessment]] = defaultdict(list)
    for person, kind, data in connection.execute(_FLAGS, (_FLAG, _ASSESSMENT, role.value)):
        if kind == _FLAG:
            flags[person].append(msgspec.json.decode(data, type=Flag))
        else:
            assessments[person].append(msgspec.json.decode(data, type=Assessment))
    return flags, assessments

"""Schema 1: persons, plan versions, sessions, check-ins, the session in progress, and entries as JSON.

An answer takes two columns: the number, which may be missing, and whether the question was asked. So zero,
missing and not asked stay three things. Instants are UTC text with microseconds, which sorts as time does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_PERSON = """
CREATE TABLE person (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('runner', 'patient')),
    affected TEXT CHECK (affected IN ('left', 'right', 'both'))
) STRICT
"""

_PLAN_VERSION = """
CREATE TABLE plan_version (
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    version INTEGER NOT NULL CHECK (version >= 1),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    content_version INTEGER NOT NULL,
    plan TEXT NOT NULL,
    PRIMARY KEY (person, version)
) STRICT
"""

_SESSION = """
CREATE TABLE session (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    session TEXT NOT NULL,
    name TEXT NOT NULL,
    started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??.??????+00:00'),
    offset_minutes INTEGER NOT NULL CHECK (abs(offset_minutes) < 1440),
    training_day TEXT NOT NULL CHECK (training_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    duration REAL NOT NULL CHECK (duration >= 0),
    status TEXT NOT NULL CHECK (status IN ('finished', 'ended-early', 'stopped-for-pain')),
    plan_version INTEGER NOT NULL,
    pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
    pain_before_asked INTEGER NOT NULL CHECK (pain_before_asked IN (0, 1)),
    pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
    pain_after_asked INTEGER NOT NULL CHECK (pain_after_asked IN (0, 1)),
    effort INTEGER CHECK (effort BETWEEN 0 AND 10),
    effort_asked INTEGER NOT NULL CHECK (effort_asked IN (0, 1)),
    note TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('played', 'typed', 'paper', 'imported')),
    CHECK (pain_before IS NULL OR pain_before_asked),
    CHECK (pain_after IS NULL OR pain_after_asked),
    CHECK (effort IS NULL OR effort_asked)
) STRICT
"""

_SET_RECORD = """
CREATE TABLE set_record (
    session INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    prescription TEXT NOT NULL,
    exercise TEXT NOT NULL,
    level TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
    number INTEGER NOT NULL,
    block INTEGER NOT NULL,
    item INTEGER NOT NULL,
    reps_planned INTEGER NOT NULL CHECK (reps_planned >= 0),
    reps_done INTEGER NOT NULL CHECK (reps_done >= 0),
    seconds_planned REAL NOT NULL CHECK (seconds_planned >= 0),
    seconds_done REAL NOT NULL CHECK (seconds_done >= 0),
    kilograms REAL NOT NULL CHECK (kilograms >= 0),
    band TEXT NOT NULL,
    PRIMARY KEY (session, place)
) STRICT, WITHOUT ROWID
"""

_EXERCISE_ANSWER = """
CREATE TABLE exercise_answer (
    session INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    prescription TEXT NOT NULL,
    exercise TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
    pain_during INTEGER CHECK (pain_during BETWEEN 0 AND 10),
    pain_during_asked INTEGER NOT NULL CHECK (pain_during_asked IN (0, 1)),
    too_painful INTEGER NOT NULL CHECK (too_painful IN (0, 1)),
    form_lost INTEGER NOT NULL CHECK (form_lost IN (0, 1)),
    gave_way INTEGER NOT NULL CHECK (gave_way IN (0, 1)),
    touch_downs INTEGER NOT NULL,
    PRIMARY KEY (session, place),
    CHECK (pain_during IS NULL OR pain_during_asked)
) STRICT, WITHOUT ROWID
"""

_CHECK_IN = """
CREATE TABLE check_in (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    entered_at TEXT NOT NULL CHECK (entered_at GLOB '????-??-??T??:??:??.??????+00:00'),
    offset_minutes INTEGER NOT NULL CHECK (abs(offset_minutes) < 1440),
    training_day TEXT NOT NULL CHECK (training_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    pain_asked INTEGER NOT NULL CHECK (pain_asked IN (0, 1)),
    first_step INTEGER CHECK (first_step BETWEEN 0 AND 10),
    first_step_asked INTEGER NOT NULL CHECK (first_step_asked IN (0, 1)),
    stiff_minutes INTEGER CHECK (stiff_minutes BETWEEN 0 AND 1440),
    stiff_minutes_asked INTEGER NOT NULL CHECK (stiff_minutes_asked IN (0, 1)),
    swelling INTEGER CHECK (swelling BETWEEN 0 AND 3),
    swelling_asked INTEGER NOT NULL CHECK (swelling_asked IN (0, 1)),
    note TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('played', 'typed', 'paper', 'imported')),
    CHECK (pain IS NULL OR pain_asked),
    CHECK (first_step IS NULL OR first_step_asked),
    CHECK (stiff_minutes IS NULL OR stiff_minutes_asked),
    CHECK (swelling IS NULL OR swelling_asked)
) STRICT
"""

_PROGRESS = """
CREATE TABLE progress (
    person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    progress BLOB NOT NULL
) STRICT
"""

_ENTRY = """
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind <> ''),
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.??????+00:00'),
    offset_minutes INTEGER NOT NULL CHECK (abs(offset_minutes) < 1440),
    training_day TEXT NOT NULL CHECK (training_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    data TEXT NOT NULL CHECK (json_valid(data))
) STRICT
"""

_INDEXES = (
    "CREATE INDEX session_by_day ON session (person, training_day, started_at, id)",
    "CREATE INDEX check_in_by_day ON check_in (person, training_day, entered_at, id)",
    "CREATE INDEX entry_by_day ON entry (person, kind, training_day, at, id)",
)


def create(connection: sqlite3.Connection) -> None:
    """Make the tables of schema 1 in an empty database."""
    tables = (_PERSON, _PLAN_VERSION, _SESSION, _SET_RECORD, _EXERCISE_ANSWER, _CHECK_IN, _PROGRESS, _ENTRY)
    for statement in tables + _INDEXES:
        connection.execute(statement)

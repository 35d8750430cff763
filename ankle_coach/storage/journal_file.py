"""The journal in one SQLite file: persons, plans, sessions, check-ins, entries, the session in progress."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec

from ankle_coach.domain.errors import NotFoundError, StorageError
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.session_state import SessionInProgress
from ankle_coach.storage import check_in_rows, entry_rows, person_rows, session_rows, shelf_rows
from ankle_coach.storage.backup import copy_database
from ankle_coach.storage.connection import BUSY_SECONDS, connect, peek, transaction
from ankle_coach.storage.failures import failures_of
from ankle_coach.storage.migrations import MIGRATIONS, Migration, migrate, refuse_strangers

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from ankle_coach.domain.entries import Kept
    from ankle_coach.domain.journal import CheckIn, Moment, Person, Role, SessionRecord, SessionSummary
    from ankle_coach.domain.person_overview import PersonOverview

_Entry = TypeVar("_Entry", bound=msgspec.Struct)
_Thing = TypeVar("_Thing", bound=msgspec.Struct)

_WRITE_PROGRESS = """
INSERT INTO progress (person, progress) VALUES (?, ?)
ON CONFLICT (person) DO UPDATE SET progress = excluded.progress
"""


def utc_now() -> datetime:
    """Return the instant that copies are named after."""
    return datetime.now(UTC)


class JournalFile:
    """The store of persons, plans and records; one thread uses it, and a ``with`` block or `close` ends it.

    Attributes:
        path: The file.
    """

    def __init__(
        self,
        path: Path,
        backups: Path,
        *,
        now: Callable[[], datetime] = utc_now,
        migrations: Sequence[Migration] = MIGRATIONS,
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        """Open the journal, make it where there is none, and bring it to the newest schema.

        Args:
            path: The file.
            backups: Folder for the copy that is made before the schema changes.
            now: Tells the instant that such a copy is named after.
            migrations: The steps of the schema, in order.
            busy_seconds: How long a write waits for another program.

        Raises:
            StorageError: The file cannot be used, is no journal, or was written by a newer program.
        """
        self.path = path
        with self._failures():
            if path.exists() and path.stat().st_size:
                refuse_strangers(path, peek(path), migrations[-1].version)
            self._connection = connect(path, busy_seconds)
            try:
                migrate(self._connection, path, backups, now(), migrations)
            except BaseException:
                self._connection.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the use of the file; closing it twice is no error."""
        self._connection.close()

    # --- Persons and plans ---

    def persons(self, role: Role | None = None) -> tuple[Person, ...]:
        """Return the persons of a role, or all, in the order of their making."""
        with self._failures():
            return person_rows.read_persons(self._connection, role)

    def overviews(self, role: Role, today: date) -> tuple[PersonOverview, ...]:
        """Return all persons of a role as a list shows them, in the order of their making."""
        from ankle_coach.storage.overview_rows import read_overviews  # noqa: PLC0415 - only one page asks

        with self._reading() as connection:
            return read_overviews(connection, role, today)

    def person(self, person_id: str) -> Person | None:
        """Return a person; None where there is none of that id."""
        with self._failures():
            return person_rows.read_person(self._connection, person_id)

    def save_person(self, person: Person) -> None:
        """Add or replace a person."""
        with self._writing() as connection:
            person_rows.write_person(connection, person)

    def delete_person(self, person_id: str) -> None:
        """Delete a person with everything about them; one who is gone already is no error."""
        with self._writing() as connection:
            connection.execute("DELETE FROM person WHERE id = ?", (person_id,))

    def plans(self, person: str) -> tuple[Plan, ...]:
        """Return all plan versions of a person, oldest first."""
        query = "SELECT plan FROM plan_version WHERE person = ? ORDER BY version"
        with self._failures():
            rows = self._connection.execute(query, (person,)).fetchall()
            return tuple(msgspec.json.decode(row[0], type=Plan) for row in rows)

    def plan_owners(self, plan_ids: Collection[str]) -> frozenset[str]:
        """Return the ids of the persons who have a version of one of some plans."""
        query = "SELECT DISTINCT person, json_extract(plan, '$.id') FROM plan_version"
        with self._failures():
            rows = self._connection.execute(query)
            return frozenset(person for person, plan in rows if plan in plan_ids)

    def plans_with(self, exercise_id: str) -> int:
        """Return how many plan versions of all persons prescribe an exercise."""
        query = (
            "SELECT count(*) FROM plan_version WHERE EXISTS ("
            "SELECT 1 FROM json_each(plan, '$.prescriptions') WHERE json_extract(value, '$.exercise') = ?)"
        )
        with self._failures():
            return int(self._connection.execute(query, (exercise_id,)).fetchone()[0])

    def save_plan(self, person: str, plan: Plan) -> None:
        """Add a plan version; a version that exists is refused."""
        text = msgspec.json.encode(plan).decode()
        row = (person, plan.version, plan.starts_on.isoformat(), plan.content_version, text)
        there = "SELECT 1 FROM plan_version WHERE person = ? AND version = ?"
        with self._writing(person) as connection:
            if connection.execute(there, row[:2]).fetchone():
                raise StorageError(f"The plan's version {plan.version} is in the journal already.")
            connection.execute("INSERT INTO plan_version VALUES (?, ?, ?, ?, ?)", row)

    # --- Sessions ---

    def summaries(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> tuple[SessionSummary, ...]:
        """Return sessions without their sets, oldest first, within training days (both included)."""
        with self._reading() as connection:
            return session_rows.read_summaries(connection, person, first, last)

    def session(self, record_id: str) -> SessionRecord:
        """Return one session with its sets.

        Raises:
            NotFoundError: If there is none.
        """
        with self._reading() as connection:
            record = session_rows.read_session(connection, record_id)
        if record is None:
            raise NotFoundError(f"The journal has no session {record_id!r}.")
        return record

    def sessions(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> tuple[SessionRecord, ...]:
        """Return sessions with their sets, oldest first, within training days (both included)."""
        with self._reading() as connection:
            return session_rows.read_sessions(connection, person, first, last)

    def save_session(self, person: str, record: SessionRecord) -> None:
        """Add or replace a session with its sets and answers, in one transaction."""
        with self._writing(person) as connection:
            _require_owner(session_rows.session_owner(connection, record.id), person)
            session_rows.write_session(connection, person, record)

    def finish_session(self, person: str, record: SessionRecord) -> None:
        """Add a session and forget the session in progress, in one transaction."""
        with self._writing(person) as connection:
            _require_owner(session_rows.session_owner(connection, record.id), person)
            session_rows.write_session(connection, person, record)
            connection.execute("DELETE FROM progress WHERE person = ?", (person,))

    def delete_session(self, record_id: str) -> None:
        """Delete a session; one that is gone already is no error."""
        with self._writing() as connection:
            connection.execute("DELETE FROM session WHERE id = ?", (record_id,))

    # --- Check-ins ---

    def check_ins(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> tuple[CheckIn, ...]:
        """Return check-ins, oldest first, within training days (both included)."""
        with self._reading() as connection:
            return check_in_rows.read_check_ins(connection, person, first, last)

    def save_check_in(self, person: str, check_in: CheckIn) -> None:
        """Add or replace a check-in."""
        with self._writing(person) as connection:
            _require_owner(check_in_rows.check_in_owner(connection, check_in.id), person)
            check_in_rows.write_check_in(connection, person, check_in)

    def delete_check_in(self, check_in_id: str) -> None:
        """Delete a check-in; one that is gone already is no error."""
        with self._writing() as connection:
            connection.execute("DELETE FROM check_in WHERE id = ?", (check_in_id,))

    # --- Entries ---

    def entries(
        self, person: str, kind: type[_Entry], first: date | None = None, last: date | None = None
    ) -> tuple[_Entry, ...]:
        """Return the values of a kind, oldest first, within training days (both included)."""
        return tuple(kept.entry for kept in self.kept_entries(person, kind, first, last))

    def kept_entries(
        self, person: str, kind: type[_Entry], first: date | None = None, last: date | None = None
    ) -> tuple[Kept[_Entry], ...]:
        """Return the values of a kind with their ids and moments, oldest first, within training days."""
        with self._reading() as connection:
            return entry_rows.read_entries(connection, person, kind, first, last)

    def save_entry(self, person: str, entry: msgspec.Struct, entry_id: str, moment: Moment) -> None:
        """Add or replace an entry."""
        with self._writing(person) as connection:
            _require_owner(entry_rows.entry_owner(connection, entry_id), person)
            entry_rows.write_entry(connection, person, entry, entry_id, moment)

    def delete_entry(self, entry_id: str) -> None:
        """Delete an entry; one that is gone already is no error."""
        with self._writing() as connection:
            connection.execute("DELETE FROM entry WHERE id = ?", (entry_id,))

    # --- The session in progress ---

    def progress(self, person: str) -> SessionInProgress | None:
        """Return the session in progress, or None."""
        with self._failures():
            query = "SELECT progress FROM progress WHERE person = ?"
            row = self._connection.execute(query, (person,)).fetchone()
            return msgspec.json.decode(row[0], type=SessionInProgress) if row else None

    def save_progress(self, person: str, progress: SessionInProgress) -> None:
        """Replace the session in progress, durably."""
        row = (person, msgspec.json.encode(progress))
        with self._writing(person) as connection:
            connection.execute(_WRITE_PROGRESS, row)

    def clear_progress(self, person: str) -> None:
        """Forget the session in progress."""
        with self._writing() as connection:
            connection.execute("DELETE FROM progress WHERE person = ?", (person,))

    # --- Own things that belong to no person ---

    def shelf(self, kind: type[_Thing]) -> tuple[_Thing, ...]:
        """Return the things of a kind of `domain.shelf`, by id."""
        with self._reading() as connection:
            return shelf_rows.read_things(connection, kind)

    def save_on_shelf(self, thing: msgspec.Struct) -> None:
        """Add or replace a thing."""
        with self._writing() as connection:
            shelf_rows.write_thing(connection, thing)

    def take_from_shelf(self, kind: type[msgspec.Struct], thing_id: str) -> None:
        """Delete a thing; one that is gone already is no error."""
        with self._writing() as connection:
            shelf_rows.delete_thing(connection, kind, thing_id)

    # --- The whole file ---

    def check(self) -> tuple[str, ...]:
        """Look through the whole file for damage, which takes a moment; return what is wrong."""
        try:
            with self._reading() as connection:
                found = [row[0] for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]
                return tuple(found) or _lost_rows(connection)
        except StorageError as error:
            return (str(error),)

    def backup(self, out: Path) -> None:
        """Write a complete copy of the journal to a file; one that is there is replaced by it.

        Raises:
            StorageError: The copy cannot be written, or it would replace the journal itself.
        """
        with failures_of(out):
            if out.exists() and out.samefile(self.path):
                raise StorageError(f"{out} is the journal itself; a backup needs a file of its own.")
            copy_database(self._connection, out)

    # --- How every method reaches the file ---

    @contextmanager
    def _failures(self) -> Iterator[None]:
        """Tell failures of the file in a sentence, content that this program cannot read among them."""
        with failures_of(self.path):
            try:
                yield
            except ValueError as error:
                raise StorageError(f"{self.path} holds an entry that cannot be read: {error}.") from error

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Read several tables as of one moment."""
        with self._failures(), transaction(self._connection, "DEFERRED"):
            yield self._connection

    @contextmanager
    def _writing(self, person: str | None = None) -> Iterator[sqlite3.Connection]:
        """Write in one transaction, for a person who must be in the journal.

        Raises:
            NotFoundError: The person is not.
        """
        with failures_of(self.path), transaction(self._connection):
            if person is not None and not self._has(person):
                raise NotFoundError(f"The journal has no person {person!r}.")
            yield self._connection

    def _has(self, person: str) -> bool:
        return self._connection.execute("SELECT 1 FROM person WHERE id = ?", (person,)).fetchone() is not None


def _lost_rows(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Rows that refer to one that is not there."""
    rows = connection.execute("PRAGMA foreign_key_check")
    return tuple(f"a row of {table} refers to a missing one of {parent}" for table, _, parent, _ in rows)


def _require_owner(owner: str | None, person: str) -> None:
    """Refuse to replace an entry of another person.

    Raises:
        StorageError: It belongs to somebody else.
    """
    if owner not in (None, person):
        raise StorageError("This entry belongs to another person of the journal.")

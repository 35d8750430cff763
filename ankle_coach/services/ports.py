"""What the services need from outside, as Protocols: the journal, the settings, the clock."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec import Struct

from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.entries import Kept
from ankle_coach.domain.journal import CheckIn, Moment, Person, Role, SessionRecord, SessionSummary
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.session_state import SessionInProgress
from ankle_coach.domain.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from ankle_coach.domain.backup_facts import BackupFacts
    from ankle_coach.domain.file_copies import JournalCopy, LibraryCopy, PlanCopy
    from ankle_coach.domain.measures import MeasureCatalog
    from ankle_coach.domain.person_overview import PersonOverview
    from ankle_coach.domain.plan_calendar import CalendarCopy
    from ankle_coach.domain.safety_content import CompressionFile, IceFile, SafetyContent
    from ankle_coach.domain.tables import Tables

_Entry = TypeVar("_Entry", bound=Struct)
_Thing = TypeVar("_Thing", bound=Struct)


class Clock(Protocol):
    """The three readings of time: two monotonic ones and the wall clock."""

    def reading(self) -> Reading:
        """Return the monotonic clocks, in seconds."""

    def now(self) -> datetime:
        """Return the instant, with a time zone (UTC)."""

    def offset(self) -> timedelta:
        """Return local time minus UTC, now."""


class SettingsStore(Protocol):
    """Where the settings are kept."""

    def current(self) -> Settings:
        """Return the settings as they are now."""

    def save(self, settings: Settings) -> None:
        """Keep the settings, durably."""


class FileFormats(Protocol):
    """Files that travel: plans, own things, journals."""

    def read(self, path: Path) -> PlanCopy | LibraryCopy | JournalCopy:
        """Read a file of any kind.

        Raises:
            ContentError: If it cannot be read, or is of no kind that this program knows.
        """

    def write(self, copy: PlanCopy | LibraryCopy | JournalCopy, path: Path) -> None:
        """Write a file; one that was there is as it was if that fails.

        Raises:
            ContentError: If it cannot be written.
        """


class ExportFormats(Protocol):
    """Files for other programs, which do not come back."""

    def write_tables(self, tables: Tables, path: Path) -> None:
        """Write tables into a zip file where the name ends so, else into a folder.

        Raises:
            ContentError: If they cannot be written.
        """

    def write_calendar(self, copy: CalendarCopy, path: Path) -> None:
        """Write a calendar; a file that was there is as it was if that fails.

        Raises:
            ContentError: If it cannot be written.
        """


class Backups(Protocol):
    """Copies of the whole journal, of everybody in it."""

    @property
    def folder(self) -> Path:
        """Where the program keeps its own copies."""

    def write(self, out: Path) -> None:
        """Write a complete copy; a file that is there is replaced by it.

        Raises:
            StorageError: If it cannot be written.
        """

    def look(self, source: Path) -> BackupFacts:
        """Return what a backup holds; nothing is changed.

        Raises:
            StorageError: If it is no whole journal that this program knows.
        """


class RuleContent(Protocol):
    """Shipped content of rules; each part is read when it is first asked for."""

    @property
    def safety(self) -> SafetyContent:
        """Questions, ice, compression and cards."""

    @property
    def ice(self) -> IceFile:
        """Ice alone."""

    @property
    def compression(self) -> CompressionFile:
        """The wrap alone."""

    @property
    def measures(self) -> MeasureCatalog:
        """Measures and questionnaires."""


class Journal(Protocol):
    """The store of persons, plans and records.

    Every method raises `StorageError` with one clear sentence where the file cannot be used.
    """

    def persons(self, role: Role | None = None) -> tuple[Person, ...]:
        """Return the persons of a role, or all, in the order of their making."""

    def overviews(self, role: Role, today: date) -> tuple[PersonOverview, ...]:
        """Return all persons of a role as a list shows them, in the order of their making.

        However many persons there are and however long their journals, it takes a few queries.
        """

    def person(self, person_id: str) -> Person | None:
        """Return a person; None where there is none of that id."""

    def save_person(self, person: Person) -> None:
        """Add or replace a person."""

    def delete_person(self, person_id: str) -> None:
        """Delete a person with everything about them; one who is gone already is no error."""

    def plans(self, person: str) -> tuple[Plan, ...]:
        """Return all plan versions of a person, oldest first."""

    def plan_owners(self, plan_ids: Collection[str]) -> frozenset[str]:
        """Return the ids of the persons who have a version of one of some plans."""

    def plans_with(self, exercise_id: str) -> int:
        """Return how many plan versions of all persons prescribe an exercise."""

    def save_plan(self, person: str, plan: Plan) -> None:
        """Add a plan version; a version that exists is refused."""

    def summaries(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> tuple[SessionSummary, ...]:
        """Return sessions without their sets, oldest first, within training days (both included)."""

    def session(self, record_id: str) -> SessionRecord:
        """Return one session with its sets.

        Raises:
            NotFoundError: If there is none.
        """

    def sessions(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> tuple[SessionRecord, ...]:
        """Return sessions with their sets, oldest first, within training days (both included)."""

    def save_session(self, person: str, record: SessionRecord) -> None:
        """Add or replace a session with its sets and answers, in one transaction."""

    def finish_session(self, person: str, record: SessionRecord) -> None:
        """Add a session and forget the session in progress, in one transaction."""

    def delete_session(self, record_id: str) -> None:
        """Delete a session; one that is gone already is no error."""

    def check_ins(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> tuple[CheckIn, ...]:
        """Return check-ins, oldest first, within training days (both included)."""

    def save_check_in(self, person: str, check_in: CheckIn) -> None:
        """Add or replace a check-in."""

    def delete_check_in(self, check_in_id: str) -> None:
        """Delete a check-in; one that is gone already is no error."""

    def entries(
        self, person: str, kind: type[_Entry], first: date | None = None, last: date | None = None
    ) -> tuple[_Entry, ...]:
        """Return the values of a kind of `domain.entries`, oldest first, within training days.

        Raises:
            StorageError: One of them cannot be read; the sentence names it.
        """

    def kept_entries(
        self, person: str, kind: type[_Entry], first: date | None = None, last: date | None = None
    ) -> tuple[Kept[_Entry], ...]:
        """Return the same with their ids and moments."""

    def save_entry(self, person: str, entry: Struct, entry_id: str, moment: Moment) -> None:
        """Add or replace an entry; its kind is that of its class."""

    def delete_entry(self, entry_id: str) -> None:
        """Delete an entry; one that is gone already is no error."""

    def progress(self, person: str) -> SessionInProgress | None:
        """Return the session in progress, or None."""

    def save_progress(self, person: str, progress: SessionInProgress) -> None:
        """Replace the session in progress, durably."""

    def clear_progress(self, person: str) -> None:
        """Forget the session in progress."""

    def shelf(self, kind: type[_Thing]) -> tuple[_Thing, ...]:
        """Return the things of a kind of `domain.shelf`, by id: what belongs to no person.

        Raises:
            StorageError: One of them cannot be read; the sentence names it.
        """

    def save_on_shelf(self, thing: Struct) -> None:
        """Add or replace a thing; its kind is that of its class."""

    def take_from_shelf(self, kind: type[Struct], thing_id: str) -> None:
        """Delete a thing; one that is gone already is no error."""

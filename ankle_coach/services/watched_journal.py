"""A journal that counts what is written, so that what was folded from it is known to be old."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from ankle_coach.domain.entries import Kept
from ankle_coach.domain.journal import CheckIn, Moment, Person, Role, SessionRecord, SessionSummary
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.session_state import SessionInProgress
from ankle_coach.services.ports import Journal

if TYPE_CHECKING:
    from ankle_coach.domain.person_overview import PersonOverview

_Entry = TypeVar("_Entry", bound=Struct)
_Thing = TypeVar("_Thing", bound=Struct)


class WatchedJournal:
    """Passes everything on to a journal.

    Attributes:
        revision: Goes up with every write that decisions may hang on; the session in progress is none.
    """

    def __init__(self, journal: Journal) -> None:
        """Watch a journal."""
        self._journal = journal
        self.revision = 0
        self._kept: tuple[int, dict[str, tuple[Plan, ...]]] = (0, {})
        """The plans read since the last write: they are asked for all the time."""

    def persons(self, role: Role | None = None) -> tuple[Person, ...]:
        """Return the persons of a role, or all."""
        return self._journal.persons(role)

    def overviews(self, role: Role, today: date) -> tuple[PersonOverview, ...]:
        """Return all persons of a role as a list shows them."""
        return self._journal.overviews(role, today)

    def person(self, person_id: str) -> Person | None:
        """Return a person, or None."""
        return self._journal.person(person_id)

    def save_person(self, person: Person) -> None:
        """Add or replace a person."""
        self.revision += 1
        self._journal.save_person(person)

    def delete_person(self, person_id: str) -> None:
        """Delete a person with everything about them."""
        self.revision += 1
        self._journal.delete_person(person_id)

    def plans(self, person: str) -> tuple[Plan, ...]:
        """Return all plan versions of a person, read once until the next write."""
        if self._kept[0] != self.revision:
            self._kept = (self.revision, {})
        plans = self._kept[1]
        if person not in plans:
            plans[person] = self._journal.plans(person)
        return plans[person]

    def plan_owners(self, plan_ids: Collection[str]) -> frozenset[str]:
        """Return the ids of the persons who have a version of one of some plans."""
        return self._journal.plan_owners(plan_ids)

    def plans_with(self, exercise_id: str) -> int:
        """Return how many plan versions of all persons prescribe an exercise."""
        return self._journal.plans_with(exercise_id)

    def save_plan(self, person: str, plan: Plan) -> None:
        """Add a plan version."""
        self.revision += 1
        self._journal.save_plan(person, plan)

    def summaries(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> tuple[SessionSummary, ...]:
        """Return sessions without their sets."""
        return self._journal.summaries(person, first, last)

    def session(self, record_id: str) -> SessionRecord:
        """Return one session with its sets."""
        return self._journal.session(record_id)

    def sessions(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> tuple[SessionRecord, ...]:
        """Return sessions with their sets."""
        return self._journal.sessions(person, first, last)

    def save_session(self, person: str, record: SessionRecord) -> None:
        """Add or replace a session."""
        self.revision += 1
        self._journal.save_session(person, record)

    def finish_session(self, person: str, record: SessionRecord) -> None:
        """Add a session and forget the session in progress."""
        self.revision += 1
        self._journal.finish_session(person, record)

    def delete_session(self, record_id: str) -> None:
        """Delete a session."""
        self.revision += 1
        self._journal.delete_session(record_id)

    def check_ins(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> tuple[CheckIn, ...]:
        """Return check-ins."""
        return self._journal.check_ins(person, first, last)

    def save_check_in(self, person: str, check_in: CheckIn) -> None:
        """Add or replace a check-in."""
        self.revision += 1
        self._journal.save_check_in(person, check_in)

    def delete_check_in(self, check_in_id: str) -> None:
        """Delete a check-in."""
        self.revision += 1
        self._journal.delete_check_in(check_in_id)

    def entries(
        self, person: str, kind: type[_Entry], first: date | None = None, last: date | None = None
    ) -> tuple[_Entry, ...]:
        """Return the values of a kind."""
        return self._journal.entries(person, kind, first, last)

    def kept_entries(
        self, person: str, kind: type[_Entry], first: date | None = None, last: date | None = None
    ) -> tuple[Kept[_Entry], ...]:
        """Return the values of a kind with their ids and moments."""
        return self._journal.kept_entries(person, kind, first, last)

    def save_entry(self, person: str, entry: Struct, entry_id: str, moment: Moment) -> None:
        """Add or replace an entry."""
        self.revision += 1
        self._journal.save_entry(person, entry, entry_id, moment)

    def delete_entry(self, entry_id: str) -> None:
        """Delete an entry."""
        self.revision += 1
        self._journal.delete_entry(entry_id)

    def progress(self, person: str) -> SessionInProgress | None:
        """Return the session in progress."""
        return self._journal.progress(person)

    def save_progress(self, person: str, progress: SessionInProgress) -> None:
        """Replace the session in progress."""
        self._journal.save_progress(person, progress)

    def clear_progress(self, person: str) -> None:
        """Forget the session in progress."""
        self._journal.clear_progress(person)

    def shelf(self, kind: type[_Thing]) -> tuple[_Thing, ...]:
        """Return own things of a kind."""
        return self._journal.shelf(kind)

    def save_on_shelf(self, thing: Struct) -> None:
        """Add or replace an own thing."""
        self.revision += 1
        self._journal.save_on_shelf(thing)

    def take_from_shelf(self, kind: type[Struct], thing_id: str) -> None:
        """Delete an own thing."""
        self.revision += 1
        self._journal.take_from_shelf(kind, thing_id)

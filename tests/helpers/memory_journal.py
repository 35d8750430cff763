"""A journal that lives in dicts and forgets everything with the test."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from ankle_coach.domain.entries import Kept, kind_name
from ankle_coach.domain.errors import NotFoundError, StorageError
from ankle_coach.domain.journal import CheckIn, SessionRecord, SessionSummary, summary_of
from ankle_coach.domain.person_overview import PersonOverview, PlanHead
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety import Assessment, Flag
from ankle_coach.domain.shelf import shelf_id, shelf_name
from ankle_coach.domain.statistics import plan_on

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from ankle_coach.domain.journal import Moment, Person, Role
    from ankle_coach.domain.plan import Plan
    from ankle_coach.domain.session_state import SessionInProgress

_Value = TypeVar("_Value", bound=msgspec.Struct)
_Record = TypeVar("_Record")
_Entry = TypeVar("_Entry", SessionRecord, CheckIn, Kept[msgspec.Struct])


class MemoryJournal:
    """The `Journal` port without a file.

    Attributes:
        failure: What every writing method raises while it is set: a full disk, at a test's word.
    """

    def __init__(self, *persons: Person) -> None:
        self.failure: StorageError | None = None
        self._persons = {person.id: person for person in persons}
        self._plans: dict[str, dict[int, Plan]] = {}
        self._sessions: dict[str, tuple[str, SessionRecord]] = {}
        self._check_ins: dict[str, tuple[str, CheckIn]] = {}
        self._entries: dict[str, tuple[str, Kept[msgspec.Struct]]] = {}
        self._progress: dict[str, SessionInProgress] = {}
        self._shelf: dict[tuple[str, str], msgspec.Struct] = {}

    def persons(self, role: Role | None = None) -> tuple[Person, ...]:
        return tuple(person for person in self._persons.values() if role in (None, person.role))

    def overviews(self, role: Role, today: date) -> tuple[PersonOverview, ...]:
        return tuple(self._overview(person, today) for person in self.persons(role))

    def _overview(self, person: Person, today: date) -> PersonOverview:
        plan = plan_on(self.plans(person.id), today)
        days = [record.started.training_day for record in self.sessions(person.id)]
        days += [check_in.entered.training_day for check_in in self.check_ins(person.id)]
        days += [kept.moment.training_day for kept in self.kept_entries(person.id, RunRecord)]
        return PersonOverview(
            person=person,
            plan=msgspec.json.decode(msgspec.json.encode(plan), type=PlanHead) if plan else None,
            last_active=max(days, default=None),
            flags=self.entries(person.id, Flag),
            assessments=self.entries(person.id, Assessment),
        )

    def person(self, person_id: str) -> Person | None:
        return self._persons.get(person_id)

    def delete_person(self, person_id: str) -> None:
        self._fail_if_told()
        self._persons.pop(person_id, None)
        self._plans.pop(person_id, None)
        self._progress.pop(person_id, None)
        _drop_of(self._sessions, person_id)
        _drop_of(self._check_ins, person_id)
        _drop_of(self._entries, person_id)

    def save_person(self, person: Person) -> None:
        self._fail_if_told()
        self._persons[person.id] = person

    def plans(self, person: str) -> tuple[Plan, ...]:
        return tuple(plan for _, plan in sorted(self._plans.get(person, {}).items()))

    def plan_owners(self, plan_ids: Collection[str]) -> frozenset[str]:
        return frozenset(
            person
            for person, plans in self._plans.items()
            if any(plan.id in plan_ids for plan in plans.values())
        )

    def plans_with(self, exercise_id: str) -> int:
        versions = [plan for plans in self._plans.values() for plan in plans.values()]
        return sum(any(p.exercise == exercise_id for p in plan.prescriptions) for plan in versions)

    def save_plan(self, person: str, plan: Plan) -> None:
        self._require(person)
        versions = self._plans.setdefault(person, {})
        if plan.version in versions:
            raise StorageError(f"The plan's version {plan.version} is in the journal already.")
        versions[plan.version] = plan

    def summaries(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> tuple[SessionSummary, ...]:
        return tuple(summary_of(record) for record in self.sessions(person, first, last))

    def session(self, record_id: str) -> SessionRecord:
        if record_id not in self._sessions:
            raise NotFoundError(f"The journal has no session {record_id!r}.")
        return self._sessions[record_id][1]

    def sessions(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> tuple[SessionRecord, ...]:
        own = [record for owner, record in self._sessions.values() if owner == person]
        days = _within([(record.started, record) for record in own], first, last)
        return tuple(days)

    def save_session(self, person: str, record: SessionRecord) -> None:
        self._require(person)
        _require_owner(self._sessions, person, record.id)
        self._sessions[record.id] = (person, record)

    def finish_session(self, person: str, record: SessionRecord) -> None:
        self.save_session(person, record)
        self._progress.pop(person, None)

    def delete_session(self, record_id: str) -> None:
        self._fail_if_told()
        self._sessions.pop(record_id, None)

    def check_ins(
        self, person: str, first: date | None = None, last: date | None = None
    ) -> tuple[CheckIn, ...]:
        own = [check_in for owner, check_in in self._check_ins.values() if owner == person]
        return tuple(_within([(check_in.entered, check_in) for check_in in own], first, last))

    def save_check_in(self, person: str, check_in: CheckIn) -> None:
        self._require(person)
        _require_owner(self._check_ins, person, check_in.id)
        self._check_ins[check_in.id] = (person, check_in)

    def delete_check_in(self, check_in_id: str) -> None:
        self._fail_if_told()
        self._check_ins.pop(check_in_id, None)

    def entries(
        self, person: str, kind: type[_Value], first: date | None = None, last: date | None = None
    ) -> tuple[_Value, ...]:
        return tuple(kept.entry for kept in self.kept_entries(person, kind, first, last))

    def kept_entries(
        self, person: str, kind: type[_Value], first: date | None = None, last: date | None = None
    ) -> tuple[Kept[_Value], ...]:
        kind_name(kind)
        own = [kept for owner, kept in self._entries.values() if owner == person]
        return tuple(
            Kept(id=kept.id, moment=kept.moment, entry=kept.entry)
            for kept in _within([(kept.moment, kept) for kept in own], first, last)
            if isinstance(kept.entry, kind)
        )

    def save_entry(self, person: str, entry: msgspec.Struct, entry_id: str, moment: Moment) -> None:
        kind_name(type(entry))
        self._require(person)
        _require_owner(self._entries, person, entry_id)
        self._entries[entry_id] = (person, Kept(id=entry_id, moment=moment, entry=entry))

    def delete_entry(self, entry_id: str) -> None:
        self._fail_if_told()
        self._entries.pop(entry_id, None)

    def progress(self, person: str) -> SessionInProgress | None:
        return self._progress.get(person)

    def save_progress(self, person: str, progress: SessionInProgress) -> None:
        self._require(person)
        self._progress[person] = progress

    def clear_progress(self, person: str) -> None:
        self._fail_if_told()
        self._progress.pop(person, None)

    def _require(self, person: str) -> None:
        """Refuse to write for somebody who is not in the journal."""
        self._fail_if_told()
        if person not in self._persons:
            raise NotFoundError(f"The journal has no person {person!r}.")

    def shelf(self, kind: type[_Value]) -> tuple[_Value, ...]:
        return tuple(thing for _, thing in sorted(self._shelf.items()) if isinstance(thing, kind))

    def save_on_shelf(self, thing: msgspec.Struct) -> None:
        self._fail_if_told()
        self._shelf[shelf_name(type(thing)), shelf_id(thing)] = thing

    def take_from_shelf(self, kind: type[msgspec.Struct], thing_id: str) -> None:
        self._fail_if_told()
        self._shelf.pop((shelf_name(kind), thing_id), None)

    def _fail_if_told(self) -> None:
        if self.failure is not None:
            raise self.failure


def _require_owner(entries: dict[str, tuple[str, _Entry]], person: str, entry_id: str) -> None:
    """Refuse to replace an entry of another person."""
    if entries.get(entry_id, (person, None))[0] != person:
        raise StorageError("This entry belongs to another person of the journal.")


def _within(entries: Iterable[tuple[Moment, _Entry]], first: date | None, last: date | None) -> list[_Entry]:
    """The entries of some training days, oldest first."""
    found = [
        (moment.training_day, moment.at, entry.id, entry)
        for moment, entry in entries
        if (first is None or moment.training_day >= first) and (last is None or moment.training_day <= last)
    ]
    return [entry for *_, entry in sorted(found, key=lambda row: row[:3])]


def _drop_of(records: dict[str, tuple[str, _Record]], person_id: str) -> None:
    for record_id in [known for known, (owner, _) in records.items() if owner == person_id]:
        del records[record_id]

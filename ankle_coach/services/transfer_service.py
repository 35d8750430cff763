"""A person's whole journal out of the store, and one from elsewhere into it, without duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.journal import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ankle_coach.domain.entries import Kept
    from ankle_coach.domain.journal_contents import JournalContents
    from ankle_coach.domain.plan import Plan
    from ankle_coach.services.journal_reader import JournalReader
    from ankle_coach.services.ports import Journal


class Merged(Struct, frozen=True, kw_only=True):
    """What a merge brought in; what was there already stays as it is.

    Attributes:
        plans: Plan versions.
        sessions: Sessions.
        check_ins: Check-ins.
        entries: Other entries.
        changes: What was altered.
    """

    plans: int
    sessions: int
    check_ins: int
    entries: int
    changes: Changes


class TransferService:
    """Takes journals out and in."""

    def __init__(self, journal: Journal, reader: JournalReader) -> None:
        """Work on a journal."""
        self._journal = journal
        self._reader = reader

    def contents(self) -> JournalContents:
        """Return everything of the current person.

        Raises:
            NotFoundError: There is nobody in the journal yet.
        """
        contents = self._reader.contents()
        if contents is None:
            raise NotFoundError("There is nobody in this journal yet.")
        return contents

    def merge(self, other: JournalContents, into: str = "") -> Merged:
        """Add what the journal does not have yet; a record with a known id is never replaced.

        Only a pause without its last day, which else would go on here for good, gets it.

        A person who is not in the journal comes into it. A plan version that is there already under another
        number keeps that number, and one whose number is taken gets the next free one; the sessions that
        followed it are told.

        Args:
            other: What comes in.
            into: Id of the person of this journal whose records they are; empty for the person of the file.

        Raises:
            StorageError: The journal cannot be written, or a record belongs to somebody else.
            NotFoundError: This journal has no person `into`.
        """
        person = into or other.person.id
        if self._journal.person(person) is None:
            if into:
                raise NotFoundError("This person is not in the journal any more.")
            role = Role.PATIENT if self._reader.by_therapist else Role.RUNNER
            self._journal.save_person(msgspec.structs.replace(other.person, role=role))
        own_plans = self._journal.plans(person)
        numbers = plan_numbers(own_plans, other.plans)
        known = {record.id for record in self._journal.summaries(person)}
        sessions = [record for record in other.sessions if record.id not in known]
        for record in sessions:
            version = numbers.get(record.plan_version, record.plan_version)
            self._journal.save_session(person, msgspec.structs.replace(record, plan_version=version))
        known = {check_in.id for check_in in self._journal.check_ins(person)}
        check_ins = [check_in for check_in in other.check_ins if check_in.id not in known]
        for check_in in check_ins:
            self._journal.save_check_in(person, check_in)
        known = self._entry_ids(person, other)
        entries = [kept for kept in other.entries if kept.id not in known]
        entries += self._ended_pauses(person, other)
        for kept in entries:
            self._journal.save_entry(person, kept.entry, kept.id, kept.moment)
        plans = self._save_plans(person, own_plans, other.plans, numbers)
        return Merged(
            plans=plans,
            sessions=len(sessions),
            check_ins=len(check_ins),
            entries=len(entries),
            changes=_EVERYTHING if plans or sessions or check_ins or entries else Changes.NONE,
        )

    def _save_plans(
        self, person: str, own: tuple[Plan, ...], plans: tuple[Plan, ...], numbers: dict[int, int]
    ) -> int:
        """Add the versions that are new, and return how many they are."""
        taken = {plan.version for plan in own}
        new = sorted(
            (
                msgspec.structs.replace(plan, version=numbers[plan.version])
                for plan in plans
                if numbers[plan.version] not in taken
            ),
            key=lambda plan: plan.version,
        )
        for plan in new:
            self._journal.save_plan(person, plan)
        return len(new)

    def _ended_pauses(self, person: str, other: JournalContents) -> list[Kept[msgspec.Struct]]:
        """Return the pauses that go on in this journal and have their last day in the other one."""
        from ankle_coach.domain.schedule_changes import Pause  # noqa: PLC0415 - loads with the rules

        going = {k.id for k in self._journal.kept_entries(person, Pause) if k.entry.until_day is None}
        return [
            kept
            for kept in other.entries
            if kept.id in going and isinstance(kept.entry, Pause) and kept.entry.until_day is not None
        ]

    def _entry_ids(self, person: str, other: JournalContents) -> set[str]:
        kinds: set[type[msgspec.Struct]] = {type(kept.entry) for kept in other.entries}
        return {kept.id for kind in kinds for kept in self._journal.kept_entries(person, kind)}


def plan_numbers(own: Sequence[Plan], other: Sequence[Plan]) -> dict[int, int]:
    """Return under which number each plan version from elsewhere stands, or will stand, in a journal.

    Args:
        own: The versions of the journal.
        other: The versions that come in.
    """
    there = {plan.version: plan for plan in own}
    free = max((*there, *(plan.version for plan in other)), default=0) + 1
    numbers: dict[int, int] = {}
    for plan in other:
        same = [v for v, known in there.items() if _as_sent(known) == _as_sent(plan)]
        if same:
            numbers[plan.version] = plan.version if plan.version in same else same[0]
        elif plan.version not in there:
            numbers[plan.version] = plan.version
        else:
            numbers[plan.version], free = free, free + 1
    return numbers


_EVERYTHING = (
    Changes.PERSON
    | Changes.PLAN
    | Changes.SESSIONS
    | Changes.CHECK_INS
    | Changes.RUNS
    | Changes.ICE
    | Changes.DECISIONS
    | Changes.SAFETY
)


def _as_sent(plan: Plan) -> Plan:
    """A plan without what taking its file in changes: number, reason, and where its rules' numbers stand."""
    return msgspec.structs.replace(plan, version=1, reason="", thresholds=None)

"""A person's whole journal out of the store, and one from elsewhere into it, without duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import NotFoundError

if TYPE_CHECKING:
    from ankle_coach.domain.journal_contents import JournalContents
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

    def merge(self, other: JournalContents) -> Merged:
        """Add what the journal does not have yet; a record with a known id is never replaced.

        A person who is not in the journal comes into it.

        Raises:
            StorageError: The journal cannot be written, or a record belongs to somebody else.
        """
        person = other.person.id
        if person not in {known.id for known in self._journal.persons()}:
            self._journal.save_person(other.person)
        versions = {plan.version for plan in self._journal.plans(person)}
        plans = [plan for plan in other.plans if plan.version not in versions]
        for plan in plans:
            self._journal.save_plan(person, plan)
        known = {record.id for record in self._journal.summaries(person)}
        sessions = [record for record in other.sessions if record.id not in known]
        for record in sessions:
            self._journal.save_session(person, record)
        known = {check_in.id for check_in in self._journal.check_ins(person)}
        check_ins = [check_in for check_in in other.check_ins if check_in.id not in known]
        for check_in in check_ins:
            self._journal.save_check_in(person, check_in)
        known = self._entry_ids(person, other)
        entries = [kept for kept in other.entries if kept.id not in known]
        for kept in entries:
            self._journal.save_entry(person, kept.entry, kept.id, kept.moment)
        return Merged(
            plans=len(plans),
            sessions=len(sessions),
            check_ins=len(check_ins),
            entries=len(entries),
            changes=_EVERYTHING if plans or sessions or check_ins or entries else Changes.NONE,
        )

    def _entry_ids(self, person: str, other: JournalContents) -> set[str]:
        kinds: set[type[msgspec.Struct]] = {type(kept.entry) for kept in other.entries}
        return {kept.id for kind in kinds for kept in self._journal.kept_entries(person, kind)}


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

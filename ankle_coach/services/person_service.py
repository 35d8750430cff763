"""The one person whose plan and journal the app shows."""

from __future__ import annotations

import msgspec

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.journal import Person, Role
from ankle_coach.domain.sides import Side
from ankle_coach.services.new_id import new_id
from ankle_coach.services.ports import Journal


class PersonService:
    """Knows the current person; there is none before the first run is over."""

    def __init__(self, journal: Journal) -> None:
        """Work on a journal."""
        self._journal = journal

    def current(self) -> Person | None:
        """Return the current person, or None before the first run is over."""
        persons = self._journal.persons()
        return persons[0] if persons else None

    def required(self) -> Person:
        """Return the current person.

        Raises:
            NotFoundError: If there is none yet.
        """
        person = self.current()
        if person is None:
            raise NotFoundError("There is nobody in this journal yet.")
        return person

    def begin(self, affected: Side | None) -> Person:
        """Return the runner, made now if there is none, with the affected side as told."""
        known = self.current()
        if known is None:
            known = Person(id=new_id(), role=Role.RUNNER)
        person = msgspec.structs.replace(known, affected=affected)
        self._journal.save_person(person)
        return person

    def change_affected_side(self, affected: Side | None) -> Changes:
        """Keep which side is affected; plans made from now on follow it."""
        self._journal.save_person(msgspec.structs.replace(self.required(), affected=affected))
        return Changes.PERSON

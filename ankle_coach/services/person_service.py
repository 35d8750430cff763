"""The person whose plan and journal the app shows: the runner, or whom a therapist has open."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError, NotFoundError
from ankle_coach.domain.journal import Person, Role
from ankle_coach.domain.settings import UserRole
from ankle_coach.domain.sides import Side
from ankle_coach.services.new_id import new_id
from ankle_coach.services.ports import Journal, SettingsStore


class NamelessError(AnkleCoachError):
    """A therapist's person without a name or a code."""


class IceOnError(AnkleCoachError):
    """Somebody else was to become the current person while ice lies on the skin of this one."""


class PersonService:
    """Knows the persons and the current one.

    A deleted person is hidden at once and deleted when the app closes, so that it can be undone until then
    and an app that crashes has lost nothing.
    """

    def __init__(self, journal: Journal, settings: SettingsStore) -> None:
        """Work on a journal; the settings know the role and whom a therapist has open."""
        self._journal = journal
        self._settings = settings
        self._hidden: dict[str, bool] = {}
        """Ids of deleted persons, and whether each was open when it was deleted."""
        self._is_held: Callable[[], bool] = bool

    @property
    def by_therapist(self) -> bool:
        """Whether a therapist uses the app."""
        return self._settings.current().role is UserRole.THERAPIST

    def hold_while(self, is_held: Callable[[], bool]) -> None:
        """Let nobody else become the current person while something holds: the ice that is watched."""
        self._is_held = is_held

    def check_free(self, person_id: str = "") -> None:
        """Do nothing where a person may become the current one.

        Args:
            person_id: The person; empty for nobody, and for another role.

        Raises:
            IceOnError: Ice lies on the skin of the one who is the current person now.
        """
        if self._is_held():
            known = self.current()
            if known is not None and known.id != person_id:
                raise IceOnError("Ice is on the skin. Take it off first.")

    # --- the current person -------------------------------------------------------------------

    def current(self) -> Person | None:
        """Return the open person of a therapist, or the runner; None where there is none."""
        if self.by_therapist:
            return self.opened
        role = Role.RUNNER if self._settings.current().role is UserRole.RUNNER else None
        persons = self._journal.persons(role)
        return persons[0] if persons else None

    @property
    def current_key(self) -> str:
        """Tells the current person from any other without reading the journal; for what is kept of one."""
        settings = self._settings.current()
        return f"open {settings.open_person}" if settings.role is UserRole.THERAPIST else "runner"

    def required(self) -> Person:
        """Return the current person.

        Raises:
            NotFoundError: If there is none yet.
        """
        person = self.current()
        if person is None:
            nobody = "Open a person first." if self.by_therapist else "There is nobody in this journal yet."
            raise NotFoundError(nobody)
        return person

    def begin(self, affected: Side | None) -> Person:
        """Return the current person with the affected side as told; the runner is made if there is none.

        Raises:
            NotFoundError: If a therapist has nobody open.
        """
        known = self.required() if self.by_therapist else self.current()
        if known is None:
            known = Person(id=new_id(), role=Role.RUNNER)
        person = msgspec.structs.replace(known, affected=affected)
        self._journal.save_person(person)
        return person

    def change_affected_side(self, affected: Side | None) -> Changes:
        """Keep which side is affected; plans made from now on follow it."""
        self._journal.save_person(msgspec.structs.replace(self.required(), affected=affected))
        return Changes.PERSON

    # --- a therapist's persons ----------------------------------------------------------------

    @property
    def opened(self) -> Person | None:
        """The person whom a therapist has open, over restarts; None for nobody."""
        person_id = self._settings.current().open_person
        if not person_id or person_id in self._hidden:
            return None
        return self._journal.person(person_id)

    def people(self) -> tuple[Person, ...]:
        """Return the therapist's persons in the order of their making, deleted ones left out."""
        return tuple(p for p in self._journal.persons(Role.PATIENT) if p.id not in self._hidden)

    def person(self, person_id: str) -> Person:
        """Return a person.

        Raises:
            NotFoundError: If there is none of that id, or it was deleted.
        """
        person = None if person_id in self._hidden else self._journal.person(person_id)
        if person is None:
            raise NotFoundError("This person is not in the journal any more.")
        return person

    def open(self, person_id: str) -> Changes:
        """Make a person the current one.

        Raises:
            NotFoundError: If there is none of that id.
        """
        if self.person(person_id).id == self._settings.current().open_person:
            return Changes.NONE
        return self._remember(person_id)

    def close(self) -> Changes:
        """Have nobody open."""
        return self._remember("") if self._settings.current().open_person else Changes.NONE

    def new(self) -> Person:
        """Return a person to fill in; nothing is kept before `add`."""
        return Person(id=new_id(), role=Role.PATIENT)

    def add(self, person: Person) -> Changes:
        """Keep a new person.

        Raises:
            NamelessError: A therapist's person has neither name nor code.
        """
        return self.change(person)

    def change(self, person: Person) -> Changes:
        """Keep a person as changed; plans made from now on follow the affected side.

        Raises:
            NamelessError: A therapist's person has neither name nor code.
        """
        if person.role is Role.PATIENT and not person.name.strip():
            raise NamelessError("A person needs a name or a code.")
        self._journal.save_person(msgspec.structs.replace(person, name=person.name.strip()))
        return Changes.PERSON

    # --- deleting -----------------------------------------------------------------------------

    @property
    def deleted(self) -> tuple[Person, ...]:
        """The deleted persons who can still be brought back, the latest first."""
        found = (self._journal.person(person_id) for person_id in reversed(self._hidden))
        return tuple(person for person in found if person is not None)

    def is_deleted(self, person_id: str) -> bool:
        """Say whether a person is deleted and can still be brought back."""
        return person_id in self._hidden

    def delete(self, person_id: str) -> Changes:
        """Hide a person; `purge` deletes what is hidden.

        Raises:
            NotFoundError: If there is none of that id.
        """
        person = self.person(person_id)
        was_open = self._settings.current().open_person == person.id
        changes = self.close() if was_open else Changes.NONE
        self._hidden[person.id] = was_open
        return changes | Changes.PERSON

    def restore(self, person_id: str) -> Changes:
        """Bring a deleted person back, open again if it was; one who is not deleted is no error."""
        if person_id not in self._hidden:
            return Changes.NONE
        was_open = self._hidden.pop(person_id)
        reopened = was_open and not self._settings.current().open_person
        return Changes.PERSON | (self.open(person_id) if reopened else Changes.NONE)

    def purge(self) -> None:
        """Delete what is hidden with everything about it, for good; call it when the app closes.

        Raises:
            StorageError: The journal cannot be written; who is left comes back at the next start.
        """
        for person_id in tuple(self._hidden):
            self._journal.delete_person(person_id)
            del self._hidden[person_id]

    def _remember(self, person_id: str) -> Changes:
        self.check_free(person_id)
        settings = self._settings.current()
        self._settings.save(msgspec.structs.replace(settings, open_person=person_id))
        return Changes.OF_A_PERSON

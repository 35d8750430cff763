"""The current person's journal, read whole once and again after each write, and written entry by entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ankle_coach.services.new_id import new_id
from ankle_coach.services.present import present_moment

if TYPE_CHECKING:
    from datetime import date, time

    from msgspec import Struct

    from ankle_coach.domain.entries import Kept
    from ankle_coach.domain.facts_of_records import Until
    from ankle_coach.domain.journal import Moment
    from ankle_coach.domain.journal_contents import JournalContents
    from ankle_coach.services.person_service import PersonService
    from ankle_coach.services.ports import Clock, SettingsStore
    from ankle_coach.services.watched_journal import WatchedJournal

State = tuple[int, str]
"""How often the journal was written, and whose it is: what was read in the same state is still true."""


class JournalReader:
    """Reads what rules are folded from, and keeps entries."""

    def __init__(
        self, journal: WatchedJournal, people: PersonService, clock: Clock, settings: SettingsStore
    ) -> None:
        """Work on a journal."""
        self._journal = journal
        self._people = people
        self._clock = clock
        self._settings = settings
        self._read: tuple[State, JournalContents | None] | None = None

    @property
    def state(self) -> State:
        """Changes with every write and when another person becomes the current one."""
        return self._journal.revision, self._people.current_key

    @property
    def by_therapist(self) -> bool:
        """Whether a therapist uses the app."""
        return self._people.by_therapist

    @property
    def day_starts_at(self) -> time:
        """When a training day turns over."""
        return self._settings.current().day_starts_at

    def moment(self) -> Moment:
        """Return the present moment."""
        return present_moment(self._clock, self._settings)

    def today(self) -> date:
        """Return the running training day."""
        return self.moment().training_day

    def until(self) -> Until:
        """Return up to when the rules look now."""
        from ankle_coach.domain.facts_of_records import until  # noqa: PLC0415 - loads with the rules

        return until(self._clock.now(), self._clock.offset(), self.day_starts_at)

    def contents(self) -> JournalContents | None:
        """Return everything that the journal holds of the person, or None where there is nobody yet."""
        state = self.state
        if self._read is None or self._read[0] != state:
            self._read = (state, self._contents())
        return self._read[1]

    def _contents(self) -> JournalContents | None:
        from ankle_coach.domain.entry_kinds import every_kind  # noqa: PLC0415 - loads with the rules
        from ankle_coach.domain.journal_contents import JournalContents  # noqa: PLC0415 - as above

        person = self._people.current()
        if person is None:
            return None
        entries: list[Kept[Struct]] = []
        for kind in every_kind():
            entries += self._journal.kept_entries(person.id, kind)
        return JournalContents(
            person=person,
            plans=self._journal.plans(person.id),
            sessions=self._journal.sessions(person.id),
            check_ins=self._journal.check_ins(person.id),
            entries=tuple(entries),
        )

    def keep(self, entry: Struct, entry_id: str = "", moment: Moment | None = None) -> str:
        """Add an entry, or replace the one with its id.

        Args:
            entry: The value.
            entry_id: Its id in the store; empty for a new one.
            moment: What it is about; None for now.

        Returns:
            Its id.

        Raises:
            NotFoundError: If there is nobody yet.
        """
        kept_id = entry_id or new_id()
        self._journal.save_entry(self._people.required().id, entry, kept_id, moment or self.moment())
        return kept_id

    def forget(self, entry_id: str) -> None:
        """Delete an entry; one that is gone already is no error."""
        self._journal.delete_entry(entry_id)

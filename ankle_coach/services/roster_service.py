"""The list of a therapist's persons: searched as one types, sorted, without folding anybody's journal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from ankle_coach.domain.journal import Role
from ankle_coach.domain.library import fold

if TYPE_CHECKING:
    from ankle_coach.domain.person_overview import PersonOverview
    from ankle_coach.domain.plan import Plan
    from ankle_coach.services.person_service import PersonService
    from ankle_coach.services.watched_journal import WatchedJournal


class RosterOrder(StrEnum):
    """How the list is sorted."""

    ACTIVITY = "activity"
    """Who waits for a first plan comes first, the newest on top; then the latest activity or plan."""
    NAME = "name"


class RosterService:
    """Lists persons. What was read is kept until something is written or a new day begins."""

    def __init__(self, journal: WatchedJournal, people: PersonService, today: Callable[[], date]) -> None:
        """Work on a journal.

        Args:
            journal: The journal.
            people: Knows who is deleted.
            today: Tells the running training day.
        """
        self._journal, self._people, self._today = journal, people, today
        self._read: tuple[tuple[int, date], tuple[PersonOverview, ...]] | None = None
        self._texts: dict[str, str] = {}

    def today(self) -> date:
        """Return the running training day."""
        return self._today()

    def persons(
        self, search: str = "", order: RosterOrder = RosterOrder.ACTIVITY
    ) -> tuple[PersonOverview, ...]:
        """Return the persons whose name, code or notes have every word of a search, in an order.

        Args:
            search: Words in any order; case and accents do not matter. Empty finds everybody.
            order: How they are sorted.
        """
        wanted = fold(search).split()
        found = [
            one
            for one in self._all()
            if not self._people.is_deleted(one.person.id)
            and all(word in self._texts[one.person.id] for word in wanted)
        ]
        if order is RosterOrder.NAME:
            return tuple(sorted(found, key=_by_name))
        newest_first = found[::-1]
        return tuple(sorted(newest_first, key=_by_activity, reverse=True))

    def person(self, person_id: str) -> PersonOverview | None:
        """Return one person as the list shows them; None where there is none of that id."""
        found = (one for one in self._all() if one.person.id == person_id)
        return None if self._people.is_deleted(person_id) else next(found, None)

    def count(self) -> int:
        """Return how many persons there are."""
        return sum(not self._people.is_deleted(one.person.id) for one in self._all())

    def plans(self, person_id: str) -> tuple[Plan, ...]:
        """Return all plan versions of a person, oldest first."""
        return self._journal.plans(person_id)

    def _all(self) -> tuple[PersonOverview, ...]:
        state = self._journal.revision, self._today()
        if self._read is None or self._read[0] != state:
            self._read = (state, self._journal.overviews(Role.PATIENT, state[1]))
            self._texts = {
                one.person.id: fold(f"{one.person.name}\n{one.person.notes}") for one in self._read[1]
            }
        return self._read[1]


def _by_name(one: PersonOverview) -> tuple[str, str]:
    return fold(one.person.name), one.person.id


def _by_activity(one: PersonOverview) -> date:
    if one.plan is None:
        return date.max
    return max(one.plan.starts_on, one.last_active or date.min)

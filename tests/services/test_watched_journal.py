"""The plans are read once until something is written."""

from __future__ import annotations

from ankle_coach.domain.plan import Plan
from ankle_coach.services.watched_journal import WatchedJournal
from tests.helpers import builders as make
from tests.helpers.builders import PERSON
from tests.helpers.memory_journal import MemoryJournal


class CountingJournal(MemoryJournal):
    """Counts how often plans are read."""

    def __init__(self) -> None:
        super().__init__()
        self.read = 0

    def plans(self, person: str) -> tuple[Plan, ...]:
        self.read += 1
        return super().plans(person)


def test_plans_are_read_once_until_the_next_write() -> None:
    stored = CountingJournal()
    journal = WatchedJournal(stored)
    journal.save_person(make.person())
    journal.save_plan(PERSON, make.plan())

    assert journal.plans(PERSON) == journal.plans(PERSON) != ()
    assert stored.read == 1

    journal.save_plan(PERSON, make.plan(version=2))
    assert len(journal.plans(PERSON)) == 2
    assert stored.read == 2


def test_another_person_has_other_plans() -> None:
    journal = WatchedJournal(CountingJournal())
    journal.save_person(make.person())
    journal.save_plan(PERSON, make.plan())

    assert journal.plans(PERSON) != ()
    assert journal.plans("somebody-else") == ()

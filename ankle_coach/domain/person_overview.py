"""What a list of persons shows of each: read with a few queries for all of them, nothing folded."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ankle_coach.domain.journal import Person
from ankle_coach.domain.locks import Locks, locks
from ankle_coach.domain.safety import Assessment, Flag


class PlanHead(Struct, frozen=True, kw_only=True):
    """A plan without its sessions and prescriptions.

    Attributes:
        version: Number of the version.
        name: Its name.
        starts_on: Training day from which it holds.
        program: Id of its program; empty for none.
        phase: Id of the program's phase; empty for none.
        review_on: Day on which it is looked at again; None where none is set.
    """

    version: int
    name: str
    starts_on: date
    program: str = ""
    phase: str = ""
    review_on: date | None = None


class PersonOverview(Struct, frozen=True, kw_only=True):
    """A person as a list shows them.

    Attributes:
        person: Who it is.
        plan: The plan that holds today; None where there is none.
        last_active: Training day of the last session, check-in or run; None for never.
        flags: All flags ever raised.
        assessments: All records about them.
    """

    person: Person
    plan: PlanHead | None = None
    last_active: date | None = None
    flags: tuple[Flag, ...] = ()
    assessments: tuple[Assessment, ...] = ()

    @property
    def locks(self) -> Locks:
        """What open flags forbid, and which flags wait for a record."""
        return locks(self.flags, self.assessments) if self.flags else Locks()

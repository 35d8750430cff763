"""A file from elsewhere, looked at before anything changes: what is in it, and what it would change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from msgspec import Struct

from ankle_coach.domain.file_copies import JournalCopy, LibraryCopy, PlanCopy
from ankle_coach.domain.journal import Person
from ankle_coach.domain.own_exercise import OwnExercise
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.plan_template import PlanTemplate


class _Named(Protocol):
    @property
    def id(self) -> str:
        """Its id."""


_Thing = TypeVar("_Thing", bound=_Named)


class PlanArrival(Struct, frozen=True, kw_only=True):
    """A plan file.

    Attributes:
        file: The file's name.
        copy: What is in it.
        person: Whose plan it would be; None for a person who is not in the journal yet.
        before: The plan that it would follow; None where there is none.
        new: Own exercises that are not here yet.
        changed: Own exercises that are here, but differ.
    """

    file: str
    copy: PlanCopy
    person: Person | None
    before: Plan | None
    new: tuple[OwnExercise, ...] = ()
    changed: tuple[OwnExercise, ...] = ()


class LibraryArrival(Struct, frozen=True, kw_only=True):
    """A library file.

    Attributes:
        file: The file's name.
        copy: What is in it.
        new: Own exercises that are not here yet.
        changed: Own exercises that are here, but differ.
        new_templates: Templates that are not here yet.
        changed_templates: Templates that are here, but differ.
    """

    file: str
    copy: LibraryCopy
    new: tuple[OwnExercise, ...] = ()
    changed: tuple[OwnExercise, ...] = ()
    new_templates: tuple[PlanTemplate, ...] = ()
    changed_templates: tuple[PlanTemplate, ...] = ()


class JournalArrival(Struct, frozen=True, kw_only=True):
    """A journal file.

    Attributes:
        file: The file's name.
        copy: What is in it.
        person: Whose journal it is here, as far as its ids tell; None where nobody fits.
        sessions: Sessions that are not here yet.
        check_ins: Check-ins that are not here yet.
        plans: Plan versions that are not here yet.
    """

    file: str
    copy: JournalCopy
    person: Person | None
    sessions: int = 0
    check_ins: int = 0
    plans: int = 0


Arrival = PlanArrival | LibraryArrival | JournalArrival
"""A file from elsewhere."""


def news(
    arriving: Iterable[_Thing], here: Callable[[str], _Thing | None]
) -> tuple[tuple[_Thing, ...], tuple[_Thing, ...]]:
    """Return which things are new and which differ from those of the same id that are here.

    Args:
        arriving: The things of a file.
        here: Finds a thing by its id.
    """
    new, changed = [], []
    for thing in arriving:
        known = here(thing.id)
        if known is None:
            new.append(thing)
        elif known != thing:
            changed.append(thing)
    return tuple(new), tuple(changed)

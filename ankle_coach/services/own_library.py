"""Own exercises as a part of the library: a mapping over the shelf, read when first asked for and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.library import Library

if TYPE_CHECKING:
    from ankle_coach.domain.own_exercise import OwnExercise
    from ankle_coach.domain.plan import Plan
    from ankle_coach.domain.pose_figure import Figure
    from ankle_coach.services.ports import Journal

_Piece = TypeVar("_Piece")
_PREFIX = "own-"  # as `domain.own_exercise` has it, which is not loaded for a plan without own exercises


def shelf_of(journal: Journal) -> tuple[OwnExercise, ...]:
    """Return the own exercises of a journal's shelf."""
    from ankle_coach.domain.own_exercise import OwnExercise  # noqa: PLC0415 - only where there are some

    return journal.shelf(OwnExercise)


class OwnExercises(Mapping[str, Exercise]):
    """The exercises that somebody here wrote, by id."""

    def __init__(self, read: Callable[[], Iterable[OwnExercise]]) -> None:
        """Remember where they are read from; nothing is read yet."""
        self._read = read
        self._kept: dict[str, OwnExercise] | None = None

    def own(self, exercise_id: str) -> OwnExercise | None:
        """Return an own exercise with its instructions and picture; None for one of the shipped ones."""
        return self._all.get(exercise_id) if exercise_id.startswith(_PREFIX) else None

    def every(self) -> tuple[OwnExercise, ...]:
        """Return all of them, by name."""
        return tuple(sorted(self._all.values(), key=lambda own: (own.exercise.name.casefold(), own.id)))

    def used_in(self, plans: Iterable[Plan]) -> tuple[OwnExercise, ...]:
        """Return those that some plans use, by id."""
        named = {p.exercise for plan in plans for p in plan.prescriptions if p.exercise.startswith(_PREFIX)}
        return tuple(self._all[exercise] for exercise in sorted(named) if exercise in self._all)

    def forget(self) -> None:
        """Read them anew the next time; call it after the shelf changed."""
        self._kept = None

    def __getitem__(self, exercise_id: str) -> Exercise:
        if not exercise_id.startswith(_PREFIX):
            raise KeyError(exercise_id)
        return self._all[exercise_id].exercise

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @property
    def _all(self) -> dict[str, OwnExercise]:
        if self._kept is None:
            self._kept = {own.id: own for own in self._read()}
        return self._kept


class OwnFigures(Mapping[str, "Figure"]):
    """The shipped figures that own exercises borrow, by the id of the own exercise."""

    def __init__(self, own: OwnExercises, shipped: Mapping[str, Figure]) -> None:
        """Look figures up among the shipped ones."""
        self._own, self._shipped = own, shipped

    def __getitem__(self, exercise_id: str) -> Figure:
        own = self._own.own(exercise_id)
        if own is None or not own.figure:
            raise KeyError(exercise_id)
        return self._shipped[own.figure]

    def __iter__(self) -> Iterator[str]:
        return (own.id for own in self._own.every() if own.figure in self._shipped)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class OwnWhole(Mapping[str, "OwnExercise"]):
    """The own exercises with their instructions and pictures, by id."""

    def __init__(self, own: OwnExercises) -> None:
        """Show what another mapping has read."""
        self._own = own

    def __getitem__(self, exercise_id: str) -> OwnExercise:
        found = self._own.own(exercise_id)
        if found is None:
            raise KeyError(exercise_id)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._own)

    def __len__(self) -> int:
        return len(self._own)


class Layered(Mapping[str, _Piece]):
    """Two mappings as one; the first wins, and the second is asked only for what the first lacks."""

    def __init__(self, first: Mapping[str, _Piece], second: Mapping[str, _Piece]) -> None:
        """Lay one over the other."""
        self._first, self._second = first, second

    def __getitem__(self, key: str) -> _Piece:
        return self._first[key] if key in self._first else self._second[key]

    def __contains__(self, key: object) -> bool:
        return key in self._first or key in self._second

    def __iter__(self) -> Iterator[str]:
        yield from self._first
        yield from (key for key in self._second if key not in self._first)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def with_own(library: Library, own: OwnExercises) -> Library:
    """Return the library with own exercises and the figures that they borrow laid under the shipped ones."""
    return Library(
        Layered(library.exercises, own),
        library.programs,
        library.references,
        Layered(library.figures, OwnFigures(own, library.figures)),
        OwnWhole(own),
    )

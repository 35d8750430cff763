"""The catalog: exercises, programs and references, with lookup, search and cross checks."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeVar

from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.exercise import Equipment, Exercise, Group

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ankle_coach.domain.evidence import Reference
    from ankle_coach.domain.exercise import PhaseMark, Position
    from ankle_coach.domain.own_exercise import OwnExercise
    from ankle_coach.domain.pose_figure import Figure
    from ankle_coach.domain.program import Program
    from ankle_coach.domain.sides import SideMode

CONTENT_VERSION = 1
"""Version of the shipped library; plan and journal files carry it."""

ALWAYS_AT_HAND = frozenset({Equipment.CHAIR, Equipment.WALL, Equipment.SUPPORT, Equipment.FLAT_PATH})
"""Equipment that nobody is asked about."""

_GROUP_ORDER = {group: index for index, group in enumerate(Group)}
_Thing = TypeVar("_Thing")


class Library:
    """All shipped and own content by id; the mappings may load their values only when asked."""

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        programs: Mapping[str, Program],
        references: Mapping[str, Reference],
        figures: Mapping[str, Figure] | None = None,
        own: Mapping[str, OwnExercise] | None = None,
    ) -> None:
        """Remember the mappings; nothing is read yet.

        Args:
            exercises: All exercises.
            programs: The programs.
            references: The sources.
            figures: The figures, by exercise id; empty where not given.
            own: Those of the exercises that somebody here wrote, with instructions and picture; likewise.
        """
        self.exercises = exercises
        self.programs = programs
        self.references = references
        self.figures: Mapping[str, Figure] = {} if figures is None else figures
        self.own: Mapping[str, OwnExercise] = {} if own is None else own

    def exercise(self, exercise_id: str) -> Exercise:
        """Return an exercise by its id.

        Raises:
            NotFoundError: If the library has no such exercise.
        """
        return _find(self.exercises, exercise_id, "exercise")

    def program(self, program_id: str) -> Program:
        """Return a program by its id.

        Raises:
            NotFoundError: If the library has no such program.
        """
        return _find(self.programs, program_id, "program")

    def reference(self, reference_id: str) -> Reference:
        """Return a reference by its id, as it is recorded.

        Raises:
            NotFoundError: If the library has no such reference.
        """
        return _find(self.references, reference_id, "reference")

    def shown_references(self, reference_ids: Iterable[str]) -> tuple[Reference, ...]:
        """Return what evidence chips show for some ids: papers instead of their copies, each once, in order.

        Raises:
            NotFoundError: If the library has no such reference.
        """
        shown: dict[str, Reference] = {}
        for reference_id in reference_ids:
            reference = self.reference(reference_id)
            if reference.shows:
                reference = self.reference(reference.shows)
            if reference.shown:
                shown.setdefault(reference.id, reference)
        return tuple(shown.values())

    def in_catalog_order(self) -> tuple[Exercise, ...]:
        """Return all exercises, group by group in the catalog's order, by id within a group."""
        return tuple(sorted(self.exercises.values(), key=_catalog_place))

    def search(
        self,
        text: str = "",
        *,
        group: Group | None = None,
        equipment: Collection[Equipment] | None = None,
        position: Position | None = None,
        phase: PhaseMark | None = None,
        side: SideMode | None = None,
    ) -> tuple[Exercise, ...]:
        """Return the exercises that fit, those whose name fits first, else in catalog order.

        Args:
            text: Words that must all occur in name, keywords, target, cues or id, whatever their case and
                accents; empty for all exercises.
            group: Only this group.
            equipment: Only exercises with a level that needs no more than these things and what is
                `ALWAYS_AT_HAND`; None for any equipment.
            position: Only exercises done in this position.
            phase: Only exercises that the catalog uses in this phase.
            side: Only exercises with a level of this side mode.
        """
        words = fold(text).split()
        found = []
        for exercise in self.in_catalog_order():
            if group not in (None, exercise.group) or (
                equipment is not None and not can_do(exercise, equipment)
            ):
                continue
            if (position and position not in exercise.positions) or (phase and phase not in exercise.phases):
                continue
            if side and all(level.side_mode is not side for level in exercise.levels):
                continue
            rank = _rank(exercise, words)
            if rank is not None:
                found.append((rank, exercise))
        return tuple(exercise for _, exercise in sorted(found, key=lambda pair: pair[0]))


def fold(text: str) -> str:
    """Return a text without case and accents, for comparing what people type."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


def can_do(exercise: Exercise, at_hand: Collection[Equipment]) -> bool:
    """Say whether at least one level of an exercise needs only what is at hand."""
    usable = ALWAYS_AT_HAND.union(at_hand)
    return any(usable.issuperset(exercise.equipment + level.equipment) for level in exercise.levels)


def _find(things: Mapping[str, _Thing], wanted: str, kind: str) -> _Thing:
    """Look one thing up, or say in a sentence that there is none."""
    try:
        return things[wanted]
    except KeyError:
        raise NotFoundError(f"The library has no {kind} {wanted!r}.") from None


def _catalog_place(exercise: Exercise) -> tuple[int, str]:
    return _GROUP_ORDER[exercise.group], exercise.id


def _rank(exercise: Exercise, words: list[str]) -> int | None:
    """How well the words fit: 0 best, more for words found further from the name, None for no fit."""
    name = fold(exercise.name)
    places = (
        fold(" ".join(exercise.keywords)),
        fold(exercise.target),
        fold(" ".join(exercise.cues)),
        fold(f"{exercise.id} {exercise.group}"),
    )
    total = 0
    for word in words:
        if word in name:
            total += 0 if any(part.startswith(word) for part in name.split()) else 1
            continue
        hit = next((index for index, place in enumerate(places) if word in place), None)
        if hit is None:
            return None
        total += 10 * (hit + 1)
    return total

"""Cross checks of the library: every id that content names exists, and nothing stands on no source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from ankle_coach.domain.dose import Dose, Sequence, SequenceItem
from ankle_coach.domain.program_check import program_details
from ankle_coach.domain.sides import SideMode

if TYPE_CHECKING:
    from ankle_coach.domain.evidence import Reference
    from ankle_coach.domain.exercise import Exercise, Level
    from ankle_coach.domain.library import Library
    from ankle_coach.domain.program import Phase, Program

LEAST_CUES = 3
MOST_CUES = 5
"""How many cues an exercise has (clinical.md §2C)."""

_KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LABELS = frozenset({"c", "DD"})


class Kind(StrEnum):
    """What kind of content a problem is in."""

    EXERCISE = "exercise"
    PROGRAM = "program"
    REFERENCE = "reference"


class Problem(Struct, frozen=True):
    """Something that one piece of content says and that does not hold.

    Attributes:
        kind: What kind of content it is in.
        id: Id of the exercise, program or reference.
        key: Path of the key within it; empty for all of it.
        text: What is wrong, in one clause.
    """

    kind: Kind
    id: str
    key: str
    text: str


def problems(library: Library) -> tuple[Problem, ...]:
    """Return everything that is wrong between the pieces of a library, in the order of its mappings."""
    found: list[Problem] = []
    for reference in library.references.values():
        found += reference_problems(library, reference)
    for exercise in library.exercises.values():
        found += exercise_problems(library, exercise)
    for program in library.programs.values():
        found += program_problems(library, program)
    return tuple(found)


def reference_problems(library: Library, reference: Reference) -> list[Problem]:
    """Return what is wrong with one reference: its id and the paper that it shows."""
    found: list[tuple[str, str]] = []
    if not reference.title.strip():
        found.append(("title", "must not be empty"))
    if reference.shows == reference.id:
        found.append(("shows", "must name another reference"))
    elif reference.shows and reference.shows not in library.references:
        found.append(("shows", f"{reference.shows!r} is not a reference"))
    elif reference.shows and library.references[reference.shows].shows:
        found.append(("shows", f"{reference.shows!r} shows another reference itself"))
    return [Problem(Kind.REFERENCE, reference.id, key, text) for key, text in found]


def exercise_problems(library: Library, exercise: Exercise) -> list[Problem]:
    """Return what is wrong with one exercise within a library."""
    found = [
        *_reference_ids(library, "references", exercise.references),
        *_exercise_texts(exercise),
    ]
    for index, level in enumerate(exercise.levels):
        key = f"levels[{index}]"
        if not _KEBAB.fullmatch(level.id):
            found.append((f"{key}.id", f"{level.id!r} is not in kebab-case"))
        found += _level_problems(library, level, key)
    return [Problem(Kind.EXERCISE, exercise.id, key, text) for key, text in found]


def program_problems(library: Library, program: Program) -> list[Problem]:
    """Return what is wrong with one program within a library."""
    found = list(_reference_ids(library, "references", program.references))
    ids = [phase.id for phase in program.phases]
    if not ids or len(set(ids)) != len(ids):
        found.append(("phases", "must not be empty and must have different ids"))
    for index, phase in enumerate(program.phases):
        kept = tuple(s.id for s in program.phases[index - 1].sessions) if phase.plus and index else ()
        found += _phase_problems(library, phase, f"phases[{index}]", kept)
    found += program_details(library, program)
    return [Problem(Kind.PROGRAM, program.id, key, text) for key, text in found]


def _exercise_texts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """What the texts of an exercise alone can be wrong about."""
    if not _KEBAB.fullmatch(exercise.id):
        yield "id", f"{exercise.id!r} is not in kebab-case"
    if not LEAST_CUES <= len(exercise.cues) <= MOST_CUES:
        yield "cues", f"must be {LEAST_CUES} to {MOST_CUES} lines, not {len(exercise.cues)}"
    for key in ("cues", "precautions", "keywords"):
        for index, line in enumerate(getattr(exercise, key)):
            if not line.strip():
                yield f"{key}[{index}]", "must not be empty"
    if _LABELS.intersection(exercise.references) and not exercise.dose_note:
        yield "dose_note", "must say that the dose is a convention or an app rule"


def _level_problems(library: Library, level: Level, key: str) -> Iterator[tuple[str, str]]:
    if level.easier_sibling and level.easier_sibling not in library.exercises:
        yield f"{key}.easier_sibling", f"{level.easier_sibling!r} is not an exercise"
    if level.growth is not None:
        yield from _reference_ids(library, f"{key}.growth.references", level.growth.references)
    yield from _dose_problems(library, level.dose, f"{key}.dose")


def _phase_problems(
    library: Library, phase: Phase, key: str, kept: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    sessions = [session.id for session in phase.sessions]
    if len(set(sessions)) != len(sessions):
        yield f"{key}.sessions", "must have different ids"
    for index, template in enumerate(phase.prescriptions):
        place = f"{key}.prescriptions[{index}]"
        if template.session not in (*sessions, *kept):
            yield f"{place}.session", f"{template.session!r} is not a session of the phase"
        yield from _exercise_and_level(library, template.exercise, template.level, place)
        if template.dose is not None:
            yield from _dose_problems(library, template.dose, f"{place}.dose")
    for index, criterion in enumerate(phase.exit):
        yield from _reference_ids(library, f"{key}.exit[{index}].references", criterion.references)


def _dose_problems(library: Library, dose: Dose, key: str) -> Iterator[tuple[str, str]]:
    """The exercises and levels that the sequences of a dose name."""
    for side, blocks in (("blocks", dose.blocks), ("left", dose.left or ()), ("right", dose.right or ())):
        for index, block in enumerate(blocks):
            if not isinstance(block, Sequence):
                continue
            for number, item in enumerate(block.items):
                if item.exercise:
                    place = f"{key}.{side}[{index}].items[{number}]"
                    yield from _exercise_and_level(library, item.exercise, item.level, place)
                    yield from _item_sides(library, item, place)


def _item_sides(library: Library, item: SequenceItem, key: str) -> Iterator[tuple[str, str]]:
    """A piece of a sequence that forgot to say how a one-sided level uses the sides."""
    try:
        level = library.exercises[item.exercise].level(item.level)
    except KeyError:
        return
    if item.side_mode is SideMode.BOTH and level.side_mode is not SideMode.BOTH:
        yield f"{key}.side_mode", f"must not be both: {item.exercise} is done one side at a time"


def _exercise_and_level(library: Library, exercise: str, level: str, key: str) -> Iterator[tuple[str, str]]:
    if exercise not in library.exercises:
        yield f"{key}.exercise", f"{exercise!r} is not an exercise"
    elif level and level not in {rung.id for rung in library.exercises[exercise].levels}:
        yield f"{key}.level", f"{level!r} is not a level of {exercise}"


def _reference_ids(library: Library, key: str, ids: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """A number that stands on nothing, or on a source that nobody recorded."""
    known: Mapping[str, Reference] = library.references
    if not ids:
        yield key, "must name a source, or DD for an app rule"
    for index, reference in enumerate(ids):
        if reference not in known:
            yield f"{key}[{index}]", f"{reference!r} is not a reference"

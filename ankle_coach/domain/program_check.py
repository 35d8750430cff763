"""Cross checks of programs: weeks without a gap, exclusions, advice, and criteria that can be measured."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ankle_coach.domain.program import ProgramKind

if TYPE_CHECKING:
    from ankle_coach.domain.library import Library
    from ankle_coach.domain.measures import MeasureCatalog
    from ankle_coach.domain.phase import Phase
    from ankle_coach.domain.program import Program


def program_details(library: Library, program: Program) -> Iterator[tuple[str, str]]:
    """Return key and sentence of each problem beside sessions, prescriptions and their doses."""
    for index, offered in enumerate(program.offered_in):
        if offered not in library.programs:
            yield f"offered_in[{index}]", f"{offered!r} is not a program"
    yield from _weeks(program)
    for index, barred in enumerate(program.barred):
        key = f"barred[{index}]"
        yield from _exercise(library, f"{key}.exercise", barred.exercise)
        yield from _sources(library, f"{key}.references", barred.references)
    for name in ("refer_if", "facts"):
        for index, line in enumerate(getattr(program, name)):
            yield from _sources(library, f"{name}[{index}].references", line.references)
    for index, phase in enumerate(program.phases):
        yield from _phase(library, phase, f"phases[{index}]")


def unmeasured(program: Program, measures: MeasureCatalog) -> Iterator[tuple[str, str]]:
    """Return key and sentence of each criterion that nothing measures."""
    known = {measure.id for measure in measures.measure}
    for index, phase in enumerate(program.phases):
        for number, criterion in enumerate(phase.exit):
            if criterion.measured_by not in known:
                yield f"phases[{index}].exit[{number}].measure", f"{criterion.measured_by!r} is not a measure"


def _weeks(program: Program) -> Iterator[tuple[str, str]]:
    if program.kind is ProgramKind.PROGRAM:
        if any(phase.weeks for phase in program.phases):
            yield "kind", "must be preset where phases have weeks"
        return
    spans = [phase.weeks for phase in program.phases if phase.weeks is not None]
    gap = any(later[0] != earlier[1] + 1 for earlier, later in pairwise(spans))
    if len(spans) < len(program.phases) or not spans or spans[0][0] != 1 or gap:
        yield "phases", "must cover the weeks from 1 on without a gap"


def _phase(library: Library, phase: Phase, key: str) -> Iterator[tuple[str, str]]:
    for index, template in enumerate(phase.prescriptions):
        place = f"{key}.prescriptions[{index}]"
        for exercise in (*template.instead, *filter(None, (template.leads_to,))):
            yield from _exercise(library, place, exercise)
    for index, criterion in enumerate(phase.exit):
        if not criterion.is_bounded:
            yield f"{key}.exit[{index}]", "must say at_most, at_least or below"
    for index, line in enumerate(phase.advice):
        yield from _sources(library, f"{key}.advice[{index}].references", line.references)


def _exercise(library: Library, key: str, exercise: str) -> Iterator[tuple[str, str]]:
    if exercise not in library.exercises:
        yield key, f"{exercise!r} is not an exercise"


def _sources(library: Library, key: str, ids: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for index, reference in enumerate(ids):
        if reference not in library.references:
            yield f"{key}[{index}]", f"{reference!r} is not a reference"

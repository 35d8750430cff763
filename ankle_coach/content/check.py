"""The check of content: every file by itself, then what the files say about each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ankle_coach.content.catalog import (
    REFERENCES_FILE,
    load_piece,
    load_references,
    open_library,
    references_by_id,
)
from ankle_coach.content.figures import FigureFiles
from ankle_coach.content.safety_files import (
    check_safety,
    criteria_errors,
    kind_of_safety_file,
    table_problems,
)
from ankle_coach.content.toml_file import read_table, to_domain
from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.evidence import Reference
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.library import Library
from ankle_coach.domain.library_check import (
    Kind,
    Problem,
    exercise_problems,
    problems,
    program_problems,
    reference_problems,
)
from ankle_coach.domain.pose_check import figure_problems
from ankle_coach.domain.program import Program
from ankle_coach.resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

_Piece = TypeVar("_Piece", Exercise, Program)


def check_shipped() -> list[ContentError]:
    """Return everything that is wrong with the shipped content; an empty list is good news.

    Raises:
        ankle_coach.resources.ResourceError: The shipped files are missing.
    """
    return check_folder(resource_path())


def check_folder(root: Path, *, figures: bool = True) -> list[ContentError]:
    """Return everything that is wrong with a folder of content.

    The files are first checked one by one; only when all of them can be used, they are checked against
    each other. Figures are apart: nothing else leans on them.

    Args:
        root: Folder of content, as ``resources/`` is one.
        figures: Whether the figures are checked as well; they take most of the time.
    """
    errors: list[ContentError] = []
    exercises = _load_folder(root / "exercises", Exercise, errors)
    programs = _load_folder(root / "programs", Program, errors)
    references: dict[str, Reference] = {}
    try:
        references = load_references(root / REFERENCES_FILE)
    except ContentError as error:
        errors.append(error)
    named = {path.stem for path in (root / "exercises").glob("*.toml")}
    drawn = _figure_errors(root / "figures", named) if figures else []
    if errors:
        return errors + drawn
    places = {reference_id: index for index, reference_id in enumerate(references)}
    library = Library(exercises, programs, references)
    errors = [_error(problem, places) for problem in problems(library)]
    errors += check_safety(root, references)
    return drawn + (errors or criteria_errors(programs.values(), root))


def _figure_errors(folder: Path, exercises: set[str]) -> list[ContentError]:
    """What is wrong with the figures, and which exercises have none."""
    errors = [error for path in sorted(folder.glob("*.toml")) for error in check_figure(path)]
    drawn = {path.stem for path in folder.glob("*.toml")}
    errors += [
        ContentError(f"figures/{name}.toml", "", "is missing: every exercise has a figure")
        for name in sorted(exercises - drawn)
    ]
    errors += [
        ContentError(f"figures/{name}.toml", "", "belongs to no exercise")
        for name in sorted(drawn - exercises)
        if exercises
    ]
    return errors


def check_figure(path: Path) -> list[ContentError]:
    """Return everything that is wrong with one figure: keys, joint limits, anchors, contacts."""
    file = f"figures/{path.name}"
    try:
        figure = FigureFiles(path.parent)[path.stem]
    except ContentError as error:
        return [error]
    except KeyError as error:
        return [ContentError(file, "panels", f"there is no figure {error.args[0]!r}")]
    return [ContentError(file, *_split_problem(problem)) for problem in figure_problems(figure)]


def _split_problem(problem: str) -> tuple[str, str]:
    key, _, text = problem.partition(": ")
    return (key, text) if text else ("", key)


def check_file(path: Path) -> list[ContentError]:
    """Return everything that is wrong with one exercise, program or references file.

    Its name is free; what it names must be in it or in the shipped library.

    Args:
        path: A TOML file; messages call it as it is given here.
    """
    file = str(path)
    if path.parent.name == "figures":
        return check_figure(path)
    try:
        found = _problems_of_table(read_table(path, file), path, file)
    except ContentError as error:
        return [error]
    return [ContentError(file, key, text) for key, text in found]


def _problems_of_table(table: dict[str, Any], path: Path, file: str) -> list[tuple[str, str]]:
    """Key and sentence of each problem that a file has within the shipped library."""
    library = open_library()
    safety = kind_of_safety_file(path)
    if safety is not None:
        return table_problems(table, safety, file, library.references)
    kind = _kind_of(table, path)
    if kind is Kind.EXERCISE:
        exercise = to_domain(table, Exercise, file)
        around = Library({**library.exercises, exercise.id: exercise}, library.programs, library.references)
        return [(problem.key, problem.text) for problem in exercise_problems(around, exercise)]
    if kind is Kind.PROGRAM:
        program = to_domain(table, Program, file)
        return [(problem.key, problem.text) for problem in program_problems(library, program)]
    if kind is Kind.REFERENCE:
        own = references_by_id(table, file)
        around = Library(library.exercises, library.programs, {**library.references, **own})
        return [
            (f"reference[{index}].{problem.key}", problem.text)
            for index, reference in enumerate(own.values())
            for problem in reference_problems(around, reference)
        ]
    raise ContentError(file, "", "is neither an exercise nor a program nor a list of references")


def _kind_of(table: dict[str, Any], path: Path) -> Kind | None:
    """Tell by its keys what a file is, else by the folder that it lies in."""
    if "reference" in table or path.name == REFERENCES_FILE:
        return Kind.REFERENCE
    if "levels" in table or "cues" in table:
        return Kind.EXERCISE
    if "pain_ceiling" in table or "phases" in table:
        return Kind.PROGRAM
    return {"exercises": Kind.EXERCISE, "programs": Kind.PROGRAM}.get(path.parent.name)


def _load_folder(folder: Path, kind: type[_Piece], errors: list[ContentError]) -> dict[str, _Piece]:
    """Load what can be loaded and note what cannot."""
    pieces: dict[str, _Piece] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            pieces[path.stem] = load_piece(path, kind)
        except ContentError as error:
            errors.append(error)
    if not pieces and not errors:
        errors.append(ContentError(folder.name, "", "holds no file"))
    return pieces


def _error(problem: Problem, reference_places: dict[str, int]) -> ContentError:
    """Say in which file a problem lies."""
    if problem.kind is Kind.REFERENCE:
        key = f"reference[{reference_places[problem.id]}].{problem.key}"
        return ContentError(REFERENCES_FILE, key, problem.text)
    folder = "exercises" if problem.kind is Kind.EXERCISE else "programs"
    return ContentError(f"{folder}/{problem.id}.toml", problem.key, problem.text)

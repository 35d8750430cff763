"""The files under resources/safety and the measures become domain objects, every error with file and key."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from ankle_coach.content.toml_file import TableReader, read_table, to_domain
from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.measures import MeasureCatalog
from ankle_coach.domain.program import Program
from ankle_coach.domain.program_check import unmeasured
from ankle_coach.domain.safety_content import (
    CardFile,
    CompressionFile,
    IceFile,
    MedicationFile,
    SafetyContent,
    ScreenFile,
)
from ankle_coach.resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

MEASURES_FILE = "measures.toml"
_FOLDER = "safety"
_FILES: dict[str, type[msgspec.Struct]] = {
    "screen": ScreenFile,
    "ice": IceFile,
    "compression": CompressionFile,
    "medication": MedicationFile,
    "cards": CardFile,
}
_Thing = TypeVar("_Thing", bound=msgspec.Struct)


def load_safety(root: Path | None = None, *, read: TableReader = read_table) -> SafetyContent:
    """Read the safety content.

    Args:
        root: Folder with ``safety/``; None for the shipped one.
        read: Reads the table of a file.

    Raises:
        ContentError: A file cannot be used.
    """
    folder = (resource_path() if root is None else root) / _FOLDER
    return SafetyContent(
        screen=_load(folder / "screen.toml", ScreenFile, read),
        ice=_load(folder / "ice.toml", IceFile, read),
        compression=_load(folder / "compression.toml", CompressionFile, read),
        medication=_load(folder / "medication.toml", MedicationFile, read),
        cards=_load(folder / "cards.toml", CardFile, read),
    )


def load_measures(root: Path | None = None, *, read: TableReader = read_table) -> MeasureCatalog:
    """Read the measures and questionnaires.

    Args:
        root: Folder with ``measures.toml``; None for the shipped one.
        read: Reads the table of a file.

    Raises:
        ContentError: The file cannot be used.
    """
    path = (resource_path() if root is None else root) / MEASURES_FILE
    return to_domain(read(path, path.name), MeasureCatalog, path.name)


def check_safety(root: Path, references: Collection[str]) -> list[ContentError]:
    """Return everything that is wrong with the safety files and the measures of a folder of content.

    Args:
        root: Folder with ``safety/`` and ``measures.toml``.
        references: Ids of the known references.
    """
    errors: list[ContentError] = []
    kinds = {f"{_FOLDER}/{name}.toml": kind for name, kind in _FILES.items()}
    kinds[MEASURES_FILE] = MeasureCatalog
    for file, kind in kinds.items():
        try:
            found = table_problems(read_table(root / file, file), kind, file, references)
        except ContentError as error:
            errors.append(error)
            continue
        errors += [ContentError(file, key, text) for key, text in found]
    return errors


def kind_of_safety_file(path: Path) -> type[msgspec.Struct] | None:
    """Tell by name and folder whether a file is safety content or the measures; None for neither."""
    if path.name == MEASURES_FILE:
        return MeasureCatalog
    return _FILES.get(path.stem) if path.parent.name == _FOLDER else None


def table_problems(
    table: dict[str, Any], kind: type[msgspec.Struct], file: str, references: Collection[str]
) -> list[tuple[str, str]]:
    """Return key and sentence of each problem that a table has with its references.

    Raises:
        ContentError: It cannot be used at all.
    """
    return list(_reference_problems(to_domain(table, kind, file), references))


def criteria_errors(programs: Iterable[Program], root: Path) -> list[ContentError]:
    """Return the criteria of programs that nothing measures.

    Args:
        programs: The programs.
        root: Folder with ``measures.toml``.

    Raises:
        ContentError: The measures cannot be used.
    """
    measures = load_measures(root)
    return [
        ContentError(f"programs/{program.id}.toml", key, text)
        for program in programs
        for key, text in unmeasured(program, measures)
    ]


def _load(path: Path, kind: type[_Thing], read: TableReader) -> _Thing:
    file = f"{_FOLDER}/{path.name}"
    return to_domain(read(path, file), kind, file)


def _reference_problems(thing: msgspec.Struct, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every list of references within a value that is empty or names an unknown source."""
    yield from _walk(msgspec.to_builtins(thing), "", known)


def _walk(value: object, key: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, part in value.items():
            place = f"{key}.{name}" if key else str(name)
            if name == "references":
                yield from _check_ids(part, place, known)
            else:
                yield from _walk(part, place, known)
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            yield from _walk(part, f"{key}[{index}]", known)


def _check_ids(ids: list[str], key: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    if not ids:
        yield key, "must name a source, or DD for an app rule"
    for index, reference in enumerate(ids):
        if reference not in known:
            yield f"{key}[{index}]", f"{reference!r} is not a reference"

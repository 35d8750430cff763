"""The shipped library, each file of which is read only when somebody asks for what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from ankle_coach.content.figures import FigureFiles
from ankle_coach.content.toml_file import TableReader, read_table, to_domain
from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.evidence import Reference
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.library import Library
from ankle_coach.domain.program import Program
from ankle_coach.resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

REFERENCES_FILE = "references.toml"

_Piece = TypeVar("_Piece", Exercise, Program)


class ReferenceFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of ``references.toml``.

    Attributes:
        reference: Every source record.
    """

    reference: tuple[Reference, ...]


class PieceFiles(Mapping[str, _Piece]):
    """Exercises or programs by id: listed by file name, parsed at the first look-up and kept."""

    def __init__(self, folder: Path, kind: type[_Piece], read: TableReader = read_table) -> None:
        """Remember the folder; nothing is read yet."""
        self._read = read
        self._folder = folder
        self._kind: type[_Piece] = kind
        self._paths: dict[str, Path] | None = None
        self._pieces: dict[str, _Piece] = {}

    def __getitem__(self, piece_id: str) -> _Piece:
        """Return one piece.

        Raises:
            KeyError: There is no such file.
            ContentError: The file cannot be used.
        """
        if piece_id not in self._pieces:
            self._pieces[piece_id] = load_piece(self._files[piece_id], self._kind, self._read)
        return self._pieces[piece_id]

    def __contains__(self, piece_id: object) -> bool:
        return piece_id in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    @property
    def _files(self) -> dict[str, Path]:
        if self._paths is None:
            self._paths = {path.stem: path for path in sorted(self._folder.glob("*.toml"))}
        return self._paths


class ReferenceRecords(Mapping[str, Reference]):
    """References by id; their file is read at the first look-up."""

    def __init__(self, path: Path) -> None:
        """Remember the file; nothing is read yet."""
        self._path = path
        self._records: dict[str, Reference] | None = None

    def __getitem__(self, reference_id: str) -> Reference:
        return self._all[reference_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @property
    def _all(self) -> dict[str, Reference]:
        if self._records is None:
            self._records = load_references(self._path)
        return self._records


def open_library(root: Path | None = None, *, read: TableReader = read_table) -> Library:
    """Return the library in a folder of content; its files are read when they are needed.

    Args:
        root: Folder with ``exercises/``, ``programs/``, ``figures/`` and ``references.toml``; None for
            the shipped one.
        read: Reads the file of an exercise, a program or a figure.

    Raises:
        ankle_coach.resources.ResourceError: The shipped files are missing.
    """
    root = resource_path() if root is None else root
    return Library(
        PieceFiles(root / "exercises", Exercise, read),
        PieceFiles(root / "programs", Program, read),
        ReferenceRecords(root / REFERENCES_FILE),
        FigureFiles(root / "figures", read),
    )


def load_piece(path: Path, kind: type[_Piece], read: TableReader = read_table) -> _Piece:
    """Read one exercise or program from a file that is named after its id.

    Raises:
        ContentError: The file cannot be used.
    """
    file = short_name(path)
    piece = to_domain(read(path, file), kind, file)
    if piece.id != path.stem:
        raise ContentError(file, "id", f"must be {path.stem!r}, the name of the file, not {piece.id!r}")
    return piece


def load_references(path: Path) -> dict[str, Reference]:
    """Read all references.

    Raises:
        ContentError: The file cannot be used, or an id comes twice.
    """
    file = path.name
    return references_by_id(read_table(path, file), file)


def references_by_id(table: dict[str, Any], file: str) -> dict[str, Reference]:
    """Make reference records of a table, by id.

    Raises:
        ContentError: A record is wrong, or an id comes twice.
    """
    records: dict[str, Reference] = {}
    for index, reference in enumerate(to_domain(table, ReferenceFile, file).reference):
        if reference.id in records:
            raise ContentError(file, f"reference[{index}].id", f"{reference.id!r} comes twice")
        records[reference.id] = reference
    return records


def short_name(path: Path) -> str:
    """How messages name a file: its folder and its name."""
    return f"{path.parent.name}/{path.name}"

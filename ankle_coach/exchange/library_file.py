"""Library files (``*.anklelibrary``): own exercises with their pictures, and own templates, to share."""

from __future__ import annotations

from pathlib import Path

import msgspec

from ankle_coach.domain.file_copies import LibraryCopy
from ankle_coach.domain.own_exercise import OwnExercise
from ankle_coach.domain.plan_template import PlanTemplate
from ankle_coach.exchange.json_document import (
    Kind,
    decode_document,
    encode_document,
    read_bytes,
    refusals_told,
    write_bytes,
)

SUFFIX = ".anklelibrary"
FORMAT = "ankle-coach-library"
VERSION = 1
MAX_BYTES = 64 * 1024 * 1024
"""A larger file is refused before anything of it is read into memory."""
MAX_VALUES = 500_000
"""More values than these are refused before anything is built from them."""
_KIND = Kind(
    format=FORMAT, version=VERSION, what="a library file", max_bytes=MAX_BYTES, max_values=MAX_VALUES
)


class _LibraryDocument(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    format: str
    version: int
    exercises: tuple[OwnExercise, ...] = ()
    templates: tuple[PlanTemplate, ...] = ()


def encode_library(copy: LibraryCopy) -> bytes:
    """Return the text of a library file."""
    document = _LibraryDocument(
        format=FORMAT, version=VERSION, exercises=copy.exercises, templates=copy.templates
    )
    return encode_document(document)


def decode_library(data: bytes, name: str) -> LibraryCopy:
    """Return what a library file holds.

    Args:
        data: The file's bytes.
        name: The file's name, for the sentence of an error.

    Raises:
        ContentError: If it is not a library file of a version this program knows, naming the key.
    """
    document = decode_document(data, name, _KIND, _LibraryDocument)
    with refusals_told(name):
        return LibraryCopy(exercises=document.exercises, templates=document.templates)


def read_library(path: Path) -> LibraryCopy:
    """Read a library file.

    Raises:
        ContentError: If it cannot be read, or is not a library file.
    """
    return decode_library(read_bytes(path, MAX_BYTES), path.name)


def write_library(copy: LibraryCopy, path: Path) -> None:
    """Write a library file.

    Raises:
        ContentError: If it cannot be written; a file that was there is as it was.
    """
    write_bytes(encode_library(copy), path)

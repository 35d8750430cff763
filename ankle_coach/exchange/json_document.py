"""JSON documents from elsewhere: bounded before they are read, and errors that name file and key."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

import msgspec

from ankle_coach.domain.errors import ContentError

MAX_DEPTH = 64
"""Deeper nesting is refused before anything is built from it."""

_Document = TypeVar("_Document")


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of document.

    Attributes:
        format: What its key ``format`` says.
        version: The newest version that this program reads.
        what: What it is, for the sentence of an error (``a plan file``).
        max_bytes: A larger file is refused before anything of it is read into memory.
    """

    format: str
    version: int
    what: str
    max_bytes: int


class _Head(msgspec.Struct):
    format: str
    version: int


def decode_document(data: bytes, name: str, kind: Kind, shape: type[_Document]) -> _Document:
    """Return a document.

    Args:
        data: The file's bytes.
        name: The file's name, for the sentence of an error.
        kind: What it must be.
        shape: The type of the whole document, the keys ``format`` and ``version`` included.

    Raises:
        ContentError: If it is not one of this kind and of a version this program knows, naming the key.
    """
    _check_bounds(data, name, kind)
    try:
        head = msgspec.json.decode(data, type=_Head)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ContentError(name, "", f"this is not {kind.what} ({sentence(error)})") from error
    if head.format != kind.format:
        raise ContentError(name, "format", f"must be {kind.format!r}, not {head.format[:40]!r}")
    if head.version > kind.version:
        raise ContentError(
            name, "version", f"is {head.version}; this program reads up to {kind.version}: please update it"
        )
    if head.version < 1:
        raise ContentError(name, "version", f"must be 1 or more, not {head.version}")
    try:
        return msgspec.json.decode(data, type=shape)
    except msgspec.ValidationError as error:
        problem, key = key_of(error)
        raise ContentError(name, key, problem) from error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ContentError(name, "", sentence(error)) from error


def encode_document(document: msgspec.Struct) -> bytes:
    """Return the text of a document, indented and with a line's end."""
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """Return a file's bytes, at most one more than allowed.

    Raises:
        ContentError: If it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(max_bytes + 1)
    except OSError as error:
        raise ContentError(path.name, "", f"cannot be read: {error.strerror}") from error


def write_bytes(data: bytes, path: Path) -> None:
    """Write a file.

    Raises:
        ContentError: If it cannot be written.
    """
    try:
        path.write_bytes(data)
    except OSError as error:
        raise ContentError(path.name, "", f"cannot be written: {error.strerror}") from error


def sentence(error: Exception) -> str:
    """Return what an error says."""
    return str(error) or type(error).__name__


def key_of(error: msgspec.ValidationError) -> tuple[str, str]:
    """Return what is wrong, and the key where."""
    problem, _, place = str(error).partition(" - at `")
    return problem, place.removesuffix("`").removeprefix("$.").removeprefix("$")


def _check_bounds(data: bytes, name: str, kind: Kind) -> None:
    if len(data) > kind.max_bytes:
        raise ContentError(name, "", f"is larger than {kind.max_bytes // 1024 // 1024} MB")
    deepest = _depth(data)
    if deepest > MAX_DEPTH:
        raise ContentError(name, "", f"is nested {deepest} levels deep; {MAX_DEPTH} is the limit")


_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"?', re.DOTALL)


def _depth(data: bytes) -> int:
    depth = deepest = 0
    for byte in re.sub(rb"[^][{}]", b"", _STRING.sub(b"", data)):
        depth += 1 if byte in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest

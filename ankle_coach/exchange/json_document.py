"""JSON documents from elsewhere: bounded before they are read, and errors that name file and key."""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from ankle_coach.domain.errors import ContentError

MAX_DEPTH = 64
"""Deeper nesting is refused before anything is built from it."""

_LONGEST_SENTENCE = 300
"""Characters of what is told of a file's own words."""

_HEAD_BYTES = 200
_FORMAT = re.compile(rb'\s*\{\s*"format"\s*:\s*"([a-z-]{1,40})"')

_Document = TypeVar("_Document")


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of document.

    Attributes:
        format: What its key ``format`` says.
        version: The newest version that this program reads.
        what: What it is, for the sentence of an error (``a plan file``).
        max_bytes: A larger file is refused before anything of it is read into memory.
        max_values: A file with more values than these is refused before anything is built from it.
    """

    format: str
    version: int
    what: str
    max_bytes: int
    max_values: int


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


@contextmanager
def refusals_told(name: str) -> Generator[None]:
    """Tell of a file what a domain object refuses of its values.

    Raises:
        ContentError: For any ValueError within.
    """
    try:
        yield
    except ValueError as error:
        raise ContentError(name, "", sentence(error)) from error


def format_of(data: bytes) -> str:
    """Return what a document says it is; empty where it does not say so at its beginning.

    Only the first bytes are looked at: this program writes the format first, and a whole document is read
    only by the reader of its kind, within that kind's bounds.
    """
    found = _FORMAT.match(data[:_HEAD_BYTES])
    return found[1].decode("ascii") if found else ""


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
    """Write a file whole or not at all: one that was there is replaced only once the new one is on the disk.

    Raises:
        ContentError: If it cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        _drop(part)
        raise ContentError(path.name, "", f"cannot be written: {error.strerror}") from error


def _drop(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:  # the disk is gone, and with it what was to be dropped
        return


def sentence(error: Exception) -> str:
    """Return what an error says, as one line of bounded length whatever the file holds."""
    return _one_line(str(error) or type(error).__name__)


def key_of(error: msgspec.ValidationError) -> tuple[str, str]:
    """Return what is wrong, and the key where."""
    problem, _, place = str(error).rpartition(" - at `")
    if not problem:
        problem, place = place, ""
    return _one_line(problem), _one_line(place.removesuffix("`").removeprefix("$.").removeprefix("$"))


def _one_line(text: str) -> str:
    """Return a text as one line without what does not print, its middle left out where it is long."""
    line = "".join(character if character.isprintable() else " " for character in text)
    if len(line) <= _LONGEST_SENTENCE:
        return line
    half = _LONGEST_SENTENCE // 2
    return f"{line[:half]}…{line[-half:]}"


def _check_bounds(data: bytes, name: str, kind: Kind) -> None:
    if len(data) > kind.max_bytes:
        raise ContentError(name, "", f"is larger than {kind.max_bytes // 1024 // 1024} MB")
    bare = _STRING.sub(b"", data)
    deepest = _depth(bare)
    if deepest > MAX_DEPTH:
        raise ContentError(name, "", f"is nested {deepest} levels deep; {MAX_DEPTH} is the limit")
    values = bare.count(b",") + bare.count(b"{") + bare.count(b"[")
    if values > kind.max_values:
        raise ContentError(name, "", f"has {values} values; {kind.max_values} is the limit")


_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)


def _depth(bare: bytes) -> int:
    """How deep text without its strings is nested; past the limit it is not counted on."""
    depth = deepest = 0
    for byte in re.sub(rb"[^][{}]", b"", bare):
        depth += 1 if byte in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest

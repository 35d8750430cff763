"""Plan files (``*.ankleplan``): UTF-8 JSON with a format, a version and the whole plan; nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.plan import Plan

SUFFIX = ".ankleplan"
FORMAT = "ankle-coach-plan"
VERSION = 1
MAX_BYTES = 8 * 1024 * 1024
"""A larger file is refused before anything of it is read into memory."""
MAX_DEPTH = 64
"""Deeper nesting is refused before anything is built from it."""


class _Head(msgspec.Struct):
    format: str
    version: int


class _PlanDocument(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    format: str
    version: int
    plan: Plan


def encode_plan(plan: Plan) -> bytes:
    """Return the text of a plan file."""
    document = _PlanDocument(format=FORMAT, version=VERSION, plan=plan)
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def decode_plan(data: bytes, name: str) -> Plan:
    """Return the plan of a plan file.

    Args:
        data: The file's bytes.
        name: The file's name, for the sentence of an error.

    Raises:
        ContentError: If it is not a plan file of a version this program knows, naming the key.
    """
    _check_bounds(data, name)
    try:
        head = msgspec.json.decode(data, type=_Head)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ContentError(name, "", f"this is not a plan file ({_sentence(error)})") from error
    if head.format != FORMAT:
        raise ContentError(name, "format", f"must be {FORMAT!r}, not {head.format[:40]!r}")
    if head.version > VERSION:
        raise ContentError(
            name, "version", f"is {head.version}; this program reads up to {VERSION}: please update it"
        )
    if head.version < 1:
        raise ContentError(name, "version", f"must be 1 or more, not {head.version}")
    try:
        return msgspec.json.decode(data, type=_PlanDocument).plan
    except msgspec.ValidationError as error:
        problem, key = _key_of(error)
        raise ContentError(name, key, problem) from error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ContentError(name, "", _sentence(error)) from error


def read_plan(path: Path) -> Plan:
    """Read a plan file.

    Raises:
        ContentError: If it cannot be read, or is not a plan file.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ContentError(path.name, "", f"cannot be read: {error.strerror}") from error
    return decode_plan(data, path.name)


def write_plan(plan: Plan, path: Path) -> None:
    """Write a plan file.

    Raises:
        ContentError: If it cannot be written.
    """
    try:
        path.write_bytes(encode_plan(plan))
    except OSError as error:
        raise ContentError(path.name, "", f"cannot be written: {error.strerror}") from error


def _check_bounds(data: bytes, name: str) -> None:
    if len(data) > MAX_BYTES:
        raise ContentError(name, "", f"is larger than {MAX_BYTES // 1024 // 1024} MB")
    deepest = _depth(data)
    if deepest > MAX_DEPTH:
        raise ContentError(name, "", f"is nested {deepest} levels deep; {MAX_DEPTH} is the limit")


_STRING = re.compile(rb'"(?:[^"\\\\]|\\\\.)*"?', re.DOTALL)


def _depth(data: bytes) -> int:
    depth = deepest = 0
    for byte in re.sub(rb"[^][{}]", b"", _STRING.sub(b"", data)):
        depth += 1 if byte in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _sentence(error: Exception) -> str:
    return str(error) or type(error).__name__


def _key_of(error: msgspec.ValidationError) -> tuple[str, str]:
    problem, _, place = str(error).partition(" - at `")
    return problem, place.removesuffix("`").removeprefix("$.").removeprefix("$")

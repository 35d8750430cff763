"""Plan files (``*.ankleplan``): UTF-8 JSON with a format, a version and the whole plan; nothing else."""

from __future__ import annotations

from pathlib import Path

import msgspec

from ankle_coach.domain.plan import Plan
from ankle_coach.exchange.json_document import (
    MAX_DEPTH,
    Kind,
    decode_document,
    encode_document,
    read_bytes,
    write_bytes,
)

__all__ = [
    "FORMAT",
    "MAX_BYTES",
    "MAX_DEPTH",
    "SUFFIX",
    "VERSION",
    "decode_plan",
    "encode_plan",
    "read_plan",
    "write_plan",
]

SUFFIX = ".ankleplan"
FORMAT = "ankle-coach-plan"
VERSION = 1
MAX_BYTES = 8 * 1024 * 1024
"""A larger file is refused before anything of it is read into memory."""
_KIND = Kind(format=FORMAT, version=VERSION, what="a plan file", max_bytes=MAX_BYTES)


class _PlanDocument(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    format: str
    version: int
    plan: Plan


def encode_plan(plan: Plan) -> bytes:
    """Return the text of a plan file."""
    return encode_document(_PlanDocument(format=FORMAT, version=VERSION, plan=plan))


def decode_plan(data: bytes, name: str) -> Plan:
    """Return the plan of a plan file.

    Args:
        data: The file's bytes.
        name: The file's name, for the sentence of an error.

    Raises:
        ContentError: If it is not a plan file of a version this program knows, naming the key.
    """
    return decode_document(data, name, _KIND, _PlanDocument).plan


def read_plan(path: Path) -> Plan:
    """Read a plan file.

    Raises:
        ContentError: If it cannot be read, or is not a plan file.
    """
    return decode_plan(read_bytes(path, MAX_BYTES), path.name)


def write_plan(plan: Plan, path: Path) -> None:
    """Write a plan file.

    Raises:
        ContentError: If it cannot be written.
    """
    write_bytes(encode_plan(plan), path)

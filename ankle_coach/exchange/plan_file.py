"""Plan files (``*.ankleplan``): UTF-8 JSON with a format, a version and the whole plan.

The own exercises that the plan uses are in it with their pictures, and the person's name only if asked;
nothing else of the person is.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from ankle_coach.domain.file_copies import PlanCopy
from ankle_coach.domain.own_exercise import OwnExercise
from ankle_coach.domain.plan import Plan
from ankle_coach.exchange.json_document import (
    Kind,
    decode_document,
    encode_document,
    read_bytes,
    refusals_told,
    write_bytes,
)

SUFFIX = ".ankleplan"
FORMAT = "ankle-coach-plan"
VERSION = 1
MAX_BYTES = 8 * 1024 * 1024
"""A larger file is refused before anything of it is read into memory."""
MAX_VALUES = 60_000
"""More values than these are refused before anything is built from them."""
_KIND = Kind(format=FORMAT, version=VERSION, what="a plan file", max_bytes=MAX_BYTES, max_values=MAX_VALUES)


class _PlanDocument(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    format: str
    version: int
    plan: Plan
    exercises: tuple[OwnExercise, ...] = ()
    person: str = ""
    made_on: date | None = None
    rules_version: int = 1


def encode_plan(copy: PlanCopy) -> bytes:
    """Return the text of a plan file."""
    document = _PlanDocument(
        format=FORMAT,
        version=VERSION,
        plan=copy.plan,
        exercises=copy.exercises,
        person=copy.person,
        made_on=copy.made_on,
        rules_version=copy.rules_version,
    )
    return encode_document(document)


def decode_plan(data: bytes, name: str) -> PlanCopy:
    """Return what a plan file holds.

    Args:
        data: The file's bytes.
        name: The file's name, for the sentence of an error.

    Raises:
        ContentError: If it is not a plan file of a version this program knows, naming the key.
    """
    document = decode_document(data, name, _KIND, _PlanDocument)
    with refusals_told(name):
        return PlanCopy(
            plan=document.plan,
            exercises=document.exercises,
            person=document.person,
            made_on=document.made_on,
            rules_version=document.rules_version,
        )


def read_plan(path: Path) -> PlanCopy:
    """Read a plan file.

    Raises:
        ContentError: If it cannot be read, or is not a plan file.
    """
    return decode_plan(read_bytes(path, MAX_BYTES), path.name)


def write_plan(copy: PlanCopy, path: Path) -> None:
    """Write a plan file.

    Raises:
        ContentError: If it cannot be written; a file that was there is as it was.
    """
    write_bytes(encode_plan(copy), path)

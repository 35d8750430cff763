"""Journal files (``*.anklejournal``): everything of one person, for the way to the therapist and back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from pathlib import Path

import msgspec
from msgspec import Struct

from ankle_coach.domain.entries import Kept, kind_name
from ankle_coach.domain.entry_kinds import BY_NAME
from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.file_copies import JournalCopy
from ankle_coach.domain.journal import CheckIn, Moment, Person, SessionRecord
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.own_exercise import OwnExercise
from ankle_coach.domain.plan import Plan
from ankle_coach.exchange.json_document import (
    Kind,
    decode_document,
    encode_document,
    key_of,
    read_bytes,
    refusals_told,
    sentence,
    write_bytes,
)

SUFFIX = ".anklejournal"
FORMAT = "ankle-coach-journal"
VERSION = 1
MAX_BYTES = 64 * 1024 * 1024
"""A larger file is refused before anything of it is read into memory."""
MAX_VALUES = 6_000_000
"""More values than these are refused before anything is built: ten years have about two millions."""
_KIND = Kind(
    format=FORMAT, version=VERSION, what="a journal file", max_bytes=MAX_BYTES, max_values=MAX_VALUES
)


class _EntryRow(Struct, forbid_unknown_fields=True, kw_only=True):
    kind: str
    id: str
    moment: Moment
    entry: msgspec.Raw


class _JournalDocument(Struct, forbid_unknown_fields=True, kw_only=True):
    format: str
    version: int
    content_version: int
    rules_version: int
    exported: Moment
    day_starts_at: time
    person: Person
    plans: tuple[Plan, ...]
    sessions: tuple[SessionRecord, ...]
    check_ins: tuple[CheckIn, ...]
    entries: tuple[_EntryRow, ...]
    exercises: tuple[OwnExercise, ...] = ()


def encode_journal(copy: JournalCopy) -> bytes:
    """Return the text of a journal file.

    Raises:
        KeyError: An entry is of a kind that does not travel.
    """
    contents = copy.contents
    document = _JournalDocument(
        format=FORMAT,
        version=VERSION,
        content_version=copy.content_version,
        rules_version=copy.rules_version,
        exported=copy.exported,
        day_starts_at=copy.day_starts_at,
        person=contents.person,
        exercises=copy.exercises,
        plans=contents.plans,
        sessions=contents.sessions,
        check_ins=contents.check_ins,
        entries=tuple(
            _EntryRow(
                kind=kind_name(type(kept.entry)),
                id=kept.id,
                moment=kept.moment,
                entry=msgspec.Raw(msgspec.json.encode(kept.entry)),
            )
            for kept in contents.entries
        ),
    )
    return encode_document(document)


def decode_journal(data: bytes, name: str) -> JournalCopy:
    """Return what a journal file holds.

    Args:
        data: The file's bytes.
        name: The file's name, for the sentence of an error.

    Raises:
        ContentError: If it is not a journal file of a version this program knows, naming the key.
    """
    document = decode_document(data, name, _KIND, _JournalDocument)
    _refuse_doubles(name, "sessions", (record.id for record in document.sessions))
    _refuse_doubles(name, "check_ins", (check_in.id for check_in in document.check_ins))
    _refuse_doubles(name, "entries", (row.id for row in document.entries))
    versions = [plan.version for plan in document.plans]
    if versions != sorted(set(versions)):
        raise ContentError(name, "plans", "must have rising versions")
    contents = JournalContents(
        person=document.person,
        plans=document.plans,
        sessions=document.sessions,
        check_ins=document.check_ins,
        entries=tuple(_kept(row, number, name) for number, row in enumerate(document.entries)),
    )
    with refusals_told(name):
        return JournalCopy(
            contents=contents,
            exported=document.exported,
            day_starts_at=document.day_starts_at,
            exercises=document.exercises,
            content_version=document.content_version,
            rules_version=document.rules_version,
        )


def read_journal(path: Path) -> JournalCopy:
    """Read a journal file.

    Raises:
        ContentError: If it cannot be read, or is not a journal file.
    """
    return decode_journal(read_bytes(path, MAX_BYTES), path.name)


def write_journal(copy: JournalCopy, path: Path) -> None:
    """Write a journal file.

    Raises:
        ContentError: If it cannot be written; a file that was there is as it was.
    """
    write_bytes(encode_journal(copy), path)


def _refuse_doubles(name: str, key: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for number, one in enumerate(ids):
        if one in seen:
            raise ContentError(name, f"{key}[{number}].id", f"{one[:60]!r} comes twice")
        seen.add(one)


def _kept(row: _EntryRow, number: int, name: str) -> Kept[Struct]:
    key = f"entries[{number}]"
    if row.kind not in BY_NAME:
        raise ContentError(name, f"{key}.kind", f"{row.kind[:40]!r} is not known; please update this program")
    try:
        entry = msgspec.json.decode(row.entry, type=BY_NAME[row.kind])
    except msgspec.ValidationError as error:
        problem, place = key_of(error)
        raise ContentError(name, f"{key}.entry.{place}".removesuffix("."), problem) from error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ContentError(name, f"{key}.entry", sentence(error)) from error
    return Kept(id=row.id, moment=row.moment, entry=entry)

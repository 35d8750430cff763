"""What the next start shows before it has worked anything out: Today as the last one left it, for some days.

It counts only for the very journal, settings, program and language that it was made from; whatever has
written to them since makes it void. It holds health data: only its owner can read the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from ankle_coach.domain.glance import Glance
from ankle_coach.storage.private_file import replace_private_file

_LARGEST = 1_000_000
"""Bytes; a file of that size is none of ours."""


class _Stamp(Struct, frozen=True):
    """By which a file is known as unchanged: its size in bytes, and when it was written, in nanoseconds."""

    size: int
    time: int


class _Kept(Struct, frozen=True):
    made_by: str
    journal: _Stamp
    settings: _Stamp
    glances: tuple[Glance, ...]


class KeptGlances:
    """Glances in the cache folder."""

    def __init__(self, file: Path, journal: Path, settings: Path, made_by: str) -> None:
        """Remember the files; nothing is read yet.

        Args:
            file: Where glances are kept.
            journal: The journal that they show.
            settings: The settings that they are worded by.
            made_by: The version of the program, and the language that it speaks.
        """
        self._file, self._journal, self._settings, self._made_by = file, journal, settings, made_by

    def of(self, day: date) -> Glance | None:
        """Return what is kept for a training day; None where what it was made from has changed since."""
        kept = self._read()
        if kept is None or self._kept(kept.glances) != kept or self._has_more():
            return None
        return next((glance for glance in kept.glances if glance.day == day), None)

    def keep(self, glances: Sequence[Glance]) -> None:
        """Keep glances in place of those before, for the files as they are now.

        Call it when the journal is closed. What cannot be written is not kept: the next start does without.
        """
        kept = self._kept(tuple(glances))
        try:
            if kept is None or not glances:
                self._file.unlink(missing_ok=True)
            else:
                replace_private_file(self._file, msgspec.msgpack.encode(kept))
        except OSError:
            return

    def _has_more(self) -> bool:
        """Whether records lie beside the journal, as after a crash; opening it takes them in."""
        return _stamp(self._journal.with_name(f"{self._journal.name}-wal")).size > 0

    def _read(self) -> _Kept | None:
        try:
            if self._file.stat().st_size > _LARGEST:
                return None
            return msgspec.msgpack.decode(self._file.read_bytes(), type=_Kept)
        except (OSError, ValueError, RecursionError):
            return None

    def _kept(self, glances: tuple[Glance, ...]) -> _Kept | None:
        """Return glances with the stamps of the files as they are now; None where those cannot be read."""
        try:
            return _Kept(self._made_by, _stamp(self._journal), _stamp(self._settings), glances)
        except OSError:
            return None


def _stamp(file: Path) -> _Stamp:
    """Return the stamp of a file; one that is not there has none, and so of settings that nobody changed."""
    try:
        status = file.stat()
    except FileNotFoundError:
        return _Stamp(0, 0)
    return _Stamp(status.st_size, status.st_mtime_ns)

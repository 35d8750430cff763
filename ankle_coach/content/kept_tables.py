"""What was parsed from the shipped TOML files, kept between starts: parsing them takes ten times as long.

The file can be made again at any time. A TOML file that has changed since is parsed anew, and every table
goes through the same checks as one that was just parsed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw, Struct

from ankle_coach.content.toml_file import read_table

if TYPE_CHECKING:
    from pathlib import Path


class KeptTable(Struct, frozen=True, array_like=True):
    """The table of one TOML file.

    Attributes:
        changed: When the TOML file was last changed, in nanoseconds.
        size: Its size, in bytes.
        table: What is in it, as MessagePack, decoded when it is asked for.
    """

    changed: int
    size: int
    table: Raw


class KeptTables:
    """Reads TOML files, and remembers in one file what was in them."""

    def __init__(self, file: Path) -> None:
        """Read what an earlier start kept; a file that is missing or damaged counts as empty.

        Args:
            file: Where the tables are kept.
        """
        self._file = file
        self._tables: dict[str, KeptTable] = {}
        self._is_new = False
        with suppress(OSError, ValueError):
            self._tables = msgspec.msgpack.decode(file.read_bytes(), type=dict[str, KeptTable])

    def read(self, path: Path, file: str) -> dict[str, Any]:
        """Return the table of a TOML file, as `read_table` does.

        Raises:
            ContentError: It cannot be read, is not UTF-8 or is not TOML.
        """
        try:
            state = path.stat()
        except OSError:
            return read_table(path, file)
        kept = self._tables.get(str(path))
        if kept is not None and (kept.changed, kept.size) == (state.st_mtime_ns, state.st_size):
            with suppress(ValueError):
                return msgspec.msgpack.decode(kept.table, type=dict[str, Any])
        table = read_table(path, file)
        content = Raw(msgspec.msgpack.encode(table))
        self._tables[str(path)] = KeptTable(state.st_mtime_ns, state.st_size, content)
        self._is_new = True
        return table

    def keep(self) -> None:
        """Write the tables for the next start, if any was parsed; a full disk is no harm."""
        if not self._is_new:
            return
        written = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with suppress(OSError):
            written.write_bytes(msgspec.msgpack.encode(self._tables))
            written.replace(self._file)
            self._is_new = False

"""Files that only their owner can read, and that are on the disk when a function returns."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OWNER_ONLY = 0o600
_FOLDER_OWNER_ONLY = 0o700


def make_private_file(path: Path) -> None:
    """Make a file that only its owner can read, or take the rights of others from one that is there.

    SQLite gives the files that it makes beside a database the rights of the database.

    Raises:
        OSError: The file or its folder cannot be made.
    """
    path.parent.mkdir(mode=_FOLDER_OWNER_ONLY, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))
    except FileExistsError:
        if path.is_file() and path.stat().st_mode & ~OWNER_ONLY & 0o777:
            path.chmod(OWNER_ONLY)


def replace_private_file(path: Path, content: bytes) -> None:
    """Write a whole file, so that after a crash it holds either its old content or all of the new one.

    Raises:
        OSError: It cannot be written; the old content is still there.
    """
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    make_private_file(part)
    try:
        part.write_bytes(content)
        move_into_place(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def move_into_place(part: Path, path: Path) -> None:
    """Give a finished file its final name, durably; a file of that name is replaced.

    Raises:
        OSError: It cannot be done.
    """
    _sync(part)
    part.replace(path)
    if os.name != "nt":  # Windows cannot open a folder to write its names out, and needs not
        _sync(path.parent)


def _sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)

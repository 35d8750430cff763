"""The only place that knows where the shipped files are.

A wheel or a bundle carries them as ``ankle_coach/_resources``; a source tree
keeps them in ``resources`` beside the package. The first that exists is used.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


class ResourceError(Exception):
    """A shipped file is missing or cannot be read; the message names it."""


def find_root(package: Path) -> Path:
    """Return the folder of shipped files that belongs to a package folder.

    Args:
        package: The folder of the installed or checked-out package.

    Raises:
        ResourceError: Neither place holds the files.
    """
    for candidate in (package / "_resources", package.parent / "resources"):
        if candidate.is_dir():
            return candidate
    raise ResourceError(f"The files that belong to Ankle Coach are missing beside {package}.")


@lru_cache(maxsize=1)
def _root() -> Path:
    return find_root(_PACKAGE)


def resource_path(*parts: str) -> Path:
    """Return where a shipped file or folder lies.

    Args:
        parts: Folder and file names below the folder of shipped files.

    Raises:
        ResourceError: It is not there.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise ResourceError(f"The file {'/'.join(parts)} is missing from Ankle Coach.")
    return path


def read_bytes(*parts: str) -> bytes:
    """Return the contents of a shipped file.

    Raises:
        ResourceError: It is missing or cannot be read.
    """
    path = resource_path(*parts)
    try:
        return path.read_bytes()
    except OSError as error:
        raise ResourceError(f"The file {'/'.join(parts)} cannot be read: {error.strerror}.") from error


def read_text(*parts: str) -> str:
    """Return the contents of a shipped UTF-8 text file.

    Raises:
        ResourceError: It is missing, cannot be read, or is not UTF-8.
    """
    try:
        return read_bytes(*parts).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ResourceError(f"The file {'/'.join(parts)} is not UTF-8 text.") from error


def list_files(folder: str, suffix: str) -> tuple[Path, ...]:
    """Return the files of a shipped folder, in the order of their names.

    Args:
        folder: A folder below the folder of shipped files, such as ``exercises``.
        suffix: How the names end, with the dot, such as ``.toml``.

    Raises:
        ResourceError: There is no such folder.
    """
    return tuple(sorted(path for path in resource_path(folder).iterdir() if path.name.endswith(suffix)))

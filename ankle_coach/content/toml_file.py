"""One TOML file becomes one domain object; what is wrong with it is said with file and key."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ankle_coach.domain.errors import ContentError

TableReader = Callable[[Path, str], dict[str, Any]]
"""Reads the file of a path, which messages call by the string: `read_table`, or one that remembers."""

_Thing = TypeVar("_Thing")

_PLACE = re.compile(r" - at `\$\.?(?P<path>.*)`$")
_NAMED_FIELD = re.compile(r"^Object (?:missing required|contains unknown) field `(?P<field>[^`]+)`$")
_LEADING_KEY = re.compile(r"^[a-z_]+(?:\[\d+\])?(?:\.[a-z_]+)*(?= )")
_STEP = re.compile(r"(?P<name>[^.\[\]]+)|\[(?P<index>\d+)\]")


def read_table(path: Path, file: str) -> dict[str, Any]:
    """Read a TOML file.

    Args:
        path: Where it lies.
        file: What messages call it.

    Raises:
        ContentError: It cannot be read, is not UTF-8 or is not TOML.
    """
    import tomllib  # noqa: PLC0415 - most starts find everything among the kept tables

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ContentError(file, "", f"cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise ContentError(file, "", "is not UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file, "", f"is not valid TOML: {error}") from error


def to_domain(table: dict[str, Any], kind: type[_Thing], file: str) -> _Thing:
    """Make a domain object of a table; nothing is converted silently and no key is ignored.

    Raises:
        ContentError: A value has the wrong type or range, or a key is missing or unknown.
    """
    try:
        return msgspec.convert(table, kind, strict=True)
    except msgspec.ValidationError as error:
        key, problem = _key_and_problem(str(error), table)
        raise ContentError(file, key, problem) from error


def _key_and_problem(message: str, table: dict[str, Any]) -> tuple[str, str]:
    """Take a validation message apart: the most exact key that it names, and its own sentence."""
    place = _PLACE.search(message)
    path = place["path"] if place else ""
    problem = message[: place.start()] if place else message
    field = _NAMED_FIELD.match(problem)
    leading = _LEADING_KEY.match(problem)
    if field:
        path = f"{path}.{field['field']}"
    elif leading and _exists(table, f"{path}.{leading.group()}"):
        path = f"{path}.{leading.group()}"
    return path.lstrip("."), problem


def _exists(table: dict[str, Any], path: str) -> bool:
    """Say whether a path such as ``levels[2].dose`` leads anywhere."""
    value: Any = table
    for step in _STEP.finditer(path):
        try:
            value = value[step["name"]] if step["name"] else value[int(step["index"])]
        except (KeyError, IndexError, TypeError):
            return False
    return True

"""Figures from ``resources/figures/*.toml``; every error names file and key."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec

from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.pose_figure import Figure

_AT = re.compile(r"^(?P<problem>.*?) - at `\$\.?(?P<key>[^`]*)`$", re.DOTALL)


def parse_figure(text: str, file: str) -> Figure:
    """Return the figure that a TOML text describes.

    Args:
        text: The file's content.
        file: Its name for error messages.

    Raises:
        ContentError: The text is no TOML, or a key is unknown, missing, or of the wrong type.
    """
    try:
        return msgspec.convert(tomllib.loads(text), Figure)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file, "", f"this is not valid TOML: {error}") from error
    except msgspec.ValidationError as error:
        found = _AT.match(str(error))
        key, problem = (found["key"], found["problem"]) if found else ("", str(error))
        raise ContentError(file, key, problem) from error


def load_figures(folder: Path) -> dict[str, Figure]:
    """Return all figures of a folder by exercise id, which is the file's name.

    Raises:
        ContentError: A file cannot be read or does not describe a figure.
    """
    figures = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ContentError(path.name, "", f"it cannot be read: {error}") from error
        figures[path.stem] = parse_figure(text, path.name)
    return figures

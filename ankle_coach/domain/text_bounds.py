"""How long what people type may be: long enough for everybody, short enough for every page and sheet."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST_NAME = 120
"""Characters of a name."""
LONGEST_LINE = 200
"""Characters of a line, such as a cue."""
LONGEST_NOTE = 2000
"""Characters of a note or an instruction."""
MOST_LINES = 12
"""Lines of cues or the like."""


def check_text(name: str, text: str, most: int) -> None:
    """Refuse a text that is too long.

    Raises:
        ValueError: It has more than `most` characters; the text names it.
    """
    if len(text) > most:
        raise ValueError(f"{name} must have at most {most} characters, not {len(text)}")


def check_lines(name: str, lines: Sequence[str]) -> None:
    """Refuse too many lines, and lines that are too long.

    Raises:
        ValueError: There are; the text names the line.
    """
    if len(lines) > MOST_LINES:
        raise ValueError(f"{name} must have at most {MOST_LINES} lines, not {len(lines)}")
    for index, line in enumerate(lines):
        check_text(f"{name}[{index}]", line, LONGEST_LINE)


def check_most(name: str, things: Sequence[object], most: int) -> None:
    """Refuse too many of a kind.

    Raises:
        ValueError: There are more than `most`; the text names them.
    """
    if len(things) > most:
        raise ValueError(f"{name} must have at most {most} entries, not {len(things)}")

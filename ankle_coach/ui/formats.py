"""How text is held together on the screen."""

from __future__ import annotations

import re

_NUMBER_AND_UNIT = re.compile(r"(\d) (?=(?:s|min|m|kg|%)\b|%)")


def keep_units(text: str) -> str:
    """Return a text whose units never stand alone at the start of a line."""
    return _NUMBER_AND_UNIT.sub("\\1\u00a0", text)

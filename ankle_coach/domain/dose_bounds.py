"""What no dose may exceed: a file that says more is broken, and would keep the player busy for ever."""

from __future__ import annotations

MAX_COUNT = 1000
"""No count in a dose may exceed this."""
MAX_SECONDS = 4 * 3600
"""No single time in a dose may exceed four hours."""
MAX_PIECES = 5000
"""No dose has more sets, holds, letters or rounds than these, all together."""


def check_count(name: str, value: int, least: int = 1) -> None:
    """Refuse a count out of range.

    Raises:
        ValueError: It is not within `least` and `MAX_COUNT`; the text names it.
    """
    if not least <= value <= MAX_COUNT:
        raise ValueError(f"{name} must be between {least} and {MAX_COUNT}, not {value}")


def check_seconds(name: str, value: float, *, positive: bool = False) -> None:
    """Refuse a time out of range.

    Raises:
        ValueError: It is not within 0 (or above, for `positive`) and `MAX_SECONDS`; the text names it.
    """
    if not 0 <= value <= MAX_SECONDS or (positive and value == 0):
        bound = "above 0" if positive else "0 or more"
        raise ValueError(f"{name} must be {bound} and at most {MAX_SECONDS} seconds, not {value:g}")

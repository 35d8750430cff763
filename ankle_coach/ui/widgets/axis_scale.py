"""Where an axis that grows with its values ends, and how numbers stand at it."""

from __future__ import annotations

_TOPS = (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10)
"""Each is four parts of a round size."""
PARTS = 4
"""Parts that the ticks divide an axis into."""


def nice_top(most: float) -> float:
    """Return a number that is at least as large and divides into four round parts."""
    size = 1.0
    while size * 10 < most:
        size *= 10
    return next((size * part for part in _TOPS if size * part >= most - 1e-9), size * 10)


def number_words(value: float) -> str:
    """Return a number without zeros that say nothing, its minus as wide as a plus."""
    return f"{value:.6g}".replace("-", "\N{MINUS SIGN}")


def signed_words(value: float) -> str:
    """Return a change with its sign; zero without."""
    told = f"{value:+.6g}" if round(value, 6) else "0"
    return told.replace("-", "\N{MINUS SIGN}")


def ticks_to(top: float) -> list[tuple[float, str]]:
    """Return the ticks of an axis from zero to its end."""
    return [(top * part / PARTS, number_words(top * part / PARTS)) for part in range(PARTS + 1)]

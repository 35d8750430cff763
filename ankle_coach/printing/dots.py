"""Lengths on paper: everything is laid out in dots of a 1200th of an inch, whatever it is painted on."""

from __future__ import annotations

from typing import Final

DOTS_PER_INCH: Final = 1200
"""Resolution of the layout: that of a printer, so that no rounding of a text's width shows."""
_MM_PER_INCH: Final = 25.4
_POINTS_PER_INCH: Final = 72


def mm(length: float) -> float:
    """Return millimeters in dots."""
    return length * DOTS_PER_INCH / _MM_PER_INCH


def pt(length: float) -> float:
    """Return typographic points in dots."""
    return length * DOTS_PER_INCH / _POINTS_PER_INCH

"""The mean of some numbers, without the module of statistics, which takes a while to load at the start."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum


def mean(numbers: Sequence[float]) -> float:
    """Return the mean of some numbers.

    Raises:
        ZeroDivisionError: There are none.
    """
    return fsum(numbers) / len(numbers)

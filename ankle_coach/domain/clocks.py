"""The two clocks that count down: one stops while the computer sleeps, one counts it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Clock(StrEnum):
    """Which clock a step runs on."""

    AWAKE = "awake"
    """Stops while the computer sleeps."""
    ELAPSED = "elapsed"
    """Counts on while the computer sleeps (ice on skin keeps counting)."""


class Reading(Struct, frozen=True):
    """One reading of the two monotonic clocks, in seconds.

    Attributes:
        awake: Stops while the computer sleeps.
        elapsed: Counts sleep as well.
    """

    awake: float
    elapsed: float

    def on(self, clock: Clock) -> float:
        """Return the reading of one of the clocks."""
        return self.elapsed if clock is Clock.ELAPSED else self.awake

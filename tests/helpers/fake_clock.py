"""A clock that a test turns by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ankle_coach.domain.clocks import Reading

MONDAY_MORNING = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
"""Where the wall clock stands unless a test says otherwise: a Monday, 08:00 in Central Europe."""


class FakeClock:
    """The `Clock` port without a clock: all three readings stand still until a test moves them."""

    def __init__(self, now: datetime = MONDAY_MORNING, offset: timedelta = timedelta(hours=1)) -> None:
        self._now = now
        self._offset = offset
        self._awake = 1000.0
        self._elapsed = 5000.0

    def reading(self) -> Reading:
        """The monotonic clocks, in seconds; they start at different numbers on purpose."""
        return Reading(awake=self._awake, elapsed=self._elapsed)

    def now(self) -> datetime:
        """The instant, in UTC."""
        return self._now

    def offset(self) -> timedelta:
        """Local time minus UTC."""
        return self._offset

    def advance(self, seconds: float) -> None:
        """Let time pass while the computer is awake."""
        self._awake += seconds
        self.suspend(seconds)

    def suspend(self, seconds: float) -> None:
        """Let time pass while the computer sleeps: elapsed and wall time run on, awake stands still.

        It is not named after sleep because no test may call anything of that name.
        """
        self._elapsed += seconds
        self._now += timedelta(seconds=seconds)

    def set_wall(self, now: datetime, offset: timedelta | None = None) -> None:
        """Set the wall clock (a journey, the end of summer time); the monotonic ones do not notice."""
        self._now = now
        self._offset = self._offset if offset is None else offset

"""How often something is due."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from msgspec import Struct


class Weekday(IntEnum):
    """Days of the week, numbered as `datetime.date.weekday` does."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


class Slot(StrEnum):
    """A time of the day (clinical.md §3.9)."""

    ON_WAKING = "on-waking"
    MORNING = "morning"
    MIDDAY = "midday"
    EVENING = "evening"
    BEFORE_RUN = "before-run"
    AFTER_RUN = "after-run"


def _check_range(least: int, most: int, limit: int) -> None:
    if not 1 <= least <= most <= limit:
        raise ValueError(f"least and most must be in order and within 1 to {limit}, not {least} to {most}")


class TimesPerDay(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="daily"):
    """Every day, from `least` to `most` times; planned is the lower number (clinical.md §3.9)."""

    least: int = 1
    most: int = 1
    slots: tuple[Slot, ...] = ()

    def __post_init__(self) -> None:
        """Check the range."""
        _check_range(self.least, self.most, 24)


class EveryDays(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="every-days"):
    """Every n days (2 is every other day)."""

    days: int

    def __post_init__(self) -> None:
        """Check the number of days."""
        _check_range(self.days, self.days, 31)


class OnWeekdays(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="weekdays"):
    """On named days of the week."""

    days: tuple[Weekday, ...]

    def __post_init__(self) -> None:
        """Refuse no day and the same day twice."""
        if not self.days or len(set(self.days)) != len(self.days):
            raise ValueError("days must name each day of the week once at most, and at least one")


class PerWeek(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="per-week"):
    """A number of days a week, spread by the scheduler; planned is the lower number (clinical.md §3.9).

    Attributes:
        least: Fewest days a week.
        most: Most days a week.
        apart: Training days from one to the next, at least; 2 for hard loads (48 hours).
    """

    least: int
    most: int
    apart: int = 1

    def __post_init__(self) -> None:
        """Check the range and that it fits into a week."""
        _check_range(self.least, self.most, 7)
        if not 1 <= self.apart <= 7 or self.least * self.apart > 7:
            raise ValueError(f"{self.least} days a week cannot be {self.apart} days apart")


class AroundRuns(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="runs"):
    """With every run: before it, after it, or both."""

    before: bool = False
    after: bool = False

    def __post_init__(self) -> None:
        """Refuse neither."""
        if not (self.before or self.after):
            raise ValueError("around runs needs before, after or both")


class AsNeeded(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="as-needed"):
    """When the person wants it, up to a number of times a day; never planned, never missed."""

    most_per_day: int = 1

    def __post_init__(self) -> None:
        """Check the number."""
        _check_range(1, self.most_per_day, 24)


Frequency = TimesPerDay | EveryDays | OnWeekdays | PerWeek | AroundRuns | AsNeeded
"""How often something is due; a tagged union."""

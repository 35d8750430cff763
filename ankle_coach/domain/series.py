"""Lines over days, ready to draw: each value with its day, zero, missing and not asked kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import fsum

from msgspec import Struct

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.pain_history import Bucket
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.sides import Side

MEAN_DAYS = RuleNumber(7, ("M02", "DD"))
"""Days of the moving mean (clinical.md §6.2, chart 3)."""
MEAN_ENTRIES = RuleNumber(4, ("DD",))
"""Entries that a mean needs, as the week-to-week check does (clinical.md §3.5, app rule)."""

_DAY = timedelta(days=1)


class DayValue(Struct, frozen=True):
    """What a line says of a day, or of a longer bucket.

    Attributes:
        day: The training day; of a week or a month its first day.
        value: The number, or why there is none.
        entries: How many numbers it is the mean of.
    """

    day: date
    value: float | NoAnswer
    entries: int = 1

    @property
    def number(self) -> float | None:
        """The number; None where there is none."""
        return None if isinstance(self.value, NoAnswer) else self.value


class DayMean(Struct, frozen=True):
    """A mean that ends with a day; None where too few entries exist."""

    day: date
    value: float | None


class SeriesLine(Struct, frozen=True, kw_only=True):
    """One line of a chart.

    Attributes:
        key: What it is, by a stable key (a field, a subscale, the person's own words of an activity).
        points: Its values in order; a day that nothing was asked of has none.
        means: Its moving mean, day by day; empty where none is drawn.
        side: The side that it is about; both where it has none.
        reach: Days that two values may be apart to be joined.
    """

    key: str
    points: tuple[DayValue, ...]
    means: tuple[DayMean, ...] = ()
    side: Side = Side.BOTH
    reach: int = 1

    @property
    def first(self) -> float | None:
        """The first number; None where there is none."""
        return next((point.number for point in self.points if point.number is not None), None)

    @property
    def numbers(self) -> tuple[float, ...]:
        """Every number."""
        return tuple(point.number for point in self.points if point.number is not None)


def day_value(day: date, answer: Answer) -> DayValue | None:
    """Return an answer as a value of a line; None where nothing was asked."""
    if answer is NoAnswer.NOT_ASKED:
        return None
    return DayValue(day, answer if isinstance(answer, NoAnswer) else float(answer))


def moving_means(points: Sequence[DayValue]) -> tuple[DayMean, ...]:
    """Return the mean of the 7 days that end with each day, over the entries that exist, at least 4.

    Args:
        points: Values in order, at most one a day.

    Returns:
        One mean a day from the first number to the last; None where fewer entries exist.
    """
    numbers = [(point.day, point.number) for point in points if point.number is not None]
    if not numbers:
        return ()
    means: list[DayMean] = []
    start = end = 0
    day, last = numbers[0][0], numbers[-1][0]
    while day <= last:
        while end < len(numbers) and numbers[end][0] <= day:
            end += 1
        while (day - numbers[start][0]).days >= MEAN_DAYS.value:
            start += 1
        window = [number for _, number in numbers[start:end]]
        enough = len(window) >= MEAN_ENTRIES.value
        means.append(DayMean(day, fsum(window) / len(window) if enough else None))
        day += _DAY
    return tuple(means)


def broken(points: Iterable[DayValue], reach: int) -> list[tuple[date, float | None]]:
    """Return the marks of a line in order, with a None wherever it must break.

    Args:
        points: Values in order.
        reach: Days that two numbers may be apart to be joined.
    """
    marks: list[tuple[date, float | None]] = []
    before: date | None = None
    for point in points:
        number = point.number
        if number is None:
            marks.append((point.day, None))
            before = None
            continue
        if before is not None and (point.day - before).days > reach:
            marks.append((before + _DAY, None))
        marks.append((point.day, number))
        before = point.day
    return marks


def mean_by(points: Sequence[DayValue], bucket: Bucket) -> tuple[DayValue, ...]:
    """Return the mean of each week or month that has a value; without a number it is missing there."""
    if bucket is Bucket.DAY:
        return tuple(points)
    members: dict[date, list[DayValue]] = defaultdict(list)
    for point in points:
        members[bucket.start(point.day)].append(point)
    return tuple(_mean_of(day, group) for day, group in sorted(members.items()))


def _mean_of(day: date, group: Sequence[DayValue]) -> DayValue:
    numbers = [point.number for point in group if point.number is not None]
    if not numbers:
        return DayValue(day, NoAnswer.MISSING, 0)
    return DayValue(day, fsum(numbers) / len(numbers), len(numbers))

"""Where a time axis has its ticks and what they say: days, weeks, months or years, never too many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice

from ankle_coach.domain.date_words import short_date, short_month
from ankle_coach.domain.words import Words

_WEEKS = (1, 2, 4)
_MONTHS = (1, 3, 6)
_YEARS = (1, 2, 5, 10)


def day_ticks(first: date, last: date, most: int, words: Words) -> list[tuple[date, str]]:
    """Return at most `most` ticks (one at least where any fits), the finest that are not too many.

    Args:
        first: First day in view.
        last: Last day in view.
        most: How many labels have room.
        words: The reader's language.
    """
    for starts, label in _grids(first, words):
        days = list(islice(_until(starts, first, last), max(1, most) + 1))
        if len(days) <= max(1, most):
            return [(day, label(day)) for day in days]
    return []


def _grids(first: date, words: Words) -> Iterator[tuple[Iterator[date], Callable[[date], str]]]:
    def day(of: date) -> str:
        return short_date(of, words)

    def month(of: date) -> str:
        return str(of.year) if of.month == 1 else short_month(of.month, words)

    def year(of: date) -> str:
        return str(of.year)

    yield _every_days(first, 1), day
    for weeks in _WEEKS:
        yield _every_days(first - timedelta(days=first.weekday()), 7 * weeks), day
    for months in _MONTHS:
        yield _every_months(first.replace(month=1, day=1), months), month
    for years in _YEARS:
        yield _every_months(date(first.year - first.year % years, 1, 1), 12 * years), year


def _every_days(start: date, step: int) -> Iterator[date]:
    # Counted from a fixed Monday, so that ticks stay where they are while the chart is moved.
    start -= timedelta(days=(start.toordinal() - 1) % step)
    while True:
        yield start
        start += timedelta(days=step)


def _every_months(start: date, step: int) -> Iterator[date]:
    month = start.year * 12 + start.month - 1
    while True:
        yield date(month // 12, month % 12 + 1, 1)
        month += step


def _until(days: Iterator[date], first: date, last: date) -> Iterator[date]:
    for day in days:
        if day > last:
            return
        if day >= first:
            yield day

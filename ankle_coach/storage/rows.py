"""Between the journal's columns and the values of the domain."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from ankle_coach.domain.journal import Answer, Moment, NoAnswer

FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"

Row = tuple[Any, ...]
"""A row as SQLite hands it over; the tables are STRICT, so that its types are those of the columns."""


def moment_columns(moment: Moment) -> tuple[str, int, str]:
    """Return instant, offset and training day as they are stored."""
    at = moment.at.astimezone(UTC).isoformat(timespec="microseconds")
    return (at, moment.offset_minutes, moment.training_day.isoformat())


def read_moment(at: str, offset_minutes: int, training_day: str) -> Moment:
    """Return a moment from its columns."""
    return Moment(datetime.fromisoformat(at), offset_minutes, date.fromisoformat(training_day))


def answer_columns(answer: Answer) -> tuple[int | None, int]:
    """Return the number of an answer, None where there is none, and whether it was asked for."""
    if isinstance(answer, int):
        return (answer, 1)
    return (None, int(answer is NoAnswer.MISSING))


def read_answer(number: int | None, asked: int) -> Answer:
    """Return an answer from its columns."""
    if number is not None:
        return number
    return NoAnswer.MISSING if asked else NoAnswer.NOT_ASKED


def day_bounds(first: date | None, last: date | None) -> tuple[str, str]:
    """Return both bounds of a stretch of training days as text that compares like the columns."""
    return (first.isoformat() if first else FIRST_DAY, last.isoformat() if last else LAST_DAY)

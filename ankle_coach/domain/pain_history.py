"""Pain day by day, ready to draw: a gap stays a gap, and not asked is not the same as not answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.journal import Answer, CheckIn, NoAnswer, SessionSummary, value_of

LOW_TO = 2
"""Highest pain that counts as low (clinical.md §3.9)."""
MIDDLE_TO = 5
"""Highest pain that a program may allow; above it pain is too high (clinical.md §3.9)."""

_DAY = timedelta(days=1)


class PainSeries(StrEnum):
    """When the pain was: the three lines of the chart (clinical.md §6.2, chart 1)."""

    DURING = "during"
    AFTER = "after"
    NEXT_MORNING = "next-morning"


class Bucket(StrEnum):
    """What one mark of a chart stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def start(self, day: date) -> date:
        """Return the first day of the bucket that a day is in."""
        if self is Bucket.DAY:
            return day
        return day - timedelta(days=day.weekday()) if self is Bucket.WEEK else day.replace(day=1)

    def end(self, day: date) -> date:
        """Return the last day of the bucket that a day is in."""
        first = self.start(day)
        if self is Bucket.MONTH:
            return (first + timedelta(days=31)).replace(day=1) - _DAY
        return first if self is Bucket.DAY else first + timedelta(days=6)


class PainPoint(Struct, frozen=True):
    """The worst pain of one day, or of a longer bucket.

    Attributes:
        day: The training day; of a week or a month its first day.
        sessions: How many sessions there were.
        during: Worst pain during them.
        after: Worst pain after them.
        next_morning: Pain of the check-in of the training day after it.
    """

    day: date
    sessions: int
    during: Answer
    after: Answer
    next_morning: Answer

    def of(self, series: PainSeries) -> Answer:
        """Return the answer of one of the three series."""
        if series is PainSeries.DURING:
            return self.during
        return self.after if series is PainSeries.AFTER else self.next_morning


def worst(answers: Iterable[Answer]) -> Answer:
    """Return the highest number; without one, missing where anything was asked."""
    highest = -1
    missing = False
    for answer in answers:
        if isinstance(answer, int):
            highest = max(highest, answer)
        elif answer is NoAnswer.MISSING:
            missing = True
    if highest >= 0:
        return highest
    return NoAnswer.MISSING if missing else NoAnswer.NOT_ASKED


def mornings(check_ins: Iterable[CheckIn]) -> dict[date, Answer]:
    """Return the worst pain of each morning that has a check-in."""
    found: dict[date, list[Answer]] = defaultdict(list)
    for check_in in check_ins:
        found[check_in.entered.training_day].append(check_in.pain)
    return {day: worst(answers) for day, answers in found.items()}


def mornings_with_first_steps(check_ins: Iterable[CheckIn]) -> dict[date, Answer]:
    """Return the pain of each morning as the rules take it: of pain and first steps the higher (§3.2)."""
    found: dict[date, list[Answer]] = defaultdict(list)
    for check_in in check_ins:
        found[check_in.entered.training_day] += [check_in.pain, check_in.first_step]
    return {day: worst(answers) for day, answers in found.items()}


def next_morning(day: date, known: dict[date, Answer], today: date) -> Answer:
    """Return the pain of the morning after a day: missing once that morning has come without a check-in.

    Args:
        day: The training day.
        known: The mornings with a check-in, by their own day.
        today: The running training day.
    """
    following = day + _DAY
    return known.get(following, NoAnswer.MISSING if following <= today else NoAnswer.NOT_ASKED)


def pain_history(
    records: Iterable[SessionSummary], check_ins: Iterable[CheckIn], today: date
) -> tuple[PainPoint, ...]:
    """Return the days with a session or a check-in on the morning after, in order.

    Args:
        records: Sessions; the worst answer of a day counts.
        check_ins: Check-ins; one is about the training day before its own.
        today: The running training day.
    """
    sessions: dict[date, list[SessionSummary]] = defaultdict(list)
    for record in records:
        sessions[record.started.training_day].append(record)
    known = mornings(check_ins)
    return tuple(
        PainPoint(
            day=day,
            sessions=len(sessions.get(day, ())),
            during=worst(record.pain_during for record in sessions.get(day, ())),
            after=worst(record.pain_after for record in sessions.get(day, ())),
            next_morning=next_morning(day, known, today),
        )
        for day in sorted(sessions.keys() | {morning - _DAY for morning in known})
    )


def worst_by(points: Sequence[PainPoint], bucket: Bucket) -> tuple[PainPoint, ...]:
    """Return the worst pain of each week or month that has a point, in order."""
    if bucket is Bucket.DAY:
        return tuple(points)
    members: dict[date, list[PainPoint]] = defaultdict(list)
    for point in points:
        members[bucket.start(point.day)].append(point)
    return tuple(
        PainPoint(
            day=day,
            sessions=sum(point.sessions for point in group),
            during=worst(point.during for point in group),
            after=worst(point.after for point in group),
            next_morning=worst(point.next_morning for point in group),
        )
        for day, group in sorted(members.items())
    )


def line(
    points: Iterable[PainPoint], series: PainSeries, bucket: Bucket = Bucket.DAY
) -> list[tuple[date, int | None]]:
    """Return the marks of a line in order, with a None wherever the line must break.

    It breaks where an asked answer is missing and where too much time lies between two marks. Where nothing
    was asked it goes on.
    """
    marks: list[tuple[date, int | None]] = []
    before: date | None = None
    for point in points:
        answer = point.of(series)
        if answer is NoAnswer.NOT_ASKED:
            continue
        value = value_of(answer)
        if value is None:
            marks.append((point.day, None))
            before = None
            continue
        if before is not None and (point.day - before).days > _reach(series, bucket):
            marks.append((before + _DAY, None))
        marks.append((point.day, value))
        before = point.day
    return marks


def _reach(series: PainSeries, bucket: Bucket) -> int:
    """Return how many days apart two marks may be to be joined.

    A check-in is asked for every day. Sessions of a plan of three days a week are up to three days apart; a
    gap of up to three days between two of them changes nothing (clinical.md §3.5).
    """
    if bucket is not Bucket.DAY:
        return 7 if bucket is Bucket.WEEK else 31
    return 1 if series is PainSeries.NEXT_MORNING else 4

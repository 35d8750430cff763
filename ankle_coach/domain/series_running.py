"""Running by week, ready to draw: amount, longest run, guards and pain (clinical.md §6.2, chart 6)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from ankle_coach.domain.journal import Answer
from ankle_coach.domain.pain_history import Bucket, next_morning, worst
from ankle_coach.domain.running import WINDOW_DAYS, Guard, RunRecord, single_run_guard, weekly_guard

_LOUDNESS = list(Guard)


class RunMark(Struct, frozen=True, kw_only=True):
    """One run.

    Attributes:
        day: Its training day.
        meters: Distance; None where it was not measured.
        minutes: Minutes of running.
        guard: What the single-run guard says (clinical.md §3.8).
        percent_longer: Percent over the longest run of the 30 days before; None where nothing speaks.
        pain: Worst pain during and after it.
        morning: Pain of the next morning.
    """

    day: date
    meters: float | None
    minutes: float
    guard: Guard
    percent_longer: int | None
    pain: Answer
    morning: Answer


class RunStretch(Struct, frozen=True, kw_only=True):
    """The running of a week or a month. A week without a run is not among them: nothing is not zero pain.

    Attributes:
        first: Its first day; a Monday for a week.
        last: Its last day.
        runs: Its runs in order.
        week_guard: What the weekly guard says; of a month its loudest week.
        week_percent: Percent over the week before; None where nothing speaks.
    """

    first: date
    last: date
    runs: tuple[RunMark, ...]
    week_guard: Guard
    week_percent: int | None = None

    @property
    def unmeasured(self) -> int:
        """How many runs have no distance."""
        return sum(1 for run in self.runs if run.meters is None)

    @property
    def pain(self) -> Answer:
        """The worst pain during and after its runs."""
        return worst(run.pain for run in self.runs)

    @property
    def guard(self) -> Guard:
        """The loudest single-run guard."""
        return max((run.guard for run in self.runs), key=_LOUDNESS.index)

    def amount(self, *, by_distance: bool) -> float:
        """Return meters of the measured runs, or minutes of all."""
        return sum(_amount(run, by_distance=by_distance) for run in self.runs)

    def longest(self, *, by_distance: bool) -> float:
        """Return the longest run, in meters or in minutes; 0 where none was measured."""
        return max(_amount(run, by_distance=by_distance) for run in self.runs)


def _amount(run: RunMark, *, by_distance: bool) -> float:
    return (run.meters or 0.0) if by_distance else run.minutes


def run_weeks(
    runs: Sequence[RunRecord], mornings: Mapping[date, Answer], today: date
) -> tuple[RunStretch, ...]:
    """Return the weeks with a run, in order.

    Args:
        runs: The runs, in any order.
        mornings: Worst pain of each morning with a check-in, by its own day.
        today: The running training day.
    """
    ordered = sorted(runs, key=lambda run: (run.day, run.started.at))
    members: dict[date, list[RunMark]] = defaultdict(list)
    for run in ordered:
        members[Bucket.WEEK.start(run.day)].append(_mark(run, ordered, dict(mornings), today))
    return tuple(_week(monday, marks, ordered) for monday, marks in sorted(members.items()))


def _mark(run: RunRecord, runs: Sequence[RunRecord], mornings: dict[date, Answer], today: date) -> RunMark:
    result = single_run_guard(run, _before(runs, run.day, int(WINDOW_DAYS.value)))
    speaks = result.guard is not Guard.NONE and result.ratio is not None
    return RunMark(
        day=run.day,
        meters=run.meters,
        minutes=run.minutes,
        guard=result.guard,
        percent_longer=round(((result.ratio or 1) - 1) * 100) if speaks else None,
        pain=worst((run.pain_during, run.pain_after)),
        morning=next_morning(run.day, mornings, today),
    )


def _week(monday: date, marks: Sequence[RunMark], runs: Sequence[RunRecord]) -> RunStretch:
    sunday = monday + timedelta(days=6)
    result = weekly_guard(_before(runs, sunday, int(WINDOW_DAYS.value)), monday)
    speaks = result.guard is not Guard.NONE and result.ratio is not None
    return RunStretch(
        first=monday,
        last=sunday,
        runs=tuple(marks),
        week_guard=result.guard,
        week_percent=round(((result.ratio or 1) - 1) * 100) if speaks else None,
    )


def _before(runs: Sequence[RunRecord], last: date, days: int) -> Sequence[RunRecord]:
    low = bisect_left(runs, last - timedelta(days=days), key=_day_of)
    return runs[low : bisect_right(runs, last, key=_day_of)]


def _day_of(run: RunRecord) -> date:
    return run.day


def run_months(weeks: Sequence[RunStretch]) -> tuple[RunStretch, ...]:
    """Return the months with a run, in order; a run belongs to the month of its own day."""
    members: dict[date, list[RunMark]] = defaultdict(list)
    guards: dict[date, Guard] = defaultdict(lambda: Guard.NONE)
    for week in weeks:
        for run in week.runs:
            month = Bucket.MONTH.start(run.day)
            members[month].append(run)
            guards[month] = max(guards[month], week.week_guard, key=_LOUDNESS.index)
    return tuple(
        RunStretch(first=first, last=Bucket.MONTH.end(first), runs=tuple(group), week_guard=guards[first])
        for first, group in sorted(members.items())
    )


def has_distances(weeks: Sequence[RunStretch]) -> bool:
    """Say whether any run has a distance."""
    return any(run.meters is not None for week in weeks for run in week.runs)

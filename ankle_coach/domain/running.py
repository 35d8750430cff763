"""Return to running: records, walk-run stages and the guards around runs (clinical.md §3.7, §3.8).

The guards speak of associations seen in groups of runners: no result of theirs is ever worded as a promise.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from ankle_coach.domain.journal import Answer, Moment, NoAnswer, check_answer, value_of
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.sides import Side

WINDOW_DAYS = RuleNumber(30, ("S25",))
"""Days before a run in which the longest one is looked for."""
SPIKE_WARN = RuleNumber(1.10, ("S25",))
SPIKE_STRONG = RuleNumber(1.30, ("S25",))
SPIKE_CONFIRM = RuleNumber(2.00, ("S25",))
"""A run longer than this times the longest one of the window: warn, warn strongly, ask for confirmation."""
WEEK_CAUTION = RuleNumber(1.30, ("S26", "M14"))
WEEK_INFORM = RuleNumber(1.10, ("M13", "S27"))
"""This week over last week: caution, or only information (a trial did not support the 10 % rule)."""
FLOOR_MINUTES = RuleNumber(20, ("DD",))
"""While the longest run is shorter, percentages mean nothing and no guard speaks."""
WITHOUT_RUNNING_DAYS = RuleNumber(28, ("DD",))
"""More days than this without running are a break; in general soreness the run gate applies after one."""
BACK_DAYS = RuleNumber(28, ("DD",))
BACK_SHARE = RuleNumber(0.5, ("S56", "DD"))
"""In the first 4 weeks back no run is longer than this share of the longest one before the injury."""
ADD_MINUTES = RuleNumber(5, ("c",))
ADD_EVERY_RUNS = RuleNumber(2, ("c",))
"""After stage 8: so many minutes more, every so many runs, but never over the single-run guard."""
EASY_WEEK_EVERY = RuleNumber(4, ("c",))
EASY_WEEK_SHARE = RuleNumber(0.75, ("c", "DD"))
EASY_WEEK_MOST = RuleNumber(0.8, ("c", "DD"))
"""Every so many weeks an easier one is an option: this share of the week before; 20 to 30 % less is one."""


class RunRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One run.

    Attributes:
        id: Stable id (a UUID).
        started: When it began.
        seconds: Seconds of running, walking breaks left out.
        total_seconds: Seconds from start to end; 0 where they are the same.
        meters: Distance; None where it was not measured.
        stage: Walk-run stage 0 to 8; None for a run outside of the stages.
        surface: Surface in a word; empty where not said.
        shoes: Id of the shoes; empty where not said.
        pain_during: Worst pain during it, 0 to 10.
        pain_after: Pain right after it, 0 to 10.
        limp: Whether there was a limp; None where it was not answered.
        gave_way: Whether the ankle gave way.
        sharp_pain: Whether there was a sudden sharp pain.
        side: The side that the answers are about.
        note: The person's own words.
        session: Id of the session record that the player has of it; empty where it has none.
    """

    id: str
    started: Moment
    seconds: float
    total_seconds: float = 0
    meters: float | None = None
    stage: int | None = None
    surface: str = ""
    shoes: str = ""
    pain_during: Answer = NoAnswer.NOT_ASKED
    pain_after: Answer = NoAnswer.NOT_ASKED
    limp: bool | None = None
    gave_way: bool = False
    sharp_pain: bool = False
    side: Side = Side.BOTH
    note: str = ""
    session: str = ""

    def __post_init__(self) -> None:
        """Check the range of numbers and answers."""
        check_answer("pain_during", self.pain_during)
        check_answer("pain_after", self.pain_after)
        if self.seconds < 0 or self.total_seconds < 0 or (self.meters is not None and self.meters < 0):
            raise ValueError("seconds, total_seconds and meters must not be negative")
        if self.stage is not None and not 0 <= self.stage <= LAST_STAGE:
            raise ValueError(f"stage must be between 0 and {LAST_STAGE}, not {self.stage}")

    @property
    def day(self) -> date:
        """Its training day."""
        return self.started.training_day

    @property
    def minutes(self) -> float:
        """Minutes of running."""
        return self.seconds / 60


class Guard(StrEnum):
    """How loudly a guard speaks."""

    NONE = "none"
    INFO = "info"
    CAUTION = "caution"
    WARN = "warn"
    STRONG = "strong"
    CONFIRM = "confirm"
    """The run is only logged or planned after it was confirmed."""


class GuardResult(Struct, frozen=True, kw_only=True):
    """What a guard says, and the numbers that it says it from.

    Attributes:
        guard: How loudly it speaks.
        ratio: The ratio that it looked at; None where there was nothing to compare with.
        compared_with: The longest run, or last week, in minutes or meters.
        by_distance: Whether distances were compared, else minutes.
        references: Source ids of the threshold; empty where it does not speak.
    """

    guard: Guard
    ratio: float | None = None
    compared_with: float = 0
    by_distance: bool = False
    references: tuple[str, ...] = ()


SILENT = GuardResult(guard=Guard.NONE)


def single_run_guard(run: RunRecord, earlier: Sequence[RunRecord]) -> GuardResult:
    """Compare a run with the longest one of the 30 days before it.

    Distances are compared where the run and every earlier one have one, else minutes of running.

    Args:
        run: The run, done or planned.
        earlier: Other runs, in any order; only those before it count.
    """
    before = [r for r in _within(earlier, run.day) if r.started.at < run.started.at and r.id != run.id]
    if not before or _below_floor(run, before):
        return SILENT
    by_distance = run.meters is not None and all(r.meters for r in before)
    amounts = [(r.meters or 0.0) if by_distance else r.minutes for r in before]
    own = (run.meters or 0.0) if by_distance else run.minutes
    longest = max(amounts)
    ratio = own / longest
    for guard, limit in (
        (Guard.CONFIRM, SPIKE_CONFIRM),
        (Guard.STRONG, SPIKE_STRONG),
        (Guard.WARN, SPIKE_WARN),
    ):
        if _exceeds(ratio, limit.value):
            return GuardResult(
                guard=guard,
                ratio=ratio,
                compared_with=longest,
                by_distance=by_distance,
                references=limit.references,
            )
    return GuardResult(guard=Guard.NONE, ratio=ratio, compared_with=longest, by_distance=by_distance)


def weekly_guard(runs: Sequence[RunRecord], week_starts: date) -> GuardResult:
    """Compare a week's running with that of the week before.

    Args:
        runs: All runs.
        week_starts: First training day of the week.
    """
    last_day = week_starts + timedelta(weeks=1) - timedelta(days=1)
    recent = _within(runs, last_day)
    this = sorted((r for r in recent if week_starts <= r.day <= last_day), key=lambda r: r.started.at)
    last = [r for r in recent if 0 < (week_starts - r.day).days <= 7]
    if not this or not last or _below_floor(this[-1], recent):
        return SILENT
    before = sum(r.minutes for r in last)
    ratio = sum(r.minutes for r in this) / before if before else None
    if ratio is None:
        return SILENT
    for guard, limit in ((Guard.CAUTION, WEEK_CAUTION), (Guard.INFO, WEEK_INFORM)):
        if _exceeds(ratio, limit.value):
            return GuardResult(guard=guard, ratio=ratio, compared_with=before, references=limit.references)
    return GuardResult(guard=Guard.NONE, ratio=ratio, compared_with=before)


def cap_when_back(longest_before_minutes: float | None, back_since: date | None, day: date) -> float | None:
    """Return the longest run in minutes in the first 4 weeks back, or None where nothing caps it.

    The walk-run stages are not capped: they are the way back.

    Args:
        longest_before_minutes: Longest usual run before the injury; None where nobody said.
        back_since: Day of the first run back; None where there was no break.
        day: The training day.
    """
    if longest_before_minutes is None or back_since is None:
        return None
    if not 0 <= (day - back_since).days < BACK_DAYS.value:
        return None
    return longest_before_minutes * BACK_SHARE.value


def first_run_back(days: Sequence[date], day: date, stopped_on: date | None) -> date | None:
    """Return the day of the first run after the last break up to a day; None where there was no break.

    Args:
        days: Training days of runs outside of the walk-run stages, in any order.
        day: Training day of the run that is looked at; it counts as one of them.
        stopped_on: Day on which an intake told that running had stopped; None where it had not.
    """
    known = sorted({*(one for one in days if one <= day), day})
    breaks = [b for a, b in pairwise(known) if (b - a).days > WITHOUT_RUNNING_DAYS.value]
    if stopped_on is not None:
        breaks += [one for one in known if one >= stopped_on][:1]
    return max(breaks, default=None)


def next_run_minutes(runs: Sequence[RunRecord], day: date) -> float:
    """Return the minutes of the next run after stage 8: the last length twice, then a little more.

    Args:
        runs: Runs outside of the stages and of stage 8, in any order.
        day: Training day of the next run.
    """
    recent = sorted(_within(runs, day), key=lambda r: r.started.at)
    if not recent:
        return 0.0
    longest = max(r.minutes for r in recent)
    at_longest = [r for r in recent[-int(ADD_EVERY_RUNS.value) :] if not _exceeds(longest, r.minutes)]
    if len(at_longest) < ADD_EVERY_RUNS.value:
        return longest
    return min(longest + ADD_MINUTES.value, longest * SPIKE_WARN.value)


def easy_week_minutes(runs: Sequence[RunRecord], day: date) -> float | None:
    """Return the minutes of a planned easy week where this is the fourth week in a row; it is only an option.

    Weeks in the walk-run stages are none, and neither are weeks while the longest run is under the floor.

    Args:
        runs: All runs.
        day: A training day of the week.
    """
    monday = day - timedelta(days=day.weekday())
    outside = [run for run in runs if run.stage is None and run.day < monday]
    if max((run.minutes for run in outside), default=0.0) < FLOOR_MINUTES.value:
        return None
    weeks = [
        sum(run.minutes for run in outside if 0 < (monday - run.day).days - 7 * number <= 7)
        for number in range(int(EASY_WEEK_EVERY.value))
    ]
    *full, before = weeks
    if not all(full) or any(
        later <= EASY_WEEK_MOST.value * earlier + 1e-9
        for later, earlier in zip(full, [*full[1:], before], strict=True)
    ):
        return None
    return full[0] * EASY_WEEK_SHARE.value


def worst_pain(run: RunRecord) -> int | None:
    """Return the worst pain during and after a run; None where neither was answered."""
    answers = [value_of(run.pain_during), value_of(run.pain_after)]
    return max((answer for answer in answers if answer is not None), default=None)


def _within(runs: Sequence[RunRecord], day: date) -> list[RunRecord]:
    """Runs of the 30 training days up to a day."""
    return [r for r in runs if 0 <= (day - r.day).days <= WINDOW_DAYS.value]


def _below_floor(run: RunRecord, others: Sequence[RunRecord]) -> bool:
    """Whether percentages are meaningless: a walk-run stage, or no run of 20 minutes yet."""
    if run.stage is not None:
        return True
    return max(r.minutes for r in others) < FLOOR_MINUTES.value


def _exceeds(value: float, limit: float) -> bool:
    """Whether a value is above a limit by more than rounding."""
    return value > limit + 1e-9


LAST_STAGE = 8
"""The last walk-run stage: 30 minutes of running."""

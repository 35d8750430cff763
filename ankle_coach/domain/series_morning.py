"""Mornings over time, ready to draw: first steps, stiffness, the base, and the check from week to week.

Clinical source: clinical.md §6.2 charts 1 and 3, §3.2 (baseline) and §3.5 (week-to-week check).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from ankle_coach.domain.baseline import Base, base_of, is_about, sore_sides
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.journal import Answer
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.plan_rules import week_check
from ankle_coach.domain.series import DayMean, SeriesLine, day_value, moving_means
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import SOURCE, Thresholds

REVIEW_WEEKDAY = 6
"""The week-to-week check falls on this day, 0 is Monday (clinical.md §3.5)."""


class MorningRules(Struct, frozen=True, kw_only=True):
    """What holds on a day: asked fields, thresholds, the affected side, and the intake's baselines."""

    asked: frozenset[MorningField] = frozenset()
    thresholds: Thresholds = SOURCE
    affected: Side | None = None
    intake: Mapping[Side, Base] = {}


RulesOn = Callable[[date], MorningRules]
"""Gives the rules that hold on a training day."""


class WeekResult(Struct, frozen=True, kw_only=True):
    """What the check of a week found.

    Attributes:
        day: Its last day.
        side: The sore side that it is about; both where none is named.
        rise: Rise of the mean morning pain over the week before; None where too few entries exist.
        stiffness_rise: The same in minutes of stiffness; None where not asked or too few.
        outcome: What the rule asks for; None where it is fine or there is no result.
    """

    day: date
    side: Side
    rise: float | None
    stiffness_rise: float | None
    outcome: Outcome | None

    @property
    def has_result(self) -> bool:
        """Whether both weeks had enough entries."""
        return self.rise is not None or self.stiffness_rise is not None


class MorningSeries(Struct, frozen=True, kw_only=True):
    """The mornings as the chart draws them, a line for each side that was entered.

    Attributes:
        pain: Pain in the morning, 0 to 10.
        first_step: Pain of the first steps, 0 to 10; empty where it was never asked.
        stiffness: Minutes of stiffness; empty where they were never asked.
        weeks: The checks of the weeks that have an entry, in order.
    """

    pain: tuple[SeriesLine, ...] = ()
    first_step: tuple[SeriesLine, ...] = ()
    stiffness: tuple[SeriesLine, ...] = ()
    weeks: tuple[WeekResult, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no morning was asked for anything."""
        return not (self.pain or self.first_step or self.stiffness)


def morning_series(mornings: Sequence[MorningFacts], rules: RulesOn, today: date) -> MorningSeries:
    """Return the mornings, ready to draw.

    Args:
        mornings: In order of their days, one a day and side.
        rules: What holds on a day.
        today: The running training day.
    """
    return MorningSeries(
        pain=_lines(mornings, "pain", lambda m: m.pain),
        first_step=_lines(mornings, "first-step", lambda m: m.first_step),
        stiffness=_lines(mornings, "stiffness", lambda m: m.stiff_minutes),
        weeks=week_results(mornings, rules, today),
    )


def _lines(
    mornings: Sequence[MorningFacts], key: str, field: Callable[[MorningFacts], Answer]
) -> tuple[SeriesLine, ...]:
    found = []
    for side in Side:
        values = (day_value(m.day, field(m)) for m in mornings if m.side is side)
        points = tuple(value for value in values if value is not None)
        if points:
            found.append(SeriesLine(key=key, points=points, means=moving_means(points), side=side))
    return tuple(found)


def week_results(mornings: Sequence[MorningFacts], rules: RulesOn, today: date) -> tuple[WeekResult, ...]:
    """Return the checks of all review days that are over, for each sore side with an entry in that week."""
    if not mornings:
        return ()
    first = mornings[0].day
    day = first + timedelta(days=(REVIEW_WEEKDAY - first.weekday()) % 7)
    found: list[WeekResult] = []
    while day < today:
        two_weeks = _within(mornings, day - timedelta(days=13), day)
        holding = rules(day)
        for track in sore_sides(holding.affected):
            if any(is_about(m, track) and (day - m.day).days < 7 for m in two_weeks):
                check = week_check(two_weeks, track, day, holding.asked, holding.thresholds)
                found.append(
                    WeekResult(
                        day=day,
                        side=track,
                        rise=check.rise,
                        stiffness_rise=check.stiffness_rise,
                        outcome=check.outcome,
                    )
                )
        day += timedelta(days=7)
    return tuple(found)


def base_pain(mornings: Sequence[MorningFacts], track: Side, day: date, rules: MorningRules) -> float | None:
    """Return the usual morning pain of a sore side for a session of a day; None where it is not known."""
    near = _within(mornings, day - timedelta(days=rules.thresholds.baseline_days - 1), day)
    return base_of(near, track, day, rules.asked, rules.thresholds, rules.intake).pain


def baseline(mornings: Sequence[MorningFacts], rules: RulesOn, today: date) -> tuple[DayMean, ...]:
    """Return the usual morning pain day by day, of two sore sides the higher one.

    Args:
        mornings: In order of their days.
        rules: What holds on a day.
        today: The last day of the line.
    """
    if not mornings:
        return ()
    found: list[DayMean] = []
    day = mornings[0].day
    while day <= today:
        holding = rules(day)
        bases = [base_pain(mornings, track, day, holding) for track in sore_sides(holding.affected)]
        found.append(DayMean(day, max((base for base in bases if base is not None), default=None)))
        day += timedelta(days=1)
    return tuple(found)


def _within(mornings: Sequence[MorningFacts], first: date, last: date) -> Sequence[MorningFacts]:
    low = bisect_left(mornings, first, key=_day_of)
    return mornings[low : bisect_right(mornings, last, key=_day_of)]


def mornings_near(mornings: Sequence[MorningFacts], day: date) -> Sequence[MorningFacts]:
    """Return the mornings of one day."""
    return _within(mornings, day, day)


def _day_of(morning: MorningFacts) -> date:
    return morning.day

"""Rules for the whole plan: deload, phase back, gaps, the check of the week (clinical.md §3.4, §3.5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.baseline import is_about, morning_pain
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.rule_state import Deload
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import SOURCE, Thresholds


def count_within(days: Iterable[date], last: date, window: int) -> int:
    """Return how many days lie in the `window` training days that end with `last`."""
    first = last - timedelta(days=window - 1)
    return sum(1 for day in days if first <= day <= last)


def plan_step(
    regress_days: Sequence[date], deload: Deload | None, day: date, thresholds: Thresholds
) -> Outcome | None:
    """Return the plan-wide step of a day with a REGRESS of a loaded exercise, or None.

    Args:
        regress_days: Such days since the counters started, the day included.
        deload: The last deload.
        day: The day.
        thresholds: The plan's numbers.
    """
    if deload is not None and deload.first <= day <= deload.last + timedelta(
        days=thresholds.deload_watch_days
    ):
        return Outcome.PHASE_BACK
    if count_within(regress_days, day, thresholds.phase_window) >= thresholds.phase_regress_days:
        return Outcome.PHASE_BACK
    if count_within(regress_days, day, thresholds.deload_window) >= thresholds.deload_regress_days:
        return Outcome.DELOAD
    return None


class GapStep(StrEnum):
    """What a gap does when the next loaded session comes (clinical.md §3.5)."""

    NONE = "none"
    SAME = "same"
    REPEAT = "repeat"
    LEVEL = "level"
    PHASE = "phase"
    INTAKE = "intake"


GAP_RULES = {
    GapStep.SAME: "3.5-gap-1",
    GapStep.REPEAT: "3.5-gap-4",
    GapStep.LEVEL: "3.5-gap-8",
    GapStep.PHASE: "3.5-gap-15",
    GapStep.INTAKE: "3.5-gap-29",
}
"""Rule id of each kind of gap."""


def gap_days(gap_from: date | None, day: date) -> int:
    """Return the length of a gap that ends on a day: training days since the first session left out."""
    return 0 if gap_from is None else (day - gap_from).days


def gap_step(days: int, thresholds: Thresholds) -> GapStep:
    """Return what a gap of some training days does."""
    if days <= 0:
        return GapStep.NONE
    limits = (
        (thresholds.gap_same, GapStep.SAME),
        (thresholds.gap_repeat, GapStep.REPEAT),
        (thresholds.gap_level, GapStep.LEVEL),
        (thresholds.gap_phase, GapStep.PHASE),
    )
    return next((step for most, step in limits if days <= most), GapStep.INTAKE)


def gap_numbers(rule: str, thresholds: Thresholds) -> tuple[tuple[str, int], ...]:
    """Return the numbers of a gap's rule that differ from the source's, keyed as a decision keeps them."""
    own = {
        GAP_RULES[GapStep.REPEAT]: ("hold", thresholds.gap_hold_days, SOURCE.gap_hold_days),
        GAP_RULES[GapStep.LEVEL]: ("less", thresholds.gap_level_percent, SOURCE.gap_level_percent),
        GAP_RULES[GapStep.PHASE]: ("less", thresholds.gap_phase_percent, SOURCE.gap_phase_percent),
    }.get(rule)
    return () if own is None or own[1] == own[2] else ((own[0], own[1]),)


def walk_run_stages_back(step: GapStep) -> int:
    """Return how many walk-run stages a gap costs."""
    return {GapStep.LEVEL: 1, GapStep.PHASE: 2, GapStep.INTAKE: 2}.get(step, 0)


class WeekCheck(Struct, frozen=True):
    """The last 7 mornings against the 7 before.

    Attributes:
        rise: Rise of the mean morning pain.
        stiffness_rise: Rise of the mean stiffness in minutes; None where not asked or too rarely entered.
        outcome: DELOAD, PLAN_HOLD, or None where it is fine.
    """

    rise: float | None
    stiffness_rise: float | None
    outcome: Outcome | None


def week_check(
    mornings: Sequence[MorningFacts],
    track: Side,
    day: date,
    asked: frozenset[MorningField],
    thresholds: Thresholds,
) -> WeekCheck:
    """Return the week-to-week check of a sore side; too few entries give no result (clinical.md §3.5)."""
    first = day - timedelta(days=13)
    weeks: tuple[list[MorningFacts], list[MorningFacts]] = ([], [])
    second = first + timedelta(days=7)
    for morning in reversed(mornings):
        if morning.day < first:
            break
        if morning.day <= day and is_about(morning, track):
            (weeks[1] if morning.day >= second else weeks[0]).append(morning)
    pain = [[p for m in week if (p := morning_pain(m, asked)) is not None] for week in weeks]
    rise = _rise(pain, thresholds)
    stiff_rise = None
    if MorningField.STIFFNESS in asked:
        stiff = [[m.stiff_minutes for m in week if isinstance(m.stiff_minutes, int)] for week in weeks]
        stiff_rise = _rise(stiff, thresholds)
    return WeekCheck(rise, stiff_rise, _week_outcome(rise, stiff_rise, thresholds))


def _rise(weeks: Sequence[list[int]], thresholds: Thresholds) -> float | None:
    before, last = weeks
    if min(len(before), len(last)) < thresholds.week_entries:
        return None
    return sum(last) / len(last) - sum(before) / len(before)


def _week_outcome(rise: float | None, stiff: float | None, thresholds: Thresholds) -> Outcome | None:
    # A rise of exactly two points must not be missed for the last digit of a mean.
    tolerance = 1e-9
    if rise is not None and rise >= thresholds.week_deload_rise - tolerance:
        return Outcome.DELOAD
    if rise is not None and rise >= thresholds.week_hold_rise - tolerance:
        return Outcome.PLAN_HOLD
    if stiff is not None and stiff >= thresholds.week_hold_stiffness - tolerance:
        return Outcome.PLAN_HOLD
    return None

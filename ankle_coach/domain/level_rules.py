"""From outcomes to levels, one standing at a time (clinical.md §3.4)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.course import Course
from ankle_coach.domain.ladder import Pace
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.standing_steps import stepped_down, to_sibling
from ankle_coach.domain.thresholds import Thresholds
from ankle_coach.domain.walk_run import DAYS_APART


class Step(StrEnum):
    """What a REGRESS did to a standing."""

    LEVEL = "level"
    TWO_LEVELS = "two-levels"
    SIBLING = "sibling"
    CUT = "cut"
    NONE = "none"
    """Recovery, warm-up and cross-training keep their level; a preset repeats its week instead."""


def is_ripe(standing: Standing, pace: Pace, day: date, thresholds: Thresholds) -> bool:
    """Say whether credits and days are enough to advance; everything else is looked at elsewhere.

    Args:
        standing: The standing with the day's credit in it.
        pace: How its exercise advances.
        day: The day judged, which counts.
        thresholds: The plan's numbers.
    """
    earned = standing.credits
    days = standing.days_at_dose(day)
    match pace:
        case Pace.IN_A_ROW:
            return len(earned) >= thresholds.credits_in_a_row
        case Pace.RUN:
            return len(earned) >= thresholds.credits_run
        case Pace.STRENGTH:
            return len(earned) >= thresholds.credits_strength and days >= thresholds.days_strength
        case Pace.PLYOMETRIC:
            apart = (earned[-1] - earned[0]).days if earned else 0
            return (
                len(earned) >= thresholds.credits_plyometric
                and apart >= thresholds.apart_plyometric
                and days >= thresholds.days_plyometric
            )
        case Pace.FIXED:
            return False


def keeps_credits(pace: Pace) -> bool:
    """Say whether a HOLD leaves the credits: strength and plyometric do not need them in a row."""
    return pace in (Pace.STRENGTH, Pace.PLYOMETRIC)


class Regressed(Struct, frozen=True):
    """A standing after a REGRESS, and what was done to it."""

    standing: Standing
    step: Step
    second: bool


def regressed(standing: Standing, course: Course, day: date, late: date) -> Regressed:
    """Return a standing after a REGRESS of a day.

    Args:
        standing: The standing before.
        course: The plan as it is climbed; a sibling is found there, too.
        day: The day judged.
        late: The day that the step counts from: the day judged, or the later day of a late entry.
    """
    place, limits = course.at(standing), course.limits
    if place.ladder.pace is Pace.FIXED:
        kept = replace(standing, regress_on=day, holds_since=None, low_days=0)
        return Regressed(kept, Step.NONE, False)
    second = is_second(standing, day, limits)
    sibling, percent = place.rung.level.easier_sibling, limits.lowest_cut_percent
    if second and sibling in course.ladders:
        after, step = to_sibling(standing, sibling, course, late), Step.SIBLING
    else:
        after = stepped_down(standing, course, late, percent=percent)
        step = Step.CUT if place.below is None else Step.LEVEL
        if second:
            after, step = stepped_down(after, course, late, percent=percent), Step.TWO_LEVELS
    hold_until = day + timedelta(days=limits.second_hold_days) if second else after.hold_until
    after = replace(after, regress_on=day, holds_since=None, low_days=0, hold_until=hold_until)
    if place.ladder.pace is Pace.RUN:
        # Days off more come on top of the usual one between two runs.
        apart = int(DAYS_APART.value) + limits.run_extra_days
        after = replace(after, not_before=day + timedelta(days=apart))
    return Regressed(after, step, second)


def is_second(standing: Standing, day: date, thresholds: Thresholds) -> bool:
    """Say whether a REGRESS of a day is the second one within 14 days on this exercise and side."""
    last = standing.regress_on
    return last is not None and 0 < (day - last).days < thresholds.second_regress_days

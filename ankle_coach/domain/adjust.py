"""Adherence as the rules use it: what may advance, and when a smaller plan is offered (clinical.md §3.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from ankle_coach.domain.rule_state import State
from ankle_coach.domain.statistics import Adherence, CountedDay
from ankle_coach.domain.thresholds import Thresholds


class AdherenceBand(StrEnum):
    """What an adherence means for the plan."""

    PASSES = "passes"
    """At least 80 %, or too few sessions planned to say."""
    WAITS = "waits"
    """50 to 79 %: nothing advances, outcomes and credits stay."""
    LOW = "low"
    """Below 50 %: a smaller plan is offered."""


def adherence_in(counted: Sequence[CountedDay], day: date, days: int) -> Adherence:
    """Return planned and done sessions of the days that end with one; they are in order."""
    first, start, end = day - timedelta(days=days - 1), 0, len(counted)
    while start < end and counted[start].day < first:
        start += 1
    while start < end and counted[end - 1].day > day:
        end -= 1
    if start == end:
        return Adherence(0, 0)
    earliest, latest = counted[start], counted[end - 1]
    return Adherence(
        latest.planned_total - earliest.planned_total + earliest.planned,
        latest.done_total - earliest.done_total + earliest.done,
    )


def band_of(adherence: Adherence, planned_total: int, thresholds: Thresholds) -> AdherenceBand:
    """Return what an adherence means.

    Args:
        adherence: Planned and done sessions of the window.
        planned_total: Sessions planned since the plan began; with fewer than 7 it counts as passed.
        thresholds: The plan's numbers.
    """
    if planned_total < thresholds.adherence_from or not adherence.planned:
        return AdherenceBand.PASSES
    percent = adherence.done * 100
    if percent >= thresholds.adherence_advance * adherence.planned:
        return AdherenceBand.PASSES
    if percent >= thresholds.adherence_low * adherence.planned:
        return AdherenceBand.WAITS
    return AdherenceBand.LOW


def adherence_now(state: State, day: date, thresholds: Thresholds) -> Adherence:
    """Return the adherence that the rules go by, as it is shown on a training day."""
    window = adherence_in(state.counted, day, thresholds.adherence_days)
    return Adherence(window.planned, window.done, state.planned_total, thresholds.adherence_from)


def band_now(state: State, thresholds: Thresholds) -> AdherenceBand:
    """Return the adherence band after the last day that was folded."""
    if state.day is None:
        return AdherenceBand.PASSES
    window = adherence_in(state.counted, state.day, thresholds.adherence_days)
    return band_of(window, state.planned_total, thresholds)

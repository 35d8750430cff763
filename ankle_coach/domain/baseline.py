"""The mornings that a session is measured against: baselines by sore side (clinical.md §3.2, §3.9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import Thresholds


class Base(Struct, frozen=True):
    """What mornings usually are; None where it is not known.

    Attributes:
        pain: Morning pain, with the first step where it is asked.
        stiff_minutes: Minutes of stiffness.
        swelling: 0 to 3.
    """

    pain: float | None = None
    stiff_minutes: float | None = None
    swelling: float | None = None


UNKNOWN = Base()
_ALL_SIDES = tuple(Side)


def morning_pain(morning: MorningFacts, asked: frozenset[MorningField]) -> int | None:
    """Return the higher one of pain and first step; one alone still counts (clinical.md §3.9)."""
    pain, first_step = morning.pain, morning.first_step
    if MorningField.FIRST_STEP in asked and isinstance(first_step, int):
        return max(pain, first_step) if isinstance(pain, int) else first_step
    return pain if isinstance(pain, int) else None


def pain_is_complete(morning: MorningFacts, asked: frozenset[MorningField]) -> bool:
    """Say whether everything that makes the morning's pain was answered."""
    return isinstance(morning.pain, int) and (
        MorningField.FIRST_STEP not in asked or isinstance(morning.first_step, int)
    )


def sore_sides(affected: Side | None) -> tuple[Side, ...]:
    """Return the sides that the morning asks about: both of two sore ones, else one track."""
    if affected is Side.BOTH:
        return (Side.LEFT, Side.RIGHT)
    return (affected or Side.BOTH,)


def tracks_for(side: Side, sore: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return the morning tracks, of those of the sore sides, that judge an exercise on a side.

    A side that is not sore has no morning of its own and is judged by the sore one; a level for both legs
    takes every sore side (clinical.md §3.2).
    """
    return (side,) if side in sore else sore


def is_about(morning: MorningFacts, track: Side) -> bool:
    """Say whether a morning's answers count for a track."""
    return morning.side is track or Side.BOTH in (morning.side, track)


def base_of(
    mornings: Sequence[MorningFacts],
    track: Side,
    day: date,
    asked: frozenset[MorningField],
    thresholds: Thresholds,
    intake: Mapping[Side, Base],
) -> Base:
    """Return the baseline of a track for a session of a day.

    Args:
        mornings: Recorded mornings in order of their days.
        track: The sore side.
        day: The session's own training day; its morning counts.
        asked: What the program asks besides pain.
        thresholds: How many mornings count.
        intake: The answers of the intake by side, used while there are too few mornings.
    """
    start = intake.get(track) or intake.get(Side.BOTH) or UNKNOWN
    stiffness, swelling = MorningField.STIFFNESS in asked, MorningField.SWELLING in asked
    first_step, most = MorningField.FIRST_STEP in asked, thresholds.baseline_most
    first = day - timedelta(days=thresholds.baseline_days - 1)
    sides = _ALL_SIDES if track is Side.BOTH else (track, Side.BOTH)
    pains: list[int] = []
    stiff: list[int] = []
    swollen: list[int] = []
    for morning in reversed(mornings):
        if morning.day < first:
            break
        if morning.day > day or morning.side not in sides:
            continue
        pain = morning_pain(morning, asked) if first_step else morning.pain
        if isinstance(pain, int):
            pains.append(pain)
        if stiffness and isinstance(morning.stiff_minutes, int):
            stiff.append(morning.stiff_minutes)
        if swelling and isinstance(morning.swelling, int):
            swollen.append(morning.swelling)
        if len(pains) >= most and not (
            (stiffness and len(stiff) < most) or (swelling and len(swollen) < most)
        ):
            break
    return Base(
        _median(pains, thresholds, start.pain),
        _median(stiff, thresholds, start.stiff_minutes) if stiffness else None,
        _median(swollen, thresholds, start.swelling) if swelling else None,
    )


def _median(latest_first: list[int], thresholds: Thresholds, fallback: float | None) -> float | None:
    if len(latest_first) < thresholds.baseline_least:
        return fallback
    last = sorted(latest_first[: thresholds.baseline_most])
    middle = len(last) // 2
    return last[middle] if len(last) % 2 else (last[middle - 1] + last[middle]) / 2

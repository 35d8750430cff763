"""What the mornings after a training day say: the parts of rows 2 and 5 to 9 that are about them alone.

A morning judges every exercise of the day before it, so what it says is worked out once for all of them.
"""

from __future__ import annotations

from math import inf

from msgspec import Struct

from ankle_coach.domain.baseline import Base, morning_pain, pain_is_complete
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.journal import Answer
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.thresholds import Thresholds


class Track(Struct, frozen=True):
    """One sore side of a case: its baseline and the morning after; None where there is no entry."""

    base: Base
    morning: MorningFacts | None


class Mornings(Struct, frozen=True, kw_only=True):
    """What the mornings of one or some tracks say.

    Attributes:
        lowest_base: The lowest known pain baseline; None where none is known (row 2).
        is_bad: Whether one is clearly above its baseline (row 5).
        is_up: Whether one is above its baseline, or has none to be above (row 6).
        is_incomplete: Whether an asked answer is missing (row 6).
        is_calm: Whether all have their pain and none rose as row 5 means it (unloaded work, row 8).
        may_credit: Whether every baseline is known and low enough for a credit (row 8).
        rise: The largest rise of pain over its baseline; -1 without an entry.
        values: Morning and baseline of the track that rose most, by stable keys.
    """

    lowest_base: float | None
    is_bad: bool = False
    is_up: bool = True
    is_incomplete: bool = True
    is_calm: bool = False
    may_credit: bool
    rise: float = -1.0
    values: tuple[tuple[str, float], ...]


def mornings_say(
    tracks: tuple[Track, ...], asked: frozenset[MorningField], thresholds: Thresholds
) -> Mornings:
    """Return what the mornings of some tracks say.

    Args:
        tracks: The sore sides that judge, at least one.
        asked: What the program's morning asks besides pain.
        thresholds: The numbers.
    """
    told = [_morning_says(track, asked, thresholds) for track in tracks]
    if len(told) == 1:
        return told[0]
    most = max(told, key=lambda one: one.rise)
    return Mornings(
        lowest_base=min((one.lowest_base for one in told if one.lowest_base is not None), default=None),
        is_bad=any(one.is_bad for one in told),
        is_up=any(one.is_up for one in told),
        is_incomplete=any(one.is_incomplete for one in told),
        is_calm=all(one.is_calm for one in told),
        may_credit=all(one.may_credit for one in told),
        rise=most.rise,
        values=most.values,
    )


def _morning_says(track: Track, asked: frozenset[MorningField], limits: Thresholds) -> Mornings:
    base, morning = track.base, track.morning
    usual = base.pain
    may_credit = usual is not None and usual <= limits.baseline_high
    if morning is None:
        values = () if usual is None else (("base", usual),)
        return Mornings(lowest_base=usual, may_credit=may_credit, values=values)
    pain, complete = morning_pain(morning, asked), pain_is_complete(morning, asked)
    rise = -1.0 if pain is None else pain - (usual or 0)
    rose = pain is not None and usual is not None and rise >= limits.regress_rise
    bad = rose or (pain is not None and pain > max(limits.morning_most, usual or 0))
    up = usual is None or (pain is not None and pain > usual)
    incomplete = not complete
    if MorningField.SWELLING in asked:
        more = _rise(morning.swelling, base.swelling)
        bad = bad or more >= limits.swelling_regress_rise
        up = up or base.swelling is None or more > 0
        incomplete = incomplete or not isinstance(morning.swelling, int)
    if MorningField.STIFFNESS in asked:
        more = _rise(morning.stiff_minutes, base.stiff_minutes)
        bad = bad or more >= limits.stiffness_regress_rise
        up = up or base.stiff_minutes is None or more >= limits.stiffness_hold_rise
        incomplete = incomplete or not isinstance(morning.stiff_minutes, int)
    return Mornings(
        lowest_base=usual,
        is_bad=bad,
        is_up=up,
        is_incomplete=incomplete,
        is_calm=complete and not rose,
        may_credit=may_credit,
        rise=rise,
        values=_values(base, pain, morning),
    )


def _rise(answer: Answer, base: float | None) -> float:
    """Return the rise of an answer over its baseline; no rise at all where one of the two is not known."""
    return answer - base if isinstance(answer, int) and base is not None else -inf


def _values(base: Base, pain: int | None, morning: MorningFacts) -> tuple[tuple[str, float], ...]:
    found: list[tuple[str, float]] = []
    if base.pain is not None:
        found.append(("base", base.pain))
    if pain is not None:
        found.append(("morning", pain))
    if base.stiff_minutes is not None and isinstance(morning.stiff_minutes, int):
        found += (("stiffness", morning.stiff_minutes), ("stiffness_base", base.stiff_minutes))
    if base.swelling is not None and isinstance(morning.swelling, int):
        found += (("swelling", morning.swelling), ("swelling_base", base.swelling))
    return tuple(found)

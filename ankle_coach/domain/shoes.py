"""Running shoes: a note about their age, never an alarm (clinical.md §3.8)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.running import RunRecord

NOTE_KILOMETERS = RuleNumber(480, ("S30", "000"))
PROMPT_KILOMETERS = RuleNumber(640, ("S30", "000"))
"""300 and 400 miles: a clinic's rule of thumb with weak evidence."""


class ShoeSign(StrEnum):
    """What else speaks for another pair."""

    WORN = "worn"
    POOR_FIT = "poor-fit"
    NOT_FOR_RUNNING = "not-for-running"


class Shoe(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pair of shoes.

    Attributes:
        id: Stable id (a UUID).
        name: What the person calls it.
        start_meters: Distance that it had when it was entered.
        signs: What the person sees of it.
        retired: Whether it is no longer used.
    """

    id: str
    name: str
    start_meters: float = 0
    signs: tuple[ShoeSign, ...] = ()
    retired: bool = False


class ShoeAdvice(StrEnum):
    """What is said of a pair."""

    NOTHING = "nothing"
    NOTE = "note"
    PROMPT = "prompt"


def shoe_meters(shoe: Shoe, runs: Sequence[RunRecord]) -> float:
    """Return the distance of a pair in meters; runs without a distance add nothing."""
    return shoe.start_meters + sum(run.meters or 0 for run in runs if run.shoes == shoe.id)


def shoe_advice(shoe: Shoe, runs: Sequence[RunRecord]) -> ShoeAdvice:
    """Return what is said of a pair of shoes."""
    if shoe.retired:
        return ShoeAdvice.NOTHING
    kilometers = shoe_meters(shoe, runs) / 1000
    if shoe.signs or kilometers >= PROMPT_KILOMETERS.value:
        return ShoeAdvice.PROMPT
    return ShoeAdvice.NOTE if kilometers >= NOTE_KILOMETERS.value else ShoeAdvice.NOTHING

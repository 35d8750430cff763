"""What the rules ask of a program: a few facts instead of its phases with all their texts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from ankle_coach.domain.morning import MorningField


class WeekBlock(Struct, frozen=True):
    """A preset's phase with its first and last week, from 1."""

    phase: str
    first: int
    last: int


class ProgramTraits(Struct, frozen=True, kw_only=True):
    """What the rules ask of a program.

    Attributes:
        tendon: Whether it is a tendon program (Achilles, plantar heel), where some pain is the method.
        asked: What its morning asks besides pain.
        phases: Its phase ids in order.
        weeks: The blocks of weeks of a preset; empty where level rules hold.
        follows: The exercise that comes after another one's ladder is done, by phase and exercise.
    """

    tendon: bool = False
    asked: frozenset[MorningField] = frozenset()
    phases: tuple[str, ...] = ()
    weeks: tuple[WeekBlock, ...] = ()
    follows: Mapping[tuple[str, str], str] = MappingProxyType({})

    def block_of(self, week: int) -> WeekBlock | None:
        """Return a preset's block that a week is in, or None after the last."""
        return next((block for block in self.weeks if block.first <= week <= block.last), None)


PLAIN = ProgramTraits()
"""The traits of a plan without a known program: no tendon exception, only pain is asked."""

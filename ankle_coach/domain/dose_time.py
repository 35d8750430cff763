"""How long a dose takes: arithmetic over its order, apart from its steps and held to them by a test."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from ankle_coach.domain.dose import (
    Block,
    Checklist,
    Directions,
    Distance,
    Dose,
    Duration,
    Hold,
    Intervals,
    Reps,
    Sequence,
    SequenceItem,
    Timer,
    Tracing,
)
from ankle_coach.domain.dose_order import between, order
from ankle_coach.domain.sides import Side, SideMode

READY_SECONDS = 5.0
"""Time to get ready before the first timed piece of an exercise (clinical.md §3.9)."""


class TotalTime(NamedTuple):
    """Seconds of the timed steps, and how many steps end only when the person says so."""

    seconds: float
    open_steps: int

    def plus(self, other: TotalTime) -> TotalTime:
        """Return the sum of two total times."""
        return TotalTime(self.seconds + other.seconds, self.open_steps + other.open_steps)


def is_timed(block: Block) -> bool:
    """Say whether a block's work runs against the clock."""
    match block:
        case Reps():
            return block.tempo is not None
        case Distance() | Checklist():
            return False
        case _:
            return True


def needs_ready(block: Block) -> bool:
    """Say whether an exercise that begins with this block begins with getting ready."""
    return is_timed(block) and not isinstance(block, Timer | Sequence)


def set_time(block: Block) -> TotalTime:
    """Return the time of one set (or pass) of a block, rests inside the set included."""
    match block:
        case Reps(tempo=None) | Distance():
            return TotalTime(0, 1)
        case Reps():
            assert block.tempo is not None
            cycle = block.rise_seconds + block.tempo.seconds
            return TotalTime(block.reps * cycle + (block.reps - 1) * block.rest_reps, 0)
        case Hold():
            return TotalTime(block.holds * block.seconds + (block.holds - 1) * block.rest_reps, 0)
        case Directions():
            turns = len(block.directions)
            cycle = block.seconds + block.hold
            return TotalTime(turns * block.reps * cycle + (turns - 1) * block.rest_directions, 0)
        case Tracing():
            return TotalTime(len(block.letters) * block.seconds_per_letter, 0)
        case Intervals():
            return TotalTime(block.rounds * (block.work + block.easy), 0)
        case Checklist():
            return TotalTime(0, len(block.items))
        case Duration() | Timer():
            return TotalTime(block.seconds, 0)
        case _:
            raise ValueError("a sequence has no sets of its own")


def total_time(dose: Dose, mode: SideMode, affected: Side | None) -> TotalTime:
    """Return the total time of a dose with getting ready, rests and changes of side.

    Args:
        dose: The dose.
        mode: How the sides are used.
        affected: The person's affected side.
    """
    if isinstance(dose.blocks[0], Sequence):
        return _sequence_time(dose, affected)
    works = order(dose, mode, affected)
    total = TotalTime(READY_SECONDS if needs_ready(works[0].block) else 0, 0)
    for work in works:
        total = total.plus(set_time(work.block))
    pauses = sum(sum(between(earlier, later)) for earlier, later in pairwise(works))
    return total.plus(TotalTime(pauses, 0))


def item_time(item: SequenceItem, affected: Side | None) -> TotalTime:
    """Return the total time of one piece of a sequence."""
    return total_time(item.dose, item.side_mode, affected)


def _sequence_time(dose: Dose, affected: Side | None) -> TotalTime:
    total = TotalTime(0, 0)
    for block in dose.blocks:
        assert isinstance(block, Sequence)
        for item in block.items:
            total = total.plus(item_time(item, affected))
    return total

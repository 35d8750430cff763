"""In which order a dose goes through its sets, passes and sides.

Steps, total time and records all follow this one order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
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
    Timer,
    Tracing,
)
from ankle_coach.domain.sides import Side, SideMode, sides_to_train


class SetOfWork(NamedTuple):
    """One set (or pass, or whole block where it has no sets) of one side.

    Attributes:
        block: The block it belongs to.
        block_index: The block's place in the dose, from 0.
        side: The side that works.
        number: The set's number on this side, from 1.
        total: How many sets this side does in this block.
    """

    block: Block
    block_index: int
    side: Side
    number: int
    total: int


def sets_of(block: Block) -> int:
    """Return how many sets a side does of a block; blocks without sets count as one."""
    match block:
        case Reps() | Hold() | Duration() | Distance():
            return block.sets
        case Tracing():
            return block.passes
        case Directions():
            return sum(block.passes)
        case Intervals() | Checklist() | Timer():
            return 1
        case _:
            raise ValueError("a sequence has no sets of its own")


def playing_sides(dose: Dose, mode: SideMode, affected: Side | None) -> tuple[Side, ...]:
    """Return the sides that a dose is played on, in order.

    A timer or a checklist for the affected side is done once where no single side is affected: nobody ices
    one ankle after the other. Sides with doses of their own stay apart.
    """
    sides = sides_to_train(mode, affected)
    common = dose.left is None and dose.right is None
    once = common and all(isinstance(block, Timer | Checklist) for block in dose.blocks)
    if mode is SideMode.AFFECTED and once and len(sides) > 1:
        return (Side.BOTH,)
    return sides


def order(dose: Dose, mode: SideMode, affected: Side | None) -> list[SetOfWork]:
    """Return all sets of a dose without sequences, in playing order.

    Args:
        dose: The dose; a sequence in it is played item by item by `steps` and is left out here.
        mode: How the sides are used.
        affected: The person's affected side.
    """
    sides = playing_sides(dose, mode, affected)
    indexes = range(len(dose.blocks))
    block_by_block = mode is SideMode.ALTERNATE or any(isinstance(b, Directions) for b in dose.blocks)
    if block_by_block:
        return [work for index in indexes for work in _across_sides(dose, index, sides, mode)]
    return [work for side in sides for index in indexes for work in _on_side(dose, index, side)]


def _on_side(dose: Dose, index: int, side: Side) -> list[SetOfWork]:
    block = dose.for_side(side)[index]
    count = sets_of(block)
    return [SetOfWork(block, index, side, number, count) for number in range(1, count + 1)]


def _across_sides(dose: Dose, index: int, sides: Sequence[Side], mode: SideMode) -> Iterator[SetOfWork]:
    per_side = [_on_side(dose, index, side) for side in sides]
    block = dose.blocks[index]
    if isinstance(block, Directions):
        yield from _pass_by_pass(per_side)
    elif mode is SideMode.ALTERNATE:
        for turn in zip_longest(*per_side):
            yield from (work for work in turn if work is not None)
    else:
        for works in per_side:
            yield from works


def _pass_by_pass(per_side: list[list[SetOfWork]]) -> Iterator[SetOfWork]:
    passes = max(len(_passes(works)) for works in per_side)
    for number in range(passes):
        for works in per_side:
            sizes = _passes(works)
            start = sum(sizes[:number])
            yield from works[start : start + (sizes[number] if number < len(sizes) else 0)]


def _passes(works: list[SetOfWork]) -> tuple[int, ...]:
    block = works[0].block
    assert isinstance(block, Directions)
    return block.passes


class Between(NamedTuple):
    """The pause between two sets: seconds of rest, then seconds to change sides (0 for none)."""

    rest: float
    switch: float


def between(earlier: SetOfWork, later: SetOfWork) -> Between:
    """Return the pause between two neighbors in playing order.

    Changing sides replaces the rest between sets, except where the sides take turns: there the rest comes
    before each new round of sides.
    """
    if earlier.side is later.side:
        return Between(earlier.block.rest_sets, 0)
    taking_turns = later.block_index == earlier.block_index and later.number == earlier.number + 1
    is_pass = isinstance(later.block, Directions)
    return Between(earlier.block.rest_sets if taking_turns and not is_pass else 0, earlier.block.rest_sides)

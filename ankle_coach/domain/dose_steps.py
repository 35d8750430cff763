"""How a dose grows and shrinks: one step of a level, a percentage off, half the sets (clinical.md §3.4)."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from msgspec.structs import replace

from ankle_coach.domain.dose import (
    Block,
    Directions,
    Distance,
    Dose,
    Duration,
    Hold,
    Intervals,
    Reps,
    Tracing,
)
from ankle_coach.domain.exercise import Growth, Quantity
from ankle_coach.domain.plan import Load

BANDS = ("light", "medium", "heavy")
"""Band strengths from the lightest on, as the ladders name them."""


@lru_cache(maxsize=4096)
def grown(dose: Dose, growth: Growth) -> Dose | None:
    """Return a dose one step on, each block to its top at most; None where nothing can grow.

    Args:
        dose: One side's dose.
        growth: The level's growth; without a top, only a load grows.
    """
    if growth.top is None or growth.quantity in (Quantity.LOAD, Quantity.BAND_COLOR):
        return None
    blocks = tuple(_grown(block, growth.quantity, growth.step, growth.top) for block in dose.blocks)
    return None if blocks == dose.blocks else replace(dose, blocks=blocks)


def _grown(block: Block, quantity: Quantity, step: float, top: float) -> Block:
    match block, quantity:
        case ((Reps() | Directions()), Quantity.REPS):
            return replace(block, reps=int(_towards(block.reps, step, top)))
        case Hold(), Quantity.HOLD:
            return replace(block, seconds=_towards(block.seconds, step, top))
        case Duration(), Quantity.DURATION | Quantity.HOLD:
            return replace(block, seconds=_towards(block.seconds, step, top))
        case Intervals(), Quantity.ROUNDS:
            return replace(block, rounds=int(_towards(block.rounds, step, top)))
        case Distance(), Quantity.DISTANCE:
            return replace(block, meters=_towards(block.meters, step, top))
        case _:
            return block


def _towards(value: float, step: float, top: float) -> float:
    return value if value >= top else min(value + step, top)


REGROW = 2, 5, 10
"""Repetitions, seconds of holds and seconds of durations that one step gives back (clinical.md §3.4)."""


@lru_cache(maxsize=4096)
def regrown(dose: Dose, start: Dose) -> Dose | None:
    """Return a reduced dose one step back towards the start dose: each set first, then one set more.

    Returns:
        None where nothing is missing to the start dose.
    """
    if not _pairs_up(dose, start):
        return None
    blocks = tuple(_regrown(block, first) for block, first in zip(dose.blocks, start.blocks, strict=True))
    return None if blocks == dose.blocks else replace(dose, blocks=blocks)


def _regrown(block: Block, start: Block) -> Block:
    match block, start:
        case Reps(), Reps():
            if block.reps < start.reps:
                return replace(block, reps=min(block.reps + REGROW[0], start.reps))
            return replace(block, sets=min(block.sets + 1, max(start.sets, block.sets)))
        case Hold(), Hold():
            if block.seconds < start.seconds:
                return replace(block, seconds=min(block.seconds + REGROW[1], start.seconds))
            return replace(block, sets=min(block.sets + 1, max(start.sets, block.sets)))
        case Duration(), Duration():
            if block.seconds < start.seconds:
                return replace(block, seconds=min(block.seconds + REGROW[2], start.seconds))
            return replace(block, sets=min(block.sets + 1, max(start.sets, block.sets)))
        case Directions(), Directions():
            if block.reps < start.reps:
                return replace(block, reps=min(block.reps + REGROW[0], start.reps))
            return replace(block, passes=max(block.passes, start.passes, key=sum))
        case Distance(), Distance():
            return replace(block, meters=max(block.meters, start.meters), sets=max(block.sets, start.sets))
        case Tracing(), Tracing():
            return replace(block, passes=min(block.passes + 1, max(start.passes, block.passes)))
        case Intervals(), Intervals():
            return replace(block, rounds=min(block.rounds + 1, max(start.rounds, block.rounds)))
        case _:
            return block


def heavier(load: Load, growth: Growth) -> Load | None:
    """Return a load one step on, or None where the ladder does not grow by load or has reached its end."""
    if growth.quantity is Quantity.LOAD:
        if growth.top is not None and load.kilograms >= growth.top:
            return None
        grown_to = load.kilograms + growth.step
        return replace(load, kilograms=grown_to if growth.top is None else min(grown_to, growth.top))
    if growth.quantity is Quantity.BAND_COLOR and load.band in BANDS[:-1]:
        return replace(load, band=BANDS[BANDS.index(load.band) + 1])
    return None


@lru_cache(maxsize=4096)
def cut(dose: Dose, start: Dose, percent: int) -> Dose:
    """Return a dose with less volume: a percentage off each set, never below one set of half the start.

    Sets stay unless that would go below the floor, which is then the dose. Repetitions, seconds and meters
    round down to whole numbers and are at least 1; passes and rounds are sets and round up.

    Args:
        dose: One side's dose.
        start: The level's start dose, which the floor is measured by.
        percent: What comes off, 0 to 100.
    """
    starts = start.blocks if _pairs_up(dose, start) else dose.blocks
    blocks = tuple(_cut(block, first, percent) for block, first in zip(dose.blocks, starts, strict=True))
    return Dose(blocks=blocks)


def _pairs_up(dose: Dose, start: Dose) -> bool:
    return [type(block) for block in dose.blocks] == [type(block) for block in start.blocks]


def _less(amount: float, percent: int) -> int:
    return max(1, int(amount * (100 - percent) / 100 + 1e-9))


def _cut(block: Block, start: Block, percent: int) -> Block:
    match block, start:
        case Reps(), Reps():
            sets, reps = _or_floor(block.sets, _less(block.reps, percent), _less(start.reps, 50))
            return replace(block, sets=sets, reps=reps)
        case Hold(), Hold():
            sets, seconds = _or_floor(block.sets, _less(block.seconds, percent), _less(start.seconds, 50))
            return replace(block, sets=sets, seconds=min(block.seconds, seconds))
        case Duration(), Duration():
            sets, seconds = _or_floor(block.sets, _less(block.seconds, percent), _less(start.seconds, 50))
            return replace(block, sets=sets, seconds=min(block.seconds, seconds))
        case Directions(), Directions():
            sets, reps = _or_floor(sum(block.passes), _less(block.reps, percent), _less(start.reps, 50))
            passes = block.passes if sets == sum(block.passes) else (1,)
            return replace(block, passes=passes, reps=reps)
        case Distance(), Distance():
            sets, meters = _or_floor(block.sets, _less(block.meters, percent), _less(start.meters, 50))
            return replace(block, sets=sets, meters=min(block.meters, meters))
        case Tracing(), _:
            return replace(block, passes=ceil(block.passes * (100 - percent) / 100))
        case Intervals(), _:
            return replace(block, rounds=ceil(block.rounds * (100 - percent) / 100))
        case _:
            return block


def _or_floor(sets: int, amount: int, half_of_start: int) -> tuple[int, int]:
    return (1, half_of_start) if sets * amount < half_of_start else (sets, amount)


@lru_cache(maxsize=4096)
def half_sets(dose: Dose) -> Dose:
    """Return a dose with half the sets, rounded up: the dose of a deload (clinical.md §3.5)."""
    return Dose(blocks=tuple(_half(block) for block in dose.blocks))


def _half(block: Block) -> Block:
    match block:
        case Reps() | Hold() | Duration() | Distance():
            return replace(block, sets=ceil(block.sets / 2))
        case Tracing():
            return replace(block, passes=ceil(block.passes / 2))
        case Directions():
            return replace(block, passes=tuple(ceil(sets / 2) for sets in block.passes[:1]))
        case Intervals():
            return replace(block, rounds=ceil(block.rounds / 2))
        case _:
            return block


@lru_cache(maxsize=4096)
def largest_set(dose: Dose) -> tuple[int, float]:
    """Return repetitions and seconds of the largest set; of the two, only what the dose counts by."""
    if len(dose.blocks) == 1:
        return _per_set(dose.blocks[0])
    sizes = [_per_set(block) for block in dose.blocks]
    return max(reps for reps, _ in sizes), max(seconds for _, seconds in sizes)


def _per_set(block: Block) -> tuple[int, float]:
    match block:
        case Reps():
            return block.reps, 0
        case Directions():
            return block.reps * len(block.directions), 0
        case Hold():
            return 0, block.holds * block.seconds
        case Duration():
            return 0, block.seconds
        case Intervals():
            return 0, block.rounds * block.work
        case _:
            return 0, 0

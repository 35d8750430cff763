"""The values of a dose that can be changed, as data: an editor shows them, `dose_edit` sets them.

A field is found by its path: the block's place in the dose, and in a routine the place of the exercise and
of its block. Counts are whole numbers, times are seconds, distances meters.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from msgspec import Struct

from ankle_coach.domain.dose import (
    Block,
    Directions,
    Distance,
    Dose,
    Duration,
    Hold,
    Intervals,
    Reps,
    Sequence,
    Timer,
    Tracing,
)
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.sides import Side

Path = tuple[int, ...]
"""``(block,)``, or ``(block, item, block of the item)`` in a routine."""


class DoseEditError(AnkleCoachError):
    """A value that a dose cannot have, in one sentence."""


class Unit(StrEnum):
    """What a value is counted in."""

    COUNT = "count"
    SECONDS = "seconds"
    METERS = "meters"
    PERCENT = "percent"


class Key(StrEnum):
    """Which value of a block a field is; `PASSES` is followed by the place of the pass (``passes.0``)."""

    SETS = "sets"
    REPS = "reps"
    HOLDS = "holds"
    ROUNDS = "rounds"
    PASSES = "passes"
    SECONDS = "seconds"
    HOLD = "hold"
    UP = "tempo.up"
    TOP = "tempo.hold"
    DOWN = "tempo.down"
    PAUSE = "tempo.pause"
    RISE = "rise_seconds"
    LETTER = "seconds_per_letter"
    WORK = "work"
    EASY = "easy"
    METERS = "meters"
    EFFORT = "effort_percent"
    CADENCE = "cadence_percent"
    REST_REPS = "rest_reps"
    REST_SETS = "rest_sets"
    REST_SIDES = "rest_sides"
    REST_DIRECTIONS = "rest_directions"


RESTS = (Key.REST_REPS, Key.REST_SETS, Key.REST_SIDES, Key.REST_DIRECTIONS)


class Range(Struct, frozen=True):
    """What an editor offers of a value; the dose itself allows more.

    Attributes:
        least: Lowest value.
        most: Highest value.
        step: One step of a stepper.
        unit: What it is counted in.
    """

    least: float
    most: float
    step: float
    unit: Unit


_COUNT = Range(1, 100, 1, Unit.COUNT)
_PART = Range(0, 60, 1, Unit.SECONDS)
_REST = Range(0, 600, 5, Unit.SECONDS)
_TIME = Range(5, 3600, 5, Unit.SECONDS)
_MINUTES = Range(5, 14_400, 30, Unit.SECONDS)
RANGES: dict[Key, Range] = {
    Key.SETS: Range(1, 30, 1, Unit.COUNT),
    Key.REPS: Range(1, 200, 1, Unit.COUNT),
    Key.HOLDS: _COUNT,
    Key.ROUNDS: _COUNT,
    Key.PASSES: Range(1, 20, 1, Unit.COUNT),
    Key.SECONDS: _TIME,
    Key.HOLD: _PART,
    Key.UP: _PART,
    Key.TOP: _PART,
    Key.DOWN: _PART,
    Key.PAUSE: _PART,
    Key.RISE: _PART,
    Key.LETTER: Range(0.5, 30, 0.5, Unit.SECONDS),
    Key.WORK: Range(5, 7200, 5, Unit.SECONDS),
    Key.EASY: Range(0, 7200, 5, Unit.SECONDS),
    Key.METERS: Range(1, 10_000, 5, Unit.METERS),
    Key.EFFORT: Range(5, 100, 5, Unit.PERCENT),
    Key.CADENCE: Range(-20, 20, 1, Unit.PERCENT),
    Key.REST_REPS: _REST,
    Key.REST_SETS: _REST,
    Key.REST_SIDES: _REST,
    Key.REST_DIRECTIONS: _REST,
}
"""What an editor offers of each value."""


class DoseField(Struct, frozen=True):
    """One value of a dose.

    Attributes:
        path: Where its block is.
        key: Which value it is.
        index: Place of the pass for `Key.PASSES`, else 0.
        value: The value.
        range: What is offered.
    """

    path: Path
    key: Key
    index: int
    value: float
    range: Range


def dose_fields(dose: Dose, side: Side = Side.BOTH) -> tuple[DoseField, ...]:
    """Return what can be changed of a dose, in reading order.

    Args:
        dose: The dose.
        side: The side whose values are asked for; both for the common ones.
    """
    found: list[DoseField] = []
    for number, block in enumerate(dose.for_side(side)):
        if isinstance(block, Sequence):
            for place, item in enumerate(block.items):
                for inner, part in enumerate(item.dose.blocks):
                    found += _fields_of((number, place, inner), part)
        else:
            found += _fields_of((number,), block)
    return tuple(found)


def block_at(dose: Dose, path: Path, side: Side = Side.BOTH) -> Block:
    """Return the block of a path.

    Raises:
        DoseEditError: The dose has no such block.
    """
    try:
        block = dose.for_side(side)[path[0]]
        if len(path) == 1:
            return block
        assert isinstance(block, Sequence)
        return block.items[path[1]].dose.blocks[path[2]]
    except (IndexError, AssertionError):
        raise DoseEditError("This dose has no such part.") from None


def _fields_of(path: Path, block: Block) -> Iterator[DoseField]:
    for key in keys_of(block):
        span = RANGES[key]
        if key is Key.SECONDS:
            span = _seconds_range(block)
        if key is Key.PASSES and isinstance(block, Directions):
            for index, sets in enumerate(block.passes):
                yield DoseField(path, key, index, sets, span)
            continue
        yield DoseField(path, key, 0, float(_value(block, key)), span)


def _seconds_range(block: Block) -> Range:
    """Return how long a block may be; a timer never beyond its hard stop (clinical.md §3.8)."""
    match block:
        case Timer():
            return Range(60, block.maximum, 60, Unit.SECONDS)
        case Directions():
            return Range(0.5, 60, 0.5, Unit.SECONDS)
        case Duration():
            return _MINUTES
        case _:
            return _TIME


def keys_of(block: Block) -> tuple[Key, ...]:
    """Return which values of a block can be changed."""
    match block:
        case Reps():
            tempo = () if block.tempo is None else (Key.UP, Key.TOP, Key.DOWN, Key.PAUSE)
            rise = (Key.RISE,) if block.rise_seconds else ()
            between = () if block.tempo is None else (Key.REST_REPS,)
            return (Key.SETS, Key.REPS, *tempo, *rise, *between, Key.REST_SETS, Key.REST_SIDES)
        case Hold():
            effort = () if block.effort_percent is None else (Key.EFFORT,)
            return (Key.SETS, Key.HOLDS, Key.SECONDS, *effort, Key.REST_REPS, Key.REST_SETS, Key.REST_SIDES)
        case Duration():
            return (Key.SETS, Key.SECONDS, Key.REST_SETS, Key.REST_SIDES)
        case Directions():
            rests = (Key.REST_DIRECTIONS, Key.REST_SETS, Key.REST_SIDES)
            return (Key.PASSES, Key.REPS, Key.SECONDS, Key.HOLD, *rests)
        case Tracing():
            return (Key.PASSES, Key.LETTER, Key.REST_SETS, Key.REST_SIDES)
        case Intervals():
            cadence = (Key.CADENCE,) if block.cadence_percent else ()
            return (Key.ROUNDS, Key.WORK, Key.EASY, *cadence, Key.REST_SIDES)
        case Distance():
            return (Key.SETS, Key.METERS, Key.REST_SETS, Key.REST_SIDES)
        case Timer():
            return (Key.SECONDS,)
        case _:
            return ()


def _value(block: Block, key: Key) -> float:
    value: Any = block
    for part in key.split("."):
        value = getattr(value, part)
    return float(value)

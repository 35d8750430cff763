"""Changing values of a dose: pure verbs, each of which returns a new dose or says in one sentence why not."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from ankle_coach.domain.dose import Block, Directions, Dose, Reps, Sequence, Tempo, Tracing
from ankle_coach.domain.dose_fields import (
    RANGES,
    RESTS,
    DoseEditError,
    DoseField,
    Key,
    Path,
    Unit,
    block_at,
    keys_of,
)
from ankle_coach.domain.sides import Side

_Change = Callable[[Block], Block]


def with_value(dose: Dose, field: DoseField, value: float, side: Side | None = None) -> Dose:
    """Return a dose with one value changed.

    Args:
        dose: The dose.
        field: Which value.
        value: The new value.
        side: The side that it is for; None for the common values and those of both sides.

    Raises:
        DoseEditError: The dose has no such value, or cannot have this one.
    """
    index = field.index

    def changed(block: Block) -> Block:
        return with_block_value(block, field.key, value, index)

    return with_blocks(dose, field.path, changed, side)


def with_block_value(block: Block, key: Key, value: float, index: int = 0) -> Block:
    """Return a block with one value changed.

    Raises:
        DoseEditError: It has no such value, or cannot have this one.
    """
    if key not in keys_of(block) and key not in RESTS:
        raise DoseEditError("This part of a dose has no such value.")
    try:
        return _replaced(block, key, value, index)
    except (ValueError, TypeError, AttributeError, IndexError) as error:
        raise DoseEditError(_sentence(error)) from error


def _replaced(block: Block, key: Key, value: float, index: int) -> Block:
    whole = RANGES[key].unit in (Unit.COUNT, Unit.PERCENT)
    new: float | int = round(value) if whole else value
    if key is Key.PASSES and isinstance(block, Directions):
        passes = tuple(int(new) if n == index else old for n, old in enumerate(block.passes))
        return msgspec.structs.replace(block, passes=passes)
    if key.startswith("tempo."):
        assert isinstance(block, Reps)
        if block.tempo is None:
            raise ValueError("there is no tempo")
        tempo = msgspec.structs.replace(block.tempo, **{key.removeprefix("tempo."): new})
        return msgspec.structs.replace(block, tempo=tempo)
    replaced: Block = msgspec.structs.replace(block, **{key.value: new})
    return replaced


def with_tempo(dose: Dose, path: Path, tempo: Tempo | None, side: Side | None = None) -> Dose:
    """Return a dose whose repetitions follow a tempo, or the person's own pace (None).

    Raises:
        DoseEditError: There are no repetitions there.
    """

    def changed(block: Block) -> Block:
        if not isinstance(block, Reps):
            raise DoseEditError("Only repetitions have a tempo.")
        if tempo is None:
            return msgspec.structs.replace(block, tempo=None, rise_seconds=0, rest_reps=0)
        return msgspec.structs.replace(block, tempo=tempo)

    return with_blocks(dose, path, changed, side)


def with_choice(dose: Dose, path: Path, name: str, choice: object, side: Side | None = None) -> Dose:
    """Return a dose with directions or a style of letters chosen.

    Args:
        dose: The dose.
        path: Where the block is.
        name: ``directions`` or ``style``.
        choice: The directions in playing order, or the style.
        side: The side that it is for; None for all.

    Raises:
        DoseEditError: The block has no such choice, or would be left without a direction.
    """

    def changed(block: Block) -> Block:
        wanted: type = {"directions": Directions, "style": Tracing}.get(name, Sequence)
        if wanted is Sequence or not isinstance(block, wanted):
            raise DoseEditError("This part of a dose has no such choice.")
        try:
            replaced: Block = msgspec.structs.replace(block, **{name: choice})
        except ValueError as error:
            raise DoseEditError(_sentence(error)) from error
        return replaced

    return with_blocks(dose, path, changed, side)


def with_blocks(dose: Dose, path: Path, change: _Change, side: Side | None) -> Dose:
    """Return a dose with the blocks of a path changed, on one side or everywhere."""
    block_at(dose, path)
    if side in (Side.LEFT, Side.RIGHT):
        own = dose.left if side is Side.LEFT else dose.right
        if own is None:
            raise DoseEditError("The sides have the same dose.")
        return msgspec.structs.replace(dose, **{side.value: _changed(own, path, change)})
    left = None if dose.left is None else _changed(dose.left, path, change)
    right = None if dose.right is None else _changed(dose.right, path, change)
    return Dose(blocks=_changed(dose.blocks, path, change), left=left, right=right)


def _changed(blocks: tuple[Block, ...], path: Path, change: _Change) -> tuple[Block, ...]:
    return tuple(_changed_block(b, path, change) if n == path[0] else b for n, b in enumerate(blocks))


def _changed_block(block: Block, path: Path, change: _Change) -> Block:
    if len(path) == 1:
        return change(block)
    assert isinstance(block, Sequence)
    item = block.items[path[1]]
    dose = with_blocks(item.dose, path[2:], change, None)
    items = list(block.items)
    items[path[1]] = msgspec.structs.replace(item, dose=dose)
    return msgspec.structs.replace(block, items=tuple(items))


def split_sides(dose: Dose) -> Dose:
    """Return a dose with values of its own for each side, the same ones at first.

    Raises:
        DoseEditError: It is a routine, whose exercises have sides of their own.
    """
    if isinstance(dose.blocks[0], Sequence):
        raise DoseEditError("A routine has the same dose on both sides.")
    return Dose(blocks=dose.blocks, left=dose.for_side(Side.LEFT), right=dose.for_side(Side.RIGHT))


def join_sides(dose: Dose, keep: Side | None = None) -> Dose:
    """Return a dose with the same values on both sides: those of a side, or the common ones (None)."""
    return Dose(blocks=dose.blocks if keep is None else dose.for_side(keep))


def has_own_sides(dose: Dose) -> bool:
    """Say whether the sides have values of their own."""
    return dose.left is not None or dose.right is not None


def same_kinds(one: Dose, other: Dose) -> bool:
    """Say whether two doses have the same kinds of block in the same order, so that values carry over."""
    return [(type(b), b.variant) for b in one.blocks] == [(type(b), b.variant) for b in other.blocks]


def _sentence(error: Exception) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}." if text else "This value is not possible."

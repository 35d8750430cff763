"""Left, right and how an exercise uses them."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """A side of the body. `BOTH` means both at once, never one after the other."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> Side:
        """The opposite side; both stays both."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, Side.BOTH)


class SideMode(StrEnum):
    """How a level is done with two legs."""

    BOTH = "both"
    """Both legs work together, or alternate within the movement as in walking."""
    EACH = "each"
    """All sets of one side, then all sets of the other."""
    AFFECTED = "affected"
    """The affected side only; each side where none, or both, are affected."""
    ALTERNATE = "alternate"
    """One set a side in turn."""


def sides_to_train(mode: SideMode, affected: Side | None) -> tuple[Side, ...]:
    """Return the sides that a level is done on, in playing order.

    Args:
        mode: The level's side mode.
        affected: The person's affected side; None where none is named, `Side.BOTH` where both are sore.

    Returns:
        ``(BOTH,)`` for a two-leg level, one side for affected-only work, else the affected side first and
        the left first where no single side is affected.
    """
    if mode is SideMode.BOTH:
        return (Side.BOTH,)
    single = affected if affected in (Side.LEFT, Side.RIGHT) else None
    if mode is SideMode.AFFECTED and single is not None:
        return (single,)
    first = single or Side.LEFT
    return (first, first.other)

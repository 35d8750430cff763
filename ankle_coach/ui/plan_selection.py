"""Which cards of the plan are chosen: one, several with Ctrl, a stretch with Shift."""

from __future__ import annotations

from collections.abc import Sequence


class PlanSelection:
    """The chosen prescriptions and the one that a stretch begins at."""

    def __init__(self) -> None:
        """Choose nothing."""
        self._chosen: tuple[str, ...] = ()
        self._anchor = ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids in the order of the cards."""
        return self._chosen

    @property
    def only(self) -> str:
        """The one that is chosen; empty for none or several."""
        return self._chosen[0] if len(self._chosen) == 1 else ""

    def clear(self) -> None:
        """Choose nothing."""
        self._chosen, self._anchor = (), ""

    def choose(self, order: Sequence[str], chosen: Sequence[str]) -> None:
        """Choose some, as after they were added or moved."""
        self._chosen = tuple(one for one in order if one in set(chosen))
        self._anchor = self._chosen[0] if self._chosen else ""

    def click(self, order: Sequence[str], one: str, *, adds: bool = False, stretches: bool = False) -> None:
        """Choose as a click does.

        Args:
            order: All ids in the order of the cards.
            one: What was clicked.
            adds: Whether Ctrl is down: it joins the chosen ones, or leaves them.
            stretches: Whether Shift is down: all from the last click to this one are chosen.
        """
        if one not in order:
            return
        if stretches and self._anchor in order:
            first, last = sorted((order.index(self._anchor), order.index(one)))
            self._chosen = tuple(order[first : last + 1])
            return
        chosen = set(self._chosen) ^ {one} if adds else {one}
        self._chosen = tuple(each for each in order if each in chosen)
        self._anchor = one

    def go(self, order: Sequence[str], here: str, step: int, *, stretches: bool = False) -> str:
        """Choose a neighbor as an arrow key does.

        Args:
            order: All ids in the order of the cards.
            here: Where the keys are; a stretch begins there where nothing is chosen.
            step: 1 for the next, -1 for the one before.
            stretches: Whether Shift is down.

        Returns:
            The neighbor; empty where there is none.
        """
        place = order.index(here) + step if here in order else -1
        if not 0 <= place < len(order):
            return ""
        if stretches and not self._chosen:
            self.choose(order, (here,))
        self.click(order, order[place], stretches=stretches)
        return order[place]

    def keep(self, order: Sequence[str]) -> None:
        """Forget what is no longer there."""
        self._chosen = tuple(one for one in order if one in set(self._chosen))
        if self._anchor not in order:
            self._anchor = self._chosen[0] if self._chosen else ""

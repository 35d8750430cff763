"""How the dose of a level grows, in the reader's words."""

from __future__ import annotations

from ankle_coach.domain.exercise import Growth, Quantity
from ankle_coach.domain.terms import time_words
from ankle_coach.domain.words import Words


def growth_sentence(growth: Growth, words: Words) -> str:
    """Return how a level's dose grows before the next level, for example "Grows by 2 reps, up to 15".

    Args:
        growth: The one variable that grows (clinical.md §3.4).
        words: The translator of the reader's language.
    """
    if growth.quantity is Quantity.BAND_COLOR:
        return words.pgettext("growth", "Grows by one band color")
    step = _amount(growth.quantity, growth.step, words)
    if growth.top is None:
        return words.pgettext("growth", "Grows by {step}").format(step=step)
    top = _amount(growth.quantity, growth.top, words)
    return words.pgettext("growth", "Grows by {step}, up to {top}").format(step=step, top=top)


def _amount(quantity: Quantity, value: float, words: Words) -> str:
    match quantity:
        case Quantity.REPS:
            return words.ngettext("{n} rep", "{n} reps", round(value)).format(n=round(value))
        case Quantity.ROUNDS:
            return words.ngettext("{n} round", "{n} rounds", round(value)).format(n=round(value))
        case Quantity.LOAD:
            return words.pgettext("load", "{kilograms} kg").format(kilograms=f"{value:g}")
        case Quantity.DISTANCE:
            return words.pgettext("distance", "{meters} m").format(meters=f"{value:g}")
        case _:
            return time_words(value, words)

"""What is said of self-tests: names, stop rules, values with their units, and symmetry."""

from __future__ import annotations

from ankle_coach.domain.measures import Measure, Measurement, Unit
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words

DASH = "\N{EN DASH}"
"""Stands for a side that was not measured."""


def measure_name(measure: Measure, words: Words) -> str:
    """Return a measure's name."""
    return words.pgettext("measure", measure.name)


def measure_how(measure: Measure, words: Words) -> str:
    """Return how a measure is done, its stop rules included."""
    return words.pgettext("measure", measure.how)


def value_words(measure: Measure, value: float | None, words: Words) -> str:
    """Return a value with its unit; a dash where there is none."""
    if value is None:
        return DASH
    template = {
        Unit.CENTIMETERS: words.pgettext("value", "{value} cm"),
        Unit.SECONDS: words.pgettext("value", "{value} s"),
    }.get(measure.unit, "{value}")
    return template.format(value=f"{value:g}")


def symmetry_words(percent: float | None, words: Words) -> str:
    """Return the symmetry (LSI) in words; empty where it does not apply."""
    if percent is None:
        return ""
    return words.gettext("sore side {percent} % of the other").format(percent=round(percent))


def result_words(measure: Measure, result: Measurement, words: Words) -> str:
    """Return both sides of a result, and their symmetry."""
    parts = [
        f"{side_word(side, words)} {value_words(measure, result.side(side), words)}"
        for side in (Side.LEFT, Side.RIGHT)
    ]
    parts.append(symmetry_words(result.symmetry, words))
    return " · ".join(part for part in parts if part)

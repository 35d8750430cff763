"""A load in the reader's words."""

from __future__ import annotations

from ankle_coach.domain.plan import Load
from ankle_coach.domain.settings import Units
from ankle_coach.domain.words import Words

_POUNDS = 2.20462
"""Pounds in a kilogram."""


def band_word(band: str, words: Words) -> str:
    """Return the words of a band's strength; an unknown key reads as it is."""
    return {
        "light": words.pgettext("band", "light band"),
        "medium": words.pgettext("band", "medium band"),
        "heavy": words.pgettext("band", "heavy band"),
    }.get(band, band)


def load_words(load: Load, words: Words, units: Units = Units.METRIC) -> str:
    """Return a load, for example "5 kg, light band"; empty for body weight."""
    parts = []
    if load.kilograms and units is Units.US:
        pounds = round(load.kilograms * _POUNDS, 1)
        parts.append(words.pgettext("load", "{number} lb").format(number=f"{pounds:g}"))
    elif load.kilograms:
        parts.append(words.pgettext("load", "{kilograms} kg").format(kilograms=f"{load.kilograms:g}"))
    if load.band:
        parts.append(band_word(load.band, words))
    if load.repetition_maximum is not None:
        parts.append(words.pgettext("load", "{n} RM").format(n=load.repetition_maximum))
    return words.pgettext("list", ", ").join(parts)

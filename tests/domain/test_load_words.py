"""Loads are said in the units of the person, with all that they are made of."""

from __future__ import annotations

import pytest

from ankle_coach.domain.load_words import band_word, load_words
from ankle_coach.domain.plan import Load
from ankle_coach.domain.settings import Units
from ankle_coach.domain.words import PLAIN_WORDS


@pytest.mark.parametrize(
    ("load", "metric", "us"),
    [
        (Load(), "", ""),
        (Load(kilograms=5), "5 kg", "11 lb"),
        (Load(kilograms=12.5), "12.5 kg", "27.6 lb"),
        (Load(kilograms=5, band="light"), "5 kg, light band", "11 lb, light band"),
        (Load(band="green"), "green", "green"),
        (Load(repetition_maximum=12), "12 RM", "12 RM"),
    ],
)
def test_a_load_in_words(load: Load, metric: str, us: str) -> None:
    assert load_words(load, PLAIN_WORDS) == metric
    assert load_words(load, PLAIN_WORDS, Units.US) == us


def test_each_band_has_its_word() -> None:
    assert [band_word(band, PLAIN_WORDS) for band in ("light", "medium", "heavy")] == [
        "light band",
        "medium band",
        "heavy band",
    ]

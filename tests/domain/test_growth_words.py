"""How a level grows, as it is read."""

from __future__ import annotations

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.exercise import Growth, Quantity
from ankle_coach.domain.growth_words import growth_sentence
from ankle_coach.domain.words import PLAIN_WORDS


@pytest.mark.parametrize(
    ("growth", "sentence"),
    [
        (Growth(quantity=Quantity.REPS, step=2, top=15), "Grows by 2 reps, up to 15 reps"),
        (Growth(quantity=Quantity.REPS, step=1), "Grows by 1 rep"),
        (Growth(quantity=Quantity.HOLD, step=5, top=30), "Grows by 5 s, up to 30 s"),
        (Growth(quantity=Quantity.DURATION, step=300, top=1800), "Grows by 5 min, up to 30 min"),
        (Growth(quantity=Quantity.LOAD, step=2.5), "Grows by 2.5 kg"),
        (Growth(quantity=Quantity.BAND_COLOR, step=1), "Grows by one band color"),
        (Growth(quantity=Quantity.DISTANCE, step=10, top=40), "Grows by 10 m, up to 40 m"),
        (Growth(quantity=Quantity.ROUNDS, step=1, top=8), "Grows by 1 round, up to 8 rounds"),
    ],
)
def test_growth_is_read_as_one_sentence(growth: Growth, sentence: str) -> None:
    assert growth_sentence(growth, PLAIN_WORDS) == sentence


def test_every_growth_of_the_library_has_its_sentence() -> None:
    levels = [level for exercise in open_library().exercises.values() for level in exercise.levels]
    sentences = [growth_sentence(level.growth, PLAIN_WORDS) for level in levels if level.growth]
    assert len(sentences) > 40
    assert all(sentence.startswith("Grows by ") for sentence in sentences)

"""A degree has the same word wherever it is asked and shown."""

from __future__ import annotations

from ankle_coach.domain.terms import swelling_words
from ankle_coach.domain.words import PLAIN_WORDS


def test_the_degrees_of_swelling_in_their_order() -> None:
    assert swelling_words(PLAIN_WORDS) == ("none", "mild", "moderate", "severe")

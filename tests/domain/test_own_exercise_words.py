"""What an own exercise says of itself, and what is said where its author typed nothing."""

from __future__ import annotations

from msgspec.structs import replace

from ankle_coach.domain.own_exercise import Instructions
from ankle_coach.domain.own_exercise_words import instruction_lines, often_words, sides_words
from ankle_coach.domain.words import PLAIN_WORDS
from tests.helpers.own import own_exercise

OWN = own_exercise().exercise


def test_only_what_was_typed_is_told_each_with_its_word() -> None:
    told = Instructions(preparation=" Sit. ", movement="Lift.", breathing="  ", safety="Stop at a cramp.")
    assert instruction_lines(told, PLAIN_WORDS) == (
        ("Get ready:", "Sit."),
        ("Move:", "Lift."),
        ("Take care:", "Stop at a cramp."),
    )
    assert instruction_lines(Instructions(), PLAIN_WORDS) == ()


def test_how_often_and_which_sides_are_said_even_where_nobody_typed_them() -> None:
    assert often_words(OWN, PLAIN_WORDS) == "Three days a week"
    assert sides_words(OWN, PLAIN_WORDS) == "each foot"
    bare = replace(OWN, frequency_note="", sides="")
    assert often_words(bare, PLAIN_WORDS) == "3 days a week"
    assert sides_words(bare, PLAIN_WORDS) == "Each side"

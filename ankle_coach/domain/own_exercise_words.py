"""What the author of an own exercise typed, and what nobody typed, in the reader's words."""

from __future__ import annotations

from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.exercise_texts import exercise_field, side_mode_word
from ankle_coach.domain.frequency_words import frequency_sentence
from ankle_coach.domain.own_exercise import Instructions
from ankle_coach.domain.words import Words


def instruction_lines(told: Instructions, words: Words) -> tuple[tuple[str, str], ...]:
    """Return the instructions that there are, each with the word that stands before it."""
    parts = (
        (words.pgettext("instructions", "Get ready:"), told.preparation),
        (words.pgettext("instructions", "Move:"), told.movement),
        (words.pgettext("instructions", "Breathe:"), told.breathing),
        (words.pgettext("instructions", "Take care:"), told.safety),
    )
    return tuple((word, text.strip()) for word, text in parts if text.strip())


def mine_word(words: Words) -> str:
    """Return the word that marks own exercises."""
    return words.pgettext("own exercise", "Mine")


def often_words(exercise: Exercise, words: Words) -> str:
    """Return how often an exercise is usually done: in the author's words, else as the frequency says."""
    note = exercise_field(exercise, "frequency_note", words)
    said = note or frequency_sentence(exercise.frequency[0], words)
    return said[:1].upper() + said[1:]


def sides_words(exercise: Exercise, words: Words) -> str:
    """Return how an exercise uses the sides: in the author's words, else as its usual level says."""
    typed = exercise_field(exercise, "sides", words)
    return typed or side_mode_word(exercise.default.side_mode, words)

"""The words of the plan builder: fields of a dose, their units, and how steps are named for Undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ankle_coach.domain.dose import Block, Reps
from ankle_coach.domain.dose_fields import DoseField, Key, Unit
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.exercise_texts import exercise_name, side_mode_word
from ankle_coach.domain.sides import SideMode
from ankle_coach.domain.terms import part_word, time_words
from ankle_coach.domain.words import Words

_PARTS: Mapping[Key, str] = {
    Key.UP: "up",
    Key.TOP: "hold",
    Key.DOWN: "down",
    Key.PAUSE: "pause",
}


def key_word(key: Key, words: Words, block: Block | None = None, index: int = 0, passes: int = 1) -> str:
    """Return the label of a value of a dose.

    Args:
        key: Which value.
        words: The reader's language.
        block: The block, which tells how the parts of a repetition are called; None for the usual words.
        index: Place of a pass.
        passes: How many passes there are.
    """
    if key in _PARTS:
        motion = block.motion if isinstance(block, Reps) else None
        word = part_word(_PARTS[key], motion, words)
        return word[:1].upper() + word[1:]
    if key is Key.PASSES and passes > 1:
        return words.pgettext("dose field", "Sets, round {n}").format(n=index + 1)
    return {
        Key.SETS: words.pgettext("dose field", "Sets"),
        Key.REPS: words.pgettext("dose field", "Repetitions"),
        Key.HOLDS: words.pgettext("dose field", "Holds in a set"),
        Key.ROUNDS: words.pgettext("dose field", "Rounds"),
        Key.PASSES: words.pgettext("dose field", "Times through"),
        Key.SECONDS: words.pgettext("dose field", "Time"),
        Key.HOLD: words.pgettext("dose field", "Hold"),
        Key.RISE: words.pgettext("dose field", "Rise on the other leg"),
        Key.LETTER: words.pgettext("dose field", "Time for a letter"),
        Key.WORK: words.pgettext("dose field", "Work"),
        Key.EASY: words.pgettext("dose field", "Easy"),
        Key.METERS: words.pgettext("dose field", "Distance"),
        Key.EFFORT: words.pgettext("dose field", "Effort"),
        Key.CADENCE: words.pgettext("dose field", "Cadence"),
        Key.REST_REPS: words.pgettext("dose field", "Rest between repetitions"),
        Key.REST_SETS: words.pgettext("dose field", "Rest between sets"),
        Key.REST_SIDES: words.pgettext("dose field", "Change of sides"),
        Key.REST_DIRECTIONS: words.pgettext("dose field", "Rest between directions"),
    }[key]


def unit_suffix(unit: Unit, words: Words) -> str:
    """Return what stands after a number of a unit, with its space."""
    return {
        Unit.COUNT: "",
        Unit.SECONDS: words.pgettext("after a number", " s"),
        Unit.METERS: words.pgettext("after a number", " m"),
        Unit.PERCENT: words.pgettext("after a number", " %"),
    }[unit]


def value_words(key: Key, value: float, unit: Unit, words: Words) -> str:
    """Return a value with its name for Undo, such as "rest between sets 60 s"."""
    told = f"{value:g}{unit_suffix(unit, words)}"
    if unit is Unit.SECONDS:
        told = time_words(value, words)
    name = key_word(key, words)
    message = words.pgettext("a value of a dose", "{name} {value}")
    return message.format(name=name[:1].lower() + name[1:], value=told)


def step_for(what: str, exercise: str, words: Words) -> str:
    """Return the name of a step at one exercise."""
    return words.pgettext("step of editing", "{what}: {exercise}").format(what=what, exercise=exercise)


def step_for_several(what: str, count: int, words: Words) -> str:
    """Return the name of a step at several exercises, such as "rest 60 s for 3 exercises"."""
    message = words.ngettext("{what} for {n} exercise", "{what} for {n} exercises", count)
    return message.format(what=what, n=count)


def step_on(what: str, exercises: Sequence[Exercise | None], words: Words) -> str:
    """Return the name of a step at the exercises of some cards, one or several."""
    first = exercises[0]
    if len(exercises) > 1 or first is None:
        return step_for_several(what, len(exercises), words)
    return step_for(what, exercise_name(first, words), words)


def mode_word(mode: SideMode, words: Words) -> str:
    """Return how the sides are used, in a word or two."""
    return side_mode_word(mode, words)


def merge_key(prescription_id: str, field: DoseField, side: str) -> str:
    """Return the key under which changes of one value are one step."""
    return f"{prescription_id}/{field.path}/{field.key}/{field.index}/{side}"

"""Changing an own exercise: its kinds of dose and its ladder, as pure verbs that return a new exercise."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec.structs import replace

from ankle_coach.domain.dose import Dose, Duration, Hold, Reps, Tempo
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.exercise import Equipment, Exercise, Group, Level, Position
from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.own_exercise import MOST_LEVELS, OwnExercise
from ankle_coach.domain.sides import SideMode


class OwnExerciseEditError(AnkleCoachError):
    """A change that an exercise cannot have, in one sentence."""


class Description(NamedTuple):
    """What an exercise is and how it is done, as a form asks for it; the fields are those of `Exercise`."""

    name: str
    group: Group
    target: str
    position: str
    positions: tuple[Position, ...]
    equipment: tuple[Equipment, ...]
    cues: tuple[str, ...]
    precautions: tuple[str, ...]
    keywords: tuple[str, ...]


class DoseKind(StrEnum):
    """What a dose counts; `OTHER` is what only a copied exercise has, such as circles or a routine."""

    REPS = "reps"
    HOLD = "hold"
    DURATION = "duration"
    OTHER = "other"


STARTS = {
    DoseKind.REPS: Dose(blocks=(Reps(sets=3, reps=10, tempo=Tempo(2, 1, 3), rest_sets=60),)),
    DoseKind.HOLD: Dose(blocks=(Hold(sets=3, seconds=30, rest_sets=30),)),
    DoseKind.DURATION: Dose(blocks=(Duration(seconds=60, sets=2, rest_sets=30),)),
}
"""What a kind of dose begins with (app rule: usual values to start typing from, nobody's research)."""

_KINDS = {Reps: DoseKind.REPS, Hold: DoseKind.HOLD, Duration: DoseKind.DURATION}


def described(exercise: Exercise, description: Description) -> Exercise:
    """Return an exercise with another description; its levels and how often it is done stay."""
    return replace(exercise, **description._asdict())


def kind_of(dose: Dose) -> DoseKind:
    """Return what a dose counts."""
    if len(dose.blocks) != 1:
        return DoseKind.OTHER
    return _KINDS.get(type(dose.blocks[0]), DoseKind.OTHER)


def with_dose(exercise: Exercise, level_id: str, dose: Dose) -> Exercise:
    """Return an exercise with another dose at a level; a dose of another kind grows no more by itself."""
    level = exercise.level(level_id)
    growth = level.growth if kind_of(level.dose) is kind_of(dose) else None
    return _with_level(exercise, replace(level, dose=dose, growth=growth))


def with_side_mode(exercise: Exercise, level_id: str, mode: SideMode) -> Exercise:
    """Return an exercise that uses the sides otherwise at a level; words about the sides no longer hold."""
    if exercise.level(level_id).side_mode is mode:
        return exercise
    return replace(_with_level(exercise, replace(exercise.level(level_id), side_mode=mode)), sides="")


def with_level_name(exercise: Exercise, level_id: str, name: str) -> Exercise:
    """Return an exercise one of whose levels is called otherwise; its id stays."""
    return _with_level(exercise, replace(exercise.level(level_id), name=name))


def with_frequency(exercise: Exercise, frequency: Frequency) -> Exercise:
    """Return an exercise that is usually done otherwise often; words about the old frequency go."""
    if exercise.frequency[0] == frequency:
        return exercise
    return replace(exercise, frequency=(frequency,), frequency_note="")


def with_start(exercise: Exercise, level_id: str) -> Exercise:
    """Return an exercise that new prescriptions start at a level of, whose dose is the usual one."""
    return replace(exercise, start_level=exercise.level(level_id).id, default_level="")


def with_harder(exercise: Exercise, level_id: str, name: str) -> tuple[Exercise, str]:
    """Return an exercise with a level more, right above a level and like it, and the new level's id.

    Args:
        exercise: The exercise.
        level_id: The level that the new one is harder than.
        name: What the new level is called.

    Raises:
        OwnExerciseEditError: The ladder is as long as it may be.
    """
    if len(exercise.levels) >= MOST_LEVELS:
        raise OwnExerciseEditError(f"A ladder has at most {MOST_LEVELS} levels.")
    below = exercise.level(level_id)
    place = exercise.levels.index(below) + 1
    new = replace(below, id=_free_id(exercise), name=name, condition="")
    levels = (*exercise.levels[:place], new, *exercise.levels[place:])
    return replace(exercise, levels=levels), new.id


def without_level(exercise: Exercise, level_id: str) -> Exercise:
    """Return an exercise without a level; where new ones started there, they start at the easiest.

    Raises:
        OwnExerciseEditError: It is the only level.
    """
    if len(exercise.levels) == 1:
        raise OwnExerciseEditError("An exercise needs at least one level.")
    levels = tuple(level for level in exercise.levels if level.id != level_id)
    start, default = exercise.start_level, exercise.default_level
    return replace(
        exercise,
        levels=levels,
        start_level=levels[0].id if start == level_id else start,
        default_level="" if default == level_id else default,
    )


def _with_level(exercise: Exercise, level: Level) -> Exercise:
    return replace(exercise, levels=tuple(level if old.id == level.id else old for old in exercise.levels))


def _free_id(exercise: Exercise) -> str:
    """Return an id that no level of the exercise has."""
    taken = {level.id for level in exercise.levels}
    return next(name for n in range(2, len(taken) + 3) if (name := f"own-{n}") not in taken)


def with_levels_of(own: OwnExercise, before: OwnExercise | None) -> OwnExercise:
    """Return an own exercise with the levels that it had before and lacks now, after its own ones.

    Args:
        own: The exercise as it comes in.
        before: The same exercise as it is here; None for a new one.
    """
    if before is None:
        return own
    known = {level.id for level in own.exercise.levels}
    lost = tuple(level for level in before.exercise.levels if level.id not in known)
    room = MOST_LEVELS - len(own.exercise.levels)
    levels = (*own.exercise.levels, *lost[:room])
    return replace(own, exercise=replace(own.exercise, levels=levels))

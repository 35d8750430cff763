"""Which levels a person can be given: equipment at hand, and what a program excludes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.exercise import Equipment, Exercise, Level
from ankle_coach.domain.library import ALWAYS_AT_HAND

IN_EVERY_HOME = ALWAYS_AT_HAND | {
    Equipment.WATCH,
    Equipment.METRONOME,
    Equipment.FLOOR_MARKS,
    Equipment.PILLOWS,
    Equipment.CLOTH,
}
"""What never takes an exercise out of a plan: the app keeps time, and a mark is quickly made."""

STANDS_IN: Mapping[Equipment, tuple[Equipment, ...]] = {
    Equipment.WEIGHT: (Equipment.BACKPACK,),
    Equipment.BACKPACK: (Equipment.WEIGHT,),
    Equipment.BOARD: (Equipment.CUSHION,),
    Equipment.STRAP: (Equipment.TOWEL,),
    Equipment.TOWEL: (Equipment.STRAP,),
}
"""What does the same work (clinical.md §2A: board or cushion, towel or strap; a filled pack is a weight)."""


class Bars(Struct, frozen=True, kw_only=True):
    """What a person may not be given.

    Attributes:
        below_neutral: Whether levels with the heel below the forefoot are barred.
        exercises: Ids of barred exercises.
        levels: Barred pairs of exercise id and level id.
    """

    below_neutral: bool = False
    exercises: frozenset[str] = frozenset()
    levels: frozenset[tuple[str, str]] = frozenset()

    def forbid(self, exercise: Exercise, level: Level) -> bool:
        """Say whether a level is barred."""
        return (
            exercise.id in self.exercises
            or (exercise.id, level.id) in self.levels
            or (self.below_neutral and level.below_neutral)
        )


NO_BARS = Bars()


class Fit(StrEnum):
    """What became of a prescription, and why."""

    EQUIPMENT = "equipment"
    BARRED = "barred"


class Adaptation(Struct, frozen=True, kw_only=True):
    """One change that equipment or an exclusion made to a program's prescription.

    Attributes:
        exercise: Id of the exercise that the program names.
        level: Id of the level that it names.
        why: What stood in the way.
        new_exercise: Id of the exercise taken instead; empty where the prescription was dropped.
        new_level: Id of the level taken instead; empty where it was dropped.
    """

    exercise: str
    level: str
    why: Fit
    new_exercise: str = ""
    new_level: str = ""


def has_equipment(exercise: Exercise, level: Level, at_hand: Collection[Equipment] | None) -> bool:
    """Say whether a level can be done with what is at hand; None stands for everything."""
    if at_hand is None:
        return True
    usable = IN_EVERY_HOME.union(at_hand)
    return all(
        thing in usable or any(other in usable for other in STANDS_IN.get(thing, ()))
        for thing in exercise.equipment + level.equipment
    )


def allowed_levels(
    exercise: Exercise, at_hand: Collection[Equipment] | None = None, bars: Bars = NO_BARS
) -> tuple[Level, ...]:
    """Return the levels that neither the program nor the equipment bars, from easiest to hardest.

    Levels in between are skipped, up and down (clinical.md §3.9).
    """
    return tuple(
        level
        for level in exercise.levels
        if has_equipment(exercise, level, at_hand) and not bars.forbid(exercise, level)
    )


def fitting_level(
    exercise: Exercise, wanted: str, at_hand: Collection[Equipment] | None = None, bars: Bars = NO_BARS
) -> Level | None:
    """Return the wanted level, else the next easier allowed one, else None.

    A harder one is never taken in its place.
    """
    allowed = {level.id for level in allowed_levels(exercise, at_hand, bars)}
    target = exercise.level(wanted)
    easier_first = exercise.levels[: exercise.levels.index(target) + 1][::-1]
    return next((level for level in easier_first if level.id in allowed), None)


def why_not(
    exercise: Exercise, level: Level, at_hand: Collection[Equipment] | None, bars: Bars
) -> Fit | None:
    """Return what bars a level, an exclusion before equipment; None where nothing does."""
    if bars.forbid(exercise, level):
        return Fit.BARRED
    return None if has_equipment(exercise, level, at_hand) else Fit.EQUIPMENT

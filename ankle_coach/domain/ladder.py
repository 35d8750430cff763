"""An exercise's ladder as the rules climb it: which rungs may be used, what they load, how they advance."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.dose import Dose, Intervals, Reps
from ankle_coach.domain.exercise import Exercise, Group, Level
from ankle_coach.domain.movement import Activity
from ankle_coach.domain.plan import Load


class Pace(StrEnum):
    """By which rule of clinical.md §3.4 an exercise advances."""

    IN_A_ROW = "in-a-row"
    STRENGTH = "strength"
    PLYOMETRIC = "plyometric"
    RUN = "run"
    FIXED = "fixed"
    """Recovery, warm-up and cross-training never change level by themselves."""


_PACES = {
    Group.STRENGTH: Pace.STRENGTH,
    Group.PLYOMETRIC: Pace.PLYOMETRIC,
    Group.RECOVERY: Pace.FIXED,
    Group.WARM_UP: Pace.FIXED,
    Group.CROSS_TRAINING: Pace.FIXED,
}
RUN_WALK = "run-walk"
"""The exercise whose levels are the walk-run stages (clinical.md §3.7)."""


class Rung(Struct, frozen=True):
    """One level of a ladder.

    Attributes:
        level: The level.
        index: Its place, from 0.
        loaded: Whether it loads.
        barred: Whether the program or the equipment bars it, so that it is skipped up and down.
        load: Its start load, read from the ladder's words.
        repetition_maximum: Whether its dose is given in RM.
    """

    level: Level
    index: int
    loaded: bool
    barred: bool
    load: Load
    repetition_maximum: bool


class Ladder(Struct, frozen=True):
    """An exercise with its rungs.

    Attributes:
        exercise: The exercise.
        rungs: Its levels from the easiest on.
        pace: How it advances.
        runs: Whether it is running, or has running in it.
        places: Index of each level by its id.
    """

    exercise: Exercise
    rungs: tuple[Rung, ...]
    pace: Pace
    runs: bool
    places: Mapping[str, int]

    def rung(self, level_id: str) -> Rung:
        """Return a rung by its level's id; an unknown id gives the start level, as content may change."""
        place = self.places.get(level_id)
        return self.rungs[self.places[self.exercise.start_level] if place is None else place]

    def above(self, index: int) -> Rung | None:
        """Return the next rung up that is not barred, or None at the top."""
        return next((rung for rung in self.rungs[index + 1 :] if not rung.barred), None)

    def below(self, index: int) -> Rung | None:
        """Return the next rung down that is not barred, or None at the bottom."""
        return next((rung for rung in reversed(self.rungs[:index]) if not rung.barred), None)

    @property
    def is_plyometric(self) -> bool:
        """Whether it is a hop or running, with the lower ceiling and out of a deload (§3.1, §3.5)."""
        return self.runs or self.exercise.group is Group.PLYOMETRIC


def with_allowed(ladder: Ladder, level_id: str) -> Ladder:
    """Return a ladder on which a level may be used although it was barred; its neighbors stay as they are."""
    if level_id not in ladder.places or not ladder.rung(level_id).barred:
        return ladder
    rungs = tuple(replace(rung, barred=False) if rung.level.id == level_id else rung for rung in ladder.rungs)
    return replace(ladder, rungs=rungs)


def ladder_of(exercise: Exercise, barred: Collection[tuple[str, str]] = ()) -> Ladder:
    """Return the ladder of an exercise.

    Args:
        exercise: The exercise.
        barred: Pairs of exercise id and level id that may not be used.
    """
    rungs = tuple(
        Rung(
            level,
            index,
            exercise.is_loaded(level),
            (exercise.id, level.id) in barred,
            load_in_words(level.load),
            is_repetition_maximum(level.dose),
        )
        for index, level in enumerate(exercise.levels)
    )
    runs = exercise.id == RUN_WALK or any(_runs(level.dose) for level in exercise.levels)
    pace = Pace.RUN if exercise.id == RUN_WALK else _PACES.get(exercise.group, Pace.IN_A_ROW)
    return Ladder(exercise, rungs, pace, runs, {rung.level.id: rung.index for rung in rungs})


_RUNNING = frozenset({Activity.RUN, Activity.QUICK_STEPS})


def _runs(dose: Dose) -> bool:
    return any(
        isinstance(b, Intervals) and not _RUNNING.isdisjoint((b.work_activity, b.easy_activity))
        for b in dose.blocks
    )


def is_repetition_maximum(dose: Dose) -> bool:
    """Say whether a dose is given in RM, where a high effort is the aim."""
    return any(isinstance(block, Reps) and block.repetition_maximum for block in dose.blocks)


_KILOGRAMS = re.compile(r"(\d+(?:\.\d+)?) ?kg")
_BAND = re.compile(r"\b(light|medium|heavy) band\b")
_MAXIMUM = re.compile(r"(\d+) ?RM\b")


def load_in_words(text: str) -> Load:
    """Return the load that a ladder's words name: ``5 kg backpack``, ``light band``, ``12 RM``."""
    kilograms = _KILOGRAMS.search(text)
    band = _BAND.search(text)
    maximum = _MAXIMUM.search(text)
    return Load(
        kilograms=float(kilograms.group(1)) if kilograms else 0,
        band=band.group(1) if band else "",
        repetition_maximum=int(maximum.group(1)) if maximum else None,
    )

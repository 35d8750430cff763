"""An exercise that a therapist wrote: like any other, with instructions and a picture of its own."""

from __future__ import annotations

from msgspec import Struct

from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.picture import Picture
from ankle_coach.domain.text_bounds import (
    LONGEST_LINE,
    LONGEST_NAME,
    LONGEST_NOTE,
    check_lines,
    check_most,
    check_text,
)

PREFIX = "own-"
"""Ids of own exercises begin with it, so that none is ever taken for a shipped one."""
REFERENCE = "OWN"
"""The one reference of own exercises: their author."""
MOST_LEVELS = 12
"""Rungs of an own exercise's ladder."""


def is_own(exercise_id: str) -> bool:
    """Say whether an id is that of an own exercise."""
    return exercise_id.startswith(PREFIX)


class Instructions(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the exercise is done, as its author types it; what is empty is not shown.

    Attributes:
        preparation: How to get into place.
        movement: What to do.
        breathing: How to breathe.
        safety: What to take care of.
    """

    preparation: str = ""
    movement: str = ""
    breathing: str = ""
    safety: str = ""

    def __post_init__(self) -> None:
        """Refuse texts that no sheet has room for."""
        for name in self.__struct_fields__:
            check_text(name, getattr(self, name), LONGEST_NOTE)


class OwnExercise(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An exercise of one's own.

    Attributes:
        exercise: Name, dose, sides, cues and the rest, as plans, player and sheets use them; its only
            reference is ``OWN``.
        instructions: How it is done.
        figure: Id of the shipped exercise whose figure it borrows; empty for none.
        picture: A picture of its own; it is shown instead of the figure.
    """

    exercise: Exercise
    instructions: Instructions = Instructions()
    figure: str = ""
    picture: Picture | None = None

    def __post_init__(self) -> None:
        """Refuse an id that a shipped exercise could have, a source that nobody read, and too long texts."""
        if not self.exercise.id.startswith(PREFIX):
            raise ValueError(f"exercise.id must begin with {PREFIX!r}, not be {self.exercise.id[:60]!r}")
        if self.exercise.references != (REFERENCE,):
            raise ValueError(f"exercise.references must be [{REFERENCE!r}]: it is nobody's research")
        _check_texts(self.exercise)

    @property
    def id(self) -> str:
        """The exercise's id."""
        return self.exercise.id


def _check_texts(exercise: Exercise) -> None:
    """Refuse texts that no card has room for, and a ladder that no page has."""
    for name in ("name", "id"):
        check_text(f"exercise.{name}", getattr(exercise, name), LONGEST_NAME)
    for name in ("target", "position", "sides", "frequency_note", "phase_note", "dose_note"):
        check_text(f"exercise.{name}", getattr(exercise, name), LONGEST_LINE)
    for name in ("cues", "precautions", "keywords"):
        check_lines(f"exercise.{name}", getattr(exercise, name))
    check_most("exercise.levels", exercise.levels, MOST_LEVELS)
    for level in exercise.levels:
        for name in ("id", "name", "load", "condition"):
            check_text(f"exercise.levels.{name}", getattr(level, name), LONGEST_LINE)

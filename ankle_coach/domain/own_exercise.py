"""An exercise that a therapist wrote: like any other, with instructions and a picture of its own."""

from __future__ import annotations

from msgspec import Struct

from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.picture import Picture

PREFIX = "own-"
"""Ids of own exercises begin with it, so that none is ever taken for a shipped one."""
LONGEST_TEXT = 2000
"""Characters of one instruction."""


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
            if len(getattr(self, name)) > LONGEST_TEXT:
                raise ValueError(f"{name} must have at most {LONGEST_TEXT} characters")


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
        """Refuse an id that a shipped exercise could have."""
        if not self.exercise.id.startswith(PREFIX):
            raise ValueError(f"exercise.id must begin with {PREFIX!r}, not be {self.exercise.id[:60]!r}")

    @property
    def id(self) -> str:
        """The exercise's id."""
        return self.exercise.id

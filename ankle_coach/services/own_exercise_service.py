"""Own exercises: begun anew or from a shipped one, kept on the shelf, and deleted while nobody needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.exercise import Exercise, Group, Level, PhaseMark, Position
from ankle_coach.domain.frequency import PerWeek
from ankle_coach.domain.own_exercise import PREFIX, REFERENCE, OwnExercise
from ankle_coach.domain.own_exercise_edit import STARTS, DoseKind
from ankle_coach.domain.sides import SideMode
from ankle_coach.services.new_id import new_id

if TYPE_CHECKING:
    from ankle_coach.domain.library import Library
    from ankle_coach.services.own_library import OwnExercises
    from ankle_coach.services.ports import Journal

OWN_LEVEL = "own"
"""Id of the one level of an exercise that was begun from nothing."""


class OwnExerciseError(AnkleCoachError):
    """An own exercise that cannot be kept or deleted, with the reason in one sentence."""


class OwnExerciseService:
    """Reads and keeps own exercises."""

    def __init__(self, journal: Journal, own: OwnExercises, library: Library) -> None:
        """Work on the shelf of a journal."""
        self._journal, self._own, self._library = journal, own, library

    def every(self) -> tuple[OwnExercise, ...]:
        """Return all of them, by name."""
        return self._own.every()

    def find(self, exercise_id: str) -> OwnExercise | None:
        """Return an own exercise; None for a shipped one and for none."""
        return self._own.own(exercise_id)

    def begin(self) -> OwnExercise:
        """Return an exercise to fill in: 3 sets of 10 at 2-1-3, three days a week (app rule, §3.9)."""
        dose = STARTS[DoseKind.REPS]
        exercise = Exercise(
            id=f"{PREFIX}{new_id()}",
            name="",
            group=Group.STRENGTH,
            target="",
            position="",
            positions=(Position.STANDING,),
            sides="",
            frequency=(PerWeek(least=3, most=3),),
            frequency_note="",
            start_level=OWN_LEVEL,
            levels=(Level(id=OWN_LEVEL, name="As described", dose=dose, side_mode=SideMode.EACH),),
            phases=tuple(PhaseMark),
            cues=("",),
            references=(REFERENCE,),
        )
        return OwnExercise(exercise=exercise)

    def begin_from(self, exercise_id: str) -> OwnExercise:
        """Return a copy of an exercise to change: its figure, texts, doses and ladder; nobody's research.

        Raises:
            NotFoundError: The library has no such exercise.
        """
        known, source = self.find(exercise_id), self._library.exercise(exercise_id)
        own_id = f"{PREFIX}{new_id()}"
        if known is not None:
            return replace(known, exercise=replace(known.exercise, id=own_id))
        levels = tuple(
            replace(level, growth=None if level.growth is None else replace(level.growth, references=("DD",)))
            for level in source.levels
        )
        exercise = replace(source, id=own_id, references=(REFERENCE,), levels=levels, dose_note="")
        return OwnExercise(exercise=exercise, figure=exercise_id)

    def save(self, own: OwnExercise) -> Changes:
        """Keep an exercise; one of the same id is replaced, plans that use it show it as it is now.

        Raises:
            OwnExerciseError: It has no name, nothing says how it is done, or it has lost a level that a
                plan or a template may stand at.
            StorageError: The journal cannot be written.
        """
        exercise = own.exercise
        if not exercise.name.strip():
            raise OwnExerciseError("An exercise needs a name.")
        cues = tuple(line.strip() for line in exercise.cues if line.strip())
        if not cues and not own.instructions.movement.strip():
            raise OwnExerciseError("Say in a cue or under Movement how it is done.")
        cues = cues or (own.instructions.movement.strip().split("\n", maxsplit=1)[0][:200],)
        kept = replace(own, exercise=replace(exercise, name=exercise.name.strip(), cues=cues))
        self._check_levels(kept)
        self._journal.save_on_shelf(kept)
        self._own.forget()
        return Changes.LIBRARY

    def delete(self, exercise_id: str) -> Changes:
        """Take an exercise off the shelf.

        Raises:
            OwnExerciseError: A plan or a template uses it; old plans must be able to be played and printed.
            StorageError: The journal cannot be written.
        """
        reason = self.reason_to_stay(exercise_id)
        if reason:
            raise OwnExerciseError(reason)
        self._journal.take_from_shelf(OwnExercise, exercise_id)
        self._own.forget()
        return Changes.LIBRARY

    def reason_to_stay(self, exercise_id: str) -> str:
        """Return why an exercise cannot be deleted, in one sentence or two; empty where it can.

        Raises:
            StorageError: The journal cannot be read.
        """
        used = self._users(exercise_id)
        if not used:
            return ""
        verb = "use" if len(used) > 1 or not used[0].startswith("1 ") else "uses"
        return f"It stays, because {' and '.join(used)} {verb} it. Take it out of the present plans instead."

    def is_used(self, exercise_id: str) -> bool:
        """Say whether a plan version or a template prescribes an exercise: its levels must stay then.

        Raises:
            StorageError: The journal cannot be read.
        """
        return bool(self._users(exercise_id))

    def _users(self, exercise_id: str) -> list[str]:
        """Return how many plan versions and how many templates prescribe an exercise, in words."""
        from ankle_coach.domain.plan_template import PlanTemplate  # noqa: PLC0415 - only for this question

        plans = self._journal.plans_with(exercise_id)
        templates = sum(
            any(p.exercise == exercise_id for p in template.prescriptions)
            for template in self._journal.shelf(PlanTemplate)
        )
        counted = ((plans, "plan version"), (templates, "template"))
        return [f"{count} {what}{'' if count == 1 else 's'}" for count, what in counted if count]

    def _check_levels(self, own: OwnExercise) -> None:
        """Refuse to lose a level: a plan may have been written for it, or the rules may have come to it."""
        before = self.find(own.id)
        if before is None:
            return
        ids = {level.id for level in own.exercise.levels}
        lost = [level for level in before.exercise.levels if level.id not in ids]
        if lost and self.is_used(own.id):
            raise OwnExerciseError(f"The level {lost[0].name!r} stays, because plans use this exercise.")

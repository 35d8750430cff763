"""What travels in files: a plan, a therapist's own things, a person's journal."""

from __future__ import annotations

from datetime import date, time

from msgspec import Struct

from ankle_coach.domain.journal import Moment
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.own_exercise import OwnExercise
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.plan_template import PlanTemplate
from ankle_coach.domain.text_bounds import LONGEST_NAME, check_most, check_text
from ankle_coach.domain.training_day import DAY_STARTS_AT

MOST_OWN_EXERCISES = 200
"""Own exercises in one file."""
MOST_TEMPLATES = 200
"""Templates in one file."""


class PlanCopy(Struct, frozen=True, kw_only=True):
    """What a plan file holds.

    Attributes:
        plan: The whole plan.
        exercises: The own exercises that it uses, with their pictures.
        person: Whose plan it is; empty unless the name was to travel.
        made_on: Day on which the file was written.
        rules_version: Version of the rules that wrote it.
    """

    plan: Plan
    exercises: tuple[OwnExercise, ...] = ()
    person: str = ""
    made_on: date | None = None
    rules_version: int = 1

    def __post_init__(self) -> None:
        """Refuse too much of anything, doubles, and a plan whose own exercises are not in it."""
        check_text("person", self.person, LONGEST_NAME)
        _check_own(self.exercises)
        known = {own.id for own in self.exercises}
        for index, prescription in enumerate(self.plan.prescriptions):
            if prescription.exercise.startswith("own-") and prescription.exercise not in known:
                raise ValueError(
                    f"plan.prescriptions[{index}].exercise {prescription.exercise[:60]!r} is not in exercises"
                )


class LibraryCopy(Struct, frozen=True, kw_only=True):
    """What a library file holds: own exercises and templates.

    Attributes:
        exercises: Own exercises, those that the templates use among them.
        templates: Own templates.
    """

    exercises: tuple[OwnExercise, ...] = ()
    templates: tuple[PlanTemplate, ...] = ()

    def __post_init__(self) -> None:
        """Refuse too much of anything, doubles, and templates whose own exercises are not in it."""
        _check_own(self.exercises)
        check_most("templates", self.templates, MOST_TEMPLATES)
        if len({template.id for template in self.templates}) != len(self.templates):
            raise ValueError("templates must have different ids")
        known = {own.id for own in self.exercises}
        for place, template in enumerate(self.templates):
            for index, prescription in enumerate(template.prescriptions):
                if prescription.exercise.startswith("own-") and prescription.exercise not in known:
                    key = f"templates[{place}].prescriptions[{index}].exercise"
                    raise ValueError(f"{key} {prescription.exercise[:60]!r} is not in exercises")


class JournalCopy(Struct, frozen=True, kw_only=True):
    """What a journal file holds.

    Attributes:
        contents: Everything of the person.
        exported: When it was written; the rules look up to then.
        day_starts_at: When the person's training day turns over.
        exercises: The own exercises that the plans use, with their pictures.
        content_version: Version of the library that wrote it.
        rules_version: Version of the rules that wrote it.
    """

    contents: JournalContents
    exported: Moment
    day_starts_at: time = DAY_STARTS_AT
    exercises: tuple[OwnExercise, ...] = ()
    content_version: int = 1
    rules_version: int = 1

    def __post_init__(self) -> None:
        """Refuse too many own exercises, and doubles."""
        _check_own(self.exercises)


def _check_own(exercises: tuple[OwnExercise, ...]) -> None:
    check_most("exercises", exercises, MOST_OWN_EXERCISES)
    if len({own.id for own in exercises}) != len(exercises):
        raise ValueError("exercises must have different ids")

"""The headless commands: what they find out, as text or as JSON for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from ankle_coach.content.catalog import open_library
from ankle_coach.content.check import check_file, check_shipped
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.dose_time import TotalTime
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.exercise import Exercise, Level
from ankle_coach.domain.exercise_texts import exercise_name, level_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.schedule import Due, due_on
from ankle_coach.domain.step_words import step_label
from ankle_coach.domain.steps import Step, compile_dose, compile_session, steps_time
from ankle_coach.domain.terms import minutes_words
from ankle_coach.domain.words import Words
from ankle_coach.exchange.plan_file import SUFFIX, read_plan
from ankle_coach.i18n import translator


def exercises_json() -> str:
    """Return the library as a JSON list; the names of its keys stay."""
    library, words = open_library(), translator()
    entries = [_exercise_entry(exercise, library, words) for exercise in library.in_catalog_order()]
    return _json(entries)


def exercises_text() -> str:
    """Return the library as one line an exercise."""
    library, words = open_library(), translator()
    lines = []
    for exercise in library.in_catalog_order():
        sentence = _sentence(exercise.default, library, words)
        lines.append(f"{exercise.id:22} {exercise_name(exercise, words)}: {sentence}")
    return "\n".join(lines)


def check(files: Sequence[Path]) -> list[str]:
    """Return what is wrong with the shipped content, or with the files given, a line each."""
    if not files:
        return [str(error) for error in check_shipped()]
    return [str(error) for path in files for error in check_file(path)]


class StepList(NamedTuple):
    """The steps of a session.

    Attributes:
        steps: The steps in playing order.
        words: The language of the labels.
    """

    steps: tuple[Step, ...]
    words: Words

    @property
    def total(self) -> TotalTime:
        """Seconds of the timed steps, and the number of open ones."""
        return steps_time(self.steps)

    def as_json(self) -> str:
        """Return the list as JSON; the names of its keys stay."""
        entries = [_step_entry(step, self.words) for step in self.steps]
        return _json({"seconds": self.total.seconds, "steps": entries, "open_steps": self.total.open_steps})

    def as_text(self) -> str:
        """Return the list as one line a step, with the total time last."""
        lines = []
        for step in self.steps:
            time = "tap" if step.seconds is None else f"{step.seconds:g} s"
            reps = f" x {step.reps}" if step.reps else ""
            lines.append(f"{step.kind:7} {step.side:6} {time:>8}  {step_label(step, self.words)}{reps}")
        lines.append(minutes_words(self.total.seconds, self.total.open_steps, self.words))
        return "\n".join(lines)


def steps_of(plan: str, day: date | None) -> StepList:
    """Return the steps of a plan file's sessions on a day, or of an exercise at its default dose.

    Args:
        plan: A plan file's path, or the id of an exercise.
        day: The training day; None for today.

    Raises:
        ContentError: If the plan file cannot be used.
        NotFoundError: If there is no such file and no such exercise.
    """
    words = translator()
    path = Path(plan)
    if path.suffix == SUFFIX or path.is_file():
        return StepList(_plan_steps(path, day or datetime.now().astimezone().date()), words)
    library = open_library()
    if plan not in library.exercises:
        raise NotFoundError(f"{plan}: there is no plan file and no exercise of this name")
    exercise = library.exercise(plan)
    level = exercise.default
    return StepList(compile_dose(level.dose, level.side_mode, None, exercise=plan), words)


def _plan_steps(path: Path, day: date) -> tuple[Step, ...]:
    plan = read_plan(path).plan
    return tuple(
        step
        for due in due_on(plan, day)
        if due.due is Due.PLANNED
        for step in compile_session(due.prescriptions, plan.affected)
    )


def _exercise_entry(exercise: Exercise, library: Library, words: Words) -> dict[str, Any]:
    return {
        "id": exercise.id,
        "name": exercise_name(exercise, words),
        "group": exercise.group,
        "equipment": list(exercise.usual_equipment),
        "dose": _sentence(exercise.default, library, words),
        "cues": list(exercise.cues),
        "levels": [
            {
                "id": level.id,
                "name": level_name(exercise, level, words),
                "dose": _sentence(level, library, words),
            }
            for level in exercise.levels
        ],
        "references": list(exercise.references),
    }


def _sentence(level: Level, library: Library, words: Words) -> str:
    def name_of(exercise_id: str) -> str:
        return exercise_name(library.exercise(exercise_id), words)

    return dose_sentence(level.dose, level.side_mode, None, words, name_of)


def _step_entry(step: Step, words: Words) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "exercise": step.exercise,
        "side": step.side,
        "set": step.set_number,
        "reps": step.reps,
        "direction": step.direction,
        "label": step_label(step, words),
        "seconds": step.seconds,
        "session": step.session,
    }


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()

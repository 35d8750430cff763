"""What a person and the library add to compiled steps: letters, eyes, touch-downs, and waiting for a tap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from ankle_coach.domain.exercise import Group
from ankle_coach.domain.library import Library
from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.steps import Step, StepKind


class PlayChoices(Struct, frozen=True, kw_only=True):
    """How a person wants sessions played.

    Attributes:
        letter_style: Print or cursive; None as the plan says.
        letter_seconds: Seconds for each letter; None as the plan says.
        waits_after: Groups of exercises whose timed sets end with a tap instead of going on by themselves.
    """

    letter_style: LetterStyle | None = None
    letter_seconds: float | None = None
    waits_after: frozenset[Group] = frozenset()


def with_choices(steps: Iterable[Step], library: Library, choices: PlayChoices) -> tuple[Step, ...]:
    """Return steps with a person's choices, and with what the library knows of balance."""
    dressed = [_dressed(step, library, choices) for step in steps]
    return tuple(_with_waits(dressed, library, choices.waits_after))


def _dressed(step: Step, library: Library, choices: PlayChoices) -> Step:
    if step.kind is StepKind.TRACE:
        return msgspec.structs.replace(
            step,
            letter_style=choices.letter_style or step.letter_style,
            seconds=choices.letter_seconds or step.seconds,
        )
    if _group(step, library) is not Group.BALANCE or step.kind is StepKind.ASK:
        return step
    level = library.exercise(step.exercise).level(step.level)
    return msgspec.structs.replace(step, eyes=level.eyes, counts_touches=step.is_work)


def _with_waits(steps: list[Step], library: Library, groups: frozenset[Group]) -> Iterator[Step]:
    for index, step in enumerate(steps):
        yield step
        following = next((later for later in steps[index + 1 :] if later.is_work), None)
        ends_set = following is not None and following.set_key != step.set_key
        timed_work = step.is_work and step.seconds is not None
        if ends_set and timed_work and _group(step, library) in groups:
            wait = {"kind": StepKind.READY, "seconds": None, "reps": 0, "parts": (), "letter": ""}
            yield msgspec.structs.replace(step, counts_touches=False, checkpoints=(), maximum=None, **wait)


def _group(step: Step, library: Library) -> Group | None:
    return library.exercise(step.exercise).group if step.exercise in library.exercises else None

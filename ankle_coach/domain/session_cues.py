"""When a step gives its cues: parts of repetitions, repetitions done, halfway, last seconds, checks."""

from __future__ import annotations

from collections.abc import Iterator

from ankle_coach.domain.session_state import Event, EventKind
from ankle_coach.domain.steps import Step, StepKind

COUNTDOWN_FROM = 3
"""The last three seconds of a step are counted down."""
SHORTEST_COUNTED = 5.0
"""Shorter steps have no countdown: their cues would run into each other."""
SHORTEST_HALVED = 20.0
"""Work from this length on says when half of it is over."""


def cycle_seconds(step: Step) -> float:
    """Return the seconds of one repetition of a step, 0 where it has none."""
    return sum(part.seconds for part in step.parts)


def reps_done(step: Step, position: float) -> int:
    """Return the whole repetitions done at a position of a step."""
    cycle = cycle_seconds(step)
    if cycle:
        return min(step.reps, int((position + 1e-6) / cycle))
    if step.seconds is not None and position >= step.seconds - 1e-6:
        return step.reps
    return 0


def cues(step: Step, index: int, length: float | None) -> list[Event]:
    """Return the cues of a step in order of time, its start and its end left out.

    Args:
        step: The step.
        index: Its place in the session.
        length: Its length with what was added to it; None where the person decides.
    """
    if length is None:
        return []
    found = [*_rep_cues(step, index), *_long_cues(step, index, length)]
    found.extend(
        Event(EventKind.CHECKPOINT, index, point.at, check=point.check)
        for point in step.checkpoints
        if point.at < length
    )
    return sorted(found, key=lambda event: event.position)


def cues_between(step: Step, index: int, length: float | None, after: float, until: float) -> list[Event]:
    """Return the cues of a step later than one position and not later than another."""
    return [event for event in cues(step, index, length) if after < event.position <= until]


def _rep_cues(step: Step, index: int) -> Iterator[Event]:
    cycle = cycle_seconds(step)
    for rep in range(step.reps if cycle else 0):
        at = rep * cycle
        for part in step.parts:
            if at:
                yield Event(EventKind.PART_STARTED, index, at, number=rep + 1, part=part.part)
            at += part.seconds
        if rep + 1 < step.reps:
            yield Event(EventKind.REP_DONE, index, at, number=rep + 1)


def _long_cues(step: Step, index: int, length: float) -> Iterator[Event]:
    if step.kind in (StepKind.HOLD, StepKind.MOVE) and not step.parts and length >= SHORTEST_HALVED:
        yield Event(EventKind.HALFWAY, index, length / 2)
    if length >= SHORTEST_COUNTED and not step.parts and step.kind is not StepKind.TRACE:
        for left in range(COUNTDOWN_FROM, 0, -1):
            yield Event(EventKind.COUNTDOWN, index, length - left, number=left)

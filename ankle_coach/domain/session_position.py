"""Where a session is, in the terms that a screen shows: repetition, part, exercise n of m, share done."""

from __future__ import annotations

from typing import NamedTuple

from ankle_coach.domain.session_cues import cycle_seconds
from ankle_coach.domain.session_state import SessionState, Status
from ankle_coach.domain.steps import Part, Step, StepKind

OPEN_STEP_WEIGHT = 30.0
"""What a step without a time counts in the share of a session that is done, in seconds (app rule)."""


class RepPosition(NamedTuple):
    """A place within the repetitions of a step.

    Attributes:
        rep: The running repetition, from 1.
        part_index: The running part's place in `Step.parts`.
        part: The running part.
        share: How much of the part is over, 0 to 1.
    """

    rep: int
    part_index: int
    part: Part
    share: float


def rep_position(step: Step, position: float) -> RepPosition | None:
    """Return the repetition and its part at a position of a step; None where it has no tempo.

    Args:
        step: The step.
        position: Seconds into it.
    """
    cycle = cycle_seconds(step)
    if not cycle:
        return None
    done = min(step.reps - 1, int((position + 1e-6) / cycle))
    into = min(cycle, max(0.0, position - done * cycle))
    for index, part in enumerate(step.parts):
        if into + 1e-6 < part.seconds or index == len(step.parts) - 1:
            return RepPosition(done + 1, index, part.part, min(1.0, into / part.seconds))
        into = max(0.0, into - part.seconds)
    return None


def exercise_place(state: SessionState) -> tuple[int, int]:
    """Return which exercise of how many the session is at, from 1; a sequence counts piece by piece."""
    work = (step for step in state.steps if step.kind is not StepKind.ASK)
    keys = list(dict.fromkeys((step.prescription, step.item, step.exercise) for step in work))
    here = state.step
    if here.kind is StepKind.ASK:
        own = [number for number, key in enumerate(keys, 1) if key[0] == here.prescription]
        return (own[-1] if own else 1), len(keys)
    return keys.index((here.prescription, here.item, here.exercise)) + 1, len(keys)


def share_done(state: SessionState) -> float:
    """Return which share of the session is over, 0 to 1; steps left out count as over."""
    if state.status is Status.FINISHED:
        return 1.0
    weights = [_weight(step) for step in state.steps]
    total = sum(weights)
    left = sum(
        weight for index, weight in enumerate(weights) if index > state.index and not state.skips(index)
    )
    now = min(weights[state.index], state.position) if state.step.seconds is not None else 0.0
    return min(1.0, max(0.0, 1 - (left + weights[state.index] - now) / total)) if total else 0.0


def _weight(step: Step) -> float:
    if step.kind is StepKind.ASK:
        return 0.0
    return OPEN_STEP_WEIGHT if step.seconds is None else step.seconds

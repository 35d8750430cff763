"""Other letters in a running session: print or cursive at once, another pace from the next letter on."""

from __future__ import annotations

import msgspec

from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.session_state import Credit, SessionState
from ankle_coach.domain.steps import Step, StepKind


def with_letters(state: SessionState, style: LetterStyle | None, seconds: float | None) -> SessionState:
    """Return the state with other letters still to write.

    A letter that is being written keeps its time, and so does one of which something is credited.

    Args:
        state: The player's state.
        style: Print or cursive; None leaves it.
        seconds: Seconds for each letter; None leaves them.
    """
    changed = tuple(
        _changed(step, style, seconds if index > state.index and state.credits[index] == Credit() else None)
        if step.kind is StepKind.TRACE and index >= state.index
        else step
        for index, step in enumerate(state.steps)
    )
    return state if changed == state.steps else msgspec.structs.replace(state, steps=changed)


def _changed(step: Step, style: LetterStyle | None, seconds: float | None) -> Step:
    return msgspec.structs.replace(
        step, letter_style=style or step.letter_style, seconds=seconds or step.seconds
    )

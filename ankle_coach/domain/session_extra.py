"""One more set than planned: a copy of the last one, which is credited apart."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from ankle_coach.domain.clocks import Clock, Reading
from ankle_coach.domain.dose_time import READY_SECONDS
from ankle_coach.domain.movement import Activity
from ankle_coach.domain.session_flow import go_to, with_fields
from ankle_coach.domain.session_state import Credit, Event, EventKind, SessionState, Status
from ankle_coach.domain.steps import Step, StepKind


class _Extra(NamedTuple):
    """Steps to put in.

    Attributes:
        at: The place in the session that they take.
        steps: What is played.
        goes_there: Whether they begin at once; otherwise the running set is ended first.
    """

    at: int
    steps: tuple[Step, ...]
    goes_there: bool


def can_add_set(state: SessionState) -> bool:
    """Say whether one more set can be added: in or right after the last set of an exercise on a side.

    Timers such as ice have their own limits, a list is done once, and runs grow by their stages alone
    (clinical.md §3.7, §3.8).
    """
    return _last_set(state) is not None


def add_set(state: SessionState, at: Reading, events: list[Event]) -> SessionState:
    """Return the state with one more set: at once after the last one, else when that is over.

    Raises:
        ValueError: If no set can be added now.
    """
    last = _last_set(state)
    if last is None:
        raise ValueError("no set can be added here")
    extra = _extra(state, last)
    events.append(Event(EventKind.SET_ADDED, state.index, state.position))
    inserted = _with_steps(state, extra.at, extra.steps)
    return go_to(inserted, extra.at, at, events, leads_in=True) if extra.goes_there else inserted


def _last_set(state: SessionState) -> tuple[int, int] | None:
    """Return the first and last step of work of the set to repeat, or None."""
    if state.status not in (Status.RUNNING, Status.PAUSED):
        return None
    index = state.index
    while index >= 0 and not state.steps[index].is_work:
        index -= 1
    if index < 0 or state.skips(index):
        return None
    step = state.steps[index]
    same = [n for n, other in enumerate(state.steps) if other.is_work and other.set_key == step.set_key]
    if index != state.index and not state.credits[same[-1]].done:
        return None
    if step.clock is Clock.ELAPSED or step.text or step.activity is Activity.RUN:
        return None
    if _has_later_set(state, step, same[-1]):
        return None
    return same[0], same[-1]


def _has_later_set(state: SessionState, step: Step, after: int) -> bool:
    return any(
        later.is_work and _piece(later) == _piece(step) and not state.skips(index)
        for index, later in enumerate(state.steps[after + 1 :], after + 1)
    )


def _piece(step: Step) -> tuple[object, ...]:
    return (step.prescription, step.exercise, step.item, step.side)


def _extra(state: SessionState, last: tuple[int, int]) -> _Extra:
    first, end = last
    model = state.steps[first]
    numbers = (s.set_number for s in state.steps if (*_piece(s), s.block) == (*_piece(model), model.block))
    marks: dict[str, object] = {"set_number": max(numbers) + 1, "is_extra": True}
    work = tuple(msgspec.structs.replace(step, **marks) for step in state.steps[first : end + 1])
    if not state.step.is_work:
        return _Extra(state.index, work, goes_there=True)
    return _Extra(end + 1, (*_pause(state, first, marks), *work), goes_there=False)


def _pause(state: SessionState, first: int, marks: dict[str, object]) -> tuple[Step, ...]:
    """Return the rest before the set that is repeated, or the time to get ready where it had none."""
    before = state.steps[first - 1] if first else None
    model = state.steps[first]
    if before is not None and before.kind is StepKind.REST and before.set_key == model.set_key:
        return (msgspec.structs.replace(before, **marks),)
    if model.seconds is None:
        return ()
    ready = {"kind": StepKind.READY, "seconds": READY_SECONDS, "reps": 0, "parts": (), "letter": ""}
    return (msgspec.structs.replace(model, counts_touches=False, **ready, **marks),)


def _with_steps(state: SessionState, at: int, steps: tuple[Step, ...]) -> SessionState:
    """Return the state with steps put in; whatever points behind them moves along."""
    count = len(steps)

    def moved(index: int) -> int:
        return index + count if index >= at else index

    return with_fields(
        state,
        steps=(*state.steps[:at], *steps, *state.steps[at:]),
        credits=(*state.credits[:at], *(Credit() for _ in steps), *state.credits[at:]),
        index=state.index,
        pain_stops=tuple(msgspec.structs.replace(stop, index=moved(stop.index)) for stop in state.pain_stops),
        touches=tuple(moved(index) for index in state.touches),
        leap=None,
    )

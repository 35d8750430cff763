"""How the player goes from step to step as time passes: deadlines, sleep, getting ready, credit.

`session` turns commands into these moves. Nothing here reads a clock.
"""

from __future__ import annotations

import msgspec

from ankle_coach.domain.clocks import Clock, Reading
from ankle_coach.domain.session_cues import cues_between, reps_done
from ankle_coach.domain.session_state import Credit, Event, EventKind, SessionState, Status
from ankle_coach.domain.steps import Step

STALL_MEANS_SLEEP = 30.0
"""A tick that comes this late, in seconds, is taken for sleep."""
CLOCKS_APART = 2.0
"""Seconds that `elapsed` may run ahead of `awake` between two ticks before it means sleep."""
LEAD_IN = 3.0
"""Seconds to get ready again when timed work goes on after a pause or a jump."""


def with_fields(state: SessionState, **fields: object) -> SessionState:
    """Return the state with other values of some fields."""
    return msgspec.structs.replace(state, **fields)


def catch_up(state: SessionState, at: Reading, events: list[Event]) -> SessionState:
    """Play on to a reading of the clocks; steps end at their deadlines, however late it is noticed."""
    if state.status is not Status.RUNNING:
        return with_fields(state, last=at)
    slept = _has_slept(state, at)
    if slept and state.step.clock is Clock.AWAKE:
        return _fall_asleep(with_fields(state, last=at), events)
    if _lead_in_ends(state, at):
        events.append(Event(EventKind.WORK_STARTED, state.index, state.position))
    while state.status is Status.RUNNING:
        step, length = state.step, state.length
        position = max(state.position, at.on(step.clock) - state.since)
        if length is None or position < length - 1e-9:
            events.extend(cues_between(step, state.index, length, state.position, position))
            state = with_fields(state, position=position, played=state.played + position - state.position)
            break
        events.extend(cues_between(step, state.index, length, state.position, length))
        state = with_fields(state, played=state.played + max(0.0, length - state.position))
        state = _complete(state, at, position - length, events)
        if slept and not state.status.is_over:
            state = _fall_asleep(state, events)
    return with_fields(state, last=at)


def _fall_asleep(state: SessionState, events: list[Event]) -> SessionState:
    events.append(Event(EventKind.SLEPT, state.index, state.position))
    return with_fields(state, status=Status.PAUSED, slept=True)


def _lead_in_ends(state: SessionState, at: Reading) -> bool:
    if state.last is None:
        return False
    starts = state.since + state.position
    return state.last.on(state.step.clock) < starts - 1e-9 <= at.on(state.step.clock)


def _has_slept(state: SessionState, at: Reading) -> bool:
    if state.last is None:
        return False
    awake = at.awake - state.last.awake
    return awake >= STALL_MEANS_SLEEP or at.elapsed - state.last.elapsed - awake > CLOCKS_APART


def _complete(state: SessionState, at: Reading, late: float, events: list[Event]) -> SessionState:
    step = state.step
    events.append(Event(EventKind.STEP_DONE, state.index, state.length or state.position))
    if step.is_work:
        state = credited(state, state.index, Credit(step.reps, step.seconds or 0, done=True))
        tell_set_done(state, events)
    return go_to(state, state.index + 1, at, events, late=late)


def tell_set_done(state: SessionState, events: list[Event]) -> None:
    """Tell that a set is done, if the current step was its last."""
    following = state.following_work()
    if following is None or following.set_key != state.step.set_key:
        events.append(Event(EventKind.SET_DONE, state.index, number=state.step.set_number))


def go_to(
    state: SessionState,
    index: int,
    at: Reading,
    events: list[Event],
    *,
    late: float = 0.0,
    position: float = 0.0,
    leads_in: bool = False,
) -> SessionState:
    """Begin a step, or the next one that is played.

    Args:
        state: The state before.
        index: The step.
        at: The reading of the clocks.
        events: What happens is added here.
        late: How many seconds ago it should have begun.
        position: Seconds into the step to begin at.
        leads_in: Whether one gets ready first, where it is timed work.
    """
    while index < len(state.steps) and state.skips(index):
        index += 1
    if index >= len(state.steps):
        events.append(Event(EventKind.FINISHED, len(state.steps) - 1))
        return with_fields(
            state, status=Status.FINISHED, index=len(state.steps) - 1, position=0.0, extension=0.0
        )
    lead_in = lead_in_of(state.steps[index]) if leads_in else 0.0
    since = at.on(state.steps[index].clock) - late - position + lead_in
    events.append(Event(EventKind.STEP_STARTED, index, position))
    return with_fields(state, index=index, position=position, since=since, extension=0.0)


def lead_in_of(step: Step) -> float:
    """Return the seconds to get ready for a step in the middle of a session: only timed work needs them."""
    timed_work = step.is_work and step.seconds is not None and step.clock is Clock.AWAKE
    return LEAD_IN if timed_work else 0.0


def partial_credit(state: SessionState) -> Credit:
    """Return what was done of the current step so far; a step that the person decides on counts whole."""
    step = state.step
    if step.seconds is None:
        return Credit()
    return Credit(reps_done(step, state.position), min(state.position, step.seconds))


def credited(state: SessionState, index: int, credit: Credit) -> SessionState:
    """Return the state with a credit merged into what a step has; credit is never taken back."""
    before = state.credits[index]
    merged = Credit(
        max(before.reps, credit.reps), max(before.seconds, credit.seconds), before.done or credit.done
    )
    if merged == before:
        return state
    return with_fields(state, credits=(*state.credits[:index], merged, *state.credits[index + 1 :]))


def leave(state: SessionState) -> SessionState:
    """Return the state with what was done of the running step credited."""
    return credited(state, state.index, partial_credit(state)) if state.step.is_work else state

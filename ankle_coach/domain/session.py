"""The player as a pure function: `advance(state, command, at) -> (state, events)`.

Time is only ever an argument. A step ends at its deadline, not at the tick that notices it, so that late
ticks cannot make a session longer. Sleep pauses an exercise and asks; ice keeps counting.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec
from msgspec import Struct

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.session_cues import cues_between, reps_done
from ankle_coach.domain.session_state import (
    Credit,
    Event,
    EventKind,
    PainStop,
    Reading,
    SessionState,
    Skip,
    Status,
)
from ankle_coach.domain.steps import Clock, Step, StepKind

STALL_MEANS_SLEEP = 30.0
"""A tick that comes this late, in seconds, is taken for sleep."""
CLOCKS_APART = 2.0
"""Seconds that `elapsed` may run ahead of `awake` between two ticks before it means sleep."""
LEAD_IN = 3.0
"""Seconds to get ready again when timed work goes on after a pause or a jump."""
EXTRA_REST = 15.0
"""Seconds that one press adds to a rest."""


class CommandKind(StrEnum):
    """What can be asked of the player."""

    TICK = "tick"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    RESTART_SET = "restart-set"
    EXTEND_REST = "extend-rest"
    SKIP_SIDE = "skip-side"
    SKIP_EXERCISE = "skip-exercise"
    TOO_PAINFUL = "too-painful"
    FINISH = "finish"
    ABANDON = "abandon"


class Command(Struct, frozen=True):
    """One command, with the pain that goes with "too painful"."""

    kind: CommandKind
    pain: Answer = NoAnswer.MISSING


TICK = Command(CommandKind.TICK)


def new_session(steps: tuple[Step, ...]) -> SessionState:
    """Return the state of a session that has not started.

    Raises:
        ValueError: If there is nothing to play.
    """
    if not steps:
        raise ValueError("a session needs at least one step")
    return SessionState(steps=steps, credits=tuple(Credit() for _ in steps))


def restored(state: SessionState) -> SessionState:
    """Return a stored state as it is offered after a restart: paused where it was, clocks forgotten."""
    if state.status.is_over:
        return state
    return _with(state, status=Status.PAUSED, last=None, since=0.0, slept=False)


def advance(state: SessionState, command: Command, at: Reading) -> tuple[SessionState, tuple[Event, ...]]:
    """Return the state after a command and what happened on the way.

    Commands that make no sense in a state leave it as it is.

    Args:
        state: The state before.
        command: What is asked.
        at: The reading of the clocks; never earlier than the last one.
    """
    if state.status.is_over:
        return state, ()
    events: list[Event] = []
    state = _catch_up(state, at, events)
    if command.kind is not CommandKind.TICK and not state.status.is_over:
        state = _obey(state, command, at, events)
    return state, _mark_stale(events)


def credit_now(state: SessionState) -> tuple[Credit, ...]:
    """Return the credits with what has been done of the running step so far."""
    if state.status.is_over or not state.step.is_work:
        return state.credits
    return _credited(state, state.index, _partial(state)).credits


def _with(state: SessionState, **fields: object) -> SessionState:
    return msgspec.structs.replace(state, **fields)


def _catch_up(state: SessionState, at: Reading, events: list[Event]) -> SessionState:
    if state.status is not Status.RUNNING:
        return _with(state, last=at)
    if state.step.clock is Clock.AWAKE and _has_slept(state, at):
        events.append(Event(EventKind.SLEPT, state.index, state.position))
        return _with(state, status=Status.PAUSED, slept=True, last=at)
    while state.status is Status.RUNNING:
        step, length = state.step, state.length
        position = max(state.position, at.on(step.clock) - state.since)
        if length is None or position < length - 1e-9:
            events.extend(cues_between(step, state.index, length, state.position, position))
            state = _with(state, position=position)
            break
        events.extend(cues_between(step, state.index, length, state.position, length))
        state = _complete(state, at, position - length, events)
    return _with(state, last=at)


def _has_slept(state: SessionState, at: Reading) -> bool:
    if state.last is None:
        return False
    awake = at.awake - state.last.awake
    return awake >= STALL_MEANS_SLEEP or at.elapsed - state.last.elapsed - awake > CLOCKS_APART


def _complete(state: SessionState, at: Reading, late: float, events: list[Event]) -> SessionState:
    step = state.step
    events.append(Event(EventKind.STEP_DONE, state.index, state.length or state.position))
    if step.is_work:
        seconds = state.position if step.seconds is None else step.seconds
        state = _credited(state, state.index, Credit(step.reps, seconds, done=True))
        following = state.following_work()
        if following is None or following.set_key != step.set_key:
            events.append(Event(EventKind.SET_DONE, state.index, number=step.set_number))
    return _go_to(state, state.index + 1, at, events, late=late)


def _go_to(
    state: SessionState,
    index: int,
    at: Reading,
    events: list[Event],
    *,
    late: float = 0.0,
    position: float = 0.0,
    lead_in: float = 0.0,
) -> SessionState:
    """Begin a step; `late` is how long ago it should have begun, `lead_in` how long until it does."""
    while index < len(state.steps) and state.skips(index):
        index += 1
    if index >= len(state.steps):
        events.append(Event(EventKind.FINISHED, len(state.steps) - 1))
        return _with(state, status=Status.FINISHED, index=len(state.steps) - 1, position=0.0, extension=0.0)
    since = at.on(state.steps[index].clock) - late - position + lead_in
    events.append(Event(EventKind.STEP_STARTED, index, position))
    return _with(state, index=index, position=position, since=since, extension=0.0)


def _lead_in(step: Step) -> float:
    timed_work = step.is_work and step.seconds is not None and step.clock is Clock.AWAKE
    return LEAD_IN if timed_work else 0.0


def _partial(state: SessionState) -> Credit:
    step = state.step
    if step.seconds is None:
        return Credit()
    return Credit(reps_done(step, state.position), min(state.position, step.seconds))


def _credited(state: SessionState, index: int, credit: Credit) -> SessionState:
    before = state.credits[index]
    merged = Credit(
        max(before.reps, credit.reps), max(before.seconds, credit.seconds), before.done or credit.done
    )
    if merged == before:
        return state
    return _with(state, credits=(*state.credits[:index], merged, *state.credits[index + 1 :]))


def _leave(state: SessionState) -> SessionState:
    return _credited(state, state.index, _partial(state)) if state.step.is_work else state


def _obey(state: SessionState, command: Command, at: Reading, events: list[Event]) -> SessionState:
    match command.kind:
        case CommandKind.START if state.status is Status.WAITING:
            return _go_to(_with(state, status=Status.RUNNING), 0, at, events)
        case CommandKind.PAUSE if state.status is Status.RUNNING:
            events.append(Event(EventKind.PAUSED, state.index, state.position))
            return _with(state, status=Status.PAUSED)
        case CommandKind.RESUME if state.status is Status.PAUSED:
            return _resume(state, at, events)
        case CommandKind.EXTEND_REST if state.step.kind in (StepKind.REST, StepKind.READY, StepKind.SWITCH):
            return _with(state, extension=state.extension + EXTRA_REST)
        case CommandKind.FINISH:
            events.append(Event(EventKind.FINISHED, state.index, state.position))
            return _with(_leave(state), status=Status.FINISHED)
        case CommandKind.ABANDON:
            events.append(Event(EventKind.ABANDONED, state.index, state.position))
            return _with(state, status=Status.ABANDONED)
        case _ if state.status is not Status.WAITING:
            return _move(state, command, at, events)
    return state


def _resume(state: SessionState, at: Reading, events: list[Event]) -> SessionState:
    events.append(Event(EventKind.RESUMED, state.index, state.position))
    step = state.step
    since = at.on(step.clock) - state.position + _lead_in(step)
    return _with(state, status=Status.RUNNING, since=since, slept=False, last=at)


def _move(state: SessionState, command: Command, at: Reading, events: list[Event]) -> SessionState:
    step = state.step
    match command.kind:
        case CommandKind.NEXT if step.seconds is None:
            return _complete(state, at, 0.0, events)
        case CommandKind.NEXT:
            left = _with(_leave(state), left_index=state.index, left_position=state.position)
            return _go_to(left, state.index + 1, at, events)
        case CommandKind.BACK:
            return _back(_leave(state), at, events)
        case CommandKind.RESTART_SET:
            return _restart_set(_leave(state), at, events)
        case CommandKind.SKIP_SIDE:
            skip = Skip(step.prescription, step.item, step.side)
            return _skip(state, skip, at, events)
        case CommandKind.SKIP_EXERCISE:
            return _skip(state, Skip(step.prescription, step.item), at, events)
        case CommandKind.TOO_PAINFUL:
            events.append(Event(EventKind.TOO_PAINFUL, state.index, state.position))
            stop = PainStop(state.index, state.position, command.pain)
            stopped = _with(state, pain_stops=(*state.pain_stops, stop))
            return _skip(stopped, Skip(step.prescription, step.item), at, events)
    return state


def _skip(state: SessionState, skip: Skip, at: Reading, events: list[Event]) -> SessionState:
    state = _leave(state)
    state = _with(state, skipped=(*state.skipped, skip))
    return _go_to(state, state.index + 1, at, events)


def _back(state: SessionState, at: Reading, events: list[Event]) -> SessionState:
    index = state.index - 1
    while index >= 0 and state.skips(index):
        index -= 1
    if index < 0:
        return _go_to(state, state.index, at, events, lead_in=_lead_in(state.step))
    credit = state.credits[index]
    position = 0.0 if credit.done else credit.seconds
    if index == state.left_index:
        position = state.left_position
    return _go_to(state, index, at, events, position=position, lead_in=_lead_in(state.steps[index]))


def _restart_set(state: SessionState, at: Reading, events: list[Event]) -> SessionState:
    key = state.step.set_key
    index = state.index
    while index > 0 and state.steps[index - 1].set_key == key and state.steps[index - 1].is_work:
        index -= 1
    return _go_to(state, index, at, events, lead_in=_lead_in(state.steps[index]))


CUES = frozenset({EventKind.STEP_STARTED, EventKind.PART_STARTED, EventKind.COUNTDOWN, EventKind.HALFWAY})
"""Events that sound; of several in one tick only the newest does."""


def _mark_stale(events: list[Event]) -> tuple[Event, ...]:
    newest = max((number for number, event in enumerate(events) if event.kind in CUES), default=-1)
    return tuple(
        msgspec.structs.replace(event, stale=True) if event.kind in CUES and number < newest else event
        for number, event in enumerate(events)
    )

"""The player as a pure function: `advance(state, command, at) -> (state, events)`.

Time is only ever an argument. A step ends at its deadline, not at the tick that notices it, so that late
ticks cannot make a session longer. Sleep pauses an exercise and asks; ice keeps counting.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec
from msgspec import Struct

from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.session_extra import add_set, can_add_set
from ankle_coach.domain.session_flow import (
    catch_up,
    credited,
    go_to,
    lead_in_of,
    leave,
    partial_credit,
    tell_set_done,
    with_fields,
)
from ankle_coach.domain.session_letters import with_letters
from ankle_coach.domain.session_state import (
    Credit,
    Event,
    EventKind,
    Leap,
    PainStop,
    SessionState,
    Skip,
    Status,
)
from ankle_coach.domain.steps import Step, StepKind

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
    TOUCH_DOWN = "touch-down"
    EXTRA_SET = "extra-set"
    LETTERS = "letters"
    FINISH = "finish"
    ABANDON = "abandon"


class Command(Struct, frozen=True):
    """One command.

    Attributes:
        kind: What is asked.
        pain: The pain that goes with "too painful".
        style: The letters that "letters" asks for; None leaves them.
        seconds: Seconds for each letter to come that "letters" asks for; None leaves them.
    """

    kind: CommandKind
    pain: Answer = NoAnswer.MISSING
    style: LetterStyle | None = None
    seconds: float | None = None


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
    return with_fields(state, status=Status.PAUSED, last=None, since=0.0, slept=False)


def advance(state: SessionState, command: Command, at: Reading) -> tuple[SessionState, tuple[Event, ...]]:
    """Return the state after a command and what happened on the way.

    Commands that make no sense in a state leave it as it is. So does "next" where the step that the person
    saw has just ended by itself.

    Args:
        state: The state before.
        command: What is asked.
        at: The reading of the clocks; never earlier than the last one.
    """
    if state.status.is_over:
        return state, ()
    events: list[Event] = []
    seen = state.index
    state = catch_up(state, at, events)
    overtaken = command.kind is CommandKind.NEXT and state.index != seen
    if command.kind is not CommandKind.TICK and not overtaken and not state.status.is_over:
        state = _obey(state, command, at, events)
    return state, _mark_stale(events)


def credit_now(state: SessionState) -> tuple[Credit, ...]:
    """Return the credits with what has been done of the running step so far."""
    if state.status.is_over or not state.step.is_work:
        return state.credits
    return credited(state, state.index, partial_credit(state)).credits


def can_extend(state: SessionState) -> bool:
    """Say whether 15 seconds can be added to the current step: a rest, getting ready or changing sides."""
    pauses = (StepKind.REST, StepKind.READY, StepKind.SWITCH)
    timed = state.step.kind in pauses and state.step.seconds is not None
    return timed and state.status in (Status.RUNNING, Status.PAUSED)


def can_touch_down(state: SessionState) -> bool:
    """Say whether a touch-down can be counted: while a balance exercise is played."""
    return state.status is Status.RUNNING and state.step.is_work and state.step.counts_touches


def lead_in_left(state: SessionState) -> float:
    """Return the seconds to get ready that are left before a running step's time goes on; 0 for none."""
    if state.status is not Status.RUNNING or state.last is None:
        return 0.0
    return max(0.0, state.since + state.position - state.last.on(state.step.clock))


def _obey(state: SessionState, command: Command, at: Reading, events: list[Event]) -> SessionState:
    match command.kind:
        case CommandKind.START if state.status is Status.WAITING:
            return go_to(with_fields(state, status=Status.RUNNING), 0, at, events)
        case CommandKind.PAUSE if state.status is Status.RUNNING:
            events.append(Event(EventKind.PAUSED, state.index, state.position))
            return with_fields(state, status=Status.PAUSED)
        case CommandKind.RESUME if state.status is Status.PAUSED:
            return _resume(state, at, events)
        case CommandKind.EXTEND_REST if can_extend(state):
            return with_fields(state, extension=state.extension + EXTRA_REST)
        case CommandKind.TOUCH_DOWN if can_touch_down(state) and not _leads_in(state, at):
            events.append(Event(EventKind.TOUCHED_DOWN, state.index, state.position))
            return with_fields(state, touches=(*state.touches, state.index))
        case CommandKind.LETTERS:
            return with_letters(state, command.style, command.seconds)
        case CommandKind.EXTRA_SET if can_add_set(state):
            return add_set(state, at, events)
        case CommandKind.FINISH:
            events.append(Event(EventKind.FINISHED, state.index, state.position))
            return with_fields(leave(state), status=Status.FINISHED)
        case CommandKind.ABANDON:
            events.append(Event(EventKind.ABANDONED, state.index, state.position))
            return with_fields(state, status=Status.ABANDONED)
        case _ if state.status is not Status.WAITING:
            return _move(state, command, at, events)
    return state


def _leads_in(state: SessionState, at: Reading) -> bool:
    """Say whether one still gets ready for the current step."""
    return lead_in_left(with_fields(state, last=at)) > 0


def _resume(state: SessionState, at: Reading, events: list[Event]) -> SessionState:
    events.append(Event(EventKind.RESUMED, state.index, state.position))
    step = state.step
    since = at.on(step.clock) - state.position + lead_in_of(step)
    return with_fields(state, status=Status.RUNNING, since=since, slept=False, last=at)


def _move(state: SessionState, command: Command, at: Reading, events: list[Event]) -> SessionState:
    step = state.step
    match command.kind:
        case CommandKind.NEXT:
            return _next(state, at, events)
        case CommandKind.BACK:
            return _back(leave(state), at, events)
        case CommandKind.RESTART_SET:
            return _restart_set(leave(state), at, events)
        case CommandKind.SKIP_SIDE:
            return _skip(state, Skip(step.prescription, step.item, step.side), at, events)
        case CommandKind.SKIP_EXERCISE:
            return _skip(state, Skip(step.prescription, step.item), at, events)
        case CommandKind.TOO_PAINFUL:
            return _stop_for_pain(state, command.pain, at, events)
    return state


def _next(state: SessionState, at: Reading, events: list[Event]) -> SessionState:
    """Leave a timed step where it is, or complete one that the person decides on."""
    step, before = state.step, state.credits[state.index]
    if step.seconds is not None:
        return _leap(state, leave(state), at, events)
    events.append(Event(EventKind.STEP_DONE, state.index, state.position))
    if not step.is_work:
        return _leap(state, state, at, events)
    done = credited(state, state.index, Credit(step.reps, state.position, done=True))
    tell_set_done(done, events)
    return _leap(state, done, at, events, credit=before)


def _leap(
    before: SessionState,
    after: SessionState,
    at: Reading,
    events: list[Event],
    credit: Credit | None = None,
) -> SessionState:
    """Go on to the next step and remember how to come back."""
    moved = go_to(after, before.index + 1, at, events, leads_in=not _was_ready(before))
    leap = Leap(
        landed=moved.index,
        index=before.index,
        position=before.position,
        extension=before.extension,
        skips=len(before.skipped),
        credit=credit,
    )
    return with_fields(moved, leap=leap)


def _was_ready(state: SessionState) -> bool:
    """Say whether the time to get ready is what was left; an open step gives none."""
    return state.step.kind is StepKind.READY and state.step.seconds is not None


def _skip(state: SessionState, skip: Skip, at: Reading, events: list[Event]) -> SessionState:
    left = leave(state)
    return _leap(state, with_fields(left, skipped=(*left.skipped, skip)), at, events)


def _stop_for_pain(state: SessionState, pain: Answer, at: Reading, events: list[Event]) -> SessionState:
    events.append(Event(EventKind.TOO_PAINFUL, state.index, state.position))
    step, left = state.step, leave(state)
    stopped = with_fields(
        left,
        pain_stops=(*left.pain_stops, PainStop(state.index, state.position, pain)),
        skipped=(*left.skipped, Skip(step.prescription, step.item)),
        leap=None,
    )
    return go_to(stopped, state.index + 1, at, events)


def _back(state: SessionState, at: Reading, events: list[Event]) -> SessionState:
    leap = state.leap
    if leap is not None and leap.landed == state.index:
        return _undo(state, leap, at, events)
    index = state.index - 1
    while index >= 0 and state.skips(index):
        index -= 1
    if index < 0:
        return go_to(state, state.index, at, events, leads_in=True)
    credit = state.credits[index]
    position = 0.0 if credit.done else credit.seconds
    return go_to(state, index, at, events, position=position, leads_in=True)


def _undo(state: SessionState, leap: Leap, at: Reading, events: list[Event]) -> SessionState:
    undone = with_fields(state, skipped=state.skipped[: leap.skips], leap=None)
    if leap.credit is not None:
        before, after = state.credits[: leap.index], state.credits[leap.index + 1 :]
        undone = with_fields(undone, credits=(*before, leap.credit, *after))
    back = go_to(undone, leap.index, at, events, position=leap.position, leads_in=True)
    return with_fields(back, extension=leap.extension)


def _restart_set(state: SessionState, at: Reading, events: list[Event]) -> SessionState:
    """Go to the first work of the set; a rest before a set starts again by itself."""
    first = index = state.index
    while index >= 0 and state.steps[index].set_key == state.step.set_key:
        first = index if state.steps[index].is_work else first
        index -= 1
    return go_to(state, first, at, events, leads_in=True)


CUES = frozenset(
    {
        EventKind.STEP_STARTED,
        EventKind.WORK_STARTED,
        EventKind.PART_STARTED,
        EventKind.COUNTDOWN,
        EventKind.HALFWAY,
    }
)
"""Events that sound; of several in one tick only the newest does."""


def _mark_stale(events: list[Event]) -> tuple[Event, ...]:
    newest = max((number for number, event in enumerate(events) if event.kind in CUES), default=-1)
    return tuple(
        msgspec.structs.replace(event, stale=True) if event.kind in CUES and number < newest else event
        for number, event in enumerate(events)
    )

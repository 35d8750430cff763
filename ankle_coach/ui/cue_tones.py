"""Which tone the events of one tick call for; of several the newest, so that a stall brings no burst."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from ankle_coach.domain.clocks import Clock
from ankle_coach.domain.session_state import Event, EventKind
from ankle_coach.domain.steps import Step, StepKind
from ankle_coach.domain.words import Words


class Tone(StrEnum):
    """The tones, named after their files."""

    READY = "ready"
    GO = "go"
    PHASE = "phase"
    TICK = "tick"
    HALFWAY = "halfway"
    SWITCH = "switch"
    SET_DONE = "set_done"
    SESSION_DONE = "session_done"
    ALARM = "alarm"


def tone_word(tone: Tone, words: Words) -> str:
    """Return what a tone says."""
    return {
        Tone.READY: words.pgettext("tone", "Get ready"),
        Tone.GO: words.pgettext("tone", "Go"),
        Tone.PHASE: words.pgettext("tone", "Change of phase"),
        Tone.TICK: words.pgettext("tone", "Last three seconds"),
        Tone.HALFWAY: words.pgettext("tone", "Halfway"),
        Tone.SWITCH: words.pgettext("tone", "Change of side or direction"),
        Tone.SET_DONE: words.pgettext("tone", "Set done"),
        Tone.SESSION_DONE: words.pgettext("tone", "Session done"),
        Tone.ALARM: words.pgettext("tone", "Alarm"),
    }[tone]


_PLAIN = {
    EventKind.PART_STARTED: Tone.PHASE,
    EventKind.COUNTDOWN: Tone.TICK,
    EventKind.HALFWAY: Tone.HALFWAY,
    EventKind.WORK_STARTED: Tone.GO,
    EventKind.CHECKPOINT: Tone.ALARM,
    EventKind.FINISHED: Tone.SESSION_DONE,
    EventKind.SLEPT: Tone.ALARM,
}
_STARTS = {
    StepKind.READY: Tone.READY,
    StepKind.SWITCH: Tone.SWITCH,
    StepKind.TRACE: Tone.PHASE,
}


def tone_of(events: Sequence[Event], steps: Sequence[Step], *, leads_in: bool) -> Tone | None:
    """Return the one tone to sound for the events of a tick, or None.

    Args:
        events: What happened, in order.
        steps: The session's steps.
        leads_in: Whether one gets ready before the current step goes on.
    """
    if any(_ends_timer(event, steps) for event in events):
        return Tone.ALARM
    set_done = any(event.kind is EventKind.SET_DONE for event in events)
    for event in reversed(events):
        if event.stale:
            continue
        if event.kind is EventKind.STEP_STARTED:
            if _changes_direction(steps, event.index):
                return Tone.SWITCH
            return _start_tone(steps[event.index], leads_in=leads_in, set_done=set_done)
        if event.kind is EventKind.RESUMED and leads_in:
            return Tone.READY
        if event.kind in _PLAIN:
            return _PLAIN[event.kind]
    return Tone.SET_DONE if set_done else None


def _ends_timer(event: Event, steps: Sequence[Step]) -> bool:
    return event.kind is EventKind.STEP_DONE and steps[event.index].clock is Clock.ELAPSED


def _changes_direction(steps: Sequence[Step], index: int) -> bool:
    """Say whether a step goes on with the same set in another direction."""
    step = steps[index]
    before = next((one for one in reversed(steps[:index]) if one.is_work), None)
    if step.direction is None or before is None or before.set_key != step.set_key:
        return False
    return before.direction is not step.direction


def _start_tone(step: Step, *, leads_in: bool, set_done: bool) -> Tone | None:
    if leads_in:
        return Tone.READY
    if step.kind in (StepKind.REST, StepKind.ASK):
        return Tone.SET_DONE if set_done else Tone.PHASE
    return _STARTS.get(step.kind, Tone.GO)

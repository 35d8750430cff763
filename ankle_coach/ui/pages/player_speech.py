"""What the voice says for the events of one tick: name, side, set and count, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from ankle_coach.domain.library import Library
from ankle_coach.domain.movement import Activity
from ankle_coach.domain.session import lead_in_left
from ankle_coach.domain.session_cues import cycle_seconds
from ankle_coach.domain.session_state import Event, EventKind, SessionState
from ankle_coach.domain.sides import Side
from ankle_coach.domain.step_words import step_label
from ankle_coach.domain.steps import Step, StepKind
from ankle_coach.domain.terms import (
    activity_word,
    cue_word,
    direction_word,
    eyes_words,
    side_word,
    time_words,
    zone_word,
)
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.player_next import piece_name

SHORTEST_COUNTED = 1.5
"""Repetitions shorter than this, in seconds, are not counted aloud: the numbers would run into each other."""


def spoken(events: Sequence[Event], state: SessionState, library: Library, words: Words) -> str:
    """Return what to say, or nothing; of several things the newest.

    Args:
        events: What happened in one tick, in order.
        state: The state after them.
        library: The catalog.
        words: The reader's language.
    """
    for event in reversed(events):
        if event.stale:
            continue
        text = _said(event, state, library, words)
        if text:
            return text
    return ""


def _said(event: Event, state: SessionState, library: Library, words: Words) -> str:
    match event.kind:
        case EventKind.FINISHED:
            return words.pgettext("voice", "Session done.")
        case EventKind.SLEPT:
            return words.pgettext("voice", "Paused.")
        case EventKind.HALFWAY:
            return words.pgettext("voice", "Halfway.")
        case EventKind.RESUMED if lead_in_left(state) > 0:
            return words.pgettext("voice", "Get ready.")
        case EventKind.PART_STARTED if event.index == state.index:
            return _count(event, state.steps[event.index], words)
        case EventKind.STEP_STARTED if event.index == state.index:
            return _announced(state, library, words)
    return ""


def _count(event: Event, step: Step, words: Words) -> str:
    """Return the number of a repetition that begins; a direction's change is told by its step."""
    begins = bool(step.parts) and event.part is step.parts[0].part
    if not begins or cycle_seconds(step) < SHORTEST_COUNTED:
        return ""
    return words.pgettext("voice", "{n}").format(n=event.number)


def _announced(state: SessionState, library: Library, words: Words) -> str:
    step = state.step
    match step.kind:
        case StepKind.READY if step.seconds is None:
            return words.pgettext("voice", "Set done. Tap to go on.")
        case StepKind.READY:
            return _sentences(_name_and_side(step, library, words), _eyes(step, words))
        case StepKind.SWITCH:
            return f"{step_label(step, words)}."
        case StepKind.REST:
            activity = step.activity or Activity.REST
            time = time_words(step.seconds or 0, words)
            return f"{activity_word(activity, words).capitalize()}, {time}."
        case StepKind.ASK:
            return words.pgettext("voice", "How much did it hurt?")
        case StepKind.TRACE:
            return step.letter
    return _work(state, step, library, words)


def _work(state: SessionState, step: Step, library: Library, words: Words) -> str:
    """Return what begins: at a new exercise its name and side, then the set, then what to do."""
    before = next((s for s in reversed(state.steps[: state.index]) if s.is_work), None)
    waited = state.index and state.steps[state.index - 1].kind is StepKind.READY
    is_new = before is None or _piece(before) != _piece(step)
    name = _name_and_side(step, library, words) if is_new and not waited else ""
    is_first = before is None or before.set_key != step.set_key
    return _sentences(name, _set(step, words) if is_first else "", _task(step, words))


def _piece(step: Step) -> tuple[object, ...]:
    return (step.prescription, step.item, step.exercise, step.side)


def _name_and_side(step: Step, library: Library, words: Words) -> str:
    name = piece_name(step, library, words)
    if step.side is Side.BOTH:
        return name
    return f"{name}, {side_word(step.side, words).lower()}" if name else side_word(step.side, words)


def _set(step: Step, words: Words) -> str:
    if step.is_extra:
        return words.pgettext("voice", "One more set")
    if step.set_count < 2:
        return ""
    message = words.pgettext("voice", "Set {n} of {count}")
    return message.format(n=step.set_number, count=step.set_count)


def _task(step: Step, words: Words) -> str:
    if step.text:
        return step_label(step, words)
    if step.direction is not None:
        return direction_word(step.direction, words).capitalize()
    if step.zone:
        return zone_word(step.zone, words)
    if step.parts:
        return cue_word(step.parts[0].part, step.motion, words).capitalize()
    if step.activity not in (None, Activity.WORK):
        return activity_word(step.activity, words).capitalize()
    if step.kind is StepKind.HOLD:
        return _sentences(words.pgettext("voice", "Hold"), _eyes(step, words)).removesuffix(".")
    if step.reps:
        return words.ngettext("{n} time", "{n} times", step.reps).format(n=step.reps)
    return words.pgettext("voice", "Go")


def _eyes(step: Step, words: Words) -> str:
    return eyes_words(step.eyes, words) if step.eyes is not None else ""


def _sentences(*parts: str) -> str:
    said = ". ".join(part for part in parts if part)
    return f"{said}." if said else ""

"""What comes next, in one line: "Next: rest 90 s, then RIGHT"."""

from __future__ import annotations

from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.session_state import SessionState
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Step, StepKind
from ankle_coach.domain.terms import (
    activity_word,
    checklist_words,
    direction_word,
    side_word,
    time_words,
    zone_word,
)
from ankle_coach.domain.words import Words


def piece_name(step: Step, library: Library, words: Words) -> str:
    """Return the name of what a step belongs to: its exercise, or its activity."""
    if step.exercise:
        return exercise_name(library.exercise(step.exercise), words)
    return activity_word(step.activity, words).capitalize() if step.activity else ""


def next_line(state: SessionState, library: Library, words: Words) -> str:
    """Return what comes after the current step, and after the pause that comes first."""
    coming = state.upcoming(3)
    if not coming:
        return words.gettext("Next: the end of the session")
    first = _phrase(state.step, coming[0], library, words)
    later = next((step for step in coming[1:] if step.kind is not StepKind.SWITCH), None)
    if coming[0].kind is StepKind.REST and coming[0].activity is None and later is not None:
        then = _phrase(state.step, later, library, words)
        return words.gettext("Next: {first}, then {then}").format(first=first, then=then)
    return words.gettext("Next: {first}").format(first=first)


def _phrase(now: Step, step: Step, library: Library, words: Words) -> str:
    match step.kind:
        case StepKind.REST if step.activity is None:
            time = time_words(step.seconds or 0, words)
            return words.pgettext("next", "rest {time}").format(time=time)
        case StepKind.SWITCH:
            side = side_word(step.side, words).upper()
            return words.pgettext("next", "switch to {side}").format(side=side)
        case StepKind.ASK:
            return words.pgettext("next", "how it felt")
        case StepKind.READY if step.seconds is None:
            return words.pgettext("next", "your tap")
        case StepKind.READY:
            return piece_name(step, library, words)
        case _:
            return _work_phrase(now, step, library, words)


def _work_phrase(now: Step, step: Step, library: Library, words: Words) -> str:
    if (step.prescription, step.item, step.exercise) != (now.prescription, now.item, now.exercise):
        return piece_name(step, library, words)
    if step.side is not now.side and step.side is not Side.BOTH:
        return side_word(step.side, words).upper()
    if step.set_key != now.set_key:
        if step.is_extra:
            return words.pgettext("next", "one more set than planned")
        message = words.pgettext("next", "set {n} of {count}")
        if step.set_count > 1:
            return message.format(n=step.set_number, count=step.set_count)
    return _part_phrase(step, library, words)


def _part_phrase(step: Step, library: Library, words: Words) -> str:
    if step.letter:
        return step.letter
    if step.direction is not None:
        return direction_word(step.direction, words)
    if step.zone:
        return zone_word(step.zone, words).lower()
    if step.text:
        return checklist_words(step.text, words)
    if step.activity is not None and step.seconds is not None:
        message = words.pgettext("next", "{activity} {time}")
        return message.format(
            activity=activity_word(step.activity, words), time=time_words(step.seconds, words)
        )
    if step.kind is StepKind.HOLD and step.seconds is not None:
        return words.pgettext("next", "hold {time}").format(time=time_words(step.seconds, words))
    if step.part_count:
        return words.pgettext("next", "repetition {n} of {count}").format(
            n=step.part_number, count=step.part_count
        )
    if step.reps:
        return words.ngettext("{n} repetition", "{n} repetitions", step.reps).format(n=step.reps)
    return piece_name(step, library, words)

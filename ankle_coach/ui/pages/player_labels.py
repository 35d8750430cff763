"""The player's words, digits and bars for a state: pure, so that tests read them without a window."""

from __future__ import annotations

from typing import NamedTuple

from ankle_coach.domain.clocks import Clock
from ankle_coach.domain.library import Library
from ankle_coach.domain.movement import Activity, Direction, LetterStyle
from ankle_coach.domain.pose_letters import LETTERS
from ankle_coach.domain.session import lead_in_left
from ankle_coach.domain.session_position import rep_position
from ankle_coach.domain.session_state import SessionState, Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Step, StepKind
from ankle_coach.domain.terms import (
    activity_word,
    checklist_words,
    cue_word,
    direction_word,
    eyes_words,
    style_word,
    variant_word,
    zone_word,
)
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.player_next import next_line
from ankle_coach.ui.pages.player_times import clock_text, seconds_up

_MINUTES_FROM = 100
"""Steps from this length on, in seconds, count in minutes and seconds; an activity does from a minute on."""
_ARROWS = {
    Direction.CLOCKWISE: "\N{CLOCKWISE OPEN CIRCLE ARROW}",
    Direction.COUNTERCLOCKWISE: "\N{ANTICLOCKWISE OPEN CIRCLE ARROW}",
    Direction.FORWARD: "\N{UPWARDS ARROW}",
    Direction.FRONT: "\N{UPWARDS ARROW}",
    Direction.BACKWARD: "\N{DOWNWARDS ARROW}",
}


_ROUND = (Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE)


class Face(NamedTuple):
    """Everything that the stage says of a state; two equal faces need no redraw.

    Attributes:
        word: The big word, in capitals.
        digits: The giant digits or letter.
        suffix: What stands behind them.
        side: The side that works or comes next; None where both do.
        set_line: Which set, hold, letter or zone of how many.
        text: What to do in words, where a step has them.
        next_line: What comes next.
        phases: The parts of the bar under the digits: words and seconds.
        letter: The letter that is written now and its style; None for another step, or while getting ready.
        zone: The zone of the sole that is rolled; empty for none.
        touches: Touch-downs of this side so far; None where none are counted.
    """

    word: str
    digits: str
    suffix: str
    side: Side | None
    set_line: str
    text: str
    next_line: str
    phases: tuple[tuple[str, float], ...]
    letter: tuple[str, LetterStyle] | None = None
    zone: str = ""
    touches: int | None = None


class BarPosition(NamedTuple):
    """How far the bar is: the part in play and its share, 0 to 1."""

    part: int
    share: float


def face_of(state: SessionState, library: Library, words: Words) -> Face:
    """Return what the stage says of a state."""
    step = state.step
    digits, suffix = _digits(state, words)
    return Face(
        word=_word(state, words).upper(),
        digits=digits,
        suffix=suffix,
        side=step.side if step.side is not Side.BOTH else None,
        set_line=_set_line(step, words),
        text=_text(step, words),
        next_line=next_line(state, library, words),
        phases=_phases(step, state.length, words),
        letter=_letter(state),
        zone=step.zone,
        touches=state.touch_downs(step.prescription, step.side) if step.counts_touches else None,
    )


def _letter(state: SessionState) -> tuple[str, LetterStyle] | None:
    step = state.step
    if step.kind is not StepKind.TRACE or step.letter.upper() not in LETTERS or lead_in_left(state) > 0:
        return None
    return step.letter, step.letter_style or LetterStyle.PRINT


def bar_position(state: SessionState) -> BarPosition:
    """Return how far the bar under the digits is."""
    place = rep_position(state.step, state.position)
    if place is not None:
        return BarPosition(place.part_index, place.share)
    return BarPosition(0, state.position / state.length if state.length else 0.0)


def _word(state: SessionState, words: Words) -> str:
    if state.status is Status.PAUSED:
        return words.pgettext("cue", "paused")
    if lead_in_left(state) > 0:
        return words.pgettext("cue", "get ready")
    step = state.step
    match step.kind:
        case StepKind.READY if step.seconds is None:
            return words.pgettext("cue", "set done")
        case StepKind.READY:
            return words.pgettext("cue", "get ready")
        case StepKind.SWITCH:
            return _switch_word(step, words)
        case StepKind.REST:
            activity = step.activity or Activity.REST
            return activity_word(activity, words)
        case StepKind.TRACE:
            return words.pgettext("cue", "write big")
        case StepKind.MANUAL:
            return _manual_word(step, words)
        case StepKind.HOLD if step.clock is Clock.AWAKE:
            hold = words.pgettext("cue", "hold")
            return f"{hold} · {eyes_words(step.eyes, words)}" if step.eyes is not None else hold
        case _:
            return _move_word(state, words)


def _switch_word(step: Step, words: Words) -> str:
    if step.side is Side.LEFT:
        return words.pgettext("cue", "switch to left")
    return words.pgettext("cue", "switch to right")


def _manual_word(step: Step, words: Words) -> str:
    if step.text:
        return words.pgettext("cue", "do this")
    if step.activity is not None:
        return activity_word(step.activity, words)
    return words.pgettext("cue", "your pace")


def _move_word(state: SessionState, words: Words) -> str:
    step = state.step
    place = rep_position(step, state.position)
    if place is not None and (step.direction is None or place.part_index):
        return cue_word(place.part, step.motion, words)
    if step.direction is not None:
        arrow = _ARROWS.get(step.direction, "")
        return f"{direction_word(step.direction, words)} {arrow}".strip()
    if step.zone:
        return zone_word(step.zone, words)
    if step.activity in (None, Activity.WORK):
        return words.pgettext("cue", "go")
    return activity_word(step.activity, words)


def _digits(state: SessionState, words: Words) -> tuple[str, str]:
    step = state.step
    lead_in = lead_in_left(state)
    if lead_in > 0:
        return str(seconds_up(lead_in)), words.pgettext("unit", "s")
    of = words.pgettext("count", "of {count}")
    if step.kind is StepKind.TRACE:
        number = words.pgettext("count", "{n} of {count}")
        return step.letter, number.format(n=max(1, step.part_number), count=max(1, step.part_count))
    place = rep_position(step, state.position)
    if place is not None:
        if step.reps == 1 and step.part_count:
            return str(step.part_number), of.format(count=step.part_count)
        return str(place.rep), of.format(count=step.reps)
    if step.seconds is None:
        return _open_digits(step, words)
    return _seconds_digits(state, words)


def _open_digits(step: Step, words: Words) -> tuple[str, str]:
    if step.kind is StepKind.READY:
        sets = words.pgettext("count", "of {count}").format(count=max(step.set_number, step.set_count))
        return str(max(1, step.set_number)), sets
    if step.reps:
        return str(step.reps), words.ngettext("time", "times", step.reps)
    if step.meters:
        return f"{step.meters:g}", words.pgettext("unit", "m")
    count = max(1, step.part_count)
    return str(max(1, step.part_number)), words.pgettext("count", "of {count}").format(count=count)


def _seconds_digits(state: SessionState, words: Words) -> tuple[str, str]:
    left, length = state.remaining or 0.0, state.length or 0.0
    in_minutes = length >= (60 if state.step.activity is not None else _MINUTES_FROM)
    if in_minutes:
        return clock_text(left), ""
    return str(seconds_up(left)), words.pgettext("unit", "s")


def _text(step: Step, words: Words) -> str:
    if step.kind is StepKind.READY and step.seconds is None:
        return words.gettext("Tap when you are ready to go on.")
    if step.kind is not StepKind.MANUAL:
        if step.kind is not StepKind.READY or step.eyes is None:
            return ""
        return eyes_words(step.eyes, words)
    if step.text:
        return checklist_words(step.text, words)
    return words.gettext("At your own pace; then tap Done.")


def _set_line(step: Step, words: Words) -> str:
    parts = [variant_word(step.variant, words)] if step.variant else []
    if step.eyes is not None and step.kind is StepKind.MOVE:
        parts.append(eyes_words(step.eyes, words))
    if step.kind is StepKind.TRACE:
        message = words.pgettext("player", "Pass {n} of {count}")
        parts.append(_set_words(message, step, words))
        if step.letter_style is not None:
            parts.append(style_word(step.letter_style, words))
        if step.seconds:
            pace = words.pgettext("player", "{seconds} s a letter")
            parts.append(pace.format(seconds=f"{step.seconds:g}"))
        return " · ".join(parts)
    part = _part_line(step, words)
    if part:
        parts.append(part)
    if step.set_count > 1 or step.is_extra:
        message = words.pgettext("player", "Set {n} of {count}")
        parts.append(_set_words(message, step, words))
    return " · ".join(parts)


def _set_words(message: str, step: Step, words: Words) -> str:
    if step.is_extra:
        return words.pgettext("player", "One more set than planned")
    return message.format(n=step.set_number, count=step.set_count)


def _part_line(step: Step, words: Words) -> str:
    if not step.part_count or step.text or (step.reps == 1 and step.parts):
        return ""
    if step.direction is not None:
        message = words.pgettext("player", "Direction {n} of {count}")
    elif step.zone:
        message = words.pgettext("player", "Zone {n} of {count}")
    elif step.kind is StepKind.HOLD:
        message = words.pgettext("player", "Hold {n} of {count}")
    elif step.kind is StepKind.REST and step.activity is None:
        return ""
    else:
        message = words.pgettext("player", "Round {n} of {count}")
    return message.format(n=step.part_number, count=step.part_count)


def _phases(step: Step, length: float | None, words: Words) -> tuple[tuple[str, float], ...]:
    if length is None:
        return ()
    if not step.parts:
        return (("", length),)
    named = words.pgettext("player", "{part} {seconds}")
    return tuple(
        (named.format(part=_part_word(step, part.part, words), seconds=f"{part.seconds:g}"), part.seconds)
        for part in step.parts
    )


def _part_word(step: Step, part: str, words: Words) -> str:
    if step.direction is not None and part == "up":
        return words.pgettext("cue", "circle") if step.direction in _ROUND else words.pgettext("cue", "reach")
    return cue_word(part, step.motion, words)

"""One short label for each step, for lists and files."""

from __future__ import annotations

from ankle_coach.domain.movement import Activity, Motion
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import PAIN_DURING, Step, StepKind
from ankle_coach.domain.terms import (
    activity_word,
    direction_word,
    part_word,
    variant_word,
    zone_word,
)
from ankle_coach.domain.words import Words


def step_label(step: Step, words: Words) -> str:
    """Return what a step asks for, in a word or two ("Raise", "Letter A", "Switch to left")."""
    match step.kind:
        case StepKind.READY:
            return words.pgettext("step", "Get ready")
        case StepKind.SWITCH:
            return switch_label(step.side, words)
        case StepKind.REST:
            return _rest_label(step, words)
        case StepKind.ASK:
            return question_label(step.question, words)
        case StepKind.TRACE:
            return words.pgettext("step", "Letter {letter}").format(letter=step.letter)
    return _work_label(step, words)


def switch_label(side: Side, words: Words) -> str:
    """Return the words that tell to change sides."""
    if side is Side.LEFT:
        return words.pgettext("step", "Switch to left")
    if side is Side.RIGHT:
        return words.pgettext("step", "Switch to right")
    return words.pgettext("step", "Both sides")


def question_label(question: str, words: Words) -> str:
    """Return the words of a question that a step asks."""
    if question == PAIN_DURING:
        return words.pgettext("step", "Worst pain during it?")
    return question.replace("-", " ").capitalize()


def motion_label(motion: Motion, words: Words) -> str:
    """Return the movement as an instruction ("Raise", "Turn")."""
    return {
        Motion.RAISE: words.pgettext("step", "Raise"),
        Motion.PUSH: words.pgettext("step", "Push"),
        Motion.PULL: words.pgettext("step", "Pull"),
        Motion.TURN: words.pgettext("step", "Turn"),
        Motion.BEND: words.pgettext("step", "Bend"),
        Motion.ROCK: words.pgettext("step", "Rock"),
        Motion.HOP: words.pgettext("step", "Hop"),
        Motion.LIFT: words.pgettext("step", "Lift"),
        Motion.POINT: words.pgettext("step", "Point"),
        Motion.GATHER: words.pgettext("step", "Gather"),
        Motion.REACH: words.pgettext("step", "Reach"),
        Motion.STEP_DOWN: words.pgettext("step", "Step down"),
    }[motion]


def _rest_label(step: Step, words: Words) -> str:
    if step.activity in (None, Activity.REST):
        return words.pgettext("step", "Rest")
    return activity_word(step.activity, words).capitalize()


def _work_label(step: Step, words: Words) -> str:
    if step.text:
        return step.text
    if step.direction is not None:
        label = direction_word(step.direction, words).capitalize()
    elif step.zone:
        label = zone_word(step.zone, words)
    elif step.motion is not None:
        label = motion_label(step.motion, words)
    elif step.activity is not None:
        label = activity_word(step.activity, words).capitalize()
    else:
        label = part_word("hold", None, words).capitalize()
    if step.variant:
        return f"{variant_word(step.variant, words)}: {label.lower()}"
    return label

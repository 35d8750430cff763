"""How a decision is shown: its mark, its title, its rule and sources. A mark always stands beside a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.decision_words import outcome_now, outcome_told, reason
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.evidence import Reference
from ankle_coach.domain.evidence_words import reference_title
from ankle_coach.domain.exercise_texts import exercise_name, level_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words

_UP = (Outcome.ADVANCE, Outcome.PHASE_FORWARD, Outcome.UNLOCK)
_DOWN = (
    Outcome.STEP_BACK,
    Outcome.STOP_EXERCISE,
    Outcome.STOP,
    Outcome.STOP_SCREEN,
    Outcome.NO_LOAD,
    Outcome.DELOAD,
    Outcome.PHASE_BACK,
)
_OTHER = {Outcome.LOCK: "lock", Outcome.FLAG: "warning", Outcome.OVERRIDE: "edit"}
_STEPS = (Outcome.ADVANCE, Outcome.STEP_BACK, Outcome.OVERRIDE)


class ChangeLine(NamedTuple):
    """One line of "What changed, and why".

    Attributes:
        decision: The decision; of several sides that say the same, the first one's.
        title: What it is about and what was decided.
        reason: Why, in a sentence or two, and what holds after a step.
        rule: Its rule and source.
        subject: What it is about: an exercise with its side, or the whole plan.
        outcome: What was decided.
        why: Why alone.
        now: What holds after a step; empty where nothing moved.
    """

    decision: Decision
    title: str
    reason: str
    rule: str
    subject: str
    outcome: str
    why: str
    now: str = ""


def mark_icon(outcome: Outcome) -> str:
    """Return the icon of an outcome: a triangle up or down, a square, or a sign of its own."""
    if outcome in _UP:
        return "up"
    return "down" if outcome in _DOWN else _OTHER.get(outcome, "same")


def subject(decision: Decision, library: Library, words: Words, sides: Sequence[Side] = ()) -> str:
    """Return what a decision is about: an exercise with its side, or the whole plan."""
    if decision.is_plan_wide:
        return words.gettext("The whole plan")
    name = named(decision.exercise, library, words)
    told = [side for side in sides or (decision.side or Side.BOTH,) if side is not Side.BOTH]
    if len(told) != 1:
        return name
    return words.gettext("{exercise} · {side}").format(exercise=name, side=side_word(told[0], words))


def named(exercise_id: str, library: Library, words: Words) -> str:
    """Return the name of an exercise; its id where the library does not know it any more."""
    try:
        return exercise_name(library.exercise(exercise_id), words)
    except NotFoundError:
        return exercise_id


def dose_now(decision: Decision, library: Library, words: Words) -> str:
    """Return level and dose after a decision; empty where it is about the whole plan."""
    if decision.dose is None or not decision.level:
        return ""
    sentence = dose_sentence(
        decision.dose, SideMode.BOTH, None, words, lambda piece: named(piece, library, words)
    )
    try:
        exercise = library.exercise(decision.exercise)
        level = level_name(exercise, exercise.level(decision.level), words)
    except (NotFoundError, KeyError):
        level = decision.level
    return words.gettext("{level}: {dose}").format(level=level, dose=sentence)


def sources(decision: Decision, library: Library) -> tuple[Reference, ...]:
    """Return the sources of a decision's rule that the library knows."""
    known = []
    for reference in decision.references:
        try:
            known.append(library.reference(reference).id)
        except NotFoundError:
            continue
    return library.shown_references(known)


def rule_line(decision: Decision, library: Library, words: Words) -> str:
    """Return rule and first source in a line ("Rule 3.3-8 · Silbernagel 2007"); the dialog has all."""
    titles = [reference_title(reference, words) for reference in sources(decision, library)]
    source = titles[0] if titles else words.pgettext("source", "App rule")
    return words.gettext("Rule {rule} · {source}").format(rule=decision.rule, source=source)


def change_lines(decisions: Iterable[Decision], library: Library, words: Words) -> tuple[ChangeLine, ...]:
    """Return a line for each decision; sides that say the same share one."""
    groups: dict[tuple[object, ...], list[Decision]] = {}
    for decision in decisions:
        key = (decision.day, decision.prescription, decision.outcome, decision.rule, decision.values)
        groups.setdefault(key, []).append(decision)
    return tuple(_line(group, library, words) for group in groups.values())


def change_groups(
    decisions: Iterable[Decision], library: Library, words: Words
) -> tuple[tuple[ChangeLine, ...], ...]:
    """Return the lines of decisions, those together that one rule decided alike for the same reason."""
    groups: dict[tuple[object, ...], list[ChangeLine]] = {}
    for line in change_lines(decisions, library, words):
        key = (line.decision.day, line.outcome, line.why, line.rule, line.decision.is_plan_wide)
        groups.setdefault(key, []).append(line)
    return tuple(tuple(group) for group in groups.values())


def _line(group: Sequence[Decision], library: Library, words: Words) -> ChangeLine:
    decision = group[0]
    about = subject(decision, library, words, [d.side for d in group if d.side is not None])
    outcome, why, now = outcome_told(decision, words), reason(decision, words), ""
    if outcome_now(decision) in _STEPS and (dose := dose_now(decision, library, words)):
        now = words.gettext("Now: {dose}.").format(dose=dose)
    return ChangeLine(
        decision=decision,
        title=words.gettext("{subject}: {outcome}").format(subject=about, outcome=outcome),
        reason=f"{why} {now}".strip(),
        rule=rule_line(decision, library, words),
        subject=about,
        outcome=outcome,
        why=why,
        now=now,
    )

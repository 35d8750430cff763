"""What a card of the plan builder says of a prescription, from the same functions as paper and player."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise import Exercise, Level
from ankle_coach.domain.exercise_texts import exercise_name, level_name
from ankle_coach.domain.frequency_words import frequency_sentence
from ankle_coach.domain.load_words import load_words
from ankle_coach.domain.plan import Load, Plan, Prescription
from ankle_coach.domain.plan_warning import PlanWarning
from ankle_coach.domain.plan_warning_words import warning_sentence
from ankle_coach.domain.plan_week import session_time
from ankle_coach.domain.reached import Reached
from ankle_coach.domain.terms import minutes_words
from ankle_coach.domain.words import Words
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.widgets.plan_card import CardFacts


def card_facts(
    prescription: Prescription,
    plan: Plan,
    exercises: Mapping[str, Exercise],
    warnings: Sequence[PlanWarning],
    words: Words,
    reached: Reached | None = None,
) -> CardFacts:
    """Return what a card says.

    Args:
        prescription: The prescription.
        plan: Its plan.
        exercises: The library's exercises by id.
        warnings: All warnings of the plan.
        words: The reader's language.
        reached: What the person has reached beyond it; None for nothing.
    """

    def named(exercise_id: str) -> str:
        return exercise_name(exercises[exercise_id], words) if exercise_id in exercises else exercise_id

    exercise = exercises.get(prescription.exercise)
    level = None
    if exercise is not None:
        level = next((one for one in exercise.levels if one.id == prescription.level), None)
    dose = dose_sentence(prescription.dose, prescription.side_mode, plan.affected, words, named)
    stands = "" if exercise is None or reached is None else _reached(reached, exercise, words)
    details = [part for part in (stands, _details(prescription, level, words)) if part]
    return CardFacts(
        name=named(prescription.exercise),
        level=prescription.level if exercise is None or level is None else level_name(exercise, level, words),
        dose=keep_units(dose[:1].upper() + dose[1:]),
        details=keep_units(" · ".join(details)),
        warnings=tuple(
            warning_sentence(warning, words)
            for warning in warnings
            if warning.prescription == prescription.id
        ),
    )


def _reached(reached: Reached, exercise: Exercise, words: Words) -> str:
    """Where the person is now, and that a changed dose takes them from there."""
    names = [level_name(exercise, one, words) for one in exercise.levels if one.id in reached.levels]
    goes_on, anew = words.gettext("now at: {level}"), words.gettext("begins here anew, was at: {level}")
    told = goes_on if reached.goes_on else anew
    return told.format(level=words.pgettext("list", ", ").join(names)) if names else ""


def _details(prescription: Prescription, level: Level | None, words: Words) -> str:
    """Load, frequency, ceiling and own words, as far as they differ from the usual.

    A load that the level's name says already is not said again.
    """
    load = load_words(prescription.load, words)
    if level is not None:
        load = level.load if prescription.load == Load() else load
        load = "" if load.casefold() in level.name.casefold() else load
    parts = [load]
    if prescription.frequency is not None:
        parts.append(frequency_sentence(prescription.frequency, words))
    if prescription.pain_ceiling is not None:
        parts.append(words.gettext("pain up to {pain}").format(pain=prescription.pain_ceiling))
    if prescription.cues:
        parts.append(words.ngettext("own cue", "own cues", len(prescription.cues)))
    if prescription.note:
        parts.append(words.gettext("note"))
    return " · ".join(part for part in parts if part)


def group_minutes(plan: Plan, session_id: str, words: Words) -> str:
    """Return how long a group takes once; empty for nothing."""
    time = session_time(plan, session_id)
    if not time.seconds and not time.open_steps:
        return ""
    return minutes_words(time.seconds, time.open_steps, words)

"""What changed from one plan version to the next, and why it was made, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.exercise_texts import exercise_name, level_name
from ankle_coach.domain.plan import Plan, Prescription
from ankle_coach.domain.program import Program
from ankle_coach.domain.program_texts import phase_name, program_name
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words


def reason_words(reason: str, words: Words) -> str:
    """Return why a plan version was made; an unknown key reads as its words."""
    known = {
        "chosen": words.pgettext("plan version", "A program was chosen"),
        "edited": words.pgettext("plan version", "The plan was edited"),
        "phase-changed": words.pgettext("plan version", "The phase changed"),
        "phase-by-rule": words.pgettext("plan version", "The rules went back a phase"),
        "gap": words.pgettext("plan version", "After a long gap"),
        "imported": words.pgettext("plan version", "A plan file was taken in"),
    }
    return known.get(reason, reason.replace("-", " ").capitalize())


def difference(
    before: Plan | None,
    after: Plan,
    exercises: Mapping[str, Exercise],
    programs: Mapping[str, Program],
    words: Words,
) -> tuple[str, ...]:
    """Return what a plan version changed, a sentence each.

    Args:
        before: The version before; None for the first.
        after: The version.
        exercises: The exercises by id.
        programs: The programs by id.
        words: The translator.
    """
    if before is None:
        count = len(after.prescriptions)
        first = words.ngettext(
            "The first version: {n} exercise in {place}.",
            "The first version: {n} exercises in {place}.",
            count,
        )
        return (first.format(n=count, place=_place(after, programs, words)),)
    said = []
    if (before.program, before.phase) != (after.program, after.phase):
        old, new = _place(before, programs, words), _place(after, programs, words)
        said.append(words.gettext("{old} became {new}.").format(old=old, new=new))
    if before.affected is not after.affected:
        none = words.pgettext("side", "none")
        old = side_word(before.affected, words) if before.affected else none
        new = side_word(after.affected, words) if after.affected else none
        said.append(words.gettext("Affected side: {old} became {new}.").format(old=old, new=new))
    if before.pain_ceiling != after.pain_ceiling:
        ceiling = words.gettext("Pain ceiling: {old} became {new}.")
        said.append(ceiling.format(old=before.pain_ceiling, new=after.pain_ceiling))
    return (*said, *_prescriptions(before, after, exercises, words)) or (words.gettext("Nothing changed."),)


def _place(plan: Plan, programs: Mapping[str, Program], words: Words) -> str:
    program = programs.get(plan.program) if plan.program else None
    if program is None:
        return plan.name
    name = program_name(program, words)
    return f"{name}, {phase_name(program, program.phase(plan.phase), words)}" if plan.phase else name


def _prescriptions(
    before: Plan, after: Plan, exercises: Mapping[str, Exercise], words: Words
) -> tuple[str, ...]:
    """Added, left out and changed prescriptions, by exercise."""
    old = {p.exercise: p for p in before.prescriptions}
    new = {p.exercise: p for p in after.prescriptions}
    added = [exercise_name(exercises[e], words) for e in new if e not in old and e in exercises]
    gone = [exercise_name(exercises[e], words) for e in old if e not in new and e in exercises]
    said = []
    if added:
        said.append(words.gettext("New: {exercises}.").format(exercises=", ".join(added)))
    if gone:
        said.append(words.gettext("Left out: {exercises}.").format(exercises=", ".join(gone)))
    for exercise_id, prescription in new.items():
        known = old.get(exercise_id)
        if known is None or exercise_id not in exercises or not _differs(known, prescription):
            continue
        exercise = exercises[exercise_id]
        line = words.gettext("{exercise}: {old} became {new}.")
        said.append(
            line.format(
                exercise=exercise_name(exercise, words),
                old=_said(known, before, exercise, words),
                new=_said(prescription, after, exercise, words),
            )
        )
    return tuple(said)


def _differs(old: Prescription, new: Prescription) -> bool:
    return (old.level, old.dose, old.load, old.side_mode) != (new.level, new.dose, new.load, new.side_mode)


def _said(prescription: Prescription, plan: Plan, exercise: Exercise, words: Words) -> str:
    level = level_name(exercise, exercise.level(prescription.level), words)
    dose = dose_sentence(prescription.dose, prescription.side_mode, plan.affected, words, str)
    return f"{level}, {dose}"

"""What changed from one plan version to the next, and why it was made, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.prescription_diff import group_differences, prescription_differences
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
    said = _whole(before, after, programs, words)
    return (
        *said,
        *group_differences(before, after, words),
        *prescription_differences(before, after, exercises, words),
    ) or (words.gettext("Nothing changed."),)


def _whole(before: Plan, after: Plan, programs: Mapping[str, Program], words: Words) -> list[str]:
    """What changed of the plan as a whole; its start is told with every version anyway."""
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
    elsewhere = before.program != after.program
    if before.name != after.name and not elsewhere:
        said.append(words.gettext("Name: {old} became {new}.").format(old=before.name, new=after.name))
    if before.review_on != after.review_on:
        if after.review_on is None:
            said.append(words.gettext("No review is planned any more."))
        else:
            said.append(words.gettext("Review on {day}.").format(day=after.review_on.isoformat()))
    if before.note != after.note:
        said.append(
            words.gettext("The note changed.") if after.note else words.gettext("The note was taken out.")
        )
    return said


def _place(plan: Plan, programs: Mapping[str, Program], words: Words) -> str:
    program = programs.get(plan.program) if plan.program else None
    if program is None:
        return plan.name
    name = program_name(program, words)
    return f"{name}, {phase_name(program, program.phase(plan.phase), words)}" if plan.phase else name

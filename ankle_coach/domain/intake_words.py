"""Why an intake leads to a program, or to somebody to be seen, in plain words; never a diagnosis."""

from __future__ import annotations

from collections.abc import Iterable

from ankle_coach.domain.adaptation import Adaptation, Fit
from ankle_coach.domain.exercise import Exercise, PhaseMark
from ankle_coach.domain.exercise_texts import exercise_name, level_name
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.intake_form import Reason, reason_of
from ankle_coach.domain.pointer import SEVERAL, Pointer
from ankle_coach.domain.words import Words


def row_sentence(row: str, words: Words) -> str:
    """Return what was said that a row of §3.6a goes by; empty for an unknown row."""
    return {
        "3.6a-sprain": words.gettext("You twisted or knocked it, and it hurts at the outer ankle."),
        "3.6a-high-medial": words.gettext(
            "You twisted or knocked it, and it hurts at the inner ankle or above the ankle."
        ),
        "3.6a-midportion": words.gettext("It hurts at the back of the ankle, above the heel bone."),
        "3.6a-insertional": words.gettext("It hurts at the back of the ankle, at the heel bone itself."),
        "3.6a-peroneal": words.gettext("It hurts at the outer ankle, without a twist."),
        "3.6a-heel": words.gettext("It hurts under the heel."),
        "3.6a-bone": words.gettext("It is one spot on a bone, the size of a fingertip."),
        "3.6a-soreness": words.gettext("It is a dull ache without a spot, and without an injury."),
        SEVERAL: words.gettext(
            "Your answers fit more than one program, or none for sure: the general plan from its beginning, "
            "and the advice to be seen by a clinician."
        ),
    }.get(row, "")


def reasons(pointer: Pointer, intake: Intake, words: Words) -> tuple[str, ...]:
    """Return the sentences that say why a program was chosen."""
    if reason_of(intake) is Reason.PREVENT:
        return (words.gettext("Nothing hurts, and you want to keep it that way."),)
    return tuple(sentence for row in pointer.rows if (sentence := row_sentence(row, words)))


def phase_reason(mark: PhaseMark, pointer: Pointer, intake: Intake, words: Words) -> str:
    """Return why a plan begins in a phase."""
    if mark is PhaseMark.P1 and pointer.start_at_p1:
        return words.gettext("It begins at the first phase, since it is not sure where you stand.")
    if mark is PhaseMark.P1 and intake.injured:
        return words.gettext("It begins at the first phase, since the injury is fresh.")
    if mark is PhaseMark.P1:
        return words.gettext("It begins at the first phase, since the morning pain is above 5.")
    if mark is PhaseMark.P2:
        return words.gettext(
            "It begins at the second phase: what comes before is for a fresh injury or strong pain."
        )
    return words.gettext("Your answers meet what the phases before ask for.")


def exclusion_sentence(key: str, words: Words) -> str:
    """Return why no self-guided plan is made; empty for a rule of the screen, whose question says it."""
    row = row_sentence(key, words)
    if row:
        return row
    return {
        "grade-3": words.gettext("It is swollen very much, feels very loose, or you cannot take four steps."),
        "under-18": words.gettext("You are under 18: a clinician should choose your exercises."),
        "surgery": words.gettext("The ankle is still being treated after an operation."),
        "broken": words.gettext("The ankle is still being treated for a fracture."),
        "ruptured": words.gettext("The tendon is still being treated for a rupture."),
        "steroid-injection": words.gettext("A steroid was injected into or near the tendon within 3 months."),
    }.get(key, "")


def prompt_sentence(prompt: str, words: Words) -> str:
    """Return something to look at beside the plan."""
    return {
        "shoes": words.gettext("Look at your shoes: how old are they, and did you change them?"),
        "load": words.gettext("Look at your running: did distance, speed or hills jump lately?"),
        "old-injury": words.gettext("An old injury, even years ago, can matter: tell your clinician of it."),
    }.get(prompt, "")


def adaptation_sentences(
    changes: Iterable[Adaptation], exercises: dict[str, Exercise], words: Words
) -> tuple[str, ...]:
    """Return what equipment and exclusions changed of a program, a sentence each."""
    said = []
    for change in changes:
        exercise = exercises[change.exercise]
        old = exercise_name(exercise, words)
        if change.why is Fit.EQUIPMENT:
            why = words.gettext("equipment that is not at hand")
        else:
            why = words.gettext("what the program leaves out")
        if not change.new_exercise:
            sentence = words.gettext("{exercise} is left out ({why}).")
            said.append(sentence.format(exercise=old, why=why))
            continue
        other = exercises[change.new_exercise]
        new = f"{exercise_name(other, words)}, {level_name(other, other.level(change.new_level), words)}"
        said.append(
            words.gettext("{exercise}: {new} instead ({why}).").format(exercise=old, new=new, why=why)
        )
    return tuple(said)

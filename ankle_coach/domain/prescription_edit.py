"""Editing prescriptions, one or several at once: level, dose, sides, load, frequency, ceiling, own words.

Each verb returns a new plan or raises `PlanEditError` with one clear sentence; a prescription keeps its id.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import msgspec

from ankle_coach.domain.dose import Dose
from ankle_coach.domain.dose_edit import has_own_sides, join_sides, same_kinds, split_sides, with_value
from ankle_coach.domain.dose_fields import DoseEditError, DoseField, Key, dose_fields
from ankle_coach.domain.exercise import Exercise, Level
from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.ladder import load_in_words
from ankle_coach.domain.plan import Load, Plan, Prescription
from ankle_coach.domain.plan_edit import PlanEditError, checked_note, checked_pain, find
from ankle_coach.domain.sides import Side, SideMode

MOST_CUES = 12
LONGEST_CUE = 200


def change(plan: Plan, ids: Collection[str], verb: Callable[[Prescription], Prescription]) -> Plan:
    """Change prescriptions, all or none.

    Raises:
        PlanEditError: One of them is not in the plan, or cannot be changed so.
    """
    for prescription_id in ids:
        find(plan, prescription_id)
    try:
        changed = tuple(verb(p) if p.id in ids else p for p in plan.prescriptions)
        return msgspec.structs.replace(plan, prescriptions=changed)
    except DoseEditError as error:
        raise PlanEditError(str(error)) from error
    except ValueError as error:
        text = str(error)
        raise PlanEditError(f"{text[:1].upper()}{text[1:]}.") from error


def set_dose(plan: Plan, ids: Collection[str], edit: Callable[[Dose], Dose]) -> Plan:
    """Change doses by a verb of `dose_edit`."""
    return change(plan, ids, lambda p: msgspec.structs.replace(p, dose=edit(p.dose)))


def set_field(
    plan: Plan, prescription_id: str, field: DoseField, value: float, side: Side | None = None
) -> Plan:
    """Change one value of one dose, on a side or everywhere."""
    return set_dose(plan, (prescription_id,), lambda dose: with_value(dose, field, value, side))


def set_everywhere(plan: Plan, ids: Collection[str], key: Key, value: float) -> tuple[Plan, int]:
    """Give several doses the same value wherever they have it, on both sides; the others stay.

    Returns:
        The plan, and how many prescriptions have the value.

    Raises:
        PlanEditError: None of them has it.
    """
    touched = [
        p.id for p in plan.prescriptions if p.id in ids and any(f.key is key for f in dose_fields(p.dose))
    ]
    if not touched:
        raise PlanEditError("None of these exercises has such a value.")

    def edit(dose: Dose) -> Dose:
        for field in dose_fields(dose):
            if field.key is key:
                dose = with_value(dose, field, value)
        return dose

    return set_dose(plan, touched, edit), len(touched)


def set_level(plan: Plan, prescription_id: str, exercise: Exercise, level_id: str) -> Plan:
    """Change the level; the dose follows unless it was edited and its values fit the new level too.

    Raises:
        PlanEditError: The exercise has no such level.
    """
    own = find(plan, prescription_id)
    try:
        new = exercise.level(level_id)
    except KeyError:
        raise PlanEditError("This exercise has no such level.") from None
    old = next((level for level in exercise.levels if level.id == own.level), new)
    return change(plan, (prescription_id,), lambda p: _at_level(p, old, new))


def _at_level(prescription: Prescription, old: Level, new: Level) -> Prescription:
    edited = prescription.dose != old.dose and same_kinds(prescription.dose, new.dose)
    mode = new.side_mode if prescription.side_mode is old.side_mode else prescription.side_mode
    if SideMode.BOTH in (new.side_mode, old.side_mode):
        mode = new.side_mode
    dose = prescription.dose if edited else new.dose
    if mode is SideMode.BOTH and has_own_sides(dose):
        dose = join_sides(dose)
    load = Load() if prescription.load == load_in_words(old.load) else prescription.load
    return msgspec.structs.replace(prescription, level=new.id, dose=dose, side_mode=mode, load=load)


def reset_dose(plan: Plan, ids: Collection[str], exercises: Mapping[str, Exercise]) -> Plan:
    """Give prescriptions the dose, sides and load of their levels again.

    Raises:
        PlanEditError: An exercise or level is not in the library.
    """

    def reset(prescription: Prescription) -> Prescription:
        try:
            level = exercises[prescription.exercise].level(prescription.level)
        except KeyError:
            raise PlanEditError("This exercise is not in the library.") from None
        return msgspec.structs.replace(prescription, dose=level.dose, side_mode=level.side_mode, load=Load())

    return change(plan, ids, reset)


def set_side_mode(plan: Plan, ids: Collection[str], mode: SideMode) -> Plan:
    """Change how the sides are used; two legs at once have one dose."""

    def switched(prescription: Prescription) -> Prescription:
        dose = prescription.dose
        if mode is SideMode.BOTH and has_own_sides(dose):
            dose = join_sides(dose)
        return msgspec.structs.replace(prescription, side_mode=mode, dose=dose)

    return change(plan, ids, switched)


def set_own_sides(plan: Plan, prescription_id: str, *, own: bool, keep: Side | None = None) -> Plan:
    """Give each side values of its own, or both the same again.

    Args:
        plan: The plan.
        prescription_id: Id of the prescription.
        own: Whether the sides differ.
        keep: The side whose values stay where they are the same again; None for the common ones.

    Raises:
        PlanEditError: Both legs work at once, or it is a routine.
    """
    prescription = find(plan, prescription_id)
    if own and prescription.side_mode is SideMode.BOTH:
        raise PlanEditError("Both legs work at once here; choose each side first.")
    return set_dose(plan, (prescription_id,), split_sides if own else lambda dose: join_sides(dose, keep))


def set_load(plan: Plan, ids: Collection[str], load: Load) -> Plan:
    """Change the load; an empty one is that of the level."""
    return change(plan, ids, lambda p: msgspec.structs.replace(p, load=load))


def set_frequency(plan: Plan, ids: Collection[str], frequency: Frequency | None) -> Plan:
    """Change how often; None for as often as the group."""
    return change(plan, ids, lambda p: msgspec.structs.replace(p, frequency=frequency))


def set_own_ceiling(plan: Plan, ids: Collection[str], pain: int | None) -> Plan:
    """Change the highest acceptable pain, 0 to 10; None for the plan's.

    Raises:
        PlanEditError: It is out of its range.
    """
    checked = None if pain is None else checked_pain(pain)
    return change(plan, ids, lambda p: msgspec.structs.replace(p, pain_ceiling=checked))


def set_cues(plan: Plan, prescription_id: str, cues: Collection[str]) -> Plan:
    """Change the prescriber's own cues; none for those of the exercise.

    Raises:
        PlanEditError: There are too many, or one is too long.
    """
    tidy = tuple(line for line in (" ".join(cue.split()) for cue in cues) if line)
    if len(tidy) > MOST_CUES:
        raise PlanEditError(f"There is room for {MOST_CUES} cues.")
    if any(len(cue) > LONGEST_CUE for cue in tidy):
        raise PlanEditError(f"A cue has room for {LONGEST_CUE} characters.")
    return change(plan, (prescription_id,), lambda p: msgspec.structs.replace(p, cues=tidy))


def set_own_note(plan: Plan, prescription_id: str, note: str) -> Plan:
    """Change the prescriber's own words to an exercise.

    Raises:
        PlanEditError: They are too long.
    """
    checked = checked_note(note)
    return change(plan, (prescription_id,), lambda p: msgspec.structs.replace(p, note=checked))

"""What a person has reached beyond a prescription as it is written, and whether a new version leaves it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ankle_coach.domain.plan import Plan, Prescription, definition
from ankle_coach.domain.standing import Standing


class Reached(Struct, frozen=True):
    """Levels that are not the written one.

    Attributes:
        levels: Their ids, each once.
        goes_on: Whether the person goes on from there; else the new version begins as it is written.
    """

    levels: tuple[str, ...]
    goes_on: bool


def reached_of(
    prescription: Prescription, plan: Plan, saved: Plan | None, standings: Iterable[Standing]
) -> Reached | None:
    """Return what was reached of a prescription; None where a person stands as it is written.

    Args:
        prescription: As the new version has it.
        plan: The new version.
        saved: The version that holds; None where there is none yet.
        standings: Where the person stands.
    """
    was = None if saved is None else next((p for p in saved.prescriptions if p.id == prescription.id), None)
    if saved is None or was is None:
        return None
    own = [one for one in standings if one.prescription == was.id and one.exercise == was.exercise]
    levels = tuple(dict.fromkeys(one.level for one in own if one.level != prescription.level))
    if not levels or prescription.exercise != was.exercise:
        return None
    same = plan.phase == saved.phase and definition(was) == definition(prescription)
    return Reached(levels, goes_on=same)

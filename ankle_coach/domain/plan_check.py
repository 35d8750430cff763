"""What a plan or template from elsewhere says that this library does not know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.plan import Plan, Prescription
from ankle_coach.domain.program import Program


def plan_problems(
    plan: Plan, exercises: Mapping[str, Exercise], programs: Mapping[str, Program]
) -> tuple[tuple[str, str], ...]:
    """Return what is wrong with a plan within a library: the key and a clause each.

    Args:
        plan: The plan.
        exercises: The exercises by id, the plan's own ones among them.
        programs: The programs by id.
    """
    found = list(prescription_problems(plan.prescriptions, exercises))
    if plan.program and plan.program not in programs:
        found.append(("program", f"{plan.program!r} is not a program of this library"))
    elif plan.program and plan.phase not in {phase.id for phase in programs[plan.program].phases}:
        found.append(("phase", f"{plan.phase!r} is not a phase of {plan.program}"))
    return tuple(found)


def prescription_problems(
    prescriptions: Sequence[Prescription], exercises: Mapping[str, Exercise]
) -> Iterator[tuple[str, str]]:
    """Yield key and clause for each prescription of an exercise or level that is not there."""
    for index, prescription in enumerate(prescriptions):
        key = f"prescriptions[{index}]"
        if prescription.exercise not in exercises:
            yield f"{key}.exercise", f"{prescription.exercise!r} is not an exercise of this library"
            continue
        levels = {level.id for level in exercises[prescription.exercise].levels}
        if prescription.level not in levels:
            yield f"{key}.level", f"{prescription.level!r} is not a level of {prescription.exercise}"

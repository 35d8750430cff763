"""Plans to edit: made from the shipped library, as a therapist meets them."""

from __future__ import annotations

import msgspec

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.frequency import TimesPerDay
from ankle_coach.domain.phase import Template
from ankle_coach.domain.plan import Plan, PlannedSession, Prescription
from ankle_coach.domain.plan_warning import Surroundings
from ankle_coach.domain.plan_warnings import usual_of
from ankle_coach.domain.program import plan_from_program, prescribe
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY, plan, planned_session
from tests.helpers.coach import LIBRARY


def program_plan(program: str = "general", phase: str = "p3", affected: Side | None = Side.RIGHT) -> Plan:
    """The plan that a phase of a shipped program gives, from a Monday on."""
    return plan_from_program(
        LIBRARY.program(program),
        phase,
        LIBRARY.exercises,
        plan_id="plan-1",
        version=1,
        starts_on=MONDAY,
        affected=affected,
    )


def around(made: Plan, at_hand: frozenset[Equipment] | None = None) -> Surroundings:
    """What the warnings of a plan are held against, its program's own phase included."""
    if not made.program:
        return Surroundings(exercises=LIBRARY.exercises, at_hand=at_hand)
    program = LIBRARY.program(made.program)
    bare = Surroundings(exercises=LIBRARY.exercises, program=program, at_hand=at_hand)
    own = program_plan(made.program, made.phase, made.affected)
    return msgspec.structs.replace(bare, usual=usual_of(own, bare))


def usual(exercise: str, session: str = "strength", level: str = "") -> Prescription:
    """An exercise of the library as the catalog has it."""
    template = Template(exercise=exercise, session=session, level=level)
    return prescribe(template, LIBRARY.exercise(exercise), f"{session}.{exercise}")


def plan_with(
    *exercises: str | Prescription, sessions: tuple[PlannedSession, ...] = (), **fields: object
) -> Plan:
    """A plan of one group, daily unless told otherwise, with some exercises as the catalog has them."""
    groups = sessions or (planned_session(frequency=TimesPerDay()),)
    made = [usual(one, groups[0].id) if isinstance(one, str) else one for one in exercises]
    return plan(sessions=groups, prescriptions=tuple(made), **fields)

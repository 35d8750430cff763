"""A plan of one exercise, for a sheet or a file of its own."""

from __future__ import annotations

from datetime import date

from ankle_coach.domain.exercise import Exercise, Level
from ankle_coach.domain.plan import Plan, PlannedSession, Prescription, SessionKind
from ankle_coach.domain.sides import Side


def plan_of_exercise(exercise: Exercise, level: Level, made_on: date, affected: Side | None = None) -> Plan:
    """Return a plan of one exercise at a level's dose, as often as the catalog says."""
    session = PlannedSession(
        id="session", name=exercise.name, kind=SessionKind.CORE, frequency=exercise.frequency[0]
    )
    prescription = Prescription(
        id=exercise.id,
        exercise=exercise.id,
        level=level.id,
        dose=level.dose,
        side_mode=level.side_mode,
        session=session.id,
    )
    return Plan(
        id=exercise.id,
        version=1,
        name=exercise.name,
        starts_on=made_on,
        affected=affected,
        sessions=(session,),
        prescriptions=(prescription,),
    )

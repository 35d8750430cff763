"""Domain objects for tests: each builder makes a whole one, and a test names only what it is about."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from ankle_coach.domain.dose import Dose, Hold, Reps, Tempo
from ankle_coach.domain.frequency import TimesPerDay
from ankle_coach.domain.journal import (
    CheckIn,
    ExerciseAnswer,
    Moment,
    Person,
    SessionRecord,
    SessionStatus,
    SetRecord,
)
from ankle_coach.domain.plan import Load, Plan, PlannedSession, Prescription, SessionKind
from ankle_coach.domain.session import new_session
from ankle_coach.domain.session_state import SessionInProgress
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.steps import compile_session

MONDAY = date(2026, 3, 2)
"""The training day that builders use unless told otherwise."""
PERSON = "person-1"
"""Id of the person that builders make."""


def person(**fields: Any) -> Person:
    """A runner with a sore right ankle."""
    return Person(**{"id": PERSON, "name": "Robin", "affected": Side.RIGHT, **fields})


def moment(day: date = MONDAY, at: time = time(17, 30), offset_minutes: int = 60) -> Moment:
    """A time of a training day, in local time; before 04:00 it lies on the following calendar day."""
    local = datetime.combine(day if at >= time(4) else day + timedelta(days=1), at, tzinfo=UTC)
    return Moment(
        at=local - timedelta(minutes=offset_minutes), offset_minutes=offset_minutes, training_day=day
    )


def planned_session(**fields: Any) -> PlannedSession:
    """A core session, due every day."""
    return PlannedSession(
        **{
            "id": "strength",
            "name": "Strength",
            "kind": SessionKind.CORE,
            "frequency": TimesPerDay(),
            **fields,
        }
    )


def raises(**fields: Any) -> Prescription:
    """Two-leg calf raises: 2 sets of 3 at 2-1-3, with a vest of 5 kg."""
    dose = Dose(blocks=(Reps(sets=2, reps=3, tempo=Tempo(up=2, hold=1, down=3), rest_sets=30),))
    return Prescription(
        **{
            "id": "strength.str-calf-bi",
            "exercise": "str-calf-bi",
            "level": "flat",
            "dose": dose,
            "side_mode": SideMode.BOTH,
            "session": "strength",
            "load": Load(kilograms=5),
            **fields,
        }
    )


def balance(**fields: Any) -> Prescription:
    """Single-leg balance: 2 holds of 10 seconds a side."""
    return Prescription(
        **{
            "id": "strength.bal-single-leg",
            "exercise": "bal-single-leg",
            "level": "floor",
            "dose": Dose(blocks=(Hold(sets=2, seconds=10, rest_sets=10),)),
            "side_mode": SideMode.EACH,
            "session": "strength",
            **fields,
        }
    )


def plan(**fields: Any) -> Plan:
    """A plan of one daily session with calf raises and balance."""
    return Plan(
        **{
            "id": "plan-1",
            "version": 1,
            "name": "General soreness and prevention",
            "starts_on": MONDAY,
            "affected": Side.RIGHT,
            "sessions": (planned_session(),),
            "prescriptions": (raises(), balance()),
            **fields,
        }
    )


def set_record(**fields: Any) -> SetRecord:
    """A whole set of twelve repetitions."""
    return SetRecord(
        **{
            "prescription": "strength.str-calf-bi",
            "exercise": "str-calf-bi",
            "level": "flat",
            "side": Side.BOTH,
            "number": 1,
            "reps_planned": 12,
            "reps_done": 12,
            "seconds_planned": 72,
            "seconds_done": 72,
            **fields,
        }
    )


def exercise_answer(**fields: Any) -> ExerciseAnswer:
    """Pain 2 during calf raises."""
    return ExerciseAnswer(
        **{
            "prescription": "strength.str-calf-bi",
            "exercise": "str-calf-bi",
            "side": Side.BOTH,
            "pain_during": 2,
            **fields,
        }
    )


def session_record(day: date = MONDAY, **fields: Any) -> SessionRecord:
    """A finished session of one set, on a training day; its id is made from the day."""
    return SessionRecord(
        **{
            "id": f"session-{day.isoformat()}",
            "session": "strength",
            "name": "Strength",
            "started": moment(day),
            "status": SessionStatus.FINISHED,
            "plan_version": 1,
            "duration": 600,
            "pain_after": 1,
            "effort": 4,
            "sets": (set_record(),),
            "answers": (exercise_answer(),),
            **fields,
        }
    )


def check_in(day: date = MONDAY, **fields: Any) -> CheckIn:
    """A morning's answers about the right side; its id is made from the day."""
    return CheckIn(
        **{
            "id": f"check-in-{day.isoformat()}",
            "entered": moment(day, time(7, 15)),
            "side": Side.RIGHT,
            "pain": 2,
            "first_step": 3,
            "stiff_minutes": 10,
            "swelling": 0,
            **fields,
        }
    )


def progress(day: date = MONDAY, **fields: Any) -> SessionInProgress:
    """A session of the builders' plan that has not been started yet."""
    chosen = plan()
    steps = compile_session(chosen.prescriptions, chosen.affected, frozenset({"strength.str-calf-bi"}))
    return SessionInProgress(
        **{
            "id": "in-progress",
            "session": "strength",
            "name": "Strength",
            "plan_version": 1,
            "started": moment(day),
            "saved": moment(day),
            "state": new_session(steps),
            **fields,
        }
    )

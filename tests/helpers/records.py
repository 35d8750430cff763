"""Records of one small plan, day by day, for the tests of the fold over records."""

from __future__ import annotations

from datetime import time
from typing import Any

from msgspec.structs import replace

from ankle_coach.domain.exercise import Group
from ankle_coach.domain.facts_of_records import History, Until
from ankle_coach.domain.journal import (
    CheckIn,
    ExerciseAnswer,
    SessionRecord,
    SessionStatus,
    SetRecord,
)
from ankle_coach.domain.progression import Folded, fold
from tests.helpers.builders import MONDAY, moment
from tests.helpers.rules import RIGHT, context_of, day_number, exercise, level, plan_of, prescribed

LADDER = exercise("str-one", Group.STRENGTH, *(level(name) for name in "abc"), start_level="b")
PLAN = plan_of(prescribed(LADDER))
CONTEXT = context_of(LADDER)
CALM: dict[str, Any] = {"pain_during": 0}


def session(number: int, *, at: time = time(17), **fields: Any) -> SessionRecord:
    """A whole session of a day: three sets of ten on the right."""
    answer = fields.pop("answer", CALM)
    done = fields.pop("done", 10)
    sets = tuple(
        SetRecord(
            prescription="main.str-one",
            exercise="str-one",
            level="b",
            side=RIGHT,
            number=n,
            reps_planned=10,
            reps_done=done,
        )
        for n in (1, 2, 3)
    )
    one = ExerciseAnswer(prescription="main.str-one", exercise="str-one", side=RIGHT, **answer)
    return SessionRecord(
        **{
            "id": f"s{number}",
            "session": "main",
            "name": "Main",
            "started": moment(day_number(number), at),
            "status": SessionStatus.FINISHED,
            "plan_version": 1,
            "pain_before": 0,
            "pain_after": 0,
            "effort": 5,
            "sets": sets,
            "answers": (one,),
            **fields,
        }
    )


def check_in(number: int, pain: Any = 0, *, at: time = time(7), typed: int | None = None) -> CheckIn:
    """The morning of a day; typed on that day unless said otherwise."""
    entered = moment(day_number(number if typed is None else typed), at)
    return CheckIn(
        id=f"c{number}", entered=replace(entered, training_day=day_number(number)), side=RIGHT, pain=pain
    )


def mornings(last: int) -> tuple[CheckIn, ...]:
    """A calm morning on every day, and three before the first."""
    return tuple(check_in(n) for n in range(-3, last + 1))


def folded(number: int, *, noon_over: bool = True, **history: Any) -> Folded:
    """Fold a history up to a day."""
    return fold(History(**{"plans": (PLAN,), **history}), CONTEXT, Until(day_number(number), noon_over))


def told(result: Folded) -> list[tuple[int, str, str]]:
    """Return day, outcome and rule of each decision."""
    return [((d.day - MONDAY).days, d.outcome.value, d.rule) for d in result.decisions]

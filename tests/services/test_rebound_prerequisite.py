"""Rebounds begin once 3 sets of 15 single-leg raises give a pain of 2 or less (clinical.md §2B, §3.9)."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.coach_day import Why
from ankle_coach.domain.journal import SessionRecord
from ankle_coach.domain.measurements_of import starts_of
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY, exercise_answer, moment, session_record, set_record
from tests.helpers.coach import FakeCoach
from tests.helpers.rules import row

REBOUND, RAISES = "ply-rebound", "single-leg-raise-3x15-pain"
DAY = 24 * 3600


def started(program: str = "achilles-midportion", phase: str = "p2", **fields: Any) -> FakeCoach:
    """A runner with a sore right side who begins a phase on a Monday."""
    coach = FakeCoach()
    plans = coach.services.plans
    plan = plans.propose(coach.library.program(program), phase, Side.RIGHT)
    plans.accept(replace(plan, **fields))
    return coach


def is_played(coach: FakeCoach) -> bool:
    """Whether a session of today plays rebounds."""
    today = coach.services.coach.todays_sessions()
    return any(p.exercise == REBOUND for session in today for p in session.prescriptions)


def did_raises(coach: FakeCoach, *, reps: int = 15, sets: int = 3, pain: int = 2, days_on: int = 1) -> None:
    """Play single-leg raises on the right side, then let days pass."""
    name = "daily.str-calf-uni"
    about = {"prescription": name, "exercise": "str-calf-uni", "side": Side.RIGHT}
    done = set_record(**about, level="fingertips", reps_planned=reps, reps_done=reps)
    answer = exercise_answer(**about, pain_during=pain)
    record: SessionRecord = session_record(
        id=f"s{coach.services.journal.today()}",
        session="daily",
        started=moment(coach.services.journal.today()),
        sets=(done,) * sets,
        answers=(answer,),
    )
    coach.journal.finish_session(coach.services.people.required().id, record)
    coach.clock.advance(days_on * DAY)


@row("3.9-condition rebounds wait")
def test_rebounds_wait_for_the_raises_and_say_so(row_id: str) -> None:
    coach = started()
    assert not is_played(coach)
    (session,) = [s for s in coach.services.coach.todays_sessions() if s.session.id == "daily"]
    (held,) = [w for w in session.withheld if w.prescription.exercise == REBOUND]
    assert held.why is Why.CONDITION
    assert held.exercise is not None
    assert "3 sets of 15 single-leg calf raises" in held.exercise.levels[0].condition


@pytest.mark.parametrize(
    ("done", "plays"),
    [
        pytest.param({}, True, id="3.9-condition 3 x 15 at 2"),
        pytest.param({"pain": 0}, True, id="3.9-condition 3 x 15 at 0"),
        pytest.param({"pain": 3}, False, id="3.9-condition 3 x 15 at 3"),
        pytest.param({"reps": 14}, False, id="3.9-condition 3 x 14"),
        pytest.param({"sets": 2}, False, id="3.9-condition 2 x 15"),
        pytest.param({"reps": 16, "sets": 4}, True, id="3.9-condition more"),
    ],
)
def test_a_session_of_raises_lets_them_begin(done: dict[str, Any], plays: bool) -> None:
    coach = started()
    did_raises(coach, **done, days_on=7)
    assert is_played(coach) is plays


def test_a_test_that_was_done_elsewhere_counts_as_well() -> None:
    coach = started("lateral-sprain", "p4")
    assert not is_played(coach)
    coach.services.reviews.save({RAISES: 2})
    assert is_played(coach)


@pytest.mark.parametrize(
    ("program", "phase", "fields"),
    [
        pytest.param("preset-silbernagel", "phase-2", {}, id="3.4-preset without the prerequisite"),
        pytest.param("achilles-midportion", "p2", {"by_therapist": True}, id="3.9-condition therapist"),
    ],
)
def test_the_published_program_and_a_therapist_go_without(
    program: str, phase: str, fields: dict[str, Any]
) -> None:
    assert is_played(started(program, phase, **fields))


def test_the_latest_result_decides() -> None:
    def result(number: int, value: float) -> Measurement:
        return Measurement(
            id=f"m{number}", measure=RAISES, entered=moment(MONDAY.replace(day=2 + number)), right=value
        )

    found = starts_of([result(3, 4), result(1, 2), result(5, 1)])
    assert [(day.day, sorted(ready)) for day, ready in found] == [(3, [REBOUND]), (5, []), (7, [REBOUND])]
    assert starts_of([]) == ()

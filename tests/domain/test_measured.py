"""Measurements that are read from check-ins, sessions and runs: nobody types them in twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ankle_coach.content.safety_files import load_measures
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.measured import from_check_ins, from_runs, from_sessions
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY, check_in, exercise_answer, moment, session_record, set_record

MEASURES = load_measures().measure
LOADED = frozenset({"str-calf-bi", "str-ev-iso", "ply-hop"})


def by_measure(found: tuple[Measurement, ...]) -> dict[str, Measurement]:
    return {measurement.measure: measurement for measurement in found}


def test_a_check_in_gives_one_measurement_for_each_answer_of_its_side() -> None:
    found = by_measure(from_check_ins([check_in(first_step=NoAnswer.NOT_ASKED, swelling=NoAnswer.MISSING)]))
    assert {name: entry.right for name, entry in found.items()} == {
        "morning-pain": 2,
        "stiffness-minutes": 10,
    }
    assert found["morning-pain"].left is None
    assert found["morning-pain"].entered.training_day == MONDAY


@pytest.mark.parametrize(
    ("pain", "first_step", "morning"),
    [
        (2, 4, 4),
        (4, 2, 4),
        (3, NoAnswer.NOT_ASKED, 3),
        (1, NoAnswer.MISSING, None),
        (NoAnswer.MISSING, 2, None),
        (NoAnswer.MISSING, 3, 3),
        (NoAnswer.MISSING, NoAnswer.MISSING, None),
    ],
    ids=lambda value: f"3.2-{value}",
)
def test_the_higher_of_the_two_morning_answers_counts_and_one_alone_only_against(
    pain: Any, first_step: Any, morning: float | None
) -> None:
    found = by_measure(from_check_ins([check_in(pain=pain, first_step=first_step)]))
    assert (found["morning-pain"].right if "morning-pain" in found else None) == morning


def test_zero_in_the_morning_is_an_answer() -> None:
    found = by_measure(from_check_ins([check_in(pain=0, first_step=0, side=Side.BOTH)]))
    assert found["morning-pain"].whole == 0


def raises(reps: int, sets: int, level: str = "support", pain: Any = 1) -> dict[str, float | None]:
    """What a session of two-leg raises answers."""
    record = session_record(
        sets=tuple(set_record(number=n + 1, reps_done=reps, level=level) for n in range(sets)),
        answers=(exercise_answer(pain_during=pain),),
    )
    found = by_measure(from_sessions([record], MEASURES, LOADED))
    return {name: entry.whole for name, entry in found.items()}


@pytest.mark.parametrize(
    ("reps", "sets", "level", "answered"),
    [
        (10, 3, "support", {"two-leg-raise-3x10-pain"}),
        (15, 3, "support", {"two-leg-raise-3x10-pain", "two-leg-raise-3x15-pain"}),
        (15, 2, "support", set()),
        (9, 3, "support", set()),
        (15, 3, "seated", set()),
    ],
)
def test_a_session_that_did_the_whole_amount_answers_the_test(
    reps: int, sets: int, level: str, answered: set[str]
) -> None:
    assert set(raises(reps, sets, level)) - {"loading-pain"} == answered


def test_pain_that_was_not_answered_answers_nothing() -> None:
    assert raises(15, 3, pain=NoAnswer.MISSING) == {}
    assert raises(15, 3, pain=4)["loading-pain"] == 4


def test_each_side_answers_for_itself_and_seconds_count_where_there_are_no_repetitions() -> None:
    sets = tuple(
        set_record(
            exercise="str-ev-iso",
            level="ten-seconds",
            side=Side.LEFT,
            number=n,
            reps_planned=0,
            reps_done=0,
            seconds_done=seconds,
        )
        for n, seconds in enumerate((10, 10, 10, 10, 10))
    )
    answers = tuple(
        exercise_answer(exercise="str-ev-iso", side=side, pain_during=2) for side in (Side.LEFT, Side.RIGHT)
    )
    found = from_sessions([session_record(sets=sets, answers=answers)], MEASURES, LOADED)
    (test,) = [entry for entry in found if entry.measure == "ev-iso-5x10-pain"]
    assert (test.left, test.right) == (2, None)


def test_pain_of_unloaded_work_is_no_loading_pain() -> None:
    record = session_record(answers=(exercise_answer(exercise="mob-pumps", pain_during=5),))
    assert from_sessions([record], MEASURES, LOADED) == ()


def run(minutes: float, total: float = 0, **fields: Any) -> RunRecord:
    return RunRecord(
        id="run",
        started=moment(),
        seconds=minutes * 60,
        total_seconds=total * 60,
        **{"pain_during": 1, **fields},
    )


@pytest.mark.parametrize(
    ("record", "answered"),
    [
        (run(30), {"run-30-min-pain": 1, "run-30-min-morning-rise": 0}),
        (run(30, pain_after=3), {"run-30-min-pain": 3, "run-30-min-morning-rise": 0}),
        (run(29), {}),
        (run(30, total=33), {}),
        (run(30, pain_during=NoAnswer.MISSING), {"run-30-min-morning-rise": 0}),
    ],
    ids=["3.6-30-min", "worst-pain", "3.6-29-min", "with-walking", "no-answer"],
)
def test_a_run_of_thirty_minutes_counts_for_discharge(record: RunRecord, answered: dict[str, float]) -> None:
    found = from_runs([record], {MONDAY + timedelta(days=1): 0})
    assert {entry.measure: entry.whole for entry in found} == answered


def test_without_the_next_morning_nothing_is_said_of_it() -> None:
    assert [entry.measure for entry in from_runs([run(40)], {})] == ["run-30-min-pain"]

"""Training days, time zones, daylight saving, leap days and clocks that are set back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.facts_of_records import History, Until, until
from ankle_coach.domain.journal import (
    Moment,
    SessionRecord,
)
from ankle_coach.domain.program_rules import context_for
from ankle_coach.domain.progression import fold
from ankle_coach.domain.run_facts import stage_of, stage_runs
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.sides import Side
from ankle_coach.domain.training_day import training_day
from tests.helpers.builders import MONDAY, exercise_answer, moment, session_record, set_record
from tests.helpers.records import CONTEXT, PLAN, check_in, folded, mornings, session, told
from tests.helpers.rules import MISSING, day_number, plan_of, prescribed

LIBRARY = open_library()

# --- Days and clocks ---------------------------------------------------------------------------


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """An instant in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


HOUR = timedelta(hours=1)
MOMENTS: list[tuple[str, datetime, timedelta, Until]] = [
    ("00:40 belongs to yesterday", at(2026, 3, 3, 0, 40), 0 * HOUR, Until(date(2026, 3, 2), True)),
    ("04:00 turns over", at(2026, 3, 3, 4), 0 * HOUR, Until(date(2026, 3, 3), False)),
    ("11:59 is before noon", at(2026, 3, 3, 11, 59), 0 * HOUR, Until(date(2026, 3, 3), False)),
    ("12:00 is noon", at(2026, 3, 3, 12), 0 * HOUR, Until(date(2026, 3, 3), True)),
    ("Auckland", at(2026, 3, 2, 23, 30), 13 * HOUR, Until(date(2026, 3, 3), True)),
    ("Honolulu", at(2026, 3, 3, 10), -10 * HOUR, Until(date(2026, 3, 2), True)),
    ("summer time begins", at(2026, 3, 29, 10), 2 * HOUR, Until(date(2026, 3, 29), True)),
    ("summer time ends", at(2026, 10, 25, 10, 30), 1 * HOUR, Until(date(2026, 10, 25), False)),
    ("leap day", at(2028, 2, 29, 13), 0 * HOUR, Until(date(2028, 2, 29), True)),
    ("night after a leap day", at(2028, 3, 1, 2), 0 * HOUR, Until(date(2028, 2, 29), True)),
]


@pytest.mark.parametrize(
    ("instant", "offset", "expected"), [m[1:] for m in MOMENTS], ids=[m[0] for m in MOMENTS]
)
def test_up_to_when_the_rules_look(instant: datetime, offset: timedelta, expected: Until) -> None:
    assert until(instant, offset) == expected


def test_a_session_at_00_40_counts_for_the_day_before() -> None:
    night = session(0, at=time(0, 40))
    assert night.started.at.date() == day_number(0)
    assert night.started.training_day == MONDAY
    result = folded(1, sessions=(night,), check_ins=mornings(1))
    assert told(result) == [(0, "credit", "3.3-8")]


def test_a_clock_that_was_set_back_changes_nothing() -> None:
    """Entries go by their training day: instants out of order give the same decisions."""
    straight = tuple(session(n) for n in range(8))
    back = tuple(
        replace(s, started=replace(s.started, at=s.started.at - timedelta(days=3 if n % 2 else 0)))
        for n, s in enumerate(straight)
    )
    first = folded(8, sessions=straight, check_ins=mornings(8))
    second = folded(8, sessions=back, check_ins=mornings(8))
    assert first.decisions == second.decisions


def test_a_flight_around_the_world_changes_nothing() -> None:
    def moved(record: SessionRecord, hours: int) -> SessionRecord:
        started = record.started
        return replace(record, started=Moment(started.at, hours * 60, started.training_day))

    home = tuple(session(n) for n in range(8))
    away = tuple(moved(s, hours) for s, hours in zip(home, (1, 13, -10, 0, 5, -8, 9, 1), strict=True))
    assert told(folded(8, sessions=home, check_ins=mornings(8))) == told(
        folded(8, sessions=away, check_ins=mornings(8))
    )


def test_entries_of_days_to_come_wait_for_their_day() -> None:
    early = folded(0, sessions=(session(0), session(5)), check_ins=mornings(6))
    assert told(early) == []


@pytest.mark.parametrize("start", [date(2028, 2, 26), date(2026, 3, 26), date(2026, 10, 22)], ids=str)
def test_seven_days_are_seven_training_days_over_leap_days_and_clock_changes(start: date) -> None:
    shift = (start - MONDAY).days
    plan = replace(PLAN, starts_on=start)
    history = History(
        plans=(plan,),
        sessions=tuple(session(shift + n) for n in range(8)),
        check_ins=tuple(check_in(shift + n) for n in range(-3, 9)),
    )
    result = fold(history, CONTEXT, Until(start + timedelta(days=8)))
    assert [(d.day - start).days for d in result.decisions if d.outcome is Outcome.ADVANCE] == [6]


def test_the_training_day_of_a_moment_does_not_depend_on_the_machine() -> None:
    assert training_day(at(2026, 3, 3, 0, 40), timedelta(0)) == date(2026, 3, 2)


# --- Runs of the run log -----------------------------------------------------------------------

STAGES = LIBRARY.exercise("run-walk")
STAGE_1 = STAGES.level("stage-1")


def run(number: int, **fields: Any) -> RunRecord:
    """Stage 1 as it was run on a day, without a limp."""
    return RunRecord(
        **{
            "id": f"r{number}",
            "started": moment(day_number(number)),
            "seconds": 360,
            "stage": 1,
            "pain_during": 0,
            "pain_after": 0,
            "limp": False,
            **fields,
        }
    )


RUNS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("3.7-advance two in a row", {}, ["credit", "credit", "advance"]),
    ("3.7-hold limp not answered", {"limp": None}, ["hold", "hold"]),
    ("3.7-hold a part of the stage", {"seconds": 300}, ["hold", "hold"]),
    ("3.7-regress limp", {"limp": True}, ["stop_exercise", "credit"]),
    ("3.7-regress giving way", {"gave_way": True}, ["stop_exercise", "stop_exercise"]),
    ("3.7-hold pain not answered", {"pain_during": MISSING}, ["hold", "hold"]),
    ("3.7-advance a harder stage", {"stage": 2, "seconds": 720}, ["credit", "credit", "advance"]),
    ("3.7 an easier stage earns nothing", {"stage": 0, "seconds": 0}, ["credit", "credit"]),
    ("3.7-advance no stage chosen but fulfilled", {"stage": None}, ["credit", "credit", "advance"]),
    ("3.7-advance longer without walks", {"stage": None, "seconds": 1800}, ["credit", "credit", "advance"]),
    ("3.7-hold no stage chosen and not fulfilled", {"stage": None, "seconds": 300}, ["hold", "hold"]),
    ("3.7-regress limp outside of the stages", {"stage": None, "limp": True}, ["stop_exercise", "credit"]),
]


@pytest.mark.parametrize(("fields", "outcomes"), [r[1:] for r in RUNS], ids=[r[0] for r in RUNS])
def test_a_stage_of_the_run_log_counts_for_its_exercise(fields: dict[str, Any], outcomes: list[str]) -> None:
    plan = plan_of(prescribed(STAGES, level="stage-1", dose=STAGE_1.dose, side_mode=STAGE_1.side_mode))
    runs = (run(0, **fields), run(1, **({} if fields.get("limp") else fields)))
    history = History(plans=(plan,), runs=runs, check_ins=mornings(2))
    result = fold(history, context_for([STAGES]), Until(day_number(2)))
    found = [d.outcome.value for d in result.decisions if d.prescription]
    assert found == outcomes


@pytest.mark.parametrize("limp_first", [True, False], ids=["3.7 limp in the first", "3.7 limp in the second"])
def test_two_runs_of_a_day_have_one_outcome_and_the_worse_one_wins(limp_first: bool) -> None:
    plan = plan_of(prescribed(STAGES, level="stage-1", dose=STAGE_1.dose, side_mode=STAGE_1.side_mode))
    runs = (run(0, id="a", limp=limp_first), run(0, id="b", limp=not limp_first))
    result = fold(
        History(plans=(plan,), runs=runs, check_ins=mornings(1)), context_for([STAGES]), Until(day_number(1))
    )
    assert [d.outcome.value for d in result.decisions if d.prescription] == ["stop_exercise"]


def test_3_7_two_halves_of_a_stage_are_not_the_stage() -> None:
    half = run(0, seconds=180)
    plan = plan_of(prescribed(STAGES, level="stage-1", dose=STAGE_1.dose, side_mode=STAGE_1.side_mode))
    ((day, session),) = stage_runs((half, half), plan, ())
    assert (day.share, day.whole, len(day.bouts), session) == (0.5, False, 2, plan.prescriptions[0].session)


@pytest.mark.parametrize(
    ("minutes", "stage"), [(3, 1), (6, 1), (11, 1), (12, 2), (24, 4), (28, 5), (29, 5), (30, 8), (70, 8)]
)
def test_3_7_a_run_outside_of_the_stages_counts_for_the_highest_that_it_fulfills(
    minutes: int, stage: int
) -> None:
    assert stage_of(run(0, stage=None, seconds=minutes * 60)).number == stage


def test_3_7_what_the_player_recorded_on_the_day_is_not_counted_twice() -> None:
    plan = plan_of(prescribed(STAGES, level="stage-1", dose=STAGE_1.dose, side_mode=STAGE_1.side_mode))
    assert stage_runs((run(0),), plan, {plan.prescriptions[0].id}) == ()
    assert stage_runs((), plan, ()) == ()


@pytest.mark.parametrize(
    ("fields", "outcome"),
    [
        pytest.param({}, "credit", id="3.7-advance calm in both"),
        pytest.param({"limp": True}, "stop_exercise", id="3.7-regress limp told of the run"),
        pytest.param({"gave_way": True}, "stop_exercise", id="3.7-regress giving way told of the run"),
        pytest.param({"sharp_pain": True}, "stop", id="3.7-stop sharp pain told of the run"),
        pytest.param({"pain_after": 9}, "step_back", id="3.3-5 pain after it told of the run"),
        pytest.param({"limp": None}, "hold", id="3.7-hold limp left out"),
    ],
)
def test_what_was_felt_in_a_run_counts_beside_what_the_player_recorded(
    fields: dict[str, Any], outcome: str
) -> None:
    """3.3: of several on a day the worst wins, also where the player has the run already."""
    plan = plan_of(prescribed(STAGES, level="stage-1", dose=STAGE_1.dose, side_mode=STAGE_1.side_mode))
    (prescription,) = plan.prescriptions
    about = {"prescription": prescription.id, "exercise": STAGES.id, "side": Side.BOTH}
    played = session_record(
        id="s",
        session="main",
        started=moment(day_number(0)),
        pain_after=0,
        effort=3,
        sets=(set_record(**about, level="stage-1", reps_planned=0, reps_done=0),),
        answers=(exercise_answer(**about, pain_during=0),),
    )
    history = History(plans=(plan,), sessions=(played,), runs=(run(0, **fields),), check_ins=mornings(1))
    result = fold(history, context_for([STAGES]), Until(day_number(1)))
    assert [d.outcome.value for d in result.decisions if d.prescription] == [outcome]

"""Walk-runs of the player among the runs, and what is the same run."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ankle_coach.domain.entries import Kept
from ankle_coach.domain.journal import NoAnswer, SessionRecord
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.measurements_of import days_without_running
from ankle_coach.domain.played_runs import known_runs, runs_of
from ankle_coach.domain.running import Guard, RunRecord, single_run_guard, weekly_guard
from ankle_coach.domain.safety_facts import Sign, StopSign
from ankle_coach.domain.sides import Side
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY, moment

WALK_RUN = {"prescription": "run.run-walk", "exercise": "run-walk", "side": Side.BOTH}


def _played(day: int = 0, stage: int = 3, seconds: float = 1080, **fields: Any) -> SessionRecord:
    """A session of one walk-run; stage 3 is 18 minutes of running in 30."""
    sets = make.set_record(
        **WALK_RUN,
        level=f"stage-{stage}",
        reps_planned=0,
        reps_done=0,
        seconds_planned=1080,
        seconds_done=seconds,
    )
    answer = make.exercise_answer(**WALK_RUN, pain_during=1)
    return make.session_record(
        MONDAY + timedelta(days=day), **{"sets": (sets,), "answers": (answer,), "pain_after": 2, **fields}
    )


def _written(day: int = 0, minutes: float = 18, **fields: Any) -> RunRecord:
    started = moment(MONDAY + timedelta(days=day))
    return RunRecord(**{"id": f"run-{day}", "started": started, "seconds": minutes * 60, **fields})


def _journal(*sessions: SessionRecord, entries: tuple[Any, ...] = ()) -> JournalContents:
    kept = tuple(Kept(id=getattr(entry, "id", "sign"), moment=moment(), entry=entry) for entry in entries)
    return JournalContents(person=make.person(), sessions=sessions, entries=kept)


def test_a_played_walk_run_is_a_run_with_minutes_and_without_a_distance() -> None:
    (run,) = runs_of(_journal(_played()))
    assert (run.stage, run.minutes, run.total_seconds / 60, run.meters) == (3, 18, 30, None)
    assert (run.pain_during, run.pain_after, run.limp, run.surface, run.shoes) == (1, 2, None, "", "")
    assert run.day == MONDAY


def test_of_one_that_was_left_early_only_what_was_run_counts() -> None:
    (run,) = runs_of(_journal(_played(seconds=360)))
    assert (run.minutes, run.total_seconds / 60) == (6, 10)


def test_half_an_hour_without_a_walk_has_none_in_it() -> None:
    (run,) = runs_of(_journal(_played(stage=8, seconds=1800)))
    assert (run.minutes, run.total_seconds) == (30, 0)


@pytest.mark.parametrize(
    "record",
    [make.session_record(), _played(stage=0, seconds=1800), _played(seconds=0)],
    ids=["no walk-run", "only walked", "not begun"],
)
def test_where_nothing_was_run_there_is_no_run(record: SessionRecord) -> None:
    assert runs_of(_journal(record)) == ()


def test_signs_of_its_session_are_signs_of_the_run() -> None:
    record = _played(answers=())
    sign = StopSign(session=record.id, sign=Sign.LIMP)
    (run,) = runs_of(_journal(record, entries=(sign,)))
    assert (run.limp, run.gave_way, run.sharp_pain) == (True, False, False)
    assert run.pain_during is NoAnswer.NOT_ASKED


SAME = [
    ("the same stage", _written(stage=3, minutes=20), True),
    ("another stage", _written(stage=4, minutes=24), False),
    ("its running time", _written(minutes=18), True),
    ("the whole time with its walks", _written(minutes=30), True),
    ("a watch stopped late", _written(minutes=33), True),
    ("longer than all of it", _written(minutes=34), False),
    ("a watch started late", _written(minutes=16.3), True),
    ("shorter than what was run", _written(minutes=16), False),
    ("another day", _written(day=1, stage=3), False),
]


@pytest.mark.parametrize(("run", "is_same"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_what_was_written_down_as_well_is_one_run(run: RunRecord, is_same: bool) -> None:
    known = known_runs(_journal(_played(), entries=(run,)))
    assert len(known) == (1 if is_same else 2)
    if is_same:
        assert known[0].run is run
        assert (known[0].session, known[0].is_written) == (_played().id, True)


def test_one_written_run_stands_for_one_played_one() -> None:
    twice = (_played(), _played(id="again"))
    known = known_runs(_journal(*twice, entries=(_written(stage=3),)))
    assert [one.is_written for one in known].count(False) == 1
    assert len(known) == 2


def test_a_completed_run_stays_the_same_though_its_day_or_stage_is_corrected() -> None:
    record = _played()
    completed = _written(day=2, stage=4, minutes=24, session=record.id, meters=4000.0)
    (known,) = known_runs(_journal(record, entries=(completed,)))
    assert known.run is completed
    (alone,) = known_runs(_journal(entries=(completed,)))
    assert alone.session == "", "the session was deleted; the run was not"


def test_the_guards_count_it_once_and_compare_minutes() -> None:
    journal = _journal(_played(-7, stage=8, seconds=1800), _played(stage=8, seconds=1800))
    again = _journal(*journal.sessions, entries=(_written(stage=8, minutes=30, meters=5000.0),))
    for known in (journal, again):
        runs = runs_of(known)
        planned = _written(5, minutes=42, meters=7000.0)
        assert weekly_guard((*runs, planned), MONDAY).ratio == pytest.approx((30 + 42) / 30)
        result = single_run_guard(planned, runs)
        assert (result.guard, result.by_distance, result.compared_with) == (Guard.STRONG, False, 30)


def test_running_has_not_stopped_while_it_is_played() -> None:
    assert days_without_running(_journal(_played(-3)), MONDAY) == 3
    assert days_without_running(_journal(), MONDAY) is None

"""Runs of the log as walk-run days: which stage they count for, and how much of it (clinical.md §3.7)."""

from __future__ import annotations

from typing import Any

import pytest

from ankle_coach.domain.exercise import Group
from ankle_coach.domain.frequency import TimesPerDay
from ankle_coach.domain.ladder import RUN_WALK
from ankle_coach.domain.plan import PlannedSession, SessionKind
from ankle_coach.domain.run_facts import stage_of, stage_runs
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.sides import Side
from tests.helpers.builders import moment
from tests.helpers.rules import STRENGTH, exercise, level, plan_of, prescribed, runs

WALK_RUN = exercise(RUN_WALK, Group.PLYOMETRIC, level("stage-1", runs(1)), start_level="stage-1")
SESSIONS = tuple(
    PlannedSession(id=name, name=name, kind=SessionKind.CORE, frequency=TimesPerDay())
    for name in ("main", "runs")
)
PLAN = plan_of(prescribed(STRENGTH), prescribed(WALK_RUN, session="runs"), sessions=SESSIONS)


def run(name: str = "r", minutes: float = 6, stage: int | None = 1, **fields: Any) -> RunRecord:
    """A run of the log."""
    return RunRecord(id=name, started=moment(), seconds=minutes * 60, stage=stage, **fields)


def done(*logged: RunRecord) -> tuple[str, float, bool]:
    """Stage, share and wholeness of the day's runs."""
    ((day, session),) = stage_runs(logged, PLAN, ())
    assert (day.prescription, day.exercise, day.side) == (f"main.{RUN_WALK}", RUN_WALK, Side.BOTH)
    assert session == "runs"
    assert len(day.bouts) == len(logged)
    return day.level, day.share, day.whole


@pytest.mark.parametrize(
    ("logged", "level_id", "share", "whole"),
    [
        pytest.param((run(),), "stage-1", 1, True, id="3.7-stage-1 whole"),
        pytest.param((run(minutes=9),), "stage-1", 1, True, id="3.7-stage-1 more is not more than whole"),
        pytest.param((run(minutes=3),), "stage-1", 0.5, False, id="3.7-stage-1 a half"),
        pytest.param((run(minutes=0, stage=0),), "stage-0", 1, True, id="3.7-stage-0 has no running"),
        pytest.param((run(minutes=3, stage=None),), "stage-1", 0.5, False, id="3.7-stage-1 shorter than all"),
        pytest.param((run(minutes=12, stage=None),), "stage-2", 1, True, id="3.7-stage-2 fulfilled"),
        pytest.param((run(minutes=11.99, stage=None),), "stage-1", 1, True, id="3.7-stage-2 a second short"),
        pytest.param(
            (run("a", 6, 1), run("b", 12, 2)), "stage-2", 1, True, id="3.7-stage-2 the higher whole one"
        ),
        pytest.param((run("a", 12, 2), run("b", 6, 1)), "stage-2", 1, True, id="3.7-stage-2 in any order"),
        pytest.param(
            (run("a", 6, 1), run("b", 12, 4)),
            "stage-1",
            1,
            True,
            id="3.7-stage-1 whole before a part of a higher",
        ),
        pytest.param(
            (run("a", 6, 2), run("b", 9, 2)), "stage-2", 0.75, False, id="3.7-stage-2 the larger part"
        ),
        pytest.param(
            (run("a", 6, 2), run("b", 9, 3)), "stage-3", 0.5, False, id="3.7-stage-3 of parts the higher"
        ),
    ],
)
def test_the_best_run_of_a_day_says_what_was_done(
    logged: tuple[RunRecord, ...], level_id: str, share: float, whole: bool
) -> None:
    assert done(*logged) == (level_id, share, whole)


def test_a_chosen_stage_wins_over_what_the_minutes_say() -> None:
    assert stage_of(run(minutes=30, stage=3)).number == 3


def test_what_was_felt_in_each_run_is_kept() -> None:
    signs: dict[str, Any] = {"pain_during": 2, "pain_after": 3, "gave_way": True, "sharp_pain": True}
    ((day, _),) = stage_runs((run(limp=True, **signs), run("b", limp=False), run("c")), PLAN, ())
    first, second, third = day.bouts
    assert (first.pain_during, first.pain_after) == (2, 3)
    assert (first.gave_way, first.sharp, first.limp) == (True, True, True)
    assert [(bout.limp, bout.unanswered) for bout in (second, third)] == [(False, False), (False, True)]


def test_without_walk_run_in_the_plan_a_run_is_only_a_run() -> None:
    assert stage_runs((run(),), plan_of(prescribed(STRENGTH)), ()) == ()

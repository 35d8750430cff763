"""Gaps, pauses and what is never made up: rows of clinical.md §3.5, lived day by day."""

from __future__ import annotations

from typing import Any

import pytest

from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.offers import gap_before, standings_on
from ankle_coach.domain.plan_rules import GapStep, gap_step
from ankle_coach.domain.safety_facts import Report, ReportKind
from ankle_coach.domain.schedule_changes import (
    Move,
    Pause,
    PauseKind,
    ScheduleChanges,
    Skip,
    excused_sessions,
    planned_sessions,
)
from ankle_coach.domain.thresholds import SOURCE
from tests.helpers.builders import MONDAY
from tests.helpers.rules import (
    BAD,
    FIVE,
    Diary,
    context_of,
    day_number,
    diary,
    exercise,
    growth,
    level,
    plan_of,
    prescribed,
    reps,
    row,
    runs,
)

BALANCE = exercise("bal-one", Group.BALANCE, *(level(name) for name in "abcde"), start_level="c")
HOP = exercise("ply-one", Group.PLYOMETRIC, *(level(name) for name in "abcde"), start_level="c")


# --- Gaps --------------------------------------------------------------------------------------

GAPS = [
    (0, GapStep.NONE),
    (1, GapStep.SAME),
    (3, GapStep.SAME),
    (4, GapStep.REPEAT),
    (7, GapStep.REPEAT),
    (8, GapStep.LEVEL),
    (14, GapStep.LEVEL),
    (15, GapStep.PHASE),
    (28, GapStep.PHASE),
    (29, GapStep.INTAKE),
]


@pytest.mark.parametrize(("days", "step"), [pytest.param(*gap, id=f"3.5-gap {gap[0]}") for gap in GAPS])
def test_what_a_gap_does(days: int, step: GapStep) -> None:
    assert gap_step(days, SOURCE) is step


@row("3.5-gap-1")
def test_a_plan_of_three_days_a_week_has_no_gap(row_id: str) -> None:
    book = diary(FIVE)
    for _ in range(4):
        book.trained(1).rested(1, planned=()).trained(1).rested(1, planned=()).trained(1).rested(
            2, planned=()
        )
    assert book.fold()[0].gap_from is None
    assert book.decisions(Outcome.PLAN_HOLD) == []


@row("3.5-gap-1")
def test_one_to_three_days_advance_nothing_on_that_session(row_id: str) -> None:
    book = diary(BALANCE, FIVE).trained(1).rested(1).trained(1)
    assert book.decisions(Outcome.ADVANCE) == []
    assert [d.value("waits") for d in book.decisions(Outcome.CREDIT) if d.exercise == "bal-one"][-1] == "gap"
    assert book.standing().level == "d"
    assert [d.exercise for d in book.trained(1).decisions(Outcome.ADVANCE)] == ["bal-one"]


@row("3.5-gap-4")
def test_four_to_seven_days_repeat_the_last_completed_session(row_id: str) -> None:
    ladder = exercise("str-one", Group.STRENGTH, level("a"), level("b", growth=growth(2, 20)))
    book = diary(ladder).trained(7)
    assert book.standing().dose == reps(12)
    book.rested(4).trained(1)
    assert book.standing().dose == reps(10)
    assert book.fold()[0].hold_until == day_number(11 + 7)
    assert [d.rule for d in book.decisions(Outcome.STEP_BACK)] == ["3.5-gap-4"]


@row("3.5-gap-4")
def test_repeating_never_steps_up(row_id: str) -> None:
    book = diary(FIVE).trained(1).trained(1, bout=BAD).rested(5).trained(1)
    assert book.standing().level == "c"


@row("3.5-gap-8")
def test_eight_to_fourteen_days_cost_a_level_and_a_quarter(row_id: str) -> None:
    book = diary(FIVE, BALANCE).trained(1).rested(8)
    state, _ = book.fold()
    assert gap_before(state, book.context, day_number(9)) is GapStep.LEVEL
    preview = {s.exercise: (s.level, s.dose) for s in standings_on(state, book.context, day_number(9))}
    assert preview == {"str-one": ("c", reps(7)), "bal-one": ("c", reps(10))}
    book.trained(1)
    standing = book.standing()
    assert (standing.level, standing.dose) == ("c", reps(7))
    assert book.standing("main.bal-one").level == "c"


@row("3.5-gap-15")
def test_fifteen_to_twenty_eight_days_cost_a_phase_and_half(row_id: str) -> None:
    book = diary(FIVE).trained(1).rested(15).trained(1)
    assert book.fold()[0].phase_due == "p1"
    assert book.standing().dose == reps(5)
    assert [d.rule for d in book.decisions(Outcome.PHASE_BACK)] == ["3.5-gap-15"]


@row("3.5-gap-15")
def test_a_version_of_the_phase_before_made_in_the_gap_is_enough(row_id: str) -> None:
    book = diary(FIVE).trained(1).rested(18)
    book.change(plan_of(prescribed(FIVE), phase="p1", version=2, starts_on=book.today)).trained(1)
    assert book.fold()[0].phase_due == ""
    assert book.standing().dose == reps(5)


@row("3.5-gap-29")
def test_over_28_days_ask_for_the_intake_again(row_id: str) -> None:
    book = diary(FIVE).trained(1).rested(29).trained(1)
    assert [d.rule for d in book.decisions(Outcome.PHASE_BACK)] == ["3.5-gap-29"]


STAGES = exercise(
    "run-walk",
    Group.PLYOMETRIC,
    level("stage-0", loaded=False),
    *(level(f"stage-{n}", runs(n)) for n in range(1, 6)),
    start_level="stage-4",
)


@pytest.mark.parametrize(
    ("away", "stage"),
    [
        pytest.param(3, "stage-4", id="3.5-gap-1 walk-run stays"),
        pytest.param(7, "stage-4", id="3.5-gap-4 walk-run stays"),
        pytest.param(8, "stage-3", id="3.5-gap-8 walk-run back 1 stage"),
        pytest.param(15, "stage-2", id="3.5-gap-15 walk-run back 2 stages"),
    ],
)
def test_a_gap_takes_walk_run_stages_back(away: int, stage: str) -> None:
    book = diary(STAGES).trained(1).rested(away).trained(1)
    assert book.standing("main.run-walk").level == stage


@row("3.5-gap-15 at least stage 1")
def test_a_gap_never_goes_below_stage_1(row_id: str) -> None:
    plan = plan_of(prescribed(STAGES, level="stage-2", dose=runs(2)))
    book = Diary(plan, context_of(STAGES)).trained(1).rested(15).trained(1)
    assert book.standing("main.run-walk").level == "stage-1"


GAP_REASONS: list[tuple[str, dict[str, Any]]] = [
    ("3.5-gap missed", {}),
    ("3.5-gap excused or ill", {"excused": ("main",)}),
    ("3.5-gap without loading", {"before": ((7, 0),)}),
]


@pytest.mark.parametrize("facts", [g[1] for g in GAP_REASONS], ids=[g[0] for g in GAP_REASONS])
def test_every_reason_counts_for_the_gap(facts: dict[str, Any]) -> None:
    book = diary(FIVE).trained(1).rested(1, **facts)
    assert book.fold()[0].gap_from == day_number(1)


@row("3.5-gap")
def test_a_moved_session_ends_the_gap(row_id: str) -> None:
    book = diary(FIVE).trained(1).rested(1).trained(1, planned=())
    assert book.fold()[0].gap_from is None


@row("3.4-precedence deload before gap")
def test_a_deload_goes_before_a_gap(row_id: str) -> None:
    """The level was stepped back by the deload already."""
    ill = Report(day=day_number(3), kind=ReportKind.ILLNESS)
    book = diary(FIVE).trained(1).rested(2).rested(1, reports=(ill,)).rested(5)
    assert book.standing().level == "c"
    book.trained(1)
    assert [d.rule for d in book.decisions(Outcome.PLAN_HOLD)] == ["3.5-gap-8"]
    assert (book.standing().level, book.standing().dose) == ("c", reps(10))


# --- Never make up, pauses, fever --------------------------------------------------------------


@row("3.5-never-make-up")
def test_a_missed_session_is_never_planned_again(row_id: str) -> None:
    plan = plan_of(prescribed(FIVE))
    changes = ScheduleChanges(skips=(Skip(session="main", day=MONDAY),))
    assert [planned_sessions(plan, day_number(n), changes) for n in range(3)] == [(("main", 1),)] * 3


@row("3.5-never-make-up")
def test_a_moved_session_is_planned_on_its_new_day_only(row_id: str) -> None:
    plan = plan_of(prescribed(FIVE))
    changes = ScheduleChanges(moves=(Move(session="main", from_day=MONDAY, to_day=day_number(1)),))
    assert planned_sessions(plan, MONDAY, changes) == ()
    assert planned_sessions(plan, day_number(1), changes) == (("main", 2),)


PAUSES = [
    ("3.5-pause travel", PauseKind.TRAVEL, 1),
    ("3.5-pause illness", PauseKind.ILLNESS, 1),
    ("3.5-fever 48 hours without it", PauseKind.FEVER, 3),
]


@pytest.mark.parametrize(("kind", "after"), [p[1:] for p in PAUSES], ids=[p[0] for p in PAUSES])
def test_pauses_excuse_their_days(kind: PauseKind, after: int) -> None:
    plan = plan_of(prescribed(FIVE))
    pause = Pause(kind=kind, from_day=MONDAY, until_day=day_number(2))
    changes = ScheduleChanges(pauses=(pause,))
    excused = [n for n in range(8) if excused_sessions(plan, day_number(n), changes)]
    assert excused == list(range(2 + after))
    assert pause.back_on == day_number(2 + after)

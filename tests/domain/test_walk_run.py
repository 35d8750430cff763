"""Return to running: gate, stages and rules (clinical.md §3.7)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.criteria import Status
from ankle_coach.domain.dose import Duration, Intervals
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.locks import Locks, locks
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety import Finding, Flag, Scope, Urgency
from ankle_coach.domain.sides import Side
from ankle_coach.domain.walk_run import (
    STAGES,
    ActivityLoad,
    Morning,
    RunLimits,
    RunOutcome,
    achilles_not_before,
    judge_run,
    must_stop,
    next_stage,
    run_gate,
    run_limits,
)
from tests.helpers.builders import MONDAY, moment
from tests.helpers.rules import row

LIBRARY = open_library()
SELF_GUIDED = RunLimits(advance=2, ceiling=3)
GOOD_MORNING = Morning(pain_rise=0)
C, H, B = RunOutcome.CREDIT, RunOutcome.HOLD, RunOutcome.REGRESS


def run(**fields: Any) -> RunRecord:
    known = {"pain_during": 1, "pain_after": 1, "limp": False, "stage": 3}
    return RunRecord(id="run", started=moment(), seconds=1080, **{**known, **fields})


TABLE = [
    (0, 0, 30, 0),
    (1, 6, 30, 6),
    (2, 6, 30, 12),
    (3, 6, 30, 18),
    (4, 6, 30, 24),
    (5, 4, 32, 28),
    (6, 3, 33, 30),
    (7, 2, 32, 30),
    (8, 1, 30, 30),
]


@pytest.mark.parametrize(
    ("number", "rounds", "total", "run_minutes"), TABLE, ids=[f"3.7-stage-{row[0]}" for row in TABLE]
)
def test_a_stage_is_that_of_the_table_and_of_the_exercise(
    number: int, rounds: int, total: int, run_minutes: int
) -> None:
    stage = STAGES[number]
    assert (stage.number, stage.total, stage.run_minutes) == (number, total, run_minutes)
    assert number == 0 or stage.rounds == rounds
    (block,) = LIBRARY.exercise("run-walk").level(stage.level).dose.blocks
    if isinstance(block, Duration):
        assert block.seconds == total * 60
    else:
        assert isinstance(block, Intervals)
        assert (block.rounds, block.work, block.easy) == (rounds, stage.run * 60, stage.walk * 60)


@pytest.mark.parametrize(
    ("program_id", "raised", "limits"),
    [
        ("lateral-sprain", False, (2, 3)),
        ("lateral-sprain", True, (2, 3)),
        ("achilles-midportion", False, (3, 3)),
        ("achilles-midportion", True, (5, 5)),
        ("plantar-heel", True, (5, 5)),
        ("peroneal", True, (2, 3)),
    ],
    ids=lambda value: f"3.7-{value}",
)
def test_pain_limits(program_id: str, raised: bool, limits: tuple[float, float]) -> None:
    found = run_limits(LIBRARY.program(program_id), clinician_raised=raised)
    assert (found.advance, found.ceiling) == limits


@row("3.7-stop")
@pytest.mark.parametrize(
    ("facts", "stops"),
    [
        ({"pain": 3}, False),
        ({"pain": 4}, True),
        ({"pain": 0, "sharp": True}, True),
        ({"pain": 0, "limp": True}, True),
        ({"pain": 0, "gave_way": True}, True),
        ({"pain": None}, False),
    ],
    ids=["3.7-at-ceiling", "3.7-over", "3.7-sharp", "3.7-limp", "3.7-gave-way", "not-asked"],
)
def test_a_run_stops_at_once(facts: dict[str, Any], stops: bool, row_id: str) -> None:
    assert must_stop(facts.pop("pain"), SELF_GUIDED, **facts) is stops


JUDGED = [
    ("3.7-credit", {}, GOOD_MORNING, 1.0, C),
    ("3.7-pain-2", {"pain_during": 2}, GOOD_MORNING, 1.0, C),
    ("3.7-hold-pain-3", {"pain_during": 3}, GOOD_MORNING, 1.0, H),
    ("3.7-hold-pain-after-3", {"pain_after": 3}, GOOD_MORNING, 1.0, H),
    ("3.7-hold-morning-1", {}, Morning(pain_rise=1), 1.0, H),
    ("3.7-hold-no-morning", {}, Morning(), 1.0, H),
    ("3.7-hold-no-pain-answer", {"pain_during": NoAnswer.MISSING}, GOOD_MORNING, 1.0, H),
    ("3.7-hold-limp-not-answered", {"limp": None}, GOOD_MORNING, 1.0, H),
    ("3.7-hold-swelling-missing", {}, Morning(pain_rise=0, swelling_asked=True), 1.0, H),
    ("3.7-hold-swelling-1", {}, Morning(pain_rise=0, swelling_rise=1, swelling_asked=True), 1.0, H),
    ("3.7-hold-part-done", {}, GOOD_MORNING, 0.9, H),
    ("3.7-regress-over", {"pain_during": 4}, GOOD_MORNING, 1.0, B),
    ("3.7-regress-limp", {"limp": True}, GOOD_MORNING, 1.0, B),
    ("3.7-regress-sharp", {"sharp_pain": True}, GOOD_MORNING, 1.0, B),
    ("3.7-regress-gave-way", {"gave_way": True}, GOOD_MORNING, 1.0, B),
    ("3.7-regress-morning-2", {}, Morning(pain_rise=2), 1.0, B),
    ("3.7-regress-swelling-2", {}, Morning(pain_rise=0, swelling_rise=2), 1.0, B),
]


@pytest.mark.parametrize(
    ("fields", "morning", "share", "outcome"), [row[1:] for row in JUDGED], ids=[row[0] for row in JUDGED]
)
def test_a_run_is_judged_by_its_pain_and_the_next_morning(
    fields: dict[str, Any], morning: Morning, share: float, outcome: RunOutcome
) -> None:
    assert judge_run(run(**fields), morning, SELF_GUIDED, share) is outcome


@pytest.mark.parametrize(
    ("start", "outcomes", "stage", "credits"),
    [
        (1, [], 1, 0),
        (1, [C], 1, 1),
        (1, [C, C], 2, 0),
        (1, [C, H, C], 1, 1),
        (1, [C, H, C, C], 2, 0),
        (3, [B], 2, 0),
        (3, [C, B, C, C], 3, 0),
        (1, [B], 1, 0),
        (0, [B], 0, 0),
        (0, [C, C], 1, 0),
        (8, [C, C], 8, 0),
        (1, [C] * 14, 8, 0),
    ],
    ids=lambda value: f"3.7-{value}" if isinstance(value, int) else None,
)
def test_stages_go_on_after_two_in_a_row_and_back_after_one(
    start: int,
    outcomes: list[RunOutcome],
    stage: int,
    credits: int,  # noqa: A002 - the field's name
) -> None:
    judged = [(MONDAY + timedelta(days=2 * n), outcome) for n, outcome in enumerate(outcomes)]
    plan = next_stage(start, judged)
    assert (plan.stage, plan.credits) == (stage, credits)


@pytest.mark.parametrize(
    ("outcome", "days"), [(C, 2), (H, 2), (B, 3)], ids=["3.7-every-2nd-day", "3.7-hold", "3.7-one-day-more"]
)
def test_never_two_days_in_a_row_and_a_day_more_after_a_step_back(outcome: RunOutcome, days: int) -> None:
    assert next_stage(3, [(MONDAY, outcome)]).not_before == MONDAY + timedelta(days=days)
    assert next_stage(3, []).not_before is None


@row("3.7-terrain")
def test_3_7_no_hills_or_speed_before_stage_8_was_done_twice(row_id: str) -> None:
    once = [(MONDAY + timedelta(days=2 * n), C) for n in range(15)]
    assert not next_stage(1, once).finished
    assert next_stage(1, [*once, (MONDAY + timedelta(days=30), C)]).finished


@pytest.mark.parametrize(
    ("load", "done", "days"),
    [
        ("high", [(0, "high")], 3),
        ("medium", [(0, "high")], 3),
        ("medium", [(0, "medium")], 2),
        ("high", [(0, "high"), (2, "medium")], 4),
        ("light", [(0, "high")], None),
        ("high", [(0, "light")], None),
    ],
    ids=lambda value: f"3.7-achilles-{value}" if isinstance(value, str) else None,
)
def test_the_achilles_tendon_gets_two_days_after_medium_and_three_after_high_load(
    load: str, done: list[tuple[int, str]], days: int | None
) -> None:
    earlier = [(MONDAY + timedelta(days=day), ActivityLoad(was)) for day, was in done]
    expected = None if days is None else MONDAY + timedelta(days=days)
    assert achilles_not_before(ActivityLoad(load), earlier) == expected


GOOD = {
    "walk-30-min-pain": 2,
    "walk-30-min-limp": 0,
    "two-leg-hops-pain": 2,
    "single-leg-hops-pain": 2,
    "confidence": 8,
    "residual-soreness": 0,
    "uneven-walk-pain": 0,
}
SIDED = {"single-leg-raise-count": (18, 20), "single-leg-stand-seconds": (25, 60)}


def measured(**changes: Any) -> list[Measurement]:
    """Everything that the gate asks for, measured today, and a quiet week of mornings."""
    whole = {**GOOD, **{key.replace("_", "-"): value for key, value in changes.items()}}
    found = [
        Measurement(id=key, measure=key, entered=moment(), whole=value)
        for key, value in whole.items()
        if value is not None and not isinstance(value, tuple)
    ]
    sided = {**SIDED, **{k.replace("_", "-"): v for k, v in changes.items() if isinstance(v, tuple)}}
    found += [
        Measurement(id=key, measure=key, entered=moment(), left=left, right=right)
        for key, (left, right) in sided.items()
    ]
    morning = changes.get("morning", 2)
    for number in range(7):
        entered = moment(MONDAY - timedelta(days=number))
        found.append(Measurement(id=f"m{number}", measure="morning-pain", entered=entered, left=morning))
    for number in (0, 7):
        entered = moment(MONDAY - timedelta(days=number))
        count = changes.get("gave", 0) if number else 0
        found.append(Measurement(id=f"g{number}", measure="giving-way", entered=entered, whole=count))
    return found


def gate_of(program_id: str, found: list[Measurement], flags: Locks | None = None) -> Any:
    return run_gate(LIBRARY.program(program_id), found, Side.LEFT, flags or Locks(), MONDAY)


@pytest.mark.parametrize(
    "program_id",
    ["lateral-sprain", "achilles-midportion", "achilles-insertional", "peroneal", "plantar-heel"],
)
def test_3_7_with_every_point_true_the_gate_is_open(program_id: str) -> None:
    assert gate_of(program_id, measured()).is_open


CLOSED = [
    ("walk-pain", "peroneal", {"walk_30_min_pain": 3}, "walk-30-min-pain"),
    ("walk-limp", "peroneal", {"walk_30_min_limp": 1}, "walk-30-min-limp"),
    ("morning-3", "peroneal", {"morning": 3}, "morning-pain"),
    ("morning-4-tendon", "achilles-midportion", {"morning": 4}, "morning-pain"),
    ("14-raises", "peroneal", {"single_leg_raise_count": (14, 15)}, "single-leg-raise-count"),
    ("lsi-79", "peroneal", {"single_leg_raise_count": (23, 30)}, "single-leg-raise-symmetry"),
    ("lsi-89-sprain", "lateral-sprain", {"single_leg_raise_count": (17, 20)}, "single-leg-raise-symmetry"),
    ("two-leg-hops", "peroneal", {"two_leg_hops_pain": 3}, "two-leg-hops-pain"),
    ("single-leg-hops", "peroneal", {"single_leg_hops_pain": 3}, "single-leg-hops-pain"),
    ("stand-19", "peroneal", {"single_leg_stand_seconds": (19, 60)}, "single-leg-stand-seconds"),
    ("gave-way", "lateral-sprain", {"gave": 1}, "giving-way"),
    ("soreness", "general", {"residual_soreness": 1}, "residual-soreness"),
    ("uneven", "peroneal", {"uneven_walk_pain": 1}, "uneven-walk-pain"),
]


@pytest.mark.parametrize(
    ("program_id", "changes", "item"), [row[1:] for row in CLOSED], ids=[f"3.7-gate-{r[0]}" for r in CLOSED]
)
def test_one_point_that_is_not_true_keeps_the_gate_closed(
    program_id: str, changes: dict[str, Any], item: str
) -> None:
    gate = gate_of(program_id, measured(**changes))
    assert not gate.is_open
    assert [r.criterion.id for r in gate.items if r.status is Status.UNMET] == [item]


def test_3_7_tendon_mornings_may_be_three() -> None:
    assert gate_of("achilles-midportion", measured(morning=3)).is_open


def test_what_was_not_measured_is_missing_and_keeps_it_closed() -> None:
    gate = gate_of("peroneal", [m for m in measured() if m.measure != "two-leg-hops-pain"])
    assert (gate.is_open, gate.missing) == (False, ("two-leg-hops-pain",))


@pytest.mark.parametrize(
    ("scopes", "no_plan", "opens"),
    [
        ((Scope.ALL_LOADING,), False, False),
        ((Scope.PLYOMETRICS_AND_RUNNING,), False, False),
        ((Scope.CALF_WORK,), False, False),
        ((Scope.ICE,), False, True),
        ((), True, False),
        ((), False, True),
    ],
    ids=["3.7-lock", "3.7-run-lock", "3.7-calf-lock", "ice-lock", "3.7-bone-stress", "advise"],
)
def test_3_7_a_red_flag_keeps_the_gate_closed(scopes: tuple[Scope, ...], no_plan: bool, opens: bool) -> None:
    finding = Finding(rule="R12", urgency=Urgency.PAUSE, scopes=scopes, no_plan=no_plan, references=("S45",))
    flags = locks([Flag(id="1", finding=finding, raised=moment())], [])
    gate = gate_of("peroneal", measured(), flags)
    assert gate.is_open is opens
    assert gate.red_flags == (() if opens else ("R12",))


@pytest.mark.parametrize(
    ("days", "applies"), [(28, False), (29, True), (None, True)], ids=lambda value: f"3.9-soreness-{value}"
)
def test_general_soreness_runs_on_unless_it_stopped_for_more_than_four_weeks(
    days: int | None, applies: bool
) -> None:
    gate = run_gate(LIBRARY.program("general"), [], Side.LEFT, Locks(), MONDAY, days_without_running=days)
    assert (gate.applies, gate.is_open) == (applies, not applies)

"""Return to running: gate, stages and rules (clinical.md §3.7)."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.criteria import Status
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.dose import Duration, Intervals
from ankle_coach.domain.facts_of_records import History, Until
from ankle_coach.domain.journal import Answer, CheckIn, NoAnswer
from ankle_coach.domain.locks import Locks, locks
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import plan_from_program
from ankle_coach.domain.program_rules import context_for
from ankle_coach.domain.progression import fold
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety import Finding, Flag, Scope, Urgency
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import Thresholds
from ankle_coach.domain.walk_run import STAGES, RunLimits, run_gate, run_limits
from tests.helpers.builders import MONDAY, moment
from tests.helpers.rules import Diary, day_number, row

LIBRARY = open_library()
CONTEXT = context_for(LIBRARY.in_catalog_order(), [LIBRARY.program("lateral-sprain")])
C, H, B = Outcome.CREDIT, Outcome.HOLD, Outcome.STEP_BACK


def run(**fields: Any) -> RunRecord:
    known = {"seconds": 1080, "pain_during": 1, "pain_after": 1, "limp": False, "stage": 3}
    return RunRecord(id="run", started=moment(), **{**known, **fields})


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


def returning(program_id: str, stage: str = "stage-3", **own: Any) -> Plan:
    """The running phase of a program with nothing but its walk-run, from a stage on."""
    whole = plan_from_program(
        LIBRARY.program(program_id),
        "p5",
        LIBRARY.exercises,
        plan_id="plan",
        version=1,
        starts_on=MONDAY,
        affected=Side.RIGHT,
    )
    planned = next(p for p in whole.prescriptions if p.exercise == "run-walk")
    dose = LIBRARY.exercise("run-walk").level(stage).dose
    walk_run = replace(planned, level=stage, dose=dose, **own)
    sessions = tuple(session for session in whole.sessions if session.id == planned.session)
    return replace(whole, sessions=sessions, prescriptions=(walk_run,))


LIMITS: list[tuple[str, str, dict[str, Any], tuple[int, int]]] = [
    ("3.7-advance sprain", "lateral-sprain", {}, (2, 3)),
    ("3.7-advance sprain, raised", "lateral-sprain", {"pain_ceiling": 4}, (2, 4)),
    ("3.7-advance sprain, lowered", "lateral-sprain", {"pain_ceiling": 1}, (1, 1)),
    ("3.7-advance tendon", "achilles-midportion", {}, (3, 3)),
    ("3.7-advance tendon, raised by a clinician", "achilles-midportion", {"pain_ceiling": 5}, (5, 5)),
    ("3.7-advance heel, raised by a clinician", "plantar-heel", {"pain_ceiling": 5}, (5, 5)),
    ("3.7-advance peroneal", "peroneal", {}, (2, 3)),
]


@pytest.mark.parametrize(
    ("program_id", "own", "told"), [case[1:] for case in LIMITS], ids=[case[0] for case in LIMITS]
)
def test_the_limits_that_are_told_are_those_that_judge(
    program_id: str, own: dict[str, Any], told: tuple[int, int]
) -> None:
    program, plan = LIBRARY.program(program_id), returning(program_id, **own)
    limits = run_limits(program, plan)
    assert limits is not None
    assert (limits.advance, limits.ceiling) == told
    judged = {pain: outcome_of(plan, run(pain_during=pain, pain_after=0)) for pain in range(8)}
    assert [pain for pain, outcome in judged.items() if outcome is C] == list(range(limits.advance + 1))
    stopped = [pain for pain, outcome in judged.items() if outcome is Outcome.STOP_EXERCISE]
    assert stopped == list(range(limits.ceiling + 1, 8))


def test_a_plan_with_its_own_numbers_tells_them() -> None:
    own = Thresholds(credits_run=3, run_extra_days=2, regress_rise=3, plyometric_ceiling=2, credit_pain=1)
    plan = returning("lateral-sprain", pain_ceiling=None)
    limits = run_limits(LIBRARY.program("lateral-sprain"), plan, own)
    assert limits == RunLimits(advance=1, ceiling=2, credits=3, days_off=2, morning_rise=3)


def test_without_a_walk_run_the_program_says_the_limits_and_without_both_nothing_does() -> None:
    program, bare = LIBRARY.program("lateral-sprain"), replace(returning("lateral-sprain"), prescriptions=())
    assert run_limits(program, bare) == RunLimits(advance=2, ceiling=3)
    assert run_limits(None, bare) is None
    own = replace(returning("lateral-sprain", pain_ceiling=4), program="")
    assert run_limits(None, own) == RunLimits(advance=2, ceiling=4)


def outcome_of(plan: Plan, of: RunRecord, after: CheckIn | None = None, *, answered: bool = True) -> Outcome:
    """What the rules say of the first run of a plan, after three mornings without pain or swelling."""
    morning = after or (waking(1) if answered else None)
    history = History(
        plans=(plan,),
        runs=(of,),
        check_ins=(*(waking(n) for n in (-3, -2, -1, 0)), *((morning,) if morning else ())),
    )
    context = context_for(LIBRARY.in_catalog_order(), [LIBRARY.program(plan.program)])
    decisions = fold(history, context, Until(day_number(1))).decisions
    return next(d.outcome for d in decisions if d.prescription)


def waking(number: int, pain: Answer = 0, swelling: Answer = 0) -> CheckIn:
    """The morning of a day, with every field that a program may ask for."""
    return CheckIn(
        id=f"c{number}",
        entered=moment(day_number(number), time(7)),
        side=Side.RIGHT,
        pain=pain,
        first_step=pain,
        stiff_minutes=0,
        swelling=swelling,
    )


JUDGED: list[tuple[str, dict[str, Any], CheckIn | None, Outcome]] = [
    ("3.7-advance", {}, waking(1), C),
    ("3.7-advance pain 2", {"pain_during": 2}, waking(1), C),
    ("3.7-hold pain 3", {"pain_during": 3}, waking(1), H),
    ("3.7-hold pain after 3", {"pain_after": 3}, waking(1), H),
    ("3.7-hold morning 1", {}, waking(1, 1), H),
    ("3.7-hold no morning", {}, None, H),
    ("3.7-hold no answer about pain", {"pain_during": NoAnswer.MISSING}, waking(1), H),
    ("3.7-hold no answer about a limp", {"limp": None}, waking(1), H),
    ("3.7-hold swelling missing", {}, waking(1, 0, NoAnswer.MISSING), H),
    ("3.7-hold swelling 1", {}, waking(1, 0, 1), H),
    ("3.7-hold part done", {"seconds": 970}, waking(1), H),
    ("3.7-regress over the ceiling", {"pain_during": 4}, waking(1), Outcome.STOP_EXERCISE),
    ("3.7-regress pain after 4", {"pain_after": 4}, waking(1), B),
    ("3.7-regress limp", {"limp": True}, waking(1), Outcome.STOP_EXERCISE),
    ("3.7-regress sharp", {"sharp_pain": True}, waking(1), Outcome.STOP),
    ("3.7-regress gave way", {"gave_way": True}, waking(1), Outcome.STOP_EXERCISE),
    ("3.7-regress morning 2", {}, waking(1, 2), B),
    ("3.7-regress swelling 2", {}, waking(1, 0, 2), B),
]


@pytest.mark.parametrize(
    ("fields", "morning", "outcome"), [case[1:] for case in JUDGED], ids=[case[0] for case in JUDGED]
)
def test_a_run_is_judged_by_its_pain_and_the_next_morning(
    fields: dict[str, Any], morning: CheckIn | None, outcome: Outcome
) -> None:
    plan = returning("lateral-sprain")
    assert outcome_of(plan, run(**fields), morning, answered=morning is not None) is outcome


STOPS: list[tuple[str, dict[str, Any], bool]] = [
    ("3.7-stop pain at the ceiling", {"pain_during": 3}, False),
    ("3.7-stop pain over the ceiling", {"pain_during": 4}, True),
    ("3.7-stop sharp", {"sharp": True}, True),
    ("3.7-stop limp", {"limp": True}, True),
    ("3.7-stop gave way", {"gave_way": True}, True),
    ("3.7-stop pain not asked", {"pain_during": NoAnswer.NOT_ASKED}, False),
]


@pytest.mark.parametrize(("bout", "stops"), [case[1:] for case in STOPS], ids=[case[0] for case in STOPS])
def test_a_run_stops_at_once(bout: dict[str, Any], stops: bool) -> None:
    """It does not wait for the morning."""
    book = Diary(returning("lateral-sprain"), CONTEXT).trained(1, bout=bout, closed=False, over=False)
    ended = (Outcome.STOP, Outcome.STOP_EXERCISE)
    assert [d.outcome in ended for d in book.decisions() if d.prescription] == ([True] if stops else [])


LIVED: dict[str, dict[str, Any]] = {"C": {}, "H": {"morning": 1}, "B": {"bout": {"limp": True}}}
"""A day that earns a credit, one that holds, one that steps back."""
SEQUENCES = [
    ("3.7-advance none yet", "stage-1", "", "stage-1", 0),
    ("3.7-advance one", "stage-1", "C", "stage-1", 1),
    ("3.7-advance two in a row", "stage-1", "CC", "stage-2", 0),
    ("3.7-hold breaks the row", "stage-1", "CHC", "stage-1", 1),
    ("3.7-hold and two after it", "stage-1", "CHCC", "stage-2", 0),
    ("3.7-regress", "stage-3", "B", "stage-2", 0),
    ("3.7-regress and forward again", "stage-3", "CBCC", "stage-3", 0),
    ("3.7-regress to walking", "stage-1", "B", "stage-0", 0),
    ("3.7-advance from walking", "stage-0", "CC", "stage-1", 0),
    ("3.7-advance to the last", "stage-1", "C" * 14, "stage-8", 0),
]


@pytest.mark.parametrize(
    ("start", "lived", "stage", "earned"), [case[1:] for case in SEQUENCES], ids=[c[0] for c in SEQUENCES]
)
def test_stages_go_on_after_two_in_a_row_and_back_after_one(
    start: str, lived: str, stage: str, earned: int
) -> None:
    book = Diary(returning("lateral-sprain", start), CONTEXT)
    for day in lived:
        book.trained(1, gate_open=True, **LIVED[day]).rested(1, planned=())
    if not lived:
        book.rested(1, planned=())
    standing = book.standing("run.run-walk", Side.BOTH)
    assert (standing.level, len(standing.credits)) == (stage, earned)


@row("3.7-terrain")
def test_no_hills_or_speed_before_stage_8_was_done_twice(row_id: str) -> None:
    """It stands with the exercise, and so on its page, in the player and on the sheet."""
    told = [line for line in LIBRARY.exercise("run-walk").precautions if "hills" in line]
    assert ["before stage 8 is done twice" in line for line in told] == [True]
    assert "Flat and even ground, easy effort (3 to 4 of 10)" in told[0]


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

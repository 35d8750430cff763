"""The six programs hold what the table of clinical.md §3.6 says, column by column."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.content.safety_files import load_measures
from ankle_coach.domain.exercise import Equipment, PhaseMark
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.plan import Plan, SessionKind
from ankle_coach.domain.program import (
    Circumstances,
    Phase,
    Program,
    fit_phase,
    is_impact,
    plan_from_program,
)
from ankle_coach.domain.schedule import due_on
from ankle_coach.domain.sides import Side
from tests.helpers.rules import row

LIBRARY = open_library()
MEASURES = load_measures()
MONDAY = date(2026, 3, 2)
IDS = (
    "lateral-sprain",
    "achilles-midportion",
    "achilles-insertional",
    "peroneal",
    "plantar-heel",
    "general",
)
COUNTED = ("str-", "bal-", "ply-", "flx-plantar-fascia")
PHASES = [(program, phase.id) for program in IDS for phase in LIBRARY.program(program).phases]


def plan_of(program_id: str, phase_id: str) -> Plan:
    return plan_from_program(
        LIBRARY.program(program_id),
        phase_id,
        LIBRARY.exercises,
        plan_id="plan",
        version=1,
        starts_on=MONDAY,
        affected=Side.LEFT,
    )


def exercises_of(program_id: str, phase_id: str) -> set[str]:
    _, templates = LIBRARY.program(program_id).contents(phase_id)
    return {template.exercise for template in templates}


def core_on(plan: Plan, day: date) -> list[str]:
    """Exercises of the core sessions that a day asks for."""
    return [
        prescription.exercise
        for due in due_on(plan, day)
        if due.session.kind is SessionKind.CORE and due.times
        for prescription in due.prescriptions
    ]


@pytest.mark.parametrize("program_id", IDS)
def test_there_are_six_phases_with_the_minimum_days_of_the_rule(program_id: str) -> None:
    tendon = program_id in ("achilles-midportion", "achilles-insertional", "peroneal", "plantar-heel")
    days = [7, 14, 28, 21, 28, 0] if tendon else [2, 5, 14, 14, 21, 0]
    phases = LIBRARY.program(program_id).phases
    assert [(phase.mark, phase.minimum_days) for phase in phases] == list(zip(PhaseMark, days, strict=True))


@pytest.mark.parametrize(
    ("program_id", "ceilings", "tendon", "impact_raised_to"),
    [
        ("lateral-sprain", [3] * 6, False, None),
        ("achilles-midportion", [5] * 6, True, 5),
        ("achilles-insertional", [5] * 6, True, 5),
        ("peroneal", [3, 3, 4, 4, 4, 4], False, None),
        ("plantar-heel", [5] * 6, True, 5),
        ("general", [3] * 6, False, None),
    ],
)
def test_3_1_ceilings(
    program_id: str, ceilings: list[int], tendon: bool, impact_raised_to: int | None
) -> None:
    program = LIBRARY.program(program_id)
    assert [program.ceiling(phase.id) for phase in program.phases] == ceilings
    assert (program.tendon, program.clinician_impact_ceiling) == (tendon, impact_raised_to)
    assert program.impact_ceiling == 3


@pytest.mark.parametrize(("program_id", "phase_id"), PHASES)
def test_plyometrics_and_running_never_go_over_three_by_themselves(program_id: str, phase_id: str) -> None:
    plan = plan_of(program_id, phase_id)
    assert plan.pain_ceiling == LIBRARY.program(program_id).ceiling(phase_id)
    for prescription in plan.prescriptions:
        ceiling = plan.pain_ceiling if prescription.pain_ceiling is None else prescription.pain_ceiling
        assert ceiling <= (3 if is_impact(LIBRARY.exercise(prescription.exercise)) else 5)


@pytest.mark.parametrize(
    ("program_id", "fields"),
    [
        ("lateral-sprain", ["pain", "swelling"]),
        ("achilles-midportion", ["pain", "first-step", "stiffness"]),
        ("achilles-insertional", ["pain", "first-step", "stiffness"]),
        ("peroneal", ["pain", "swelling"]),
        ("plantar-heel", ["pain", "first-step", "stiffness"]),
        ("general", ["pain"]),
    ],
)
def test_3_2_morning_fields(program_id: str, fields: list[str]) -> None:
    assert list(LIBRARY.program(program_id).morning) == [MorningField(field) for field in fields]


PLANS = {
    ("lateral-sprain", "p1"): "rec-ice rec-elevation rec-compression mob-pumps mob-alphabet gait-heel-toe",
    ("lateral-sprain", "p2"): "mob-knee-wall str-band-ev str-calf-bi bal-tandem",
    (
        "lateral-sprain",
        "p3",
    ): "str-calf-uni str-band-ev str-band-inv bal-single-leg str-step-down xtr-airbike",
    ("lateral-sprain", "p4"): "ply-rebound ply-hop-stick bal-board bal-runner-squat",
    ("lateral-sprain", "p5"): "run-walk bal-runner-squat str-calf-bi bal-single-leg",
    ("achilles-midportion", "p1"): "str-calf-seated str-calf-iso str-calf-bi mob-pumps",
    ("achilles-midportion", "p2"): "str-calf-uni str-calf-ecc str-calf-seated ply-rebound",
    ("achilles-midportion", "p3"): "str-calf-uni str-heel-drop str-calf-seated ply-rebound",
    ("achilles-midportion", "p4"): "ply-rebound ply-hop str-calf-uni",
    ("achilles-midportion", "p5"): "run-walk str-calf-uni str-calf-seated",
    ("achilles-insertional", "p1"): "str-calf-seated str-calf-iso str-calf-bi mob-pumps",
    ("achilles-insertional", "p2"): "str-calf-uni str-calf-ecc str-calf-seated ply-rebound",
    ("achilles-insertional", "p3"): "str-calf-uni str-calf-seated",
    ("achilles-insertional", "p4"): "ply-rebound ply-hop str-calf-uni",
    ("achilles-insertional", "p5"): "run-walk str-calf-uni str-calf-seated",
    ("peroneal", "p1"): "str-ev-iso mob-ankle-circles",
    ("peroneal", "p2"): "str-band-ev str-calf-bi bal-tandem",
    ("peroneal", "p3"): "str-band-ev str-calf-uni bal-single-leg",
    ("peroneal", "p4"): "ply-hop-stick bal-board",
    ("peroneal", "p5"): "run-walk",
    ("plantar-heel", "p1"): "flx-plantar-fascia flx-wall-gastroc mas-ball-foot",
    ("plantar-heel", "p2"): "flx-plantar-fascia flx-wall-gastroc mas-ball-foot str-short-foot str-calf-bi",
    ("plantar-heel", "p3"): "str-towel-toe-raise flx-plantar-fascia str-short-foot",
    ("plantar-heel", "p4"): "ply-rebound ply-hop str-towel-toe-raise",
    ("plantar-heel", "p5"): "run-walk str-towel-toe-raise",
    ("general", "p1"): "mas-ball-foot mob-ankle-circles",
    ("general", "p2"): "mob-ankle-circles mob-alphabet flx-towel-calf mas-ball-foot",
    (
        "general",
        "p3",
    ): "str-calf-bi str-band-df str-band-pf str-band-inv str-band-ev bal-single-leg str-short-foot",
    ("general", "p4"): "ply-rebound bal-runner-squat",
    ("general", "p5"): "str-calf-uni bal-single-leg mob-ankle-circles str-short-foot",
}


@pytest.mark.parametrize(("program_id", "phase_id"), PLANS, ids=[f"3.6-{p}-{ph}" for p, ph in PLANS])
def test_a_phase_prescribes_what_its_row_says(program_id: str, phase_id: str) -> None:
    expected = set(PLANS[program_id, phase_id].split())
    around = {"wup-pre-run", "wup-cool-down", "rec-ice"}
    assert exercises_of(program_id, phase_id) - around == expected - around


@row("3.9-maintenance")
@pytest.mark.parametrize(
    ("program_id", "more"),
    [
        ("lateral-sprain", {"str-band-ev"}),
        ("peroneal", {"str-band-ev"}),
        ("plantar-heel", {"str-towel-toe-raise"}),
        ("achilles-midportion", set()),
        ("general", set()),
    ],
)
def test_3_9_maintenance(program_id: str, more: set[str], row_id: str) -> None:
    base = {"str-calf-uni", "bal-single-leg", "mob-ankle-circles", "str-short-foot"}
    own = exercises_of(program_id, "mx") - {"wup-pre-run", "wup-cool-down", "rec-ice"}
    assert own == base | more
    assert {"wup-pre-run"} <= exercises_of(program_id, "mx")


@pytest.mark.parametrize(("program_id", "phase_id"), PHASES)
def test_no_day_asks_for_more_than_four_core_exercises(program_id: str, phase_id: str) -> None:
    plan = plan_of(program_id, phase_id)
    for number in range(28):
        counted = [e for e in core_on(plan, MONDAY + timedelta(days=number)) if e.startswith(COUNTED)]
        assert len(counted) <= 4, number


@pytest.mark.parametrize(("program_id", "phase_id"), [(p, ph) for p, ph in PHASES if ph not in ("p1", "p2")])
def test_from_p3_every_week_has_a_day_without_load(program_id: str, phase_id: str) -> None:
    plan = plan_of(program_id, phase_id)
    loads = {
        p.id
        for p in plan.prescriptions
        if LIBRARY.exercise(p.exercise).is_loaded(LIBRARY.exercise(p.exercise).level(p.level))
    }
    for week in range(4):
        days = [MONDAY + timedelta(days=7 * week + number) for number in range(7)]
        loaded = [
            any(p.id in loads for due in due_on(plan, day) if due.times for p in due.prescriptions)
            for day in days
        ]
        assert not all(loaded), week


@pytest.mark.parametrize(("program_id", "phase_id"), PHASES)
def test_plyometric_and_weighted_days_leave_a_day_between(program_id: str, phase_id: str) -> None:
    plan = plan_of(program_id, phase_id)
    days = [
        number
        for number in range(28)
        for due in due_on(plan, MONDAY + timedelta(days=number))
        if due.times and any(p.exercise.startswith("ply-") or p.load.kilograms for p in due.prescriptions)
    ]
    assert all(later - earlier >= 2 for earlier, later in pairwise(days))


@row("3.7-every-2nd-day")
def test_3_7_runs_come_every_second_day_and_never_on_two_days_in_a_row(row_id: str) -> None:
    for program_id in IDS[:5]:
        plan = plan_of(program_id, "p5")
        days = [n for n in range(28) if "run-walk" in core_on(plan, MONDAY + timedelta(days=n))]
        assert len(days) == 12
        assert all(later - earlier >= 2 for earlier, later in pairwise(days))


@pytest.mark.parametrize("program_id", IDS)
def test_on_a_day_that_is_shared_the_run_comes_before_strength(program_id: str) -> None:
    """A day plays its sessions in the plan's order, also where one was moved to the other's day (§3.6)."""
    for phase in LIBRARY.program(program_id).phases:
        plan = plan_of(program_id, phase.id)
        core = [session.id for session in plan.sessions if session.kind is SessionKind.CORE]
        runs = {p.session for p in plan.prescriptions if p.exercise == "run-walk"}
        assert set(core[: len(runs)]) == runs, phase.id


@pytest.mark.parametrize("phase_id", ["p1", "p2", "p3", "p4", "p5", "mx"])
@pytest.mark.parametrize("at_hand", [None, frozenset(Equipment)])
def test_insertional_never_goes_below_neutral(phase_id: str, at_hand: frozenset[Equipment] | None) -> None:
    program = LIBRARY.program("achilles-insertional")
    everything = frozenset(t.exercise for t in program.contents(phase_id)[1])
    for choice in everything:
        fitted = fit_phase(
            program,
            phase_id,
            LIBRARY.exercises,
            Circumstances(at_hand=at_hand, choices=frozenset({choice})),
        )
        for template in fitted.templates:
            assert not LIBRARY.exercise(template.exercise).level(template.level).below_neutral
    bars = program.bars(PhaseMark.P3)
    assert bars.below_neutral
    assert "str-heel-drop" in bars.exercises


def test_sprain_exclusions_end_with_their_phase() -> None:
    program = LIBRARY.program("lateral-sprain")
    early = {"flx-front-ankle", "str-band-inv"}
    first_days = {"flx-wall-gastroc", "flx-wall-soleus", "mas-ball-foot"}
    assert program.bars(PhaseMark.P1).exercises == early | first_days
    assert program.bars(PhaseMark.P2).exercises == early
    assert program.bars(PhaseMark.P3).exercises == frozenset()


UNSAID = ("diagnos", "you have", "safe", "healed", "no fracture", "cure")


@pytest.mark.parametrize("program_id", [*LIBRARY.programs])
def test_no_program_names_a_diagnosis_or_promises_anything(program_id: str) -> None:
    program: Program = LIBRARY.program(program_id)
    texts = [program.name, program.summary, *(line.text for line in program.refer_if + program.facts)]
    for phase in program.phases:
        texts += _texts(phase)
    said = " ".join(texts).casefold()
    assert [word for word in UNSAID if word in said] == []


def _texts(phase: Phase) -> list[str]:
    return [
        phase.name,
        phase.summary,
        *(criterion.text for criterion in phase.exit),
        *(line.text for line in phase.advice),
        *(template.note for template in phase.prescriptions),
    ]

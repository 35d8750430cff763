"""The published programs of clinical.md §3.6b, week by week, down to the repetitions that a session plays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.dose import Hold, Reps
from ankle_coach.domain.frequency import EveryDays, PerWeek, TimesPerDay
from ankle_coach.domain.plan import Plan, Prescription
from ankle_coach.domain.program import ProgramKind, plan_from_program
from ankle_coach.domain.schedule import planned_on
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import compile_session
from tests.helpers.rules import row

LIBRARY = open_library()
MONDAY = date(2026, 3, 2)
PRESETS = [p for p in LIBRARY.programs if LIBRARY.program(p).kind is ProgramKind.PRESET]


def plan_in_week(preset: str, week: int) -> Plan:
    program = LIBRARY.program(preset)
    phase = program.phase_in_week(week)
    assert phase is not None
    return plan_from_program(
        program,
        phase.id,
        LIBRARY.exercises,
        plan_id="plan",
        version=1,
        starts_on=MONDAY,
        affected=Side.LEFT,
    )


def played(plan: Plan) -> int:
    """Repetitions that one session plays, counted in its compiled steps."""
    return sum(step.reps for step in compile_session(plan.prescriptions, Side.LEFT, frozenset()))


def work(prescription: Prescription) -> tuple[object, ...]:
    """Exercise, sets, repetitions and tempo of the one block of a prescription."""
    (block,) = prescription.dose.blocks
    assert isinstance(block, Reps)
    tempo = None if block.tempo is None else (block.tempo.up, block.tempo.hold, block.tempo.down)
    return prescription.exercise, block.sets, block.reps, tempo


def test_every_preset_of_the_table_is_there() -> None:
    assert PRESETS == [
        "preset-2bfit",
        "preset-alfredson",
        "preset-caratun",
        "preset-foot-core",
        "preset-heavy-slow-gym",
        "preset-heavy-slow-home",
        "preset-heel-drop-as-tolerated",
        "preset-rathleff",
        "preset-silbernagel",
    ]


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_the_programs_it_is_offered_in_and_what_is_known_of_it(preset: str) -> None:
    program = LIBRARY.program(preset)
    assert program.offered_in
    assert all(LIBRARY.program(name).kind is ProgramKind.PROGRAM for name in program.offered_in)
    assert program.facts
    ceilings = {LIBRARY.program(name).pain_ceiling for name in program.offered_in}
    assert program.pain_ceiling <= max(ceilings)


@pytest.mark.parametrize(
    ("preset", "weeks", "frequency"),
    [
        ("preset-alfredson", 12, "daily 2"),
        ("preset-heel-drop-as-tolerated", 12, "daily 2"),
        ("preset-heavy-slow-gym", 12, "3 a week, 2 apart"),
        ("preset-heavy-slow-home", 12, "3 a week, 2 apart"),
        ("preset-rathleff", 12, "every 2 days"),
        ("preset-caratun", 12, "daily 1"),
        ("preset-2bfit", 8, "3 a week, 1 apart"),
        ("preset-foot-core", 8, "3 a week, 1 apart"),
    ],
)
def test_3_6b_each_preset_keeps_its_own_length_and_frequency(preset: str, weeks: int, frequency: str) -> None:
    program = LIBRARY.program(preset)
    assert program.weeks == weeks
    for phase in program.phases:
        (session,) = phase.sessions
        match session.frequency:
            case TimesPerDay(least=least, most=most):
                assert least == most
                assert frequency == f"daily {least}"
            case PerWeek(least=least, apart=apart):
                assert frequency == f"{least} a week, {apart} apart"
            case EveryDays(days=days):
                assert frequency == f"every {days} days"


@row("3.9-heel-drop")
def test_3_6b_alfredson_is_180_repetitions_a_day(row_id: str) -> None:
    plan = plan_in_week("preset-alfredson", 1)
    assert played(plan) == 90
    assert [planned_on(plan, MONDAY + timedelta(days=n)) * played(plan) for n in range(7)] == [180] * 7
    straight, bent = plan.prescriptions[0].dose.blocks
    assert (straight.variant, bent.variant) == ("straight-knee", "bent-knee")


def test_3_6b_as_tolerated_has_the_same_exercise_with_a_limit_instead_of_a_target() -> None:
    (prescription,) = plan_in_week("preset-heel-drop-as-tolerated", 12).prescriptions
    assert prescription.exercise == "str-heel-drop"
    assert all(isinstance(b, Reps) and b.up_to and b.reps == 15 for b in prescription.dose.blocks)


HSR_BLOCKS = (((1, 1), (3, 15)), ((2, 3), (3, 12)), ((4, 5), (4, 10)), ((6, 8), (4, 8)), ((9, 12), (4, 6)))
HSR = {week: work for (first, last), work in HSR_BLOCKS for week in range(first, last + 1)}


@row("3.9-heavy-slow")
@pytest.mark.parametrize("week", HSR, ids=[f"3.6b-hsr-week-{week}" for week in HSR])
@pytest.mark.parametrize(
    ("preset", "exercises"),
    [
        ("preset-heavy-slow-gym", ["str-calf-seated", "str-calf-press", "str-calf-uni"]),
        ("preset-heavy-slow-home", ["str-calf-seated", "str-calf-uni"]),
    ],
)
def test_heavy_slow_resistance_has_the_published_sets_and_repetitions(
    preset: str, exercises: list[str], week: int, row_id: str
) -> None:
    sets, reps = HSR[week]
    plan = plan_in_week(preset, week)
    assert [work(p) for p in plan.prescriptions] == [(e, sets, reps, (3, 0, 3)) for e in exercises]
    assert [p.load.repetition_maximum for p in plan.prescriptions] == [reps] * len(exercises)
    for prescription in plan.prescriptions:
        (block,) = prescription.dose.blocks
        assert isinstance(block, Reps)
        assert block.repetition_maximum
        assert 120 <= block.rest_sets <= 180
    assert played(plan) == sets * reps * len(exercises)
    assert [planned_on(plan, MONDAY + timedelta(days=n)) for n in range(7)] == [1, 0, 1, 0, 1, 0, 0]


N, E = (2, 1, 3), (1, 0, 4)
FAST = (0.25, 0, 0.25)
SILBERNAGEL = {
    1: [
        ("str-calf-bi", 3, 10, N),
        ("str-calf-uni", 3, 10, N),
        ("str-calf-seated", 3, 10, N),
        ("str-calf-ecc", 3, 10, E),
    ],
    3: [
        ("str-calf-bi", 3, 15, N),
        ("str-calf-uni", 3, 15, N),
        ("str-calf-seated", 3, 15, N),
        ("str-calf-ecc", 3, 15, E),
        ("ply-rebound", 3, 20, FAST),
    ],
    6: [
        ("str-calf-uni", 3, 15, N),
        ("str-calf-ecc", 3, 15, E),
        ("ply-rebound", 3, 20, FAST),
        ("ply-hop", 3, 30, (2, 0, 2)),
    ],
    13: [("str-calf-uni", 3, 15, N), ("str-calf-ecc", 3, 15, E), ("ply-rebound", 3, 20, FAST)],
}


@pytest.mark.parametrize("week", SILBERNAGEL, ids=[f"3.6b-silbernagel-week-{week}" for week in SILBERNAGEL])
def test_silbernagel_has_the_sets_and_repetitions_of_its_table(week: int) -> None:
    assert [work(p) for p in plan_in_week("preset-silbernagel", week).prescriptions] == SILBERNAGEL[week]


def test_silbernagel_is_daily_then_two_to_three_times_a_week_and_floor_then_step_then_weight() -> None:
    phases = LIBRARY.program("preset-silbernagel").phases
    assert [phase.sessions[0].frequency for phase in phases] == [
        TimesPerDay(),
        TimesPerDay(),
        PerWeek(least=2, most=3, apart=2),
        PerWeek(least=2, most=3, apart=2),
    ]
    levels = [{t.exercise: t.level for t in phase.prescriptions} for phase in phases]
    assert [level["str-calf-ecc"] for level in levels] == ["floor", "step", "backpack", "backpack"]
    assert [level["str-calf-uni"] for level in levels] == ["fingertips", "step", "backpack", "backpack"]


RATHLEFF = {1: (3, 12), 2: (3, 12), 3: (4, 10), 4: (4, 10), 5: (5, 8), 12: (5, 8)}


@pytest.mark.parametrize("week", RATHLEFF, ids=[f"3.6b-rathleff-week-{week}" for week in RATHLEFF])
def test_rathleff_gets_heavier_after_two_and_after_four_weeks(week: int) -> None:
    sets, reps = RATHLEFF[week]
    (prescription,) = plan_in_week("preset-rathleff", week).prescriptions
    assert work(prescription) == ("str-towel-toe-raise", sets, reps, (3, 2, 3))
    assert prescription.load.repetition_maximum == reps
    assert prescription.side_mode == "affected"


@row("3.9-presets Caratun")
@pytest.mark.parametrize(
    ("week", "level"),
    [(1, "one-leg"), (4, "one-leg"), (5, "backpack-10rm"), (12, "backpack-10rm")],
    ids=lambda value: f"3.6b-caratun-{value}",
)
def test_caratun_is_one_slow_set_with_a_backpack_from_week_5(week: int, level: str, row_id: str) -> None:
    (prescription,) = plan_in_week("preset-caratun", week).prescriptions
    assert work(prescription) == ("str-towel-toe-raise", 1, 10, (5, 3, 5))
    assert prescription.level == level


@row("3.9-presets 2BFit")
@pytest.mark.parametrize(
    ("week", "squat", "stand"),
    [
        (1, "shallow", "eyes-open"),
        (2, "shallow", "eyes-open"),
        (3, "eyes-closed", "eyes-closed"),
        (5, "eyes-closed", "eyes-closed"),
        (6, "board", "cushion"),
        (8, "board", "cushion"),
    ],
    ids=lambda value: f"3.6b-2bfit-{value}",
)
def test_2bfit_goes_from_even_ground_to_eyes_closed_to_a_board(
    week: int, squat: str, stand: str, row_id: str
) -> None:
    bends, raises, balance = plan_in_week("preset-2bfit", week).prescriptions
    assert work(bends)[:3] == ("bal-runner-squat", 2, 15)
    assert work(raises)[:3] == ("str-calf-bi", 2, 15)
    (hold,) = balance.dose.blocks
    assert isinstance(hold, Hold)
    assert (hold.sets, hold.seconds) == (1, 60)
    assert (bends.level, balance.level) == (squat, stand)


@row("3.9-presets foot-core")
def test_foot_core_takes_the_doses_of_the_library(row_id: str) -> None:
    plan = plan_in_week("preset-foot-core", 8)
    assert [p.exercise for p in plan.prescriptions] == ["str-short-foot", "str-towel-scrunch"]
    for prescription in plan.prescriptions:
        assert prescription.dose == LIBRARY.exercise(prescription.exercise).level(prescription.level).dose


@pytest.mark.parametrize("preset", PRESETS)
def test_every_week_has_one_block_and_none_follows_the_last(preset: str) -> None:
    program = LIBRARY.program(preset)
    for week in range(1, program.weeks + 1):
        assert [p.id for p in program.phases if p.weeks and p.weeks[0] <= week <= p.weeks[1]] == [
            getattr(program.phase_in_week(week), "id", None)
        ]
    assert program.phase_in_week(0) is None
    assert program.phase_in_week(program.weeks + 1) is None

"""The general program keeps the rules of clinical.md §3.1 and §3.6: phases, split days, exits."""

from __future__ import annotations

from datetime import date

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.criteria import Reading
from ankle_coach.domain.frequency import AroundRuns, AsNeeded, OnWeekdays, TimesPerDay, Weekday
from ankle_coach.domain.plan import Plan, SessionKind
from ankle_coach.domain.program import Program, plan_from_program
from ankle_coach.domain.sides import Side

LIBRARY = open_library()
COUNTED = ("str-", "bal-", "ply-", "flx-plantar-fascia")
"""What the cap of four core exercises a day counts (clinical.md §3.6)."""


def general() -> Program:
    """The program as it is shipped."""
    return LIBRARY.program("general")


def plan_for(phase_id: str, affected: Side | None = Side.LEFT) -> Plan:
    """A runner's plan at a phase."""
    return plan_from_program(
        general(),
        phase_id,
        {
            template.exercise: LIBRARY.exercise(template.exercise)
            for template in general().phase(phase_id).prescriptions
        },
        plan_id="plan",
        version=1,
        starts_on=date(2025, 6, 2),
        affected=affected,
    )


def exercises_on(plan: Plan, day: Weekday) -> list[str]:
    """The exercises of the core sessions of a day of the week."""
    due = [
        session.id
        for session in plan.sessions
        if session.kind is SessionKind.CORE
        and (isinstance(session.frequency, TimesPerDay) or day in _days(session.frequency))
    ]
    return [p.exercise for p in plan.prescriptions if p.session in due]


def _days(frequency: object) -> tuple[Weekday, ...]:
    assert isinstance(frequency, OnWeekdays)
    return frequency.days


def test_phases_minimum_days_and_ceiling_are_the_rules() -> None:
    assert [(phase.id, phase.mark, phase.minimum_days) for phase in general().phases] == [
        ("p1", "P1", 2),
        ("p2", "P2", 5),
        ("p3", "P3", 14),
        ("p4", "P4", 14),
        ("p5", "P5", 21),
        ("mx", "MX", 0),
    ]
    assert general().pain_ceiling == 3


def test_mobility_comes_first_every_day() -> None:
    plan = plan_for("p2")
    expected = ["mob-ankle-circles", "mob-alphabet", "flx-towel-calf", "mas-ball-foot"]
    assert all(exercises_on(plan, day) == expected for day in Weekday)
    assert plan.session("mobility").frequency == TimesPerDay()


def test_strength_has_all_seven_core_exercises_of_the_phase() -> None:
    plan = plan_for("p3")
    core = {p.exercise for p in plan.prescriptions if p.session.startswith("strength")}
    bands = {f"str-band-{way}" for way in ("df", "pf", "inv", "ev")}
    assert core == {"str-calf-bi", "str-short-foot", "bal-single-leg"} | bands


@pytest.mark.parametrize("phase_id", ["p2", "p3"])
@pytest.mark.parametrize("day", Weekday)
def test_no_day_asks_for_more_than_four_core_exercises(phase_id: str, day: Weekday) -> None:
    counted = [e for e in exercises_on(plan_for(phase_id), day) if e.startswith(COUNTED)]
    assert len(counted) <= 4


def test_a_and_b_take_turns_and_sunday_is_free_of_load() -> None:
    plan = plan_for("p3")
    a = ["str-calf-bi", "str-band-pf", "str-band-df", "str-short-foot"]
    b = ["str-band-inv", "str-band-ev", "bal-single-leg"]
    assert [exercises_on(plan, day) for day in Weekday] == [a, b, a, b, a, b, []]


def test_bands_begin_light() -> None:
    bands = [p for p in plan_for("p3").prescriptions if p.exercise.startswith("str-band-")]
    assert [(p.level, p.load.band) for p in bands] == [("light", "light")] * 4


@pytest.mark.parametrize("phase_id", ["p2", "p3"])
def test_both_phases_carry_the_routines_around_a_run_and_ice(phase_id: str) -> None:
    plan = plan_for(phase_id)
    side_sessions = [s for s in plan.sessions if s.kind is not SessionKind.CORE]
    assert [(s.kind, s.frequency) for s in side_sessions] == [
        (SessionKind.BEFORE_RUN, AroundRuns(before=True)),
        (SessionKind.AFTER_RUN, AroundRuns(after=True)),
        (SessionKind.RECOVERY, AsNeeded(most_per_day=4)),
    ]
    exercises = [[p.exercise for p in plan.in_session(s.id)] for s in side_sessions]
    assert exercises == [["wup-pre-run"], ["wup-cool-down"], ["rec-ice"]]


@pytest.mark.parametrize("phase_id", ["p2", "p3"])
def test_every_prescription_has_the_dose_of_its_level(phase_id: str) -> None:
    for prescription in plan_for(phase_id).prescriptions:
        level = LIBRARY.exercise(prescription.exercise).level(prescription.level)
        assert (prescription.dose, prescription.side_mode) == (level.dose, level.side_mode)


def test_each_phase_ends_on_its_criterion() -> None:
    (soreness,), (symmetry,) = (general().phase(phase_id).exit for phase_id in ("p2", "p3"))
    assert (soreness.id, soreness.at_most, soreness.at_least) == ("residual-soreness", 0, None)
    assert (symmetry.id, symmetry.at_most, symmetry.at_least) == ("single-leg-raise-symmetry", None, 90)
    assert (symmetry.measured_by, symmetry.reading) == ("single-leg-raise-count", Reading.SYMMETRY)
    assert soreness.references == ("000",)
    assert symmetry.references == ("DD",)

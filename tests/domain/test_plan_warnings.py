"""Warnings, not walls: a table of plans, what is said of each, where, and what that stands on."""

from __future__ import annotations

import msgspec
import pytest

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.frequency import EveryDays, OnWeekdays, TimesPerDay, Weekday
from ankle_coach.domain.plan import Load, Plan
from ankle_coach.domain.plan_edit import remove
from ankle_coach.domain.plan_start import add_exercise
from ankle_coach.domain.plan_warning import Pillar, PlanWarning, WarningKind
from ankle_coach.domain.plan_warning_words import warning_sentence
from ankle_coach.domain.plan_warnings import plan_warnings
from ankle_coach.domain.plan_week import busiest_day, planned_days, session_time
from ankle_coach.domain.prescription_edit import set_level, set_load, set_own_ceiling
from ankle_coach.domain.words import PLAIN_WORDS
from tests.helpers.builders import planned_session
from tests.helpers.coach import LIBRARY
from tests.helpers.plans import around, plan_with, program_plan, usual

ROUND = ("str-calf-bi", "bal-single-leg", "flx-wall-gastroc")
"""One of each pillar."""


def warned(plan: Plan, at_hand: frozenset[Equipment] | None = None) -> list[PlanWarning]:
    """The warnings of a plan."""
    return list(plan_warnings(plan, around(plan, at_hand)))


def only(found: list[PlanWarning], kind: WarningKind) -> list[PlanWarning]:
    """Those of a kind."""
    return [warning for warning in found if warning.kind is kind]


def grown(plan: Plan, exercise: str) -> Plan:
    """A plan with an exercise more, at the level of the catalog's usual dose, excluded or not."""
    made = add_exercise(plan, LIBRARY.exercise(exercise), LIBRARY.exercises, PLAIN_WORDS)
    return made.plan


FULL = {("preset-silbernagel", "phase-2"): [WarningKind.CORE_CAP]}
"""Phases with more core exercises a day than the cap: a therapist is told, and that it is the program."""


@pytest.mark.parametrize("name", list(LIBRARY.programs))
def test_following_a_program_warns_of_nothing_but_too_many_core_exercises(name: str) -> None:
    for phase in LIBRARY.program(name).phases:
        found = [warning.kind for warning in warned(program_plan(name, phase.id))]
        assert found == FULL.get((name, phase.id), []), phase.id


def test_too_many_core_exercises_of_a_published_program_are_called_its_own() -> None:
    plan = program_plan("preset-silbernagel", "phase-2")
    (found,) = warned(plan)
    assert (found.number, found.limit, found.usual) == (5, 4, 5)
    assert found.references == ("S53", "S54")
    assert warning_sentence(found, PLAIN_WORDS) == (
        "5 core exercises on one day (every day), as the published program has it; "
        "up to 4 are kept up better."
    )
    more = only(warned(grown(plan, "bal-single-leg")), WarningKind.CORE_CAP)
    assert warning_sentence(more[0], PLAIN_WORDS) == (
        "6 core exercises on one day (every day); the program itself has 5, and up to 4 are kept up better."
    )
    four = remove(plan, {plan.prescriptions[0].id})
    assert only(warned(four), WarningKind.CORE_CAP) == []


def test_the_own_words_for_a_program_that_nobody_published() -> None:
    warning = PlanWarning(kind=WarningKind.CORE_CAP, number=5, limit=4, usual=5, weekdays=(0,))
    assert "(Monday), as the program has it;" in warning_sentence(warning, PLAIN_WORDS)


@pytest.mark.parametrize(
    ("program", "phase", "exercise", "kind", "part"),
    [
        ("achilles-insertional", "p3", "str-heel-drop", WarningKind.EXCLUDED, "below the forefoot"),
        ("achilles-insertional", "p2", "flx-wall-gastroc", WarningKind.EXCLUDED, "No calf stretching"),
        ("achilles-insertional", "p2", "mob-knee-wall", WarningKind.EXCLUDED, "presses the tendon"),
        ("lateral-sprain", "p2", "str-band-inv", WarningKind.EXCLUDED, "Turning in"),
        ("lateral-sprain", "p1", "mas-ball-foot", WarningKind.EXCLUDED, "No massage"),
    ],
)
def test_what_a_program_excludes_is_named_with_its_reason(
    program: str, phase: str, exercise: str, kind: WarningKind, part: str
) -> None:
    plan = grown(program_plan(program, phase), exercise)
    found = only(warned(plan), kind)
    assert [w.prescription for w in found] == [plan.prescriptions[-1].id] or any(
        exercise in w.prescription for w in found
    )
    assert part in warning_sentence(found[0], PLAIN_WORDS)
    assert set(found[0].references) <= set(LIBRARY.references)


def test_inversion_is_no_matter_from_phase_three_on() -> None:
    plan = grown(program_plan("lateral-sprain", "p3"), "str-band-inv")
    assert only(warned(plan), WarningKind.EXCLUDED) == []


def test_a_level_below_neutral_is_excluded_for_an_insertion_even_within_an_allowed_exercise() -> None:
    plan = program_plan("achilles-insertional", "p3")
    calf = next(p for p in plan.prescriptions if p.exercise.startswith("str-calf"))
    exercise = LIBRARY.exercise(calf.exercise)
    low = next(level for level in exercise.levels if level.below_neutral)
    found = only(warned(set_level(plan, calf.id, exercise, low.id)), WarningKind.BELOW_NEUTRAL)
    assert [w.prescription for w in found] == [calf.id]
    assert not found[0].is_app_rule
    midportion = program_plan("achilles-midportion", "p3")
    assert only(warned(grown(midportion, "str-heel-drop")), WarningKind.BELOW_NEUTRAL) == []


def test_lacking_equipment_is_named_and_unknown_is_not_lacking() -> None:
    plan = plan_with(*ROUND, usual("str-band-ev", level="light"), "bal-board")
    assert only(warned(plan), WarningKind.EQUIPMENT) == []
    found = only(warned(plan, frozenset({Equipment.CUSHION})), WarningKind.EQUIPMENT)
    assert [w.prescription for w in found] == ["strength.str-band-ev"], "a cushion stands in for the board"
    assert Equipment.BAND in found[0].things
    assert warning_sentence(found[0], PLAIN_WORDS).startswith("Not at hand: resistance band")
    assert only(warned(plan, frozenset(Equipment)), WarningKind.EQUIPMENT) == []


def test_more_than_four_core_exercises_on_a_day() -> None:
    five = plan_with(*ROUND, "str-short-foot", "bal-tandem", "str-towel-scrunch")
    (found,) = only(warned(five), WarningKind.CORE_CAP)
    assert (found.number, found.limit) == (5, 4)
    assert "(every day)" in warning_sentence(found, PLAIN_WORDS)
    four = remove(five, {"strength.str-towel-scrunch"})
    assert only(warned(four), WarningKind.CORE_CAP) == []


def test_core_exercises_of_different_days_are_not_added_up() -> None:
    a = planned_session(id="a", frequency=OnWeekdays(days=(Weekday.MONDAY, Weekday.WEDNESDAY)))
    b = planned_session(id="b", frequency=OnWeekdays(days=(Weekday.TUESDAY, Weekday.THURSDAY)))
    names = ("str-calf-bi", "str-short-foot", "bal-single-leg")
    split = plan_with(*(usual(n, "a") for n in names), *(usual(n, "b") for n in names), sessions=(a, b))
    assert only(warned(split), WarningKind.CORE_CAP) == []
    same = msgspec.structs.replace(split, sessions=(a, msgspec.structs.replace(b, frequency=a.frequency)))
    (found,) = only(warned(same), WarningKind.CORE_CAP)
    assert found.weekdays == (0, 2)


@pytest.mark.parametrize(
    ("frequency", "close"),
    [
        (TimesPerDay(), True),
        (EveryDays(days=2), False),
        (OnWeekdays(days=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)), False),
        (OnWeekdays(days=(Weekday.MONDAY, Weekday.TUESDAY)), True),
        (OnWeekdays(days=(Weekday.SUNDAY, Weekday.MONDAY)), True),
    ],
)
def test_hard_loads_need_48_hours(frequency: object, close: bool) -> None:
    session = planned_session(frequency=frequency)
    plan = set_load(plan_with(*ROUND, sessions=(session,)), {"strength.str-calf-bi"}, Load(kilograms=5))
    found = only(warned(plan), WarningKind.HARD_APART)
    assert [w.prescription for w in found] == (["strength.str-calf-bi"] if close else [])
    light = set_load(plan, {"strength.str-calf-bi"}, Load())
    assert only(warned(light), WarningKind.HARD_APART) == []


def test_twice_a_day_is_closer_than_48_hours() -> None:
    monday = OnWeekdays(days=(Weekday.MONDAY,))
    once = planned_session(id="a", frequency=monday)
    plan = plan_with(*(usual(n, "a") for n in ROUND), sessions=(once,))
    heavy = set_load(plan, {"a.str-calf-bi"}, Load(kilograms=5))
    assert only(warned(heavy), WarningKind.HARD_APART) == []
    twice = msgspec.structs.replace(
        heavy, sessions=(msgspec.structs.replace(once, frequency=TimesPerDay(least=2, most=2)),)
    )
    assert only(warned(twice), WarningKind.HARD_APART)


def test_from_phase_three_a_day_of_the_week_is_free_of_load() -> None:
    plan = program_plan("general", "p3")
    daily = msgspec.structs.replace(
        plan, sessions=tuple(msgspec.structs.replace(s, frequency=TimesPerDay()) for s in plan.sessions)
    )
    (found,) = only(warned(daily), WarningKind.NO_FREE_DAY)
    assert found.is_app_rule
    early = msgspec.structs.replace(daily, phase="p2")
    assert only(warned(early), WarningKind.NO_FREE_DAY) == []


def test_a_level_that_asks_for_something_first() -> None:
    plan = plan_with(*ROUND, "str-heel-drop")
    exercise = LIBRARY.exercise("str-heel-drop")
    heavy = set_level(plan, "strength.str-heel-drop", exercise, "backpack")
    (found,) = only(warned(heavy), WarningKind.CONDITION)
    sentence = warning_sentence(found, PLAIN_WORDS)
    assert sentence.startswith("This level asks for something first: Pain-free at the level before")
    assert sentence.count(".") == 1
    assert only(warned(plan), WarningKind.CONDITION) == []


@pytest.mark.parametrize(
    ("pain", "exercise", "over"),
    [(3, "str-calf-bi", False), (4, "str-calf-bi", True), (3, "ply-hop", False), (4, "ply-hop", True)],
)
def test_a_ceiling_above_the_programs(pain: int, exercise: str, over: bool) -> None:
    plan = grown(program_plan("general", "p4"), exercise)
    own = next(p.id for p in reversed(plan.prescriptions) if p.exercise == exercise)
    found = only(warned(set_own_ceiling(plan, {own}, pain)), WarningKind.CEILING)
    assert [w.prescription for w in found] == ([own] if over else [])


def test_a_plans_ceiling_above_the_programs_is_about_the_whole_plan() -> None:
    plan = msgspec.structs.replace(program_plan(), pain_ceiling=6)
    found = only(warned(plan), WarningKind.CEILING)
    assert ("", 6, 3) in {(w.prescription, w.number, w.limit) for w in found}


@pytest.mark.parametrize(
    ("gone", "pillar"),
    [
        ("str-calf-bi", Pillar.STRENGTH),
        ("bal-single-leg", Pillar.BALANCE),
        ("flx-wall-gastroc", Pillar.FLEXIBILITY),
    ],
)
def test_a_missing_pillar_is_named(gone: str, pillar: Pillar) -> None:
    plan = plan_with(*ROUND)
    assert warned(plan) == []
    (found,) = warned(remove(plan, {f"strength.{gone}"}))
    assert (found.kind, found.pillar, found.references) == (WarningKind.PILLAR, pillar, ("002",))
    assert warning_sentence(found, PLAIN_WORDS).startswith("Nothing in the plan")


def test_an_empty_plan_warns_of_nothing() -> None:
    assert warned(plan_with()) == []


def test_more_minutes_than_people_keep_up() -> None:
    names = ("flx-wall-gastroc", "flx-wall-soleus", "mob-ankle-circles", "mob-alphabet", "str-calf-bi")
    plan = plan_with(*names, "bal-single-leg", "bal-tandem")
    (found,) = only(warned(plan), WarningKind.MINUTES)
    longest = busiest_day(planned_days(plan))
    assert longest is not None
    assert found.number == -(-int(longest.time.seconds) // 60) > found.limit == 30
    assert session_time(plan, "strength") == longest.time
    assert f"{found.number} minutes on the longest day" in warning_sentence(found, PLAIN_WORDS)


def test_an_exercise_that_is_gone_from_the_library_is_named_and_nothing_breaks() -> None:
    gone = msgspec.structs.replace(usual("str-calf-bi"), exercise="own-gone")
    plan = plan_with(gone, *ROUND[1:])
    assert only(warned(plan), WarningKind.UNKNOWN)[0].prescription == gone.id
    assert "not in the library" in warning_sentence(warned(plan)[0], PLAIN_WORDS)


def test_every_warning_stands_on_a_recorded_source() -> None:
    plan = plan_with(*ROUND, "str-short-foot", "bal-tandem", "str-towel-scrunch")
    for warning in warned(plan, frozenset()):
        assert LIBRARY.shown_references(warning.references)

"""A plan's first days as the builder shows them: what is on which day, and how long it takes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ankle_coach.domain.dose import Dose, Duration, Timer
from ankle_coach.domain.dose_time import TotalTime
from ankle_coach.domain.exercise import Exercise, Group
from ankle_coach.domain.frequency import AroundRuns, Frequency, OnWeekdays, TimesPerDay, Weekday
from ankle_coach.domain.plan import Plan, PlannedSession, SessionKind
from ankle_coach.domain.plan_week import (
    PlannedDay,
    busiest_day,
    planned_days,
    prescription_time,
    session_time,
)
from ankle_coach.domain.sides import SideMode
from tests.helpers.builders import MONDAY
from tests.helpers.rules import exercise, level, plan_of, prescribed, reps


def lasting(name: str, seconds: float) -> Exercise:
    """An exercise of one timed set for both legs at once."""
    dose = Dose(blocks=(Duration(seconds=seconds),))
    return exercise(name, Group.MOBILITY, level("a", dose, side_mode=SideMode.BOTH))


ICE = exercise("rec-ice", Group.RECOVERY, level("a", Dose(blocks=(Timer(seconds=900, maximum=1200),))))
TAPPED = exercise("str-tap", Group.STRENGTH, level("a", reps(10, sets=2), side_mode=SideMode.BOTH))


def sitting(name: str, frequency: Frequency, kind: SessionKind = SessionKind.CORE) -> PlannedSession:
    """A group of a plan."""
    return PlannedSession(id=name, name=name, kind=kind, frequency=frequency)


def plan(starts_on: date = MONDAY) -> Plan:
    """A minute twice a day, two minutes on Tuesdays, and a warm-up before runs."""
    return plan_of(
        prescribed(lasting("mob-one", 60), session="daily"),
        prescribed(lasting("mob-two", 120), session="tuesday"),
        prescribed(lasting("mob-three", 300), session="runs"),
        sessions=(
            sitting("daily", TimesPerDay(least=2, most=3)),
            sitting("tuesday", OnWeekdays(days=(Weekday.TUESDAY,))),
            sitting("runs", AroundRuns(before=True), SessionKind.BEFORE_RUN),
        ),
        starts_on=starts_on,
    )


READY = prescription_time(plan().prescriptions[0], None).seconds - 60
"""Seconds to get ready for an exercise."""


@pytest.mark.parametrize(("late", "first"), [(0, 0), (1, 7), (3, 7), (6, 7), (7, 7)])
def test_the_days_are_counted_from_the_monday_on_or_after_the_start(late: int, first: int) -> None:
    days = planned_days(plan(MONDAY + timedelta(days=late)))
    assert [one.day for one in days] == [MONDAY + timedelta(days=first + n) for n in range(14)]


def test_a_day_has_its_core_groups_as_often_as_they_are_planned() -> None:
    monday, tuesday = planned_days(plan(), 2)
    assert [(p.exercise, count) for p, count in monday.work] == [("mob-one", 2)]
    assert [(p.exercise, count) for p, count in tuesday.work] == [("mob-one", 2), ("mob-two", 1)]


def test_the_time_of_a_day_counts_each_time_and_nothing_around_runs() -> None:
    monday, tuesday = planned_days(plan(), 2)
    assert monday.time.seconds == 2 * (60 + READY)
    assert tuesday.time.seconds == 2 * (60 + READY) + 120 + READY


def test_care_timers_take_none_of_the_time_and_steps_at_ones_own_pace_are_counted() -> None:
    own = plan_of(prescribed(ICE), prescribed(TAPPED))
    ice, tapped = (prescription_time(p, own.affected) for p in own.prescriptions)
    assert ice == TotalTime(0, 0)
    assert tapped.open_steps == 2
    assert session_time(own, "main") == tapped


def test_a_care_timer_beside_other_parts_takes_no_time_either() -> None:
    mixed = Dose(blocks=(Duration(seconds=60), Timer(seconds=900, maximum=1200)))
    own = prescribed(exercise("rec-one", Group.RECOVERY, level("a", mixed)))
    assert prescription_time(own, None) == TotalTime(0, 0)


def test_the_busiest_day_takes_longest() -> None:
    found = busiest_day(planned_days(plan()))
    assert found is not None
    assert found.day == MONDAY + timedelta(days=1)


def test_a_day_without_work_is_never_the_busiest() -> None:
    assert busiest_day(()) is None
    empty = tuple(PlannedDay(MONDAY + timedelta(days=n), (), TotalTime(0, 0)) for n in range(3))
    assert busiest_day(empty) is None
    ice_only = planned_days(plan_of(prescribed(ICE)), 2)
    found = busiest_day((*empty, *ice_only))
    assert found is ice_only[0]

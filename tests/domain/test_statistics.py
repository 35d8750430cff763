"""Adherence: what was planned, what counts as done, and what is not held against anybody."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.frequency import EveryDays, OnWeekdays, TimesPerDay, Weekday
from ankle_coach.domain.journal import SessionStatus, SessionSummary, summary_of
from ankle_coach.domain.plan import Plan, SessionKind
from ankle_coach.domain.schedule import planned_on
from ankle_coach.domain.statistics import (
    Adherence,
    CalendarDay,
    DayState,
    adherence,
    by_month,
    by_week,
    calendar,
    plan_on,
)
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY

TODAY = MONDAY + timedelta(days=9)


def _done(day: date, **fields: object) -> SessionSummary:
    return summary_of(make.session_record(day, **fields))


def _states(plan: Plan, records: list[SessionSummary], days: int = 3) -> list[DayState]:
    last = MONDAY + timedelta(days=days - 1)
    return [day.state for day in calendar([plan], records, MONDAY, last, TODAY)]


def _weekdays(*days: Weekday) -> Plan:
    return make.plan(sessions=(make.planned_session(frequency=OnWeekdays(days=days)),))


def test_planned_days_are_done_or_missed_and_others_are_rest() -> None:
    plan = _weekdays(Weekday.MONDAY, Weekday.WEDNESDAY)

    assert _states(plan, [_done(MONDAY)]) == [DayState.DONE, DayState.REST, DayState.MISSED]


def test_something_done_on_a_rest_day_is_extra_and_changes_no_ratio() -> None:
    plan = _weekdays(Weekday.MONDAY)
    days = calendar([plan], [_done(MONDAY + timedelta(days=1))], MONDAY, MONDAY + timedelta(days=1), TODAY)

    assert [day.state for day in days] == [DayState.MISSED, DayState.EXTRA]
    assert adherence(days, TODAY) == Adherence(planned=1, done=0)


def test_a_day_is_partly_done_until_all_its_sittings_are() -> None:
    plan = make.plan(sessions=(make.planned_session(frequency=TimesPerDay(least=2, most=2)),))

    assert _states(plan, [_done(MONDAY)], days=1) == [DayState.PARTLY]
    assert _states(plan, [_done(MONDAY), _done(MONDAY, id="second")], days=1) == [DayState.DONE]


def test_today_is_open_and_not_missed() -> None:
    days = calendar([make.plan()], [], TODAY, TODAY + timedelta(days=1), TODAY)

    assert [day.state for day in days] == [DayState.OPEN, DayState.OPEN]
    assert adherence(days, TODAY) == Adherence(planned=0, done=0)


@pytest.mark.parametrize(
    ("reps", "status", "state"),
    [
        (12, SessionStatus.FINISHED, DayState.DONE),
        (8, SessionStatus.ENDED_EARLY, DayState.DONE),
        (7, SessionStatus.ENDED_EARLY, DayState.MISSED),
        (0, SessionStatus.STOPPED_FOR_PAIN, DayState.DONE),
    ],
    ids=["whole", "two-thirds", "less-than-60-percent", "stopped-for-pain"],
)
def test_sixty_percent_or_a_stop_for_pain_counts_as_done(
    reps: int, status: SessionStatus, state: DayState
) -> None:
    record = _done(MONDAY, sets=(make.set_record(reps_done=reps),), status=status)

    assert _states(make.plan(), [record], days=1) == [state]


def test_sessions_around_a_run_and_outside_of_the_plan_do_not_count() -> None:
    plan = make.plan(
        sessions=(
            make.planned_session(frequency=OnWeekdays(days=(Weekday.SUNDAY,))),
            make.planned_session(id="before-run", kind=SessionKind.BEFORE_RUN),
        )
    )
    records = [_done(MONDAY, session="before-run"), _done(MONDAY, id="own", session="")]

    assert _states(plan, records, days=1) == [DayState.REST]


def test_nothing_is_planned_before_the_first_plan() -> None:
    days = calendar([make.plan(starts_on=MONDAY)], [], MONDAY - timedelta(days=1), MONDAY, TODAY)

    assert [day.state for day in days] == [DayState.BEFORE, DayState.MISSED]


def test_each_day_is_held_against_the_version_of_its_time() -> None:
    daily = make.plan()
    rest = make.plan(version=2, starts_on=MONDAY + timedelta(days=1), sessions=(), prescriptions=())
    days = calendar([daily, rest], [], MONDAY, MONDAY + timedelta(days=1), TODAY)

    assert [day.state for day in days] == [DayState.MISSED, DayState.REST]


def test_of_two_versions_of_one_day_the_later_made_holds() -> None:
    versions = [make.plan(), make.plan(version=2)]

    assert plan_on(versions, MONDAY) is versions[1]
    assert plan_on(versions, MONDAY - timedelta(days=1)) is None


@given(
    every=st.integers(1, 31),
    own=st.integers(1, 31),
    offset=st.integers(0, 400),
)
def test_the_calendar_plans_what_the_schedule_plans(every: int, own: int, offset: int) -> None:
    plan = make.plan(
        sessions=(make.planned_session(frequency=EveryDays(days=every)),),
        prescriptions=(make.raises(frequency=EveryDays(days=own)),),
    )
    day = MONDAY + timedelta(days=offset)

    days = calendar([plan], [], MONDAY, day, day)

    assert days[-1].planned == planned_on(plan, day)
    assert len(days) == offset + 1


def test_a_percentage_is_shown_from_seven_planned_sessions_on() -> None:
    assert Adherence(planned=6, done=6).shown_ratio is None
    assert Adherence(planned=7, done=0).shown_ratio == 0
    assert Adherence(planned=0, done=0).ratio is None


def _day(day: date, planned: int, done: int) -> CalendarDay:
    state = DayState.DONE if done >= planned else DayState.MISSED
    return CalendarDay(day, planned, done, state)


def test_weeks_go_from_monday_to_sunday_and_a_day_cannot_be_overfilled() -> None:
    days = [_day(MONDAY + timedelta(days=6), 1, 3), _day(MONDAY + timedelta(days=7), 1, 0)]

    first, second = by_week(days, TODAY)

    assert (first.first, first.last) == (MONDAY, MONDAY + timedelta(days=6))
    assert first.adherence == Adherence(planned=1, done=1)
    assert second.adherence == Adherence(planned=1, done=0)


def test_months_end_where_they_end() -> None:
    days = [_day(date(2026, 2, 28), 1, 1), _day(date(2026, 3, 1), 1, 1)]

    assert [(month.first, month.last) for month in by_month(days, TODAY)] == [
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 3, 1), date(2026, 3, 31)),
    ]


@pytest.mark.parametrize(
    ("planned", "done", "on_track"), [(5, 4, True), (5, 3, False), (0, 0, False)], ids=str
)
def test_a_week_is_on_track_from_80_percent_on(planned: int, done: int, on_track: bool) -> None:
    days = [_day(MONDAY + timedelta(days=n), int(n < planned), int(n < done)) for n in range(7)]

    assert by_week(days, TODAY)[0].is_on_track is on_track

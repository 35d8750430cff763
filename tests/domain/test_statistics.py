"""Adherence: what was planned, what counts as done, and what is not held against anybody."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.frequency import EveryDays, OnWeekdays, TimesPerDay, Weekday
from ankle_coach.domain.journal import SessionSummary, summary_of
from ankle_coach.domain.plan import Plan, SessionKind
from ankle_coach.domain.schedule import planned_on
from ankle_coach.domain.schedule_changes import Move, Pause, PauseKind, ScheduleChanges, Skip
from ankle_coach.domain.statistics import (
    Adherence,
    CalendarDay,
    CountedDay,
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


def _counted(*days: tuple[date, int, int]) -> dict[date, CountedDay]:
    """What the rules count of some days: planned and done sessions."""
    return {day: CountedDay(day, planned, done) for day, planned, done in days}


def _on(number: int) -> date:
    return MONDAY + timedelta(days=number)


def _weekdays(*days: Weekday) -> Plan:
    return make.plan(sessions=(make.planned_session(frequency=OnWeekdays(days=days)),))


def test_days_that_are_over_have_the_numbers_of_the_rules() -> None:
    counted = _counted((_on(0), 1, 1), (_on(1), 2, 1), (_on(2), 1, 0))
    days = calendar([make.plan()], [], _on(0), _on(3), TODAY, counted)

    assert [day.state for day in days] == [
        DayState.DONE,
        DayState.PARTLY,
        DayState.MISSED,
        DayState.EXCUSED,
    ]
    assert adherence(days, TODAY) == Adherence(planned=4, done=2)


def test_a_planned_day_of_which_nothing_counts_is_excused_and_a_free_one_is_rest() -> None:
    days = calendar([_weekdays(Weekday.MONDAY)], [], _on(0), _on(1), TODAY, {})

    assert [day.state for day in days] == [DayState.EXCUSED, DayState.REST]
    assert adherence(days, TODAY).ratio is None


def test_something_done_on_a_rest_day_is_extra_and_changes_no_ratio() -> None:
    plan = _weekdays(Weekday.MONDAY)
    counted = _counted((_on(0), 1, 0))
    days = calendar([plan], [_done(_on(1))], _on(0), _on(1), TODAY, counted)

    assert [day.state for day in days] == [DayState.MISSED, DayState.EXTRA]
    assert adherence(days, TODAY) == Adherence(planned=1, done=0)


def test_a_session_moved_to_a_rest_day_is_asked_for_there_and_not_where_it_was() -> None:
    plan = _weekdays(Weekday.MONDAY)
    move = Move(session=plan.sessions[0].id, from_day=_on(14), to_day=_on(15))
    changes = ScheduleChanges(moves=(move,))
    days = calendar([plan], [], _on(14), _on(15), TODAY, {}, changes)

    assert [(day.planned, day.state) for day in days] == [(0, DayState.REST), (1, DayState.OPEN)]


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        (ScheduleChanges(pauses=(Pause(kind=PauseKind.TRAVEL, from_day=TODAY),)), DayState.EXCUSED),
        (ScheduleChanges(skips=(Skip(session="strength", day=TODAY, excused=True),)), DayState.EXCUSED),
        (ScheduleChanges(skips=(Skip(session="strength", day=TODAY),)), DayState.OPEN),
    ],
    ids=["pause", "skipped for a reason", "skipped without one"],
)
def test_what_excuses_the_running_day_asks_for_nothing(changes: ScheduleChanges, state: DayState) -> None:
    (day,) = calendar([make.plan()], [], TODAY, TODAY, TODAY, {}, changes)

    assert day.state is state


def test_today_is_open_and_not_missed() -> None:
    days = calendar([make.plan()], [], TODAY, TODAY + timedelta(days=1), TODAY, {})

    assert [day.state for day in days] == [DayState.OPEN, DayState.OPEN]
    assert adherence(days, TODAY) == Adherence(planned=0, done=0)


def test_what_is_done_today_counts_and_what_is_open_does_not() -> None:
    plan = make.plan(sessions=(make.planned_session(frequency=TimesPerDay(least=2, most=2)),))
    (day,) = calendar([plan], [], TODAY, TODAY, TODAY, _counted((TODAY, 1, 1)))

    assert (day.planned, day.done, day.state) == (2, 1, DayState.OPEN)
    assert adherence([day], TODAY) == Adherence(planned=1, done=1)


def test_sessions_around_a_run_and_outside_of_the_plan_color_no_day() -> None:
    plan = make.plan(
        sessions=(
            make.planned_session(frequency=OnWeekdays(days=(Weekday.SUNDAY,))),
            make.planned_session(id="before-run", kind=SessionKind.BEFORE_RUN),
        )
    )
    records = [_done(MONDAY, session="before-run"), _done(MONDAY, id="own", session="")]
    (day,) = calendar([plan], records, MONDAY, MONDAY, TODAY, {})

    assert day.state is DayState.REST


def test_nothing_is_planned_before_the_first_plan() -> None:
    days = calendar([make.plan()], [], _on(-1), _on(0), TODAY, _counted((_on(0), 1, 0)))

    assert [day.state for day in days] == [DayState.BEFORE, DayState.MISSED]


def test_each_day_is_held_against_the_version_of_its_time() -> None:
    daily = make.plan()
    rest = make.plan(version=2, starts_on=_on(1), sessions=(), prescriptions=())
    days = calendar([daily, rest], [], _on(0), _on(1), TODAY, {})

    assert [day.state for day in days] == [DayState.EXCUSED, DayState.REST]


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

    days = calendar([plan], [], MONDAY, day, day, {})

    assert days[-1].planned == planned_on(plan, day)
    assert len(days) == offset + 1


def test_a_percentage_is_shown_from_seven_planned_sessions_on() -> None:
    assert Adherence(planned=6, done=6).shown_ratio is None
    assert Adherence(planned=7, done=0).shown_ratio == 0
    assert Adherence(planned=0, done=0).ratio is None


def test_three_sessions_a_week_have_a_percentage_once_seven_were_planned_in_all() -> None:
    assert Adherence(planned=6, done=3, total=6).shown_ratio is None
    assert Adherence(planned=6, done=3, total=7).shown_ratio == 0.5


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

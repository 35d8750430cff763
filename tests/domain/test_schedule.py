"""Training days and what is due on them: tables of edge cases."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.frequency import (
    AroundRuns,
    AsNeeded,
    EveryDays,
    Frequency,
    OnWeekdays,
    PerWeek,
    TimesPerDay,
    Weekday,
)
from ankle_coach.domain.plan import SessionKind
from ankle_coach.domain.schedule import (
    Due,
    core_planned,
    cycle_of,
    due_on,
    planned_on,
    spread_over_week,
    times_due,
    times_planned,
)
from ankle_coach.domain.training_day import training_day
from tests.helpers.builders import plan, planned_session, raises

MONDAY = date(2026, 3, 2)
HOUR = timedelta(hours=1)
NAIVE = datetime.fromisoformat("2022-03-02T07:00")


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "offset", "starts_at", "day"),
    [
        pytest.param("2026-03-02T07:00", 1 * HOUR, time(4), "2026-03-02", id="a-morning"),
        pytest.param("2026-03-02T23:40", 1 * HOUR, time(4), "2026-03-02", id="at-00:40-it-is-yesterday"),
        pytest.param("2026-03-03T02:59:59", 1 * HOUR, time(4), "2026-03-02", id="a-second-before-4"),
        pytest.param("2026-03-03T03:00", 1 * HOUR, time(4), "2026-03-03", id="at-4-sharp"),
        pytest.param("2026-03-02T23:40", 1 * HOUR, time(0), "2026-03-03", id="turns-over-at-midnight"),
        pytest.param("2026-03-29T00:30", 1 * HOUR, time(4), "2026-03-28", id="night-before-summer-time"),
        pytest.param("2026-03-29T02:00", 2 * HOUR, time(4), "2026-03-29", id="first-4-of-summer-time"),
        pytest.param("2026-10-25T02:30", 1 * HOUR, time(4), "2026-10-24", id="the-hour-that-comes-twice"),
        pytest.param("2028-02-29T12:00", 0 * HOUR, time(4), "2028-02-29", id="leap-day"),
        pytest.param("2028-03-01T02:00", 0 * HOUR, time(4), "2028-02-29", id="the-night-after-leap-day"),
        pytest.param("2026-03-02T10:30", 14 * HOUR, time(4), "2026-03-02", id="kiritimati"),
        pytest.param("2026-03-02T14:30", -12 * HOUR, time(4), "2026-03-01", id="baker-island"),
        pytest.param("2026-03-02T22:40", timedelta(hours=5, minutes=45), time(4), "2026-03-03", id="nepal"),
    ],
)
def test_a_moment_belongs_to_a_training_day(
    moment: str, offset: timedelta, starts_at: time, day: str
) -> None:
    assert training_day(_utc(moment), offset, starts_at).isoformat() == day


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        training_day(NAIVE, HOUR)


@given(
    st.datetimes(NAIVE, NAIVE + timedelta(days=5000), timezones=st.just(UTC)),
    st.integers(-12 * 60, 14 * 60),
)
def test_a_training_day_lasts_24_hours_and_the_next_follows(moment: datetime, offset: int) -> None:
    away = timedelta(minutes=offset)
    day = training_day(moment, away)
    assert training_day(moment + timedelta(days=1), away) == day + timedelta(days=1)


WEEK = tuple(MONDAY + timedelta(days=n) for n in range(7))


@pytest.mark.parametrize(
    ("frequency", "week"),
    [
        pytest.param(TimesPerDay(), "1111111", id="daily"),
        pytest.param(TimesPerDay(least=2, most=3), "2222222", id="the-lower-number-of-a-range"),
        pytest.param(EveryDays(days=2), "1010101", id="every-other-day"),
        pytest.param(OnWeekdays(days=(Weekday.MONDAY, Weekday.SATURDAY)), "1000010", id="weekdays"),
        pytest.param(PerWeek(least=3, most=4), "1010100", id="three-a-week-is-mon-wed-fri"),
        pytest.param(PerWeek(least=2, most=3), "1001000", id="two-a-week"),
        pytest.param(PerWeek(least=7, most=7), "1111111", id="seven-a-week"),
        pytest.param(AroundRuns(before=True), "0000000", id="runs-are-never-planned"),
        pytest.param(AsNeeded(most_per_day=4), "0000000", id="ice-is-never-missed"),
    ],
)
def test_a_week_of_a_frequency(frequency: Frequency, week: str) -> None:
    assert "".join(str(times_due(frequency, day, MONDAY)) for day in WEEK) == week


@given(st.integers(1, 7), st.integers(1, 7))
def test_days_a_week_are_as_many_as_asked_and_far_enough_apart(least: int, apart: int) -> None:
    if least * apart > 7:
        with pytest.raises(ValueError, match="cannot be"):
            PerWeek(least=least, most=7, apart=apart)
        return
    days = spread_over_week(PerWeek(least=least, most=7, apart=apart))
    assert len(set(days)) == least
    assert all(later - earlier >= apart for earlier, later in pairwise(days))


def test_nothing_is_due_before_the_plan_starts() -> None:
    assert planned_on(plan(starts_on=MONDAY), MONDAY - timedelta(days=1)) == 0


def test_what_goes_around_runs_is_offered_and_never_counted() -> None:
    session = planned_session(id="pre", kind=SessionKind.BEFORE_RUN, frequency=AroundRuns(before=True))
    made = plan(sessions=(session,), prescriptions=(raises(session="pre"),), starts_on=MONDAY)
    (due,) = due_on(made, MONDAY)
    assert due.due is Due.OFFERED
    assert planned_on(made, MONDAY) == 0


def test_a_prescription_of_its_own_frequency_leaves_the_session_on_other_days() -> None:
    session = planned_session(id="a", frequency=TimesPerDay())
    own = raises(id="own", session="a", frequency=EveryDays(days=2))
    made = plan(sessions=(session,), prescriptions=(raises(session="a"), own), starts_on=MONDAY)
    counts = [len(due_on(made, day)[0].prescriptions) for day in WEEK[:3]]
    assert counts == [2, 1, 2]


@pytest.mark.parametrize(
    ("frequency", "cycle"),
    [
        (TimesPerDay(least=2, most=3), 7),
        (EveryDays(days=2), 14),
        (EveryDays(days=7), 7),
        (PerWeek(least=3, most=4, apart=2), 7),
        (OnWeekdays(days=(Weekday.TUESDAY,)), 7),
    ],
)
def test_what_is_planned_repeats_itself(frequency: Frequency, cycle: int) -> None:
    session = planned_session(frequency=frequency)
    weekly = plan(sessions=(session,), prescriptions=(raises(),), starts_on=MONDAY + timedelta(days=2))
    assert cycle_of(weekly) == cycle
    for number in range(-3, 3 * cycle):
        day = weekly.starts_on + timedelta(days=number)
        times = times_planned(weekly, session, day)
        assert core_planned(weekly, day) == (((session.id, times),) if times else ())

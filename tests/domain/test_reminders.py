"""What is reminded of when: a table of moments, and the nights in which the clocks are changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.reminder_times import ReminderKind, ReminderTimes
from ankle_coach.domain.reminders import Needs, Reminder, due, next_moment, reminder_words, time_of
from ankle_coach.domain.words import PLAIN_WORDS

CHECK_IN, SESSIONS = ReminderKind.CHECK_IN, ReminderKind.SESSIONS
MONDAY = date(2026, 3, 2)
TIMES = ReminderTimes()
HOURS = (timedelta(hours=1), timedelta(hours=2))
OPEN = Needs(day=MONDAY, check_in=True, sessions=("Strength A",))
DONE = Needs(day=MONDAY)


def berlin(moment: datetime) -> timedelta:
    """Local time minus UTC in Berlin, where the clocks of 2026 change at 01:00 UTC."""
    summer = datetime(2026, 3, 29, 1, tzinfo=UTC) <= moment < datetime(2026, 10, 25, 1, tzinfo=UTC)
    return timedelta(hours=2 if summer else 1)


def at(clock: str, day: date = MONDAY) -> datetime:
    """A local time in Berlin as an instant."""
    as_utc = datetime.combine(day, time.fromisoformat(clock), UTC)
    return next(as_utc - hour for hour in HOURS if berlin(as_utc - hour) == hour)


def kinds(found: tuple[Reminder, ...]) -> list[ReminderKind]:
    """What the reminders are of."""
    return [reminder.kind for reminder in found]


TABLE: list[tuple[str, str, ReminderTimes, Needs, set[ReminderKind], list[ReminderKind]]] = [
    ("a minute before", "07:59", TIMES, OPEN, set(), []),
    ("at its time", "08:00", TIMES, OPEN, set(), [CHECK_IN]),
    ("later in the morning", "10:20", TIMES, OPEN, set(), [CHECK_IN]),
    ("not from noon on", "12:00", TIMES, OPEN, set(), []),
    ("the sessions in the evening", "18:00", TIMES, OPEN, set(), [SESSIONS]),
    ("once", "18:30", TIMES, OPEN, {SESSIONS}, []),
    ("one of them told", "10:20", TIMES, OPEN, {CHECK_IN}, []),
    ("done already", "18:30", TIMES, DONE, set(), []),
    ("the check-in done", "09:00", TIMES, Needs(day=MONDAY, sessions=("A",)), set(), []),
    ("a rest day, or all of it locked", "18:30", TIMES, Needs(day=MONDAY, check_in=True), set(), []),
    ("quiet in the evening", "21:00", TIMES, OPEN, set(), []),
    ("quiet before midnight", "23:59", TIMES, OPEN, set(), []),
    ("never chosen", "18:30", ReminderTimes(check_in=None, sessions=None), OPEN, set(), []),
    ("no quiet hours", "21:30", ReminderTimes(quiet_from=time(8)), OPEN, set(), [SESSIONS]),
    (
        "quiet at noon, told after it",
        "14:00",
        ReminderTimes(sessions=time(13), quiet_from=time(12, 30), quiet_until=time(14)),
        OPEN,
        set(),
        [SESSIONS],
    ),
    (
        "quiet at noon, not in it",
        "13:30",
        ReminderTimes(sessions=time(13), quiet_from=time(12, 30), quiet_until=time(14)),
        OPEN,
        set(),
        [],
    ),
    (
        "a quiet morning puts the check-in off",
        "09:00",
        ReminderTimes(quiet_until=time(9, 30)),
        OPEN,
        set(),
        [],
    ),
    (
        "both at once",
        "09:30",
        ReminderTimes(sessions=time(9), quiet_until=time(9, 30)),
        OPEN,
        set(),
        [CHECK_IN, SESSIONS],
    ),
    ("needs of another day", "10:00", TIMES, Needs(day=date(2026, 3, 1), check_in=True), set(), []),
]


@pytest.mark.parametrize(
    ("clock", "times", "needs", "told", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_is_due(
    clock: str,
    times: ReminderTimes,
    needs: Needs,
    told: set[ReminderKind],
    expected: list[ReminderKind],
) -> None:
    found = due(at(clock), times, needs, {(kind, MONDAY) for kind in told}, berlin)
    assert kinds(found) == expected


NEXT: list[tuple[str, str, ReminderTimes, Needs, set[ReminderKind], datetime | None]] = [
    ("the check-in first", "06:00", TIMES, OPEN, set(), at("08:00")),
    ("then the sessions", "08:01", TIMES, OPEN, {CHECK_IN}, at("18:00")),
    ("tomorrow where today is done", "06:00", TIMES, DONE, set(), at("08:00", date(2026, 3, 3))),
    ("tomorrow from the evening on", "18:01", TIMES, OPEN, {SESSIONS}, at("08:00", date(2026, 3, 3))),
    ("never", "06:00", ReminderTimes(check_in=None, sessions=None), OPEN, set(), None),
    (
        "the end of a quiet noon",
        "13:30",
        ReminderTimes(check_in=None, sessions=time(12), quiet_from=time(13), quiet_until=time(14)),
        OPEN,
        set(),
        at("14:00"),
    ),
]


@pytest.mark.parametrize(
    ("clock", "times", "needs", "told", "expected"), [row[1:] for row in NEXT], ids=[row[0] for row in NEXT]
)
def test_when_to_look_next(
    clock: str,
    times: ReminderTimes,
    needs: Needs,
    told: set[ReminderKind],
    expected: datetime | None,
) -> None:
    assert next_moment(at(clock), times, needs, {(kind, MONDAY) for kind in told}, berlin) == expected


@pytest.mark.parametrize(
    ("kind", "chosen", "expected"),
    [
        (CHECK_IN, time(7), datetime.combine(MONDAY, time(8))),
        (CHECK_IN, time(2), datetime.combine(MONDAY, time(8))),
        (SESSIONS, time(20, 59), datetime.combine(MONDAY, time(20, 59))),
        (SESSIONS, time(22), None),
        (SESSIONS, time(1), None),
    ],
    ids=["early", "before the day turns", "just in time", "after quiet begins", "after midnight"],
)
def test_a_time_in_the_quiet_hours_waits_for_their_end_if_the_day_is_not_over(
    kind: ReminderKind, chosen: time, expected: datetime | None
) -> None:
    times = ReminderTimes(check_in=chosen, sessions=chosen)
    assert time_of(kind, MONDAY, times) == expected


def test_after_midnight_a_late_hour_still_belongs_to_the_day_that_turns_over_at_four() -> None:
    times = ReminderTimes(sessions=time(0, 40), quiet_from=time(2), quiet_until=time(7))
    night = at("00:40", date(2026, 3, 3))
    assert kinds(due(night, times, OPEN, (), berlin)) == [SESSIONS]
    assert due(night, times, Needs(day=date(2026, 3, 3), sessions=("A",)), (), berlin) == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 3, 29), "2026-03-29T06:00+00:00"), (date(2026, 10, 25), "2026-10-25T07:00+00:00")],
    ids=["summer time begins", "summer time ends"],
)
def test_the_night_before_the_clocks_change_aims_at_eight_on_the_new_clock(day: date, expected: str) -> None:
    evening = at("20:00", day - timedelta(days=1))
    aimed = next_moment(evening, TIMES, Needs(day=day - timedelta(days=1)), (), berlin)
    assert aimed == datetime.fromisoformat(expected)


def test_a_time_that_the_clocks_leave_out_comes_right_after_it() -> None:
    """02:30 is not there on March 29: at 03:00 the clocks go on."""
    times = ReminderTimes(
        check_in=time(2, 30), quiet_from=time(0), quiet_until=time(0), day_starts_at=time(0)
    )
    before = at("23:00", date(2026, 3, 28))
    aimed = next_moment(before, times, Needs(day=date(2026, 3, 28)), (), berlin)
    assert aimed == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    needs = Needs(day=date(2026, 3, 29), check_in=True)
    assert kinds(due(aimed, times, needs, (), berlin)) == [CHECK_IN]


def test_an_hour_that_comes_twice_is_told_once() -> None:
    times = ReminderTimes(
        check_in=time(2, 30), quiet_from=time(0), quiet_until=time(0), day_starts_at=time(0)
    )
    day = date(2026, 10, 25)
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    needs = Needs(day=day, check_in=True)
    assert (
        next_moment(at("23:00", date(2026, 10, 24)), times, Needs(day=date(2026, 10, 24)), (), berlin)
        == first
    )
    assert kinds(due(first, times, needs, (), berlin)) == [CHECK_IN]
    assert due(first + timedelta(hours=1), times, needs, {(CHECK_IN, day)}, berlin) == ()


CLOCKS = st.times(max_value=time(23, 59)).map(lambda clock: clock.replace(second=0, microsecond=0))


@given(
    check_in=st.none() | CLOCKS.filter(lambda clock: clock < time(12)),
    sessions=st.none() | CLOCKS,
    quiet_from=CLOCKS,
    quiet_until=CLOCKS,
    minutes=st.integers(0, 366 * 24 * 60),
)
def test_looking_when_told_to_look_never_loops_and_never_speaks_in_the_quiet_hours(
    check_in: time | None, sessions: time | None, quiet_from: time, quiet_until: time, minutes: int
) -> None:
    times = ReminderTimes(
        check_in=check_in, sessions=sessions, quiet_from=quiet_from, quiet_until=quiet_until
    )
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    told: set[tuple[ReminderKind, date]] = set()
    for _ in range(6):
        local = (moment + berlin(moment)).replace(tzinfo=None)
        needs = Needs(day=(local - timedelta(hours=4)).date(), check_in=True, sessions=("A",))
        found = due(moment, times, needs, told, berlin)
        assert not found or not times.is_quiet(local.time())
        told |= {(reminder.kind, reminder.day) for reminder in found}
        following = next_moment(moment, times, needs, told, berlin)
        if following is None:
            return
        assert following > moment
        assert following - moment < timedelta(days=3)
        moment = following


def test_a_reminder_says_what_is_to_do() -> None:
    check_in = Reminder(kind=CHECK_IN, day=MONDAY)
    sessions = Reminder(kind=SESSIONS, day=MONDAY, sessions=("Strength A", "Evening"))
    assert reminder_words(check_in, PLAIN_WORDS)[0] == "Morning check-in"
    assert reminder_words(sessions, PLAIN_WORDS) == (
        "Today's sessions",
        "Still to do today: Strength A, Evening.",
    )

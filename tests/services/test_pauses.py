"""Pauses that are entered ahead count as those that are begun on their first day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ankle_coach.domain.arrival import JournalArrival
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.schedule_changes import Pause, PauseKind
from ankle_coach.i18n import translator
from ankle_coach.services.schedule_service import ScheduleError
from tests.helpers.builders import MONDAY
from tests.helpers.coach import FakeCoach
from tests.helpers.story import Story

WORDS = translator()
TRAVEL = PauseKind.TRAVEL


def _on(number: int) -> date:
    return MONDAY + timedelta(days=number)


def _story() -> Story:
    lived = Story()
    lived.coach.with_plan("p3")
    return lived


@pytest.mark.parametrize("days", [3, 6, 10, 18], ids="{} days of holiday".format)
def test_a_holiday_entered_ahead_counts_as_one_begun_that_day(days: int) -> None:
    ahead, begun = _story(), _story()
    ahead.services.schedule.pause(TRAVEL, _on(14), _on(13 + days))
    for lived in (ahead, begun):
        lived.live(14, pain=0)
    begun.services.schedule.pause(TRAVEL, begun.today, begun.days_on(days - 1))
    for lived in (ahead, begun):
        lived.live(days, plays=False)
        lived.live(5)

    assert ahead.services.coach.decisions() == begun.services.coach.decisions()
    assert ahead.services.journal.adherence() == begun.services.journal.adherence()
    assert ahead.services.coach.standings() == begun.services.coach.standings()


def test_until_it_begins_sessions_are_asked_for_and_then_no_more() -> None:
    story = _story()
    story.services.schedule.pause(TRAVEL, _on(2), _on(9))
    assert [day.pause is not None for day in story.services.schedule.week(MONDAY)] == [False] * 2 + [True] * 5
    today = story.services.today.today()
    assert (today.pause, today.coming_pause) == (None, Pause(kind=TRAVEL, from_day=_on(2), until_day=_on(9)))
    assert story.play_all()
    story.coach.clock.advance(2 * 24 * 3600)
    today = story.services.today.today()
    assert (today.pause, today.coming_pause) == (Pause(kind=TRAVEL, from_day=_on(2), until_day=_on(9)), None)
    assert story.play_all() == []
    assert today.next_session is not None
    assert today.next_session.day == _on(10)


def test_its_days_change_and_it_is_taken_back() -> None:
    story = _story()
    schedule = story.services.schedule
    schedule.pause(TRAVEL, _on(4), _on(13))
    (kept,) = schedule.pauses()
    schedule.change_pause(kept.id, _on(5), _on(12))
    (changed,) = schedule.pauses()
    assert (changed.id, changed.entry.from_day, changed.entry.until_day) == (kept.id, _on(5), _on(12))
    schedule.take_back_pause(kept.id)
    assert schedule.pauses() == ()
    assert all(day.pause is None for day in schedule.week(MONDAY))
    with pytest.raises(NotFoundError, match="taken back"):
        schedule.change_pause(kept.id, _on(5), _on(12))


def test_once_it_has_begun_only_what_is_left_of_it_changes() -> None:
    story = _story()
    schedule = story.services.schedule
    schedule.pause(TRAVEL, _on(1), _on(9))
    story.coach.clock.advance(3 * 24 * 3600)
    (kept,) = schedule.pauses()
    with pytest.raises(ScheduleError, match="over"):
        schedule.take_back_pause(kept.id)
    with pytest.raises(ScheduleError, match="over"):
        schedule.change_pause(kept.id, _on(2), _on(9))
    schedule.change_pause(kept.id, _on(1), _on(6))
    assert schedule.pauses()[0].entry.until_day == _on(6)
    schedule.end_pause(_on(2))
    assert schedule.pauses() == ()
    assert [day.pause is not None for day in schedule.week(MONDAY)] == [False, True, True] + [False] * 4


def test_an_illness_on_a_holiday_is_ended_first() -> None:
    story = _story()
    schedule = story.services.schedule
    schedule.pause(TRAVEL, MONDAY, _on(9))
    schedule.pause(PauseKind.ILLNESS, MONDAY)
    story.coach.clock.advance(24 * 3600)
    schedule.end_pause(MONDAY)
    assert [kept.entry.kind for kept in schedule.pauses()] == [TRAVEL]


def test_two_holidays_never_lie_on_one_day() -> None:
    story = _story()
    schedule = story.services.schedule
    schedule.pause(TRAVEL, _on(4), _on(13))
    with pytest.raises(ScheduleError, match="Another pause"):
        schedule.pause(TRAVEL, _on(13), _on(15))
    with pytest.raises(ScheduleError, match="ahead"):
        schedule.pause(PauseKind.ILLNESS, _on(1))
    assert len(schedule.pauses()) == 1


def test_the_calendar_leaves_its_days_out_and_the_table_has_them() -> None:
    story = _story()
    story.services.schedule.pause(TRAVEL, _on(4), _on(13))
    days = {event.day for event in story.services.exports.calendar(WORDS).events}
    assert _on(3) in days
    assert _on(14) in days
    assert not {_on(number) for number in range(4, 14)} & days
    (table,) = [t for t in story.services.exports.tables(WORDS).tables if t.name == "pauses"]
    assert [row[2:] for row in table.rows] == [("travel", _on(4), _on(13), _on(14))]


def test_it_travels_to_the_therapist_and_so_does_the_end_that_it_gets() -> None:
    runner, other = _story(), FakeCoach()
    runner.services.schedule.pause(TRAVEL, _on(4))
    other.services.transfer.merge(runner.services.transfer.contents())
    assert [kept.entry for kept in other.services.schedule.pauses()] == [Pause(kind=TRAVEL, from_day=_on(4))]
    runner.services.schedule.change_pause(runner.services.schedule.pauses()[0].id, _on(4), _on(13))
    merged = other.services.transfer.merge(runner.services.transfer.contents())
    assert merged.entries == 1
    ended = Pause(kind=TRAVEL, from_day=_on(4), until_day=_on(13))
    assert [kept.entry for kept in other.services.schedule.pauses()] == [ended]
    assert other.services.transfer.merge(runner.services.transfer.contents()).entries == 0


def test_a_journal_file_keeps_a_pause_to_come(tmp_path: Path) -> None:
    runner, file = _story(), tmp_path / "runner.anklejournal"
    runner.services.schedule.pause(TRAVEL, _on(4), _on(13))
    runner.services.files.send_journal(file)
    other = FakeCoach()
    arrival = other.services.files.look(file)
    assert isinstance(arrival, JournalArrival)
    other.services.files.take_journal(arrival)
    assert [kept.entry.until_day for kept in other.services.schedule.pauses()] == [_on(13)]

"""A raised leg has a timer with a longest time; a wrap has questions, no timer, and comes off at night."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ankle_coach.domain.care import CareKind, CareRecord, is_night
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.services.care_service import CareNow, CareService
from tests.helpers.care import CLEAR_WRAP
from tests.helpers.coach import FakeCoach

MINUTE, HOUR = 60, 3600


@pytest.fixture
def coach() -> FakeCoach:
    return FakeCoach().with_plan("p3")


@pytest.fixture
def care(coach: FakeCoach) -> CareService:
    return coach.services.care


def _now(care: CareService, kind: CareKind) -> CareNow:
    now = care.running(kind)
    assert now is not None
    return now


def _records(coach: FakeCoach) -> tuple[CareRecord, ...]:
    return coach.journal.entries(coach.services.people.required().id, CareRecord)


@pytest.mark.parametrize(("wanted", "minutes"), [(None, 20), (25, 25), (30, 30), (45, 30)])
def test_the_leg_is_up_for_20_minutes_and_30_at_most(
    care: CareService, wanted: float | None, minutes: float
) -> None:
    care.start_elevation(wanted)

    assert _now(care, CareKind.ELEVATION).left == minutes * MINUTE


def test_the_timer_of_a_raised_leg_counts_over_sleep_and_a_restart(
    care: CareService, coach: FakeCoach
) -> None:
    care.start_elevation()
    coach.clock.advance(5 * MINUTE)
    coach.clock.suspend(10 * MINUTE)
    again = FakeCoach(clock=coach.clock, journal=coach.journal).services.care
    assert _now(again, CareKind.ELEVATION).left == 5 * MINUTE
    coach.clock.advance(5 * MINUTE)

    assert _now(again, CareKind.ELEVATION).is_due
    again.stop(CareKind.ELEVATION)
    assert [record.seconds for record in _records(coach)] == [20 * MINUTE]
    assert again.used_today(CareKind.ELEVATION) == 1


def test_a_leg_that_was_forgotten_is_recorded_with_the_longest_time(
    care: CareService, coach: FakeCoach
) -> None:
    care.start_elevation()
    coach.clock.advance(5 * HOUR)
    care.stop(CareKind.ELEVATION)

    assert [record.seconds for record in _records(coach)] == [30 * MINUTE]


@pytest.mark.parametrize("block", CLEAR_WRAP)
@pytest.mark.parametrize("answer", [ScreenAnswer.YES, ScreenAnswer.UNSURE, None], ids=str)
def test_each_question_of_a_wrap_forbids_it(
    care: CareService, block: str, answer: ScreenAnswer | None
) -> None:
    answers = {key: given for key, given in CLEAR_WRAP.items() if key != block}
    if answer is not None:
        answers[block] = answer

    assert not care.start_wrap(answers)
    assert care.running(CareKind.COMPRESSION) is None


def test_a_wrap_has_no_timer_and_is_asked_to_come_off_at_night(care: CareService, coach: FakeCoach) -> None:
    assert care.start_wrap(CLEAR_WRAP)
    coach.clock.advance(13 * HOUR - 1)  # it began at 08:00
    assert not _now(care, CareKind.COMPRESSION).is_due
    coach.clock.advance(1)

    assert _now(care, CareKind.COMPRESSION).is_due


@pytest.mark.parametrize(
    ("hour", "night"), [(5, True), (6, False), (20, False), (21, True), (23, True), (0, True)]
)
def test_night_is_told_by_the_local_clock(hour: int, night: bool) -> None:
    local = datetime(2026, 3, 2, hour, 30, tzinfo=UTC)

    assert is_night(local - timedelta(hours=5), timedelta(hours=5)) is night


def test_signs_at_the_toes_are_recorded(care: CareService, coach: FakeCoach) -> None:
    care.start_wrap(CLEAR_WRAP)
    coach.clock.advance(HOUR)
    assert care.stop(CareKind.COMPRESSION, "toes") is Changes.ICE

    assert [(record.seconds, record.stopped_for) for record in _records(coach)] == [(HOUR, "toes")]
    assert care.stop(CareKind.COMPRESSION) is Changes.NONE

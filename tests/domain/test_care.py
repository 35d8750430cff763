"""Ice on the skin and a wrap that is on: what the clocks say, and what is asked when (clinical.md §4.4)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from ankle_coach.domain.care import LEAST_SECONDS, IceRunning, IceStage, ice_stage, is_night, passed_since
from ankle_coach.domain.clocks import Reading
from tests.helpers.builders import moment

START = moment()
ICE = IceRunning(id="i", started=START, elapsed=1000, seconds=900, hard_stop=1200, check_at=300)


@pytest.mark.parametrize(
    ("passed", "skin_fine", "stage"),
    [
        (0, False, IceStage.ON),
        (299, False, IceStage.ON),
        (300, False, IceStage.CHECK_SKIN),
        (300, True, IceStage.ON),
        (899, True, IceStage.ON),
        (899, False, IceStage.CHECK_SKIN),
        (900, True, IceStage.TAKE_OFF),
        (900, False, IceStage.TAKE_OFF),
        (1199, True, IceStage.TAKE_OFF),
        (1200, True, IceStage.OVERDUE),
        (90_000, True, IceStage.OVERDUE),
    ],
)
def test_what_ice_asks_for_as_it_lies_on_the_skin(passed: float, skin_fine: bool, stage: IceStage) -> None:
    assert ice_stage(replace(ICE, skin_fine=skin_fine), passed) is stage
    assert stage.alarms is (stage is not IceStage.ON)


def test_only_ice_that_lay_for_a_minute_is_recorded() -> None:
    assert LEAST_SECONDS.value == 60


@pytest.mark.parametrize(
    ("wall", "counter", "passed"),
    [
        pytest.param(120, 1120, 120, id="both clocks went on"),
        pytest.param(120, 1000, 120, id="the counter stood still"),
        pytest.param(-3600, 1120, 120, id="the wall clock was set back an hour"),
        pytest.param(3600, 1120, 3600, id="the wall clock was set on: rather off too early"),
        pytest.param(120, 40, 120, id="the computer was restarted"),
        pytest.param(-3600, 40, 40, id="restarted, and the wall clock set back"),
        pytest.param(-3600, 1000, 0, id="set back, and not a second counted"),
        pytest.param(-3600, 0, 0, id="just restarted, and set back"),
    ],
)
def test_the_time_on_the_skin_is_never_counted_too_short(wall: float, counter: float, passed: float) -> None:
    reading = Reading(awake=0, elapsed=counter)
    now = START.at + timedelta(seconds=wall)
    assert passed_since(START, 1000, now, reading) == passed


@pytest.mark.parametrize(
    ("hour", "minute", "night"),
    [
        (20, 59, False),
        (21, 0, True),
        (23, 59, True),
        (0, 0, True),
        (5, 59, True),
        (6, 0, False),
        (12, 0, False),
    ],
)
def test_a_wrap_comes_off_for_the_night_by_local_time(hour: int, minute: int, night: bool) -> None:
    local = datetime(2026, 3, 2, hour, minute, tzinfo=UTC)
    for hours in (-8, 0, 5.5):
        offset = timedelta(hours=hours)
        assert is_night(local - offset, offset) is night

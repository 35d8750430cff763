"""The computer's clocks, as far as this computer can tell."""

from __future__ import annotations

import sys
import time
from datetime import UTC, timedelta

import pytest

from ankle_coach.system_clock import SystemClock, counters


def test_both_clocks_run_forward() -> None:
    clock = SystemClock()
    first, second = clock.reading(), clock.reading()

    assert second.awake >= first.awake
    assert second.elapsed >= first.elapsed


def test_the_clock_that_counts_sleep_never_runs_behind_on_linux() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("the two clocks of other systems start at different moments")
    reading = SystemClock().reading()

    assert reading.elapsed >= reading.awake
    assert reading.elapsed == pytest.approx(time.clock_gettime(time.CLOCK_BOOTTIME), abs=1)


def test_the_wall_clock_knows_its_zone() -> None:
    clock = SystemClock()

    assert clock.now().tzinfo is UTC
    assert abs(clock.offset()) < timedelta(days=1)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "freebsd14"])
def test_every_system_has_two_counters_whatever_it_lacks(platform: str) -> None:
    awake, elapsed = counters(platform)

    assert awake() > 0
    assert elapsed() > 0

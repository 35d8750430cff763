"""The computer's own clocks: one that stops in sleep, one that counts it, and the wall clock.

| System | `awake` (stops in sleep) | `elapsed` (counts sleep) |
| --- | --- | --- |
| Linux | CLOCK_MONOTONIC | CLOCK_BOOTTIME |
| macOS | CLOCK_UPTIME_RAW (mach_absolute_time) | CLOCK_MONOTONIC_RAW (mach_continuous_time) |
| Windows | QueryUnbiasedInterruptTime | QueryInterruptTime, else GetTickCount64 |

Tried on Linux: the three readings, that BOOTTIME runs no slower than MONOTONIC, and, in the running program,
a process that was stopped and one whose BOOTTIME and wall clock jumped 20 minutes ahead as in sleep; not the
sleep of a real computer. Written after the systems' documentation and not tried on the machine: macOS and
Windows. Python's own `time.monotonic` cannot tell sleep on any of them: on Linux and macOS it stands still,
on Windows it depends on the version.
Where a system lacks one of the clocks, `time.monotonic` stands in for both; then only a stall of 30 seconds
tells of sleep.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from ankle_coach.domain.clocks import Reading

Counter = Callable[[], float]
"""Gives seconds since some moment in the past."""

_INTERRUPT_TICKS = 10_000_000
"""Windows counts interrupt time in units of 100 nanoseconds."""


def counters(platform: str = sys.platform) -> tuple[Counter, Counter]:
    """Return the counters of a system: the one that stops in sleep, and the one that counts it.

    Args:
        platform: The system's name as `sys.platform` gives it.
    """
    try:
        if platform == "win32":
            return _windows_counters()
        return _unix_counters(platform)
    except (AttributeError, OSError):
        return time.monotonic, time.monotonic


def _unix_counters(platform: str) -> tuple[Counter, Counter]:
    names = {
        "linux": ("CLOCK_MONOTONIC", "CLOCK_BOOTTIME"),
        "darwin": ("CLOCK_UPTIME_RAW", "CLOCK_MONOTONIC_RAW"),
    }
    awake, elapsed = (getattr(time, name) for name in names.get(platform, ("CLOCK_MONOTONIC",) * 2))
    for clock in (awake, elapsed):
        time.clock_gettime(clock)
    return (lambda: time.clock_gettime(awake)), (lambda: time.clock_gettime(elapsed))


def _windows_counters() -> tuple[Counter, Counter]:
    import ctypes  # noqa: PLC0415 - the other systems do without

    kernel: object = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    awake = _interrupt_counter(kernel, "QueryUnbiasedInterruptTime")
    try:
        precise: object = ctypes.WinDLL("api-ms-win-core-realtime-l1-1-1")  # type: ignore[attr-defined,unused-ignore]
        return awake, _interrupt_counter(precise, "QueryInterruptTime")
    except (AttributeError, OSError):
        ticks = kernel.GetTickCount64  # type: ignore[attr-defined]
        ticks.restype = ctypes.c_ulonglong
        return awake, lambda: float(ticks()) / 1000


def _interrupt_counter(library: object, name: str) -> Counter:
    import ctypes  # noqa: PLC0415 - as above

    function = getattr(library, name)

    def read() -> float:
        value = ctypes.c_ulonglong()
        function(ctypes.byref(value))
        return value.value / _INTERRUPT_TICKS

    read()
    return read


def offset_at(moment: datetime) -> timedelta:
    """Return local time minus UTC at an instant, as this computer's time zone has it."""
    return moment.astimezone().utcoffset() or timedelta()


class SystemClock:
    """The `Clock` port of the computer that the app runs on."""

    def __init__(self) -> None:
        """Find the system's counters."""
        self._awake, self._elapsed = counters()

    def reading(self) -> Reading:
        """Return the monotonic clocks, in seconds."""
        return Reading(awake=self._awake(), elapsed=self._elapsed())

    def now(self) -> datetime:
        """Return the instant, in UTC."""
        return datetime.now(UTC)

    def offset(self) -> timedelta:
        """Return local time minus UTC, now."""
        return offset_at(datetime.now(UTC))

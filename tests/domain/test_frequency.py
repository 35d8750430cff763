"""Frequencies refuse what no week can hold, whatever a file or a form asks for."""

from __future__ import annotations

import math
from collections.abc import Callable

import msgspec
import pytest

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

MONDAY, FRIDAY = Weekday.MONDAY, Weekday.FRIDAY
FITS: list[tuple[str, Callable[[], Frequency]]] = [
    ("once a day", TimesPerDay),
    ("2 to 3 times a day", lambda: TimesPerDay(least=2, most=3)),
    ("24 times a day", lambda: TimesPerDay(least=24, most=24)),
    ("every day", lambda: EveryDays(days=1)),
    ("every 31 days", lambda: EveryDays(days=31)),
    ("one weekday", lambda: OnWeekdays(days=(MONDAY,))),
    ("all weekdays", lambda: OnWeekdays(days=tuple(Weekday))),
    ("seven days a week", lambda: PerWeek(least=7, most=7)),
    ("three days a week, two apart", lambda: PerWeek(least=3, most=3, apart=2)),
    ("one day a week, seven apart", lambda: PerWeek(least=1, most=1, apart=7)),
    ("before runs", lambda: AroundRuns(before=True)),
    ("after runs", lambda: AroundRuns(after=True)),
    ("up to 24 times as needed", lambda: AsNeeded(most_per_day=24)),
]
DOES_NOT: list[tuple[str, Callable[[], Frequency]]] = [
    ("no time a day", lambda: TimesPerDay(least=0)),
    ("2 to 1 times a day", lambda: TimesPerDay(least=2, most=1)),
    ("25 times a day", lambda: TimesPerDay(least=1, most=25)),
    ("every 0 days", lambda: EveryDays(days=0)),
    ("every 32 days", lambda: EveryDays(days=32)),
    ("no weekday", lambda: OnWeekdays(days=())),
    ("a weekday twice", lambda: OnWeekdays(days=(MONDAY, FRIDAY, MONDAY))),
    ("no day a week", lambda: PerWeek(least=0, most=3)),
    ("eight days a week", lambda: PerWeek(least=1, most=8)),
    ("0 days apart", lambda: PerWeek(least=1, most=1, apart=0)),
    ("8 days apart", lambda: PerWeek(least=1, most=1, apart=8)),
    ("four days a week, two apart", lambda: PerWeek(least=4, most=4, apart=2)),
    ("neither before nor after runs", AroundRuns),
    ("never as needed", lambda: AsNeeded(most_per_day=0)),
    ("25 times as needed", lambda: AsNeeded(most_per_day=25)),
]


@pytest.mark.parametrize("make", [case[1] for case in FITS], ids=[case[0] for case in FITS])
def test_a_frequency_that_a_week_can_hold_comes_back_from_a_file_as_it_went_in(
    make: Callable[[], Frequency],
) -> None:
    frequency = make()
    assert msgspec.json.decode(msgspec.json.encode(frequency), type=Frequency) == frequency


@pytest.mark.parametrize("make", [case[1] for case in DOES_NOT], ids=[case[0] for case in DOES_NOT])
def test_a_frequency_that_no_week_can_hold_is_refused(make: Callable[[], Frequency]) -> None:
    with pytest.raises(ValueError, match=r"\d|days|runs"):
        make()


@pytest.mark.parametrize(
    "text",
    [
        b'{"type":"daily","least":0}',
        b'{"type":"weekdays","days":[]}',
        b'{"type":"weekdays","days":[1,1]}',
        b'{"type":"per-week","least":4,"most":4,"apart":2}',
        b'{"type":"runs"}',
        b'{"type":"as-needed","most_per_day":1000}',
        b'{"type":"every-days","days":%d}' % int(math.pow(2, 60)),
    ],
)
def test_a_file_cannot_bring_one_in_either(text: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(text, type=Frequency)

"""Settings hold themselves to their ranges, also when one of them is replaced."""

from __future__ import annotations

from datetime import UTC, time
from typing import Any

import msgspec
import pytest

from ankle_coach.domain.settings import Settings


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("volume", [0, 100], [-1, 101]),
        ("text_scale", [80, 200], [79, 201]),
        ("skin_tone", [0, 4], [-1, 5]),
        ("tone_volumes", [{}, {"go": 0, "tick": 100}], [{"go": -1}, {"go": 101}]),
        ("speech_rate", [-100, 100], [-101, 101]),
        ("letter_seconds", [None, 1, 10], [0.5, 10.5]),
        ("country", ["", "GB"], ["gb", "GBR", "G1"]),
        ("language", ["system", "en", "pt_BR", "zh-Hant"], ["", "EN", "a/b", "en\n"]),
        ("day_starts_at", [time(0), time(11, 59)], [time(12), time(4, tzinfo=UTC)]),
        ("remind_check_in_at", [None, time(0), time(11, 30)], [time(12), time(8, tzinfo=UTC)]),
        ("remind_sessions_at", [None, time(0), time(23, 30)], [time(18, tzinfo=UTC)]),
        ("quiet_from", [time(0), time(23, 30)], [time(21, tzinfo=UTC)]),
        ("quiet_until", [time(0), time(23, 30)], [time(8, tzinfo=UTC)]),
        ("window_geometry", ["", "x" * 4096], ["x" * 4097]),
    ],
)
def test_a_value_within_its_range_is_taken_and_one_beyond_is_refused(
    name: str, good: list[Any], bad: list[Any]
) -> None:
    for value in good:
        assert getattr(msgspec.structs.replace(Settings(), **{name: value}), name) == value
    for value in bad:
        with pytest.raises(ValueError, match=name):
            msgspec.structs.replace(Settings(), **{name: value})

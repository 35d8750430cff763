"""A calendar file, read back by a strict reader."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.plan_calendar import CalendarCopy, CalendarEvent
from ankle_coach.exchange.calendar_file import encode_calendar, fold_line, write_calendar
from tests.helpers.calendar_reader import read_events

MADE = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)


def _copy(title: str = "Strength A", *lines: str) -> CalendarCopy:
    event = CalendarEvent(
        uid="plan.strength-a.2026-12-31@x", day=date(2026, 12, 31), title=title, lines=lines
    )
    return CalendarCopy(made_at=MADE, events=(event,))


def test_an_event_is_a_whole_day_that_blocks_no_time() -> None:
    (event,) = read_events(
        encode_calendar(_copy("Strength A", "Calf raise: 3 sets of 12, up 2 s", "Version 2"))
    )
    assert event == {
        "UID": "plan.strength-a.2026-12-31@x",
        "DTSTAMP": "20260302T073000Z",
        "LAST-MODIFIED": "20260302T073000Z",
        "DTSTART;VALUE=DATE": "20261231",
        "DTEND;VALUE=DATE": "20270101",
        "SUMMARY": "Strength A",
        "DESCRIPTION": "Calf raise: 3 sets of 12, up 2 s\nVersion 2",
        "TRANSP": "TRANSPARENT",
    }


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_without_its_control_characters(title: str, line: str) -> None:
    (event,) = read_events(encode_calendar(_copy(title, line)))
    for found, typed in ((event["SUMMARY"], title), (event["DESCRIPTION"], line)):
        whole = typed.replace("\r\n", "\n").replace("\r", "\n")
        assert found == "".join(one for one in whole if one == "\n" or one.isprintable())


@pytest.mark.parametrize("text", ["a" * 75, "a" * 76, "é" * 200, "🦶" * 60, "\\,;" * 90])
def test_no_line_is_longer_than_75_octets_and_no_character_is_cut(text: str) -> None:
    pieces = fold_line(text).split("\r\n ")
    assert "".join(pieces) == text
    assert all(len(piece.encode()) <= 74 for piece in pieces[1:])
    assert len(pieces[0].encode()) <= 75


def test_a_calendar_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"plan\.ics: cannot be written"):
        write_calendar(_copy(), tmp_path / "gone" / "plan.ics")

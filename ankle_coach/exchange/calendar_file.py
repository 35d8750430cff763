"""The plan's coming weeks as an iCalendar file (RFC 5545): whole days, for sessions have no clock time."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from pathlib import Path

from ankle_coach.domain.plan_calendar import CalendarCopy, CalendarEvent
from ankle_coach.exchange.json_document import write_bytes

SUFFIX = ".ics"
_LONGEST_LINE = 75
"""Octets of a line without its end (RFC 5545 §3.1)."""
_END = "\r\n"


def write_calendar(copy: CalendarCopy, path: Path) -> None:
    """Write a calendar file.

    Raises:
        ContentError: It cannot be written; a file that was there is as it was.
    """
    write_bytes(encode_calendar(copy), path)


def encode_calendar(copy: CalendarCopy) -> bytes:
    """Return the text of a calendar file."""
    made = copy.made_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ankle Coach//Ankle Coach//EN", "CALSCALE:GREGORIAN"]
    for event in copy.events:
        lines += _event(event, made)
    lines.append("END:VCALENDAR")
    return "".join(fold_line(line) + _END for line in lines).encode()


def _event(event: CalendarEvent, made: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{escape(event.uid)}",
        f"DTSTAMP:{made}",
        f"LAST-MODIFIED:{made}",
        f"DTSTART;VALUE=DATE:{_day(event.day)}",
        f"DTEND;VALUE=DATE:{_day(event.day + timedelta(days=1))}",
        f"SUMMARY:{escape(event.title)}",
        f"DESCRIPTION:{escape(chr(10).join(event.lines))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _day(day: date) -> str:
    return day.strftime("%Y%m%d")


def escape(text: str) -> str:
    """Return a text as a value of iCalendar has it; control characters are left out (RFC 5545 §3.3.11)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(character for character in text if character == "\n" or character.isprintable())
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", "\\n")


def fold_line(line: str) -> str:
    """Return a line in indented pieces of at most 75 octets; no character is cut in two."""
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LONGEST_LINE:
            pieces.append(piece)
            piece, size = "", 1  # the blank at its beginning
        piece, size = piece + character, size + octets
    return f"{_END} ".join([*pieces, piece])

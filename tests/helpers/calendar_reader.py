"""A small strict reader of iCalendar, as RFC 5545 has it: what it does not know, it refuses."""

from __future__ import annotations

import re

_NAME = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[A-Z0-9-]+)*):(.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)")
_REQUIRED = ("UID", "DTSTAMP", "DTSTART")


def read_events(data: bytes) -> list[dict[str, str]]:
    """Return the events of a calendar, each as names with values; a parameter stays in the name.

    Raises:
        AssertionError: The file breaks a rule of the format.
    """
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    assert all(b"\r" not in line and b"\n" not in line for line in physical)
    assert all(len(line) <= 75 for line in physical)
    lines = [line.decode() for line in physical]  # a character that was cut in two is no UTF-8
    unfolded = "\r\n".join(lines).replace("\r\n ", "").split("\r\n")
    assert (unfolded[0], unfolded[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    head: dict[str, str] = {}
    events: list[dict[str, str]] = []
    inside: dict[str, str] | None = None
    for line in unfolded[1:-1]:
        match = _NAME.fullmatch(line)
        assert match, line
        name, value = match[1] + match[2], match[3]
        if line == "BEGIN:VEVENT":
            assert inside is None
            inside = {}
        elif line == "END:VEVENT":
            assert inside is not None
            events.append(inside)
            inside = None
        else:
            target = head if inside is None else inside
            assert name not in target, f"{name} comes twice"
            target[name] = _text(value)
    assert inside is None
    assert head["VERSION"] == "2.0"
    assert head["PRODID"]
    for event in events:
        assert all(any(key.split(";")[0] == name for key in event) for name in _REQUIRED)
    assert len({event["UID"] for event in events}) == len(events)
    return events


def _text(value: str) -> str:
    """Return a value with its escapes taken back."""
    bare = _ESCAPED.sub("", value)
    assert "\\" not in bare
    assert ";" not in bare
    assert "," not in bare
    assert set(_ESCAPED.findall(value)) <= set("\\;,nN")
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)

"""Several languages at once."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from ankle_coach import resources
from ankle_coach.domain.words import Words
from ankle_coach.i18n import available_languages, pseudo, translator


def write_catalog(folder: Path, language: str, messages: dict[str, str]) -> None:
    """Write a compiled gettext catalog for one language."""
    entries = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **messages}.items())
    table, data = b"", b""
    pairs = [(key.encode(), value.encode()) for key, value in entries]
    start = 28 + 16 * len(pairs)
    for column in (0, 1):
        for pair in pairs:
            table += struct.pack("<II", len(pair[column]), start + len(data))
            data += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    target = folder / "translations" / language / "LC_MESSAGES" / "ankle_coach.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(head + table + data)


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ship a German catalog."""
    write_catalog(tmp_path, "de", {"Rest": "Pause", "side\x04Left": "Links"})
    monkeypatch.setattr(resources, "_root", lambda: tmp_path)


def test_english_is_as_written() -> None:
    english: Words = translator()
    assert english.gettext("Rest") == "Rest"
    assert [english.ngettext("{n} day", "{n} days", n) for n in (0, 1, 2)] == [
        "{n} days",
        "{n} day",
        "{n} days",
    ]
    assert english.pgettext("side", "Left") == "Left"


@pytest.mark.usefixtures("german")
def test_two_languages_live_side_by_side() -> None:
    english, german = translator("en"), translator("de")
    assert (english.gettext("Rest"), german.gettext("Rest")) == ("Rest", "Pause")
    assert german.pgettext("side", "Left") == "Links"
    assert german.gettext("Not translated") == "Not translated"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("asked", "given"), [("de_AT", "de"), ("de-CH", "de"), ("fr", "en"), ("../de", "en")]
)
def test_a_language_falls_back(asked: str, given: str) -> None:
    assert translator(asked).language == given


@pytest.mark.usefixtures("german")
def test_shipped_languages_are_listed() -> None:
    assert available_languages() == ("en", "de")


def test_the_pseudo_language_shows_what_is_not_translated() -> None:
    words = translator("qps")
    long = words.gettext("Start the session")
    assert long != "Start the session"
    assert len(long) >= 1.3 * len("Start the session")
    assert words.ngettext("{n} day", "{n} days", 2).format(n=2).startswith("[2 d")
    assert words.pgettext("side", "Left") == pseudo("Left")


def test_the_pseudo_language_keeps_placeholders_and_marks() -> None:
    assert "{minutes}" in pseudo("{minutes} min left")
    assert '<a href="signs">' in pseudo('<a href="signs">All signs</a>')
    assert pseudo("") == ""


def test_what_the_pseudo_language_adds_can_be_broken_into_lines() -> None:
    """No language has a word of sixty letters; a page that cannot hold one is not at fault."""
    longest = max(pseudo("How the ankle is " * 20).split(), key=len)
    assert len(longest) <= 12

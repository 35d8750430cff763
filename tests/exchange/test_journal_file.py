"""Journal files: exact there and back, and one clear sentence for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.file_copies import JournalCopy
from ankle_coach.exchange.journal_file import (
    MAX_BYTES,
    decode_journal,
    encode_journal,
    read_journal,
    write_journal,
)
from tests.helpers.story import Story


@pytest.fixture(scope="module")
def copy() -> JournalCopy:
    """A journal of nine days with sessions, check-ins, a measurement and answers before sessions."""
    story = Story()
    story.coach.with_plan("p3")
    story.live(8)
    story.measure("confidence", 7)
    return JournalCopy(contents=story.services.transfer.contents(), exported=story.services.reader.moment())


def _broken(copy: JournalCopy, **changes: Any) -> bytes:
    document = json.loads(encode_journal(copy)) | changes
    return json.dumps(document).encode()


def test_a_journal_comes_back_exactly(copy: JournalCopy, tmp_path: Path) -> None:
    path = tmp_path / "robin.anklejournal"
    write_journal(copy, path)

    assert read_journal(path) == copy
    assert copy.contents.sessions
    assert {type(kept.entry).__name__ for kept in copy.contents.entries} >= {"Measurement", "BeforeSession"}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"format": "ankle-coach-plan"}, "format: must be 'ankle-coach-journal'"),
        ({"version": 2}, "version: is 2; this program reads up to 1: please update it"),
        ({"version": 0}, "version: must be 1 or more"),
        ({"person": {"id": 3}}, "person.id"),
        ({"entries": [{"kind": "dream", "id": "a", "moment": None, "entry": {}}]}, "entries"),
        ({"extra": 1}, "extra"),
    ],
)
def test_what_is_wrong_is_said_with_its_key(
    copy: JournalCopy, changes: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ContentError) as problem:
        decode_journal(_broken(copy, **changes), "robin.anklejournal")
    assert "robin.anklejournal: " in str(problem.value)
    assert sentence in str(problem.value)


def test_an_entry_of_an_unknown_kind_or_out_of_range_names_its_place(copy: JournalCopy) -> None:
    entries = json.loads(encode_journal(copy))["entries"]
    unknown = [{**entries[0], "kind": "dream"}]
    with pytest.raises(ContentError, match=r"entries\[0\].kind: 'dream' is not known"):
        decode_journal(_broken(copy, entries=unknown), "j")
    measurement = next(entry for entry in entries if entry["kind"] == "measurement")
    wrong = [{**measurement, "entry": {**measurement["entry"], "whole": "much"}}]
    with pytest.raises(ContentError, match=r"entries\[0\].entry.whole"):
        decode_journal(_broken(copy, entries=wrong), "j")


def test_records_that_come_twice_are_refused(copy: JournalCopy) -> None:
    sessions = json.loads(encode_journal(copy))["sessions"]
    with pytest.raises(ContentError, match=r"sessions\[1\].id: .* comes twice"):
        decode_journal(_broken(copy, sessions=[sessions[0], sessions[0]]), "j")
    plans = json.loads(encode_journal(copy))["plans"]
    with pytest.raises(ContentError, match="plans: must have rising versions"):
        decode_journal(_broken(copy, plans=[plans[0], plans[0]]), "j")


def test_a_file_too_large_or_too_deep_is_refused_before_it_is_read() -> None:
    with pytest.raises(ContentError, match="larger than 64 MB"):
        decode_journal(b" " * (MAX_BYTES + 1), "j")
    with pytest.raises(ContentError, match="nested 100 levels deep"):
        decode_journal(b"[" * 100, "j")


def test_brackets_in_somebodys_words_are_no_nesting(copy: JournalCopy) -> None:
    person = {"id": "p", "name": 'said "ouch' + "[" * 100, "role": "runner", "affected": None}
    assert decode_journal(_broken(copy, person=person), "j").contents.person.name.endswith("[[")


def test_what_is_no_json_is_no_journal() -> None:
    with pytest.raises(ContentError, match="this is not a journal file"):
        decode_journal(b"\xff\xfe", "j")

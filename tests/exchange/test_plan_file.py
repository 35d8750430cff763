"""Plan files: exact round trips, and one clear sentence for everything else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.plan import Plan
from ankle_coach.exchange.plan_file import MAX_BYTES, decode_plan, encode_plan, read_plan, write_plan
from tests.helpers.coach import FakeCoach


def _plan(phase: str = "p3") -> Plan:
    plan = FakeCoach().with_plan(phase).services.plans.current()
    assert plan is not None
    return plan


PLAN = _plan()


def _changed(**fields: Any) -> bytes:
    document = json.loads(encode_plan(PLAN))
    document.update(fields)
    return json.dumps(document).encode()


@pytest.mark.parametrize("phase", ["p2", "p3"])
def test_a_plan_survives_its_file_exactly(phase: str, tmp_path: Path) -> None:
    plan, path = _plan(phase), tmp_path / "my.ankleplan"
    write_plan(plan, path)
    assert read_plan(path) == plan


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"", "not a plan file", id="empty"),
        pytest.param(b"\xff\xfe", "not a plan file", id="not-utf-8"),
        pytest.param(b'{"format": 3}', "not a plan file", id="wrong-type"),
        pytest.param(b'{"format": "other", "version": 1}', "format: must be", id="other-format"),
        pytest.param(_changed(version=2), "version: is 2; this program reads up to 1", id="newer"),
        pytest.param(_changed(version=0), "version: must be 1 or more", id="older-than-any"),
        pytest.param(_changed(extra=1), "unknown field `extra`", id="unknown-key"),
        pytest.param(b"[" * 5000, "nested 5000 levels deep", id="deep"),
        pytest.param(b" " * (MAX_BYTES + 1), "larger than 8 MB", id="large"),
    ],
)
def test_what_cannot_be_used_gets_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ContentError) as caught:
        decode_plan(data, "my.ankleplan")
    assert str(caught.value).startswith("my.ankleplan: ")
    assert sentence.lower() in str(caught.value).lower()


def test_an_impossible_dose_names_its_key() -> None:
    document = json.loads(encode_plan(PLAN))
    document["plan"]["prescriptions"][0]["dose"]["blocks"][0]["sets"] = 0
    with pytest.raises(ContentError) as caught:
        decode_plan(json.dumps(document).encode(), "my.ankleplan")
    assert caught.value.key == "plan.prescriptions[0].dose.blocks[0]"
    assert caught.value.problem == "sets must be between 1 and 1000, not 0"


def test_brackets_inside_words_are_not_depth() -> None:
    document = json.loads(encode_plan(PLAN))
    document["plan"]["prescriptions"][0]["note"] = '[{"\\' * 500
    assert decode_plan(json.dumps(document).encode(), "x").prescriptions[0].note.count("[") == 500


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"gone\.ankleplan: cannot be read"):
        read_plan(tmp_path / "gone.ankleplan")


@given(st.data())
def test_a_mutated_file_is_a_clean_error_or_a_plan(data: st.DataObject) -> None:
    text = bytearray(encode_plan(PLAN))
    for _ in range(data.draw(st.integers(1, 8))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    outcome = _outcome(bytes(text))
    assert isinstance(outcome, Plan) or "\n" not in outcome


def _outcome(data: bytes) -> Plan | str:
    try:
        return decode_plan(data, "x")
    except ContentError as error:
        return str(error)

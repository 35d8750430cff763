"""Plan files: exact round trips, and one clear sentence for everything else."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.file_copies import PlanCopy
from ankle_coach.domain.plan import Plan
from ankle_coach.exchange.plan_file import (
    MAX_BYTES,
    MAX_VALUES,
    decode_plan,
    encode_plan,
    read_plan,
    write_plan,
)
from tests.helpers.coach import FakeCoach
from tests.helpers.own import OWN_ID, PICTURE, own_exercise


def _plan(phase: str = "p3") -> Plan:
    plan = FakeCoach().with_plan(phase).services.plans.current()
    assert plan is not None
    return plan


def _with_own(plan: Plan) -> Plan:
    """The plan with an own exercise in place of its first one."""
    first = msgspec.structs.replace(plan.prescriptions[0], exercise=OWN_ID, level="own")
    return msgspec.structs.replace(plan, prescriptions=(first, *plan.prescriptions[1:]))


PLAN = PlanCopy(plan=_plan())


def _changed(**fields: Any) -> bytes:
    document = json.loads(encode_plan(PLAN))
    document.update(fields)
    return json.dumps(document).encode()


@pytest.mark.parametrize("phase", ["p2", "p3"])
def test_a_plan_survives_its_file_exactly(phase: str, tmp_path: Path) -> None:
    copy, path = PlanCopy(plan=_plan(phase)), tmp_path / "my.ankleplan"
    write_plan(copy, path)
    assert read_plan(path) == copy


def test_own_exercises_travel_with_their_pictures_and_the_name_as_typed(tmp_path: Path) -> None:
    name = 'Zoë "Zed" <O\'Hara> \u05d3\u05d5\u05d3 \U0001f9b6'
    copy = PlanCopy(
        plan=_with_own(_plan()),
        exercises=(own_exercise(picture=PICTURE),),
        person=name,
        made_on=date(2026, 3, 2),
    )
    path = tmp_path / "my.ankleplan"
    write_plan(copy, path)
    assert read_plan(path) == copy


def test_a_plan_without_the_own_exercise_that_it_uses_is_refused() -> None:
    document = json.loads(encode_plan(PLAN))
    document["plan"]["prescriptions"][0]["exercise"] = OWN_ID
    with pytest.raises(ContentError, match=r"prescriptions\[0\].exercise 'own-0001' is not in exercises"):
        decode_plan(json.dumps(document).encode(), "my.ankleplan")


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "my.ankleplan"
    write_plan(PLAN, path)
    (tmp_path / "my.ankleplan.part").mkdir()  # the new one cannot be begun

    with pytest.raises(ContentError, match=r"my\.ankleplan: cannot be written"):
        write_plan(PlanCopy(plan=_plan("p2")), path)

    assert read_plan(path) == PLAN


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
        pytest.param(b"[" + b"0," * (MAX_VALUES + 1), "values; 60000 is the limit", id="many"),
        pytest.param(_changed(person="x" * 500), "person must have at most 120 characters", id="long-name"),
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


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ({"type": "hold", "sets": 1000, "holds": 1000, "seconds": 1}, "at most 5000 pieces, not 1000000"),
        ({"type": "tracing", "passes": 1000, "seconds_per_letter": 1}, "at most 5000 pieces, not 26000"),
    ],
    ids=["holds", "letters"],
)
def test_a_dose_that_would_never_end_is_refused(block: dict[str, Any], said: str) -> None:
    document = json.loads(encode_plan(PLAN))
    document["plan"]["prescriptions"][0]["dose"] = {"blocks": [block]}
    with pytest.raises(ContentError, match=said):
        decode_plan(json.dumps(document).encode(), "my.ankleplan")


def test_more_prescriptions_than_anybody_does_are_refused() -> None:
    document = json.loads(encode_plan(PLAN))
    one = document["plan"]["prescriptions"][0]
    document["plan"]["prescriptions"] = [one | {"id": str(number)} for number in range(121)]
    with pytest.raises(ContentError, match="prescriptions must have at most 120 entries, not 121"):
        decode_plan(json.dumps(document).encode(), "my.ankleplan")


def test_brackets_inside_words_are_not_depth() -> None:
    document = json.loads(encode_plan(PLAN))
    document["plan"]["prescriptions"][0]["note"] = '[{"\\' * 500
    assert decode_plan(json.dumps(document).encode(), "x").plan.prescriptions[0].note.count("[") == 500


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"gone\.ankleplan: cannot be read"):
        read_plan(tmp_path / "gone.ankleplan")


@given(st.data())
def test_a_mutated_file_is_a_clean_error_or_a_plan(data: st.DataObject) -> None:
    text = bytearray(encode_plan(PLAN))
    for _ in range(data.draw(st.integers(1, 8))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    outcome = _outcome(bytes(text))
    assert isinstance(outcome, PlanCopy) or "\n" not in outcome


def _outcome(data: bytes) -> PlanCopy | str:
    try:
        return decode_plan(data, "x")
    except ContentError as error:
        return str(error)

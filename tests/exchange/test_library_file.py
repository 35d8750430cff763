"""Library files: own exercises and templates, exact there and back, and one sentence for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.file_copies import LibraryCopy
from ankle_coach.domain.plan_template import PlanTemplate
from ankle_coach.exchange.library_file import decode_library, encode_library, read_library, write_library
from tests.helpers import builders as make
from tests.helpers.own import OWN_ID, PICTURE, own_exercise

_PLAN = make.plan()
TEMPLATE = PlanTemplate(
    id="t-1",
    name="Ten minutes",
    sessions=_PLAN.sessions,
    prescriptions=(
        msgspec.structs.replace(_PLAN.prescriptions[0], exercise=OWN_ID, level="own"),
        *_PLAN.prescriptions[1:],
    ),
    note="For <busy> people",
)
COPY = LibraryCopy(exercises=(own_exercise(picture=PICTURE),), templates=(TEMPLATE,))


def _changed(**fields: Any) -> bytes:
    return json.dumps(json.loads(encode_library(COPY)) | fields).encode()


def test_own_exercises_and_templates_come_back_exactly(tmp_path: Path) -> None:
    path = tmp_path / "mine.anklelibrary"
    write_library(COPY, path)

    assert read_library(path) == COPY


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"format": "ankle-coach-plan"}, "format: must be 'ankle-coach-library'"),
        ({"version": 2}, "version: is 2; this program reads up to 1: please update it"),
        ({"exercises": []}, "templates[0].prescriptions[0].exercise 'own-0001' is not in exercises"),
        ({"extra": 1}, "unknown field `extra`"),
    ],
    ids=["another format", "newer", "lost exercise", "unknown key"],
)
def test_what_is_wrong_is_said_with_its_key(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ContentError) as problem:
        decode_library(_changed(**changes), "mine.anklelibrary")

    assert str(problem.value).startswith("mine.anklelibrary: ")
    assert sentence in str(problem.value)


def test_an_exercise_that_claims_to_be_shipped_or_to_have_a_source_is_refused() -> None:
    document = json.loads(encode_library(COPY))
    claims = (("id", "str-calf-bi", "must begin with 'own-'"), ("references", ["S01"], "nobody's research"))
    for key, value, said in claims:
        own = json.loads(json.dumps(document["exercises"]))
        own[0]["exercise"][key] = value
        with pytest.raises(ContentError, match=said):
            decode_library(_changed(exercises=own), "mine.anklelibrary")


def test_a_picture_that_is_none_is_refused() -> None:
    own = json.loads(encode_library(COPY))["exercises"]
    own[0]["picture"]["data"] = "PHN2Zy8+"  # <svg/>
    with pytest.raises(ContentError, match="not a image/png file"):
        decode_library(_changed(exercises=own), "mine.anklelibrary")

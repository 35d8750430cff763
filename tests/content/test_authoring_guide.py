"""The examples of the author's guide are content that works."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from ankle_coach.content.catalog import ReferenceFile, open_library
from ankle_coach.domain.dose import Block, Dose
from ankle_coach.domain.exercise import Exercise, Level
from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.library_check import exercise_problems

GUIDE = (Path(__file__).parents[2] / "docs" / "authoring.md").read_text(encoding="utf-8")
EXAMPLES: list[dict[str, Any]] = [
    tomllib.loads(text) for text in re.findall(r"^```toml\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
]
DOSES = [example["dose"] for example in EXAMPLES if "dose" in example]


@pytest.mark.parametrize("dose", DOSES, ids=[dose["blocks"][0]["type"] for dose in DOSES])
def test_each_example_of_a_dose_is_one(dose: dict[str, Any]) -> None:
    assert msgspec.convert(dose, Dose).blocks


def test_every_kind_of_block_and_frequency_has_an_example() -> None:
    shown = {type(block) for dose in DOSES for block in msgspec.convert(dose, Dose).blocks}
    assert shown == set(get_args(Block))
    (frequencies,) = (e["frequency"] for e in EXAMPLES if "frequency" in e and "id" not in e)
    kinds = {type(frequency) for frequency in msgspec.convert(frequencies, tuple[Frequency, ...])}
    assert kinds == set(get_args(Frequency))


def test_the_whole_example_is_an_exercise_without_problems() -> None:
    (table,) = (example for example in EXAMPLES if "levels" in example)
    exercise = msgspec.convert(table, Exercise)
    assert exercise_problems(open_library(), exercise) == []


def test_the_example_of_a_reference_is_one() -> None:
    (table,) = (example for example in EXAMPLES if "reference" in example)
    assert msgspec.convert(table, ReferenceFile).reference[0].id not in open_library().references


@pytest.mark.parametrize("field", [*Exercise.__struct_fields__, *Level.__struct_fields__])
def test_the_guide_names_every_field(field: str) -> None:
    assert field == "levels" or f"`{field}`" in GUIDE

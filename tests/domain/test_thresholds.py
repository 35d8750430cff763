"""Every number of the rules has a source, a sane range and a row; a plan may change it and shows it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest
from msgspec.structs import asdict, replace

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.dose_steps import REGROW
from ankle_coach.domain.ladder_conditions import CONDITIONS
from ankle_coach.domain.outcome import ROW_REFERENCES
from ankle_coach.domain.thresholds import SOURCE, SPECS, Difference, Thresholds, differences

LIBRARY = open_library()
CLINICAL: dict[str, int] = {
    "no_load_pain": 6,
    "no_load_rise": 3,
    "stop_pain": 8,
    "regress_rise": 2,
    "morning_most": 5,
    "stiffness_regress_rise": 30,
    "stiffness_hold_rise": 10,
    "credit_pain": 2,
    "credit_effort": 7,
    "done_percent": 60,
    "credits_strength": 3,
    "days_strength": 7,
    "days_plyometric": 7,
    "most_advances": 2,
    "lowest_cut_percent": 30,
    "deload_days": 7,
    "adherence_advance": 80,
    "gap_same": 3,
    "gap_repeat": 7,
    "gap_level": 14,
    "gap_phase": 28,
    "gap_level_percent": 25,
    "gap_phase_percent": 50,
}


def test_the_source_is_the_table_of_clinical_md() -> None:
    assert {name: getattr(SOURCE, name) for name in CLINICAL} == CLINICAL


@pytest.mark.parametrize("name", list(asdict(SOURCE)))
def test_every_threshold_resolves_to_a_reference_or_the_app_rule(name: str) -> None:
    spec = SPECS[name]
    assert spec.references
    assert set(spec.references) <= set(LIBRARY.references)
    assert spec.row
    assert spec.low <= getattr(SOURCE, name) <= spec.high


def test_no_spec_without_a_threshold() -> None:
    assert set(SPECS) == set(asdict(SOURCE))


@pytest.mark.parametrize("references", ROW_REFERENCES.values(), ids=" ".join)
def test_every_row_resolves_to_references(references: Collection[str]) -> None:
    assert set(references) <= set(LIBRARY.references)


@pytest.mark.parametrize("name", list(SPECS))
def test_a_number_out_of_its_range_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        replace(SOURCE, **{name: SPECS[name].high + 1})
    with pytest.raises(ValueError, match=name):
        replace(SOURCE, **{name: SPECS[name].low - 1})


def test_gaps_must_rise() -> None:
    with pytest.raises(ValueError, match="must rise"):
        Thresholds(gap_same=5, gap_repeat=5)


def test_a_plan_lists_what_differs_from_the_source() -> None:
    assert differences(SOURCE) == ()
    assert differences(Thresholds(credit_pain=1, deload_days=10)) == (
        Difference("credit_pain", 1, 2, ("M01", "DD")),
        Difference("deload_days", 10, 7, ("DD",)),
    )


def test_one_step_of_a_dose_is_that_of_the_table() -> None:
    """3.4 one change: repetitions 2, holds 5 s, durations 10 s."""
    assert REGROW == (2, 5, 10)


def test_every_condition_of_a_ladder_is_known_or_has_to_be_confirmed() -> None:
    """3.9: a condition written into a ladder is needed besides the level rules."""
    asked = {
        (exercise.id, level.id)
        for exercise in LIBRARY.in_catalog_order()
        for level in exercise.levels
        if level.condition and level.id != exercise.levels[0].id
    }
    assert set(CONDITIONS) <= asked
    to_confirm = {exercise for exercise, _ in asked - set(CONDITIONS)}
    assert to_confirm == {"mas-ball-foot", "xtr-airbike", "xtr-ropes"}


def test_no_module_of_the_rules_reads_a_clock() -> None:
    rules = Path(__file__).parents[2] / "ankle_coach" / "domain"
    for name in ("fold", "facts_of_records", "progression", "day_work", "offers", "plan_rules"):
        text = (rules / f"{name}.py").read_text(encoding="utf-8")
        assert ".now(" not in text
        assert ".today()" not in text

"""Criteria of a phase: met, unmet by how much, not measured, not applicable (clinical.md §3.6, §3.9)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ankle_coach.domain.criteria import (
    Criterion,
    CriterionResult,
    Reading,
    Status,
    all_hold,
    evaluate_one,
    symmetry,
)
from ankle_coach.domain.measures import (
    Measure,
    MeasureCatalog,
    MeasureKind,
    Measurement,
    Questionnaire,
    Subscale,
    Unit,
    check_value,
)
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY, moment
from tests.helpers.rules import row


def criterion(**fields: Any) -> Criterion:
    return Criterion(**{"id": "test", "text": "Test", "references": ("DD",), **fields})


def entry(days_ago: int = 0, **fields: Any) -> Measurement:
    on = moment(MONDAY - timedelta(days=days_ago))
    return Measurement(**{"id": f"entry-{days_ago}", "measure": "test", "entered": on, **fields})


def judge(
    asked: Criterion, *entries: Measurement, affected: Side | None = Side.LEFT
) -> tuple[Status, float | None, float]:
    result = evaluate_one(asked, entries, affected, MONDAY)
    return result.status, result.value, result.short_by


LSI = {"reading": Reading.SYMMETRY, "at_least": 80, "higher_is_better": True}
WALL = {"reading": Reading.DIFFERENCE, "at_most": 2, "higher_is_better": True}


@pytest.mark.parametrize(
    ("fields", "sides", "status", "value", "short_by"),
    [
        ({"at_most": 2}, {"whole": 2}, "met", 2, 0),
        ({"at_most": 2}, {"whole": 3}, "unmet", 3, 1),
        ({"at_most": 0}, {"whole": 0}, "met", 0, 0),
        ({"at_least": 15}, {"left": 15, "right": 30}, "met", 15, 0),
        ({"at_least": 15}, {"left": 12, "right": 30}, "unmet", 12, 3),
        ({"below": 10}, {"whole": 9.5}, "met", 9.5, 0),
        ({"below": 10}, {"whole": 10}, "unmet", 10, 0),
        (LSI, {"left": 16, "right": 20}, "met", 80, 0),
        (LSI, {"left": 15, "right": 20}, "unmet", 75, 5),
        (LSI, {"left": 15, "right": 0}, "not-measured", None, 0),
        (LSI, {"left": 15}, "not-measured", None, 0),
        (WALL, {"left": 8, "right": 10}, "met", 2, 0),
        (WALL, {"left": 7.5, "right": 10}, "unmet", 2.5, 0.5),
        (WALL, {"left": 12, "right": 10}, "met", 0, 0),
        ({"at_most": 2}, {"right": 0}, "not-measured", None, 0),
    ],
)
def test_a_criterion_says_how_it_stands_and_by_how_much(
    fields: dict[str, Any], sides: dict[str, Any], status: str, value: float | None, short_by: float
) -> None:
    assert judge(criterion(**fields), entry(**sides)) == (Status(status), value, short_by)


@row("3.9-lsi")
@pytest.mark.parametrize("affected", [Side.BOTH, None], ids=["3.9-both-sore", "3.9-none-sore"])
def test_symmetry_does_not_apply_without_one_sore_side_and_the_worse_number_decides(
    affected: Side | None, row_id: str
) -> None:
    assert judge(criterion(**LSI), entry(left=15, right=20), affected=affected)[0] is Status.NOT_APPLICABLE
    raises = criterion(at_least=15, higher_is_better=True)
    assert judge(raises, entry(left=14, right=20), affected=affected) == (Status.UNMET, 14, 1)
    pain = criterion(at_most=2)
    assert judge(pain, entry(left=3, right=0), affected=affected) == (Status.UNMET, 3, 1)


def test_nothing_measured_is_neither_met_nor_unmet() -> None:
    assert judge(criterion(at_most=2)) == (Status.NOT_MEASURED, None, 0)
    assert judge(criterion(at_most=2), entry(measure="other", whole=0))[0] is Status.NOT_MEASURED


@pytest.mark.parametrize(("days_ago", "status"), [(13, "met"), (14, "not-measured"), (-1, "not-measured")])
def test_a_single_test_counts_for_two_weeks_and_never_from_the_future(days_ago: int, status: str) -> None:
    assert judge(criterion(at_most=2), entry(days_ago, whole=1))[0] is Status(status)


def test_the_latest_entry_decides_where_there_is_no_window() -> None:
    assert judge(criterion(at_most=2), entry(3, whole=5), entry(1, whole=1)) == (Status.MET, 1, 0)


def test_in_a_window_every_entry_must_pass_and_the_worst_one_is_told() -> None:
    week = criterion(at_most=2, days=7, entries=4)
    quiet = [entry(n, whole=1) for n in (1, 2, 3)]
    assert judge(week, *quiet)[0] is Status.NOT_MEASURED
    assert judge(week, *quiet, entry(0, whole=2)) == (Status.MET, 2, 0)
    assert judge(week, *quiet, entry(6, whole=5)) == (Status.UNMET, 5, 3)
    assert judge(week, *quiet, entry(7, whole=5))[0] is Status.NOT_MEASURED


def test_so_many_times_in_a_row_looks_at_the_last_ones() -> None:
    runs = criterion(at_most=2, entries=3)
    assert judge(runs, entry(9, whole=1), entry(5, whole=2))[0] is Status.NOT_MEASURED
    assert judge(runs, entry(20, whole=6), entry(9, whole=1), entry(5, whole=2), entry(1, whole=0)) == (
        Status.MET,
        2,
        0,
    )
    assert judge(runs, entry(9, whole=1), entry(5, whole=4), entry(1, whole=0)) == (Status.UNMET, 4, 2)


@pytest.mark.parametrize(
    ("values", "status", "rise"),
    [
        ([3, 3, 3, 3], "met", 0),
        ([3, 3, 3, 4], "met", 0.5),
        ([3, 3, 4, 4], "unmet", 1),
        ([3, 3, 9, 4, 4], "unmet", 1),
        ([5, 4, 3, 2], "met", -2),
        ([3, 3, 3], "not-measured", None),
    ],
)
def test_stable_is_the_later_half_of_a_week_against_the_earlier(
    values: list[float], status: str, rise: float | None
) -> None:
    stable = criterion(reading=Reading.RISE, below=1, days=7, entries=4)
    entries = [entry(len(values) - 1 - n, whole=value) for n, value in enumerate(values)]
    found, value, _ = judge(stable, *entries)
    assert (found, value) == (Status(status), rise)


@pytest.mark.parametrize(("values", "status"), [([1, 1], "met"), ([2, 1, 1], "met"), ([1, 1, 2], "unmet")])
def test_swelling_that_does_not_rise_over_two_days(values: list[float], status: str) -> None:
    calm = criterion(reading=Reading.RISE, at_most=0, days=3, entries=2)
    entries = [entry(len(values) - 1 - n, left=value) for n, value in enumerate(values)]
    assert judge(calm, *entries)[0] is Status(status)


def results(**statuses: str) -> list[CriterionResult]:
    """Results by id; those whose id begins with ``or_`` are alternatives."""
    return [
        CriterionResult(
            criterion=criterion(id=name, at_most=0, either="or" if name.startswith("or_") else ""),
            status=Status(status),
        )
        for name, status in statuses.items()
    ]


@pytest.mark.parametrize(
    ("statuses", "holds"),
    [
        ({"a": "met", "b": "met"}, True),
        ({"a": "met", "b": "unmet"}, False),
        ({"a": "met", "b": "not-measured"}, False),
        ({"a": "met", "b": "not-applicable"}, True),
        ({"a": "met", "or_b": "unmet", "or_c": "met"}, True),
        ({"a": "met", "or_b": "unmet", "or_c": "not-measured"}, False),
        ({}, True),
    ],
)
def test_a_phase_may_end_when_all_hold_or_one_of_each_group_of_alternatives(
    statuses: dict[str, str], holds: bool
) -> None:
    assert all_hold(results(**statuses)) is holds


def test_symmetry_is_the_sore_side_in_percent_of_the_other() -> None:
    assert symmetry(18, 24) == 75
    assert symmetry(18, 0) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"reading": Reading.RISE, "below": 1},
        {"reading": Reading.RISE, "below": 1, "days": 7},
        {"reading": Reading.RISE, "below": 1, "entries": 4},
    ],
)
def test_a_rise_needs_a_window(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="days and entries"):
        criterion(**fields)


def measure(**fields: Any) -> Measure:
    known = {
        "id": "stand",
        "name": "Stand",
        "how": "Stand.",
        "kind": MeasureKind.SELF_TEST,
        "unit": Unit.SECONDS,
        "references": ("S32",),
        "most": 60,
    }
    return Measure(**{**known, **fields})


def test_a_value_out_of_range_is_refused_and_zero_is_a_value() -> None:
    check_value(measure(), 0)
    with pytest.raises(ValueError, match="stand must be between 0 and 60, not 61"):
        check_value(measure(), 61)


@pytest.mark.parametrize("fields", [{"most": 0}, {"change": 2}])
def test_a_measure_needs_a_range_and_a_source_for_its_change(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must"):
        measure(**fields)


def test_two_measures_or_questionnaires_cannot_share_an_id() -> None:
    form = Questionnaire(
        id="form", name="Form", abbreviation="F", scores=(Subscale(id="t", name="T"),), references=("S58",)
    )
    catalog = MeasureCatalog(measure=(measure(),), questionnaire=(form,))
    assert catalog.of("stand").unit is Unit.SECONDS
    with pytest.raises(KeyError):
        catalog.of("hop")
    with pytest.raises(ValueError, match="same id"):
        MeasureCatalog(measure=(measure(), measure()))
    with pytest.raises(ValueError, match="same id"):
        MeasureCatalog(measure=(measure(),), questionnaire=(form, form))

"""Left against right: each result with its symmetry, and what the phase asks of the sore side."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ankle_coach.domain.criteria import Criterion, Reading
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.series_sides import SidesSeries, sides_series
from ankle_coach.domain.sides import Side
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY
from tests.helpers.coach import RULES

RAISES = RULES.measures.of("single-leg-raise-count")
NUMBER = Criterion(id="n", text="15", references=("DD",), measure=RAISES.id, at_least=15)
PERCENT = Criterion(
    id="p", text="90 %", references=("DD",), measure=RAISES.id, reading=Reading.SYMMETRY, at_least=90
)
LACK = Criterion(
    id="d", text="2 less", references=("DD",), measure=RAISES.id, reading=Reading.DIFFERENCE, at_most=2
)
ELSEWHERE = Criterion(id="x", text="x", references=("DD",), measure="knee-to-wall-cm", at_least=99)


def _result(
    offset: int, left: float | None, right: float | None, symmetry: float | None = None
) -> Measurement:
    entered = make.moment(MONDAY + timedelta(days=offset))
    return Measurement(
        id=f"m{offset}", measure=RAISES.id, entered=entered, left=left, right=right, symmetry=symmetry
    )


def _series(
    *results: Measurement, sore: Side | None = Side.RIGHT, asked: tuple[Criterion, ...] = ()
) -> SidesSeries:
    (series,) = sides_series([RAISES], results, sore, asked)
    return series


def test_a_result_has_both_sides_and_the_sore_one_in_percent_of_the_other() -> None:
    series = _series(_result(0, 20, 15))

    assert series.latest is not None
    assert (series.latest.left, series.latest.right, series.latest.percent) == (20, 15, 75)
    assert series.latest.side(Side.LEFT) == 20


def test_zero_is_a_number_and_not_measured_is_none() -> None:
    series = _series(_result(0, 20, 0), _result(1, 20, None))

    assert [(r.right, r.percent) for r in series.results] == [(0, 0), (None, None)]


@pytest.mark.parametrize("sore", [None, Side.BOTH], ids=["none", "both"])
def test_the_symmetry_does_not_apply_without_a_single_sore_side(sore: Side | None) -> None:
    series = _series(_result(0, 20, 15), sore=sore)

    assert series.sore is None
    assert series.results[0].percent is None


def test_the_side_that_was_sore_then_holds() -> None:
    assert _series(_result(0, 20, 15, symmetry=133.3), sore=Side.RIGHT).results[0].percent == 133.3


def test_of_two_results_on_a_day_the_last_one_is_drawn() -> None:
    assert [r.left for r in _series(_result(3, 10, 10), _result(3, 12, 12)).results] == [12]


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        ((), None),
        ((NUMBER,), 15),
        ((PERCENT,), 18),
        ((LACK,), 18),
        ((NUMBER, PERCENT), 18),
        ((ELSEWHERE,), None),
    ],
    ids=["nothing", "number", "percent", "difference", "the-harder-one", "another-test"],
)
def test_the_phase_asks_for_a_number_or_for_a_part_of_the_other_side(
    asked: tuple[Criterion, ...], target: float | None
) -> None:
    series = _series(_result(0, 20, 15), asked=asked)

    assert series.target(series.results[0]) == target


def test_without_the_other_side_only_the_number_is_asked() -> None:
    series = _series(_result(0, None, 15), asked=(NUMBER, PERCENT))

    assert series.target(series.results[0]) == 15
    assert (series.line, series.percent_line, series.difference_line) == (15, 90, None)


def test_a_measure_without_results_is_there_and_empty() -> None:
    assert _series().latest is None

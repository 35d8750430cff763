"""Running by week: amounts, the longest run, what the guards say, and pain."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.running import Guard, RunRecord
from ankle_coach.domain.series_running import (
    RunStretch,
    has_distances,
    run_months,
    run_weeks,
)
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY


def _day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def _run(offset: int, kilometers: float | None = 5.0, **fields: Any) -> RunRecord:
    given = {
        "id": f"run-{offset}",
        "started": make.moment(_day(offset)),
        "seconds": 360.0 * (kilometers or 5.0),
        "meters": None if kilometers is None else 1000.0 * kilometers,
        "pain_during": 1,
        "pain_after": 0,
    }
    return RunRecord(**{**given, **fields})


def _weeks(*runs: RunRecord) -> tuple[RunStretch, ...]:
    return run_weeks(runs, {_day(1): 3}, _day(60))


def test_a_week_adds_up_its_runs_and_knows_the_longest() -> None:
    (week,) = _weeks(_run(0, 5), _run(2, 6), _run(4, 4))

    assert (week.first, week.last) == (MONDAY, _day(6))
    assert week.amount(by_distance=True) == 15_000
    assert week.longest(by_distance=True) == 6000
    assert week.amount(by_distance=False) == pytest.approx(90)


def test_a_week_without_a_run_is_not_there() -> None:
    assert [week.first for week in _weeks(_run(0), _run(15))] == [MONDAY, _day(14)]


def test_a_run_without_a_distance_counts_in_minutes_and_is_told() -> None:
    (week,) = _weeks(_run(0, 5), _run(2, None))

    assert week.unmeasured == 1
    assert week.amount(by_distance=True) == 5000
    assert week.amount(by_distance=False) == pytest.approx(60)
    assert has_distances([week])
    assert not has_distances(_weeks(_run(0, None)))


@pytest.mark.parametrize(
    ("kilometers", "guard", "percent"),
    [(6.6, Guard.NONE, None), (7.0, Guard.WARN, 17), (9.0, Guard.STRONG, 50), (13.0, Guard.CONFIRM, 117)],
    ids=["ten", "warn", "strong", "confirm"],
)
def test_a_spike_over_the_longest_run_of_30_days_is_flagged(
    kilometers: float, guard: Guard, percent: int | None
) -> None:
    weeks = _weeks(_run(0, 6), _run(9, kilometers))

    assert weeks[1].guard is guard
    assert weeks[1].runs[0].percent_longer == percent


def test_a_long_run_of_more_than_30_days_ago_does_not_count() -> None:
    weeks = _weeks(_run(0, 20), _run(20, 5), _run(40, 9))

    assert weeks[-1].guard is Guard.STRONG


def test_a_week_far_over_the_last_is_flagged() -> None:
    weeks = _weeks(_run(0, 5), _run(7, 5), _run(9, 5))

    assert (weeks[1].week_guard, weeks[1].week_percent) == (Guard.CAUTION, 100)
    assert weeks[0].week_guard is Guard.NONE


def test_pain_is_the_worst_of_a_run_and_its_morning_stands_beside_it() -> None:
    (week,) = _weeks(
        _run(0, pain_during=2, pain_after=4),
        _run(2, pain_during=NoAnswer.MISSING, pain_after=NoAnswer.NOT_ASKED),
    )

    assert [run.pain for run in week.runs] == [4, NoAnswer.MISSING]
    assert [run.morning for run in week.runs] == [3, NoAnswer.MISSING]
    assert week.pain == 4


def test_months_gather_the_runs_of_their_own_days() -> None:
    weeks = _weeks(_run(0), _run(29), _run(30))

    months = run_months(weeks)

    assert [(m.first, m.last, len(m.runs)) for m in months] == [
        (date(2026, 3, 1), date(2026, 3, 31), 2),
        (date(2026, 4, 1), date(2026, 4, 30), 1),
    ]

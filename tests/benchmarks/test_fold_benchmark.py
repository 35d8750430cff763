"""The rules' speed: training days folded a second, and a journal of years. Run with `make bench`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.facts_of_records import History, Until
from ankle_coach.domain.fold import fold_days
from ankle_coach.domain.program_rules import context_for
from ankle_coach.domain.progression import fold
from ankle_coach.services.sample_data import sample_records
from tests.helpers.simulated_runner import Life, Lived, Nature

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from ankle_coach.domain.day_facts import DayFacts
    from ankle_coach.domain.journal import Moment

LIBRARY = open_library()
EXERCISES = {exercise.id: exercise for exercise in LIBRARY.in_catalog_order()}
CONTEXT = context_for(EXERCISES.values(), LIBRARY.programs.values())
HARD = Nature(pain=1.0, flare=0.02, misses=0.05, silent=0.05, locks=0.003, gives_way=0.003, form_lost=0.02)
DAYS = 26 * 7
TODAY = date(2026, 3, 2)
SAMPLE_DAYS = 56
ROUNDS = 20
"""Times that the sample's eight weeks are repeated: three years of journal."""


def _per_second(benchmark: BenchmarkFixture, days: int) -> None:
    if benchmark.stats is not None:
        benchmark.extra_info["days_per_second"] = round(days / benchmark.stats.stats.min)


@pytest.mark.parametrize("program", ["lateral-sprain", "achilles-midportion", "preset-rathleff"])
def test_folding_a_life_of_half_a_year(benchmark: BenchmarkFixture, program: str) -> None:
    facts: list[DayFacts] = []

    def watch(lived: Lived) -> None:
        facts.append(lived.facts)

    Life(LIBRARY.program(program), EXERCISES, CONTEXT, 1, HARD, {}).live(DAYS, watch)

    state, decisions = benchmark(fold_days, facts, CONTEXT)

    assert state.day == facts[-1].day
    assert decisions
    _per_second(benchmark, DAYS)


@pytest.mark.parametrize("program", ["lateral-sprain", "achilles-midportion", "preset-rathleff"])
def test_simulating_a_life_of_half_a_year(benchmark: BenchmarkFixture, program: str) -> None:
    def live() -> int:
        return len(Life(LIBRARY.program(program), EXERCISES, CONTEXT, 1, HARD, {}).live(DAYS))

    assert benchmark(live)
    _per_second(benchmark, DAYS)


def _history() -> History:
    sample = sample_records(LIBRARY, TODAY, timedelta(0))
    first = sample.plans[0]
    began = replace(first, starts_on=first.starts_on - timedelta(days=SAMPLE_DAYS * (ROUNDS - 1)))

    def earlier(moment: Moment, rounds: int) -> Moment:
        back = timedelta(days=SAMPLE_DAYS * rounds)
        return replace(moment, at=moment.at - back, training_day=moment.training_day - back)

    return History(
        plans=(began, *sample.plans[1:]),
        sessions=tuple(
            replace(record, id=f"{record.id}-{number}", started=earlier(record.started, number))
            for number in range(ROUNDS)
            for record in sample.sessions
        ),
        check_ins=tuple(
            replace(check_in, entered=earlier(check_in.entered, number))
            for number in range(ROUNDS)
            for check_in in sample.check_ins
        ),
    )


def test_folding_a_journal_of_three_years(benchmark: BenchmarkFixture) -> None:
    history = _history()

    folded = benchmark(fold, history, CONTEXT, Until(TODAY, False))

    assert folded.state.day == TODAY
    _per_second(benchmark, SAMPLE_DAYS * ROUNDS)

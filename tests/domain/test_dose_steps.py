"""How doses grow, shrink and come back, with the rounding of clinical.md §3.4."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.dose import Directions, Dose, Duration, Hold, Intervals, Reps, Timer, Tracing
from ankle_coach.domain.dose_steps import cut, grown, half_sets, heavier, largest_set, regrown
from ankle_coach.domain.exercise import Growth, Quantity
from ankle_coach.domain.movement import Direction
from ankle_coach.domain.plan import Load
from tests.helpers.rules import holds, minutes, reps, runs

CUTS: list[tuple[str, Dose, Dose, int, Dose]] = [
    ("3.4 30 % of 10 is 7", reps(10), reps(10), 30, reps(7)),
    ("3.4 rounds down", reps(9), reps(10), 30, reps(6)),
    ("3.4 at least 1", reps(1), reps(1), 30, reps(1)),
    ("3.4 sets unchanged", reps(12, sets=4), reps(12, sets=4), 30, reps(8, sets=4)),
    ("3.4 never below one set of half the start", reps(4, sets=1), reps(10), 30, reps(5, sets=1)),
    ("3.4 the floor is not reached", reps(2, sets=3), reps(10), 30, reps(5, sets=1)),
    ("3.5 25 % of 15", reps(15), reps(15), 25, reps(11)),
    ("3.5 50 % of 15", reps(15), reps(15), 50, reps(7)),
    ("3.4 holds in seconds", holds(45), holds(45), 30, holds(31)),
    ("3.4 durations in seconds", minutes(10), minutes(10), 30, minutes(7)),
]


@pytest.mark.parametrize(
    ("dose", "start", "percent", "after"), [c[1:] for c in CUTS], ids=[c[0] for c in CUTS]
)
def test_a_percentage_comes_off(dose: Dose, start: Dose, percent: int, after: Dose) -> None:
    assert cut(dose, start, percent) == after


def test_rounds_and_passes_are_sets_and_round_up() -> None:
    rounds = cut(runs(1), runs(1), 30).blocks[0]
    assert isinstance(rounds, Intervals)
    assert (rounds.rounds, rounds.work) == (5, 60)
    tracing = Dose(blocks=(Tracing(passes=3, seconds_per_letter=3),))
    assert cut(tracing, tracing, 30) == tracing
    assert cut(tracing, tracing, 50) == Dose(blocks=(Tracing(passes=2, seconds_per_letter=3),))


@given(sets=st.integers(1, 6), count=st.integers(1, 40), percent=st.integers(10, 60))
def test_a_cut_dose_is_never_more_and_never_below_half_a_set(sets: int, count: int, percent: int) -> None:
    start = reps(count, sets=sets)
    dose = start
    for _ in range(6):
        smaller = cut(dose, start, percent)
        block, before = smaller.blocks[0], dose.blocks[0]
        assert isinstance(block, Reps)
        assert isinstance(before, Reps)
        volume = block.sets * block.reps
        assert max(1, count // 2) <= volume <= max(before.sets * before.reps, count // 2)
        dose = smaller


@given(sets=st.integers(1, 6), count=st.integers(1, 40), times=st.integers(1, 5))
def test_what_was_cut_comes_back_to_the_start_and_no_further(sets: int, count: int, times: int) -> None:
    start = reps(count, sets=sets)
    dose = start
    for _ in range(times):
        dose = cut(dose, start, 30)
    steps = 0
    while (back := regrown(dose, start)) is not None:
        dose = back
        steps += 1
        assert steps < 60
    assert dose == start


def test_regrowing_never_takes_away_what_is_above_the_start() -> None:
    assert regrown(reps(14, sets=4), reps(10, sets=3)) is None
    assert regrown(holds(40), holds(30)) is None


TIMER = Dose(blocks=(Timer(seconds=60, maximum=60),))
HALVES: list[tuple[str, Dose, Dose]] = [
    ("3.5-deload 3 sets are 2", reps(10, sets=3), reps(10, sets=2)),
    ("3.5-deload 1 set stays", reps(10, sets=1), reps(10, sets=1)),
    ("3.5-deload holds", holds(30, sets=5), holds(30, sets=3)),
    (
        "3.5-deload a timer stays",
        Dose(blocks=(Timer(seconds=60, maximum=60),)),
        Dose(blocks=(Timer(seconds=60, maximum=60),)),
    ),
]


@pytest.mark.parametrize(("dose", "after"), [h[1:] for h in HALVES], ids=[h[0] for h in HALVES])
def test_half_the_sets_rounded_up(dose: Dose, after: Dose) -> None:
    assert half_sets(dose) == after


def test_growth_stops_at_its_top_and_needs_one() -> None:
    growth = Growth(quantity=Quantity.REPS, step=2, top=15)
    assert grown(reps(14), growth) == reps(15)
    assert grown(reps(15), growth) is None
    assert grown(reps(20), growth) is None
    assert grown(reps(10), Growth(quantity=Quantity.REPS, step=2)) is None
    assert grown(reps(10), Growth(quantity=Quantity.HOLD, step=5, top=60)) is None


def test_growth_takes_every_block_that_it_is_about() -> None:
    circles = Directions(directions=(Direction.CLOCKWISE,), reps=10, seconds=2)
    dose = Dose(blocks=(circles, Duration(seconds=60)))
    after = grown(dose, Growth(quantity=Quantity.REPS, step=2, top=20))
    assert after is not None
    assert [getattr(block, "reps", None) for block in after.blocks] == [12, None]


def test_load_and_band_grow_to_their_end() -> None:
    kilograms = Growth(quantity=Quantity.LOAD, step=5, top=10)
    assert heavier(Load(kilograms=5), kilograms) == Load(kilograms=10)
    assert heavier(Load(kilograms=10), kilograms) is None
    band = Growth(quantity=Quantity.BAND_COLOR, step=1)
    assert heavier(Load(band="medium"), band) == Load(band="heavy")
    assert heavier(Load(band="heavy"), band) is None


def test_the_largest_set_counts_by_what_the_dose_counts_by() -> None:
    assert largest_set(reps(12)) == (12, 0)
    assert largest_set(Dose(blocks=(Hold(sets=2, holds=3, seconds=10),))) == (0, 30)

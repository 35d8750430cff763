"""How doses grow, shrink and come back, with the rounding of clinical.md §3.4."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.dose import (
    Block,
    Directions,
    Distance,
    Dose,
    Duration,
    Hold,
    Intervals,
    Reps,
    Timer,
    Tracing,
)
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


# --- Every kind of block -----------------------------------------------------------------------


def one(block: Block) -> Dose:
    """A dose of one block."""
    return Dose(blocks=(block,))


def circles(count: int, passes: tuple[int, ...] = (2, 1)) -> Dose:
    """Circles in both directions."""
    both = (Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE)
    return one(Directions(directions=both, reps=count, seconds=2, passes=passes))


def alphabet(passes: int) -> Dose:
    """The alphabet some times."""
    return one(Tracing(passes=passes, seconds_per_letter=3))


def rounds(count: int) -> Dose:
    """Rounds of a minute."""
    return one(Intervals(rounds=count, work=60))


def meters(length: float, sets: int = 2) -> Dose:
    """Sets of a distance."""
    return one(Distance(sets=sets, meters=length))


def seconds(length: float, sets: int = 2) -> Dose:
    """Sets of work for a time."""
    return one(Duration(sets=sets, seconds=length))


GROWS: list[tuple[str, Dose, Growth, Dose | None]] = [
    ("repetitions of circles", circles(10), Growth(quantity=Quantity.REPS, step=2, top=20), circles(12)),
    ("holds", holds(20), Growth(quantity=Quantity.HOLD, step=5, top=23), holds(23)),
    ("durations", seconds(60), Growth(quantity=Quantity.DURATION, step=10, top=120), seconds(70)),
    ("durations that are held", seconds(60), Growth(quantity=Quantity.HOLD, step=5, top=120), seconds(65)),
    ("rounds", rounds(4), Growth(quantity=Quantity.ROUNDS, step=1, top=6), rounds(5)),
    ("distances", meters(20), Growth(quantity=Quantity.DISTANCE, step=5, top=30), meters(25)),
    ("distances to their top", meters(28), Growth(quantity=Quantity.DISTANCE, step=5, top=30), meters(30)),
    ("at the top", meters(30), Growth(quantity=Quantity.DISTANCE, step=5, top=30), None),
    ("a load is no dose", reps(10), Growth(quantity=Quantity.LOAD, step=5, top=20), None),
]


@pytest.mark.parametrize(
    ("dose", "growth", "after"), [g[1:] for g in GROWS], ids=[f"3.4-one-change {g[0]}" for g in GROWS]
)
def test_a_dose_grows_by_what_its_level_counts(dose: Dose, growth: Growth, after: Dose | None) -> None:
    assert grown(dose, growth) == after


COMES_BACK: list[tuple[str, Dose, Dose, Dose | None]] = [
    ("2 repetitions a step", reps(7), reps(10), reps(9)),
    ("repetitions to the start", reps(9), reps(10), reps(10)),
    ("then one set more", reps(10, sets=1), reps(10, sets=3), reps(10, sets=2)),
    ("5 seconds of a hold a step", holds(20), holds(30), holds(25)),
    ("holds to the start", holds(28), holds(30), holds(30)),
    ("then one set of holds more", holds(30, sets=1), holds(30, sets=3), holds(30, sets=2)),
    ("10 seconds of a duration a step", seconds(40), seconds(60), seconds(50)),
    ("durations to the start", seconds(55), seconds(60), seconds(60)),
    ("then one set of a duration more", seconds(60, sets=1), seconds(60, sets=3), seconds(60, sets=2)),
    ("2 circles a step", circles(10, (1,)), circles(20), circles(12, (1,))),
    ("circles to the start", circles(19, (1,)), circles(20), circles(20, (1,))),
    ("then all passes", circles(20, (1,)), circles(20), circles(20)),
    ("an alphabet more", alphabet(1), alphabet(3), alphabet(2)),
    ("a round more", rounds(3), rounds(6), rounds(4)),
    ("the whole distance", meters(10, 1), meters(20), meters(20)),
    ("nothing is missing of an alphabet", alphabet(2), alphabet(2), None),
    ("nor where there is more", alphabet(3), alphabet(2), None),
    ("nor of rounds", rounds(7), rounds(6), None),
    ("nor of circles", circles(20), circles(20), None),
    ("nor where there are more passes", circles(20, (2, 2)), circles(20), None),
    ("another kind of dose has nothing to come back to", reps(7), holds(30), None),
]


@pytest.mark.parametrize(
    ("dose", "start", "after"), [c[1:] for c in COMES_BACK], ids=[f"3.4-regress {c[0]}" for c in COMES_BACK]
)
def test_what_was_taken_off_comes_back_in_the_steps_of_its_kind(
    dose: Dose, start: Dose, after: Dose | None
) -> None:
    assert regrown(dose, start) == after


LESS: list[tuple[str, Dose, Dose, int, Dose]] = [
    ("30 % of 20 circles", circles(20), circles(20), 30, circles(14)),
    ("circles to one pass of half the start", circles(2), circles(20), 30, circles(10, (1,))),
    ("25 % of 6 rounds, rounded up", rounds(6), rounds(6), 25, rounds(5)),
    ("50 % of 6 rounds", rounds(6), rounds(6), 50, rounds(3)),
    ("30 % of 3 alphabets, rounded up", alphabet(3), alphabet(3), 30, alphabet(3)),
    ("30 % of 20 m", meters(20), meters(20), 30, meters(14)),
    ("meters to one set of half the start", meters(4), meters(20), 30, meters(4, 1)),
    ("a hold never gets longer", holds(4, sets=1), holds(30), 30, holds(4, sets=1)),
    ("half of 11 at the least", reps(2, sets=1), reps(11), 30, reps(5, sets=1)),
    ("half of 11 is not reached by three sets of 1", reps(2, sets=3), reps(11), 30, reps(5, sets=1)),
]


@pytest.mark.parametrize(
    ("dose", "start", "percent", "after"), [c[1:] for c in LESS], ids=[f"3.4-regress {c[0]}" for c in LESS]
)
def test_a_percentage_comes_off_every_kind(dose: Dose, start: Dose, percent: int, after: Dose) -> None:
    assert cut(dose, start, percent) == after


HALF: list[tuple[str, Dose, Dose]] = [
    ("5 sets of a duration", seconds(60, 5), seconds(60, 3)),
    ("3 distances", meters(20, 3), meters(20, 2)),
    ("3 alphabets", alphabet(3), alphabet(2)),
    ("1 alphabet", alphabet(1), alphabet(1)),
    ("circles in passes of 2 and 1", circles(20, (2, 1)), circles(20, (1,))),
    ("circles in passes of 3 and 2", circles(20, (3, 2)), circles(20, (2,))),
    ("5 rounds", rounds(5), rounds(3)),
]


@pytest.mark.parametrize(("dose", "after"), [h[1:] for h in HALF], ids=[f"3.5-deload {h[0]}" for h in HALF])
def test_an_easy_week_halves_the_sets_of_every_kind(dose: Dose, after: Dose) -> None:
    assert half_sets(dose) == after


HEAVIER: list[tuple[str, Load, Growth, Load | None]] = [
    ("5 kg more", Load(kilograms=5), Growth(quantity=Quantity.LOAD, step=5), Load(kilograms=10)),
    ("to the top", Load(kilograms=8), Growth(quantity=Quantity.LOAD, step=5, top=10), Load(kilograms=10)),
    ("not over it", Load(kilograms=12), Growth(quantity=Quantity.LOAD, step=5, top=10), None),
    (
        "light to medium",
        Load(band="light"),
        Growth(quantity=Quantity.BAND_COLOR, step=1),
        Load(band="medium"),
    ),
    ("no band", Load(), Growth(quantity=Quantity.BAND_COLOR, step=1), None),
    ("repetitions are no load", Load(kilograms=5), Growth(quantity=Quantity.REPS, step=2, top=15), None),
]


@pytest.mark.parametrize(
    ("load", "growth", "after"), [h[1:] for h in HEAVIER], ids=[f"3.4-one-change {h[0]}" for h in HEAVIER]
)
def test_a_load_grows_where_the_ladder_says_so(load: Load, growth: Growth, after: Load | None) -> None:
    assert heavier(load, growth) == after


LARGEST: list[tuple[str, Dose, tuple[int, float]]] = [
    ("circles in both directions", circles(20), (40, 0)),
    ("a duration", seconds(60), (0, 60)),
    ("rounds of work", rounds(6), (0, 360)),
    ("an alphabet has no size", alphabet(2), (0, 0)),
    ("a distance neither", meters(20), (0, 0)),
    ("the larger of two", Dose(blocks=(*reps(8).blocks, *reps(12).blocks)), (12, 0)),
    ("repetitions and a hold", Dose(blocks=(*reps(8).blocks, *holds(30).blocks)), (8, 30)),
]


@pytest.mark.parametrize(("dose", "size"), [c[1:] for c in LARGEST], ids=[c[0] for c in LARGEST])
def test_the_largest_set_of_every_kind(dose: Dose, size: tuple[int, float]) -> None:
    assert largest_set(dose) == size

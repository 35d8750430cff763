"""What a dose may be: both ends of every number, so that no file can keep the player busy for ever."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from ankle_coach.domain.dose import (
    Block,
    Checklist,
    Checkpoint,
    Directions,
    Distance,
    Dose,
    Duration,
    Hold,
    Intervals,
    Reps,
    Sequence,
    SequenceItem,
    Tempo,
    Timer,
    Tracing,
)
from ankle_coach.domain.dose_bounds import MAX_COUNT, MAX_PIECES, MAX_SECONDS
from ankle_coach.domain.movement import Direction
from ankle_coach.domain.sides import Side
from tests.helpers.rules import reps

WAYS = (Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE)


def a_reps(**fields: Any) -> Block:
    return Reps(**{"sets": 3, "reps": 10, "tempo": Tempo(2, 1, 3), **fields})


def a_hold(**fields: Any) -> Block:
    return Hold(**{"sets": 3, "seconds": 30, **fields})


def a_duration(**fields: Any) -> Block:
    return Duration(**{"seconds": 60, **fields})


def some_circles(**fields: Any) -> Block:
    return Directions(**{"directions": WAYS, "reps": 20, "seconds": 2, "passes": (2, 1), **fields})


def an_alphabet(**fields: Any) -> Block:
    return Tracing(**{"passes": 2, "seconds_per_letter": 3, **fields})


def some_intervals(**fields: Any) -> Block:
    return Intervals(**{"rounds": 6, "work": 60, "easy": 240, **fields})


def a_distance(**fields: Any) -> Block:
    return Distance(**{"sets": 2, "meters": 20, **fields})


def a_timer(**fields: Any) -> Block:
    return Timer(**{"seconds": 900, "maximum": 1200, **fields})


def a_list(**fields: Any) -> Block:
    return Checklist(**{"items": ("Water", "Shoes"), **fields})


EVERY: list[Callable[..., Block]] = [
    a_reps,
    a_hold,
    a_duration,
    some_circles,
    an_alphabet,
    some_intervals,
    a_distance,
    a_timer,
    a_list,
]
COUNTS: list[tuple[Callable[..., Block], str]] = [
    (a_reps, "sets"),
    (a_reps, "reps"),
    (a_hold, "sets"),
    (a_hold, "holds"),
    (a_duration, "sets"),
    (some_circles, "reps"),
    (an_alphabet, "passes"),
    (some_intervals, "rounds"),
    (a_distance, "sets"),
]
TIMES: list[tuple[Callable[..., Block], str, bool]] = [
    (a_reps, "rise_seconds", False),
    (a_hold, "seconds", True),
    (a_duration, "seconds", True),
    (some_circles, "seconds", True),
    (some_circles, "hold", False),
    (some_circles, "rest_directions", False),
    (an_alphabet, "seconds_per_letter", True),
    (some_intervals, "work", True),
    (some_intervals, "easy", False),
]
RESTS = ("rest_reps", "rest_sets", "rest_sides")


def named(value: object) -> str | None:
    """A test's id for a maker of a block."""
    return getattr(value, "__name__", None)


@pytest.mark.parametrize(("make", "name"), COUNTS, ids=named)
def test_a_count_is_one_to_a_thousand(make: Callable[..., Block], name: str) -> None:
    for count in (1, MAX_COUNT):
        assert getattr(make(**{name: count}), name) == count
    for count in (0, -1, MAX_COUNT + 1):
        with pytest.raises(ValueError, match=f"^{name} must be between 1 and 1000, not {count}$"):
            make(**{name: count})


@pytest.mark.parametrize(("make", "name", "positive"), TIMES, ids=named)
def test_a_time_is_at_most_four_hours(make: Callable[..., Block], name: str, positive: bool) -> None:
    for seconds in (0.5, MAX_SECONDS):
        assert getattr(make(**{name: seconds}), name) == seconds
    for seconds in (-1, MAX_SECONDS + 1, float("inf"), float("nan")):
        with pytest.raises(ValueError, match=f"^{name} must be"):
            make(**{name: seconds})
    if positive:
        with pytest.raises(ValueError, match=f"^{name} must be above 0"):
            make(**{name: 0})
    else:
        assert getattr(make(**{name: 0}), name) == 0


@pytest.mark.parametrize("rest", RESTS)
@pytest.mark.parametrize("make", EVERY, ids=named)
def test_every_block_checks_its_rests(make: Callable[..., Block], rest: str) -> None:
    assert getattr(make(**{rest: 0}), rest) == 0
    assert getattr(make(**{rest: MAX_SECONDS}), rest) == MAX_SECONDS
    for seconds in (-1, MAX_SECONDS + 1):
        with pytest.raises(ValueError, match=f"^{rest} must be 0 or more"):
            make(**{rest: seconds})


REFUSED: list[tuple[str, Callable[[], object], str]] = [
    ("a tempo of no time", lambda: Tempo(0), "must take some time"),
    ("a tempo that goes back in time", lambda: Tempo(2, -1), r"tempo\.hold must be 0 or more"),
    (
        "rising without a tempo",
        lambda: a_reps(tempo=None, rise_seconds=2),
        "needs a tempo",
    ),
    ("an effort of 0 percent", lambda: a_hold(effort_percent=0), "between 1 and 100, not 0"),
    ("an effort of 101 percent", lambda: a_hold(effort_percent=101), "between 1 and 100, not 101"),
    ("an effort below 0", lambda: a_duration(effort=(-1, 3)), "range within 0 to 10"),
    ("an effort above 10", lambda: a_duration(effort=(3, 11)), "range within 0 to 10"),
    ("an effort the wrong way round", lambda: a_duration(effort=(5, 3)), "range within 0 to 10"),
    ("no direction", lambda: some_circles(directions=()), "must not be empty"),
    ("no pass", lambda: some_circles(passes=()), "must not be empty"),
    ("a pass of no set", lambda: some_circles(passes=(2, 0)), "passes must be between 1"),
    ("no letter", lambda: an_alphabet(letters=""), "1 to 100 letters"),
    ("101 letters", lambda: an_alphabet(letters="A" * 101), "1 to 100 letters"),
    ("a cadence 51 percent up", lambda: some_intervals(cadence_percent=51), "within 50, not 51"),
    ("a cadence 51 percent down", lambda: some_intervals(cadence_percent=-51), "within 50, not -51"),
    ("no meter", lambda: a_distance(meters=0), "above 0 and at most 100000"),
    ("more than 100 km", lambda: a_distance(meters=100_001), "above 0 and at most 100000"),
    ("nothing to tick", lambda: a_list(items=()), "at least one thing"),
    ("a blank thing to tick", lambda: a_list(items=("Water", "  ")), "at least one thing"),
    ("a hard stop before the end", lambda: a_timer(maximum=899), "must not be less than seconds"),
    ("a timer of no time", lambda: a_timer(seconds=0), "seconds must be above 0"),
    (
        "questions out of order",
        lambda: a_timer(checkpoints=(Checkpoint(600, "skin"), Checkpoint(300, "skin"))),
        "in order and inside",
    ),
    ("a question at the start", lambda: a_timer(checkpoints=(Checkpoint(0, "skin"),)), "in order and inside"),
    (
        "a question at its stop",
        lambda: a_timer(checkpoints=(Checkpoint(1200, "skin"),)),
        "in order and inside",
    ),
]
ACCEPTED: list[tuple[str, Callable[[], object]]] = [
    ("a tempo without a hold", lambda: Tempo(0, 0, 1)),
    ("an effort of 1 percent", lambda: a_hold(effort_percent=1)),
    ("an effort of 100 percent", lambda: a_hold(effort_percent=100)),
    ("an effort of 0 to 10", lambda: a_duration(effort=(0, 10))),
    ("an effort of just 5", lambda: a_duration(effort=(5, 5))),
    ("one letter", lambda: an_alphabet(letters="A")),
    ("100 letters", lambda: an_alphabet(letters="A" * 100)),
    ("a cadence half as fast", lambda: some_intervals(cadence_percent=-50)),
    ("a cadence half as fast again", lambda: some_intervals(cadence_percent=50)),
    ("half a meter", lambda: a_distance(meters=0.5)),
    ("100 km", lambda: a_distance(meters=100_000)),
    ("a hard stop at the end", lambda: a_timer(maximum=900)),
    ("a question just before the stop", lambda: a_timer(checkpoints=(Checkpoint(1199, "skin"),))),
]


@pytest.mark.parametrize(("make", "said"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_no_dose_can_be_is_refused_with_its_reason(make: Callable[[], object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        make()


@pytest.mark.parametrize("make", [case[1] for case in ACCEPTED], ids=[case[0] for case in ACCEPTED])
def test_the_ends_of_each_range_are_doses(make: Callable[[], object]) -> None:
    assert make() is not None


# --- A dose as a whole -------------------------------------------------------------------------

PIECES: list[tuple[str, Block, int]] = [
    ("3 sets of repetitions are 3", a_reps(), 3),
    ("3 sets of 4 holds are 12", a_hold(holds=4), 12),
    ("circles in 2 directions, 3 sets, are 6", some_circles(), 6),
    ("an alphabet twice is 52", an_alphabet(), 52),
    ("2 sets over 3 zones are 6", a_duration(sets=2, zones=("a", "b", "c")), 6),
    ("2 sets without zones are 2", a_duration(sets=2), 2),
    ("2 distances are 2", a_distance(), 2),
    ("6 rounds of two parts are 12", some_intervals(), 12),
    ("2 things to tick are 2", a_list(), 2),
    ("a timer with a question is 2", a_timer(checkpoints=(Checkpoint(300, "skin"),)), 2),
]


@pytest.mark.parametrize(("block", "pieces"), [p[1:] for p in PIECES], ids=[p[0] for p in PIECES])
def test_a_dose_has_at_most_five_thousand_pieces(block: Block, pieces: int) -> None:
    times = MAX_PIECES // pieces
    rest = MAX_PIECES - times * pieces
    filler = tuple(a_reps(sets=1) for _ in range(rest))
    whole = Dose(blocks=(*(block for _ in range(times)), *filler))
    assert len(whole.blocks) == times + rest
    with pytest.raises(ValueError, match=f"at most {MAX_PIECES} pieces, not {MAX_PIECES + 1}"):
        Dose(blocks=(*whole.blocks, a_reps(sets=1)))


def test_a_routine_has_the_pieces_of_its_doses() -> None:
    item = SequenceItem(exercise="mob-one", level="a", dose=reps(10, sets=1000))
    assert Dose(blocks=(Sequence(items=(item,) * 5),)).blocks
    with pytest.raises(ValueError, match="pieces, not 6000"):
        Dose(blocks=(Sequence(items=(item,) * 6),))


def test_the_pieces_of_both_sides_count_together() -> None:
    half = tuple(a_reps(sets=1000) for _ in range(2))
    assert Dose(blocks=half, left=half).for_side(Side.LEFT) == half
    with pytest.raises(ValueError, match="pieces, not 6000"):
        Dose(blocks=half, left=half, right=half)


def test_a_side_has_its_own_blocks_or_those_of_both() -> None:
    dose = Dose(blocks=(a_reps(),), left=(a_reps(reps=8),))
    assert dose.for_side(Side.LEFT) == (a_reps(reps=8),)
    assert dose.for_side(Side.RIGHT) == dose.for_side(Side.BOTH) == (a_reps(),)
    assert dose.all_blocks == (a_reps(), a_reps(reps=8))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (b'{"blocks":[{"type":"reps","sets":0,"reps":10}]}', "sets must be between"),
        (b'{"blocks":[{"type":"hold","sets":1,"seconds":99999}]}', "seconds must be"),
        (b'{"blocks":[{"type":"tracing","passes":1000,"seconds_per_letter":1}]}', "pieces, not 26000"),
        (b'{"blocks":[{"type":"timer","seconds":60,"maximum":30}]}', "maximum must not be less"),
        (b'{"blocks":[{"type":"reps","sets":3,"reps":10,"sips":1}]}', "unknown field"),
    ],
)
def test_a_file_with_a_broken_dose_is_refused_with_the_reason(broken: bytes, said: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=said):
        msgspec.json.decode(broken, type=Dose)

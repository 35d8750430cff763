"""The routines around a run and cross-training have the catalog's pieces and times (clinical.md §2A)."""

from __future__ import annotations

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.dose import Block, Dose, Duration, Hold, Intervals, Sequence
from ankle_coach.domain.dose_time import total_time
from ankle_coach.domain.movement import Activity
from ankle_coach.domain.sides import Side, SideMode

LIBRARY = open_library()


def only_block(dose: Dose) -> Block:
    """The one block of a dose that has one."""
    assert len(dose.blocks) == 1
    return dose.blocks[0]


def routine(exercise_id: str, level_id: str) -> Sequence:
    """The sequence of a warm-up or cool-down."""
    block = only_block(LIBRARY.exercise(exercise_id).level(level_id).dose)
    assert isinstance(block, Sequence)
    return block


def pieces(sequence: Sequence) -> list[str]:
    """The exercises of a routine, or the activity where a piece is none."""
    names = []
    for item in sequence.items:
        block = only_block(item.dose)
        names.append(item.exercise or (block.activity if isinstance(block, Duration) else ""))
    return names


@pytest.mark.parametrize(("level_id", "least", "most"), [("short", 6, 7), ("full", 13, 15)])
def test_the_routine_before_a_run_takes_its_minutes(level_id: str, least: int, most: int) -> None:
    level = LIBRARY.exercise("wup-pre-run").level(level_id)
    total = total_time(level.dose, level.side_mode, Side.RIGHT)
    assert least * 60 <= total.seconds <= most * 60
    assert total.open_steps == 0


def test_the_routine_before_a_run_has_the_articles_pieces_in_order() -> None:
    full = ["mas-ball-foot", "mob-ankle-circles", "mob-alphabet", "str-calf-bi", Activity.BRISK_WALK]
    assert pieces(routine("wup-pre-run", "full")) == full
    assert pieces(routine("wup-pre-run", "short")) == [name for name in full if name != "mob-alphabet"]


@pytest.mark.parametrize(("level_id", "ball_seconds"), [("short", 60), ("full", 120)])
def test_the_cool_down_walks_stretches_both_calves_and_rolls(level_id: str, ball_seconds: float) -> None:
    sequence = routine("wup-cool-down", level_id)
    assert pieces(sequence) == [Activity.WALK, "flx-wall-gastroc", "flx-wall-soleus", "mas-ball-foot"]
    blocks = [only_block(item.dose) for item in sequence.items]
    seconds = [block.seconds for block in blocks if isinstance(block, Duration | Hold)]
    assert seconds == [300, 30, 30, ball_seconds]
    assert {item.side_mode for item in sequence.items[1:]} == {SideMode.EACH}


def test_cross_training_has_the_catalogs_times() -> None:
    def of(exercise_id: str, level_id: str) -> Block:
        return only_block(LIBRARY.exercise(exercise_id).level(level_id).dose)

    easy, steady, intervals = (of("xtr-airbike", level) for level in ("easy", "steady", "intervals"))
    assert isinstance(easy, Duration)
    assert isinstance(steady, Duration)
    assert isinstance(intervals, Intervals)
    assert (easy.seconds, steady.seconds, steady.effort) == (600, 900, (3, 4))
    assert (intervals.rounds, intervals.work, intervals.easy) == (8, 20, 80)
    ropes, pool = of("xtr-ropes", "half-kneeling"), of("xtr-pool", "chest-deep-walk")
    assert isinstance(ropes, Intervals)
    assert isinstance(pool, Duration)
    assert (ropes.rounds, ropes.work, ropes.easy) == (8, 20, 40)
    assert (pool.seconds, pool.effort) == (900, (3, 5))

"""Every exercise carries the dose, the frequency and the sides of the catalog's table (clinical.md §2A).

The rows are written from the table and from the settled readings of §3.9, not from the files: where the
table gives no rest, it is 60 s between sets of strength and 30 s else; where it gives no tempo, it is 2-1-3
for raises and 2-0-2 else; changing sides takes 5 s.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec
import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.dose import (
    Block,
    Checkpoint,
    Directions,
    Distance,
    Duration,
    Hold,
    Intervals,
    Reps,
    Sequence,
    Tempo,
    Timer,
    Tracing,
)
from ankle_coach.domain.frequency import (
    AroundRuns,
    AsNeeded,
    EveryDays,
    Frequency,
    PerWeek,
    Slot,
    TimesPerDay,
)
from ankle_coach.domain.movement import Activity, Direction, Motion
from ankle_coach.domain.sides import SideMode
from tests.helpers.rules import row

LIBRARY = open_library()


class Row(NamedTuple):
    """One row of the table.

    Attributes:
        blocks: The default dose.
        sides: How the level of the default dose uses the sides.
        often: The frequencies, the default first.
        default: Rung of the ladder that the default dose belongs to, from 1.
        start: Rung at which one starts (column "Start"), from 1.
    """

    blocks: tuple[Block, ...]
    sides: SideMode
    often: tuple[Frequency, ...]
    default: int = 1
    start: int = 1


BOTH, EACH, SORE, TURNS = SideMode.BOTH, SideMode.EACH, SideMode.AFFECTED, SideMode.ALTERNATE
DAILY = TimesPerDay()
BEFORE, AFTER = AroundRuns(before=True), AroundRuns(after=True)
EVERY_OTHER_DAY = EveryDays(days=2)
BANDS_A_WEEK = PerWeek(least=3, most=4)
CIRCLE = (Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE)
STAR = (Direction.FRONT, Direction.BACK_OUT, Direction.BACK_IN)
FOUR_WAYS = (Direction.FORWARD, Direction.BACKWARD, Direction.INWARD, Direction.OUTWARD)
SOLE = ("heel", "inner-arch", "outer-arch", "ball-of-foot")


def reps(sets: int, count: int, tempo: str, rest: float, *, rm: bool = False) -> Reps:
    """Sets of repetitions with a tempo written as the catalog does, and a rest between sets."""
    up, hold_, down = (float(part) for part in tempo.split("-"))
    return Reps(
        sets=sets,
        reps=count,
        tempo=Tempo(up=up, hold=hold_, down=down),
        rest_sets=rest,
        repetition_maximum=rm,
    )


def hold(sets: int, seconds: float, rest: float) -> Hold:
    """Sets of one timed hold."""
    return Hold(sets=sets, seconds=seconds, rest_sets=rest)


HEEL_DROPS = tuple(
    msgspec.structs.replace(reps(3, 15, "0-0-3", 60), rise_seconds=2, variant=variant)
    for variant in ("straight-knee", "bent-knee")
)

ROWS = {
    # --- Mobility
    "mob-ankle-circles": Row(
        (Directions(directions=CIRCLE, reps=20, seconds=2, passes=(2, 1), rest_sets=15),),
        EACH,
        (DAILY, BEFORE),
        default=2,
        start=2,
    ),
    "mob-alphabet": Row((Tracing(passes=2, seconds_per_letter=3, rest_sets=30),), EACH, (DAILY, BEFORE)),
    "mob-pumps": Row((reps(2, 20, "1-0-1", 15),), SORE, (TimesPerDay(least=5, most=8), DAILY)),
    "mob-knee-wall": Row((reps(2, 10, "2-3-2", 30),), SORE, (DAILY,)),
    # --- Flexibility
    "flx-towel-calf": Row((hold(3, 30, 15),), SORE, (TimesPerDay(least=1, most=2),), default=2),
    "flx-wall-gastroc": Row((hold(3, 30, 15),), SORE, (DAILY, AFTER)),
    "flx-wall-soleus": Row((hold(3, 30, 30),), SORE, (DAILY, AFTER)),
    "flx-plantar-fascia": Row(
        (Hold(sets=1, holds=10, seconds=10, rest_reps=5),),
        SORE,
        (TimesPerDay(least=1, most=3, slots=(Slot.ON_WAKING, Slot.MIDDAY, Slot.EVENING)),),
    ),
    "flx-front-ankle": Row((hold(2, 20, 30),), SORE, (DAILY,)),
    # --- Strength; a band exercise has its default dose at the first level with a band
    "str-calf-bi": Row((reps(3, 12, "2-1-3", 60),), BOTH, (DAILY, EVERY_OTHER_DAY), default=2, start=2),
    "str-calf-ecc": Row((reps(3, 10, "1-0-4", 60),), SORE, (DAILY, EVERY_OTHER_DAY)),
    "str-calf-uni": Row((reps(3, 10, "2-1-3", 90),), SORE, (DAILY, PerWeek(least=2, most=3, apart=2))),
    "str-heel-drop": Row(HEEL_DROPS, SORE, (TimesPerDay(least=2, most=2), DAILY), default=2),
    "str-calf-seated": Row((reps(3, 10, "2-1-3", 60),), BOTH, (DAILY, EVERY_OTHER_DAY)),
    "str-calf-press": Row((reps(3, 15, "3-0-3", 120, rm=True),), BOTH, (PerWeek(least=3, most=3, apart=2),)),
    "str-calf-iso": Row((hold(5, 30, 60),), BOTH, (DAILY,)),
    "str-band-df": Row((reps(3, 12, "2-1-3", 45),), SORE, (BANDS_A_WEEK,), default=2),
    "str-band-pf": Row((reps(3, 12, "2-1-3", 60),), SORE, (BANDS_A_WEEK,), default=2),
    "str-band-inv": Row((reps(3, 12, "2-1-3", 60),), SORE, (BANDS_A_WEEK,), default=2),
    "str-band-ev": Row((reps(3, 12, "2-1-3", 60),), SORE, (BANDS_A_WEEK,), default=2),
    "str-ev-iso": Row((hold(5, 10, 30),), SORE, (DAILY,), default=2),
    "str-towel-toe-raise": Row((reps(3, 12, "3-2-3", 120, rm=True),), SORE, (EVERY_OTHER_DAY,), default=3),
    "str-short-foot": Row((reps(3, 10, "2-5-2", 30),), SORE, (PerWeek(least=3, most=7),)),
    "str-towel-scrunch": Row((reps(2, 10, "2-0-2", 30),), SORE, (DAILY,)),
    # The catalog's 1-0-3 is up and down; here the way down comes first.
    "str-step-down": Row((reps(3, 8, "3-0-1", 60),), SORE, (PerWeek(least=2, most=3),)),
    # --- Balance
    "bal-tandem": Row((hold(3, 30, 30),), TURNS, (DAILY,)),
    "bal-single-leg": Row((hold(3, 30, 20),), SORE, (DAILY,)),
    "bal-runner-squat": Row((reps(2, 15, "2-0-2", 60),), SORE, (PerWeek(least=3, most=3),)),
    "bal-star-reach": Row(
        (Directions(directions=STAR, reps=3, seconds=4, passes=(2,), rest_sets=30),),
        SORE,
        (PerWeek(least=3, most=3),),
    ),
    "bal-board": Row((hold(3, 30, 30),), BOTH, (PerWeek(least=3, most=3),)),
    # --- Gait
    "gait-heel-toe": Row((Distance(sets=3, meters=10, rest_sets=30),), BOTH, (TimesPerDay(least=3, most=4),)),
    "gait-run-form": Row(
        (
            Intervals(
                rounds=4,
                work=60,
                easy=60,
                work_activity=Activity.QUICK_STEPS,
                easy_activity=Activity.EASY,
                cadence_percent=5,
            ),
        ),
        BOTH,
        (PerWeek(least=1, most=2),),
        default=2,
    ),
    # --- Plyometric and return to run
    "ply-rebound": Row((reps(3, 20, "0.25-0-0.25", 60),), BOTH, (PerWeek(least=2, most=3, apart=2),)),
    "ply-hop": Row((reps(3, 10, "2-0-2", 90),), SORE, (PerWeek(least=2, most=2, apart=2),), default=2),
    "ply-hop-stick": Row(
        (Directions(directions=FOUR_WAYS, reps=5, seconds=4, hold=3, passes=(3,), rest_sets=60),),
        SORE,
        (PerWeek(least=2, most=3, apart=2),),
    ),
    "run-walk": Row(
        (Intervals(rounds=6, work=60, easy=240, work_activity=Activity.RUN, easy_activity=Activity.WALK),),
        BOTH,
        (EVERY_OTHER_DAY,),
        default=2,
        start=2,
    ),
    # --- Massage and recovery
    "mas-ball-foot": Row(
        (Duration(seconds=120, zones=SOLE, activity=Activity.ROLL),),
        EACH,
        (AroundRuns(before=True, after=True), DAILY),
    ),
    "rec-ice": Row(
        (Timer(seconds=900, maximum=1200, checkpoints=(Checkpoint(at=300, check="skin"),)),),
        SORE,
        (AsNeeded(most_per_day=4),),
    ),
    "rec-elevation": Row(
        (Timer(seconds=1200, maximum=1800, activity=Activity.ELEVATE),), SORE, (AsNeeded(most_per_day=4),)
    ),
    # --- Cross-training
    "xtr-airbike": Row(
        (Duration(seconds=900, activity=Activity.RIDE, effort=(3, 4)),),
        BOTH,
        (PerWeek(least=2, most=3),),
        default=2,
    ),
    "xtr-ropes": Row((Intervals(rounds=8, work=20, easy=40),), BOTH, (PerWeek(least=1, most=2),)),
    "xtr-kettlebell": Row((reps(3, 10, "2-0-2", 60),), BOTH, (PerWeek(least=1, most=2),)),
    "xtr-pool": Row(
        (Duration(seconds=900, activity=Activity.WALK, effort=(3, 5)),), BOTH, (PerWeek(least=2, most=3),)
    ),
}

LISTS_AND_ROUTINES = {
    "rec-compression": (TimesPerDay(slots=(Slot.MORNING,)),),
    "wup-pre-run": (BEFORE,),
    "wup-cool-down": (AFTER,),
}
"""The three exercises whose dose has no numbers of its own, with their frequencies."""

PIECES = {
    "wup-pre-run": [
        ("mas-ball-foot", (60, 120)),
        ("mob-ankle-circles", (20, 20)),
        ("mob-alphabet", (1, 1)),
        ("str-calf-bi", (10, 10)),
        ("brisk-walk", (300, 300)),
    ],
    "wup-cool-down": [
        ("walk", (300, 300)),
        ("flx-wall-gastroc", (30, 30)),
        ("flx-wall-soleus", (30, 30)),
        ("mas-ball-foot", (60, 120)),
    ],
}
"""Pieces of the routines with the range of their seconds, repetitions or passes."""

STAGES = [(1, 4, 6), (2, 3, 6), (3, 2, 6), (4, 1, 6), (7, 1, 4), (10, 1, 3), (15, 1, 2), (30, 0, 1)]
"""Minutes of running, minutes of walking and rounds of the walk-run stages 1 to 8 (clinical.md §3.7)."""


def plain(block: Block) -> Block:
    """The block without the words of its motion, which the table does not give."""
    return msgspec.structs.replace(block, motion=Motion.RAISE) if isinstance(block, Reps) else block


def test_the_table_has_all_forty_six_exercises() -> None:
    assert len(ROWS) + len(LISTS_AND_ROUTINES) == 46
    assert sorted((*ROWS, *LISTS_AND_ROUTINES)) == sorted(LIBRARY.exercises)


@pytest.mark.parametrize("exercise_id", ROWS)
def test_the_default_dose_is_the_tables(exercise_id: str) -> None:
    default = LIBRARY.exercise(exercise_id).default
    assert tuple(plain(block) for block in default.dose.blocks) == ROWS[exercise_id].blocks
    assert (default.dose.left, default.dose.right) == (None, None)


@pytest.mark.parametrize("exercise_id", ROWS)
def test_the_default_dose_uses_the_sides_as_the_table_says(exercise_id: str) -> None:
    assert LIBRARY.exercise(exercise_id).default.side_mode is ROWS[exercise_id].sides


@pytest.mark.parametrize("exercise_id", ROWS)
def test_the_ladder_starts_and_has_its_default_dose_at_the_tables_rungs(exercise_id: str) -> None:
    exercise, row = LIBRARY.exercise(exercise_id), ROWS[exercise_id]
    assert exercise.levels[row.start - 1] == exercise.level()
    assert exercise.levels[row.default - 1] == exercise.default


@pytest.mark.parametrize("exercise_id", [*ROWS, *LISTS_AND_ROUTINES])
def test_how_often_is_the_tables(exercise_id: str) -> None:
    expected = LISTS_AND_ROUTINES.get(exercise_id) or ROWS[exercise_id].often
    assert LIBRARY.exercise(exercise_id).frequency == expected


@pytest.mark.parametrize("exercise_id", PIECES)
def test_a_routine_has_the_tables_pieces(exercise_id: str) -> None:
    (sequence,) = LIBRARY.exercise(exercise_id).default.dose.blocks
    assert isinstance(sequence, Sequence)
    found = [(item.exercise, item.dose.blocks[0]) for item in sequence.items]
    for (exercise, block), (name, (least, most)) in zip(found, PIECES[exercise_id], strict=True):
        amount = next(
            getattr(block, field) for field in ("passes", "reps", "seconds") if hasattr(block, field)
        )
        if isinstance(block, Directions):
            assert (block.directions, block.passes) == (CIRCLE, (1,))
            amount = block.reps
        assert name == (exercise or getattr(block, "activity", ""))
        assert least <= amount <= most


@pytest.mark.parametrize(("number", "stage"), [*enumerate(STAGES, start=1)])
def test_the_stages_of_walking_and_running_are_the_tables(number: int, stage: tuple[int, int, int]) -> None:
    level = LIBRARY.exercise("run-walk").level(f"stage-{number}")
    (block,) = level.dose.blocks
    assert isinstance(block, Intervals)
    run, walk, rounds = stage
    assert (block.work, block.easy, block.rounds) == (60 * run, 60 * walk, rounds)
    assert block.work_activity is Activity.RUN
    assert block.easy_activity is Activity.WALK or not block.easy


def test_before_the_first_stage_there_is_a_walk_of_half_an_hour() -> None:
    exercise = LIBRARY.exercise("run-walk")
    (block,) = exercise.levels[0].dose.blocks
    assert block == Duration(seconds=1800, activity=Activity.WALK)
    assert [exercise.is_loaded(level) for level in exercise.levels] == [False] + 8 * [True]


def test_easier_levels_start_no_higher_than_the_default_dose() -> None:
    towel, hops = LIBRARY.exercise("flx-towel-calf"), LIBRARY.exercise("ply-hop")
    assert towel.level().dose.blocks == (hold(3, 10, 15),)
    assert plain(hops.level().dose.blocks[0]) == reps(3, 30, "2-0-2", 90)
    assert hops.level().side_mode is BOTH
    drops = LIBRARY.exercise("str-heel-drop").level().dose.blocks
    assert [isinstance(block, Reps) and block.up_to and block.reps for block in drops] == [15, 15]


@row("3.9-circles")
def test_circles_on_both_feet_take_eight_minutes_of_work(row_id: str) -> None:
    (block,) = LIBRARY.exercise("mob-ankle-circles").default.dose.blocks
    assert isinstance(block, Directions)
    assert 2 * sum(block.passes) * len(block.directions) * block.reps * block.seconds == 480

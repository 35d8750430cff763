"""The strength, routine and cross-training files say what the catalog says (clinical.md §2A, §2B, §3.9)."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.dose import Block, Dose, Duration, Hold, Reps
from ankle_coach.domain.exercise import Equipment, Exercise, Level, Quantity
from ankle_coach.domain.frequency import AroundRuns, EveryDays, PerWeek, TimesPerDay
from ankle_coach.domain.movement import Motion
from ankle_coach.domain.sides import SideMode

LIBRARY = open_library()

LADDERS = {
    "str-calf-bi": ("seated", "support*", "no-support", "step", "weighted"),
    "str-calf-ecc": ("floor*", "step", "backpack"),
    "str-calf-uni": (
        *("fingertips*", "floor", "step", "backpack"),
        *("heavy-15rm", "heavy-12rm", "heavy-10rm", "heavy-8rm", "heavy-6rm"),
    ),
    "str-heel-drop": ("as-tolerated*", "body-weight+", "backpack"),
    "str-calf-seated": ("both-legs*", "both-legs-weight", "single-leg", "single-leg-heavier"),
    "str-calf-press": ("15rm*", "12rm", "10rm", "8rm", "6rm"),
    "str-calf-iso": ("two-legs-30*", "two-legs-45", "one-leg-30", "one-leg-45"),
    "str-band-df": ("no-band*", "light+", "medium", "heavy", "slow-lowering"),
    "str-band-pf": ("no-band*", "light+", "medium", "heavy", "slow-lowering"),
    "str-band-inv": ("no-band*", "light+", "medium", "heavy", "slow-lowering"),
    "str-band-ev": ("no-band*", "light+", "medium", "heavy", "slow-lowering"),
    "str-ev-iso": ("half-effort*", "ten-seconds+", "strong"),
    "str-towel-toe-raise": ("two-legs*", "up-two-down-one", "one-leg+", "backpack-10rm", "backpack-8rm"),
    "str-short-foot": ("sitting*", "standing", "one-leg", "moving"),
    "str-towel-scrunch": ("seated*", "weighted-towel", "standing"),
    "str-step-down": ("10-cm*", "15-cm", "20-cm", "weighted"),
    "wup-pre-run": ("short", "full*"),
    "wup-cool-down": ("short", "full*"),
    "xtr-airbike": ("easy*", "steady+", "intervals", "sprints"),
    "xtr-ropes": ("half-kneeling*", "standing", "steps"),
    "xtr-kettlebell": ("deadlift-light*", "deadlift-heavier", "goblet-squat", "swing"),
    "xtr-pool": ("chest-deep-walk*", "deep-water-run", "swim-with-kick"),
}
"""The levels of each ladder from easiest to hardest; ids are never renamed; the start level has a star,
the level of the default dose a plus where it is another."""

BELOW_NEUTRAL = {
    *(("str-calf-bi", "step"), ("str-calf-ecc", "step"), ("str-calf-uni", "step")),
    *(("str-heel-drop", "as-tolerated"), ("str-heel-drop", "body-weight"), ("str-heel-drop", "backpack")),
    *(("str-towel-toe-raise", "one-leg"), ("str-towel-toe-raise", "backpack-10rm")),
    ("str-towel-toe-raise", "backpack-8rm"),
}
"""Levels at which the heel sinks below the edge of a step."""


class Raises(NamedTuple):
    """What the catalog says of sets of repetitions."""

    sets: int
    reps: int
    tempo: tuple[float, float, float]
    rest: float
    mode: SideMode
    motion: Motion = Motion.RAISE
    rm: bool = False


EACH_SORE, TOGETHER = SideMode.AFFECTED, SideMode.BOTH
REPETITIONS = {
    ("str-calf-bi", ""): Raises(3, 12, (2, 1, 3), 60, TOGETHER),
    ("str-calf-ecc", ""): Raises(3, 10, (1, 0, 4), 60, EACH_SORE),
    ("str-calf-ecc", "backpack"): Raises(3, 15, (1, 0, 4), 60, EACH_SORE),
    ("str-calf-uni", ""): Raises(3, 10, (2, 1, 3), 90, EACH_SORE),
    ("str-calf-uni", "heavy-15rm"): Raises(3, 15, (3, 0, 3), 120, EACH_SORE, rm=True),
    ("str-calf-uni", "heavy-12rm"): Raises(3, 12, (3, 0, 3), 120, EACH_SORE, rm=True),
    ("str-calf-uni", "heavy-10rm"): Raises(4, 10, (3, 0, 3), 120, EACH_SORE, rm=True),
    ("str-calf-uni", "heavy-8rm"): Raises(4, 8, (3, 0, 3), 120, EACH_SORE, rm=True),
    ("str-calf-uni", "heavy-6rm"): Raises(4, 6, (3, 0, 3), 120, EACH_SORE, rm=True),
    ("str-calf-seated", ""): Raises(3, 10, (2, 1, 3), 60, TOGETHER),
    ("str-calf-press", ""): Raises(3, 15, (3, 0, 3), 120, TOGETHER, Motion.PUSH, rm=True),
    ("str-calf-press", "12rm"): Raises(3, 12, (3, 0, 3), 120, TOGETHER, Motion.PUSH, rm=True),
    ("str-calf-press", "10rm"): Raises(4, 10, (3, 0, 3), 120, TOGETHER, Motion.PUSH, rm=True),
    ("str-calf-press", "8rm"): Raises(4, 8, (3, 0, 3), 120, TOGETHER, Motion.PUSH, rm=True),
    ("str-calf-press", "6rm"): Raises(4, 6, (3, 0, 3), 120, TOGETHER, Motion.PUSH, rm=True),
    ("str-band-df", ""): Raises(3, 12, (2, 1, 3), 45, EACH_SORE, Motion.PULL),
    ("str-band-pf", ""): Raises(3, 12, (2, 1, 3), 60, EACH_SORE, Motion.PUSH),
    ("str-band-inv", ""): Raises(3, 12, (2, 1, 3), 60, EACH_SORE, Motion.TURN),
    ("str-band-ev", ""): Raises(3, 12, (2, 1, 3), 60, EACH_SORE, Motion.TURN),
    ("str-band-df", "slow-lowering"): Raises(3, 12, (2, 1, 5), 45, EACH_SORE, Motion.PULL),
    ("str-band-pf", "slow-lowering"): Raises(3, 12, (2, 1, 5), 60, EACH_SORE, Motion.PUSH),
    ("str-band-inv", "slow-lowering"): Raises(3, 12, (2, 1, 5), 60, EACH_SORE, Motion.TURN),
    ("str-band-ev", "slow-lowering"): Raises(3, 12, (2, 1, 5), 60, EACH_SORE, Motion.TURN),
    ("str-towel-toe-raise", "two-legs"): Raises(3, 12, (3, 2, 3), 120, TOGETHER, rm=True),
    ("str-towel-toe-raise", ""): Raises(3, 12, (3, 2, 3), 120, EACH_SORE, rm=True),
    ("str-towel-toe-raise", "backpack-10rm"): Raises(4, 10, (3, 2, 3), 120, EACH_SORE, rm=True),
    ("str-towel-toe-raise", "backpack-8rm"): Raises(5, 8, (3, 2, 3), 120, EACH_SORE, rm=True),
    ("str-short-foot", ""): Raises(3, 10, (2, 5, 2), 30, EACH_SORE, Motion.LIFT),
    ("str-towel-scrunch", ""): Raises(2, 10, (2, 0, 2), 30, EACH_SORE, Motion.GATHER),
    # Catalog 1-0-3: 1 s up and 3 s down; the way down is this exercise's way out and comes first.
    ("str-step-down", ""): Raises(3, 8, (3, 0, 1), 60, EACH_SORE, Motion.STEP_DOWN),
    ("xtr-kettlebell", ""): Raises(3, 10, (2, 0, 2), 60, TOGETHER, Motion.LIFT),
}
"""By exercise and level, the empty level being the one of the default dose."""

HOLDS = {
    ("str-calf-iso", ""): (5, 30, 60, None),
    ("str-calf-iso", "two-legs-45"): (5, 45, 60, None),
    ("str-calf-iso", "one-leg-30"): (5, 30, 60, None),
    ("str-calf-iso", "one-leg-45"): (5, 45, 60, None),
    ("str-ev-iso", "half-effort"): (5, 5, 30, 50),
    ("str-ev-iso", ""): (5, 10, 30, None),
    ("str-ev-iso", "strong"): (5, 30, 30, None),
}
"""Sets, seconds, rest and effort by exercise and level."""


def level_of(exercise_id: str, level_id: str) -> Level:
    """A level by its id, or the one of the default dose."""
    exercise = LIBRARY.exercise(exercise_id)
    return exercise.level(level_id) if level_id else exercise.default


def only_block(dose: Dose) -> Block:
    """The one block of a dose that has one."""
    assert len(dose.blocks) == 1
    return dose.blocks[0]


@pytest.mark.parametrize("exercise_id", LADDERS)
def test_each_ladder_has_its_levels_in_order(exercise_id: str) -> None:
    exercise = LIBRARY.exercise(exercise_id)
    marks = {exercise.default.id: "+"} | {exercise.start_level: "*"}
    ladder = tuple(level.id + marks.get(level.id, "") for level in exercise.levels)
    assert ladder == LADDERS[exercise_id]


def test_every_file_of_these_groups_has_a_ladder_here() -> None:
    on_disk = sorted(i for i in LIBRARY.exercises if i.startswith(("str-", "wup-", "xtr-")))
    assert sorted(LADDERS) == on_disk


@pytest.mark.parametrize(("exercise_id", "level_id"), REPETITIONS)
def test_repetitions_are_the_catalogs(exercise_id: str, level_id: str) -> None:
    level = level_of(exercise_id, level_id)
    block = only_block(level.dose)
    assert isinstance(block, Reps)
    assert block.tempo is not None
    tempo = (block.tempo.up, block.tempo.hold, block.tempo.down)
    rm = block.repetition_maximum
    found = Raises(block.sets, block.reps, tempo, block.rest_sets, level.side_mode, block.motion, rm)
    assert found == REPETITIONS[exercise_id, level_id]
    assert (block.rest_sides, block.rise_seconds, block.up_to) == (5, 0, False)


@pytest.mark.parametrize(("exercise_id", "level_id"), HOLDS)
def test_holds_are_the_catalogs(exercise_id: str, level_id: str) -> None:
    block = only_block(level_of(exercise_id, level_id).dose)
    assert isinstance(block, Hold)
    assert (block.sets, block.seconds, block.rest_sets, block.effort_percent) == HOLDS[exercise_id, level_id]
    assert block.holds == 1


@pytest.mark.parametrize(
    ("level_id", "up_to"), [("as-tolerated", True), ("body-weight", False), ("backpack", False)]
)
def test_a_bout_of_heel_drops_is_ninety_repetitions_and_rises_with_the_other_leg(
    level_id: str, up_to: bool
) -> None:
    level = LIBRARY.exercise("str-heel-drop").level(level_id)
    blocks = [block for block in level.dose.blocks if isinstance(block, Reps)]
    assert [block.variant for block in blocks] == ["straight-knee", "bent-knee"]
    assert sum(block.sets * block.reps for block in blocks) == 90
    assert level.side_mode is SideMode.AFFECTED
    for block in blocks:
        assert block.tempo is not None
        assert (block.tempo.up, block.tempo.hold, block.tempo.down) == (0, 0, 3)
        assert (block.rise_seconds, block.rest_sets, block.up_to) == (2, 60, up_to)


def test_only_step_levels_go_below_neutral_and_each_of_them_needs_a_step() -> None:
    found = set()
    for exercise_id in LADDERS:
        exercise = LIBRARY.exercise(exercise_id)
        for level in exercise.levels:
            if level.below_neutral:
                found.add((exercise_id, level.id))
                assert Equipment.STEP in exercise.equipment + level.equipment
    assert found == BELOW_NEUTRAL


def test_insertional_pain_can_climb_past_the_step_to_the_backpack() -> None:
    levels = {level.id: level for level in LIBRARY.exercise("str-calf-uni").levels}
    assert levels["step"].below_neutral
    assert not levels["backpack"].below_neutral
    assert levels["backpack"].load == "5 kg backpack"


def test_strength_is_loaded_except_without_any_load_and_routines_are_not() -> None:
    unloaded = set()
    for exercise_id in LADDERS:
        exercise = LIBRARY.exercise(exercise_id)
        states = {level.id: exercise.is_loaded(level) for level in exercise.levels}
        if exercise_id.startswith("str-"):
            unloaded |= {(exercise_id, level_id) for level_id, loaded in states.items() if not loaded}
        else:
            assert not any(states.values())
    bands = {(f"str-band-{way}", "no-band") for way in ("df", "pf", "inv", "ev")}
    assert unloaded == {*bands, ("str-calf-bi", "seated")}


def test_pain_at_the_outer_ankle_leads_from_the_band_to_the_static_press() -> None:
    assert {level.easier_sibling for level in LIBRARY.exercise("str-band-ev").levels} == {"str-ev-iso"}
    assert "str-ev-iso" in LIBRARY.exercises


@pytest.mark.parametrize(
    ("exercise_id", "quantity", "step", "top"),
    [
        ("str-calf-bi", Quantity.REPS, 2, 15),
        ("str-calf-uni", Quantity.REPS, 2, 15),
        ("str-calf-seated", Quantity.REPS, 2, 15),
        ("str-band-ev", Quantity.REPS, 2, 15),
        ("str-ev-iso", Quantity.HOLD, 5, 30),
    ],
)
def test_ranges_of_the_catalog_grow_by_the_rules_own_step(
    exercise_id: str, quantity: Quantity, step: float, top: float
) -> None:
    growth = LIBRARY.exercise(exercise_id).default.growth
    assert growth is not None
    assert (growth.quantity, growth.step, growth.top) == (quantity, step, top)


@pytest.mark.parametrize("exercise_id", LADDERS)
def test_a_range_ends_above_its_start_and_heavy_slow_levels_do_not_grow(exercise_id: str) -> None:
    for level in LIBRARY.exercise(exercise_id).levels:
        for block in level.dose.blocks:
            if level.growth is None:
                continue
            top = level.growth.top or float("inf")
            if isinstance(block, Reps) and level.growth.quantity is Quantity.REPS:
                assert block.reps < top
                assert not block.repetition_maximum
            elif isinstance(block, Hold | Duration):
                assert block.seconds < top


def test_weekly_conditions_of_the_ladders_are_written_down() -> None:
    towel, uni = LIBRARY.exercise("str-towel-toe-raise"), LIBRARY.exercise("str-calf-uni")
    assert towel.level("backpack-10rm").condition == "From week 3"
    assert towel.level("backpack-8rm").condition == "From week 5"
    assert [v.condition.removesuffix(" of the heavy slow levels") for v in uni.levels[4:]] == [
        *("Week 1", "From week 2", "From week 4", "From week 6", "From week 9")
    ]
    assert "Pain-free" in LIBRARY.exercise("str-heel-drop").level("backpack").condition
    assert "P4" in LIBRARY.exercise("xtr-ropes").level("steps").condition


@pytest.mark.parametrize(
    ("exercise_id", "frequency"),
    [
        ("str-calf-bi", (TimesPerDay(), EveryDays(days=2))),
        ("str-calf-uni", (TimesPerDay(), PerWeek(least=2, most=3, apart=2))),
        ("str-heel-drop", (TimesPerDay(least=2, most=2), TimesPerDay())),
        ("str-calf-press", (PerWeek(least=3, most=3, apart=2),)),
        ("str-band-df", (PerWeek(least=3, most=4),)),
        ("str-towel-toe-raise", (EveryDays(days=2),)),
        ("str-short-foot", (PerWeek(least=3, most=7),)),
        ("str-step-down", (PerWeek(least=2, most=3),)),
        ("wup-pre-run", (AroundRuns(before=True),)),
        ("wup-cool-down", (AroundRuns(after=True),)),
        ("xtr-ropes", (PerWeek(least=1, most=2),)),
    ],
)
def test_how_often_is_the_catalogs(exercise_id: str, frequency: tuple[object, ...]) -> None:
    assert LIBRARY.exercise(exercise_id).frequency == frequency


@pytest.mark.parametrize("exercise_id", LADDERS)
def test_each_file_has_what_a_card_a_handout_and_a_chip_need(exercise_id: str) -> None:
    exercise: Exercise = LIBRARY.exercise(exercise_id)
    assert 3 <= len(exercise.cues) <= 5
    assert all(len(cue) <= 60 for cue in exercise.cues)
    assert all((exercise.target, exercise.position, exercise.sides, exercise.frequency_note))
    assert {*exercise.references} <= {*LIBRARY.references}
    assert LIBRARY.shown_references(exercise.references)


CLAIMS = ("prevents", "scar tissue", "magical", "safe", "cure", "heals", "diagnos", "guarantee")


@pytest.mark.parametrize("exercise_id", LADDERS)
def test_no_text_claims_what_no_source_supports(exercise_id: str) -> None:
    exercise = LIBRARY.exercise(exercise_id)
    texts = (exercise.target, exercise.dose_note, exercise.phase_note, *exercise.cues, *exercise.precautions)
    said = " ".join(texts).casefold().replace("securely", "")
    assert [claim for claim in CLAIMS if claim in said] == []

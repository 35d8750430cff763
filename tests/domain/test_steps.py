"""The steps of known exercises, as the catalog of doses words them (clinical.md §2A)."""

from __future__ import annotations

import msgspec
import pytest

from ankle_coach.domain.dose import (
    Block,
    Checklist,
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
from ankle_coach.domain.movement import Direction
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.steps import (
    PAIN_DURING,
    Part,
    Step,
    StepKind,
    compile_dose,
    compile_session,
)
from tests.helpers.builders import balance, raises
from tests.helpers.coach import LIBRARY


def steps_of(name: str, affected: Side | None = None) -> tuple[Step, ...]:
    level = LIBRARY.exercise(name).default
    return compile_dose(level.dose, level.side_mode, affected, exercise=name)


def test_circles_go_twice_then_once_with_each_foot_and_both_ways() -> None:
    work = [step for step in steps_of("mob-ankle-circles") if step.is_work]

    ways = [Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE]
    sides = [Side.LEFT] * 4 + [Side.RIGHT] * 4 + [Side.LEFT] * 2 + [Side.RIGHT] * 2
    assert [step.direction for step in work] == ways * 6
    assert [step.side for step in work] == sides
    assert {(step.reps, step.seconds) for step in work} == {(20, 40)}
    assert sum(step.seconds or 0 for step in work) == 480


def test_the_alphabet_is_two_passes_of_twenty_six_letters_a_foot() -> None:
    work = [step for step in steps_of("mob-alphabet") if step.is_work]

    for side in (Side.LEFT, Side.RIGHT):
        own = [step for step in work if step.side is side]
        assert "".join(step.letter for step in own) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 2
        assert [step.set_number for step in own] == [1] * 26 + [2] * 26
        assert [step.part_number for step in own[:26]] == list(range(1, 27))


def test_raises_on_two_legs_are_three_sets_of_twelve_at_two_one_three() -> None:
    work = [step for step in steps_of("str-calf-bi") if step.is_work]

    assert [(step.reps, step.seconds, step.side) for step in work] == [(12, 72, Side.BOTH)] * 3
    assert [(part.part, part.seconds) for part in work[0].parts] == [
        (Part.UP, 2),
        (Part.HOLD, 1),
        (Part.DOWN, 3),
    ]


def test_the_other_leg_rises_first_where_only_lowering_is_trained() -> None:
    first = next(step for step in steps_of("str-heel-drop") if step.is_work)

    assert first.parts[0].part is Part.RISE
    assert first.parts[0].seconds == 2


def test_ice_and_its_skin_check_count_on_while_the_computer_sleeps() -> None:
    ice = next(step for step in steps_of("rec-ice") if step.is_work)

    assert (ice.clock, ice.seconds, ice.maximum) == ("elapsed", 900, 1200)
    assert [(point.at, point.check) for point in ice.checkpoints] == [(300, "skin")]


def test_the_affected_side_alone_is_trained_and_first_where_both_are() -> None:
    assert {step.side for step in steps_of("str-calf-uni", Side.RIGHT)} == {Side.RIGHT}
    assert next(iter(steps_of("mob-ankle-circles", Side.RIGHT))).side is Side.RIGHT
    assert {step.side for step in steps_of("str-calf-uni", Side.BOTH)} == {Side.LEFT, Side.RIGHT}


def test_changing_sides_takes_the_place_of_the_rest_and_names_the_coming_side() -> None:
    dose = Dose(blocks=(Hold(sets=2, seconds=10, rest_sets=20, rest_sides=5),))
    kinds = [(step.kind, step.side) for step in compile_dose(dose, SideMode.EACH, None)]

    assert kinds == [
        (StepKind.READY, Side.LEFT),
        (StepKind.HOLD, Side.LEFT),
        (StepKind.REST, Side.LEFT),
        (StepKind.HOLD, Side.LEFT),
        (StepKind.SWITCH, Side.RIGHT),
        (StepKind.HOLD, Side.RIGHT),
        (StepKind.REST, Side.RIGHT),
        (StepKind.HOLD, Side.RIGHT),
    ]


def test_sides_in_turn_rest_before_each_new_round() -> None:
    dose = Dose(blocks=(Hold(sets=2, seconds=10, rest_sets=20, rest_sides=5),))
    kinds = [(step.kind, step.side) for step in compile_dose(dose, SideMode.ALTERNATE, None)][1:]

    assert kinds == [
        (StepKind.HOLD, Side.LEFT),
        (StepKind.SWITCH, Side.RIGHT),
        (StepKind.HOLD, Side.RIGHT),
        (StepKind.REST, Side.LEFT),
        (StepKind.SWITCH, Side.LEFT),
        (StepKind.HOLD, Side.LEFT),
        (StepKind.SWITCH, Side.RIGHT),
        (StepKind.HOLD, Side.RIGHT),
    ]


def test_rests_between_repetitions_part_a_set_into_single_ones() -> None:
    dose = Dose(blocks=(Reps(sets=1, reps=3, tempo=Tempo(up=2), rest_reps=4),))
    steps = compile_dose(dose, SideMode.BOTH, None)

    assert [(step.kind, step.reps) for step in steps[1:]] == [
        (StepKind.MOVE, 1),
        (StepKind.REST, 0),
        (StepKind.MOVE, 1),
        (StepKind.REST, 0),
        (StepKind.MOVE, 1),
    ]
    assert [step.part_number for step in steps if step.is_work] == [1, 2, 3]
    assert len({step.set_key for step in steps[1:]}) == 1


def test_a_sequence_names_the_exercise_of_each_piece() -> None:
    pieces = (
        SequenceItem(exercise="mob-pumps", dose=Dose(blocks=(Hold(sets=1, seconds=5),))),
        SequenceItem(exercise="mob-alphabet", dose=Dose(blocks=(Hold(sets=1, seconds=5),))),
    )
    steps = compile_dose(Dose(blocks=(Sequence(items=pieces),)), SideMode.BOTH, None, exercise="wup-pre-run")

    assert [(step.exercise, step.item) for step in steps if step.is_work] == [
        ("mob-pumps", 0),
        ("mob-alphabet", 1),
    ]


def test_a_distance_says_how_far() -> None:
    work = [step for step in steps_of("gait-heel-toe") if step.is_work]

    assert {(step.meters, step.seconds) for step in work} == {(10, None)}


def test_pain_is_asked_after_the_exercises_that_load_and_only_there() -> None:
    steps = compile_session((raises(), balance()), Side.RIGHT, frozenset({"strength.bal-single-leg"}))
    asks = [(index, step) for index, step in enumerate(steps) if step.kind is StepKind.ASK]

    assert [(index, step.prescription, step.question) for index, step in asks] == [
        (len(steps) - 1, "strength.bal-single-leg", PAIN_DURING)
    ]


@pytest.mark.parametrize("name", sorted(LIBRARY.exercises))
def test_no_exercise_has_a_step_without_length(name: str) -> None:
    assert [step for step in steps_of(name) if step.seconds is not None and step.seconds <= 0] == []


def test_ice_is_done_once_where_no_side_is_named_but_own_doses_of_the_sides_stay_apart() -> None:
    timer = Timer(seconds=600, maximum=1200)
    once = compile_dose(Dose(blocks=(timer,)), SideMode.AFFECTED, None)
    apart = compile_dose(
        Dose(blocks=(timer,), left=(Timer(seconds=300, maximum=600),)), SideMode.AFFECTED, None
    )

    assert [(step.side, step.seconds) for step in once] == [(Side.BOTH, 600)]
    assert [(step.side, step.seconds) for step in apart if step.is_work] == [
        (Side.LEFT, 300),
        (Side.RIGHT, 600),
    ]


@pytest.mark.parametrize(
    ("mode", "affected", "asked"),
    [
        (SideMode.AFFECTED, Side.RIGHT, Side.RIGHT),
        (SideMode.AFFECTED, Side.LEFT, Side.LEFT),
        (SideMode.AFFECTED, None, Side.BOTH),
        (SideMode.AFFECTED, Side.BOTH, Side.BOTH),
        (SideMode.EACH, Side.RIGHT, Side.BOTH),
        (SideMode.BOTH, Side.RIGHT, Side.BOTH),
    ],
)
def test_the_pain_is_asked_of_every_side_that_worked(
    mode: SideMode, affected: Side | None, asked: Side
) -> None:
    own = msgspec.structs.replace(raises(), side_mode=mode)
    steps = compile_session([own], affected, frozenset({own.id}))
    assert [step.side for step in steps if step.kind is StepKind.ASK] == [asked]


# --- Numbers of the parts of a set -------------------------------------------------------------


def parts_of(*blocks: Block) -> list[tuple[StepKind, int, int, float | None]]:
    """Kind, number, count and seconds of the steps of a dose, the get-ready left out."""
    steps = compile_dose(Dose(blocks=blocks), SideMode.BOTH, None)
    return [(s.kind, s.part_number, s.part_count, s.seconds) for s in steps if s.kind is not StepKind.READY]


HOLD, MOVE, REST, MANUAL = StepKind.HOLD, StepKind.MOVE, StepKind.REST, StepKind.MANUAL
WAYS = (Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE)
NUMBERED: list[tuple[str, Block, list[tuple[StepKind, int, int, float | None]]]] = [
    ("one hold has no number", Hold(sets=1, seconds=30), [(HOLD, 0, 0, 30)]),
    (
        "holds with rests between",
        Hold(sets=1, holds=2, seconds=10, rest_reps=3),
        [(HOLD, 1, 2, 10), (REST, 2, 2, 3), (HOLD, 2, 2, 10)],
    ),
    (
        "repetitions with rests are steps of their own",
        Reps(sets=1, reps=2, tempo=Tempo(2, 1, 3), rest_reps=4),
        [(MOVE, 1, 2, 6), (REST, 2, 2, 4), (MOVE, 2, 2, 6)],
    ),
    ("repetitions without are one", Reps(sets=1, reps=2, tempo=Tempo(2, 1, 3)), [(MOVE, 0, 0, 12)]),
    ("at the person's own pace", Reps(sets=1, reps=12), [(MANUAL, 0, 0, None)]),
    (
        "zones share the time",
        Duration(seconds=90, zones=("heel", "inner-arch", "ball-of-foot")),
        [(MOVE, 1, 3, 30), (MOVE, 2, 3, 30), (MOVE, 3, 3, 30)],
    ),
    ("without zones it is one piece", Duration(seconds=90), [(MOVE, 0, 0, 90)]),
    (
        "directions with a rest between",
        Directions(directions=WAYS, reps=10, seconds=2, hold=1, rest_directions=5),
        [(MOVE, 1, 2, 30), (REST, 2, 2, 5), (MOVE, 2, 2, 30)],
    ),
    (
        "letters",
        Tracing(passes=1, seconds_per_letter=3, letters="AB"),
        [(StepKind.TRACE, 1, 2, 3), (StepKind.TRACE, 2, 2, 3)],
    ),
    (
        "rounds keep their easier part",
        Intervals(rounds=2, work=60, easy=240),
        [(MOVE, 1, 2, 60), (REST, 1, 2, 240), (MOVE, 2, 2, 60), (REST, 2, 2, 240)],
    ),
    ("rounds without one", Intervals(rounds=2, work=60), [(MOVE, 1, 2, 60), (MOVE, 2, 2, 60)]),
    ("a list", Checklist(items=("Water", "Shoes")), [(MANUAL, 1, 2, None), (MANUAL, 2, 2, None)]),
    ("one thing to tick", Checklist(items=("Water",)), [(MANUAL, 0, 0, None)]),
    ("a distance", Distance(sets=1, meters=20), [(MANUAL, 0, 0, None)]),
]


@pytest.mark.parametrize(("block", "parts"), [n[1:] for n in NUMBERED], ids=[n[0] for n in NUMBERED])
def test_the_parts_of_a_set_are_numbered_from_one_where_there_are_several(
    block: Block, parts: list[tuple[StepKind, int, int, float | None]]
) -> None:
    assert parts_of(block) == parts


def test_two_forms_of_a_dose_are_told_apart_by_their_names() -> None:
    straight, bent = (Hold(sets=1, seconds=20, variant=name) for name in ("straight-knee", "bent-knee"))
    work = [s for s in compile_dose(Dose(blocks=(straight, bent)), SideMode.BOTH, None) if s.is_work]
    assert [(step.variant, step.block) for step in work] == [("straight-knee", 0), ("bent-knee", 1)]

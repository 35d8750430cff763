"""One dose, three readings: its steps, its total time and its sentence never disagree."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.dose import (
    Checklist,
    Directions,
    Distance,
    Dose,
    Duration,
    Hold,
    Intervals,
    Reps,
    Sequence,
    Tempo,
    Timer,
    Tracing,
)
from ankle_coach.domain.dose_order import playing_sides, sets_of
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.dose_time import READY_SECONDS, total_time
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.steps import StepKind, compile_dose, steps_time
from ankle_coach.domain.words import PLAIN_WORDS
from tests.helpers.doses import AFFECTED, DOSES, MODES, plain_doses


@given(dose=DOSES, mode=MODES, affected=AFFECTED)
def test_the_timed_steps_sum_to_the_total_time_and_open_steps_are_counted(
    dose: Dose, mode: SideMode, affected: Side | None
) -> None:
    total = total_time(dose, mode, affected)
    played = steps_time(compile_dose(dose, mode, affected))

    assert played.seconds == pytest.approx(total.seconds)
    assert played.open_steps == total.open_steps


def _reps_of(dose: Dose, side: Side) -> int:
    total = 0
    for block in dose.for_side(side):
        match block:
            case Reps():
                total += block.sets * block.reps
            case Hold():
                total += block.sets * block.holds
            case Directions():
                total += sum(block.passes) * block.reps * len(block.directions)
            case _:
                pass
    return total


@given(dose=plain_doses(), mode=MODES, affected=AFFECTED)
def test_every_side_does_exactly_the_repetitions_of_its_own_dose(
    dose: Dose, mode: SideMode, affected: Side | None
) -> None:
    played: Counter[Side] = Counter()
    for step in compile_dose(dose, mode, affected):
        played[step.side] += step.reps

    sides = playing_sides(dose, mode, affected)
    assert {side: played[side] for side in sides} == {side: _reps_of(dose, side) for side in sides}
    assert sum(played.values()) == sum(_reps_of(dose, side) for side in sides)


@given(dose=plain_doses(), mode=MODES, affected=AFFECTED)
def test_every_side_does_its_sets_in_order_and_says_how_many_there_are(
    dose: Dose, mode: SideMode, affected: Side | None
) -> None:
    steps = [step for step in compile_dose(dose, mode, affected) if step.is_work]

    for side in playing_sides(dose, mode, affected):
        for index, block in enumerate(dose.for_side(side)):
            own = [step for step in steps if step.side is side and step.block == index]
            numbers = list(dict.fromkeys(step.set_number for step in own))
            assert numbers == list(range(1, sets_of(block) + 1))
            assert {step.set_count for step in own} == {sets_of(block)}


def _numbers(block: object) -> list[float]:
    """The numbers that a sentence of a block has to name."""
    match block:
        case Reps(tempo=tempo):
            parts = [] if tempo is None else [tempo.up, tempo.hold, tempo.down, tempo.pause]
            return [block.sets, block.reps, block.rise_seconds, *parts]
        case Hold():
            return [block.sets if block.sets > 1 else 0, block.holds if block.sets == 1 else 0, block.seconds]
        case Duration():
            return [block.sets if block.sets > 1 else 0, block.seconds]
        case Directions():
            return [block.reps, *block.passes, block.seconds, block.hold]
        case Tracing():
            return [block.passes, len(block.letters), block.seconds_per_letter]
        case Intervals():
            return [block.rounds, block.work, block.easy]
        case Distance():
            return [block.sets, block.meters]
        case Timer():
            return [block.seconds / 60, block.maximum / 60]
        case _:
            return []


@given(dose=plain_doses(), mode=MODES, affected=AFFECTED)
def test_the_sentence_names_every_number_of_the_dose(
    dose: Dose, mode: SideMode, affected: Side | None
) -> None:
    sentence = dose_sentence(dose, mode, affected, PLAIN_WORDS)
    said = {float(number) for number in re.findall(r"\d+(?:\.\d+)?", sentence)}

    for side in playing_sides(dose, mode, affected):
        for block in dose.for_side(side):
            missing = [number for number in _numbers(block) if number and float(number) not in said]
            assert missing == [], sentence


@given(dose=plain_doses(), mode=MODES, affected=AFFECTED)
def test_rests_stand_between_pieces_of_work_and_never_at_the_ends(
    dose: Dose, mode: SideMode, affected: Side | None
) -> None:
    kinds = [step.kind for step in compile_dose(dose, mode, affected)]
    ends_easy = isinstance(dose.blocks[-1], Intervals)

    assert StepKind.READY not in kinds[1:]
    assert kinds[0] not in (StepKind.REST, StepKind.SWITCH)
    assert kinds[-1] is not StepKind.SWITCH
    assert ends_easy or kinds[-1] is not StepKind.REST
    assert StepKind.ASK not in kinds


@pytest.mark.parametrize(
    ("dose", "mode", "seconds", "open_steps"),
    [
        pytest.param(
            Dose(blocks=(Reps(sets=3, reps=12, tempo=Tempo(up=2, hold=1, down=3), rest_sets=60),)),
            SideMode.BOTH,
            READY_SECONDS + 3 * 72 + 2 * 60,
            0,
            id="raises on two legs",
        ),
        pytest.param(
            Dose(blocks=(Hold(sets=2, seconds=30, rest_sets=20, rest_sides=5),)),
            SideMode.EACH,
            READY_SECONDS + 2 * (60 + 20) + 5,
            0,
            id="holds on each side",
        ),
        pytest.param(
            Dose(blocks=(Hold(sets=2, seconds=30, rest_sets=20, rest_sides=5),)),
            SideMode.ALTERNATE,
            READY_SECONDS + 4 * 30 + 3 * 5 + 20,
            0,
            id="holds in turn",
        ),
        pytest.param(Dose(blocks=(Reps(sets=3, reps=10),)), SideMode.BOTH, 0, 3, id="at one's own pace"),
        pytest.param(Dose(blocks=(Checklist(items=("a", "b")),)), SideMode.BOTH, 0, 2, id="a list"),
        pytest.param(
            Dose(blocks=(Timer(seconds=900, maximum=1200),)), SideMode.BOTH, 900, 0, id="ice has no get-ready"
        ),
    ],
)
def test_known_doses_take_known_times(dose: Dose, mode: SideMode, seconds: float, open_steps: int) -> None:
    assert total_time(dose, mode, None) == (seconds, open_steps)


@given(dose=DOSES, mode=MODES, affected=AFFECTED, name=st.just("str-calf-bi"))
def test_every_step_names_its_exercise_and_prescription(
    dose: Dose, mode: SideMode, affected: Side | None, name: str
) -> None:
    steps = compile_dose(dose, mode, affected, exercise=name, prescription="p", session="s")

    assert {step.prescription for step in steps} == {"p"}
    assert {step.session for step in steps} == {"s"}
    if not isinstance(dose.blocks[0], Sequence):
        assert {step.exercise for step in steps} == {name}

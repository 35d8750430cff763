"""Where a session is: repetition, part, exercise, share."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ankle_coach.domain.session import CommandKind, new_session
from ankle_coach.domain.session_position import exercise_place, rep_position, share_done
from ankle_coach.domain.session_state import Credit, SessionState, Skip, Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Part, Step, StepKind, compile_session
from tests.helpers.builders import balance, raises
from tests.helpers.playing import Player

STEPS = compile_session((raises(), balance()), Side.RIGHT, frozenset({"strength.str-calf-bi"}))
MOVE = next(step for step in STEPS if step.kind is StepKind.MOVE)


@pytest.mark.parametrize(
    ("position", "rep", "part", "share"),
    [
        (0, 1, Part.UP, 0),
        (1, 1, Part.UP, 0.5),
        (2, 1, Part.HOLD, 0),
        (3, 1, Part.DOWN, 0),
        (5.25, 1, Part.DOWN, 0.75),
        (6, 2, Part.UP, 0),
        (17.5, 3, Part.DOWN, 2.5 / 3),
        (18, 3, Part.DOWN, 1),
    ],
)
def test_a_position_is_a_repetition_and_a_part_of_it(
    position: float, rep: int, part: Part, share: float
) -> None:
    place = rep_position(MOVE, position)

    assert place is not None
    assert (place.rep, place.part) == (rep, part)
    assert place.share == pytest.approx(share)


def test_a_step_without_a_tempo_has_no_repetitions_to_show() -> None:
    assert rep_position(next(step for step in STEPS if step.kind is StepKind.HOLD), 3) is None


@given(position=st.floats(0, 18))
def test_the_share_of_a_part_stays_between_nothing_and_all(position: float) -> None:
    place = rep_position(MOVE, position)

    assert place is not None
    assert 0 <= place.share <= 1
    assert 1 <= place.rep <= 3


def test_exercises_are_counted_and_the_question_belongs_to_the_one_before() -> None:
    player = Player.of(STEPS)
    assert exercise_place(player.state) == (1, 2)
    while player.state.step.kind is not StepKind.ASK:
        player.stall(1)
    assert exercise_place(player.state) == (1, 2)
    player.send(CommandKind.NEXT)
    assert exercise_place(player.state) == (2, 2)


def test_the_share_done_grows_from_nothing_to_one_and_never_falls() -> None:
    player = Player(new_session(STEPS))
    shares = [share_done(player.state)]
    player.send(CommandKind.START)
    while not player.state.status.is_over:
        if player.state.step.seconds is None:
            player.send(CommandKind.NEXT)
        else:
            player.stall(1)
        shares.append(share_done(player.state))

    assert shares[0] == 0
    assert shares[-1] == 1
    assert shares == sorted(shares)


def at(index: int, position: float = 0, **fields: Any) -> SessionState:
    """A session of 10 s to get ready, two holds of 40 s with 10 s between, and a question."""
    kinds = (StepKind.READY, StepKind.HOLD, StepKind.REST, StepKind.HOLD, StepKind.ASK)
    lengths = (10, 40, 10, 40, None)
    steps = tuple(
        Step(kind=kind, seconds=seconds, prescription="a", exercise="a")
        for kind, seconds in zip(kinds, lengths, strict=True)
    )
    return SessionState(
        steps=steps, index=index, position=position, credits=tuple(Credit() for _ in steps), **fields
    )


@pytest.mark.parametrize(
    ("state", "share"),
    [
        pytest.param(at(0), 0, id="the start"),
        pytest.param(at(0, 5), 0.05, id="half of getting ready"),
        pytest.param(at(1), 0.1, id="the first hold begins"),
        pytest.param(at(1, 20), 0.3, id="half of the first hold"),
        pytest.param(at(1, 55), 0.5, id="more than a hold, which has been made longer"),
        pytest.param(at(3, 39), 0.99, id="a second before the end"),
        pytest.param(at(4), 1, id="only the question is left"),
        pytest.param(at(1, skipped=(Skip("a", 0),)), 0.6, id="what is left out counts as over"),
        pytest.param(at(1, 20, status=Status.FINISHED), 1, id="finished early"),
    ],
)
def test_the_share_of_a_session_is_that_of_its_time(state: SessionState, share: float) -> None:
    assert share_done(state) == pytest.approx(share)


def test_steps_at_the_persons_own_pace_count_as_well_until_they_are_tapped() -> None:
    tapped = tuple(Step(kind=StepKind.MANUAL, prescription="a", exercise="a") for _ in range(4))
    state = SessionState(steps=tapped, credits=tuple(Credit() for _ in tapped))
    assert [share_done(replace(state, index=n, position=50)) for n in range(4)] == [0, 0.25, 0.5, 0.75]


def test_a_session_of_questions_only_has_no_share() -> None:
    asked = (Step(kind=StepKind.ASK, prescription="a", exercise="a"),)
    assert share_done(SessionState(steps=asked, credits=(Credit(),))) == 0


def test_each_piece_of_a_routine_is_an_exercise_and_a_question_belongs_to_the_last_of_its_own() -> None:
    pieces = [("r", 0), ("r", 1), ("b", 0)]
    steps = tuple(Step(kind=StepKind.HOLD, seconds=9, prescription=p, item=i, exercise=p) for p, i in pieces)
    asks = (Step(kind=StepKind.ASK, prescription="r"), Step(kind=StepKind.ASK, prescription="none"))
    whole = SessionState(steps=(*steps, *asks), credits=(Credit(),) * 5)
    assert [exercise_place(replace(whole, index=n)) for n in range(5)] == [
        (1, 3),
        (2, 3),
        (3, 3),
        (2, 3),
        (1, 3),
    ]

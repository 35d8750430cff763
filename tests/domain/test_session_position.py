"""Where a session is: repetition, part, exercise, share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.session import CommandKind, new_session
from ankle_coach.domain.session_position import exercise_place, rep_position, share_done
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Part, StepKind, compile_session
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

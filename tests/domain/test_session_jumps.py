"""Next, back, restart, skip, too painful and the ends: where they lead and what they leave."""

from __future__ import annotations

import pytest

from ankle_coach.domain.session import (
    EXTRA_REST,
    CommandKind,
    can_extend,
    credit_now,
    lead_in_left,
)
from ankle_coach.domain.session_flow import LEAD_IN
from ankle_coach.domain.session_state import Credit, EventKind, Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import StepKind, compile_session
from tests.helpers.builders import balance, raises
from tests.helpers.playing import HOLDS, MANUAL, RAISES, Player, at_work


def test_skipping_a_rest_gets_ready_but_skipping_get_ready_goes() -> None:
    player = Player.of(RAISES)
    player.send(CommandKind.NEXT)
    assert player.state.step.is_work
    assert lead_in_left(player.state) == 0
    player.wait(18)
    player.send(CommandKind.NEXT)
    assert player.state.step.set_number == 2
    assert lead_in_left(player.state) == pytest.approx(LEAD_IN)


def test_next_just_after_a_step_has_ended_by_itself_does_not_leave_the_following_one() -> None:
    player = at_work()
    player.awake += 18.1
    player.elapsed += 18.1
    player.send(CommandKind.NEXT)

    assert player.state.step.kind is StepKind.REST


def test_fifteen_seconds_more_rest_once_for_each_press() -> None:
    player = at_work()
    player.wait(18)
    player.send(CommandKind.EXTEND_REST)
    player.send(CommandKind.EXTEND_REST)

    assert can_extend(player.state)
    assert player.state.length == 30 + 2 * EXTRA_REST
    player.wait(59)
    assert player.state.step.kind is StepKind.REST
    player.wait(1)
    assert player.state.step.is_work
    assert player.state.extension == 0


def test_work_cannot_be_extended() -> None:
    player = at_work()
    player.send(CommandKind.EXTEND_REST)

    assert not can_extend(player.state)
    assert player.state.length == 18


def test_back_after_next_restores_the_step_and_its_extension() -> None:
    player = at_work()
    player.wait(18)
    player.send(CommandKind.EXTEND_REST)
    player.wait(40)
    before = player.state
    player.send(CommandKind.NEXT)
    player.send(CommandKind.BACK)

    assert (player.state.index, player.state.extension) == (before.index, before.extension)
    assert player.state.position == pytest.approx(40)
    player.wait(4)
    assert player.state.step.kind is StepKind.REST


def test_back_after_next_goes_on_with_work_where_it_was_left() -> None:
    player = at_work()
    player.wait(7)
    player.send(CommandKind.NEXT)
    player.send(CommandKind.BACK)
    player.wait(LEAD_IN + 1)

    assert player.state.position == pytest.approx(8)
    assert credit_now(player.state)[player.state.index].reps == 1


def test_back_after_a_skip_takes_the_skip_back() -> None:
    player = at_work(HOLDS)
    player.wait(4)
    before = player.state
    player.send(CommandKind.SKIP_SIDE)
    assert player.state.step.side is Side.RIGHT
    player.send(CommandKind.BACK)

    assert player.state.skipped == ()
    assert player.state.index == before.index
    assert player.state.position == pytest.approx(4)


def test_back_takes_an_accidental_tap_back() -> None:
    player = at_work(MANUAL)
    player.wait(5)
    player.send(CommandKind.NEXT)
    assert player.state.credits[0] == Credit(10, 5, done=True)
    player.send(CommandKind.BACK)

    assert player.state.index == 0
    assert player.state.credits[0] == Credit()
    player.send(CommandKind.FINISH)
    assert player.state.credits[0] == Credit()


def test_back_from_a_step_that_came_by_itself_plays_the_one_before_again_and_keeps_its_credit() -> None:
    player = at_work()
    player.wait(19)
    player.send(CommandKind.BACK)

    assert player.state.step.is_work
    assert player.state.position == 0
    assert player.state.credits[player.state.index].done
    player.wait(4)
    player.send(CommandKind.FINISH)
    assert player.state.credits[player.state.index] == Credit(3, 18, done=True)


def test_back_at_the_first_step_begins_it_again() -> None:
    player = Player.of(RAISES)
    player.wait(3)
    player.send(CommandKind.BACK)

    assert (player.state.index, player.state.position) == (0, 0)


def test_restart_set_goes_to_the_first_hold_of_the_set_across_its_rests() -> None:
    player = at_work(HOLDS)
    player.wait(10 + 4 + 3)
    assert player.state.step.part_number == 2
    player.send(CommandKind.RESTART_SET)

    assert player.state.step.kind is StepKind.HOLD
    assert player.state.step.part_number == 1
    assert player.state.position == 0


def test_restart_in_a_rest_before_a_set_starts_the_rest_again() -> None:
    player = at_work()
    player.wait(18 + 10)
    rest = player.state.index
    player.send(CommandKind.RESTART_SET)

    assert player.state.index == rest
    assert player.state.remaining == pytest.approx(30)


def test_skipping_the_right_never_voids_the_left() -> None:
    player = at_work(HOLDS)
    while player.state.step.side is Side.LEFT:
        player.wait(1)
    player.send(CommandKind.SKIP_SIDE)

    assert player.state.status is Status.FINISHED
    done = {step.side for step, credit in zip(HOLDS, player.state.credits, strict=True) if credit.done}
    assert done == {Side.LEFT}
    assert all(
        credit.done
        for step, credit in zip(HOLDS, player.state.credits, strict=True)
        if step.is_work and step.side is Side.LEFT
    )


def test_too_painful_ends_the_exercise_and_keeps_what_was_done() -> None:
    steps = compile_session((raises(), balance()), Side.RIGHT, frozenset({"strength.str-calf-bi"}))
    player = at_work(steps)
    player.wait(13)
    player.send(CommandKind.TOO_PAINFUL, 6)

    assert player.state.pain_stops[0].pain == 6
    assert player.state.step.exercise == "bal-single-leg"
    assert player.state.credits[1] == Credit(2, 13)
    player.send(CommandKind.BACK)
    assert player.state.step.exercise == "bal-single-leg"
    assert player.state.pain_stops[0].pain == 6


def test_pain_is_asked_where_something_was_played_and_not_where_nothing_was() -> None:
    steps = compile_session((raises(), balance()), Side.RIGHT, frozenset({"strength.str-calf-bi"}))
    skipped = Player.of(steps)
    skipped.send(CommandKind.SKIP_EXERCISE)
    assert skipped.state.step.exercise == "bal-single-leg"

    played = at_work(steps)
    played.wait(7)
    played.send(CommandKind.SKIP_EXERCISE)
    assert played.state.step.kind is StepKind.ASK


def test_finish_credits_the_running_step_and_abandon_ends_without_a_word_of_it() -> None:
    player = at_work()
    player.wait(8)
    player.send(CommandKind.FINISH)
    assert player.state.status is Status.FINISHED
    assert player.state.credits[1] == Credit(1, 8)
    assert credit_now(player.state) == player.state.credits

    other = at_work()
    other.send(CommandKind.ABANDON)
    assert other.state.status is Status.ABANDONED
    assert other.kinds()[-1] is EventKind.ABANDONED


def test_nothing_moves_after_the_end() -> None:
    player = at_work()
    player.send(CommandKind.FINISH)
    before = player.state
    for kind in CommandKind:
        player.stall(40)
        player.send(kind)

    assert player.state == before


def test_back_over_a_step_that_was_left_goes_on_where_it_was_left_after_getting_ready() -> None:
    player = at_work()
    place = player.state.index
    player.wait(12)
    player.send(CommandKind.NEXT)
    player.wait(40)
    assert player.state.index > place + 1
    player.send(CommandKind.BACK)
    player.send(CommandKind.BACK)
    assert player.state.index == place
    assert player.state.position == pytest.approx(12)
    assert lead_in_left(player.state) == LEAD_IN
    player.send(CommandKind.PAUSE)
    assert lead_in_left(player.state) == 0


def test_back_to_a_step_that_was_played_whole_begins_it_again() -> None:
    player = at_work()
    place = player.state.index
    player.wait(20)
    player.send(CommandKind.BACK)
    assert (player.state.index, player.state.position) == (place, 0)
    assert lead_in_left(player.state) == LEAD_IN

"""The player as a pure function: deadlines, sleep, jumps, rests and what they leave behind."""

from __future__ import annotations

import msgspec
import pytest

from ankle_coach.domain.dose import Checkpoint, Dose, Hold, Reps, Tempo, Timer
from ankle_coach.domain.movement import Activity
from ankle_coach.domain.session import (
    EXTRA_REST,
    CommandKind,
    can_extend,
    credit_now,
    lead_in_left,
    new_session,
    restored,
)
from ankle_coach.domain.session_flow import LEAD_IN, STALL_MEANS_SLEEP
from ankle_coach.domain.session_state import Credit, EventKind, SessionState, Status
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.steps import Clock, StepKind, compile_dose, compile_session
from tests.helpers.builders import balance, raises
from tests.helpers.playing import Player

RAISES = compile_dose(
    Dose(blocks=(Reps(sets=2, reps=3, tempo=Tempo(up=2, hold=1, down=3), rest_sets=30),)),
    SideMode.BOTH,
    None,
    exercise="str-calf-bi",
    prescription="raises",
)
HOLDS = compile_dose(
    Dose(blocks=(Hold(sets=2, holds=2, seconds=10, rest_reps=4, rest_sets=20),)),
    SideMode.EACH,
    None,
    exercise="bal-single-leg",
    prescription="holds",
)
MANUAL = compile_dose(
    Dose(blocks=(Reps(sets=2, reps=10, rest_sets=30),)),
    SideMode.BOTH,
    None,
    exercise="x",
    prescription="manual",
)
ICE = compile_dose(
    Dose(blocks=(Timer(seconds=900, maximum=1200, checkpoints=(Checkpoint(300, "skin"),)),)),
    SideMode.BOTH,
    None,
    exercise="rec-ice",
    prescription="ice",
)


def at_work(steps: tuple = RAISES) -> Player:
    """A player at the start of its first work."""
    player = Player.of(steps)
    while not player.state.step.is_work:
        player.wait(player.state.remaining or 0)
    return player


def test_a_session_needs_a_step() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        new_session(())


def test_nothing_moves_before_the_start() -> None:
    player = Player(new_session(RAISES))
    player.wait(20)
    player.send(CommandKind.NEXT)
    player.send(CommandKind.EXTEND_REST)

    assert player.state.status is Status.WAITING
    assert (player.state.index, player.state.position, player.state.extension) == (0, 0, 0)
    assert player.events == []


def test_a_step_ends_at_its_deadline_not_at_the_tick_that_sees_it() -> None:
    player = Player.of(RAISES)
    player.stall(9)

    assert player.state.step.kind is StepKind.MOVE
    assert player.state.position == pytest.approx(4)


def test_late_ticks_do_not_make_a_session_longer() -> None:
    player = Player.of(RAISES)
    started = player.awake
    player.play_on(tick=4.7)

    planned = sum(step.seconds or 0 for step in RAISES)
    finished_late_by = player.awake - started - planned
    assert 0 <= finished_late_by < 4.7
    assert player.state.played == pytest.approx(planned)


def test_a_thirty_minute_session_with_five_second_stalls_ends_within_a_tenth_of_a_second_of_its_plan() -> (
    None
):
    steps = tuple(step for _ in range(9) for step in RAISES + HOLDS)
    planned = sum(step.seconds or 0 for step in steps)
    assert planned >= 1800
    player = Player.of(steps)
    started, ticks = player.awake, 0
    while player.state.status is Status.RUNNING:
        ticks += 1
        player.stall(5.0 if ticks % 40 == 0 else 0.05)

    assert player.awake - started == pytest.approx(planned, abs=0.1)


def test_a_stall_of_half_a_minute_is_sleep_and_asks() -> None:
    player = at_work()
    player.stall(1)
    player.stall(STALL_MEANS_SLEEP)

    assert player.state.status is Status.PAUSED
    assert player.state.slept
    assert player.state.position == pytest.approx(1)
    assert player.kinds()[-1] is EventKind.SLEPT


def test_ten_minutes_of_sleep_pause_an_exercise_where_it_was() -> None:
    player = at_work()
    player.wait(2.5)
    player.suspend(600)
    assert player.state.slept
    player.send(CommandKind.RESUME)
    assert not player.state.slept
    player.wait(LEAD_IN + 1)

    assert player.state.position == pytest.approx(3.5)


def test_ten_minutes_of_sleep_count_on_skin() -> None:
    player = Player.of(ICE)
    player.wait(100)
    player.suspend(600)

    assert player.state.status is Status.RUNNING
    assert player.state.position == pytest.approx(700)
    assert [event.check for event in player.events if event.kind is EventKind.CHECKPOINT] == ["skin"]


def test_sleep_past_the_end_of_ice_ends_it_and_does_not_start_what_follows() -> None:
    player = Player.of(ICE + RAISES)
    player.wait(100)
    player.suspend(3600)

    assert player.state.step.kind is StepKind.READY
    assert player.state.status is Status.PAUSED
    assert player.state.position == 0
    assert player.state.credits[0] == Credit(0, 900, done=True)
    assert all(credit == Credit() for credit in player.state.credits[1:])


def test_sleep_past_the_end_of_the_last_ice_ends_the_session() -> None:
    player = Player.of(ICE)
    player.suspend(3600)

    assert player.state.status is Status.FINISHED


def test_pause_stops_the_time_and_resume_gets_ready_first() -> None:
    player = at_work()
    player.wait(2)
    player.send(CommandKind.PAUSE)
    player.wait(500, tick=5)
    player.send(CommandKind.RESUME)

    assert lead_in_left(player.state) == pytest.approx(LEAD_IN)
    player.wait(1)
    assert player.state.position == pytest.approx(2)
    assert lead_in_left(player.state) == pytest.approx(LEAD_IN - 1)
    player.wait(3)
    assert player.state.position == pytest.approx(3)
    assert lead_in_left(player.state) == 0
    assert player.kinds().count(EventKind.WORK_STARTED) == 1


def test_a_rest_goes_on_after_a_pause_without_getting_ready() -> None:
    player = at_work()
    player.wait(18)
    player.wait(10)
    player.send(CommandKind.PAUSE)
    player.send(CommandKind.RESUME)

    assert player.state.step.kind is StepKind.REST
    assert lead_in_left(player.state) == 0


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


def test_a_stall_sounds_only_its_newest_cue() -> None:
    player = at_work()
    player.events.clear()
    player.stall(7.5)

    fresh = [event for event in player.events if not event.stale and event.kind is EventKind.PART_STARTED]
    stale = [event for event in player.events if event.stale]
    assert [(event.number, event.part) for event in fresh] == [(2, "up")]
    assert len(stale) == 2


def test_a_stored_state_comes_back_as_the_same_point() -> None:
    player = at_work(HOLDS)
    player.wait(10 + 4 + 3)
    player.send(CommandKind.SKIP_SIDE)
    player.wait(9)
    text = msgspec.json.encode(player.state)
    back = restored(msgspec.json.decode(text, type=SessionState))

    assert back.status is Status.PAUSED
    assert back.last is None
    assert (
        msgspec.structs.replace(
            back, status=player.state.status, last=player.state.last, since=player.state.since
        )
        == player.state
    )
    again = Player(back, awake=3, elapsed=9)
    again.send(CommandKind.RESUME)
    again.wait(LEAD_IN + 2)
    assert again.state.index == player.state.index
    assert again.state.position == pytest.approx(player.state.position + (2 if back.step.is_work else 5))


def test_a_finished_state_comes_back_finished() -> None:
    player = at_work()
    player.send(CommandKind.FINISH)

    assert restored(player.state) == player.state


def test_seconds_left_and_upcoming_leave_out_what_is_skipped() -> None:
    player = at_work(HOLDS)
    whole = player.state.seconds_left()
    player.send(CommandKind.SKIP_SIDE)

    assert player.state.seconds_left() < whole / 1.5
    assert {step.side for step in player.state.upcoming(100)} == {Side.RIGHT}
    assert player.state.open_left() == 0
    assert Player.of(MANUAL).state.open_left() == 2


def test_ice_runs_on_the_clock_that_counts_sleep() -> None:
    assert ICE[0].clock is Clock.ELAPSED
    assert ICE[0].activity is Activity.ICE

"""The player as a pure function: deadlines, sleep, jumps, rests and what they leave behind."""

from __future__ import annotations

import msgspec
import pytest

from ankle_coach.domain.clocks import Clock
from ankle_coach.domain.movement import Activity
from ankle_coach.domain.session import (
    CommandKind,
    lead_in_left,
    new_session,
    restored,
)
from ankle_coach.domain.session_flow import LEAD_IN, STALL_MEANS_SLEEP
from ankle_coach.domain.session_state import Credit, EventKind, SessionState, Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import StepKind
from tests.helpers.playing import HOLDS, ICE, MANUAL, RAISES, Player, at_work


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
    assert player.slept()
    assert player.state.position == pytest.approx(1)
    assert player.kinds()[-1] is EventKind.SLEPT


def test_ten_minutes_of_sleep_pause_an_exercise_where_it_was() -> None:
    player = at_work()
    player.wait(2.5)
    player.suspend(600)
    assert player.slept()
    player.send(CommandKind.RESUME)
    assert not player.slept()
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

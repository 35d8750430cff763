"""What happens in a session, event by event: each step and each set is told done once, when it is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ankle_coach.domain.dose import Dose, Hold, Reps
from ankle_coach.domain.session import CommandKind, new_session
from ankle_coach.domain.session_flow import CLOCKS_APART, STALL_MEANS_SLEEP
from ankle_coach.domain.session_state import Credit, EventKind, Status
from ankle_coach.domain.sides import SideMode
from ankle_coach.domain.steps import Step, compile_dose
from tests.helpers.playing import HOLDS, ICE, MANUAL, RAISES, Player, at_work


def told(player: Player, kind: EventKind) -> list[tuple[int, float, int]]:
    """Step, place and number of the events of a kind."""
    return [(event.index, event.position, event.number) for event in player.events if event.kind is kind]


def work(steps: tuple[Step, ...]) -> list[int]:
    """Where the work stands."""
    return [number for number, step in enumerate(steps) if step.is_work]


# --- Steps and sets ----------------------------------------------------------------------------


@pytest.mark.parametrize("steps", [RAISES, HOLDS, ICE], ids=["raises", "holds", "ice"])
@pytest.mark.parametrize("tick", [0.25, 3.3])
def test_every_timed_step_is_told_done_once_and_at_its_end(steps: tuple[Step, ...], tick: float) -> None:
    player = Player.of(steps)
    player.play_on(tick=tick)
    assert told(player, EventKind.STEP_DONE) == [(n, step.seconds, 0) for n, step in enumerate(steps)]
    assert [index for index, _, _ in told(player, EventKind.STEP_STARTED)] == list(range(len(steps)))


def test_what_was_added_to_a_rest_is_part_of_it_when_it_is_done() -> None:
    player = at_work()
    player.wait(19)
    player.send(CommandKind.EXTEND_REST)
    length = player.state.length
    rest = player.state.index
    player.wait((length or 0) + 1)
    assert length is not None
    assert length > (RAISES[rest].seconds or 0)
    assert (rest, length, 0) in told(player, EventKind.STEP_DONE)


def test_a_set_is_told_done_after_its_last_work_with_its_number() -> None:
    player = Player.of(RAISES)
    player.play_on()
    assert told(player, EventKind.SET_DONE) == [(n, 0, RAISES[n].set_number) for n in work(RAISES)]
    assert [number for _, _, number in told(player, EventKind.SET_DONE)] == [1, 2]


def test_a_set_of_several_holds_is_done_after_the_last_of_them_on_each_side() -> None:
    player = Player.of(HOLDS)
    player.play_on()
    last = [n for n in work(HOLDS) if HOLDS[n].part_number == HOLDS[n].part_count]
    assert [index for index, _, _ in told(player, EventKind.SET_DONE)] == last
    assert len(last) == 4
    assert len(work(HOLDS)) == 8


def test_at_the_persons_own_pace_a_set_is_done_when_it_is_tapped() -> None:
    player = at_work(MANUAL)
    player.wait(40)
    assert told(player, EventKind.SET_DONE) == []
    player.send(CommandKind.NEXT)
    assert [number for _, _, number in told(player, EventKind.SET_DONE)] == [1]
    player.play_on()
    assert [number for _, _, number in told(player, EventKind.SET_DONE)] == [1, 2]


def test_a_timed_set_that_is_left_is_not_told_done() -> None:
    player = at_work()
    player.wait(7)
    player.send(CommandKind.NEXT)
    assert told(player, EventKind.SET_DONE) == []
    assert [index for index, _, _ in told(player, EventKind.STEP_DONE)] == [0]


def test_the_last_work_before_a_skipped_one_ends_its_set() -> None:
    two = compile_dose(
        Dose(blocks=(Hold(sets=1, holds=1, seconds=10), Reps(sets=1, reps=5))),
        SideMode.BOTH,
        None,
        prescription="p",
    )
    player = Player.of(two)
    player.play_on()
    assert [index for index, _, _ in told(player, EventKind.SET_DONE)] == work(two)


# --- Sleep -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stalled", "slept_for", "paused"),
    [
        pytest.param(STALL_MEANS_SLEEP - 1, 0, False, id="a slow computer"),
        pytest.param(STALL_MEANS_SLEEP, 0, True, id="a stall that long is sleep"),
        pytest.param(1, CLOCKS_APART, False, id="the clocks are hardly apart"),
        pytest.param(1, CLOCKS_APART + 1, True, id="only one of the clocks went on"),
    ],
)
def test_what_counts_as_sleep(stalled: float, slept_for: float, paused: bool) -> None:
    long = compile_dose(Dose(blocks=(Hold(sets=1, seconds=600),)), SideMode.BOTH, None, prescription="p")
    player = at_work(long)
    before = player.state.position
    player.elapsed += slept_for
    player.stall(stalled)
    assert (player.state.status is Status.PAUSED, player.slept()) == (paused, paused)
    assert (EventKind.SLEPT in player.kinds()) is paused
    assert player.state.position == pytest.approx(before if paused else before + stalled)


def test_a_session_that_was_read_from_disk_has_not_slept() -> None:
    player = at_work()
    player.state = replace(player.state, last=None)
    player.elapsed += 90_000
    player.send(CommandKind.TICK)
    assert not player.slept()
    assert EventKind.WORK_STARTED not in player.kinds()


# --- Credit ------------------------------------------------------------------------------------


def test_a_rest_earns_nothing_however_it_is_left() -> None:
    player = at_work()
    player.wait(25)
    rest = player.state.index
    assert not player.state.step.is_work
    player.send(CommandKind.NEXT)
    assert player.state.credits[rest] == Credit()


def test_credit_is_never_taken_back_by_playing_a_set_again() -> None:
    player = at_work()
    place = player.state.index
    player.wait(15)
    player.send(CommandKind.RESTART_SET)
    kept = player.state.credits[place]
    assert kept == Credit(reps=2, seconds=15)
    player.wait(8)
    player.send(CommandKind.NEXT)
    assert player.state.credits[place] == kept
    assert new_session(RAISES).credits == (Credit(),) * len(RAISES)

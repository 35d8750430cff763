"""One more set than planned: where it can be added, how it is played, and how it is recorded."""

from __future__ import annotations

import pytest

from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.dose import Dose, Intervals
from ankle_coach.domain.journal import NoAnswer, SessionRecord, SessionStatus
from ankle_coach.domain.movement import Activity
from ankle_coach.domain.session import CommandKind
from ankle_coach.domain.session_extra import add_set, can_add_set
from ankle_coach.domain.session_record import session_record
from ankle_coach.domain.session_state import EventKind
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.steps import StepKind, compile_dose, compile_session
from tests.helpers.builders import progress, raises
from tests.helpers.playing import HOLDS, ICE, MANUAL, RAISES, Player, at_work

ASKED = compile_session(
    [raises(id="raises", side_mode=SideMode.EACH)], affected=None, asked=frozenset({"raises"})
)


def play_until(player: Player, kind: StepKind, set_number: int, side: Side = Side.BOTH) -> None:
    """Play on to a step of a set."""
    while (player.state.step.kind, player.state.step.set_number, player.state.step.side) != (
        kind,
        set_number,
        side,
    ):
        assert not player.state.status.is_over
        if player.state.step.seconds is None:
            player.send(CommandKind.NEXT)
        else:
            player.stall(min(1.0, player.state.remaining or 1.0))


def record_of(player: Player) -> SessionRecord:
    """The record of what was played."""
    return session_record(
        progress(state=player.state), {}, pain_after=NoAnswer.MISSING, effort=NoAnswer.MISSING, note=""
    )


def test_no_set_is_added_before_the_last_one() -> None:
    player = at_work(RAISES)
    steps = player.state.steps
    player.send(CommandKind.EXTRA_SET)
    assert not can_add_set(player.state)
    assert player.state.steps == steps
    with pytest.raises(ValueError, match="no set"):
        add_set(player.state, Reading(0, 0), [])


def test_in_the_last_set_one_more_follows_after_the_same_rest() -> None:
    player = at_work(RAISES)
    play_until(player, StepKind.MOVE, 2)
    player.wait(4)
    before = player.state
    player.send(CommandKind.EXTRA_SET)
    assert (player.state.index, player.state.position) == (before.index, before.position)
    assert [(step.kind, step.seconds, step.set_number) for step in player.state.upcoming(2)] == [
        (StepKind.REST, 30, 3),
        (StepKind.MOVE, 18, 3),
    ]
    assert EventKind.SET_ADDED in player.kinds()
    player.play_on()
    record = record_of(player)
    assert [(one.number, one.reps_planned, one.seconds_planned, one.reps_done) for one in record.sets] == [
        (1, 3, 18, 3),
        (2, 3, 18, 3),
        (3, 0, 0, 3),
    ]
    assert [one.is_extra for one in record.sets] == [False, False, True]


def test_at_the_question_one_more_set_is_played_at_once_and_then_asked_about() -> None:
    player = Player.of(ASKED)
    last = max(step.set_number for step in ASKED)
    play_until(player, StepKind.MOVE, last, Side.RIGHT)
    while player.state.step.kind is not StepKind.ASK:
        player.stall(1)
    player.send(CommandKind.EXTRA_SET)
    step = player.state.step
    assert (step.kind, step.side, step.set_number, step.is_extra) == (
        StepKind.MOVE,
        Side.RIGHT,
        last + 1,
        True,
    )
    while player.state.step.is_extra:
        player.stall(1)
    assert player.state.step.kind is StepKind.ASK


def test_each_side_can_have_its_own_extra_set() -> None:
    player = Player.of(HOLDS)
    sides = [step.side for step in HOLDS if step.is_work]
    play_until(player, StepKind.HOLD, 2, sides[0])
    player.send(CommandKind.EXTRA_SET)
    player.play_on()
    extra = [one for one in record_of(player).sets if one.is_extra]
    assert [(one.side, one.number) for one in extra] == [(sides[0], 3)]


def test_what_is_done_on_top_never_raises_the_share_and_never_makes_up_for_the_plan() -> None:
    whole, short = at_work(RAISES), at_work(RAISES)
    for player in (whole, short):
        if player is short:
            player.send(CommandKind.NEXT)
        play_until(player, StepKind.MOVE, 2)
        player.send(CommandKind.EXTRA_SET)
        player.play_on()
    assert record_of(whole).share_done == 1
    assert record_of(whole).status is SessionStatus.FINISHED
    assert record_of(short).share_done == 0.5
    assert record_of(short).status is SessionStatus.ENDED_EARLY


def test_an_extra_set_left_alone_leaves_no_trace() -> None:
    player = at_work(RAISES)
    play_until(player, StepKind.MOVE, 2)
    player.send(CommandKind.EXTRA_SET)
    play_until(player, StepKind.REST, 3)
    player.send(CommandKind.FINISH)
    assert [one.number for one in record_of(player).sets] == [1, 2]
    assert record_of(player).status is SessionStatus.FINISHED


def test_another_extra_set_counts_on() -> None:
    player = at_work(RAISES)
    play_until(player, StepKind.MOVE, 2)
    player.send(CommandKind.EXTRA_SET)
    play_until(player, StepKind.MOVE, 3)
    player.send(CommandKind.EXTRA_SET)
    player.play_on()
    assert [one.number for one in record_of(player).sets] == [1, 2, 3, 4]


def test_counted_work_is_repeated_without_a_clock() -> None:
    player = at_work(MANUAL)
    play_until(player, StepKind.MANUAL, 2)
    player.send(CommandKind.EXTRA_SET)
    player.play_on()
    assert [(one.reps_planned, one.reps_done) for one in record_of(player).sets] == [
        (10, 10),
        (10, 10),
        (0, 10),
    ]


def test_ice_gets_no_second_helping() -> None:
    player = at_work(ICE)
    assert not can_add_set(player.state)


def test_a_run_gets_no_further_rounds() -> None:
    rounds = Dose(blocks=(Intervals(rounds=1, work=60, easy=60, work_activity=Activity.RUN),))
    player = at_work(compile_dose(rounds, SideMode.BOTH, None, exercise="run-walk"))
    assert not can_add_set(player.state)


def test_what_hurt_is_not_repeated() -> None:
    player = at_work(RAISES)
    play_until(player, StepKind.MOVE, 2)
    player.send(CommandKind.TOO_PAINFUL, 6)
    assert not can_add_set(player.state)


def test_a_pain_stop_behind_an_added_set_stays_with_its_exercise() -> None:
    player = Player.of((*MANUAL, *RAISES, *HOLDS))
    while player.state.step.prescription != "raises" or not player.state.step.is_work:
        player.send(CommandKind.NEXT)
    player.send(CommandKind.TOO_PAINFUL, 5)
    while player.state.step.prescription != "manual":
        player.send(CommandKind.BACK)
    player.send(CommandKind.EXTRA_SET)
    stop = player.state.pain_stops[0]
    assert player.state.steps[stop.index].prescription == "raises"

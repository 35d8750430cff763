"""No sequence of commands, pauses, stalls and sleeps loses or invents work."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ankle_coach.domain.dose import Dose, Hold, Reps, Tempo, Timer, Tracing
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.session import CommandKind, credit_now, new_session, restored
from ankle_coach.domain.session_record import exercise_answers, set_records, unasked
from ankle_coach.domain.session_state import SessionInProgress, SessionState, Status
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.steps import Step, StepKind, compile_session
from tests.helpers.builders import moment
from tests.helpers.playing import Player


def _prescription(name: str, dose: Dose, mode: SideMode) -> Prescription:
    return Prescription(id=name, exercise=name, level="x", dose=dose, side_mode=mode, session="s")


PLANS = (
    _prescription(
        "raises",
        Dose(blocks=(Reps(sets=2, reps=3, tempo=Tempo(up=2, hold=1, down=3), rest_sets=30),)),
        SideMode.EACH,
    ),
    _prescription("manual", Dose(blocks=(Reps(sets=2, reps=10, rest_sets=20),)), SideMode.ALTERNATE),
    _prescription("holds", Dose(blocks=(Hold(sets=1, holds=2, seconds=15, rest_reps=5),)), SideMode.EACH),
    _prescription(
        "letters", Dose(blocks=(Tracing(passes=1, seconds_per_letter=3, letters="AB"),)), SideMode.EACH
    ),
    _prescription("ice", Dose(blocks=(Timer(seconds=60, maximum=90),)), SideMode.BOTH),
)
JUMPS = (
    CommandKind.NEXT,
    CommandKind.BACK,
    CommandKind.RESTART_SET,
    CommandKind.SKIP_SIDE,
    CommandKind.SKIP_EXERCISE,
    CommandKind.EXTEND_REST,
    CommandKind.PAUSE,
    CommandKind.RESUME,
)
NOW: Moment = moment()


def is_over(player: Player) -> bool:
    """Whether nothing is played any more."""
    return player.state.status.is_over


class PlayerMachine(RuleBasedStateMachine):
    """Plays a session in every way that the keys allow, and keeps a second account of what was played."""

    def __init__(self) -> None:
        super().__init__()
        self.player = Player(new_session(compile_session(PLANS, None, frozenset({"raises", "holds"}))))
        self.before = self.player.state

    @initialize(order=st.permutations(PLANS))
    def start(self, order: list[Prescription]) -> None:
        steps: tuple[Step, ...] = compile_session(order, None, frozenset({"raises", "holds"}))
        self.player = Player.of(steps)
        self.before = self.player.state

    def _send(self, kind: CommandKind) -> None:
        self.before = self.player.state
        self.player.send(kind)

    @rule(seconds=st.sampled_from([0.05, 0.3, 1, 4.5, 12, 29]))
    def wait(self, seconds: float) -> None:
        self.before = self.player.state
        self.player.stall(seconds)

    @rule(seconds=st.sampled_from([1, 3, 600]))
    def suspend(self, seconds: float) -> None:
        self.before = self.player.state
        self.player.suspend(seconds)

    @rule(kind=st.sampled_from(JUMPS))
    def jump(self, kind: CommandKind) -> None:
        self._send(kind)

    @rule(pain=st.integers(0, 10))
    def too_painful(self, pain: int) -> None:
        self.before = self.player.state
        self.player.send(CommandKind.TOO_PAINFUL, pain)

    @rule()
    def kill_and_restore(self) -> None:
        text = msgspec.json.encode(self.player.state)
        kept = msgspec.json.decode(text, type=SessionState)
        self.player.state = restored(kept)
        self.before = self.player.state
        assert credit_now(self.player.state) == credit_now(kept)

    @precondition(lambda self: not self.player.state.status.is_over)
    @rule(
        kind=st.sampled_from([CommandKind.NEXT, CommandKind.SKIP_SIDE, CommandKind.SKIP_EXERCISE]),
        extended=st.booleans(),
    )
    def back_undoes(self, kind: CommandKind, extended: bool) -> None:
        self.player.send(CommandKind.EXTEND_REST if extended else CommandKind.TICK)
        if is_over(self.player):
            return
        self.before = before = self.player.state
        self.player.send(kind)
        if is_over(self.player):
            return
        self.player.send(CommandKind.BACK)
        after = self.player.state
        same = ("index", "extension", "skipped", "pain_stops", "played", "status")
        assert [getattr(after, name) for name in same] == [getattr(before, name) for name in same]
        assert after.position == pytest.approx(before.position)
        assert credit_now(after) == credit_now(before)

    @rule()
    def finish(self) -> None:
        self._send(CommandKind.FINISH)

    @invariant()
    def no_credit_is_more_than_the_plan(self) -> None:
        for step, credit in zip(self.player.state.steps, credit_now(self.player.state), strict=True):
            assert 0 <= credit.reps <= step.reps
            assert (
                0
                <= credit.seconds
                <= (step.seconds if step.seconds is not None else self.player.state.played)
            )
            assert not credit.done or credit.reps == step.reps
            assert step.is_work or (credit.seconds, credit.reps, credit.done) == (0, 0, False)

    @invariant()
    def credited_seconds_were_played(self) -> None:
        credited = sum(credit.seconds for credit in credit_now(self.player.state))
        assert credited <= self.player.state.played + 1e-6
        assert self.player.state.played <= self.player.elapsed - 7000 + 1e-6

    @invariant()
    def credit_of_other_steps_is_never_lost(self) -> None:
        before, after = self.before, self.player.state
        leap = before.leap
        undone = leap.index if leap is not None and leap.landed == before.index else -1
        for index, (old, new) in enumerate(zip(before.credits, credit_now(after), strict=True)):
            if index != undone:
                assert new.reps >= old.reps
                assert new.seconds >= old.seconds
                assert new.done >= old.done

    @invariant()
    def a_stopped_exercise_is_not_played_on(self) -> None:
        state = self.player.state
        if state.status is Status.RUNNING:
            assert not state.skips(state.index) or state.step.kind is StepKind.ASK

    @invariant()
    def sides_stay_apart(self) -> None:
        records = set_records(self.player.state, {})
        planned: dict[tuple[str, Side], int] = {}
        for record in records:
            key = (record.exercise, record.side)
            planned[key] = planned.get(key, 0) + 1
            assert record.reps_done <= max(record.reps_planned, 1)
        assert planned["raises", Side.LEFT] == planned["raises", Side.RIGHT] == 2

    @invariant()
    def a_question_is_asked_in_one_place(self) -> None:
        state = self.player.state
        progress = SessionInProgress(
            id="i", session="s", name="S", plan_version=1, started=NOW, saved=NOW, state=state
        )
        answered = {(answer.prescription, answer.too_painful) for answer in exercise_answers(progress)}
        open_ones = {step.prescription for step in unasked(state)}
        assert all((name, False) not in answered for name in open_ones)
        for stop in state.pain_stops:
            name = state.steps[stop.index].prescription
            assert (name, True) in answered
            assert name not in open_ones


TestPlayer = PlayerMachine.TestCase

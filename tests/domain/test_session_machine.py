"""No sequence of commands, pauses, stalls and sleeps loses or invents work."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.dose import Dose, Hold, Reps, Tempo, Timer, Tracing
from ankle_coach.domain.journal import Moment, NoAnswer
from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.session import Command, CommandKind, advance, credit_now, new_session, restored
from ankle_coach.domain.session_extra import can_add_set
from ankle_coach.domain.session_record import exercise_answers, set_records, unasked
from ankle_coach.domain.session_state import Credit, SessionInProgress, SessionState, Status
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
ONCE = ("holds", "letters", "ice")
"""What is planned for one set on a side."""
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


def compiled(order: tuple[Prescription, ...] | list[Prescription]) -> tuple[Step, ...]:
    """The steps of a session; in the holds touch-downs are counted."""
    steps = compile_session(order, None, frozenset({"raises", "holds"}))
    return tuple(
        msgspec.structs.replace(step, counts_touches=step.is_work and step.prescription == "holds")
        for step in steps
    )


def credits_by_step(state: SessionState) -> dict[tuple[object, ...], Credit]:
    """The credits under what names a step, wherever added sets have moved it to."""
    found: dict[tuple[object, ...], Credit] = {}
    for step, credit in zip(state.steps, credit_now(state), strict=True):
        if step.is_work:
            found[*step.set_key, step.part_number] = credit
    return found


def is_over(player: Player) -> bool:
    """Whether nothing is played any more."""
    return player.state.status.is_over


class PlayerMachine(RuleBasedStateMachine):
    """Plays a session in every way that the keys allow, and keeps a second account of what was played."""

    def __init__(self) -> None:
        super().__init__()
        self.player = Player(new_session(compiled(PLANS)))
        self.before = self.player.state
        self.touched: Counter[tuple[str, Side]] = Counter()

    @initialize(order=st.permutations(PLANS))
    def start(self, order: list[Prescription]) -> None:
        self.player = Player.of(compiled(order))
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

    @rule()
    def touch_down(self) -> None:
        self._send(CommandKind.TICK)
        step, counted = self.player.state.step, len(self.player.state.touches)
        self._send(CommandKind.TOUCH_DOWN)
        if len(self.player.state.touches) > counted:
            assert step.prescription == "holds"
            assert self.player.state.status is Status.RUNNING
            self.touched[step.prescription, step.side] += 1

    @rule()
    def extra_set(self) -> None:
        self._send(CommandKind.TICK)
        before = self.player.state
        self._send(CommandKind.EXTRA_SET)
        after = self.player.state
        assert (len(after.steps) > len(before.steps)) == can_add_set(before)
        assert tuple(step for step in after.steps if not step.is_extra) == tuple(
            step for step in before.steps if not step.is_extra
        )
        assert [after.steps[s.index].prescription for s in after.pain_stops] == [
            before.steps[s.index].prescription for s in before.pain_stops
        ]

    @rule(style=st.sampled_from(LetterStyle), seconds=st.sampled_from([None, 1, 4, 10]))
    def letters(self, style: LetterStyle, seconds: float | None) -> None:
        self._send(CommandKind.TICK)
        before = self.player.state
        command = Command(CommandKind.LETTERS, style=style, seconds=seconds)
        at = Reading(self.player.awake, self.player.elapsed)
        self.player.state, events = advance(before, command, at)
        assert events == ()
        assert credit_now(self.player.state) == credit_now(before)

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
    def abandon(self) -> None:
        self._send(CommandKind.TICK)
        before = self.player.state
        self._send(CommandKind.ABANDON)
        assert self.player.state.status is (before.status if is_over(Player(before)) else Status.ABANDONED)

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
    def every_touch_down_is_kept_for_its_side(self) -> None:
        counted = {key: self.player.state.touch_downs(*key) for key in self.touched}
        assert counted == dict(self.touched)
        assert len(self.player.state.touches) == sum(self.touched.values())

    @invariant()
    def what_was_not_planned_is_recorded_as_such(self) -> None:
        for record in set_records(self.player.state, {}):
            assert not record.is_extra or record.done > 0
            assert record.is_extra == (record.number > 2 or (record.number > 1 and record.exercise in ONCE))

    @invariant()
    def credit_of_other_steps_is_never_lost(self) -> None:
        before, after = self.before, credits_by_step(self.player.state)
        leap = before.leap
        undone = leap.index if leap is not None and leap.landed == before.index else -1
        for index, (step, old) in enumerate(zip(before.steps, before.credits, strict=True)):
            if index != undone and step.is_work:
                new = after[*step.set_key, step.part_number]
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
            planned[key] = planned.get(key, 0) + (not record.is_extra)
            assert record.is_extra or record.reps_done <= max(record.reps_planned, 1)
        assert planned["raises", Side.LEFT] == planned["raises", Side.RIGHT] == 2

    @invariant()
    def a_question_is_asked_in_one_place(self) -> None:
        state = self.player.state
        progress = SessionInProgress(
            id="i", session="s", name="S", plan_version=1, started=NOW, saved=NOW, state=state
        )
        answered = {
            (answer.prescription, answer.too_painful)
            for answer in exercise_answers(progress)
            if answer.pain_during is not NoAnswer.NOT_ASKED or answer.too_painful  # touch-downs are no answer
        }
        open_ones = {step.prescription for step in unasked(state)}
        assert all((name, False) not in answered for name in open_ones)
        for stop in state.pain_stops:
            name = state.steps[stop.index].prescription
            assert (name, True) in answered
            assert name not in open_ones


TestPlayer = PlayerMachine.TestCase

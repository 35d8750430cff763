"""What the journal gets to know of a played session."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.dose import Checklist, Dose, Hold
from ankle_coach.domain.journal import NoAnswer, SessionRecord, SessionStatus
from ankle_coach.domain.plan import Load
from ankle_coach.domain.session import CommandKind
from ankle_coach.domain.session_record import session_record, set_records, unasked, with_answer, with_ticks
from ankle_coach.domain.session_state import Credit, Said, SessionInProgress, SessionState, Status, Tick
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.steps import Step, StepKind, compile_dose, compile_session
from tests.helpers.builders import balance, moment, plan, progress, raises
from tests.helpers.playing import Player

ASKED = frozenset({"strength.str-calf-bi", "strength.bal-single-leg"})
STEPS = compile_session((raises(), balance()), Side.RIGHT, ASKED)


def record_of(player: Player, **fields: Any) -> SessionRecord:
    progress = SessionInProgress(
        id="one",
        session="strength",
        name="Strength",
        plan_version=1,
        started=moment(),
        saved=moment(),
        state=player.state,
        **fields,
    )
    prescriptions = {p.id: p for p in plan().prescriptions}
    return session_record(progress, prescriptions, pain_after=NoAnswer.MISSING, effort=4, note="")


def until(kind: StepKind) -> Player:
    player = Player.of(STEPS)
    while player.state.step.kind is not kind:
        player.stall(0.5)
    return player


def test_a_whole_session_is_finished_and_every_set_is_whole() -> None:
    player = Player.of(STEPS)
    player.play_on()
    record = record_of(player)

    assert record.status is SessionStatus.FINISHED
    assert record.share_done == 1
    assert [(s.exercise, s.side, s.number, s.reps_done) for s in record.sets] == [
        ("str-calf-bi", Side.BOTH, 1, 3),
        ("str-calf-bi", Side.BOTH, 2, 3),
        ("bal-single-leg", Side.RIGHT, 1, 1),
        ("bal-single-leg", Side.RIGHT, 2, 1),
        ("bal-single-leg", Side.LEFT, 1, 1),
        ("bal-single-leg", Side.LEFT, 2, 1),
    ]
    assert record.sets[0].kilograms == 5
    assert record.sets[0].level == "flat"
    assert record.duration == pytest.approx(sum(step.seconds or 0 for step in STEPS))


def test_the_duration_leaves_out_pauses_and_rests_that_were_skipped() -> None:
    player = until(StepKind.REST)
    player.send(CommandKind.PAUSE)
    player.stall(100)
    player.send(CommandKind.RESUME)
    player.send(CommandKind.NEXT)
    player.send(CommandKind.FINISH)

    assert record_of(player).duration == pytest.approx(5 + 18, abs=0.6)


def test_partial_work_is_credited_exactly() -> None:
    player = until(StepKind.MOVE)
    player.wait(8 - player.state.position)
    player.send(CommandKind.FINISH)
    record = record_of(player)

    assert record.status is SessionStatus.ENDED_EARLY
    assert record.sets[0].reps_done == 1
    assert record.sets[0].seconds_done == pytest.approx(8)
    assert all(s.reps_done == s.seconds_done == 0 for s in record.sets[1:])


def test_a_question_that_was_shown_and_left_out_is_missing_and_one_never_shown_is_not_there() -> None:
    player = until(StepKind.ASK)
    player.send(CommandKind.NEXT)
    player.send(CommandKind.FINISH)
    answers = record_of(player).answers

    assert [(a.prescription, a.pain_during) for a in answers] == [("strength.str-calf-bi", NoAnswer.MISSING)]
    assert record_of(player).pain_during is NoAnswer.MISSING


def test_no_pain_is_an_answer() -> None:
    player = until(StepKind.ASK)
    player.send(CommandKind.NEXT)
    answer = ("strength.str-calf-bi", Side.BOTH, 0)

    assert record_of(player, pain_during=(answer,)).pain_during == 0


def test_a_later_answer_to_a_question_replaces_the_earlier_one() -> None:
    first = progress(state=until(StepKind.ASK).state)
    twice = with_answer(with_answer(first, first.state.step, Said(4)), first.state.step, Said(2))

    assert twice.pain_during == (("strength.str-calf-bi", Side.BOTH, 2),)


def test_an_exercise_that_was_left_in_the_middle_is_still_to_be_asked_about() -> None:
    player = until(StepKind.MOVE)
    assert unasked(player.state) == ()
    player.wait(7)
    player.send(CommandKind.FINISH)

    assert [step.prescription for step in unasked(player.state)] == ["strength.str-calf-bi"]
    assert record_of(player).answers == ()


def test_too_painful_is_recorded_with_its_pain_and_asks_no_second_time() -> None:
    player = until(StepKind.MOVE)
    player.wait(7)
    player.send(CommandKind.TOO_PAINFUL, 7)
    player.play_on()
    record = record_of(player)

    assert record.status is SessionStatus.STOPPED_FOR_PAIN
    stop = record.answers[-1]
    assert (stop.exercise, stop.pain_during, stop.too_painful) == ("str-calf-bi", 7, True)
    assert [a.prescription for a in record.answers].count("strength.str-calf-bi") == 1


def test_a_list_counts_its_ticks() -> None:
    steps = compile_dose(
        Dose(blocks=(Checklist(items=("a", "b", "c")),)), SideMode.BOTH, None, prescription="wrap"
    )
    player = Player.of(steps)
    player.send(CommandKind.NEXT)
    player.send(CommandKind.NEXT)
    player.send(CommandKind.FINISH)
    only = record_of(player).sets[0]

    assert (only.reps_planned, only.reps_done) == (3, 2)


def test_own_doses_of_the_sides_are_recorded_apart() -> None:
    dose = Dose(blocks=(Hold(sets=1, seconds=10),), left=(Hold(sets=2, seconds=5),))
    player = Player.of(compile_dose(dose, SideMode.EACH, None, prescription="p", exercise="e"))
    player.play_on()
    sets = record_of(player).sets

    assert [(s.side, s.number, s.seconds_done) for s in sets] == [
        (Side.LEFT, 1, 5),
        (Side.LEFT, 2, 5),
        (Side.RIGHT, 1, 10),
    ]


def test_ticks_are_recorded_beside_the_pain_and_without_it() -> None:
    player = until(StepKind.ASK)
    asked = progress(state=player.state)
    ticked = with_answer(asked, player.state.step, Said(NoAnswer.MISSING, frozenset(Tick)))
    (answer,) = record_of(player, pain_during=ticked.pain_during, ticks=ticked.ticks).answers

    assert (answer.pain_during, answer.form_lost, answer.gave_way) == (NoAnswer.MISSING, True, True)
    assert not record_of(player).answers[0].gave_way


def test_a_tick_that_is_taken_back_is_gone_and_others_stay() -> None:
    first, second = (step for step in STEPS if step.kind is StepKind.ASK)
    kept = with_ticks(progress(), first, Said(1, frozenset(Tick)))
    kept = with_ticks(kept, second, Said(1, frozenset({Tick.GAVE_WAY})))
    kept = with_ticks(kept, first, Said(1, frozenset({Tick.FORM_LOST})))

    assert kept.ticks == (
        (second.prescription, second.side, Tick.GAVE_WAY),
        (first.prescription, first.side, Tick.FORM_LOST),
    )


def test_giving_way_in_an_exercise_that_was_too_painful_is_recorded_with_it() -> None:
    player = until(StepKind.MOVE)
    kept = with_ticks(progress(), player.state.step, Said(7, frozenset({Tick.GAVE_WAY})))
    player.send(CommandKind.TOO_PAINFUL, 7)
    answer = record_of(player, ticks=kept.ticks).answers[-1]

    assert (answer.exercise, answer.pain_during) == ("str-calf-bi", 7)
    assert (answer.too_painful, answer.gave_way, answer.form_lost) == (True, True, False)


@pytest.mark.parametrize(
    ("done", "recorded"),
    [(Credit(), False), (Credit(seconds=0.5), True), (Credit(reps=1), True)],
    ids=["left alone", "half a second", "one repetition"],
)
def test_a_set_on_top_is_recorded_where_something_of_it_was_done(done: Credit, recorded: bool) -> None:
    planned = Step(kind=StepKind.HOLD, seconds=10, prescription="a", exercise="a", set_number=1)
    steps = (planned, replace(planned, set_number=2, is_extra=True))
    state = SessionState(steps=steps, credits=(Credit(), done), status=Status.FINISHED)
    assert [one.number for one in set_records(state, {})] == ([1, 2] if recorded else [1])


def test_the_band_and_the_weight_of_an_exercise_are_in_the_record_of_its_sets() -> None:
    player = Player.of(STEPS)
    player.play_on()
    loads = {"str-calf-bi": Load(kilograms=7.5), "bal-single-leg": Load(band="medium")}
    own = {p.id: replace(p, load=loads[p.exercise]) for p in plan().prescriptions if p.exercise in loads}
    records = set_records(player.state, own)
    assert {(one.exercise, one.kilograms, one.band) for one in records} == {
        ("str-calf-bi", 7.5, ""),
        ("bal-single-leg", 0, "medium"),
    }

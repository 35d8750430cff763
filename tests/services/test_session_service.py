"""A session from Start to the journal."""

from __future__ import annotations

import pytest

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.journal import NoAnswer, SessionStatus
from ankle_coach.domain.session import Command, CommandKind, advance
from ankle_coach.domain.session_state import Status
from ankle_coach.domain.sides import Side
from tests.helpers.coach import FakeCoach


def test_starting_keeps_the_session_so_that_a_killed_program_can_go_on() -> None:
    coach = FakeCoach().with_plan("p3")
    progress = coach.services.sessions.start("strength-a")
    state, _ = advance(progress.state, Command(CommandKind.START), coach.clock.reading())
    coach.clock.advance(90)
    state, _ = advance(state, Command(CommandKind.TICK), coach.clock.reading())
    assert state.status is Status.PAUSED  # 90 s without a tick is sleep
    coach.services.sessions.keep(progress, state)
    found = coach.services.sessions.in_progress()
    assert found is not None
    assert found.state.status is Status.PAUSED
    assert found.state.step == state.step
    assert found.state.last is None


def test_a_session_that_the_plan_does_not_have_today_is_refused() -> None:
    coach = FakeCoach().with_plan("p3")
    with pytest.raises(NotFoundError, match="no session"):
        coach.services.sessions.start("strength-z")


def test_finishing_early_keeps_what_was_done_and_unanswered_stays_missing() -> None:
    coach = FakeCoach().with_plan("p3")
    sessions = coach.services.sessions
    progress = sessions.start("strength-a")
    state, _ = advance(progress.state, Command(CommandKind.START), coach.clock.reading())
    for _ in range(30):
        coach.clock.advance(1)
        state, _ = advance(state, Command(CommandKind.TICK), coach.clock.reading())
    state, _ = advance(state, Command(CommandKind.FINISH), coach.clock.reading())
    record, changes = sessions.finish(sessions.keep(progress, state))
    assert record.status is SessionStatus.ENDED_EARLY
    assert record.sets[0].reps_done == 4  # 25 s of work at 6 s a repetition
    assert record.sets[0].reps_planned == 12
    assert record.pain_after is NoAnswer.MISSING
    assert changes.touches(Changes.SESSIONS)
    assert sessions.in_progress() is None
    assert coach.services.journal.session(record.id) == record


def test_discarding_leaves_nothing_in_the_journal() -> None:
    coach = FakeCoach().with_plan("p3")
    coach.services.sessions.start("strength-a")
    coach.services.sessions.discard()
    assert coach.services.sessions.in_progress() is None
    assert coach.services.journal.summaries() == ()


def test_pain_is_asked_after_loaded_and_balance_exercises_only() -> None:
    coach = FakeCoach().with_plan("p2")
    plan = coach.services.plans.current()
    assert plan is not None
    mobility = coach.services.sessions.steps(plan.in_session("mobility"), Side.RIGHT)
    assert not [step for step in mobility if step.question]
    coach = FakeCoach().with_plan("p3")
    plan = coach.services.plans.current()
    assert plan is not None
    steps = coach.services.sessions.steps(plan.in_session("strength-b"), Side.RIGHT)
    assert [step.exercise for step in steps if step.question] == [
        "str-band-inv",
        "str-band-ev",
        "bal-single-leg",
    ]

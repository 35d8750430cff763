"""What the page of today is told."""

from __future__ import annotations

from datetime import timedelta

from ankle_coach.domain.schedule import Due
from ankle_coach.domain.session import Command, CommandKind, advance
from ankle_coach.domain.sides import Side
from tests.helpers.coach import FakeCoach

DAY = 24 * 3600


def _play_all(coach: FakeCoach, session: str) -> None:
    sessions = coach.services.sessions
    progress = sessions.start(session)
    state, _ = advance(progress.state, Command(CommandKind.START), coach.clock.reading())
    while not state.status.is_over:
        coach.clock.advance(1)
        kind = CommandKind.NEXT if state.step.seconds is None else CommandKind.TICK
        state, _ = advance(state, Command(kind), coach.clock.reading())
    sessions.finish(sessions.keep(progress, state), pain_after=1, effort=3, note="")


def test_before_the_first_run_there_is_no_plan_and_nothing_is_due() -> None:
    today = FakeCoach().services.today.today()
    assert today.plan is None
    assert today.cards == ()
    assert today.adherence.ratio is None


def test_a_monday_of_the_strength_phase_asks_for_strength_a_and_offers_the_rest() -> None:
    today = FakeCoach().with_plan("p3").services.today.today()
    planned = [card.session.id for card in today.cards if card.due is Due.PLANNED]
    offered = [card.session.id for card in today.cards if card.due is Due.OFFERED]
    assert planned == ["strength-a"]
    assert offered == ["before-run", "after-run", "ice"]
    assert today.next_session is not None
    assert today.next_session.name == "Band and balance"


def test_sunday_of_the_strength_phase_is_free_of_load() -> None:
    coach = FakeCoach().with_plan("p3")
    coach.clock.advance(6 * DAY)
    today = coach.services.today.today()
    assert not [card for card in today.cards if card.due is Due.PLANNED]
    assert today.next_session is not None
    assert today.next_session.day == today.day + timedelta(days=1)


def test_the_minutes_of_a_card_are_those_of_the_steps_without_the_questions() -> None:
    coach = FakeCoach().with_plan("p3")
    card = coach.services.today.today().cards[0]
    steps = coach.services.sessions.steps(card.prescriptions, Side.RIGHT)
    assert card.seconds == sum(step.seconds or 0 for step in steps)
    assert card.open_steps == 0
    assert any(step.question for step in steps)


def test_a_played_session_is_done_and_counts() -> None:
    coach = FakeCoach().with_plan("p3")
    _play_all(coach, "strength-a")
    today = coach.services.today.today()
    card = today.cards[0]
    assert card.is_done
    assert card.done[0].pain_after == 1
    assert (today.adherence.done, today.adherence.planned) == (1, 1)
    assert today.in_progress is None


def test_what_is_still_open_today_is_not_missed() -> None:
    today = FakeCoach().with_plan("p3").services.today.today()
    assert today.adherence.planned == 0


def test_a_session_after_midnight_belongs_to_yesterday() -> None:
    coach = FakeCoach().with_plan("p3")
    coach.clock.advance(16.5 * 3600)  # Tuesday, 00:30 local
    today = coach.services.today.today()
    assert today.day.isoformat() == "2026-03-02"
    _play_all(coach, "strength-a")
    assert coach.services.journal.summaries()[0].started.training_day == today.day


def test_the_place_in_the_program_counts_days_from_one() -> None:
    coach = FakeCoach().with_plan("p3")
    coach.clock.advance(11 * DAY)
    place = coach.services.today.today().place
    assert place is not None
    assert place.phase is not None
    assert (place.phase.id, place.day) == ("p3", 12)
    assert place.count >= place.number

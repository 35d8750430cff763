"""The timer around the pure player: it ticks while there is something to tick for, and no faster."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ankle_coach.domain.session import CommandKind
from ankle_coach.domain.session_state import SessionState, Status
from ankle_coach.domain.steps import StepKind
from ankle_coach.ui.session_clock import RESTING, WORKING, SessionClock, interval
from tests.helpers.coach import FakeCoach
from tests.helpers.fake_clock import FakeClock
from tests.helpers.player import session_of


def _clock(*exercises: str) -> tuple[SessionClock, FakeClock]:
    coach = FakeCoach().with_plan()
    return SessionClock(coach.clock, session_of(coach, *(exercises or ("str-calf-bi",)))), coach.clock


def _ticks(session: SessionClock) -> bool:
    return session.is_ticking


def _wait(session: SessionClock, clock: FakeClock, seconds: float) -> None:
    for _ in range(round(seconds / 0.25)):
        clock.advance(0.25)
        session.tick()


def test_nothing_ticks_before_the_start(qtbot: QtBot) -> None:
    session, _ = _clock()

    assert not _ticks(session)


def test_it_ticks_while_running_and_stands_still_when_paused(qtbot: QtBot) -> None:
    session, _ = _clock()
    session.send(CommandKind.START)
    assert _ticks(session)
    session.send(CommandKind.PAUSE)
    assert not _ticks(session)
    session.send(CommandKind.RESUME)
    assert _ticks(session)
    session.send(CommandKind.FINISH)
    assert not _ticks(session)


def test_it_stands_still_after_the_computer_slept(qtbot: QtBot) -> None:
    session, clock = _clock()
    session.send(CommandKind.START)
    clock.suspend(600)
    session.tick()

    assert session.state.status is Status.PAUSED
    assert not _ticks(session)


def test_events_are_told_before_the_state_and_only_when_there_are_any(qtbot: QtBot) -> None:
    session, clock = _clock()
    told: list[str] = []
    session.events_happened.connect(lambda events: told.append(f"{len(events)} events"))
    session.state_changed.connect(lambda state: told.append(state.status))
    session.send(CommandKind.START)
    clock.advance(0.1)
    session.tick()

    assert told == ["1 events", "running", "running"]


def _at(kind: StepKind, *exercises: str) -> SessionState:
    session, clock = _clock(*exercises)
    session.send(CommandKind.START)
    while session.state.step.kind is not kind:
        _wait(session, clock, 0.25)
    return session.state


def test_timed_work_ticks_soon_and_rests_and_open_steps_seldom(qtbot: QtBot) -> None:
    assert interval(_at(StepKind.MOVE)) == WORKING
    assert WORKING < interval(_at(StepKind.REST)) <= RESTING
    assert interval(_at(StepKind.MANUAL, "gait-heel-toe")) == RESTING


def test_a_rest_ticks_as_its_seconds_turn_over(qtbot: QtBot) -> None:
    session, clock = _clock()
    session.send(CommandKind.START)
    clock.advance(0.9)
    session.tick()

    assert session.state.step.kind is StepKind.READY
    assert interval(session.state) in (101, 102)


def test_getting_ready_after_a_pause_ticks_soon(qtbot: QtBot) -> None:
    session, clock = _clock()
    session.send(CommandKind.START)
    _wait(session, clock, 6)
    session.send(CommandKind.PAUSE)
    session.send(CommandKind.RESUME)

    assert interval(session.state) == WORKING

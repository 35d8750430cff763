"""The watch over ice: it stands still without any, rings until it is answered, and catches up after sleep."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from ankle_coach.domain.care import CareKind, IceStage
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.ui.care_watch import ALARM_TICKS, CareWatch
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.cue_player import CuePlayer, NoSoundError
from ankle_coach.ui.cue_tones import Tone
from tests.helpers.care import CLEAR_ICE
from tests.helpers.coach import FakeCoach

MINUTE = 60


class _Effect:
    def __init__(self, tone: Tone, played: list[Tone]) -> None:
        self._tone, self._played = tone, played

    def play(self) -> None:
        self._played.append(self._tone)

    def stop(self) -> None: ...

    def setVolume(self, volume: float) -> None: ...


@pytest.fixture
def coach() -> FakeCoach:
    return FakeCoach().with_plan("p3")


@pytest.fixture
def played() -> list[Tone]:
    return []


@pytest.fixture
def watch(qapp: QApplication, coach: FakeCoach, played: list[Tone]) -> Iterator[CareWatch]:
    watch = _watch(coach, played)
    yield watch
    watch.stop()


def _watch(coach: FakeCoach, played: list[Tone]) -> CareWatch:
    services = coach.services
    cues = CuePlayer(lambda tone: _Effect(tone, played))
    return CareWatch(services.ice, services.care, services.settings, ChangeHub(), cues=cues)


def _start(watch: CareWatch) -> None:
    watch.do(lambda: watch.ice_service.start(CLEAR_ICE)[1])


def test_the_timer_stands_still_unless_something_is_on(watch: CareWatch, coach: FakeCoach) -> None:
    seen = [watch.is_watching]
    _start(watch)
    seen.append(watch.is_watching)
    coach.clock.advance(2 * MINUTE)
    watch.do(watch.ice_service.stop)
    seen.append(watch.is_watching)

    assert seen == [False, True, False]
    assert watch.ice is None


def test_the_alarm_repeats_until_the_skin_check_is_answered(
    watch: CareWatch, coach: FakeCoach, played: list[Tone]
) -> None:
    _start(watch)
    coach.clock.advance(5 * MINUTE)
    for _ in range(2 * ALARM_TICKS + 1):
        watch.look()
    assert played == [Tone.ALARM] * 3

    watch.do(watch.ice_service.skin_is_fine)
    for _ in range(2 * ALARM_TICKS):
        watch.look()

    assert played == [Tone.ALARM] * 3
    assert watch.ice is not None
    assert watch.ice.stage is IceStage.ON


def test_after_sleep_past_the_end_the_first_look_says_to_take_it_off(
    watch: CareWatch, coach: FakeCoach, played: list[Tone]
) -> None:
    _start(watch)
    coach.clock.suspend(50 * MINUTE)
    watch.look()

    assert watch.ice is not None
    assert watch.ice.stage is IceStage.OVERDUE
    assert played == [Tone.ALARM]


def test_a_new_start_of_the_program_watches_at_once(
    watch: CareWatch, coach: FakeCoach, played: list[Tone]
) -> None:
    _start(watch)
    watch.stop()
    coach.clock.advance(16 * MINUTE)
    again = _watch(FakeCoach(clock=coach.clock, journal=coach.journal), played)

    assert again.is_watching
    assert again.ice is not None
    assert again.ice.stage is IceStage.TAKE_OFF
    assert played == [Tone.ALARM]
    again.stop()


def test_without_sound_the_alarm_can_still_be_seen(qapp: QApplication, coach: FakeCoach) -> None:
    def load(tone: Tone) -> _Effect:
        raise NoSoundError("none")

    services, rung = coach.services, list[int]()
    watch = CareWatch(services.ice, services.care, services.settings, ChangeHub(), cues=CuePlayer(load))
    watch.alarm_rang.connect(lambda: rung.append(1))
    _start(watch)
    assert not watch.can_sound
    coach.clock.advance(15 * MINUTE)
    watch.look()
    watch.stop()

    assert rung == [1]


def test_sound_that_is_off_stays_off(watch: CareWatch, coach: FakeCoach, played: list[Tone]) -> None:
    coach.settings.save(msgspec.structs.replace(coach.settings.current(), sound=False))
    _start(watch)
    coach.clock.advance(15 * MINUTE)
    watch.look()

    assert played == []
    assert not watch.can_sound


def test_a_raised_leg_sounds_once_and_a_wrap_when_the_night_comes(
    watch: CareWatch, coach: FakeCoach, played: list[Tone]
) -> None:
    care = watch.care_service
    watch.do(care.start_elevation)
    blocks = care.wrap_content.blocks
    watch.do(
        lambda: Changes.ICE if care.start_wrap({b.id: ScreenAnswer.NO for b in blocks}) else Changes.NONE
    )
    coach.clock.advance(20 * MINUTE)
    watch.look()
    watch.look()
    assert played == [Tone.SESSION_DONE]
    watch.do(lambda: care.stop(CareKind.ELEVATION))
    coach.clock.advance(13 * 3600)
    watch.look()
    watch.look()

    assert played == [Tone.SESSION_DONE] * 2
    assert [now.is_due for now in watch.cares] == [True]


def test_a_journal_that_cannot_be_written_is_said_and_the_ice_goes_on(
    watch: CareWatch, coach: FakeCoach
) -> None:
    said: list[str] = []
    watch.failed.connect(said.append)
    _start(watch)
    coach.clock.advance(2 * MINUTE)
    coach.journal.failure = StorageError("journal.sqlite3: the disk is full")
    watch.do(watch.ice_service.stop)

    assert said == ["journal.sqlite3: the disk is full"]
    assert watch.ice is not None
    coach.journal.failure = None

"""Which tone sounds."""

from __future__ import annotations

from ankle_coach.domain.session import CommandKind, lead_in_left
from ankle_coach.domain.session_state import Event, EventKind, Status
from ankle_coach.domain.sides import Side
from ankle_coach.resources import resource_path
from ankle_coach.ui.cue_tones import Tone, tone_of
from tests.helpers.coach import FakeCoach
from tests.helpers.player import session_of
from tests.helpers.playing import Player


class Listener:
    """Plays a session and hears its tones."""

    def __init__(self, *exercises: str, affected: Side | None = None) -> None:
        state = session_of(FakeCoach().with_plan(), *exercises, affected=affected)
        self.player = Player(state)
        self.heard: list[Tone] = []

    def send(self, kind: CommandKind) -> None:
        self.player.events.clear()
        self.player.send(kind)
        self._hear()

    def stall(self, seconds: float) -> None:
        self.player.events.clear()
        self.player.stall(seconds)
        self._hear()

    def _hear(self) -> None:
        leads_in = lead_in_left(self.player.state) > 0
        tone = tone_of(self.player.events, self.player.state.steps, leads_in=leads_in)
        if tone is not None:
            self.heard.append(tone)


def test_a_set_of_raises_is_led_by_ear() -> None:
    listener = Listener("str-calf-bi")
    listener.send(CommandKind.START)
    for _ in range(4 * (5 + 12)):
        listener.stall(0.25)

    assert listener.heard == [
        Tone.READY,
        *[Tone.TICK] * 3,
        Tone.GO,
        *[Tone.PHASE] * 6,
    ]


def test_rest_switch_and_the_end_sound_different() -> None:
    listener = Listener("bal-single-leg")
    listener.send(CommandKind.START)
    while listener.player.state.status is Status.RUNNING:
        if listener.player.state.step.seconds is None:
            listener.send(CommandKind.NEXT)
        else:
            listener.stall(0.25)

    assert {Tone.READY, Tone.GO, Tone.HALFWAY, Tone.TICK, Tone.SET_DONE, Tone.SWITCH} <= set(listener.heard)
    assert listener.heard[-1] is Tone.SESSION_DONE


def test_getting_ready_again_is_heard_and_then_go() -> None:
    listener = Listener("bal-single-leg")
    listener.send(CommandKind.START)
    for _ in range(7):
        listener.stall(1)
    listener.send(CommandKind.PAUSE)
    listener.heard.clear()
    listener.send(CommandKind.RESUME)
    for _ in range(4):
        listener.stall(1)

    assert listener.heard == [Tone.READY, Tone.GO]


def test_ice_that_is_over_and_its_skin_check_alarm() -> None:
    listener = Listener("rec-ice")
    listener.send(CommandKind.START)
    listener.heard.clear()
    for _ in range(301):
        listener.stall(1)
    assert Tone.ALARM in listener.heard
    listener.heard.clear()
    for _ in range(600):
        listener.stall(1)
    assert Tone.ALARM in listener.heard


def test_a_stall_brings_one_tone_and_not_a_burst() -> None:
    listener = Listener("str-calf-bi")
    listener.send(CommandKind.START)
    listener.heard.clear()
    listener.stall(25)

    assert len(listener.heard) == 1


def test_stale_events_are_silent() -> None:
    assert tone_of([Event(EventKind.COUNTDOWN, 0, stale=True)], (), leads_in=False) is None


def test_every_tone_has_its_file() -> None:
    for tone in Tone:
        assert resource_path("sounds", f"{tone}.wav").stat().st_size > 1000

"""Tones that are loaded once, and a computer without sound."""

from __future__ import annotations

import sys

import pytest

from ankle_coach.ui.cue_player import CuePlayer, NoSoundError, load_effect
from ankle_coach.ui.cue_tones import Tone
from tests.helpers.player import FakeEffect


def test_nothing_is_loaded_before_the_first_session() -> None:
    loaded: list[Tone] = []

    def load(tone: Tone) -> FakeEffect:
        loaded.append(tone)
        return FakeEffect(tone, [])

    CuePlayer(load)

    assert loaded == []


def test_all_tones_are_loaded_once_and_take_the_volume() -> None:
    effects: dict[Tone, FakeEffect] = {}
    heard: list[Tone] = []

    def load(tone: Tone) -> FakeEffect:
        assert tone not in effects
        effects[tone] = FakeEffect(tone, heard)
        return effects[tone]

    player = CuePlayer(load)
    player.prepare(40)
    player.prepare(70)
    player.play(Tone.GO)

    assert set(effects) == set(Tone)
    assert {effect.volume for effect in effects.values()} == {0.7}
    assert heard == [Tone.GO]
    assert player.is_available


def test_without_a_device_it_is_silent_and_says_so() -> None:
    def load(tone: Tone) -> FakeEffect:
        raise NoSoundError("There is no sound device.")

    player = CuePlayer(load)
    assert player.is_available
    player.prepare(70)
    player.play(Tone.GO)
    player.stop()

    assert not player.is_available


def test_a_missing_sound_library_is_no_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)

    with pytest.raises(NoSoundError, match="library"):
        load_effect(Tone.GO)

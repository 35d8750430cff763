"""The voice: the newest text wins, and a computer without one stays silent."""

from __future__ import annotations

import pytest
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.cue_tones import Tone
from ankle_coach.ui.qt_speech import QtEngine
from ankle_coach.ui.rehearsal import Rehearsal
from ankle_coach.ui.voice import MOCK, NoVoiceError, Voice, VoiceState, load_engine
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.player import FakeSounds, FakeVoice


@pytest.fixture
def mock(qtbot: QtBot) -> QtEngine:
    """Qt's own engine for tests, which takes its time and speaks to nobody."""
    return QtEngine(MOCK)


def test_nothing_is_loaded_before_it_is_needed() -> None:
    voice = FakeVoice()
    voice.say("Raise")
    assert (voice.loaded, voice.said, voice.state) == (0, [], VoiceState.UNKNOWN)
    assert voice.prepare(volume=50, rate=40, name="Bob") is VoiceState.READY
    voice.prepare(volume=70)
    voice.say("Raise")
    assert (voice.loaded, voice.said) == (1, ["Raise"])
    assert (voice.engine.volume, voice.engine.rate, voice.engine.chosen) == (0.7, 0.0, ("en", ""))


def test_without_an_engine_or_the_language_nothing_is_said() -> None:
    silent, foreign = FakeVoice(has_engine=False), FakeVoice(language="sw")
    assert silent.prepare(volume=70) is VoiceState.NO_ENGINE
    assert foreign.prepare(volume=70) is VoiceState.NO_LANGUAGE
    for voice in (silent, foreign):
        voice.say("Raise")
        voice.stop()
        assert voice.said == []
        assert voice.names() == []
    silent.prepare(volume=70)
    assert silent.loaded == 1


def test_qt_s_engine_knows_voices_by_language(mock: QtEngine) -> None:
    assert mock.works
    assert mock.names("en_GB") != mock.names("en")
    assert mock.names("en_AU") in (mock.names("en_GB"), mock.names("en"))
    assert mock.names("fi") != mock.names("en")
    assert mock.names("sw") == []


def test_qt_s_engine_speaks_with_the_chosen_voice(mock: QtEngine) -> None:
    name = mock.names("fi")[-1]
    mock.choose("fi", name)
    mock.set_rate(0.4)
    mock.set_volume(0.5)
    assert (mock.speech.voice().name(), mock.speech.rate(), mock.speech.volume()) == (name, 0.4, 0.5)
    mock.choose("fi", "Nobody")
    assert mock.speech.voice().name() == mock.names("fi")[0]


def test_the_newest_text_is_said_and_texts_never_overlap(qtbot: QtBot, mock: QtEngine) -> None:
    voice = Voice("en", lambda: mock)
    voice.prepare(volume=70)
    begun: list[int] = []
    mock.speech.aboutToSynthesize.connect(begun.append)
    voice.say("The first text, which is long enough to be cut off by the next")
    assert mock.speech.state() is QTextToSpeech.State.Speaking
    voice.say("Two")
    with qtbot.waitSignal(mock.speech.stateChanged, check_params_cb=lambda s: s is QTextToSpeech.State.Ready):
        pass
    assert len(begun) <= 2
    assert mock.speech.state() is QTextToSpeech.State.Ready
    voice.say("A text that is still being said")
    voice.stop()
    assert mock.speech.state() is QTextToSpeech.State.Ready


def test_the_engine_for_tests_is_never_chosen_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ankle_coach.ui.qt_speech.engine_names", lambda: [MOCK])
    with pytest.raises(NoVoiceError):
        load_engine()


def test_settings_let_hear_what_the_player_will_sound_like() -> None:
    store, sounds, voice = MemorySettings(), FakeSounds(), FakeVoice()
    settings = SettingsService(store)
    settings.change(volume=40, speech_rate=-40, speech_voice="Bob")
    rehearsal = Rehearsal(settings, PLAIN_WORDS, sounds, voice)
    rehearsal.play("halfway")
    rehearsal.speak()
    assert sounds.heard == [Tone.HALFWAY]
    assert (voice.engine.rate, voice.engine.chosen) == (-0.4, ("en", "Bob"))
    assert "Set 2 of 3" in voice.said[0]

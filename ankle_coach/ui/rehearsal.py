"""Lets a person hear in Settings what the player will sound like."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from ankle_coach.domain.words import Words
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.cue_player import CuePlayer
from ankle_coach.ui.cue_tones import Tone
from ankle_coach.ui.voice import Voice


class Rehearsal(QObject):
    """Plays tones and says a sentence as loud and as fast as the settings are now."""

    def __init__(
        self,
        settings: SettingsService,
        words: Words,
        sounds: CuePlayer,
        voice: Voice,
        parent: QObject | None = None,
    ) -> None:
        """Work with the settings; nothing is loaded before something is asked for.

        Args:
            settings: Says how loud and how fast.
            words: The reader's language.
            sounds: Plays tones.
            voice: Speaks.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._settings, self._words, self._sounds, self._voice = settings, words, sounds, voice

    @Slot(str)
    def play(self, tone: str) -> None:
        """Play a tone."""
        settings = self._settings.current()
        self._sounds.prepare(settings.volume, settings.tone_volumes)
        self._sounds.play(Tone(tone))

    @Slot()
    def speak(self) -> None:
        """Say a sentence of a session."""
        settings = self._settings.current()
        self._voice.prepare(volume=settings.volume, rate=settings.speech_rate, name=settings.speech_voice)
        self._voice.say(self._words.pgettext("voice", "Single-leg calf raise, left. Set 2 of 3. Raise."))

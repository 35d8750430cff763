"""Qt's text to speech; imported only where something is spoken."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

_SPEAKING = (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing, QTextToSpeech.State.Paused)


def engine_names() -> list[str]:
    """Return the engines of this computer, the best first."""
    return list(QTextToSpeech.availableEngines())


class QtEngine:
    """One of Qt's engines."""

    def __init__(self, name: str) -> None:
        """Open an engine."""
        self._speech = QTextToSpeech(name)

    @property
    def works(self) -> bool:
        """Whether it could be opened and speaks any language."""
        failed = self._speech.state() == QTextToSpeech.State.Error
        return not failed and bool(self._speech.availableLocales())

    @property
    def speech(self) -> QTextToSpeech:
        """Qt's own object."""
        return self._speech

    def names(self, language: str) -> list[str]:
        """Return the names of the voices of a language."""
        locale = self._locale_of(language)
        if locale is None:
            return []
        self._set_locale(locale)
        return [voice.name() for voice in self._speech.availableVoices()]

    def choose(self, language: str, name: str) -> None:
        """Speak a language with a voice."""
        locale = self._locale_of(language)
        if locale is None:
            return
        self._set_locale(locale)
        voice = self._voice_of(name)
        if voice is not None and voice != self._speech.voice():
            self._speech.setVoice(voice)

    def set_rate(self, rate: float) -> None:
        """Speak slower or faster."""
        self._speech.setRate(rate)

    def set_volume(self, volume: float) -> None:
        """Be as loud as this."""
        self._speech.setVolume(volume)

    def say(self, text: str) -> None:
        """Say a text; what is being said gives way."""
        self.stop()
        self._speech.say(text)

    def stop(self) -> None:
        """Fall silent."""
        if self._speech.state() in _SPEAKING:
            self._speech.stop(QTextToSpeech.BoundaryHint.Immediate)

    def _set_locale(self, locale: QLocale) -> None:
        if locale != self._speech.locale():
            self._speech.setLocale(locale)

    def _locale_of(self, language: str) -> QLocale | None:
        """Return the engine's locale of a language: the very one, or one of another country."""
        wanted = QLocale(language)
        every = self._speech.availableLocales()
        same = [locale for locale in every if locale.language() == wanted.language()]
        exact = [locale for locale in same if locale.territory() == wanted.territory()]
        return next(iter(exact or same), None)

    def _voice_of(self, name: str) -> QVoice | None:
        voices = self._speech.availableVoices()
        return next((voice for voice in voices if voice.name() == name), next(iter(voices), None))

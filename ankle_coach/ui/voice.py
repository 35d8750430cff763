"""A voice that says what the player shows; where the computer has none, it says so once and stays silent."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from ankle_coach.domain.errors import AnkleCoachError

MOCK = "mock"
"""Qt's engine for tests: it speaks to nobody and is never chosen by itself."""


class VoiceState(StrEnum):
    """Whether something can be said."""

    UNKNOWN = "unknown"
    """Nobody has looked yet."""
    READY = "ready"
    NO_ENGINE = "no-engine"
    NO_LANGUAGE = "no-language"
    """There are voices, and none speaks the reader's language."""


class NoVoiceError(AnkleCoachError):
    """This computer speaks nothing; a usual state, not a fault."""


class Engine(Protocol):
    """What speaks, as `QtEngine` does."""

    def names(self, language: str) -> list[str]:
        """Return the names of the voices of a language (``en``); none where it has no voice."""

    def choose(self, language: str, name: str) -> None:
        """Speak a language with a voice; its first one where the name is empty or gone."""

    def set_rate(self, rate: float) -> None:
        """Speak slower or faster, -1 to 1."""

    def set_volume(self, volume: float) -> None:
        """Be as loud as this, 0 to 1."""

    def say(self, text: str) -> None:
        """Say a text; what is being said gives way."""

    def stop(self) -> None:
        """Fall silent."""


class Voice:
    """Says texts, the newest one only. Qt's speech module is loaded with the first `prepare`, not before."""

    def __init__(self, language: str, load: Callable[[], Engine] | None = None) -> None:
        """Load nothing yet.

        Args:
            language: Code of the language that the texts are in, such as ``en`` or ``pt_BR``.
            load: Makes the engine, or raises `NoVoiceError`; None for Qt's.
        """
        self._language, self._load = language, load or load_engine
        self._engine: Engine | None = None
        self._state = VoiceState.UNKNOWN

    @property
    def state(self) -> VoiceState:
        """Whether something can be said, as far as is known."""
        return self._state

    def prepare(self, *, volume: int, rate: int = 0, name: str = "") -> VoiceState:
        """Get ready to speak.

        Args:
            volume: Loudness in percent, 0 to 100.
            rate: -100 to 100; 0 is the usual pace.
            name: Name of the voice; empty for the language's first.
        """
        if self._state is VoiceState.UNKNOWN:
            self._state = self._look()
        if self._state is VoiceState.READY and self._engine is not None:
            self._engine.choose(self._language, name)
            self._engine.set_rate(rate / 100)
            self._engine.set_volume(volume / 100)
        return self._state

    def names(self) -> list[str]:
        """Return the names of the voices that speak the language; looks for them where nobody has."""
        if self._state is VoiceState.UNKNOWN:
            self._state = self._look()
        return self._engine.names(self._language) if self._engine is not None else []

    def say(self, text: str) -> None:
        """Say a text in place of one that is still being said; without a voice nothing happens."""
        if self._state is VoiceState.READY and self._engine is not None and text:
            self._engine.say(text)

    def stop(self) -> None:
        """Fall silent."""
        if self._engine is not None:
            self._engine.stop()

    def _look(self) -> VoiceState:
        try:
            self._engine = self._load()
        except NoVoiceError:
            return VoiceState.NO_ENGINE
        return VoiceState.READY if self._engine.names(self._language) else VoiceState.NO_LANGUAGE


def load_engine(name: str = "") -> Engine:
    """Return Qt's speech.

    Args:
        name: The engine's name; empty for the system's best.

    Raises:
        NoVoiceError: The speech library, an engine or its voices are missing.
    """
    try:
        from ankle_coach.ui.qt_speech import QtEngine, engine_names  # noqa: PLC0415 - first spoken session only
    except ImportError as error:
        raise NoVoiceError("The speech library is missing.") from error
    for candidate in [name] if name else [each for each in engine_names() if each != MOCK]:
        engine = QtEngine(candidate)
        if engine.works:
            return engine
    raise NoVoiceError("There is no speech engine.")

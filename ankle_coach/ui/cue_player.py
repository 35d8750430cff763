"""Plays the player's tones; where the computer cannot, it says so once and stays silent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.resources import ResourceError, resource_path
from ankle_coach.ui.cue_tones import Tone


class Effect(Protocol):
    """One loaded sound, as Qt's `QSoundEffect` is one."""

    def play(self) -> None:
        """Sound from the start."""

    def stop(self) -> None:
        """Fall silent."""

    def setVolume(self, volume: float) -> None:
        """Be as loud as this, 0 to 1."""


class NoSoundError(AnkleCoachError):
    """This computer plays no sound; a usual state, not a fault."""


class CuePlayer:
    """Sounds tones. Qt's multimedia module is loaded with the first `prepare`, not before."""

    def __init__(self, load: Callable[[Tone], Effect] | None = None) -> None:
        """Load nothing yet.

        Args:
            load: Makes the sound of a tone, or raises `NoSoundError`; None for Qt's.
        """
        self._load = load or load_effect
        self._effects: dict[Tone, Effect] = {}
        self._playing: Effect | None = None
        self._is_silent = False

    @property
    def is_available(self) -> bool:
        """Whether tones can be heard, as far as is known."""
        return not self._is_silent

    def prepare(self, volume: int, volumes: Mapping[str, int] | None = None) -> None:
        """Load all tones, so that none comes late.

        Args:
            volume: Loudness in percent, 0 to 100.
            volumes: Loudness of single tones in percent of that, by their names; 100 for those not named.
        """
        whole = max(0.0, min(1.0, volume / 100))
        try:
            for tone in Tone:
                if tone not in self._effects:
                    self._effects[tone] = self._load(tone)
                self._effects[tone].setVolume(whole * (volumes or {}).get(tone, 100) / 100)
        except (NoSoundError, ResourceError):
            self._is_silent = True
            self._effects.clear()

    def play(self, tone: Tone) -> None:
        """Sound a tone; one that still sounds gives way."""
        effect = self._effects.get(tone)
        if effect is None:
            return
        self.stop()
        self._playing = effect
        effect.play()

    def stop(self) -> None:
        """Fall silent."""
        if self._playing is not None:
            self._playing.stop()
            self._playing = None


def load_effect(tone: Tone) -> Effect:
    """Return a tone through Qt.

    Raises:
        NoSoundError: The sound library or a sound device is missing.
    """
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415 - first session only
    except ImportError as error:
        raise NoSoundError("The sound library is missing.") from error
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - only with the above

    if not QMediaDevices.audioOutputs():
        raise NoSoundError("There is no sound device.")
    effect = QSoundEffect()
    effect.setSource(QUrl.fromLocalFile(str(resource_path("sounds", f"{tone}.wav"))))
    return effect

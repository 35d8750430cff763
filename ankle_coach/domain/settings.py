"""What a person can choose about the app itself; every value checks its range."""

from __future__ import annotations

import re
from datetime import time
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from ankle_coach.domain.exercise import Group
from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.reminder_times import (
    CHECK_IN_AT,
    NOON,
    QUIET_FROM,
    QUIET_UNTIL,
    SESSIONS_AT,
    ReminderTimes,
)

if TYPE_CHECKING:
    from ankle_coach.domain.step_choices import PlayChoices

SYSTEM_LANGUAGE = "system"
"""The language of the system, whatever it is."""

LETTER_SECONDS = (1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10)
"""Seconds a letter that can be chosen; clinical.md §2A gives about 3."""

_COUNTRY = re.compile(r"(?:[A-Z]{2})?")
_LANGUAGE = re.compile(r"[a-z]{2,8}(?:[_-][A-Za-z0-9]{2,8})*")
_LONGEST_GEOMETRY = 4096
_LONGEST_ID = 200


class ThemeSetting(StrEnum):
    """Which colors the window wears."""

    SYSTEM = "system"
    """Light or dark as the system is."""
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Units(StrEnum):
    """How lengths and weights are shown; they are stored in SI."""

    METRIC = "metric"
    US = "us"


class UserRole(StrEnum):
    """Who uses the app on this computer."""

    RUNNER = "runner"
    THERAPIST = "therapist"


class Settings(Struct, frozen=True, kw_only=True):
    """The settings of one set of data.

    Attributes:
        role: Who uses the app; None until chosen at the first start.
        sound: Whether tones are played.
        volume: Loudness of tones and voice in percent, 0 to 100.
        voice: Whether a voice speaks the steps.
        flash: Whether the player's window flashes at a change of step.
        theme: Which colors the window wears.
        text_scale: Size of all text in percent, 80 to 200.
        units: How lengths and weights are shown.
        country: Where the person is, for the emergency number: ISO 3166 code (``DE``); empty until chosen.
        language: Code of the language (``en``), or ``system``.
        day_starts_at: Local time at which the training day turns over.
        skin_tone: Which of the figure's tones is drawn: 0 to 3 are skin tones, 4 is plain lines.
        reminders: Whether the app may remind of what is due.
        remind_check_in_at: Local time of the reminder of the morning check-in, before noon; None for never.
        remind_sessions_at: Local time of the reminder of today's sessions; None for never.
        quiet_from: Local time from which nothing is reminded of.
        quiet_until: Local time until which; the same as `quiet_from` for no quiet hours.
        window_geometry: Where the window was, as the window writes it; empty for never.
        tone_volumes: Loudness of single tones in percent of the volume, by the tone's name; 100 if not named.
        speech_voice: Name of the voice that speaks; empty for the system's.
        speech_rate: How fast it speaks, -100 to 100; 0 is the usual pace.
        letter_style: Print or cursive for every alphabet; None as the plan says.
        letter_seconds: Seconds for each letter, 1 to 10; None as the plan says.
        waits_after: Groups of exercises whose timed sets wait for a tap instead of going on.
        open_person: Id of the person whom a therapist has open; empty for nobody.
    """

    role: UserRole | None = None
    sound: bool = True
    volume: int = 70
    voice: bool = False
    flash: bool = False
    theme: ThemeSetting = ThemeSetting.SYSTEM
    text_scale: int = 100
    units: Units = Units.METRIC
    country: str = ""
    language: str = SYSTEM_LANGUAGE
    day_starts_at: time = time(4)
    skin_tone: int = 0
    reminders: bool = False
    remind_check_in_at: time | None = CHECK_IN_AT
    remind_sessions_at: time | None = SESSIONS_AT
    quiet_from: time = QUIET_FROM
    quiet_until: time = QUIET_UNTIL
    window_geometry: str = ""
    tone_volumes: dict[str, int] = {}
    speech_voice: str = ""
    speech_rate: int = 0
    letter_style: LetterStyle | None = None
    letter_seconds: float | None = None
    waits_after: tuple[Group, ...] = ()
    open_person: str = ""

    def __post_init__(self) -> None:
        """Refuse values out of range.

        Raises:
            ValueError: A value is; the text names it.
        """
        _check_range("volume", self.volume, 0, 100)
        _check_range("text_scale", self.text_scale, 80, 200)
        _check_range("skin_tone", self.skin_tone, 0, 4)
        _check_range("speech_rate", self.speech_rate, -100, 100)
        for percent in self.tone_volumes.values():
            _check_range("tone_volumes", percent, 0, 100)
        if self.letter_seconds is not None:
            _check_range("letter_seconds", self.letter_seconds, LETTER_SECONDS[0], LETTER_SECONDS[-1])
        if not _COUNTRY.fullmatch(self.country):
            raise ValueError(f"country must be two capital letters or empty, not {self.country!r}")
        if not _LANGUAGE.fullmatch(self.language):
            raise ValueError(f"language must be a language code or 'system', not {self.language!r}")
        for name in (
            "day_starts_at",
            "remind_check_in_at",
            "remind_sessions_at",
            "quiet_from",
            "quiet_until",
        ):
            clock: time | None = getattr(self, name)
            if clock is not None and clock.tzinfo is not None:
                raise ValueError(f"{name} must be a local time without a time zone")
        if self.remind_check_in_at is not None and self.remind_check_in_at >= NOON:
            raise ValueError(f"remind_check_in_at must be before noon, not {self.remind_check_in_at:%H:%M}")
        if self.day_starts_at.hour >= 12:
            raise ValueError(f"day_starts_at must be before noon, not {self.day_starts_at:%H:%M}")
        if len(self.open_person) > _LONGEST_ID:
            raise ValueError("open_person is too long")
        if len(self.window_geometry) > _LONGEST_GEOMETRY:
            raise ValueError("window_geometry is too long")

    @property
    def reminder_times(self) -> ReminderTimes:
        """When the person wants to be reminded."""
        return ReminderTimes(
            check_in=self.remind_check_in_at,
            sessions=self.remind_sessions_at,
            quiet_from=self.quiet_from,
            quiet_until=self.quiet_until,
            day_starts_at=self.day_starts_at,
        )

    @property
    def play_choices(self) -> PlayChoices:
        """How sessions are played."""
        from ankle_coach.domain.step_choices import PlayChoices  # noqa: PLC0415 - loads steps and doses

        return PlayChoices(
            letter_style=self.letter_style,
            letter_seconds=self.letter_seconds,
            waits_after=frozenset(self.waits_after),
        )


def _check_range(name: str, value: float, least: float, most: float) -> None:
    if not least <= value <= most:
        raise ValueError(f"{name} must be between {least} and {most}, not {value}")

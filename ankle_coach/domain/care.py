"""Ice, a raised leg and a wrap while they are on: what is stored of them, and what is due by the clock.

The numbers of ice come from ``safety/ice.toml``, those of a raised leg from the dose of ``rec-elevation``.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.sides import Side

ICE_EXERCISE = "rec-ice"
CARE_EXERCISES = (ICE_EXERCISE, "rec-elevation", "rec-compression")
"""Exercises that the player leaves to the flow of self-care, which knows their rules."""
LEAST_SECONDS = RuleNumber(60, ("DD",))
"""Ice that was stopped sooner was a mistaken start: it is not recorded, and no gap follows it."""
NIGHT_STARTS = RuleNumber(21, ("DD",))
"""Local hour from which a wrap that is still on is asked to come off ("take it off at night", §4.4)."""
NIGHT_ENDS = RuleNumber(6, ("DD",))


class IceAnswers(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Answers about conditions that block ice, kept for a training day.

    Attributes:
        day: The training day.
        answers: The answers by id, without those that are asked every time.
    """

    day: date
    answers: dict[str, ScreenAnswer]


class IceRunning(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ice that lies on the skin now. There is no pause: skin under ice goes on cooling.

    Attributes:
        id: Id that the record will have.
        started: When it began, by the wall clock.
        elapsed: Reading of the clock that counts sleep, at the start.
        seconds: When it is to come off.
        hard_stop: When it must be off, in seconds.
        check_at: When the skin is looked at, in seconds.
        side: Where.
        skin_fine: Whether the skin was looked at and was fine.
    """

    id: str
    started: Moment
    elapsed: float
    seconds: float
    hard_stop: float
    check_at: float
    side: Side = Side.BOTH
    skin_fine: bool = False


class IceStage(StrEnum):
    """What ice on the skin asks for now."""

    ON = "on"
    CHECK_SKIN = "check-skin"
    TAKE_OFF = "take-off"
    OVERDUE = "overdue"
    """Past the hard stop."""

    @property
    def alarms(self) -> bool:
        """Whether the alarm repeats until it is answered."""
        return self is not IceStage.ON


class CareKind(StrEnum):
    """Self-care beside ice."""

    ELEVATION = "elevation"
    COMPRESSION = "compression"


class CareRunning(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A leg that is raised, or a wrap that is on, now.

    Attributes:
        id: Id that the record will have.
        kind: Which of them.
        started: When it began.
        elapsed: Reading of the clock that counts sleep, at the start.
        seconds: Length of the timer; 0 for a wrap, which has none.
        side: Where.
    """

    id: str
    kind: CareKind
    started: Moment
    elapsed: float
    seconds: float = 0
    side: Side = Side.BOTH


class CareRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A leg that was raised, or a wrap that was worn.

    Attributes:
        id: Stable id (a UUID).
        kind: Which of them.
        started: When it began.
        seconds: How long.
        side: Where.
        stopped_for: Why a wrap came off (``toes``); empty for no reason.
    """

    id: str
    kind: CareKind
    started: Moment
    seconds: float
    side: Side = Side.BOTH
    stopped_for: str = ""


def ice_stage(ice: IceRunning, passed: float) -> IceStage:
    """Return what ice asks for after some seconds on the skin."""
    if passed >= ice.hard_stop:
        return IceStage.OVERDUE
    if passed >= ice.seconds:
        return IceStage.TAKE_OFF
    if passed >= ice.check_at and not ice.skin_fine:
        return IceStage.CHECK_SKIN
    return IceStage.ON


def passed_since(started: Moment, elapsed: float, now: datetime, reading: Reading) -> float:
    """Return the seconds since a start that another run of the program stored, never too few.

    The wall clock counts through a restart of the computer but may have been set; the counter cannot be set,
    but begins anew with the computer, and so never counts too much. The larger of them holds: ice rather
    comes off early.

    Args:
        started: When it began, by the wall clock.
        elapsed: Reading of the counter at the start.
        now: The instant.
        reading: The counters now.
    """
    counted = reading.elapsed - elapsed if reading.elapsed >= elapsed else reading.elapsed
    return max(0.0, (now - started.at).total_seconds(), counted)


def is_night(now: datetime, offset: timedelta) -> bool:
    """Say whether a wrap is to be off by the local time."""
    local: time = (now + offset).time()
    return local.hour >= NIGHT_STARTS.value or local.hour < NIGHT_ENDS.value

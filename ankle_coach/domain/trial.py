"""Self-tests against the clock: raises to a beat and standing on one leg, as pure functions of the time."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.rule_number import RuleNumber

BEATS_PER_MINUTE = RuleNumber(60, ("S49",))
"""The metronome of the calf-raise test: up with one beat, down with the next, so 30 raises a minute (§5)."""
STAND_MOST = RuleNumber(60, ("DD",))
"""Seconds at which the single-leg stand ends by itself."""
LEAD_IN = RuleNumber(5, ("DD",))
"""Seconds to get into position."""
STALL = RuleNumber(30, ("DD",))
"""A gap of so many seconds between two looks means that the computer slept: the trial does not count."""
_BEATS_PER_RAISE = 2


class TrialKind(StrEnum):
    """What a trial counts."""

    BEAT = "beat"
    """A raise with every second beat, until it is stopped."""
    TAP = "tap"
    """A raise with every tap, to the same beat."""
    STAND = "stand"
    """Seconds."""


class TrialStage(StrEnum):
    """Where a trial is."""

    READY = "ready"
    RUNNING = "running"
    OVER = "over"
    SLEPT = "slept"
    """The computer slept: there is no result."""


class Trial(Struct, frozen=True, kw_only=True):
    """One trial of one side.

    Attributes:
        kind: What it counts.
        begins: Reading of the clock that stops in sleep, at which the lead-in is over.
        seen: The clocks at the last look.
        stage: Where it is.
        taps: Raises that were tapped.
        passed: Seconds since the lead-in; below 0 during it.
    """

    kind: TrialKind
    begins: float
    seen: Reading
    stage: TrialStage = TrialStage.READY
    taps: int = 0
    passed: float = -LEAD_IN.value

    @property
    def beat(self) -> int:
        """Beats since the lead-in, from 0; -1 before the first."""
        return int(self.passed * BEATS_PER_MINUTE.value / 60) if self.passed >= 0 else -1

    @property
    def is_up(self) -> bool:
        """Whether the running beat is one on which to rise."""
        return self.beat % _BEATS_PER_RAISE == 0

    @property
    def count(self) -> float:
        """The result so far: whole raises, or seconds to a tenth."""
        if self.kind is TrialKind.TAP:
            return self.taps
        if self.kind is TrialKind.BEAT:
            return max(0, self.beat) // _BEATS_PER_RAISE
        return round(max(0.0, min(self.passed, STAND_MOST.value)), 1)


def begin_trial(kind: TrialKind, at: Reading) -> Trial:
    """Return a trial that begins with its lead-in."""
    return Trial(kind=kind, begins=at.awake + LEAD_IN.value, seen=at)


def look(trial: Trial, at: Reading) -> Trial:
    """Return the trial at a moment; one that is over stays as it is."""
    if trial.stage in (TrialStage.OVER, TrialStage.SLEPT):
        return trial
    gap, awake = at.elapsed - trial.seen.elapsed, at.awake - trial.seen.awake
    if gap >= STALL.value or gap - awake > 1:
        return replace(trial, stage=TrialStage.SLEPT, seen=at)
    passed = at.awake - trial.begins
    stage = TrialStage.RUNNING if passed >= 0 else TrialStage.READY
    if trial.kind is TrialKind.STAND and passed >= STAND_MOST.value:
        stage = TrialStage.OVER
    return replace(trial, passed=passed, stage=stage, seen=at)


def tap(trial: Trial, at: Reading) -> Trial:
    """Count one raise where raises are tapped."""
    now = look(trial, at)
    if now.kind is not TrialKind.TAP or now.stage is not TrialStage.RUNNING:
        return now
    return replace(now, taps=now.taps + 1)


def stop(trial: Trial, at: Reading) -> Trial:
    """End a trial: height, knee or pace was lost, the other foot touched down, or it is enough."""
    now = look(trial, at)
    return now if now.stage is TrialStage.SLEPT else replace(now, stage=TrialStage.OVER)

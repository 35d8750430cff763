"""Whether a phase may end: its criteria, its minimum days, and how the last days went (clinical.md §3.6).

The end of a phase is only ever proposed; a person, or a therapist, confirms it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.criteria import CriterionResult, all_hold, evaluate
from ankle_coach.domain.exercise import PhaseMark
from ankle_coach.domain.locks import Locks
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.phase import Phase
from ankle_coach.domain.program import Program
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import SOURCE, Thresholds


class Obstacle(StrEnum):
    """What stands in the way of the next phase."""

    CRITERIA = "criteria"
    MINIMUM_DAYS = "minimum-days"
    RECENT_REGRESS = "recent-regress"
    ADHERENCE = "adherence"
    MORNING_PAIN = "morning-pain"
    OPEN_FLAG = "open-flag"
    LAST_PHASE = "last-phase"


class PhaseFacts(Struct, frozen=True, kw_only=True):
    """How a phase has gone so far.

    Attributes:
        day: The training day.
        started_on: First training day of the phase.
        last_regress: Last training day with a REGRESS; None for none.
        adherence: Share of the phase's planned sessions done, in percent; None where too few were planned
            for it to count (clinical.md §3.5).
        base_morning: Base of the morning pain; None where it is not known.
        high_since: First of the training days in a row on which that base has been above 5; None for none.
        thresholds: The numbers that hold.
    """

    day: date
    started_on: date
    last_regress: date | None = None
    adherence: float | None = None
    base_morning: float | None = None
    high_since: date | None = None
    thresholds: Thresholds = SOURCE


class PhaseExit(Struct, frozen=True, kw_only=True):
    """Whether a phase may end.

    Attributes:
        criteria: How each criterion stands.
        obstacles: What stands in the way; empty where the next phase can be proposed.
        next_phase: Id of the phase to propose; empty for none.
        days_left: Days until the minimum is reached.
        see_clinician: Whether the morning pain has been too high for so long that the advise flag is due.
        thresholds: The numbers that it was judged by.
    """

    criteria: tuple[CriterionResult, ...]
    obstacles: tuple[Obstacle, ...]
    next_phase: str = ""
    days_left: int = 0
    see_clinician: bool = False
    thresholds: Thresholds = SOURCE

    @property
    def ready(self) -> bool:
        """Whether the next phase can be proposed."""
        return not self.obstacles


def phase_exit(
    program: Program,
    phase_id: str,
    measurements: Sequence[Measurement],
    affected: Side | None,
    facts: PhaseFacts,
    locks: Locks,
) -> PhaseExit:
    """Judge whether a phase may end at the end of a training day.

    Args:
        program: The program.
        phase_id: Its phase.
        measurements: Everything measured.
        affected: The affected side.
        facts: How the phase has gone.
        locks: What open flags say.
    """
    phase = program.phase(phase_id)
    results = evaluate(phase.exit, measurements, affected, facts.day)
    following = program.phases[program.phases.index(phase) + 1 :]
    days_left = max(0, phase.minimum_days - (facts.day - facts.started_on).days)
    limits = facts.thresholds
    high = facts.base_morning is not None and facts.base_morning > limits.baseline_high
    standing = (
        (Obstacle.LAST_PHASE, not following),
        (Obstacle.CRITERIA, not all_hold(results)),
        (Obstacle.MINIMUM_DAYS, days_left > 0),
        (Obstacle.RECENT_REGRESS, _recent_regress(facts)),
        (Obstacle.ADHERENCE, facts.adherence is not None and facts.adherence < limits.adherence_advance),
        (Obstacle.MORNING_PAIN, high and phase.mark is PhaseMark.P1),
        (Obstacle.OPEN_FLAG, locks.holds_advance),
    )
    return PhaseExit(
        criteria=results,
        obstacles=tuple(obstacle for obstacle, stands in standing if stands),
        next_phase=following[0].id if following else "",
        days_left=days_left,
        see_clinician=high and _high_for_long(phase, facts),
        thresholds=limits,
    )


def _recent_regress(facts: PhaseFacts) -> bool:
    if facts.last_regress is None:
        return False
    return (facts.day - facts.last_regress).days < facts.thresholds.phase_calm_days


def _high_for_long(phase: Phase, facts: PhaseFacts) -> bool:
    since = facts.high_since
    if since is None or phase.mark is not PhaseMark.P1:
        return False
    return (facts.day - since).days >= facts.thresholds.baseline_high_days

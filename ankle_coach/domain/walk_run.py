"""Walk-run: the stages, what they are judged by, and the gate before them (clinical.md §3.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.criteria import CriterionResult, Status, all_hold, evaluate
from ankle_coach.domain.exercise import PhaseMark
from ankle_coach.domain.ladder import RUN_WALK
from ankle_coach.domain.locks import Locks
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import Program
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.running import WITHOUT_RUNNING_DAYS
from ankle_coach.domain.safety import Scope
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import SOURCE, Thresholds

DAYS_APART = RuleNumber(2, ("S28", "S29"))
"""Every second day, never two run days in a row."""


class Stage(Struct, frozen=True):
    """One walk-run stage: rounds of running and walking.

    Attributes:
        number: 0 to 8.
        run: Minutes of running in a round.
        walk: Minutes of walking in a round.
        rounds: Number of rounds.
    """

    number: int
    run: int
    walk: int
    rounds: int

    @property
    def level(self) -> str:
        """Id of the level of ``run-walk``."""
        return f"stage-{self.number}"

    @property
    def total(self) -> int:
        """Minutes altogether."""
        return (self.run + self.walk) * self.rounds

    @property
    def run_minutes(self) -> int:
        """Minutes of running."""
        return self.run * self.rounds


STAGES = (
    Stage(0, 0, 30, 1),
    Stage(1, 1, 4, 6),
    Stage(2, 2, 3, 6),
    Stage(3, 3, 2, 6),
    Stage(4, 4, 1, 6),
    Stage(5, 7, 1, 4),
    Stage(6, 10, 1, 3),
    Stage(7, 15, 1, 2),
    Stage(8, 30, 0, 1),
)
"""The table of §3.7, set together from published tables (S28, S29) and in part an app rule."""
STAGE_REFERENCES = ("S28", "S29", "DD")


class ActivityLoad(StrEnum):
    """How hard an activity is on the Achilles tendon; a light one needs no day of recovery."""

    MEDIUM = "medium"
    HIGH = "high"
    """Jumping, sprinting, fast hills."""


RECOVERY_DAYS: Mapping[ActivityLoad, RuleNumber] = {
    ActivityLoad.MEDIUM: RuleNumber(2, ("M03",)),
    ActivityLoad.HIGH: RuleNumber(3, ("M03",)),
}
"""Days from such an activity to the next of its kind or harder in the Achilles programs."""


class RunLimits(Struct, frozen=True, kw_only=True):
    """What a plan's walk-runs are judged by, as far as it is said of them.

    Attributes:
        advance: Highest pain during a run that counts towards the next stage.
        ceiling: Highest acceptable pain; above it the run stops.
        credits: Good runs in a row that advance the stage.
        days_off: Days off more before a stage that was set back.
        morning_rise: Points of the next morning above its base that set a stage back.
    """

    advance: int
    ceiling: int
    credits: int = SOURCE.credits_run
    days_off: int = SOURCE.run_extra_days
    morning_rise: int = SOURCE.regress_rise


def run_limits(program: Program | None, plan: Plan, thresholds: Thresholds = SOURCE) -> RunLimits | None:
    """Return what a plan's walk-runs are judged by; None where it has neither walk-run nor program.

    A therapist may have raised or lowered the ceiling: it is the one that the decision table goes by. In a
    tendon program every pain up to it counts (clinical.md §3.3, rows 4, 6 and 8).

    Args:
        program: The plan's program; None for none.
        plan: The plan.
        thresholds: The numbers that hold for it.
    """
    prescription = next((p for p in plan.prescriptions if p.exercise == RUN_WALK), None)
    if prescription is not None:
        ceiling = plan.ceiling_of(prescription, most=thresholds.plyometric_ceiling)
    elif program is not None:
        ceiling = program.impact_ceiling
    else:
        return None
    tendon = program is not None and program.tendon
    return RunLimits(
        advance=ceiling if tendon else min(ceiling, thresholds.credit_pain),
        ceiling=ceiling,
        credits=thresholds.credits_run,
        days_off=thresholds.run_extra_days,
        morning_rise=thresholds.regress_rise,
    )


class Gate(Struct, frozen=True, kw_only=True):
    """Whether running may begin.

    Attributes:
        items: How each point stands.
        red_flags: Rules that stand in the way: open locks on running, and flags without a program.
        applies: Whether the gate applies at all.
    """

    items: tuple[CriterionResult, ...]
    red_flags: tuple[str, ...] = ()
    applies: bool = True

    @property
    def is_open(self) -> bool:
        """Whether every point is true; a point that was not measured is not."""
        return not self.red_flags and (not self.applies or all_hold(self.items))

    @property
    def missing(self) -> tuple[str, ...]:
        """Ids of points that were not measured."""
        return tuple(r.criterion.id for r in self.items if r.status is Status.NOT_MEASURED)


def run_gate(
    program: Program,
    measurements: Sequence[Measurement],
    affected: Side | None,
    locks: Locks,
    day: date,
    days_without_running: int | None = None,
) -> Gate:
    """Judge the run gate of a program, which is the exit of its dynamic phase.

    Args:
        program: The program.
        measurements: Everything measured.
        affected: The affected side.
        locks: What open flags lock.
        day: The training day.
        days_without_running: Days since the last run; None where it is not known. Only the general program
            asks: there running goes on unless it stopped for more than 4 weeks (clinical.md §3.9).
    """
    phase = next((p for p in program.phases if p.mark is PhaseMark.P4), None)
    items = evaluate(phase.exit, measurements, affected, day) if phase is not None else ()
    running = {Scope.ALL_LOADING, Scope.CALF_WORK, Scope.PLYOMETRICS_AND_RUNNING}
    flags = [lock.rule for lock in locks.active if running & set(lock.scopes)]
    asks = program.id == "general" and days_without_running is not None
    runs_on = asks and (days_without_running or 0) <= WITHOUT_RUNNING_DAYS.value
    return Gate(
        items=items,
        red_flags=tuple(dict.fromkeys([*flags, *locks.no_plan])),
        applies=not runs_on,
    )

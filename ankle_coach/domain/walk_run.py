"""Walk-run: the stages, when a run stops at once, and the stage of the next run (clinical.md §3.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.criteria import CriterionResult, Status, all_hold, evaluate
from ankle_coach.domain.exercise import PhaseMark
from ankle_coach.domain.locks import Locks
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.program import Program
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.running import LAST_STAGE, RunRecord, worst_pain
from ankle_coach.domain.safety import Scope
from ankle_coach.domain.sides import Side

DAYS_APART = RuleNumber(2, ("S28", "S29"))
"""Every second day, never two run days in a row."""
CREDITS_TO_ADVANCE = RuleNumber(2, ("S28", "DD"))
"""A stage is done this often in a row before the next one."""
ADVANCE_PAIN = RuleNumber(2, ("S28", "DD"))
ADVANCE_PAIN_TENDON = RuleNumber(3, ("DD",))
ADVANCE_PAIN_CLINICIAN = RuleNumber(5, ("DD",))
"""Highest pain during a run that still counts towards the next stage."""
MORNING_REGRESS = RuleNumber(2, ("DD",))
SWELLING_REGRESS = RuleNumber(2, ("DD",))
"""Rise of morning pain or swelling above its base that sends a stage back (clinical.md §3.3)."""
EXTRA_DAYS_OFF = RuleNumber(1, ("DD",))
"""Days off on top of the usual one before the stage below."""
DONE_SHARE = RuleNumber(1.0, ("DD",))
"""Share of a stage that must be run for a credit."""
WITHOUT_RUNNING_DAYS = RuleNumber(28, ("DD",))
"""General soreness: the gate applies only after more days than this without running."""


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
    """How hard an activity is on the Achilles tendon."""

    LIGHT = "light"
    MEDIUM = "medium"
    HIGH = "high"
    """Jumping, sprinting, fast hills."""


RECOVERY_DAYS: Mapping[ActivityLoad, RuleNumber] = {
    ActivityLoad.MEDIUM: RuleNumber(2, ("M03",)),
    ActivityLoad.HIGH: RuleNumber(3, ("M03",)),
}
"""Days from such an activity to the next of its kind or harder in the Achilles programs."""


def achilles_not_before(load: ActivityLoad, done: Sequence[tuple[date, ActivityLoad]]) -> date | None:
    """Return the first training day for an activity in the Achilles programs; None where nothing holds it.

    Args:
        load: How hard the activity is; light ones need no recovery.
        done: Training day and load of earlier activities.
    """
    if load is ActivityLoad.LIGHT:
        return None
    days = [day + timedelta(days=int(RECOVERY_DAYS[was].value)) for day, was in done if was in RECOVERY_DAYS]
    return max(days, default=None)


class RunOutcome(StrEnum):
    """What a walk-run means for the next one."""

    CREDIT = "credit"
    HOLD = "hold"
    REGRESS = "regress"


class Morning(Struct, frozen=True, kw_only=True):
    """The morning after a run, against its base; None where it is not known.

    Attributes:
        pain_rise: Morning pain minus its base.
        swelling_rise: Swelling minus its base; None also where the program does not ask.
        swelling_asked: Whether the program asks for swelling.
    """

    pain_rise: float | None = None
    swelling_rise: float | None = None
    swelling_asked: bool = False


class RunLimits(Struct, frozen=True, kw_only=True):
    """The pain limits of one person's runs.

    Attributes:
        advance: Highest pain that counts towards the next stage.
        ceiling: Highest acceptable pain; above it the run stops.
    """

    advance: float
    ceiling: float


def run_limits(program: Program, *, clinician_raised: bool = False) -> RunLimits:
    """Return the limits of a program; a clinician may have raised them where the program says so."""
    raised = program.clinician_impact_ceiling if clinician_raised else None
    if raised is not None:
        return RunLimits(advance=min(raised, ADVANCE_PAIN_CLINICIAN.value), ceiling=raised)
    advance = ADVANCE_PAIN_TENDON if program.tendon else ADVANCE_PAIN
    return RunLimits(advance=advance.value, ceiling=program.impact_ceiling)


def must_stop(
    pain: float | None, limits: RunLimits, *, sharp: bool = False, limp: bool = False, gave_way: bool = False
) -> bool:
    """Say whether a run ends at once."""
    return sharp or limp or gave_way or (pain is not None and pain > limits.ceiling)


def judge_run(run: RunRecord, morning: Morning, limits: RunLimits, done_share: float = 1.0) -> RunOutcome:
    """Judge one walk-run by its pain and the next morning; what is missing never counts as good."""
    pain = worst_pain(run)
    sharp, limp = run.sharp_pain, bool(run.limp)
    if must_stop(pain, limits, sharp=sharp, limp=limp, gave_way=run.gave_way):
        return RunOutcome.REGRESS
    if morning.pain_rise is not None and morning.pain_rise >= MORNING_REGRESS.value:
        return RunOutcome.REGRESS
    if morning.swelling_rise is not None and morning.swelling_rise >= SWELLING_REGRESS.value:
        return RunOutcome.REGRESS
    swelling_fine = (
        not morning.swelling_asked if morning.swelling_rise is None else morning.swelling_rise <= 0
    )
    known = isinstance(run.pain_during, int) and run.limp is False and morning.pain_rise is not None
    fine = known and swelling_fine and pain is not None and pain <= limits.advance
    if fine and morning.pain_rise is not None and morning.pain_rise <= 0 and done_share >= DONE_SHARE.value:
        return RunOutcome.CREDIT
    return RunOutcome.HOLD


class StagePlan(Struct, frozen=True, kw_only=True):
    """What the next walk-run is.

    Attributes:
        stage: Its stage.
        credits: Credits at that stage so far.
        not_before: Earliest training day; None where nothing was run yet.
        finished: Whether stage 8 was done twice: hills and speed may come, one at a time.
    """

    stage: int
    credits: int = 0
    not_before: date | None = None
    finished: bool = False


def next_stage(start: int, judged: Sequence[tuple[date, RunOutcome]]) -> StagePlan:
    """Fold the judged walk-runs since a stage was set into the next one.

    Args:
        start: Stage at the beginning, 1 for a new return to running.
        judged: Training day and outcome of each, oldest first.
    """
    stage, earned, extra, finished = start, 0, 0, False
    for _, outcome in judged:
        extra = 0
        if outcome is RunOutcome.REGRESS:
            stage, earned, extra = max(min(1, stage), stage - 1), 0, int(EXTRA_DAYS_OFF.value)
            finished = False
        elif outcome is RunOutcome.HOLD:
            earned = 0
        else:
            earned += 1
        if earned >= CREDITS_TO_ADVANCE.value:
            finished = finished or stage == LAST_STAGE
            stage, earned = min(LAST_STAGE, stage + 1), 0
    days = int(DAYS_APART.value) + extra
    not_before = judged[-1][0] + timedelta(days=days) if judged else None
    return StagePlan(stage=stage, credits=earned, not_before=not_before, finished=finished)


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

"""Runs of the run log as the rules read them: a walk-run stage counts like a session of its exercise."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from ankle_coach.domain.day_facts import Bout, ExerciseDay
from ankle_coach.domain.ladder import RUN_WALK
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.sides import Side
from ankle_coach.domain.walk_run import STAGES, Stage


def stage_runs(
    runs: Iterable[RunRecord], plan: Plan, played: Collection[str]
) -> tuple[tuple[ExerciseDay, str], ...]:
    """Return the walk-run that was run on a day outside of the player, with its session's id; none, or one.

    Several runs of a day count together: the longest for what was done, all of them for what was felt.

    Args:
        runs: The runs of one training day.
        plan: The plan of the day.
        played: Ids of the prescriptions that the player recorded on the day: nothing counts twice.
    """
    prescription = next((p for p in plan.prescriptions if p.exercise == RUN_WALK), None)
    logged = tuple(runs)
    if prescription is None or prescription.id in played or not logged:
        return ()
    stage, share = max(
        (_done_of(run) for run in logged), key=lambda done: (done[1] >= 1, done[0].number, done[1])
    )
    day = ExerciseDay(
        prescription=prescription.id,
        exercise=RUN_WALK,
        side=Side.BOTH,
        level=stage.level,
        share=share,
        whole=share >= 1,
        bouts=tuple(_bout(run) for run in logged),
    )
    return ((day, prescription.session),)


def with_felt(
    done: tuple[ExerciseDay, ...], runs: Iterable[RunRecord], plan: Plan
) -> tuple[ExerciseDay, ...]:
    """Return a day's work with what its logged runs felt like beside a walk-run that the player recorded.

    What was done counts once, as the player has it; a limp, giving way or pain told of the run counts
    as well: of several on a day the worst wins (clinical.md §3.3).

    Args:
        done: What the player recorded on the day.
        runs: The runs of the log of the same day.
        plan: The plan of the day.
    """
    names = {p.id for p in plan.prescriptions if p.exercise == RUN_WALK}
    felt = tuple(_bout(run) for run in runs)
    if not felt or not names:
        return done
    return tuple(
        replace(one, bouts=(*one.bouts, *felt)) if one.prescription in names else one for one in done
    )


def stage_of(run: RunRecord) -> Stage:
    """Return the stage that a run counts for: the one that was chosen, else the highest that it fulfils.

    A run outside of the stages fulfils each whose minutes of running it reaches, without its walks (app
    rule); one shorter than all of them is a part of the first.
    """
    if run.stage is not None:
        return STAGES[run.stage]
    reached = [stage for stage in STAGES if stage.run and run.seconds >= stage.run_minutes * 60]
    return reached[-1] if reached else STAGES[1]


def _done_of(run: RunRecord) -> tuple[Stage, float]:
    stage = stage_of(run)
    planned = stage.run_minutes * 60
    return stage, min(1.0, run.seconds / planned) if planned else 1.0


def _bout(run: RunRecord) -> Bout:
    return Bout(
        pain_during=run.pain_during,
        pain_after=run.pain_after,
        sharp=run.sharp_pain,
        gave_way=run.gave_way,
        limp=bool(run.limp),
        unanswered=run.limp is None,
    )

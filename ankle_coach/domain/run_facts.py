"""Runs of the run log as the rules read them: a walk-run stage counts like a session of its exercise."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ankle_coach.domain.day_facts import Bout, ExerciseDay
from ankle_coach.domain.ladder import RUN_WALK
from ankle_coach.domain.plan import Plan, Prescription
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.sides import Side
from ankle_coach.domain.walk_run import STAGES


def stage_runs(
    runs: Iterable[RunRecord], plan: Plan, played: Collection[str]
) -> tuple[tuple[ExerciseDay, str], ...]:
    """Return the stages that were run on a day outside of the player, each with its session's id.

    Args:
        runs: The runs of one training day.
        plan: The plan of the day.
        played: Ids of the prescriptions that the player recorded on the day: nothing counts twice.
    """
    prescription = next((p for p in plan.prescriptions if p.exercise == RUN_WALK), None)
    if prescription is None or prescription.id in played:
        return ()
    return tuple(
        (_stage_run(run, prescription), prescription.session) for run in runs if run.stage is not None
    )


def _stage_run(run: RunRecord, prescription: Prescription) -> ExerciseDay:
    stage = next(stage for stage in STAGES if stage.number == run.stage)
    planned = stage.run_minutes * 60
    share = min(1.0, run.seconds / planned) if planned else 1.0
    return ExerciseDay(
        prescription=prescription.id,
        exercise=RUN_WALK,
        side=Side.BOTH,
        level=stage.level,
        share=share,
        whole=share >= 1,
        bouts=(
            Bout(
                pain_during=run.pain_during,
                pain_after=run.pain_after,
                sharp=run.sharp_pain,
                gave_way=run.gave_way,
                limp=bool(run.limp),
                unanswered=run.limp is None,
            ),
        ),
    )

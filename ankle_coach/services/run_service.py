"""Runs and shoes: what was run, what the guards say of it, and the walk-run stage that comes next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError, NotFoundError
from ankle_coach.domain.measures import Measure
from ankle_coach.domain.running import (
    WITHOUT_RUNNING_DAYS,
    Guard,
    GuardResult,
    RunRecord,
    cap_when_back,
    easy_week_minutes,
    next_run_minutes,
    single_run_guard,
    weekly_guard,
)
from ankle_coach.domain.shoes import Shoe, ShoeAdvice, shoe_advice, shoe_meters
from ankle_coach.domain.sides import Side
from ankle_coach.services.new_id import new_id

if TYPE_CHECKING:
    from ankle_coach.domain.played_runs import KnownRun
    from ankle_coach.domain.standing import Standing
    from ankle_coach.domain.walk_run import Gate, RunLimits, Stage
    from ankle_coach.services.coach_service import CoachService
    from ankle_coach.services.journal_reader import JournalReader
    from ankle_coach.services.plan_service import PlanService
    from ankle_coach.services.safety_service import SafetyService

WALK_RUN = "run-walk"
"""The exercise whose levels are the walk-run stages."""


_ACHILLES = "achilles-"
"""Ids of the programs for the Achilles tendon begin with it."""


class ConfirmRunError(AnkleCoachError):
    """A run far longer than any of the last 30 days is only kept once it was confirmed."""


class RunGuards(Struct, frozen=True, kw_only=True):
    """What the guards say of a run, done or planned; never that it is safe.

    Attributes:
        single: Against the longest run of 30 days.
        weekly: This week against the last.
        cap_minutes: Longest run in the first 4 weeks back; None where nothing caps it.
        over_cap: Whether the run is longer than that.
    """

    single: GuardResult
    weekly: GuardResult
    cap_minutes: float | None = None
    over_cap: bool = False

    @property
    def asks(self) -> bool:
        """Whether the run is only kept once it was confirmed."""
        return self.single.guard is Guard.CONFIRM


class ShoeView(Struct, frozen=True, kw_only=True):
    """A pair of shoes with its distance and what is said of it."""

    shoe: Shoe
    meters: float
    advice: ShoeAdvice


class RunPlace(Struct, frozen=True, kw_only=True):
    """Where the return to running stands.

    Attributes:
        gate: Whether running may begin, point by point; None without a program.
        stage: The walk-run stage; None where the plan has no walk-run.
        standing: The standing behind it.
        not_before: First training day of the next run; None for any.
        limits: What walk-runs are judged by; None without a walk-run and without a program.
        next_minutes: Minutes of the next run after the last stage; 0 before.
        last: The last run; None for none.
        awaits_morning: Whether the last run waits for the morning after it to be judged.
        easy_minutes: Minutes of an easier week, where this week may be one; None where it is not its turn.
        achilles: Whether the plan is of a program for the Achilles tendon, whose loads are kept apart.
        measures: What the points of the gate look at, by id.
    """

    gate: Gate | None
    stage: Stage | None
    standing: Standing | None
    not_before: date | None
    limits: RunLimits | None
    next_minutes: float
    last: RunRecord | None
    awaits_morning: bool = False
    easy_minutes: float | None = None
    achilles: bool = False
    measures: Mapping[str, Measure] = MappingProxyType({})


class RunService:
    """Keeps runs and shoes, and reads what the rules say of them."""

    def __init__(
        self,
        reader: JournalReader,
        plans: PlanService,
        coach: CoachService,
        safety: SafetyService,
    ) -> None:
        """Work on the journal and the coach's fold."""
        self._reader = reader
        self._plans = plans
        self._coach = coach
        self._safety = safety

    # --- runs ---------------------------------------------------------------------------------

    def runs(self, first: date | None = None, last: date | None = None) -> tuple[RunRecord, ...]:
        """Return runs, oldest first, within training days (both included)."""
        return tuple(
            known.run
            for known in self.known_runs()
            if (first is None or known.run.day >= first) and (last is None or known.run.day <= last)
        )

    def known_runs(self) -> tuple[KnownRun, ...]:
        """Return all runs, oldest first, those that the player recorded included, each run once."""
        from ankle_coach.domain.played_runs import known_runs  # noqa: PLC0415 - loads with the rules

        contents = self._reader.contents()
        return known_runs(contents) if contents is not None else ()

    def completed(self, played: RunRecord) -> RunRecord:
        """Return a run from the player as one to write down; it is not kept yet, and stays the same run."""
        return msgspec.structs.replace(played, id=new_id(), session=played.session or played.id)

    def new_run(self) -> RunRecord:
        """Return an empty run of this moment; it is not kept yet."""
        plan = self._plans.current()
        affected = plan.affected if plan is not None else None
        return RunRecord(id=new_id(), started=self._reader.moment(), seconds=0, side=affected or Side.BOTH)

    def next_run(self) -> RunRecord:
        """Return an empty run of this moment at the plan's walk-run stage; it is not kept yet."""
        stage = self.place().stage
        return msgspec.structs.replace(self.new_run(), stage=stage.number if stage is not None else None)

    def guards(self, run: RunRecord) -> RunGuards:
        """Return what the guards say of a run, kept or not."""
        from ankle_coach.domain.intake import Intake  # noqa: PLC0415 - loads with the rules

        contents = self._reader.contents()
        intake = contents.latest(Intake) if contents is not None else None
        others = self._others(run)
        monday = run.day - timedelta(days=run.day.weekday())
        longest = intake.longest_run_minutes if intake is not None else None
        cap = (
            None
            if run.stage is not None
            else cap_when_back(longest, self._back_since(others, run.day), run.day)
        )
        return RunGuards(
            single=single_run_guard(run, others),
            weekly=weekly_guard((*others, run), monday),
            cap_minutes=cap,
            over_cap=cap is not None and run.minutes > cap + 1e-9,
        )

    def _others(self, run: RunRecord) -> list[RunRecord]:
        """Return all runs but one, which may be there as the player recorded it, or not at all."""
        from ankle_coach.domain.played_runs import known_runs  # noqa: PLC0415 - loads with the rules

        contents = self._reader.contents()
        if contents is None:
            return []
        written = [known for known in contents.of(RunRecord) if known.id != run.id]
        every = known_runs(contents, (*written, run))
        return [known.run for known in every if known.run.id != run.id]

    def save(self, run: RunRecord, *, confirmed: bool = False) -> Changes:
        """Keep a run, or its correction.

        Args:
            run: The run; an empty id makes a new one.
            confirmed: Whether the person confirmed a run that the guard asks about.

        Raises:
            ConfirmRunError: The guard asks and nobody confirmed.
        """
        kept = run if run.id else msgspec.structs.replace(run, id=new_id())
        if self.guards(kept).asks and not confirmed:
            raise ConfirmRunError("This run is more than twice as long as the longest of the last 30 days.")
        self._reader.keep(kept, kept.id, kept.started)
        return Changes.RUNS | Changes.DECISIONS

    def delete(self, run_id: str) -> Changes:
        """Delete a run; one that is gone already is no error."""
        self._reader.forget(run_id)
        return Changes.RUNS | Changes.DECISIONS

    def _back_since(self, runs: list[RunRecord], day: date) -> date | None:
        """Return the first run after the last break; None where running never stopped.

        A break is what an injury, or an intake without running for more than four weeks or without saying,
        begins; or more than four weeks between two runs of the log (clinical.md §3.8, §3.9).
        """
        from ankle_coach.domain.intake import Intake  # noqa: PLC0415 - loads with the rules
        from ankle_coach.domain.running import first_run_back  # noqa: PLC0415 - as above

        contents = self._reader.contents()
        kept = [k for k in contents.entries if isinstance(k.entry, Intake)] if contents is not None else []
        if not kept or not isinstance(kept[-1].entry, Intake):
            return None
        intake, told = kept[-1].entry, kept[-1].moment.training_day
        away = intake.days_without_running
        stopped = intake.injured is not False or away is None or away > WITHOUT_RUNNING_DAYS.value
        outside = [run.day for run in runs if run.stage is None]
        return first_run_back(outside, day, told if stopped else None)

    # --- the way back -------------------------------------------------------------------------

    def place(self) -> RunPlace:
        """Return where the return to running stands."""
        from ankle_coach.domain.measurements_of import days_without_running  # noqa: PLC0415 - with the rules
        from ankle_coach.domain.walk_run import STAGES, run_gate, run_limits  # noqa: PLC0415 - as above

        today = self._reader.today()
        contents, fold, plan = self._reader.contents(), self._coach.fold(), self._plans.current(today)
        standing = next((s for s in self._coach.standings() if s.exercise == WALK_RUN), None)
        program = self._plans.program(plan.program) if plan is not None and plan.program else None
        runs = self.runs()
        gate = limits = None
        if contents is not None and fold is not None and plan is not None and program is not None:
            days = days_without_running(contents, today)
            locks = self._safety.locks()
            gate = run_gate(program, self._coach.measurements(), plan.affected, locks, today, days)
        if fold is not None and plan is not None:
            limits = run_limits(program, plan, fold.context.for_plan(plan).thresholds)
        return RunPlace(
            gate=gate,
            stage=next((s for s in STAGES if standing is not None and s.level == standing.level), None),
            standing=standing,
            not_before=self._not_before(standing, runs),
            limits=limits,
            next_minutes=next_run_minutes([r for r in runs if r.stage in (None, 8)], today),
            last=runs[-1] if runs else None,
            awaits_morning=standing is not None and self._awaits_morning(runs, today),
            easy_minutes=easy_week_minutes(runs, today),
            achilles=plan is not None and plan.program.startswith(_ACHILLES),
            measures={measure.id: measure for measure in self._coach.measures()},
        )

    def _awaits_morning(self, runs: tuple[RunRecord, ...], today: date) -> bool:
        following = runs[-1].day + timedelta(days=1) if runs else None
        contents = self._reader.contents()
        if following is None or contents is None or following < today:
            return False
        return not any(check_in.entered.training_day == following for check_in in contents.check_ins)

    def _not_before(self, standing: Standing | None, runs: tuple[RunRecord, ...]) -> date | None:
        """Every second day, and later where a stage was set back."""
        from ankle_coach.domain.walk_run import DAYS_APART  # noqa: PLC0415 - loads with the rules

        days = [runs[-1].day + timedelta(days=int(DAYS_APART.value))] if runs else []
        if standing is not None and standing.not_before is not None:
            days.append(standing.not_before)
        return max(days, default=None)

    # --- shoes --------------------------------------------------------------------------------

    def shoes(self) -> tuple[ShoeView, ...]:
        """Return all pairs, those in use first."""
        contents = self._reader.contents()
        every = contents.of(Shoe) if contents is not None else ()
        runs = self.runs()
        views = [ShoeView(shoe=s, meters=shoe_meters(s, runs), advice=shoe_advice(s, runs)) for s in every]
        return tuple(sorted(views, key=lambda view: view.shoe.retired))

    def save_shoe(self, shoe: Shoe) -> Changes:
        """Keep a pair of shoes, or its correction; an empty id makes a new one."""
        kept = shoe if shoe.id else msgspec.structs.replace(shoe, id=new_id())
        self._reader.keep(kept, kept.id)
        return Changes.RUNS

    def retire_shoe(self, shoe_id: str) -> Changes:
        """Put a pair out of use.

        Raises:
            NotFoundError: There is no such pair.
        """
        found = next((view.shoe for view in self.shoes() if view.shoe.id == shoe_id), None)
        if found is None:
            raise NotFoundError(f"There are no shoes {shoe_id!r}.")
        return self.save_shoe(msgspec.structs.replace(found, retired=True))

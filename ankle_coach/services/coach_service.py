"""The coach: decisions and standings folded from the journal, and what they make of a training day.

Nothing here is stored that can be folded again; the fold is kept until something is written or time goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError, NotFoundError
from ankle_coach.domain.morning import MorningField
from ankle_coach.services.new_id import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ankle_coach.domain.coach_day import CoachSession
    from ankle_coach.domain.day_facts import Override, OverrideKind
    from ankle_coach.domain.decision import Decision
    from ankle_coach.domain.dose import Dose
    from ankle_coach.domain.facts_of_records import Until
    from ankle_coach.domain.journal import Answer, SessionSummary
    from ankle_coach.domain.journal_fold import JournalFold
    from ankle_coach.domain.library import Library
    from ankle_coach.domain.measures import Measure, Measurement
    from ankle_coach.domain.plan import Load, Plan
    from ankle_coach.domain.rule_state import State
    from ankle_coach.domain.safety_facts import ReportKind, Sign
    from ankle_coach.domain.schedule_changes import Pause
    from ankle_coach.domain.sides import Side
    from ankle_coach.domain.standing import Standing
    from ankle_coach.domain.statistics import Adherence, CalendarDay
    from ankle_coach.services.journal_reader import JournalReader
    from ankle_coach.services.plan_service import PlanService
    from ankle_coach.services.ports import RuleContent
    from ankle_coach.services.safety_service import SafetyService


class OverrideError(AnkleCoachError):
    """An override that is not allowed, with the reason in one sentence."""


class CoachService:
    """Answers what was decided, where each exercise stands, and what a day asks for."""

    def __init__(
        self,
        reader: JournalReader,
        library: Library,
        rules: RuleContent,
        plans: PlanService,
        safety: SafetyService,
    ) -> None:
        """Work on the journal, the library and the rules."""
        self._reader = reader
        self._library = library
        self._rules = rules
        self._plans = plans
        self._safety = safety
        self._kept: tuple[tuple[int, str], Until, JournalFold | None] | None = None

    @property
    def by_therapist(self) -> bool:
        """Whether a therapist uses the app."""
        return self._reader.by_therapist

    # --- the fold -----------------------------------------------------------------------------

    def fold(self) -> JournalFold | None:
        """Return the journal folded up to now; None where there is no plan yet."""
        to, state = self._reader.until(), self._reader.state
        if self._kept is None or self._kept[:2] != (state, to):
            self._kept = (state, to, self._folded(to))
        return self._kept[2]

    def _folded(self, to: Until) -> JournalFold | None:
        from ankle_coach.domain.journal_fold import fold_journal  # noqa: PLC0415 - loads all rules

        contents = self._reader.contents()
        if contents is None or not contents.plans:
            return None
        starts_at = self._reader.day_starts_at
        return fold_journal(contents, self._library, lambda: self._rules.measures.measure, to, starts_at)

    def measurements(self) -> tuple[Measurement, ...]:
        """Return everything measured: self-tests, intake, check-ins, sessions and runs, in no order."""
        from ankle_coach.domain.journal_fold import named_exercises  # noqa: PLC0415 - loads all rules
        from ankle_coach.domain.measurements_of import measurements_of  # noqa: PLC0415 - as above

        contents = self._reader.contents()
        if contents is None:
            return ()
        exercises = {exercise.id: exercise for exercise in named_exercises(contents.plans, self._library)}
        return measurements_of(contents, self._rules.measures.measure, exercises)

    def measures(self) -> tuple[Measure, ...]:
        """Return everything that can be measured."""
        return self._rules.measures.measure

    def needs_intake(self) -> bool:
        """Say whether the intake is asked: nobody was asked yet, or a gap of over 28 days came after it."""
        from ankle_coach.domain.intake import Intake  # noqa: PLC0415 - loads all rules
        from ankle_coach.domain.offers import gap_before  # noqa: PLC0415 - as above
        from ankle_coach.domain.plan_rules import GapStep  # noqa: PLC0415 - as above

        contents, fold = self._reader.contents(), self.fold()
        told = (
            [k.moment.training_day for k in contents.entries if isinstance(k.entry, Intake)]
            if contents
            else []
        )
        if not told or fold is None:
            return not told
        state = fold.folded.state
        gap = gap_before(state, fold.context, self._reader.today())
        return gap is GapStep.INTAKE and state.gap_from is not None and told[-1] <= state.gap_from

    def loads_today(self) -> bool:
        """Say whether anything loads today: no stop and no answer before a session has ended it."""
        fold = self.fold()
        return fold is None or fold.folded.loading

    def gap_ahead(self) -> tuple[str, int] | None:
        """Return what the next loaded session costs for the gap before it: rule and days, or None."""
        from ankle_coach.domain.offers import gap_before  # noqa: PLC0415 - loads all rules
        from ankle_coach.domain.plan_rules import GAP_RULES, gap_days  # noqa: PLC0415 - as above

        fold, today = self.fold(), self._reader.today()
        if fold is None:
            return None
        state = fold.folded.state
        rule = GAP_RULES.get(gap_before(state, fold.context, today))
        return None if rule is None else (rule, gap_days(state.gap_from, today))

    def gap_numbers(self, rule: str) -> dict[str, int]:
        """Return the numbers of a gap's rule that the plan changed, as `gap_words` takes them."""
        from ankle_coach.domain.plan_rules import gap_numbers  # noqa: PLC0415 - loads all rules

        fold = self.fold()
        return dict(gap_numbers(rule, fold.context.thresholds)) if fold is not None else {}

    def state(self) -> State | None:
        """Return the rules' state as of now: easy week, holds, gap, flags; None without a plan."""
        fold = self.fold()
        return fold.folded.state if fold is not None else None

    def decisions(self, first: date | None = None, last: date | None = None) -> tuple[Decision, ...]:
        """Return the decisions about some training days (both included), the latest day first."""
        fold = self.fold()
        log = fold.folded.log() if fold is not None else ()
        return tuple(
            decision
            for decision in log
            if (first is None or decision.day >= first) and (last is None or decision.day <= last)
        )

    def standings(self) -> tuple[Standing, ...]:
        """Return the standings of the running plan, in plan order."""
        from ankle_coach.domain.offers import standings_on  # noqa: PLC0415 - loads all rules

        fold = self.fold()
        if fold is None or fold.folded.state.plan is None:
            return ()
        state = fold.folded.state
        return standings_on(state, fold.context.for_plan(fold.folded.state.plan), self._reader.today())

    def standing_of(self, prescription: str, side: Side) -> Standing | None:
        """Return where a prescription stands on a side; None where it has no such side."""
        from ankle_coach.domain.sides import Side as Sides  # noqa: PLC0415 - loads all rules

        own = [s for s in self.standings() if s.prescription == prescription]
        return next((s for s in own if s.side is side), None) or next(
            (s for s in own if s.side is Sides.BOTH), None
        )

    def adherence(self) -> Adherence:
        """Return the adherence that the rules go by, the running day included."""
        from ankle_coach.domain.adjust import adherence_now  # noqa: PLC0415 - loads all rules
        from ankle_coach.domain.statistics import Adherence as Numbers  # noqa: PLC0415 - as above

        fold = self.fold()
        if fold is None:
            return Numbers(0, 0)
        return adherence_now(fold.folded.state, self._reader.today(), fold.context.thresholds)

    def calendar(
        self, plans: Sequence[Plan], records: Iterable[SessionSummary], first: date, last: date
    ) -> tuple[CalendarDay, ...]:
        """Return each day from first to last with what was planned and done, as the rules count it.

        Args:
            plans: The plan versions in order of their making.
            records: The sessions of these days.
            first: First day.
            last: Last day.
        """
        from ankle_coach.domain.journal_contents import schedule_changes  # noqa: PLC0415 - loads all rules
        from ankle_coach.domain.statistics import calendar  # noqa: PLC0415 - as above

        contents, fold = self._reader.contents(), self.fold()
        if contents is None or fold is None:
            return calendar(plans, records, first, last, self._reader.today(), {})
        counted = {known.day: known for known in fold.folded.counted if known.day >= first}
        today = self._reader.today()
        held = self._held_today() if first <= today <= last else 0
        return calendar(plans, records, first, last, today, counted, schedule_changes(contents), held)

    def _held_today(self) -> int:
        """Count the planned sessions that the rules excuse today: all without loading, else locked ones."""
        from ankle_coach.domain.decision import Outcome  # noqa: PLC0415 - loads all rules

        today = self._reader.today()
        planned = [s for s in self.todays_sessions() if s.times and not s.is_put_off]
        without_load = any(d.outcome is Outcome.NO_LOAD for d in self.decisions(today, today))
        return sum(s.times for s in planned if without_load or not s.offers)

    def today_changes(self) -> tuple[Decision, ...]:
        """Return what changed since the last training day, one decision a line, the latest day first.

        Credits and holds change nothing and are left out; the log has them.
        """
        from ankle_coach.domain.coach_day import changes_for  # noqa: PLC0415 - loads all rules

        contents, fold = self._reader.contents(), self.fold()
        if contents is None or fold is None:
            return ()
        return changes_for(fold, contents, self._reader.today())

    def morning_fields(self) -> tuple[MorningField, ...]:
        """Return what the morning check-in asks in the running program; pain alone without one."""
        plan = self._plans.current()
        program = self._library.programs.get(plan.program) if plan is not None and plan.program else None
        return program.morning if program is not None else (MorningField.PAIN,)

    # --- the day ------------------------------------------------------------------------------

    def todays_sessions(self) -> tuple[CoachSession, ...]:
        """Return the sessions of today with what each of them plays now, in the plan's order."""
        return self.sessions_on(self._reader.today())

    def sessions_on(self, day: date) -> tuple[CoachSession, ...]:
        """Return the sessions of a training day with what each plays, as things stand today."""
        from ankle_coach.domain.coach_day import coach_sessions  # noqa: PLC0415 - loads all rules

        contents, fold = self._reader.contents(), self.fold()
        plan = self._plans.current(day)
        if contents is None or fold is None or plan is None:
            return ()
        return coach_sessions(fold, contents, plan, day)

    def next_planned(self, days: int) -> tuple[date, str] | None:
        """Return day and name of the next planned session after today, within some days; None for none."""
        from ankle_coach.domain.coach_day import next_planned  # noqa: PLC0415 - loads all rules

        contents = self._reader.contents()
        return next_planned(contents, self._reader.today(), days) if contents is not None else None

    def coming_pause(self, days: int) -> Pause | None:
        """Return the first pause that begins after today, within some days; None for none."""
        from ankle_coach.domain.coach_day import coming_pause  # noqa: PLC0415 - loads all rules

        contents = self._reader.contents()
        return coming_pause(contents, self._reader.today(), days) if contents is not None else None

    # --- what the person says besides sessions ------------------------------------------------

    def before_session(self, pain: Answer, swelling: Answer, session_record: str = "") -> Changes:
        """Keep the answers before a session; too much of either means a day without loading.

        Args:
            pain: Pain before it, 0 to 10.
            swelling: 0 none, 1 mild, 2 moderate, 3 severe.
            session_record: Id of the session record that follows; empty where none does.
        """
        from ankle_coach.domain.journal import NoAnswer  # noqa: PLC0415 - loads all rules
        from ankle_coach.domain.safety_facts import BeforeSession  # noqa: PLC0415 - as above

        if pain is NoAnswer.NOT_ASKED and swelling is NoAnswer.NOT_ASKED:
            return Changes.NONE
        day = self._reader.today()
        self._reader.keep(BeforeSession(day=day, pain=pain, swelling=swelling, session=session_record))
        return Changes.DECISIONS

    def sign(self, session_record: str, sign: Sign, prescription: str, side: Side) -> Changes:
        """Keep a sign to stop: sudden sharp pain, a pop, a limp, giving way (§3.3, rows 3 and 4)."""
        from ankle_coach.domain.safety_facts import StopSign  # noqa: PLC0415 - loads all rules

        self._reader.keep(StopSign(session=session_record, sign=sign, prescription=prescription, side=side))
        return Changes.DECISIONS

    def report(self, kind: ReportKind) -> Changes:
        """Keep that the person is back after an illness or slept badly three nights: an easy week follows."""
        from ankle_coach.domain.safety_facts import Report  # noqa: PLC0415 - loads all rules

        self._reader.keep(Report(day=self._reader.today(), kind=kind))
        return Changes.DECISIONS

    # --- overrides ----------------------------------------------------------------------------

    def override(  # noqa: PLR0913 - what was decided, by whom, and against which rule
        self,
        kind: OverrideKind,
        *,
        rule: str,
        prescription: str = "",
        side: Side | None = None,
        level: str = "",
        dose: Dose | None = None,
        load: Load | None = None,
        by_therapist: bool = False,
        note: str = "",
    ) -> Changes:
        """Record a decision by a person against the rules; later decisions go on from it.

        Args:
            kind: What is decided.
            rule: Id of the rule that is overridden; the runner's confirmation has named it.
            prescription: Id of the prescription; empty for the whole plan.
            side: The side; None for every side.
            level: Id of the level; empty for the one it has.
            dose: The dose; None for the level's start dose.
            load: The load; None for the level's.
            by_therapist: Whether a therapist decides.
            note: Own words.

        Raises:
            OverrideError: No rule is named, or the level is excluded.
            NotFoundError: The plan has no such prescription, or its exercise no such level.
        """
        from ankle_coach.domain.day_facts import Override  # noqa: PLC0415 - loads all rules
        from ankle_coach.domain.sides import Side as Sides  # noqa: PLC0415 - as above

        if not rule:
            raise OverrideError("An override names the rule that it goes against.")
        decided = Override(
            id=new_id(),
            day=self._reader.today(),
            kind=kind,
            prescription=prescription,
            side=side or Sides.BOTH,
            level=level,
            dose=dose,
            load=load,
            rule=rule,
            by_therapist=by_therapist,
            note=note,
        )
        self._check(decided)
        self._reader.keep(decided, decided.id)
        return Changes.DECISIONS

    def _check(self, override: Override) -> None:
        """Refuse an override that names nothing of the plan, or what an exclusion or the equipment bars."""
        fold = self.fold()
        plan = fold.folded.state.plan if fold is not None else None
        if fold is None or plan is None:
            raise NotFoundError("There is no plan yet.")
        if not override.prescription:
            return
        own = [s for s in self.standings() if s.prescription == override.prescription]
        if not own:
            raise NotFoundError(f"The plan has no prescription {override.prescription!r}.")
        ladder = fold.context.for_plan(plan).ladders[own[0].exercise]
        levels = {rung.level.id: rung for rung in ladder.rungs}
        rung = levels.get(override.level or own[0].level)
        if rung is None:
            raise NotFoundError(f"{own[0].exercise} has no level {override.level!r}.")
        if rung.barred:
            raise OverrideError(
                f"The level {rung.level.name!r} is excluded by the program or the equipment. "
                "A therapist can prescribe it in the plan."
            )

    # --- taking in what the days brought ------------------------------------------------------

    def settle(self) -> Changes:
        """Keep what the rules ask for and only a record can hold: trend flags and a phase back.

        Call it when the app starts and after each change of sessions, check-ins, runs or decisions. Called
        twice it changes nothing more.
        """
        from ankle_coach.services.settling import settle_flags, settle_phase  # noqa: PLC0415 - loads all rules

        fold, contents = self.fold(), self._reader.contents()
        if fold is None or contents is None:
            return Changes.NONE
        changes = settle_flags(fold, contents, self._safety, self._reader.today())
        return changes | settle_phase(fold, contents, self._plans, self._reader.today())

"""What the rules ask for and only a record can hold: trend flags, and the plan version of a phase back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.journal import value_of
from ankle_coach.domain.journal_contents import FOLD_FLAGS
from ankle_coach.domain.locks import is_lifted, last_assessment
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.pain_history import mornings_with_first_steps
from ankle_coach.domain.phase_fit import Circumstances
from ankle_coach.domain.played_runs import runs_of
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.running import worst_pain
from ankle_coach.domain.safety import Assessment, Finding, Flag, Scope
from ankle_coach.domain.safety_trends import JournalFacts, trend_findings
from ankle_coach.domain.series_events import giving_way
from ankle_coach.domain.sides import Side

if TYPE_CHECKING:
    from ankle_coach.domain.journal_contents import JournalContents
    from ankle_coach.domain.journal_fold import JournalFold
    from ankle_coach.services.plan_service import PlanService
    from ankle_coach.services.safety_service import SafetyService

REST_DAYS = RuleNumber(7, ("DD",))
"""A trend that was looked at is not raised again within this many training days."""


def settle_flags(fold: JournalFold, contents: JournalContents, safety: SafetyService, today: date) -> Changes:
    """Keep the flags that the fold and the trends raise, each once until it was looked at."""
    lately = _looked_at_lately(contents, today)
    findings = [
        finding
        for finding in (*_of_fold(fold), *_of_trends(fold, contents, safety, today))
        if finding.rule not in lately
    ]
    raised = safety.raise_findings(findings)
    return Changes.SAFETY | Changes.DECISIONS if raised else Changes.NONE


def _looked_at_lately(contents: JournalContents, today: date) -> frozenset[str]:
    """Rules whose flag was looked at: one of the fold's own on this day, a trend's within a week."""
    assessments = contents.of(Assessment)
    found = set()
    for flag in contents.of(Flag):
        last = last_assessment(flag, assessments)
        if last is None or not is_lifted(flag, assessments):
            continue
        days = 1 if flag.finding.rule.startswith(FOLD_FLAGS) else REST_DAYS.value
        if (today - last.recorded.training_day).days < days:
            found.add(flag.finding.rule)
    return frozenset(found)


def _of_fold(fold: JournalFold) -> list[Finding]:
    found = []
    for flag in fold.folded.state.flags:
        if not flag.kind.startswith(FOLD_FLAGS):
            continue
        told = next(
            (
                d
                for d in reversed(fold.folded.decisions)
                if d.outcome is Outcome.FLAG and d.value("flag") == flag.kind
            ),
            None,
        )
        values = told.values if told is not None else ()
        numbers = tuple((name, float(v)) for name, v in values if isinstance(v, int | float))
        found.append(
            Finding(
                rule=flag.kind,
                urgency=flag.urgency,
                scopes=(Scope.ALL_LOADING,) if flag.urgency.locks else (),
                values=numbers,
                references=told.references if told is not None else ("DD",),
            )
        )
    return found


def _of_trends(
    fold: JournalFold, contents: JournalContents, safety: SafetyService, today: date
) -> list[Finding]:
    facts = journal_facts(fold, contents, today)
    found = trend_findings(safety.content.screen, facts)
    return [finding for finding in found if not finding.rule.startswith(FOLD_FLAGS)]


def journal_facts(fold: JournalFold, contents: JournalContents, today: date) -> JournalFacts:
    """Return what the trend rules read of a journal; R16 to R19 do not count what was never answered."""
    known = [
        (day, v)
        for day, answer in mornings_with_first_steps(contents.check_ins).items()
        if (v := value_of(answer)) is not None
    ]
    intake = contents.latest(Intake)
    state = fold.folded.state
    plan = contents.plans[-1]
    began = next((p.starts_on for p in contents.plans if p.program == plan.program), plan.starts_on)
    runs = runs_of(contents)
    base = fold.context.intake.get(Side.BOTH)  # its first steps taken in, as in the mornings (§3.2)
    assessments = contents.of(Assessment)
    lifted = {
        flag.finding.rule: last.recorded.training_day
        for flag in contents.of(Flag)
        if (last := last_assessment(flag, assessments)) is not None and is_lifted(flag, assessments)
    }
    return JournalFacts(
        day=today,
        started_on=began,
        program=plan.program,
        baseline=float(base.pain) if base is not None and base.pain is not None else None,
        mornings=tuple((day, float(value)) for day, value in sorted(known)),
        regress_days=state.regress_days,
        no_load_days=tuple(d.day for d in fold.folded.decisions if d.outcome is Outcome.NO_LOAD),
        session_days=tuple(sorted({r.started.training_day for r in contents.sessions})),
        after_runs=tuple((run.day, float(pain)) for run in runs if (pain := worst_pain(run)) is not None),
        rest_pain=_measured(contents, "rest-pain"),
        giving_way=giving_way(contents),
        new_injury_on=intake.injured_on if intake is not None else None,
        assessed=lifted,
    )


def _measured(contents: JournalContents, measure: str) -> tuple[tuple[date, float], ...]:
    return tuple(
        (m.entered.training_day, max(m.values))
        for m in contents.of(Measurement)
        if m.measure == measure and m.values
    )


def settle_phase(fold: JournalFold, contents: JournalContents, plans: PlanService, today: date) -> Changes:
    """Make the plan version of a phase back, or of a preset's next weeks; nobody has to confirm it."""
    state = fold.folded.state
    if not state.phase_due or state.plan is None:
        return Changes.NONE
    newest = contents.plans[-1]
    if newest.phase == state.phase_due and newest.starts_on > today:
        return Changes.NONE
    played = any(record.started.training_day == today for record in contents.sessions)
    intake = contents.latest(Intake)
    at_hand = frozenset(intake.equipment) if intake is not None and intake.equipment is not None else None
    plan = plans.propose(
        plans.program(state.plan.program),
        state.phase_due,
        state.plan.affected,
        circumstances=Circumstances(at_hand=at_hand),
        starts_on=today + timedelta(days=1) if played else today,
        reason="phase-by-rule",
    )
    return plans.accept(plan) | Changes.DECISIONS

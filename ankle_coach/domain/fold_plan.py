"""What a training day begins with: plan versions, overrides, locks, flags, reports, and gaps."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

from msgspec.structs import replace

from ankle_coach.domain.course import Course, Place
from ankle_coach.domain.day_facts import DayFacts, Override, OverrideKind
from ankle_coach.domain.day_work import DayWork, fresh_standings
from ankle_coach.domain.decision import Outcome, Value
from ankle_coach.domain.fold_back import deload, phase_place
from ankle_coach.domain.plan import Plan, Prescription, definition
from ankle_coach.domain.rule_state import Context, State
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.safety_facts import FlagEvent
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.standing_steps import to_place
from ankle_coach.domain.thresholds import SPECS


def entered(state: State, facts: DayFacts, plan: Plan, context: Context) -> DayWork:
    """Return the work of a day whose plan version may be a new one."""
    old = state.plan
    if old is plan or old == plan:
        return DayWork(state, facts, context, plan)
    course = context.course(plan)
    kept = dict(state.kept)
    standings: dict[tuple[str, Side], Standing] = {}
    own = {p.id: p for p in old.prescriptions} if old else {}
    if old is not None:
        for key in [key for key in kept if key[0] == old.phase and key[1] in own]:
            del kept[key]
        for (name, side), standing in state.standings.items():
            if name in own:
                kept[old.phase, name, side] = (own[name], standing)
    phases = course.traits.phases
    forward = old is not None and phase_place(phases, plan.phase) > phase_place(phases, old.phase)
    for prescription in plan.prescriptions:
        standings |= _carried(state, course, prescription, own.get(prescription.id), facts.day, forward)
    same_phase = old is not None and (old.program, old.phase) == (plan.program, plan.phase)
    work = DayWork(
        replace(
            state,
            plan=plan,
            began=state.began or plan.starts_on,
            phase_since=state.phase_since if same_phase else facts.day,
            phase_due=state.phase_due if same_phase else "",
            phase_planned=state.phase_planned if same_phase else 0,
            phase_done=state.phase_done if same_phase else 0,
            standings=MappingProxyType(standings),
            kept=MappingProxyType(kept),
        ),
        facts,
        context,
        plan,
    )
    if forward and old is not None:
        work.emit(
            Outcome.PHASE_FORWARD,
            "3.4-preset" if work.traits.weeks else "3.6-exit",
            values=(("from", old.phase), ("to", plan.phase)),
            starts_on=facts.day,
        )
    _begin_weeks(work)
    return work


def _carried(
    state: State,
    course: Course,
    prescription: Prescription,
    old: Prescription | None,
    day: date,
    forward: bool,
) -> dict[tuple[str, Side], Standing]:
    """Return what a prescription of a new version stands at: as before, as last held there, or as written."""
    phase = course.plan.phase
    same_phase = state.plan is not None and state.plan.phase == phase
    if old is not None and same_phase and definition(old) == definition(prescription):
        return {key: s for key, s in state.standings.items() if key[0] == prescription.id}
    found = {
        (name, side): replace(standing, since=day - timedelta(days=1), credits=())
        for (last, name, side), (was, standing) in state.kept.items()
        if last == phase
        and name == prescription.id
        and not same_phase
        and definition(was) == definition(prescription)
    }
    if found:
        return found
    fresh = fresh_standings(course, prescription, day)
    return {key: _higher(standing, state, course) if forward else standing for key, standing in fresh.items()}


def _higher(fresh: Standing, state: State, course: Course) -> Standing:
    """Return a fresh standing, or the higher rung of the same exercise that the last phase had reached."""
    ladder = course.ladders[fresh.exercise]
    best = fresh
    for old in state.standings.values():
        reached = (old.exercise, old.side) == (fresh.exercise, fresh.side)
        if reached and ladder.rung(old.level).index > ladder.rung(best.level).index:
            best = replace(old, prescription=fresh.prescription, since=fresh.since, credits=(), played=None)
    return best


def _begin_weeks(work: DayWork) -> None:
    """Count a preset's weeks from the block that its plan version stands for."""
    block = next((block for block in work.traits.weeks if block.phase == work.plan.phase), None)
    if block is None:
        work.update(week=0, week_since=None)
    elif not block.first <= work.state.week <= block.last:
        work.update(week=block.first, week_since=work.day - timedelta(days=1), week_calm=True)


def events(work: DayWork) -> None:
    """Take in what the day brought besides sessions: overrides, locks, flags and reports."""
    facts = work.facts
    _changed(work)
    _corrected(work)
    if not (
        facts.overrides or facts.locks or work.state.locks or facts.flags or facts.assessed or facts.reports
    ):
        return
    for override in facts.overrides:
        _override(work, override)
    for seen in facts.assessed:
        flags = tuple(flag for flag in work.state.flags if seen.kind not in ("", flag.kind))
        gone = () if seen.mistaken else tuple(flag for flag in work.state.flags if flag not in flags)
        lifted = tuple((flag.kind, work.day) for flag in gone)
        work.update(flags=flags, assessed=(*work.state.assessed, *lifted))
    work.update(locks=facts.locks)
    for lock in facts.locks:
        values = (("scope", " ".join(lock.lock.scopes)), ("flag", lock.lock.rule))
        if lock.from_day == work.day:
            work.emit(Outcome.LOCK, "4.2-lock", values=values, starts_on=work.day)
        if lock.until_day == work.day:
            mistaken = (("mistaken", 1),) if lock.mistaken else ()
            work.emit(Outcome.UNLOCK, "4.2-unlock", values=(*values, *mistaken), starts_on=work.day)
    for flag in facts.flags:
        _flagged(work, flag)
    for report in facts.reports:
        deload(work, "3.5-deload", work.day + timedelta(days=1), (("report", report.kind.value),))


def _changed(work: DayWork) -> None:
    """Log the numbers of the rules that a person changed on the day."""
    for change in work.facts.changed:
        spec = SPECS[change.name]
        values = (
            ("threshold", change.name),
            ("from", change.before),
            ("to", change.after),
            ("rule", spec.row),
            ("by", "therapist" if change.by_therapist else "runner"),
        )
        work.emit(
            Outcome.OVERRIDE,
            "3.4-threshold",
            values=values,
            references=spec.references,
            starts_on=work.day,
        )


def _corrected(work: DayWork) -> None:
    """Log the answers of reviews that a person corrected on the day; decisions go by the new ones."""
    for correction in work.facts.corrected:
        answers = (("from", correction.before), ("to", correction.after))
        known = tuple((key, value) for key, value in answers if value is not None)
        question, about = ("question", correction.question), ("about", correction.about.isoformat())
        values: tuple[tuple[str, Value], ...] = (question, *known, about)
        work.emit(Outcome.REVISED, "3.2-corrected", values=values, starts_on=work.day)


def _flagged(work: DayWork, flag: FlagEvent) -> None:
    """Stop for a flag or raise it; one that was a mistake is logged, and the day goes on without it."""
    values = (("flag", flag.kind), ("urgency", flag.urgency.value))
    if flag.urgency.stops_session:
        outcome = Outcome.STOP_SCREEN
    elif flag.urgency is Urgency.ADVISE:
        outcome = Outcome.FLAG
    else:
        return
    if flag.is_withdrawn:
        work.emit(outcome, "3.3-1", values=values)
        taken_back = (("flag", flag.kind), ("from", outcome.value))
        work.emit(Outcome.REVISED, "4.2-mistake", values=taken_back, starts_on=work.day)
    elif outcome is Outcome.STOP_SCREEN:
        work.emit(outcome, "3.3-1", values=values)
    else:
        work.raise_flag(flag.kind, "3.3-1", trend=False)


def _override(work: DayWork, override: Override) -> None:
    values = (
        ("kind", override.kind.value),
        ("rule", override.rule),
        ("by", "therapist" if override.by_therapist else "runner"),
    )
    if override.kind is OverrideKind.END_DELOAD:
        work.update(deload=None)
    elif override.kind is OverrideKind.LIFT_HOLD:
        work.update(hold_until=None, hold_rule="")
        for standing in tuple(work.standings.values()):
            if override.prescription in ("", standing.prescription):
                work.put(replace(standing, hold_until=None, not_before=None))
    if override.kind is not OverrideKind.SET_STANDING:
        work.emit(Outcome.OVERRIDE, "3.4-override", values=values, starts_on=work.day)
        return
    for place, standing in work.each():
        if standing.prescription == override.prescription and override.side in (Side.BOTH, standing.side):
            rung = place.ladder.rung(override.level or standing.level)
            new = _overridden(work.course.beside(place, rung), standing, override, work.day)
            work.place(standing, new)
            work.emit(Outcome.OVERRIDE, "3.4-override", new, values=values, starts_on=work.day)


def _overridden(place: Place, standing: Standing, override: Override, day: date) -> Standing:
    dose = override.dose or place.doses[standing.side]
    return replace(
        to_place(standing, place, day - timedelta(days=1), fresh=True),
        dose=replace(dose, blocks=dose.for_side(standing.side), left=None, right=None),
        load=override.load or place.load,
        hold_until=None,
    )

"""The fold: one training day after the other turns facts into decisions and standings.

`fold_day` is one step, `fold_days` a run of them. Nothing here reads a clock: which day it is, and whether
its next morning is known, stands in the facts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum

from msgspec.structs import replace

from ankle_coach.domain.adjust import AdherenceBand, adherence_in
from ankle_coach.domain.baseline import sore_sides
from ankle_coach.domain.day_facts import DayFacts
from ankle_coach.domain.day_work import KEPT_MORNINGS, DayWork
from ankle_coach.domain.decision import Decision, Outcome, Value
from ankle_coach.domain.fold_advance import waiting_numbers
from ankle_coach.domain.fold_back import deload, gap
from ankle_coach.domain.fold_judge import judged
from ankle_coach.domain.fold_plan import entered, events
from ankle_coach.domain.fold_verdicts import settle
from ankle_coach.domain.ladder_conditions import STARTS, waits_for_start
from ankle_coach.domain.outcome import no_load
from ankle_coach.domain.plan_rules import week_check
from ankle_coach.domain.rule_state import START, Context, State, is_locked
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.statistics import CountedDay


def fold_days(
    facts: Iterable[DayFacts], context: Context, state: State = START
) -> tuple[State, tuple[Decision, ...]]:
    """Fold some training days, in order and without a gap between them.

    Args:
        facts: The days.
        context: What the rules look things up in.
        state: The state before the first of them.
    """
    decisions: list[Decision] = []
    for day in facts:
        state, made = fold_day(state, day, context)
        decisions += made
    return state, tuple(decisions)


def fold_day(state: State, facts: DayFacts, context: Context) -> tuple[State, tuple[Decision, ...]]:
    """Fold one training day into the state.

    Args:
        state: The state after the day before.
        facts: The day.
        context: What the rules look things up in.

    Returns:
        The state after the day, and the decisions about it. A day that is not closed gives only what rows 1
        to 4 decide; fold it again from the same state when its morning has come.
    """
    plan = facts.plan or state.plan
    if plan is None:
        return state, ()
    if state.ready != facts.ready:
        state = replace(state, ready=facts.ready)
    work = entered(state, facts, plan, context)
    _mornings(work)
    events(work)
    sessions = _sessions(work)
    loads = {session for session, kind in sessions.items() if kind is _Kind.LOADED}
    if work.state.gap_from is not None and loads.intersection(facts.done):
        gap(work)
    _base_watch(work)
    resting = _no_load(work)
    _count(work, sessions, resting=resting)
    _weekly(work)
    settle(work, judged(work))
    _preset_week(work)
    return work.frozen(), tuple(work.decisions)


def _mornings(work: DayWork) -> None:
    own = work.facts.mornings
    if not own:
        return
    old, past = work.state.mornings, 0
    while past < len(old) and (work.day - old[past].day).days >= KEPT_MORNINGS:
        past += 1
    work.update(mornings=(*old[past:], *own))


class _Kind(Enum):
    """What there is to do of a session on a day."""

    PLAIN = 0
    LOADED = 1
    LOCKED = 2
    """Its loading is locked; what does not load is still there."""
    CLOSED = 3
    """Nothing of it may be done, and its loading is locked."""


def _sessions(work: DayWork) -> dict[str, _Kind]:
    """Return what there is to do of the day's sessions; one that a deload rests is left out."""
    wanted = {*(session for session, _ in work.facts.planned), *work.facts.done}
    if not wanted:
        return {}
    found: dict[str, _Kind] = {}
    for prescription, standing in work.each():
        session = prescription.session
        if session not in wanted or found.get(session) is _Kind.LOADED:
            continue
        rung = work.rung(standing)
        offered = is_offered(work.state, work.context, standing, work.day)
        if offered:
            kind = _Kind.LOADED if rung.loaded else _Kind.PLAIN
        elif rung.loaded and work.is_locked(standing):
            kind = _Kind.CLOSED
        else:
            continue
        found[session] = _joined(found.get(session), kind)
    return found


_JOINED = {
    frozenset((_Kind.PLAIN, _Kind.LOADED)): _Kind.LOADED,
    frozenset((_Kind.PLAIN, _Kind.LOCKED)): _Kind.LOCKED,
    frozenset((_Kind.PLAIN, _Kind.CLOSED)): _Kind.LOCKED,
    frozenset((_Kind.LOADED, _Kind.LOCKED)): _Kind.LOADED,
    frozenset((_Kind.LOADED, _Kind.CLOSED)): _Kind.LOADED,
    frozenset((_Kind.LOCKED, _Kind.CLOSED)): _Kind.LOCKED,
}


def _joined(before: _Kind | None, kind: _Kind) -> _Kind:
    if before is None or before is kind:
        return kind
    return _JOINED[frozenset((before, kind))]


def is_offered(state: State, context: Context, standing: Standing, day: date) -> bool:
    """Say whether a standing is offered on a day: not locked, at rest, set to wait, or too early."""
    ladder = context.ladders[standing.exercise]
    rung = ladder.rung(standing.level)
    if rung.barred:
        return False
    if (state.locks or state.flags) and is_locked(ladder, rung, day, state.locks, state.flags):
        return False
    if standing.not_before is not None and day < standing.not_before:
        return False
    if standing.exercise in STARTS and awaits_start(state, context, standing):
        return False
    easy = state.deload is not None and state.deload.covers(day)
    return not (easy and ladder.is_plyometric)


def awaits_start(state: State, context: Context, standing: Standing) -> bool:
    """Say whether a standing waits for the prerequisite of its exercise (clinical.md §2B)."""
    plan = state.plan
    return plan is not None and waits_for_start(
        standing.exercise,
        state.ready,
        by_therapist=plan.by_therapist,
        is_preset=bool(context.traits_of(plan).weeks),
    )


def _base_watch(work: DayWork) -> None:
    """Raise the advise flag after a week with a baseline that forbids credits (clinical.md §3.6)."""
    bases = [work.base(track).pain for track in sore_sides(work.plan.affected)]
    known = [base for base in bases if base is not None]
    high = bool(known) and max(known) > work.limits.baseline_high
    if not high:
        if work.state.high_base_days:
            work.update(high_base_days=0)
        return
    days = work.state.high_base_days + 1
    work.update(high_base_days=days)
    if days >= work.limits.baseline_high_days:
        work.raise_flag("T-base", "3.6-base", ("base", max(known)), ("days", days))


def _no_load(work: DayWork) -> bool:
    """Log a day without loading (row 2), and the advise flag after two session days of it in a row."""
    if not work.facts.before:
        return False
    bases = [work.base(track).pain for track in sore_sides(work.plan.affected)]
    base = min((known for known in bases if known is not None), default=None)
    hits = [answers for answers in work.facts.before if no_load(*answers, base, work.limits)]
    if not hits:
        if work.state.no_load_run:
            work.update(no_load_run=0)
        return False
    pain, swelling = hits[0]
    values = tuple(
        (key, value)
        for key, value in (("pain_before", pain), ("swelling_before", swelling), ("base", base))
        if isinstance(value, int | float)
    )
    work.emit(Outcome.NO_LOAD, "3.3-2", values=values, alternative="hold")
    work.update(no_load_run=work.state.no_load_run + 1)
    if work.state.no_load_run >= 2:
        work.raise_flag("T-no-load", "3.3-2", ("days", work.state.no_load_run))
    return True


def _weekly(work: DayWork) -> None:
    """Compare the last week's mornings with the week before, once a week on the review's day."""
    if work.day.weekday() != work.context.review_weekday or not work.facts.over:
        return
    checks = [
        week_check(work.state.mornings, track, work.day, work.traits.asked, work.limits)
        for track in sore_sides(work.plan.affected)
    ]
    outcomes = [check.outcome for check in checks]
    worst = max(checks, key=lambda check: check.rise if check.rise is not None else -10.0)
    values = tuple(
        (key, round(value, 2))
        for key, value in (("rise", worst.rise), ("stiffness_rise", worst.stiffness_rise))
        if value is not None
    )
    if Outcome.DELOAD in outcomes:
        resting = work.state.deload is not None and work.state.deload.last >= work.day
        if not resting:
            deload(work, "3.5-week", work.day + timedelta(days=1), values)
        work.raise_flag("T-morning", "3.5-week", *values)
    elif Outcome.PLAN_HOLD in outcomes:
        work.hold_all(work.limits.week_hold_days, "3.5-week")
        work.emit(Outcome.PLAN_HOLD, "3.5-week", values=values, references=("M02", "DD"), starts_on=work.day)


def _count(work: DayWork, sessions: dict[str, _Kind], *, resting: bool) -> None:
    """Count the day for adherence, and note the first loaded session that was left out."""
    facts = work.facts
    planned = done = 0
    left_out = False
    for session, times in facts.planned:
        kind = sessions.get(session)
        if kind is None:
            continue
        was_done = min(times, facts.done.count(session))
        locked = kind in (_Kind.LOCKED, _Kind.CLOSED)
        left_out = left_out or locked or (kind is _Kind.LOADED and was_done == 0)
        if session in facts.excused or resting or kind is _Kind.CLOSED:
            continue
        planned += times if facts.over else was_done
        done += was_done
    if facts.over and left_out and work.state.gap_from is None:
        work.update(gap_from=work.day)
    if not planned:
        return
    counted, past = work.state.counted, 0
    while past < len(counted) and (work.day - counted[past].day).days >= work.limits.adherence_days:
        past += 1
    work.update(
        counted=(*counted[past:], CountedDay(work.day, planned, done)),
        planned_total=work.state.planned_total + planned,
        phase_planned=work.state.phase_planned + planned,
        phase_done=work.state.phase_done + done,
    )
    _offer_smaller(work)


def _offer_smaller(work: DayWork) -> None:
    low = work.band() is AdherenceBand.LOW
    if low and not work.state.low_adherence and work.facts.over:
        window = adherence_in(work.state.counted, work.day, work.limits.adherence_days)
        percent = window.done * 100 // window.planned
        work.emit(Outcome.FLAG, "3.5-adherence", values=(("flag", "smaller-plan"), ("percent", percent)))
    if low != work.state.low_adherence and work.facts.over:
        work.update(low_adherence=low)


def _preset_week(work: DayWork) -> None:
    """Let a preset's week go on or repeat it, 7 days after it began (clinical.md §3.4, row Presets)."""
    since = work.state.week_since
    if not work.state.week or since is None or not work.facts.closed or work.state.phase_due:
        return
    if (work.day - since).days < work.limits.preset_week_days:
        return
    week = work.state.week
    reason = _why_repeat(work)
    if reason:
        waits: tuple[tuple[str, Value], ...] = (("week", week), ("waits", reason))
        values = (*waits, *waiting_numbers(reason, work.limits))
        work.emit(Outcome.HOLD, "3.4-preset", values=values, alternative="advance")
    else:
        block = work.traits.block_of(week + 1)
        if block is not None:
            week += 1
            due = block.phase if block.phase != work.plan.phase else ""
            work.update(phase_due=due)
            work.emit(
                Outcome.ADVANCE,
                "3.4-preset",
                values=(("week", week), ("phase", block.phase)),
                alternative="hold",
                starts_on=work.day + timedelta(days=1),
            )
    work.update(week=week, week_since=work.day, week_calm=True)


def _why_repeat(work: DayWork) -> str:
    """Return why a preset repeats its week, as a stable key; empty where it goes on."""
    state = work.state
    if not state.week_calm:
        return "regress"
    if work.band() is not AdherenceBand.PASSES:
        return "adherence"
    if state.flags:
        return "flag"
    if state.deload is not None and state.deload.last >= work.day:
        return "deload"
    return "plan-hold" if state.hold_until is not None and state.hold_until >= work.day else ""

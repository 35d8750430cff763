"""The fold: one training day after the other turns facts into decisions and standings.

`fold_day` is one step, `fold_days` a run of them. Nothing here reads a clock: which day it is, and whether
its next morning is known, stands in the facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import Enum

from msgspec.structs import replace

from ankle_coach.domain.adjust import AdherenceBand, adherence_in
from ankle_coach.domain.course import Place
from ankle_coach.domain.day_facts import DayFacts
from ankle_coach.domain.day_work import KEPT_MORNINGS, DayWork
from ankle_coach.domain.decision import Decision, Outcome, Value
from ankle_coach.domain.fold_advance import waiting_numbers
from ankle_coach.domain.fold_back import deload, gap
from ankle_coach.domain.fold_judge import judged
from ankle_coach.domain.fold_plan import entered, events
from ankle_coach.domain.fold_verdicts import settle
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
    if work.state.gap_from is not None and _loads(sessions, facts.done):
        gap(work)
    known = work.known_bases()
    _base_watch(work, known)
    resting = _no_load(work, known)
    _count(work, sessions, resting=resting)
    _weekly(work)
    settle(work, judged(work))
    _preset_week(work)
    return work.frozen(), tuple(work.decisions)


def _mornings(work: DayWork) -> None:
    own = work.facts.mornings
    if not own:
        return
    first, old, past = work.day - _KEPT, work.state.mornings, 0
    while past < len(old) and old[past].day <= first:
        past += 1
    work.update(mornings=(*old[past:], *own))


_KEPT = timedelta(days=KEPT_MORNINGS)


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
    facts, state = work.facts, work.state
    if not (facts.planned or facts.done):
        return {}
    offered = offered_of(work.each(), state, work.day)
    plain = {place.session for place, _ in offered}
    loaded = {place.session for place, _ in offered if place.loaded}
    locked: set[str] = set()
    if state.locks or state.flags:
        locked = {place.session for place, _ in work.each() if place.loaded and work.is_locked(place)}
    found: dict[str, _Kind] = {}
    for session in (*[session for session, _ in facts.planned], *facts.done):
        if session in loaded:
            found[session] = _Kind.LOADED
        elif session in locked:
            found[session] = _Kind.LOCKED if session in plain else _Kind.CLOSED
        elif session in plain:
            found[session] = _Kind.PLAIN
    return found


def _loads(sessions: Mapping[str, _Kind], done: Iterable[str]) -> bool:
    """Say whether a session that was done loads."""
    return any(sessions.get(session) is _Kind.LOADED for session in done)


def offered_of(
    each: Iterable[tuple[Place, Standing]], state: State, day: date
) -> list[tuple[Place, Standing]]:
    """Return the standings that are offered on a day: not locked, at rest, set to wait, or too early."""
    easy = state.deload is not None and state.deload.covers(day)
    locks, flags = state.locks, state.flags
    return [
        (place, standing)
        for place, standing in each
        if not (
            place.barred
            or (easy and place.plyometric)
            or (standing.not_before is not None and day < standing.not_before)
            or (place.asks_first and standing.exercise not in state.ready)
            or ((locks or flags) and is_locked(place.ladder, place.rung, day, locks, flags))
        )
    ]


def awaits_start(state: State, context: Context, standing: Standing) -> bool:
    """Say whether a standing waits for the prerequisite of its exercise (clinical.md §2B)."""
    if state.plan is None:
        return False
    return context.course(state.plan).at(standing).asks_first and standing.exercise not in state.ready


def _base_watch(work: DayWork, known: list[float]) -> None:
    """Raise the advise flag after a week with a baseline that forbids credits (clinical.md §3.6)."""
    high = bool(known) and max(known) > work.limits.baseline_high
    if not high:
        if work.state.high_base_days:
            work.update(high_base_days=0)
        return
    days = work.state.high_base_days + 1
    work.update(high_base_days=days)
    if days >= work.limits.baseline_high_days:
        work.raise_flag("T-base", "3.6-base", ("base", max(known)), ("days", days))


def _no_load(work: DayWork, known: list[float]) -> bool:
    """Log a day without loading (row 2), and the advise flag after two session days of it in a row."""
    if not work.facts.before:
        return False
    base = min(known, default=None)
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
        for track in work.course.sore
    ]
    outcomes = {check.outcome for check in checks}
    if outcomes == {None}:
        return
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
    _take_in(work, planned, done)
    _offer_smaller(work)


def _take_in(work: DayWork, planned: int, done: int) -> None:
    """Add a day's sessions to the window of the adherence and to the sums of plan and phase."""
    state = work.state
    first, counted, past = work.day - timedelta(days=work.limits.adherence_days), state.counted, 0
    while past < len(counted) and counted[past].day <= first:
        past += 1
    total = state.planned_total + planned
    done_total = done + (counted[-1].done_total if counted else 0)
    work.update(
        counted=(*counted[past:], CountedDay(work.day, planned, done, total, done_total)),
        planned_total=total,
        phase_planned=state.phase_planned + planned,
        phase_done=state.phase_done + done,
    )


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

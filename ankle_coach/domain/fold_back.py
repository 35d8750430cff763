"""Steps back of the whole plan: easy week, phase before, and what a gap costs (clinical.md §3.4, §3.5)."""

from __future__ import annotations

from datetime import date, timedelta

from ankle_coach.domain.day_work import DayWork
from ankle_coach.domain.decision import Outcome, Value
from ankle_coach.domain.ladder import Pace
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.plan_rules import (
    GAP_RULES,
    GapStep,
    gap_days,
    gap_numbers,
    gap_step,
    walk_run_stages_back,
)
from ankle_coach.domain.standing import Standing, reduced, repeated, stepped_down, to_rung
from ankle_coach.domain.thresholds import SPECS


def phase_place(phases: tuple[str, ...], phase: str) -> int:
    """Return the place of a phase in its program, from 0; -1 where the program does not name it."""
    return phases.index(phase) if phase in phases else -1


def week_back(work: DayWork, since: date) -> None:
    """Take a preset back by a week, which begins on the day after `since`; the first one is repeated."""
    week = max(1, work.state.week - 1)
    block = work.traits.block_of(week)
    due = "" if block is None or block.phase == work.plan.phase else block.phase
    work.update(week=week, week_since=since, week_calm=True, phase_due=due)


def deload(work: DayWork, rule: str, first: date, values: tuple[tuple[str, Value], ...]) -> None:
    """Begin an easy week: loaded exercises go one level below the one held before, credits to 0.

    A preset goes back by a week instead. An easy week that is already coming stays as it is.
    """
    running = work.state.deload
    if running is not None and running.last >= first:
        return
    work.begin_deload(first)
    work.reset_credits()
    work.emit(Outcome.DELOAD, rule, values=values, references=("DD",), starts_on=first)
    if work.state.week:
        week_back(work, first + timedelta(days=work.limits.deload_days - 1))
        return
    for prescription, standing in work.each():
        if work.current(standing) is not standing or not work.rung(standing).loaded:
            continue
        ladder = work.ladder(standing)
        if ladder.pace is not Pace.FIXED:
            percent = work.limits.lowest_cut_percent
            work.place(
                standing,
                stepped_down(standing, prescription, ladder, first - timedelta(days=1), percent=percent),
            )


def gap(work: DayWork) -> None:
    """Step back for the days since the first loaded session that was left out, when the next one comes."""
    since = work.state.gap_from
    days = gap_days(since, work.day)
    step = gap_step(days, work.limits)
    work.update(gap_from=None)
    if step is GapStep.NONE:
        return
    work.blocked = "gap"
    rule = GAP_RULES[step]
    resting = work.state.deload is not None and work.state.deload.covers(work.day)
    if step is GapStep.REPEAT:
        work.hold_all(work.limits.gap_hold_days, rule)
    if step in (GapStep.REPEAT, GapStep.LEVEL, GapStep.PHASE, GapStep.INTAKE) and not resting:
        if not work.state.week:
            _step_all(work, step, rule, days)
        elif step is GapStep.LEVEL:
            week_back(work, work.day - timedelta(days=1))
    outcome = Outcome.PHASE_BACK if step in (GapStep.PHASE, GapStep.INTAKE) else Outcome.PLAN_HOLD
    references = {
        GapStep.SAME: SPECS["gap_same"],
        GapStep.REPEAT: SPECS["gap_repeat"],
        GapStep.LEVEL: SPECS["gap_level"],
    }.get(step, SPECS["gap_phase"]).references
    if outcome is Outcome.PHASE_BACK:
        phase_back(work, already=since is not None and (work.state.phase_since or since) > since)
    values = (("gap", days), *gap_numbers(rule, work.limits))
    work.emit(outcome, rule, values=values, references=references, starts_on=work.day)


def _step_all(work: DayWork, step: GapStep, rule: str, days: int) -> None:
    """Step every loaded exercise back for a gap, as of the day before, so that the day has its new dose."""
    before = work.day - timedelta(days=1)
    limits = work.limits
    for prescription, standing in work.each():
        if work.current(standing) is not standing or not work.rung(standing).loaded:
            continue
        ladder = work.ladder(standing)
        if ladder.pace is Pace.FIXED:
            continue
        new = standing
        if step is GapStep.REPEAT:
            new = repeated(standing, ladder, before)
        elif ladder.pace is Pace.RUN:
            new = _stages_back(standing, prescription, work, walk_run_stages_back(step), before)
        elif step is GapStep.LEVEL:
            below = ladder.below(ladder.rung(standing.level).index)
            lower = to_rung(standing, prescription, ladder, below, before) if below else standing
            new = reduced(lower, prescription, ladder, before, percent=limits.gap_level_percent)
        else:
            new = reduced(standing, prescription, ladder, before, percent=limits.gap_phase_percent)
        if new is not standing:
            work.place(standing, new)
            work.emit(
                Outcome.STEP_BACK,
                rule,
                new,
                values=(("gap", days), *gap_numbers(rule, limits)),
                references=("S56", "DD"),
                starts_on=work.day,
            )


def _stages_back(
    standing: Standing, prescription: Prescription, work: DayWork, stages: int, day: date
) -> Standing:
    """Return a walk-run standing some stages back, but not below stage 1 (clinical.md §3.5)."""
    ladder = work.ladder(standing)
    rung = ladder.rung(standing.level)
    for _ in range(stages):
        below = ladder.below(rung.index)
        if below is None or not below.loaded:
            break
        rung = below
    if rung.level.id == standing.level:
        return standing
    return to_rung(standing, prescription, ladder, rung, day)


def run_stage_back(work: DayWork, day: date) -> None:
    """Set the walk-run back by a stage with a phase back; it is kept so for the return (clinical.md §3.9)."""
    for prescription, standing in work.each():
        if work.current(standing) is standing and work.ladder(standing).pace is Pace.RUN:
            work.place(standing, _stages_back(standing, prescription, work, 1, day))


def phase_back(work: DayWork, *, already: bool = False) -> None:
    """Ask for the phase before; it ends a running deload and its watch, and sets all credits to 0.

    Args:
        work: The day.
        already: Whether a version of an earlier phase has come since, so that none is due.
    """
    phases = work.traits.phases
    place = phase_place(phases, work.plan.phase)
    due = "" if already or place <= 0 else phases[place - 1]
    work.update(deload=None, regress_days=(), phase_due=due)
    work.reset_credits()

"""Steps back of the whole plan: easy week, phase before, and what a gap costs (clinical.md §3.4, §3.5)."""

from __future__ import annotations

from datetime import date, timedelta

from ankle_coach.domain.course import Course, Place
from ankle_coach.domain.day_work import DayWork
from ankle_coach.domain.decision import Outcome, Value
from ankle_coach.domain.ladder import Pace
from ankle_coach.domain.plan_rules import (
    GAP_RULES,
    GapStep,
    gap_days,
    gap_numbers,
    gap_step,
    walk_run_stages_back,
)
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.standing_steps import reduced, repeated, stepped_down, to_place
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
    before, percent = first - timedelta(days=1), work.limits.lowest_cut_percent
    for place, standing in work.each():
        if _steps_back(work, place, standing):
            work.place(standing, stepped_down(standing, work.course, before, percent=percent))


def _steps_back(work: DayWork, place: Place, standing: Standing) -> bool:
    """Say whether a step of the whole plan takes a standing back: it loads, and its level is not fixed."""
    loads = place.loaded and place.ladder.pace is not Pace.FIXED
    return loads and work.current(standing) is standing


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
    for place, standing in work.each():
        if not _steps_back(work, place, standing):
            continue
        ladder, new = place.ladder, standing
        if step is GapStep.REPEAT:
            new = repeated(standing, ladder, before)
        elif ladder.pace is Pace.RUN:
            new = _stages_back(standing, work.course, walk_run_stages_back(step), before)
        elif step is GapStep.LEVEL:
            lower = to_place(standing, work.course.beside(place, place.below), before) if place.below else new
            new = reduced(lower, work.course.at(lower), before, percent=limits.gap_level_percent)
        else:
            new = reduced(standing, place, before, percent=limits.gap_phase_percent)
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


def _stages_back(standing: Standing, course: Course, stages: int, before: date) -> Standing:
    """Return a walk-run standing some stages back, but not below stage 1 (clinical.md §3.5)."""
    place = course.at(standing)
    for _ in range(stages):
        if place.below is None or not place.below.loaded:
            break
        place = course.beside(place, place.below)
    return standing if place.rung.level.id == standing.level else to_place(standing, place, before)


def run_stage_back(work: DayWork, day: date) -> None:
    """Set the walk-run back by a stage with a phase back; it is kept so for the return (clinical.md §3.9)."""
    for place, standing in work.each():
        if place.ladder.pace is Pace.RUN and work.current(standing) is standing:
            work.place(standing, _stages_back(standing, work.course, 1, day))


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

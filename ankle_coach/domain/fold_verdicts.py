"""From a day's outcomes to credits and steps, each logged with its numbers (clinical.md §3.4)."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.day_facts import ExerciseDay
from ankle_coach.domain.day_work import DayWork
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.dose_steps import largest_set
from ankle_coach.domain.fold_advance import advance
from ankle_coach.domain.fold_back import deload, phase_back, run_stage_back
from ankle_coach.domain.fold_judge import Judged
from ankle_coach.domain.journal import value_of
from ankle_coach.domain.ladder import Pace
from ankle_coach.domain.level_rules import Step, is_ripe, keeps_credits, regressed
from ankle_coach.domain.outcome import ROW_REFERENCES
from ankle_coach.domain.outcome_values import values_of
from ankle_coach.domain.plan_rules import count_within, plan_step
from ankle_coach.domain.standing import Rest, Standing
from ankle_coach.domain.standing_steps import with_credit
from ankle_coach.domain.thresholds import SOURCE


def settle(work: DayWork, found: list[Judged]) -> None:
    """Turn the day's outcomes into credits and steps; a plan-wide step replaces the level steps."""
    if not found:
        return
    late = max((one.late for one in found if one.late), default=None)
    regress = [one for one in found if one.verdict.regress]
    loaded_regress = [one for one in regress if one.case.loaded]
    if regress:
        work.update(last_regress=work.day, week_calm=False)
    plan_wide = _plan_wide(work) if loaded_regress else None
    coming = work.state.deload is not None and work.state.deload.first > work.day
    stepping = plan_wide is None and not coming
    ripe = [one for one in found if _settle_one(work, one, stepping=stepping)]
    if any(one.verdict.outcome is Outcome.STOP for one in regress):
        work.raise_flag("T-stop", "3.3-3")
    if plan_wide is not None:
        first = max(work.day, max((o.late for o in loaded_regress if o.late), default=work.day)) + timedelta(
            days=1
        )
        _act(work, plan_wide, first, late)
    elif ripe:
        advance(work, ripe)


def _plan_wide(work: DayWork) -> Outcome | None:
    days = (*work.state.regress_days, work.day)
    work.update(regress_days=days)
    return plan_step(days, work.state.deload, work.day, work.limits)


def _act(work: DayWork, outcome: Outcome, first: date, late: date | None) -> None:
    days = work.state.regress_days
    values = (
        ("regress_days", len(days)),
        ("in_week", count_within(days, work.day, work.limits.deload_window)),
        ("in_two_weeks", count_within(days, work.day, work.limits.phase_window)),
    )
    if outcome is Outcome.DELOAD:
        deload(work, "3.4-plan", first, values)
        return
    after_deload = work.state.deload is not None
    phase_back(work)
    run_stage_back(work, first - timedelta(days=1))
    work.emit(
        Outcome.PHASE_BACK,
        "3.4-plan",
        values=(
            *values,
            ("after_deload", int(after_deload)),
            ("phase", work.state.phase_due or work.plan.phase),
        ),
        alternative=Outcome.DELOAD.value,
        starts_on=first,
        entered_on=late,
    )
    work.raise_flag("T-steps-back", "3.4-plan")


def _settle_one(work: DayWork, one: Judged, *, stepping: bool) -> bool:
    """Apply one outcome to its standing and log it; return whether it may be ripe to advance."""
    standing = work.current(one.standing)
    if standing is None:
        return False
    verdict, pace = one.verdict, one.place.ladder.pace
    if verdict.regress:
        _regress(work, one, standing, stepping=stepping)
        return False
    if verdict.outcome is Outcome.CREDIT:
        return _credit(work, one, standing, pace)
    _hold(work, one, standing, pace)
    return False


def _regress(work: DayWork, one: Judged, standing: Standing, *, stepping: bool) -> None:
    day = work.day
    if work.traits.weeks or not stepping:
        new = replace(standing, regress_on=day, credits=(), holds_since=None, low_days=0)
        step = Step.NONE
        work.put(new)
    else:
        result = regressed(standing, work.course, day, one.late or day)
        new, step = result.standing, result.step
        work.place(standing, new)
    _log(
        work,
        one,
        new,
        step.value,
        starts_on=None if step is Step.NONE else (one.late or day) + timedelta(days=1),
    )


def _credit(work: DayWork, one: Judged, standing: Standing, pace: Pace) -> bool:
    pain = value_of(one.case.answers.pain_during)
    easy = work.state.deload is not None and work.state.deload.covers(work.day) and one.case.loaded
    counts = not easy and _was_at_dose(work, standing, one.case.work)
    played = Rest(standing.level, standing.dose, standing.load)
    if counts:
        new = with_credit(standing, work.day, pain, played)
    else:
        new = replace(standing, played=played, low_days=0, holds_since=None)
    work.put(new)
    _log(work, one, new, "" if counts else "other-dose")
    return counts and not work.traits.weeks and is_ripe(new, pace, work.day, work.limits)


def _was_at_dose(work: DayWork, standing: Standing, done: ExerciseDay) -> bool:
    """Say whether the dose that was played is at least the standing's: only then its credit counts for it."""
    if done.level != standing.level or done.exercise != standing.exercise:
        place = work.course.at(standing)
        ladder = place.ladder
        if not done.level or done.exercise != standing.exercise or done.level not in ladder.places:
            return not done.level
        played = ladder.places[done.level]
        if played != place.rung.index:
            return played > place.rung.index
    reps, seconds = largest_set(standing.dose)
    return (not done.set_reps or done.set_reps >= reps) and (
        not done.set_seconds or done.set_seconds >= seconds
    )


def _hold(work: DayWork, one: Judged, standing: Standing, pace: Pace) -> None:
    verdict = one.verdict
    low_days = standing.low_days + 1 if verdict.row == 7 else 0
    since = standing.holds_since or work.day
    kept = standing.credits if keeps_credits(pace) else ()
    played = standing.played
    if one.case.work.whole:
        played = Rest(standing.level, standing.dose, standing.load)
    new = replace(standing, low_days=low_days, holds_since=since, credits=kept, played=played)
    _log(work, one, new, "")
    if low_days >= work.limits.smaller_plan_after:
        new = replace(new, low_days=0)
        work.emit(Outcome.FLAG, "3.3-7", new, values=(("flag", "smaller-plan"), ("days", low_days)))
    held = (work.day - since).days + 1
    if held >= work.limits.review_hold_days:
        new = replace(new, holds_since=work.day + timedelta(days=1))
        work.emit(Outcome.FLAG, "3.4-review", new, values=(("flag", "review"), ("days", held)))
    work.put(new)


class _Row(Struct, frozen=True):
    """What a decision says of the row that made it: rule, sources, and what was not decided."""

    rule: str
    references: tuple[str, ...]
    alternative: str


_ALTERNATIVES = ("no_load", "hold", "stop_exercise", "hold", "hold", "credit", "credit", "hold", "credit")
_ROWS = {
    row: _Row(f"3.3-{row}", ROW_REFERENCES[row], alternative)
    for row, alternative in enumerate(_ALTERNATIVES, start=1)
}


def _second_numbers(work: DayWork, step: str) -> tuple[tuple[str, int], ...]:
    """Return the numbers of a second step back where they differ from the source's."""
    if step not in (Step.TWO_LEVELS, Step.SIBLING):
        return ()
    own = (work.limits.second_regress_days, work.limits.second_hold_days)
    if own == (SOURCE.second_regress_days, SOURCE.second_hold_days):
        return ()
    return (("window", own[0]), ("hold", own[1]))


def _log(work: DayWork, one: Judged, standing: Standing, step: str, starts_on: date | None = None) -> None:
    verdict, was = one.verdict, one.before
    row, values = _ROWS[verdict.row], values_of(one.case)
    if step:
        values = (*values, ("step", step), *_second_numbers(work, step))
    outcome, entered_on = verdict.outcome, None
    if was is not None and (was.outcome, was.row) != (verdict.outcome, verdict.row):
        then, values_then = _ROWS[was.row], (("provisional", 1),)
        work.emit(was.outcome, then.rule, one.standing, values=values_then, references=then.references)
        values = (*values, ("from", was.outcome.value), ("to", outcome.value))
        outcome, entered_on = Outcome.REVISED, one.late
    work.emit(
        outcome,
        row.rule,
        standing,
        values=values,
        references=row.references,
        alternative=row.alternative,
        starts_on=starts_on,
        entered_on=entered_on,
    )

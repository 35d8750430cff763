"""Who advances on a day, and why the others wait (clinical.md §3.4)."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from ankle_coach.domain.adjust import AdherenceBand
from ankle_coach.domain.course import Place
from ankle_coach.domain.day_work import DayWork
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.fold_judge import Judged
from ankle_coach.domain.ladder import Pace
from ankle_coach.domain.ladder_conditions import may_enter
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.standing_steps import next_rung, stepped_up, to_sibling
from ankle_coach.domain.thresholds import SOURCE, Thresholds


def waits(work: DayWork, place: Place, standing: Standing) -> str:
    """Return why a ripe standing does not advance on this day, as a stable key; empty where it may."""
    state, day = work.state, work.day
    if work.is_locked(place):
        return "lock"
    if state.flags:
        return "flag"
    if state.deload is not None and state.deload.last >= day:
        return "deload"
    if state.hold_until is not None and day <= state.hold_until:
        return "plan-hold"
    if work.blocked:
        return work.blocked
    if standing.hold_until is not None and day <= standing.hold_until:
        return "second-regress"
    if work.band() is not AdherenceBand.PASSES:
        return "adherence"
    return ""


def waiting_numbers(reason: str, thresholds: Thresholds) -> tuple[tuple[str, int], ...]:
    """Return the number of a reason to wait where the plan's differs from the source's."""
    own = {
        "adherence": ("least", thresholds.adherence_advance, SOURCE.adherence_advance),
        "second-regress": ("window", thresholds.second_regress_days, SOURCE.second_regress_days),
    }.get(reason)
    return () if own is None or own[1] == own[2] else ((own[0], own[1]),)


def advance(work: DayWork, ripe: list[Judged]) -> None:
    """Let at most two exercises advance, in plan order; the others keep their credits for their next one."""
    advanced: set[str] = set()
    for one in ripe:
        standing = work.current(one.standing)
        if standing is None or not standing.credits:
            continue
        place = work.course.at(standing)
        reason, rung = waits(work, place, standing), next_rung(standing, place)
        if not reason and rung is not None:
            confirmed, gate = work.context.confirmed, work.facts.gate_open
            if not may_enter(rung, standing, work.day, gate_open=gate, confirmed=confirmed):
                reason = "condition"
        if not reason and len(advanced | {standing.prescription}) > work.limits.most_advances:
            reason = "two-a-day"
        if reason:
            _tell_waiting(work, standing, reason)
            continue
        when = one.late or work.day
        new = stepped_up(standing, work.course, when) or _followed(work, standing, when)
        if new is None:
            continue
        advanced.add(standing.prescription)
        if new.exercise == standing.exercise:
            work.place(standing, new)
        else:
            work.follow(standing, new)
        values = (("credits", len(standing.credits)), ("days", standing.days_at_dose(work.day)))
        runs = place.ladder.pace is Pace.RUN
        work.emit(
            Outcome.ADVANCE,
            "3.7-advance" if runs else "3.4-advance",
            new,
            values=(*values, ("from", standing.level)),
            references=("S28", "DD") if runs else ("DD",),
            alternative="hold",
            starts_on=when + timedelta(days=1),
            entered_on=one.late,
        )


def _followed(work: DayWork, standing: Standing, day: date) -> Standing | None:
    """Return the first level of the exercise that the phase leads to, or None (clinical.md §3.6, "→")."""
    name = work.following(standing)
    if not name:
        return None
    new = to_sibling(standing, name, work.course, day)
    rung, gate = work.course.at(new).rung, work.facts.gate_open
    may = may_enter(rung, new, work.day, gate_open=gate, confirmed=work.context.confirmed)
    return new if may and not rung.barred else None


def _tell_waiting(work: DayWork, standing: Standing, reason: str) -> None:
    """Note on the day's credit why the advance waits."""
    values = (("waits", reason), *waiting_numbers(reason, work.limits))
    for index in range(len(work.decisions) - 1, -1, -1):
        decision = work.decisions[index]
        if (decision.prescription, decision.side) == (standing.prescription, standing.side):
            work.decisions[index] = replace(
                decision, values=(*decision.values, *values), alternative="advance"
            )
            return

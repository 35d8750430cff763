"""What is offered on a training day: the plan with standings, easy week, locks and gap taken in."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.day_facts import DayFacts
from ankle_coach.domain.day_work import DayWork
from ankle_coach.domain.dose import Dose
from ankle_coach.domain.dose_steps import half_sets
from ankle_coach.domain.fold import is_offered
from ankle_coach.domain.fold_back import gap
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.plan_rules import GapStep, gap_days, gap_step
from ankle_coach.domain.rule_state import Context, State
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.standing import Standing, mode_at


class Offer(Struct, frozen=True, kw_only=True):
    """A prescription as it is played on a day.

    Attributes:
        prescription: The prescription with the level, dose and load of its standings.
        sides: The sides that it is for.
        affected: What to pass as the affected side when its steps are compiled; a single side where the
            sides stand on different levels, so that each is played for itself.
        standings: The standings behind it.
    """

    prescription: Prescription
    sides: tuple[Side, ...]
    affected: Side | None
    standings: tuple[Standing, ...]


def gap_before(state: State, context: Context, day: date) -> GapStep:
    """Return what a loaded session on a day would cost for the gap before it."""
    return gap_step(gap_days(state.gap_from, day), context.thresholds)


def standings_on(state: State, context: Context, day: date) -> tuple[Standing, ...]:
    """Return the standings that a session on a day is played with, a gap before it taken in."""
    if state.plan is None:
        return ()
    work = DayWork(state, DayFacts(day=day), context, state.plan)
    if gap_days(state.gap_from, day):
        gap(work)
    return tuple(standing for _, standing in work.each())


def offers(state: State, context: Context, day: date, *, loading: bool = True) -> tuple[Offer, ...]:
    """Return what the plan offers on a training day, in plan order; when it is due is the schedule's matter.

    Args:
        state: The state up to the day.
        context: What the rules look things up in.
        day: The training day.
        loading: False on a day without loading (row 2): neither loaded exercises nor balance.
    """
    if state.plan is None:
        return ()
    context = context.for_plan(state.plan)
    easy = state.deload is not None and state.deload.covers(day)
    by_prescription: dict[str, list[Standing]] = {}
    for standing in standings_on(state, context, day):
        if is_offered(state, context, standing, day) and (loading or not _rests(standing, context)):
            played = _eased(standing, context) if easy else standing
            by_prescription.setdefault(standing.prescription, []).append(played)
    found: list[Offer] = []
    for prescription in state.plan.prescriptions:
        if own := by_prescription.get(prescription.id):
            found += _offers_of(prescription, own, context, state.plan.affected)
    return tuple(found)


def _rests(standing: Standing, context: Context) -> bool:
    ladder = context.ladders[standing.exercise]
    return ladder.rung(standing.level).loaded or ladder.exercise.group.value == "balance"


def _eased(standing: Standing, context: Context) -> Standing:
    """Return a standing as an easy week has it: with half the sets, where it loads."""
    if not context.ladders[standing.exercise].rung(standing.level).loaded:
        return standing
    return replace(standing, dose=half_sets(standing.dose))


def _offers_of(
    prescription: Prescription, standings: list[Standing], context: Context, affected: Side | None
) -> list[Offer]:
    first = standings[0]
    ladder = context.ladders[first.exercise]
    alike = all(
        s is first or (s.exercise, s.level, s.load) == (first.exercise, first.level, first.load)
        for s in standings
    )
    mode = mode_at(prescription, ladder, ladder.rung(first.level))
    if alike and (len(standings) > 1 or mode in (SideMode.BOTH, SideMode.AFFECTED)):
        return [_offer(prescription, standings, mode, affected)]
    return [_offer(prescription, [s], SideMode.AFFECTED, s.side) for s in standings]


def _offer(
    prescription: Prescription, standings: list[Standing], mode: SideMode, affected: Side | None
) -> Offer:
    first = standings[0]
    dose = first.dose
    if any(s.dose.blocks != dose.blocks for s in standings):
        doses = {s.side: s.dose.blocks for s in standings}
        dose = Dose(blocks=dose.blocks, left=doses.get(Side.LEFT), right=doses.get(Side.RIGHT))
    played = replace(
        prescription,
        exercise=first.exercise,
        level=first.level,
        dose=dose,
        side_mode=mode,
        load=first.load,
    )
    return Offer(
        prescription=played,
        sides=tuple(s.side for s in standings),
        affected=affected,
        standings=tuple(standings),
    )

"""What is offered on a training day: the plan with standings, easy week, locks and gap taken in."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.course import Place
from ankle_coach.domain.day_facts import DayFacts
from ankle_coach.domain.day_work import DayWork
from ankle_coach.domain.dose import Dose
from ankle_coach.domain.dose_steps import half_sets
from ankle_coach.domain.fold import offered_of
from ankle_coach.domain.fold_back import gap
from ankle_coach.domain.plan import Load, Prescription
from ankle_coach.domain.plan_rules import GapStep, gap_days, gap_step
from ankle_coach.domain.rule_state import Context, State
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.standing import Standing


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
    return tuple(standing for _, standing in _each(state, context, day))


def _each(state: State, context: Context, day: date) -> list[tuple[Place, Standing]]:
    if state.plan is None:
        return []
    if not gap_days(state.gap_from, day):
        return context.course(state.plan).each(state.standings)
    work = DayWork(state, DayFacts(day=day), context, state.plan)
    gap(work)
    return work.each()


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
    easy = state.deload is not None and state.deload.covers(day)
    by_prescription: dict[str, list[tuple[Place, Standing]]] = {}
    for place, standing in offered_of(_each(state, context, day), state, day):
        if loading or not (place.loaded or place.balance):
            played = _eased(standing) if easy and place.loaded else standing
            by_prescription.setdefault(standing.prescription, []).append((place, played))
    found: list[Offer] = []
    for own in by_prescription.values():
        found += _offers_of(own, state.plan.affected)
    return tuple(found)


def _eased(standing: Standing) -> Standing:
    """Return a loaded standing as an easy week has it: with half the sets."""
    return replace(standing, dose=half_sets(standing.dose))


def _offers_of(own: list[tuple[Place, Standing]], affected: Side | None) -> list[Offer]:
    """Return the offers of a prescription: one where all its sides stand alike, else one for each side."""
    place, first = own[0]
    if len(own) == 1:
        single = place.mode not in (SideMode.BOTH, SideMode.AFFECTED)
        mode, sides = (SideMode.AFFECTED, first.side) if single else (place.mode, affected)
        return [_offer(place, (first,), first.dose, mode, sides)]
    standings = tuple([standing for _, standing in own])
    others, dose = standings[1:], first.dose
    if any((s.exercise, s.level, s.load) != (first.exercise, first.level, first.load) for s in others):
        return [_offer(at, (s,), s.dose, SideMode.AFFECTED, s.side) for at, s in own]
    if any(s.dose.blocks != dose.blocks for s in others):
        doses = {s.side: s.dose.blocks for s in standings}
        dose = Dose(blocks=dose.blocks, left=doses.get(Side.LEFT), right=doses.get(Side.RIGHT))
    return [_offer(place, standings, dose, place.mode, affected)]


def _offer(
    place: Place, standings: tuple[Standing, ...], dose: Dose, mode: SideMode, affected: Side | None
) -> Offer:
    first = standings[0]
    return Offer(
        prescription=_played(place.prescription, first.exercise, first.level, dose, mode, first.load),
        sides=tuple([standing.side for standing in standings]),
        affected=affected,
        standings=standings,
    )


@lru_cache(maxsize=4096)
def _played(
    prescription: Prescription, exercise: str, level: str, dose: Dose, mode: SideMode, load: Load
) -> Prescription:
    """Return a prescription as its standings have it; the same day after day, until one of them moves."""
    return replace(prescription, exercise=exercise, level=level, dose=dose, side_mode=mode, load=load)

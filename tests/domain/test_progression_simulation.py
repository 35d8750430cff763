"""Seeded runners live through every program for 26 weeks: what must never happen does not."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.dose import (
    Block,
    Directions,
    Distance,
    Dose,
    Duration,
    Hold,
    Intervals,
    Reps,
    Tracing,
)
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.frequency import TimesPerDay
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import Program, ProgramKind
from ankle_coach.domain.program_rules import context_for
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.sides import Side
from tests.helpers.simulated_runner import CALM, Life, Lived, Nature

LIBRARY = open_library()
EXERCISES = {exercise.id: exercise for exercise in LIBRARY.in_catalog_order()}
PROGRAMS = tuple(LIBRARY.programs.values())
CONTEXT = context_for(EXERCISES.values(), PROGRAMS)
DAYS = 26 * 7
SEEDS = 60
"""Lives a program in every run of the tests; `make soak` lives a thousand."""
NATURES = (
    Nature(flare=0.01, misses=0.1, silent=0.02, gaps=0.005, locks=0.002, gives_way=0.002),
    Nature(pain=1.0, flare=0.02, misses=0.05, silent=0.05, locks=0.003, gives_way=0.003, form_lost=0.02),
    Nature(pain=2.0, flare=0.05, misses=0.3, silent=0.1, gaps=0.02, locks=0.005, gives_way=0.01),
)
"""Easy, middling and hard lives; seeds take turns."""

_HARD = (Group.STRENGTH, Group.PLYOMETRIC)
_REGRESS = (Outcome.STEP_BACK, Outcome.STOP_EXERCISE, Outcome.STOP)
_PLAN_WIDE = (Outcome.DELOAD, Outcome.PHASE_BACK)


_LOADED = {(e.id, level.id) for e in EXERCISES.values() for level in e.levels if e.is_loaded(level)}
_BELOW_NEUTRAL = {(e.id, level.id) for e in EXERCISES.values() for level in e.levels if level.below_neutral}
_HOPS = {name for name, ladder in CONTEXT.ladders.items() if ladder.is_plyometric}


class Rules:
    """Watches a life and remembers every broken rule; it asks the rules' own code as little as it can."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.broken: list[str] = []
        self.advanced: dict[str, list[tuple[Side | None, date]]] = {}
        self.days = 0

    def see(self, lived: Lived) -> None:
        """Look at one day."""
        self.days += 1
        facts, decisions = lived.facts, lived.decisions
        if lived.offered:
            self._offers(lived)
        if facts.planned:
            self._planned(lived)
        if not facts.exercises and lived.after.standings is not lived.before.standings:
            self._missed(lived)
        advances = [d for d in decisions if d.outcome is Outcome.ADVANCE and d.prescription]
        for decision in advances:
            self._advance(lived, decision)
        if len({d.prescription for d in advances}) > 2:
            self._broke(lived, "plan", "more than two advanced")
        for decision in decisions:
            if decision.outcome is Outcome.CREDIT:
                self._credit(lived, decision)

    def _broke(self, lived: Lived, where: str, what: str) -> None:
        self.broken.append(f"{self.program.id} {lived.facts.day} {where}: {what}")

    def _planned(self, lived: Lived) -> None:
        """What was missed is not planned on top of what the plan asks for on every such day."""
        plan = lived.facts.plan
        assert plan is not None
        for session, times in lived.facts.planned:
            frequency = plan.session(session).frequency
            if times != (frequency.least if isinstance(frequency, TimesPerDay) else 1):
                self._broke(lived, session, "doubled after a miss")

    def _missed(self, lived: Lived) -> None:
        """A day on which nothing was done makes no dose larger and no level higher."""
        if lived.before.plan is not lived.after.plan:
            return
        for key, after in lived.after.standings.items():
            before = lived.before.standings.get(key)
            if before is None or before.exercise != after.exercise:
                continue
            places = CONTEXT.ladders[after.exercise].places
            if places[after.level] > places[before.level]:
                self._broke(lived, key[0], "higher after a miss")
            elif after.level == before.level and (
                amount_of(after.dose) > amount_of(before.dose) or after.load.kilograms > before.load.kilograms
            ):
                self._broke(lived, key[0], "more after a miss")

    def _offers(self, lived: Lived) -> None:
        day, before = lived.facts.day, lived.before
        keys = [(offer.prescription.id, side) for offer in lived.offered for side in offer.sides]
        if len(set(keys)) < len(keys):
            self._broke(lived, "plan", "offered twice")
        easy = before.deload is not None and before.deload.first <= day <= before.deload.last
        locked = self._all_loading_is_locked(lived)
        if not (easy or locked or self.program.no_below_neutral):
            return
        for offer in lived.offered:
            name, exercise = offer.prescription.id, offer.prescription.exercise
            rung = (exercise, offer.prescription.level)
            if locked and rung in _LOADED:
                self._broke(lived, name, "loaded while locked")
            if self.program.no_below_neutral and rung in _BELOW_NEUTRAL:
                self._broke(lived, name, "below neutral")
            if easy and exercise in _HOPS:
                self._broke(lived, name, "in an easy week")

    def _all_loading_is_locked(self, lived: Lived) -> bool:
        """Say whether a lock, or a pause that stood all day long, covers all loading, as all of these do."""
        day = lived.facts.day
        for period in lived.facts.locks:
            if period.from_day <= day and (period.until_day is None or day < period.until_day):
                return True
        # A flag that stood before the day and still stands after it stood all day long.
        return any(flag.urgency is Urgency.PAUSE and flag in lived.after.flags for flag in lived.before.flags)

    def _advance(self, lived: Lived, decision: Decision) -> None:
        name, side, day = decision.prescription, decision.side, decision.day
        before = lived.before
        own = [d for d in lived.decisions if d.prescription == name]
        standing = before.standings.get((name, side)) if side is not None else None
        broken = {
            "two rungs in a week": self._had_one(decision),
            "advanced after a regress trigger": any(d.outcome in _REGRESS for d in own if d.side is side),
            "advanced in a hold after a second step back": standing is not None
            and standing.hold_until is not None
            and day <= standing.hold_until,
            "advanced in a step back": any(d.outcome in _PLAN_WIDE for d in lived.decisions),
            "advanced without a credit": not any(d.outcome is Outcome.CREDIT for d in own),
            "advanced without a morning": not lived.facts.next_mornings,
            "advanced under a flag": bool(lived.after.flags),
            "advanced under a lock": standing is not None
            and (standing.exercise, standing.level) in _LOADED
            and self._all_loading_is_locked(lived),
            "advanced in a hold": before.hold_until is not None and day <= before.hold_until,
            "advanced in an easy week": before.deload is not None and before.deload.last >= day,
        }
        for what in (what for what, is_broken in broken.items() if is_broken):
            self._broke(lived, f"{name} {side}", what)
        self.advanced.setdefault(name, []).append((side, day))

    def _had_one(self, decision: Decision) -> bool:
        """Say whether strength or plyometrics went up within 7 days before, on this side or on both."""
        if EXERCISES[decision.exercise].group not in _HARD or decision.exercise == "run-walk":
            return False
        return any(
            (decision.day - day).days < 7
            for side, day in self.advanced.get(decision.prescription, ())
            if side is decision.side or Side.BOTH in (side, decision.side)
        )

    def _credit(self, lived: Lived, decision: Decision) -> None:
        plan, name = lived.after.plan, decision.prescription
        assert plan is not None
        values = dict(decision.values)
        ceiling, during = values["ceiling"], values.get("pain_during")
        assert isinstance(ceiling, int)
        if isinstance(during, int) and during > ceiling:
            self._broke(lived, name, "credit over the ceiling")
        if ceiling > self._ceiling(plan, name, decision.exercise):
            self._broke(lived, name, "a ceiling over the plan's")

    def _ceiling(self, plan: Plan, name: str, exercise: str) -> int:
        own = next(p.pain_ceiling for p in plan.prescriptions if p.id == name)
        if own is not None:
            return own
        hop = EXERCISES[exercise].group is Group.PLYOMETRIC
        return min(plan.pain_ceiling, CONTEXT.thresholds.plyometric_ceiling) if hop else plan.pain_ceiling


@lru_cache(maxsize=4096)
def amount_of(dose: Dose) -> float:
    """How much a dose asks for on one side: repetitions, seconds or meters of all its sets."""
    return sum(_amount(block) for block in dose.blocks)


def _amount(block: Block) -> float:
    match block:
        case Reps():
            return block.sets * block.reps
        case Hold():
            return block.sets * block.holds * block.seconds
        case Duration():
            return block.sets * block.seconds
        case Directions():
            return sum(block.passes) * block.reps
        case Distance():
            return block.sets * block.meters
        case Tracing():
            return block.passes
        case Intervals():
            return block.rounds * block.work
        case _:
            return 1


def lives(program: Program, seeds: range) -> tuple[list[str], int, set[Outcome]]:
    """Live some lives and return what was broken, how many days there were and what was decided."""
    plans: dict[tuple[str, date], Plan] = {}
    rules = Rules(program)
    outcomes: set[Outcome] = set()
    for seed in seeds:
        rules.advanced.clear()
        nature = NATURES[seed % len(NATURES)]
        decisions = Life(program, EXERCISES, CONTEXT, seed, nature, plans).live(DAYS, rules.see)
        outcomes |= {d.outcome for d in decisions}
    return rules.broken, rules.days, outcomes


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.id)
def test_what_must_never_happen_does_not(program: Program) -> None:
    broken, days, outcomes = lives(program, range(SEEDS))
    assert broken == []
    assert days == SEEDS * DAYS
    # The lives were hard enough to try the rules.
    assert {Outcome.CREDIT, Outcome.HOLD, Outcome.STEP_BACK, Outcome.NO_LOAD, Outcome.DELOAD} <= outcomes


@pytest.mark.soak
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.id)
def test_what_must_never_happen_does_not_in_a_thousand_lives(program: Program) -> None:
    broken, _, _ = lives(program, range(1000))
    assert broken == []


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.id)
def test_a_pain_free_adherent_runner_reaches_every_phase(program: Program) -> None:
    life = Life(program, EXERCISES, CONTEXT, 1, CALM, {})
    decisions = life.live(DAYS)
    assert life.phases_seen == [phase.id for phase in program.phases]
    assert not [d for d in decisions if d.outcome in (*_REGRESS, *_PLAN_WIDE, Outcome.NO_LOAD)]
    if program.kind is ProgramKind.PRESET:
        assert life.state.week == program.weeks


def test_the_insertional_program_is_one_without_work_below_neutral() -> None:
    barred = {program.id for program in PROGRAMS if program.no_below_neutral}
    assert "achilles-insertional" in barred
    # There is something to bar: a level below neutral on a ladder that the program climbs.
    ladders = CONTEXT.by_phase["achilles-insertional", LIBRARY.programs["achilles-insertional"].phases[0].id]
    rungs = [rung for ladder in ladders.values() for rung in ladder.rungs if rung.level.below_neutral]
    assert rungs
    assert all(rung.barred for rung in rungs)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.id)
def test_the_same_seed_gives_the_same_decisions(program: Program) -> None:
    first = Life(program, EXERCISES, CONTEXT, 7, NATURES[1], {}).live(DAYS)
    assert first == Life(program, EXERCISES, CONTEXT, 7, NATURES[1], {}).live(DAYS)
    assert first != Life(program, EXERCISES, CONTEXT, 8, NATURES[1], {}).live(DAYS)

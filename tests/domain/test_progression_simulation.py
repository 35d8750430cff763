"""Seeded runners live through every program for 26 weeks: what must never happen does not."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.frequency import TimesPerDay
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import Program, ProgramKind
from ankle_coach.domain.program_rules import context_for
from ankle_coach.domain.rule_state import is_locked
from ankle_coach.domain.sides import Side
from tests.helpers.simulated_runner import CALM, Life, Lived, Nature

LIBRARY = open_library()
EXERCISES = {exercise.id: exercise for exercise in LIBRARY.in_catalog_order()}
PROGRAMS = tuple(LIBRARY.programs.values())
CONTEXT = context_for(EXERCISES.values(), PROGRAMS)
DAYS = 26 * 7
NATURES = (
    Nature(flare=0.01, misses=0.1, silent=0.02, gaps=0.005, locks=0.002, gives_way=0.002),
    Nature(pain=1.0, flare=0.02, misses=0.05, silent=0.05, locks=0.003, gives_way=0.003, form_lost=0.02),
    Nature(pain=2.0, flare=0.05, misses=0.3, silent=0.1, gaps=0.02, locks=0.005, gives_way=0.01),
)
"""Easy, middling and hard lives; seeds take turns."""

_HARD = (Group.STRENGTH, Group.PLYOMETRIC)
_REGRESS = (Outcome.STEP_BACK, Outcome.STOP_EXERCISE, Outcome.STOP)
_PLAN_WIDE = (Outcome.DELOAD, Outcome.PHASE_BACK)


class Rules:
    """Watches a life and remembers every broken rule."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.broken: list[str] = []
        self.advanced: dict[tuple[str, Side | None], date] = {}
        self.days = 0

    def see(self, lived: Lived) -> None:
        """Look at one day."""
        self.days += 1
        self._offers(lived)
        advances = [d for d in lived.decisions if d.outcome is Outcome.ADVANCE and d.prescription]
        for decision in advances:
            self._advance(lived, decision)
        self._check(len({d.prescription for d in advances}) <= 2, lived, "more than two advanced")
        for decision in lived.decisions:
            if decision.outcome is Outcome.CREDIT:
                self._credit(lived, decision)

    def _check(self, holds: bool, lived: Lived, what: str) -> None:
        if not holds:
            self.broken.append(f"{self.program.id} {lived.facts.day}: {what}")

    def _offers(self, lived: Lived) -> None:
        seen: Counter[tuple[str, Side]] = Counter()
        ladders = CONTEXT.for_plan(lived.after.plan).ladders if lived.after.plan else {}
        for offer in lived.offered:
            ladder = ladders[offer.prescription.exercise]
            rung = ladder.rung(offer.prescription.level)
            seen.update((offer.prescription.id, side) for side in offer.sides)
            locked = is_locked(ladder, rung, lived.facts.day, lived.facts.locks, lived.after.flags[:0])
            self._check(not (rung.loaded and locked), lived, f"{offer.prescription.id} loaded while locked")
            barred = self.program.no_below_neutral and rung.level.below_neutral
            self._check(not barred, lived, f"{offer.prescription.id} below neutral")
            easy = lived.before.deload is not None and lived.before.deload.covers(lived.facts.day)
            self._check(
                not (easy and ladder.is_plyometric), lived, f"{offer.prescription.id} in an easy week"
            )
        self._check(all(times == 1 for times in seen.values()), lived, "offered twice")
        for session, times in lived.facts.planned:
            assert lived.facts.plan is not None
            frequency = lived.facts.plan.session(session).frequency
            least = frequency.least if isinstance(frequency, TimesPerDay) else 1
            self._check(times == least, lived, f"{session} doubled after a miss")

    def _advance(self, lived: Lived, decision: Decision) -> None:
        key = (decision.prescription, decision.side)
        group = EXERCISES[decision.exercise].group
        last = self.advanced.get(key)
        if group in _HARD and decision.exercise != "run-walk" and last is not None:
            self._check((decision.day - last).days >= 7, lived, f"{key} two rungs in a week")
        self.advanced[key] = decision.day
        own = [d for d in lived.decisions if d.prescription == decision.prescription]
        same_side = [d for d in own if d.side is decision.side]
        self._check(
            not any(d.outcome in _REGRESS for d in same_side), lived, f"{key} after a regress trigger"
        )
        self._check(not any(d.outcome in _PLAN_WIDE for d in lived.decisions), lived, f"{key} in a step back")
        self._check(any(d.outcome is Outcome.CREDIT for d in own), lived, f"{key} without a credit")
        self._check(bool(lived.facts.next_mornings), lived, f"{key} without a morning")
        self._check(not lived.after.flags, lived, f"{key} under a flag")
        hold = lived.before.hold_until
        self._check(hold is None or decision.day > hold, lived, f"{key} in a hold")
        before = lived.before.deload
        self._check(before is None or before.last < decision.day, lived, f"{key} in an easy week")

    def _credit(self, lived: Lived, decision: Decision) -> None:
        ceiling, during = decision.value("ceiling"), decision.value("pain_during")
        over = isinstance(during, int) and isinstance(ceiling, int) and during > ceiling
        self._check(not over, lived, f"{decision.prescription} credit over the ceiling")
        assert lived.after.plan is not None
        plan = next(p for p in lived.after.plan.prescriptions if p.id == decision.prescription)
        top = lived.after.plan.pain_ceiling if plan.pain_ceiling is None else plan.pain_ceiling
        self._check(not isinstance(ceiling, int) or ceiling <= top, lived, f"{decision.prescription} ceiling")


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
    broken, days, outcomes = lives(program, range(9))
    assert broken == []
    assert days == 9 * DAYS
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


@pytest.mark.parametrize("program", PROGRAMS[:3], ids=lambda program: program.id)
def test_the_same_seed_gives_the_same_decisions(program: Program) -> None:
    first = Life(program, EXERCISES, CONTEXT, 7, NATURES[1], {}).live(DAYS)
    assert first == Life(program, EXERCISES, CONTEXT, 7, NATURES[1], {}).live(DAYS)
    assert first != Life(program, EXERCISES, CONTEXT, 8, NATURES[1], {}).live(DAYS)

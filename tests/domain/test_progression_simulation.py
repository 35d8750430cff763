"""Seeded runners live through every program for 26 weeks: what must never happen does not."""

from __future__ import annotations

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
from ankle_coach.domain.standing import Standing
from tests.helpers.simulated_runner import CALM, Life, Lived, Nature

LIBRARY = open_library()
EXERCISES = {exercise.id: exercise for exercise in LIBRARY.in_catalog_order()}
PROGRAMS = tuple(LIBRARY.programs.values())
CONTEXT = context_for(EXERCISES.values(), PROGRAMS)
DAYS = 26 * 7
SEEDS = 21
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


class Rules:
    """Watches a life and remembers every broken rule."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.broken: list[str] = []
        self.advanced: dict[str, list[tuple[Side | None, date]]] = {}
        self.days = 0

    def see(self, lived: Lived) -> None:
        """Look at one day."""
        self.days += 1
        self._offers(lived)
        for session, times in lived.facts.planned:
            assert lived.facts.plan is not None
            frequency = lived.facts.plan.session(session).frequency
            least = frequency.least if isinstance(frequency, TimesPerDay) else 1
            if times != least:
                self._broke(lived, session, "doubled after a miss")
        advances = [d for d in lived.decisions if d.outcome is Outcome.ADVANCE and d.prescription]
        for decision in advances:
            self._advance(lived, decision)
        if len({d.prescription for d in advances}) > 2:
            self._broke(lived, "plan", "more than two advanced")
        for decision in lived.decisions:
            if decision.outcome is Outcome.CREDIT:
                self._credit(lived, decision)

    def _broke(self, lived: Lived, where: str, what: str) -> None:
        self.broken.append(f"{self.program.id} {lived.facts.day} {where}: {what}")

    def _offers(self, lived: Lived) -> None:
        if not lived.offered:
            return
        assert lived.after.plan is not None
        day = lived.facts.day
        ladders = CONTEXT.for_plan(lived.after.plan).ladders
        easy = lived.before.deload is not None and lived.before.deload.covers(day)
        # A flag that stood before the day and still stands after it stood all day long.
        flags = [flag for flag in lived.before.flags if flag in lived.after.flags]
        seen: set[tuple[str, Side]] = set()
        for offer in lived.offered:
            name, ladder = offer.prescription.id, ladders[offer.prescription.exercise]
            rung = ladder.rung(offer.prescription.level)
            keys = {(name, side) for side in offer.sides}
            if keys & seen or len(keys) < len(offer.sides):
                self._broke(lived, name, "offered twice")
            seen |= keys
            if rung.loaded and is_locked(ladder, rung, day, lived.facts.locks, flags):
                self._broke(lived, name, "loaded while locked")
            if self.program.no_below_neutral and rung.level.below_neutral:
                self._broke(lived, name, "below neutral")
            if easy and ladder.is_plyometric:
                self._broke(lived, name, "in an easy week")

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
            "advanced under a lock": standing is not None and self._locked(lived, standing),
            "advanced in a hold": before.hold_until is not None and day <= before.hold_until,
            "advanced in an easy week": before.deload is not None and before.deload.last >= day,
        }
        for what in (what for what, is_broken in broken.items() if is_broken):
            self._broke(lived, f"{name} {side}", what)
        self.advanced.setdefault(name, []).append((side, day))

    def _locked(self, lived: Lived, standing: Standing) -> bool:
        assert lived.after.plan is not None
        ladder = CONTEXT.for_plan(lived.after.plan).ladders[standing.exercise]
        return is_locked(ladder, ladder.rung(standing.level), lived.facts.day, lived.facts.locks)

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
        assert lived.after.plan is not None
        name, ceiling, during = (
            decision.prescription,
            decision.value("ceiling"),
            decision.value("pain_during"),
        )
        assert isinstance(ceiling, int)
        if isinstance(during, int) and during > ceiling:
            self._broke(lived, name, "credit over the ceiling")
        own = next(p for p in lived.after.plan.prescriptions if p.id == name).pain_ceiling
        top = lived.after.plan.pain_ceiling if own is None else own
        if own is None and EXERCISES[decision.exercise].group is Group.PLYOMETRIC:
            top = min(top, CONTEXT.thresholds.plyometric_ceiling)
        if ceiling > top:
            self._broke(lived, name, "a ceiling over the plan's")


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

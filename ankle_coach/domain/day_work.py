"""One training day in the making: the state of yesterday being turned into the state of today.

The object lives inside `fold_day` only; what goes in and what comes out is frozen.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from types import MappingProxyType

from msgspec.structs import replace

from ankle_coach.domain.adjust import AdherenceBand, adherence_in, band_of
from ankle_coach.domain.baseline import Base, base_of
from ankle_coach.domain.day_facts import DayFacts
from ankle_coach.domain.decision import Decision, Outcome, Value
from ankle_coach.domain.ladder import Ladder, Rung
from ankle_coach.domain.plan import Plan, Prescription
from ankle_coach.domain.rule_state import Context, Deload, Flag, State, is_locked
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing, first_standing, sides_at, start_dose

KEPT_MORNINGS = 28
"""Days of mornings that the state keeps: the longest baseline and the two weeks of the weekly check."""


class DayWork:
    """The parts of a state that a day changes, with the decisions that it makes.

    Attributes:
        context: What things are looked up in.
        facts: The facts of the day.
        day: The training day.
        plan: The plan that holds.
        standings: The standings, changed step by step.
        decisions: The decisions so far.
        state: The state with everything else; replaced, never changed.
        blocked: What keeps everything from advancing on this day alone; empty for nothing.
    """

    def __init__(self, state: State, facts: DayFacts, context: Context, plan: Plan) -> None:
        """Begin a day."""
        self.context = context.for_plan(plan)
        self.facts = facts
        self.day = facts.day
        self.plan = plan
        self.limits = self.context.thresholds
        self.traits = context.traits_of(plan)
        self.standings = dict(state.standings)
        self.decisions: list[Decision] = []
        self.state = state
        self.blocked = ""
        self._bases: dict[Side, Base] = {}
        self._order: list[tuple[Prescription, tuple[str, Side]]] | None = None

    # --- looking up ---------------------------------------------------------------------------

    def ladder(self, standing: Standing) -> Ladder:
        """Return the ladder that a standing is on."""
        return self.context.ladders[standing.exercise]

    def rung(self, standing: Standing) -> Rung:
        """Return the rung that a standing is on."""
        return self.ladder(standing).rung(standing.level)

    def each(self) -> list[tuple[Prescription, Standing]]:
        """Return the standings in plan order, the sore or left side first."""
        if self._order is None:
            keys: dict[str, list[tuple[str, Side]]] = {}
            for key in self.standings:
                keys.setdefault(key[0], []).append(key)
            self._order = [
                (prescription, key)
                for prescription in self.plan.prescriptions
                for key in keys.get(prescription.id, ())
            ]
        return [(prescription, self.standings[key]) for prescription, key in self._order]

    def following(self, standing: Standing) -> Ladder | None:
        """Return the ladder that comes after a standing's own is done; None where the phase names none.

        What the plan has anyway does not come a second time.
        """
        name = self.traits.follows.get((self.plan.phase, standing.exercise), "")
        there = {prescription.exercise for prescription in self.plan.prescriptions}
        return None if name in there else self.context.ladders.get(name)

    def base(self, track: Side) -> Base:
        """Return the baseline of a sore side for this day's sessions."""
        if track not in self._bases:
            self._bases[track] = base_of(
                self.state.mornings,
                track,
                self.day,
                self.traits.asked,
                self.limits,
                self.context.intake,
            )
        return self._bases[track]

    def is_locked(self, standing: Standing) -> bool:
        """Say whether a lock covers a standing today."""
        ladder = self.ladder(standing)
        return is_locked(ladder, ladder.rung(standing.level), self.day, self.state.locks, self.state.flags)

    def band(self) -> AdherenceBand:
        """Return the adherence band of the window that ends today."""
        window = adherence_in(self.state.counted, self.day, self.limits.adherence_days)
        return band_of(window, self.state.planned_total, self.limits)

    # --- changing -----------------------------------------------------------------------------

    def update(self, **changes: object) -> None:
        """Replace parts of the state."""
        self.state = replace(self.state, **changes)

    def place(self, old: Standing, new: Standing) -> None:
        """Put a standing in place of an old one; a level that uses the legs otherwise brings its sides along.

        From two legs to one, every side begins at the new level; back to two legs, both sides come along.
        """
        ladder = self.context.ladders[new.exercise]
        prescription = next(p for p in self.plan.prescriptions if p.id == new.prescription)
        sides = sides_at(prescription, ladder, ladder.rung(new.level), self.plan.affected)
        if old.side in sides or (old.side is not Side.BOTH and Side.BOTH not in sides):
            self.standings[new.prescription, old.side] = new
            return
        self._order = None
        for key in [key for key in self.standings if key[0] == new.prescription]:
            del self.standings[key]
        rung = ladder.rung(new.level)
        starts = new.dose == start_dose(prescription, ladder, rung, new.side)
        for side in sides:
            dose = start_dose(prescription, ladder, rung, side) if starts else new.dose
            self.standings[new.prescription, side] = replace(new, side=side, dose=dose)

    def follow(self, old: Standing, new: Standing) -> None:
        """Put the first level of another exercise in place; of all sides where it has others."""
        ladder = self.context.ladders[new.exercise]
        prescription = next(p for p in self.plan.prescriptions if p.id == new.prescription)
        rung = ladder.rung(new.level)
        sides = sides_at(prescription, ladder, rung, self.plan.affected)
        here = [key for key in self.standings if key[0] == new.prescription]
        if {side for _, side in here} == set(sides):
            self.place(old, new)
            return
        self._order = None
        for key in here:
            del self.standings[key]
        for side in sides:
            dose = start_dose(prescription, ladder, rung, side)
            self.standings[new.prescription, side] = replace(new, side=side, dose=dose)

    def current(self, standing: Standing) -> Standing | None:
        """Return the standing that is there now for an older one; None where its sides were merged."""
        return self.standings.get((standing.prescription, standing.side))

    def hold_all(self, days: int, rule: str) -> None:
        """Let nothing advance on this day and the days after it."""
        until = self.day + timedelta(days=days)
        if self.state.hold_until is None or until > self.state.hold_until:
            self.update(hold_until=until, hold_rule=rule)

    def raise_flag(self, kind: str, rule: str, *values: tuple[str, Value], trend: bool = True) -> None:
        """Raise an advise flag once.

        Args:
            kind: Its id.
            rule: Rule that raised it.
            values: What fired it.
            trend: Whether it becomes a pause where the same was assessed lately and goes on (§4.2, end).
        """
        if any(flag.kind == kind for flag in self.state.flags):
            return
        first = self.day - timedelta(days=self.limits.reassess_days)
        again = trend and any(name in (kind, "") and day > first for name, day in self.state.assessed)
        urgency = Urgency.PAUSE if again else Urgency.ADVISE
        self.update(flags=(*self.state.flags, Flag(kind, self.day, urgency)))
        self.emit(Outcome.FLAG, rule, values=(("flag", kind), ("urgency", urgency.value), *values))

    def begin_deload(self, first: date) -> None:
        """Begin an easy week."""
        last = first + timedelta(days=self.limits.deload_days - 1)
        self.update(deload=Deload(first, last), regress_days=())

    def reset_credits(self) -> None:
        """Set all credits to 0."""
        for key, standing in self.standings.items():
            if standing.credits:
                self.standings[key] = replace(standing, credits=())

    # --- telling ------------------------------------------------------------------------------

    def emit(
        self,
        outcome: Outcome,
        rule: str,
        standing: Standing | None = None,
        *,
        values: Iterable[tuple[str, Value]] = (),
        references: tuple[str, ...] = ("DD",),
        alternative: str = "",
        starts_on: date | None = None,
        entered_on: date | None = None,
    ) -> None:
        """Add a decision; without a standing it is about the whole plan."""
        if standing is None:
            decision = Decision(
                day=self.day,
                outcome=outcome,
                rule=rule,
                values=tuple(values),
                references=references,
                alternative=alternative,
                starts_on=starts_on,
                entered_on=entered_on,
            )
        else:
            decision = Decision(
                day=self.day,
                outcome=outcome,
                rule=rule,
                prescription=standing.prescription,
                exercise=standing.exercise,
                side=standing.side,
                values=tuple(values),
                references=references,
                alternative=alternative,
                level=standing.level,
                dose=standing.dose,
                load=standing.load,
                starts_on=starts_on,
                entered_on=entered_on,
            )
        self.decisions.append(decision)

    def frozen(self) -> State:
        """Return the state after the day."""
        return replace(self.state, day=self.day, standings=MappingProxyType(self.standings))


def fresh_standings(
    plan: Plan, prescription: Prescription, context: Context, day: date
) -> dict[tuple[str, Side], Standing]:
    """Return the standings that a prescription begins with; none where its exercise is not known."""
    ladder = context.ladders.get(prescription.exercise)
    if ladder is None:
        return {}
    rung = ladder.rung(prescription.level)
    return {
        (prescription.id, side): first_standing(prescription, ladder, side, day)
        for side in sides_at(prescription, ladder, rung, plan.affected)
    }

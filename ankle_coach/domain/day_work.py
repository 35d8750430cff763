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
from ankle_coach.domain.course import Course, Place
from ankle_coach.domain.day_facts import DayFacts
from ankle_coach.domain.decision import Decision, Outcome, Value
from ankle_coach.domain.dose import Dose
from ankle_coach.domain.plan import Plan, Prescription
from ankle_coach.domain.rule_state import Context, Deload, Flag, State, is_locked
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing, Standings, first_standing, sides_at

KEPT_MORNINGS = 28
"""Days of mornings that the state keeps: the longest baseline and the two weeks of the weekly check."""


class DayWork:
    """The parts of a state that a day changes, with the decisions that it makes.

    Attributes:
        context: What things are looked up in.
        facts: The facts of the day.
        day: The training day.
        plan: The plan that holds.
        course: The plan as it is climbed.
        limits: Its numbers.
        traits: What is asked of its program.
        standings: The standings in plan order, the sore or left side first.
        decisions: The decisions so far.
        state: The state with everything else; replaced, never changed.
        blocked: What keeps everything from advancing on this day alone; empty for nothing.
    """

    def __init__(self, state: State, facts: DayFacts, context: Context, plan: Plan) -> None:
        """Begin a day."""
        course = context.course(plan)
        self.context = context
        self.facts = facts
        self.day = facts.day
        self.plan = plan
        self.course = course
        self.limits = course.limits
        self.traits = course.traits
        self.standings: Standings = state.standings
        self.decisions: list[Decision] = []
        self.state = state
        self.blocked = ""
        self._bases: dict[Side, Base] = {}
        self._own: dict[tuple[str, Side], Standing] | None = None
        self._each: list[tuple[Place, Standing]] | None = None

    # --- looking up ---------------------------------------------------------------------------

    def each(self) -> list[tuple[Place, Standing]]:
        """Return the standings with their places, in plan order."""
        if self._each is None:
            self._each = self.course.each(self.standings)
        return self._each

    def following(self, standing: Standing) -> str:
        """Return the exercise that comes after a standing's own is done; empty where the phase names none.

        What the plan has anyway does not come a second time.
        """
        name = self.traits.follows.get((self.plan.phase, standing.exercise), "")
        there = {prescription.exercise for prescription in self.plan.prescriptions}
        return name if name in self.course.ladders and name not in there else ""

    def base(self, track: Side) -> Base:
        """Return the baseline of a sore side for this day's sessions."""
        base = self._bases.get(track)
        if base is None:
            asked, intake = self.traits.asked, self.context.intake
            base = base_of(self.state.mornings, track, self.day, asked, self.limits, intake)
            self._bases[track] = base
        return base

    def known_bases(self) -> list[float]:
        """Return the pain baselines of the sore sides that are known."""
        return [pain for track in self.course.sore if (pain := self.base(track).pain) is not None]

    def is_locked(self, place: Place) -> bool:
        """Say whether a lock covers a place today."""
        return is_locked(place.ladder, place.rung, self.day, self.state.locks, self.state.flags)

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
        place = self.course.at(new)
        if old.side in place.sides or (old.side is not Side.BOTH and Side.BOTH not in place.sides):
            self.put(new)
            return
        if new.dose == place.doses[new.side]:
            self._spread(new, place)
        else:
            self._spread(new, place, dose=new.dose)

    def follow(self, old: Standing, new: Standing) -> None:
        """Put the first level of another exercise in place; of all sides where it has others."""
        place = self.course.at(new)
        if {side for name, side in self.standings if name == new.prescription} == set(place.sides):
            self.place(old, new)
        else:
            self._spread(new, place)

    def _spread(self, new: Standing, place: Place, *, dose: Dose | None = None) -> None:
        """Put a standing on all sides of its place, with their start doses unless one is given."""
        own = {
            (new.prescription, side): replace(new, side=side, dose=dose or place.doses[side])
            for side in place.sides
        }
        # The new sides stand where the old ones stood, so that the plan's order stays.
        standings: dict[tuple[str, Side], Standing] = {}
        for key, standing in self.standings.items():
            standings |= own if key[0] == new.prescription else {key: standing}
        self.standings, self._own, self._each = standings, standings, None

    def put(self, standing: Standing) -> None:
        """Put a standing in place of the one of its prescription and side; yesterday's stay as they are."""
        if self._own is None:
            self.standings = self._own = dict(self.standings)
        self._own[standing.prescription, standing.side] = standing
        self._each = None

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
        for standing in tuple(self.standings.values()):
            if standing.credits:
                self.put(replace(standing, credits=()))

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
        if self._own is None:
            return replace(self.state, day=self.day)
        return replace(self.state, day=self.day, standings=MappingProxyType(self._own))


def fresh_standings(
    course: Course, prescription: Prescription, day: date
) -> dict[tuple[str, Side], Standing]:
    """Return the standings that a prescription begins with; none where its exercise is not known."""
    ladder = course.ladders.get(prescription.exercise)
    if ladder is None:
        return {}
    rung = ladder.rung(prescription.level)
    return {
        (prescription.id, side): first_standing(prescription, ladder, side, day)
        for side in sides_at(prescription, ladder, rung, course.plan.affected)
    }

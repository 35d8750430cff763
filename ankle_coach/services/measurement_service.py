"""Self-tests: which are due, what was measured, and how the two sides compare (clinical.md §3.9, §5)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import msgspec
from msgspec import Struct

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.criteria import symmetry
from ankle_coach.domain.exercise import PhaseMark
from ankle_coach.domain.ladder_conditions import STARTS
from ankle_coach.domain.locks import locks
from ankle_coach.domain.measures import Measure, MeasureCatalog, MeasureKind, Measurement, check_value
from ankle_coach.domain.safety import Assessment, Flag, Scope
from ankle_coach.domain.sides import Side
from ankle_coach.services.new_id import new_id
from ankle_coach.services.person_service import PersonService
from ankle_coach.services.plan_service import PlanService
from ankle_coach.services.ports import Clock, Journal, RuleContent, SettingsStore
from ankle_coach.services.present import present_moment

SELF_TESTS = ("single-leg-stand-seconds", "knee-to-wall-cm", "single-leg-raise-count")
"""Tests with a player of their own, in the order in which they are offered: the loaded one last."""
_MARKS = list(PhaseMark)
_HOPS = "ply-"
_LOADING = {Scope.CALF_WORK}
_IMPACT = {Scope.PLYOMETRICS, Scope.PLYOMETRICS_AND_RUNNING}


class DueTest(Struct, frozen=True, kw_only=True):
    """A test that may be done on this training day.

    Attributes:
        measure: What is measured.
        last: The last result; None where there is none.
    """

    measure: Measure
    last: Measurement | None = None


class MeasurementService:
    """Offers tests and keeps their results."""

    def __init__(
        self,
        journal: Journal,
        people: PersonService,
        plans: PlanService,
        clock: Clock,
        settings: SettingsStore,
        rules: RuleContent,
        loads_today: Callable[[], bool] = lambda: True,
    ) -> None:
        """Work on a journal; the content is read when it is first needed.

        Args:
            journal: Keeps the results.
            people: Whose they are.
            plans: Tells the phase.
            clock: The time.
            settings: When the day turns over.
            rules: The measures.
            loads_today: Whether anything loads today: a test counts as the day's load (clinical.md §3.9).
        """
        self._loads_today = loads_today
        self._journal, self._people, self._plans = journal, people, plans
        self._clock, self._settings, self._rules = clock, settings, rules

    @property
    def catalog(self) -> MeasureCatalog:
        """All measures."""
        return self._rules.measures

    def affected(self) -> Side | None:
        """Return the person's affected side; None where none is named."""
        person = self._people.current()
        return person.affected if person else None

    def offered(self) -> tuple[Measure, ...]:
        """Return the tests that the phase has reached and neither a lock nor the day bars, done or not."""
        plan = self._plans.current()
        place = self._plans.place(plan, self._moment_day()) if plan else None
        if place is None or place.phase is None or place.program is None:
            return ()
        scopes = self._locked()
        if Scope.ALL_LOADING in scopes:
            return ()
        here, tendon = _MARKS.index(place.phase.mark), place.program.tendon
        excluded = place.program.bars(place.phase.mark).exercises
        tests, loading = [], self._loads_today()
        for measure in (self.catalog.of(test) for test in SELF_TESTS):
            first = measure.offered_from(tendon=tendon)
            reached = first is not None and _MARKS.index(first) <= here
            if measure.barred_with in excluded:
                continue
            if reached and not (measure.loaded and (Scope.CALF_WORK in scopes or not loading)):
                tests.append(measure)
        return tuple(tests)

    def due(self) -> tuple[DueTest, ...]:
        """Return the tests to do now: reached by the phase, not locked, and not done within their days."""
        day, found = self._moment_day(), []
        for measure in self.offered():
            done = self.history(measure.id)
            last = done[-1] if done else None
            if last is None or day - last.entered.training_day >= timedelta(days=measure.every_days):
                found.append(DueTest(measure=measure, last=last))
        return tuple(found)

    def asked_by_phase(self, *, unplayed: bool = False) -> tuple[Measure, ...]:
        """Return what the running phase asks and a person can say: its exit, then prerequisites.

        Tests with a player of their own, and what the journal tells by itself, are left out; so is a test
        that a lock or the day bars (clinical.md §3.9: never while locked).

        Args:
            unplayed: Whether only what no exercise of the plan tells when it is played.
        """
        plan = self._plans.current()
        place = self._plans.place(plan, self._moment_day()) if plan else None
        if place is None or place.phase is None:
            return ()
        names = dict.fromkeys(criterion.measured_by for criterion in place.phase.exit)
        if plan is not None and not (plan.by_therapist or place.phase.weeks):
            first = (p.exercise for p in plan.prescriptions if p.exercise in STARTS)
            names |= dict.fromkeys(STARTS[exercise].measure for exercise in first)
        known = {measure.id: measure for measure in self.catalog.measure}
        asked = (known[name] for name in names if name in known and name not in SELF_TESTS)
        said = (one for one in asked if one.kind is not MeasureKind.DERIVED and not self._is_barred(one))
        played = (
            {prescription.exercise for prescription in plan.prescriptions} if plan and unplayed else set()
        )
        return tuple(one for one in said if one.dose_test is None or one.dose_test.exercise not in played)

    def _is_barred(self, measure: Measure) -> bool:
        """Whether a lock covers a test, or nothing loads today."""
        if measure.kind is not MeasureKind.SELF_TEST:
            return False
        scopes = self._locked()
        hops = measure.dose_test is not None and measure.dose_test.exercise.startswith(_HOPS)
        barring = {Scope.ALL_LOADING} | (_LOADING if measure.loaded else set()) | (_IMPACT if hops else set())
        return bool(scopes & barring) or (measure.loaded and not self._loads_today())

    def history(self, measure_id: str = "") -> tuple[Measurement, ...]:
        """Return results, oldest first, of one measure or of all."""
        person = self._people.current()
        stored = self._journal.entries(person.id, Measurement) if person else ()
        return tuple(entry for entry in stored if measure_id in ("", entry.measure))

    def new(self, measure_id: str) -> Measurement:
        """Return an empty result of this moment, not kept yet."""
        moment = present_moment(self._clock, self._settings)
        return Measurement(id=new_id(), measure=measure_id, entered=moment)

    def save(self, result: Measurement) -> Changes:
        """Keep a result, new or corrected; its symmetry is computed anew.

        Raises:
            ValueError: A value is out of its measure's range, or there is none at all.
        """
        measure = self.catalog.of(result.measure)
        if not result.values:
            raise ValueError(f"{measure.id} has no value")
        for value in result.values:
            check_value(measure, value)
        kept = msgspec.structs.replace(result, symmetry=self.symmetry_of(result))
        self._journal.save_entry(self._people.required().id, kept, kept.id, kept.entered)
        return Changes.MEASUREMENTS

    def delete(self, result_id: str) -> Changes:
        """Delete a result."""
        self._journal.delete_entry(result_id)
        return Changes.MEASUREMENTS

    def symmetry_of(self, result: Measurement) -> float | None:
        """Return the sore side in percent of the other; None where it does not apply (§3.9)."""
        sore = self.affected()
        if sore is None or sore is Side.BOTH or result.left is None or result.right is None:
            return None
        left, right = result.left, result.right
        return symmetry(left, right) if sore is Side.LEFT else symmetry(right, left)

    def _locked(self) -> frozenset[Scope]:
        person = self._people.current()
        if person is None:
            return frozenset()
        flags = self._journal.entries(person.id, Flag)
        return locks(flags, self._journal.entries(person.id, Assessment)).scopes

    def _moment_day(self) -> date:
        return present_moment(self._clock, self._settings).training_day

"""Plans: what a program would give, and what the person follows."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec import Struct

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import (
    ANY_CIRCUMSTANCES,
    Circumstances,
    Phase,
    Program,
    plan_from_program,
)
from ankle_coach.domain.sides import Side
from ankle_coach.domain.statistics import plan_on
from ankle_coach.services.new_id import new_id
from ankle_coach.services.person_service import PersonService
from ankle_coach.services.ports import Clock, Journal, SettingsStore
from ankle_coach.services.present import present_day

FIRST_PROGRAM = "general"
"""The program that a new runner's plan is made from."""


class PlanPlace(Struct, frozen=True):
    """Where a plan stands in its program.

    Attributes:
        program: The program; None for a plan without one.
        phase: Its phase.
        number: The phase's number, from 1.
        count: How many phases the program has.
        day: Day of this plan version, from 1.
    """

    program: Program | None
    phase: Phase | None
    number: int
    count: int
    day: int


class PlanService:
    """Proposes, accepts and reads plans."""

    def __init__(
        self,
        journal: Journal,
        library: Library,
        people: PersonService,
        clock: Clock,
        settings: SettingsStore,
    ) -> None:
        """Work on a journal and a library."""
        self._journal = journal
        self._library = library
        self._people = people
        self._clock = clock
        self._settings = settings

    def versions(self) -> tuple[Plan, ...]:
        """Return all versions of the person's plan, oldest first; none before the first run is over."""
        person = self._people.current()
        return self._journal.plans(person.id) if person else ()

    def current(self, day: date | None = None) -> Plan | None:
        """Return the plan that holds on a training day (today unless given), or None."""
        return plan_on(self.versions(), day or present_day(self._clock, self._settings))

    def place(self, plan: Plan, day: date) -> PlanPlace:
        """Return where a plan stands in its program on a training day."""
        program = self._library.programs.get(plan.program) if plan.program else None
        day_number = (day - plan.starts_on).days + 1
        if program is None:
            return PlanPlace(None, None, 0, 0, day_number)
        phase = program.phase(plan.phase)
        number = program.phases.index(phase) + 1
        return PlanPlace(program, phase, number, len(program.phases), day_number)

    def first_program(self) -> Program:
        """Return the program that a new runner's plan is made from."""
        return self._library.program(FIRST_PROGRAM)

    def program(self, program_id: str) -> Program:
        """Return a program.

        Raises:
            NotFoundError: If the library has no such program.
        """
        return self._library.program(program_id)

    def propose(
        self,
        program: Program,
        phase: str,
        affected: Side | None,
        *,
        circumstances: Circumstances = ANY_CIRCUMSTANCES,
        starts_on: date | None = None,
        reason: str = "",
    ) -> Plan:
        """Return the plan that a phase of a program would give, without keeping it.

        Args:
            program: The program.
            phase: Id of its phase.
            affected: The affected side.
            circumstances: Equipment at hand and preferences.
            starts_on: Training day from which it holds; None for today.
            reason: Why the version is made, as a stable key; empty for the usual one.
        """
        versions = self.versions()
        last = versions[-1] if versions else None
        return plan_from_program(
            program,
            phase,
            self._library.exercises,
            plan_id=last.id if last else new_id(),
            version=last.version + 1 if last else 1,
            starts_on=starts_on or present_day(self._clock, self._settings),
            affected=affected,
            reason=reason or ("phase-changed" if last and last.program == program.id else "chosen"),
            circumstances=circumstances,
        )

    def accept(self, plan: Plan) -> Changes:
        """Keep a proposed plan as the person's; the first one makes the person.

        A version is never changed: a new one is added.
        """
        person = self._people.begin(plan.affected)
        versions = self._journal.plans(person.id)
        version = versions[-1].version + 1 if versions else 1
        self._journal.save_plan(person.id, msgspec.structs.replace(plan, version=version))
        return Changes.PLAN | Changes.PERSON

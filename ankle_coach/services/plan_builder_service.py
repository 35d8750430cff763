"""Building plans: where one can start, keeping it as a version, and what a therapist keeps for the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.journal import Role
from ankle_coach.domain.plan_diff import difference
from ankle_coach.domain.plan_start import as_own_dose, as_template, empty_plan, from_plan, from_template
from ankle_coach.domain.plan_template import Favorite, OwnDose, PlanTemplate
from ankle_coach.domain.plan_warning import Surroundings
from ankle_coach.domain.plan_warnings import usual_of
from ankle_coach.domain.program import ANY_CIRCUMSTANCES, Circumstances, Program, plan_from_program
from ankle_coach.services.new_id import new_id

if TYPE_CHECKING:
    from ankle_coach.domain.journal import Person
    from ankle_coach.domain.library import Library
    from ankle_coach.domain.plan import Plan, Prescription
    from ankle_coach.domain.sides import Side
    from ankle_coach.domain.standing import Standing
    from ankle_coach.domain.words import Words
    from ankle_coach.services.intake_service import IntakeService
    from ankle_coach.services.person_service import PersonService
    from ankle_coach.services.ports import Journal

MOST_RECENT = 8
"""Exercises that are shown as used lately."""
_PLANS_LOOKED_AT = 20


class PlanSaveError(AnkleCoachError):
    """A plan cannot be kept as it is, with the reason in one sentence."""


class PlanBuilderService:
    """Starts, checks and keeps plans of any person, and keeps templates, usual doses and favorites."""

    def __init__(
        self,
        journal: Journal,
        library: Library,
        people: PersonService,
        intake: IntakeService,
        today: Callable[[], date],
        standings: Callable[[], tuple[Standing, ...]] = tuple,
    ) -> None:
        """Work on a journal and a library.

        Args:
            journal: Persons, plans and the shelf.
            library: Exercises and programs, own ones included.
            people: Knows who is there, and who was deleted.
            intake: Tells what a runner has at hand.
            today: Tells the running training day.
            standings: Tells where the current person stands.
        """
        self._standings = standings
        self._journal = journal
        self._library = library
        self._people = people
        self._intake = intake
        self._today = today

    # --- persons ------------------------------------------------------------------------------

    def today(self) -> date:
        """Return the running training day."""
        return self._today()

    def person(self, person_id: str) -> Person:
        """Return a person.

        Raises:
            NotFoundError: There is none of that id.
        """
        return self._people.person(person_id)

    def is_runner(self, person_id: str) -> bool:
        """Say whether the person is the runner whose journal this is, and not a patient."""
        return self.person(person_id).role is Role.RUNNER

    def current(self, person_id: str) -> Plan | None:
        """Return the newest version of a person's plan; None where there is none."""
        versions = self._journal.plans(person_id)
        return versions[-1] if versions else None

    def standings(self, person_id: str) -> tuple[Standing, ...]:
        """Return where a person stands; nothing for anybody but the one who is open."""
        person = self._people.current()
        return self._standings() if person is not None and person.id == person_id else ()

    def first_day(self, person_id: str) -> date:
        """Return from which day a new version can hold: today, or tomorrow where something was done today."""
        today = self.today()
        done = self._journal.summaries(person_id, today, today)
        return today + timedelta(days=1) if done else today

    def circumstances(self, person_id: str) -> Circumstances:
        """Return what a person has at hand; nothing is known where nobody asked."""
        person = self.person(person_id)
        if person.equipment is not None:
            return Circumstances(at_hand=frozenset(person.equipment))
        if person.role is Role.RUNNER:
            return self._intake.circumstances()
        return ANY_CIRCUMSTANCES

    def surroundings(self, plan: Plan, person_id: str) -> Surroundings:
        """Return what a plan's warnings are held against."""
        program = self.program_of(plan)
        around = Surroundings(
            exercises=self._library.exercises,
            program=program,
            at_hand=self.circumstances(person_id).at_hand,
        )
        if program is None:
            return around
        own = self._program_plan(program, plan.phase, plan.id, plan.starts_on, plan.affected)
        return msgspec.structs.replace(around, usual=usual_of(own, around))

    def program_of(self, plan: Plan) -> Program | None:
        """Return the program and phase that a plan was made from, where the library still has both."""
        program = self._library.programs.get(plan.program) if plan.program else None
        if program is None or plan.phase not in {phase.id for phase in program.phases}:
            return None
        return program

    # --- starting -----------------------------------------------------------------------------

    def programs(self) -> tuple[Program, ...]:
        """Return the programs and published programs, in the library's order."""
        return tuple(self._library.program(name) for name in self._library.programs)

    def templates(self) -> tuple[PlanTemplate, ...]:
        """Return the own templates by name."""
        return tuple(sorted(self._journal.shelf(PlanTemplate), key=lambda t: (t.name.casefold(), t.id)))

    def others(self, person_id: str) -> tuple[Person, ...]:
        """Return the other persons of a therapist, by name, with a plan or without."""
        others = (person for person in self._people.people() if person.id != person_id)
        return tuple(sorted(others, key=lambda person: (person.name.casefold(), person.id)))

    def from_program(self, person_id: str, program_id: str, phase_id: str) -> Plan:
        """Return the plan that a phase of a program gives a person; nothing is kept.

        Raises:
            NotFoundError: There is no such person or program.
        """
        program, person = self._library.program(program_id), self.person(person_id)
        return plan_from_program(
            program,
            phase_id,
            self._library.exercises,
            plan_id=self._plan_id(person_id),
            version=1,
            starts_on=self.first_day(person_id),
            affected=person.affected,
            circumstances=self.circumstances(person_id),
        )

    def from_template(self, person_id: str, template: PlanTemplate) -> Plan:
        """Return the plan that an own template gives a person; nothing is kept."""
        person = self.person(person_id)
        return from_template(template, self._plan_id(person_id), self.first_day(person_id), person.affected)

    def from_other(self, person_id: str, other: Plan) -> Plan:
        """Return the plan that another one gives a person; nothing is kept."""
        person = self.person(person_id)
        return from_plan(other, self._plan_id(person_id), self.first_day(person_id), person.affected)

    def from_current(self, person_id: str) -> Plan | None:
        """Return the person's own plan to go on with, from the day on which a new version can hold."""
        plan = self.current(person_id)
        if plan is None:
            return None
        day = max(plan.starts_on, self.first_day(person_id))
        review = plan.review_on if plan.review_on is None or plan.review_on >= day else None
        return msgspec.structs.replace(plan, starts_on=day, review_on=review)

    def blank(self, person_id: str, name: str) -> Plan:
        """Return a plan with nothing in it."""
        person = self.person(person_id)
        return empty_plan(self._plan_id(person_id), name, self.first_day(person_id), person.affected)

    def _plan_id(self, person_id: str) -> str:
        known = self.current(person_id)
        return known.id if known else new_id()

    def _program_plan(
        self, program: Program, phase: str, plan_id: str, day: date, affected: Side | None
    ) -> Plan:
        return plan_from_program(
            program,
            phase,
            self._library.exercises,
            plan_id=plan_id,
            version=1,
            starts_on=day,
            affected=affected,
        )

    # --- keeping ------------------------------------------------------------------------------

    def changes_of(self, person_id: str, plan: Plan, words: Words) -> tuple[str, ...]:
        """Return what saving would change, a sentence each."""
        library = self._library
        return difference(self.current(person_id), plan, library.exercises, library.programs, words)

    def save(self, person_id: str, plan: Plan) -> tuple[Plan, Changes]:
        """Keep a plan as a person's new version; versions before it stay as they are.

        Returns:
            The plan as it was kept, and what that altered.

        Raises:
            PlanSaveError: It has no exercise, no name, or would begin before the version before it.
            NotFoundError: There is no such person.
        """
        person, before = self.person(person_id), self.current(person_id)
        self._check(plan, before, person_id)
        same = before is not None and (before.program, before.phase) == (plan.program, plan.phase)
        kept = msgspec.structs.replace(
            plan,
            id=before.id if before else plan.id,
            version=before.version + 1 if before else 1,
            reason="edited" if same or not plan.program else "chosen",
            by_therapist=person.role is Role.PATIENT,
        )
        self._journal.save_plan(person_id, kept)
        if person.affected is not kept.affected:
            self._journal.save_person(msgspec.structs.replace(person, affected=kept.affected))
        return kept, Changes.PLAN | Changes.PERSON | Changes.DECISIONS

    def _check(self, plan: Plan, before: Plan | None, person_id: str) -> None:
        if not plan.prescriptions:
            raise PlanSaveError("The plan has no exercise yet; add one first.")
        if not plan.name.strip():
            raise PlanSaveError("The plan needs a name.")
        if before is None:
            return
        if plan.starts_on < before.starts_on:
            raise PlanSaveError("A new version cannot begin before the one before it.")
        if self._journal.summaries(person_id, plan.starts_on, self.today()):
            raise PlanSaveError("Something was done on or after that day; let the new version begin later.")

    def save_template(self, plan: Plan, name: str) -> Changes:
        """Keep what a plan holds as an own template; one of the same name is replaced.

        Raises:
            PlanSaveError: It has no exercise, or no name.
        """
        tidy = " ".join(name.split())
        if not tidy or not plan.prescriptions:
            raise PlanSaveError("A template needs a name and at least one exercise.")
        known = next((t.id for t in self.templates() if t.name.casefold() == tidy.casefold()), "")
        self._journal.save_on_shelf(as_template(plan, known or new_id(), tidy))
        return Changes.LIBRARY

    def delete_template(self, template_id: str) -> Changes:
        """Take an own template from the shelf; plans made from it stay."""
        self._journal.take_from_shelf(PlanTemplate, template_id)
        return Changes.LIBRARY

    # --- usual doses, favorites, recent -------------------------------------------------------

    def own_dose(self, exercise_id: str) -> OwnDose | None:
        """Return what the therapist usually prescribes of an exercise; None where that is the catalog's."""
        return next((dose for dose in self._journal.shelf(OwnDose) if dose.id == exercise_id), None)

    def save_own_dose(self, prescription: Prescription) -> Changes:
        """Keep a prescription's level, dose, load and frequency as the usual ones of its exercise."""
        self._journal.save_on_shelf(as_own_dose(prescription))
        return Changes.LIBRARY

    def forget_own_dose(self, exercise_id: str) -> Changes:
        """Go back to the catalog's dose of an exercise."""
        self._journal.take_from_shelf(OwnDose, exercise_id)
        return Changes.LIBRARY

    def favorites(self) -> frozenset[str]:
        """Return the ids of the favorite exercises."""
        return frozenset(favorite.id for favorite in self._journal.shelf(Favorite))

    def toggle_favorite(self, exercise_id: str) -> Changes:
        """Make an exercise a favorite, or no longer one."""
        if exercise_id in self.favorites():
            self._journal.take_from_shelf(Favorite, exercise_id)
        else:
            self._journal.save_on_shelf(Favorite(id=exercise_id))
        return Changes.LIBRARY

    def recent(self) -> tuple[str, ...]:
        """Return the exercises that the newest plans use most, the most used first."""
        used: Counter[str] = Counter()
        for person in self._people.people()[-_PLANS_LOOKED_AT:]:
            plan = self.current(person.id)
            if plan is not None:
                used.update({p.exercise for p in plan.prescriptions if p.exercise in self._library.exercises})
        return tuple(exercise for exercise, _ in used.most_common(MOST_RECENT))

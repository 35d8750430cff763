"""The plan that is being built: its history, its warnings, and one signal for every change of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan, Prescription
from ankle_coach.domain.plan_edit import find
from ankle_coach.domain.plan_history import History, begin, mark_saved, record, redo, settle, undo
from ankle_coach.domain.plan_warning import PlanWarning, Surroundings
from ankle_coach.domain.plan_warnings import plan_warnings
from ankle_coach.domain.program import Program
from ankle_coach.domain.reached import Reached, reached_of
from ankle_coach.services.plan_builder_service import PlanBuilderService

Verb = Callable[[Plan], Plan]
"""Makes a plan of a plan; see `domain.plan_edit` and `domain.prescription_edit`."""


class PlanDraft(QObject):
    """Presenter of the builder: widgets tell it what to do and show what it holds.

    Everything goes through `do`, so that everything can be undone.
    """

    draft_changed = Signal()
    refused = Signal(str)
    """A change was not possible; the sentence says why."""

    def __init__(
        self,
        service: PlanBuilderService,
        library: Library,
        person: str,
        name: str = "",
        parent: QObject | None = None,
    ) -> None:
        """Begin with the newest plan of a person, or with an empty one.

        Args:
            service: Starts and keeps plans.
            library: The exercises.
            person: Id of the person that the plan is for.
            name: What an empty plan is called.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._service, self._library, self._person = service, library, person
        current = service.from_current(person)
        self._history = begin(current or service.blank(person, name), current)
        self._standings = service.standings(person)
        self._around: tuple[tuple[str, str, object, object], Surroundings] | None = None
        self._warned: tuple[Plan, tuple[PlanWarning, ...]] | None = None

    @property
    def person(self) -> str:
        """Id of the person."""
        return self._person

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._history.plan

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save or to lose."""
        empty = self._history.saved is None and not self.plan.prescriptions
        return not empty and self._history.is_changed

    @property
    def undo_name(self) -> str:
        """What undo would take back; empty for nothing."""
        return self._history.undo_name

    @property
    def redo_name(self) -> str:
        """What redo would do again; empty for nothing."""
        return self._history.redo_name

    @property
    def program(self) -> Program | None:
        """The program that the plan was made from; None for none."""
        return self._service.program_of(self.plan)

    @property
    def warnings(self) -> tuple[PlanWarning, ...]:
        """What should be seen before the plan is handed over."""
        if self._warned is None or self._warned[0] is not self.plan:
            self._warned = (self.plan, plan_warnings(self.plan, self._surroundings()))
        return self._warned[1]

    def exercise(self, prescription: Prescription) -> Exercise | None:
        """Return the exercise of a prescription; None where the library has it no longer."""
        return self._library.exercises.get(prescription.exercise)

    def exercise_of(self, prescription_id: str) -> Exercise | None:
        """Return the exercise of a prescription by its id; None where plan or library has it no longer."""
        own = self.find(prescription_id)
        return None if own is None else self.exercise(own)

    def reached(self, prescription: Prescription) -> Reached | None:
        """Return what the person has reached of a prescription; None where they stand as it is written."""
        return reached_of(prescription, self.plan, self._history.saved, self._standings)

    def find(self, prescription_id: str) -> Prescription | None:
        """Return a prescription; None where it is not in the plan."""
        try:
            return find(self.plan, prescription_id)
        except AnkleCoachError:
            return None

    def do(self, name: str, verb: Verb, merges: str = "") -> bool:
        """Change the plan, or tell in one sentence why not.

        Args:
            name: What is done, for Undo, such as "rest 60 s for 3 exercises".
            verb: Makes the new plan.
            merges: Key of the field that is typed in, so that typing is one step; empty for none.

        Returns:
            Whether it was possible.
        """
        try:
            plan = verb(self.plan)
        except AnkleCoachError as error:
            self.refused.emit(str(error))
            return False
        self._take(record(self._history, name, plan, merges))
        return True

    def start_anew(self, name: str, plan: Plan) -> None:
        """Replace everything by a plan to start from; this is a step of its own."""
        self._take(record(self._history, name, plan))

    def settle(self) -> None:
        """Let the next typing be a step of its own."""
        self._history = settle(self._history)

    def undo(self) -> None:
        """Take the last step back."""
        self._take(undo(self._history))

    def redo(self) -> None:
        """Do the last step again that was taken back."""
        self._take(redo(self._history))

    def mark_saved(self, kept: Plan) -> None:
        """Know that the plan was kept as a version."""
        self._take(mark_saved(self._history, kept))

    def _take(self, history: History) -> None:
        before = self._history
        self._history = history
        if history is not before:
            self.draft_changed.emit()

    def _surroundings(self) -> Surroundings:
        """What the warnings are held against; looked up anew for another phase, start or side."""
        plan = self.plan
        key = (plan.program, plan.phase, plan.starts_on, plan.affected)
        if self._around is None or self._around[0] != key:
            self._around = (key, self._service.surroundings(plan, self._person))
        return self._around[1]

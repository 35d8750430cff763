"""Adds exercises of the library to the plan that is being built."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.plan_edit import PlanEditError
from ankle_coach.domain.plan_start import add_exercise
from ankle_coach.domain.words import Words
from ankle_coach.services.plan_builder_service import PlanBuilderService
from ankle_coach.ui.builder_words import step_for
from ankle_coach.ui.plan_draft import PlanDraft


class PlanAdder(QObject):
    """Puts an exercise into the group that fits, or into a named one, at its usual dose."""

    added = Signal(str)
    """Id of the new prescription, or of the one that was there already."""

    def __init__(
        self,
        draft: PlanDraft,
        service: PlanBuilderService,
        library: Library,
        words: Words,
        parent: QObject | None = None,
    ) -> None:
        """Serve a page.

        Args:
            draft: The plan.
            service: Knows usual doses and programs.
            library: The exercises.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._draft, self._service, self._library, self._words = draft, service, library, words

    @Slot(str)
    @Slot(str, str)
    def add(self, exercise_id: str, session_id: str = "", place: int | None = None) -> None:
        """Add an exercise; one that is in its group already is shown instead, as a click may be a slip.

        Args:
            exercise_id: Id of the exercise.
            session_id: Id of the group; empty for the one that fits.
            place: Its place in the group; None for the end.
        """
        exercise = self._library.exercise(exercise_id)
        name, made = exercise_name(exercise, self._words), ""

        def verb(plan: Plan) -> Plan:
            nonlocal made
            found = add_exercise(
                plan,
                exercise,
                self._library.exercises,
                self._words,
                own=self._service.own_dose(exercise_id),
                program=self._service.program_of(plan),
                session_id=session_id,
                place=place,
            )
            self._refuse_twice(plan, exercise_id, name, found.session)
            made = found.prescription
            return found.plan

        if self._draft.do(step_for(self._words.gettext("add"), name, self._words), verb):
            self.added.emit(made)

    def _refuse_twice(self, plan: Plan, exercise_id: str, name: str, session_id: str) -> None:
        there = [p.id for p in plan.prescriptions if (p.session, p.exercise) == (session_id, exercise_id)]
        if there:
            self.added.emit(there[0])
            message = self._words.gettext("{exercise} is in {group} already. Ctrl+D makes a second one.")
            raise PlanEditError(message.format(exercise=name, group=plan.session(session_id).name))

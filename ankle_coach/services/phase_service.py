"""The way through a program: what the running phase still needs, and the next one once it is confirmed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.phase_exit import PhaseExit
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import Phase, Program

if TYPE_CHECKING:
    from ankle_coach.services.coach_service import CoachService
    from ankle_coach.services.intake_service import IntakeService
    from ankle_coach.services.journal_reader import JournalReader
    from ankle_coach.services.plan_service import PlanService
    from ankle_coach.services.safety_service import SafetyService


class PhaseError(AnkleCoachError):
    """A phase cannot be changed now, with the reason in one sentence."""


class PhaseProposal(Struct, frozen=True, kw_only=True):
    """Where the running phase stands.

    Attributes:
        program: The program.
        phase: The running phase.
        next_phase: The one after it; None after the last.
        exit: Its criteria, met or unmet and by how much, the days left, and what stands in the way.
        plan: The plan version of the next phase, not kept yet; None after the last.
    """

    program: Program
    phase: Phase
    next_phase: Phase | None
    exit: PhaseExit
    plan: Plan | None

    @property
    def is_ready(self) -> bool:
        """Whether the next phase is proposed: all criteria hold and nothing holds it back."""
        return self.plan is not None and self.exit.ready


class PhaseService:
    """Proposes the next phase and makes its plan version."""

    def __init__(
        self,
        reader: JournalReader,
        coach: CoachService,
        plans: PlanService,
        intake: IntakeService,
        safety: SafetyService,
    ) -> None:
        """Work on the coach's fold."""
        self._reader = reader
        self._coach = coach
        self._plans = plans
        self._intake = intake
        self._safety = safety

    def proposal(self) -> PhaseProposal | None:
        """Return where the running phase stands; None without a program, and for a preset."""
        from ankle_coach.domain.phase_exit import phase_exit  # noqa: PLC0415 - loads all rules
        from ankle_coach.domain.program_rules import phase_facts  # noqa: PLC0415 - as above

        fold, today = self._coach.fold(), self._reader.today()
        plan = self._plans.current(today)
        place = self._plans.place(plan, today) if plan is not None else None
        if fold is None or plan is None or place is None or place.program is None or place.phase is None:
            return None
        program, phase = place.program, place.phase
        if program.weeks:
            return None
        facts = phase_facts(fold.folded.state, fold.context, today)
        following = program.phases[place.number] if place.number < place.count else None
        return PhaseProposal(
            program=program,
            phase=phase,
            next_phase=following,
            exit=phase_exit(
                program, phase.id, self._coach.measurements(), plan.affected, facts, self._safety.locks()
            ),
            plan=self._plan(program, following, plan) if following is not None else None,
        )

    def _plan(self, program: Program, phase: Phase, now: Plan) -> Plan:
        contents, today = self._reader.contents(), self._reader.today()
        sessions = contents.sessions if contents is not None else ()
        played = any(record.started.training_day == today for record in sessions)
        return self._plans.propose(
            program,
            phase.id,
            now.affected,
            circumstances=self._intake.circumstances(),
            starts_on=today + timedelta(days=1) if played else today,
        )

    def accept(self, *, by_therapist: bool = False) -> Changes:
        """Go on to the next phase; a therapist may before every criterion is met.

        Raises:
            PhaseError: There is no next phase, or the criteria are not met.
        """
        proposal = self.proposal()
        if proposal is None or proposal.plan is None:
            raise PhaseError("There is no next phase.")
        if not proposal.is_ready and not by_therapist:
            raise PhaseError("The criteria of this phase are not met yet.")
        return self._plans.accept(proposal.plan) | Changes.DECISIONS

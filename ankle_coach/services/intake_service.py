"""The intake: kept answers, where they point, and the plan that they lead to. It never names a diagnosis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError

if TYPE_CHECKING:
    from ankle_coach.domain.adaptation import Adaptation
    from ankle_coach.domain.intake import Intake
    from ankle_coach.domain.library import Library
    from ankle_coach.domain.phase_fit import Circumstances
    from ankle_coach.domain.plan import Plan
    from ankle_coach.domain.pointer import Pointer
    from ankle_coach.domain.program import Program
    from ankle_coach.services.journal_reader import JournalReader
    from ankle_coach.services.person_service import PersonService
    from ankle_coach.services.plan_service import PlanService
    from ankle_coach.services.safety_service import SafetyService, Screened


class NoPlanError(AnkleCoachError):
    """No self-guided plan is made: somebody has to be seen, or questions are still open."""


class Proposal(Struct, frozen=True, kw_only=True):
    """What an intake leads to.

    Attributes:
        pointer: Where it points and why: rows, exclusions, open questions, prompts.
        program: The program; None where no self-guided plan is made.
        phase: The phase to begin in; empty without a program.
        plan: The plan that would be made, not kept yet; None without a program.
        changes: What equipment and exclusions changed of the program.
        presets: Published programs that can be chosen beside it.
        flags: Ids of the open flags that allow no plan.
    """

    pointer: Pointer
    program: Program | None = None
    phase: str = ""
    plan: Plan | None = None
    changes: tuple[Adaptation, ...] = ()
    presets: tuple[Program, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def may_begin(self) -> bool:
        """Whether a self-guided plan may be made now."""
        return self.plan is not None and not self.pointer.open_questions


class IntakeService:
    """Keeps the intake and makes the first plan of it."""

    def __init__(
        self,
        reader: JournalReader,
        library: Library,
        people: PersonService,
        plans: PlanService,
        safety: SafetyService,
    ) -> None:
        """Work on the journal, the library and the safety screen."""
        self._reader = reader
        self._library = library
        self._people = people
        self._plans = plans
        self._safety = safety

    def current(self) -> Intake | None:
        """Return the latest answers, or None where nobody was asked."""
        from ankle_coach.domain.intake import Intake  # noqa: PLC0415 - loads with the rules

        contents = self._reader.contents()
        return contents.latest(Intake) if contents is not None else None

    def save(self, intake: Intake) -> Screened:
        """Keep the answers, and run the safety screen on those of them that belong to it.

        Answers given again on the same training day replace the ones before.

        Returns:
            The screen as it was kept, with the flags that it raised.
        """
        from ankle_coach.domain.intake import Intake as Kind  # noqa: PLC0415 - loads with the rules
        from ankle_coach.domain.safety_content import Occasion  # noqa: PLC0415 - as above

        self._people.begin(intake.affected)
        contents = self._reader.contents()
        today = self._reader.today()
        kept = [k for k in contents.entries if isinstance(k.entry, Kind)] if contents is not None else []
        same_day = next((k.id for k in kept if k.moment.training_day == today), "")
        self._reader.keep(intake, same_day)
        facts = self._safety.facts(Occasion.INTAKE, intake)
        return self._safety.save_screen(Occasion.INTAKE, intake.safety, facts=facts, side=intake.affected)

    def circumstances(self, intake: Intake | None = None) -> Circumstances:
        """Return the equipment at hand, as the intake says."""
        from ankle_coach.domain.phase_fit import Circumstances  # noqa: PLC0415 - loads with the rules

        known = intake or self.current()
        if known is None or known.equipment is None:
            return Circumstances()
        return Circumstances(at_hand=frozenset(known.equipment))

    def point(self, intake: Intake | None = None) -> Pointer:
        """Return where the answers point, without keeping anything.

        Raises:
            NoPlanError: If nobody was asked yet.
        """
        from ankle_coach.domain.pointer import point  # noqa: PLC0415 - loads with the rules

        return point(self._known(intake), self._safety.locks())

    def propose(self, program_id: str = "", phase: str = "", *, by_therapist: bool = False) -> Proposal:
        """Return what the kept intake leads to, without keeping a plan.

        Args:
            program_id: A program or preset that the person chose instead; empty for the pointer's.
            phase: A phase that the person chose instead; empty for the entry phase.
            by_therapist: Whether a therapist makes the plan, who may despite an exclusion.

        Raises:
            NoPlanError: If nobody was asked yet.
            NotFoundError: If there is no such program.
        """
        from ankle_coach.domain.pointer import entry_phase  # noqa: PLC0415 - loads with the rules
        from ankle_coach.domain.program import ProgramKind, fit_phase  # noqa: PLC0415 - as above

        intake = self._known(None)
        pointer = self.point(intake)
        excluded = bool(pointer.exclusions) and not by_therapist
        if excluded or not (program_id or pointer.program):
            return Proposal(pointer=pointer, flags=self._barring())
        program = self._library.program(program_id or pointer.program)
        today = self._reader.today()
        if program.kind is ProgramKind.PRESET:
            entry = program.phases[0].id
        else:
            entry = entry_phase(program, pointer, intake, today)
        chosen = phase or entry
        circumstances = self.circumstances(intake)
        fitted = fit_phase(program, chosen, self._library.exercises, circumstances)
        return Proposal(
            pointer=pointer,
            program=program,
            phase=chosen,
            plan=self._plans.propose(program, chosen, intake.affected, circumstances=circumstances),
            changes=fitted.changes,
            presets=self.presets(program.id),
        )

    def accept(self, proposal: Proposal) -> Changes:
        """Keep the plan of a proposal.

        Raises:
            NoPlanError: If it has none, or safety questions are still open.
        """
        if proposal.plan is None:
            raise NoPlanError("No self-guided plan is made here; please be seen first.")
        if proposal.pointer.open_questions:
            names = ", ".join(proposal.pointer.open_questions)
            raise NoPlanError(f"Safety questions are still open: {names}.")
        return self._plans.accept(proposal.plan) | Changes.DECISIONS

    def presets(self, program_id: str) -> tuple[Program, ...]:
        """Return the published programs that are offered beside a program."""
        every = (self._library.program(name) for name in self._library.programs)
        return tuple(program for program in every if program_id in program.offered_in)

    def _known(self, intake: Intake | None) -> Intake:
        known = intake or self.current()
        if known is None:
            raise NoPlanError("The intake was not answered yet.")
        return known

    def _barring(self) -> tuple[str, ...]:
        locks = self._safety.locks()
        return tuple(flag.id for flag in locks.open_flags if flag.finding.rule in locks.no_plan)

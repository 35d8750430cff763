"""A shipped, phased template that a person's plan is made from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from ankle_coach.domain.dose import Dose
from ankle_coach.domain.exercise import Exercise, PhaseMark
from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.plan import Load, Pain, Plan, PlannedSession, Prescription
from ankle_coach.domain.sides import Side, SideMode


class Template(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A prescription of a program before a person is known; what it leaves out comes from the exercise.

    Attributes:
        exercise: Id of the exercise.
        session: Id of the phase's session that it belongs to.
        level: Id of the level; empty for the start level.
        dose: Own dose; None for the level's.
        side_mode: Own side mode; None for the level's.
        frequency: Own frequency; None for the session's.
        load: External resistance.
    """

    exercise: str
    session: str
    level: str = ""
    dose: Dose | None = None
    side_mode: SideMode | None = None
    frequency: Frequency | None = None
    load: Load = Load()


class Criterion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that must be true before a phase ends.

    Attributes:
        id: Stable key of the measure (``walk-30-min-pain``).
        text: The criterion in plain words.
        references: Source ids; ``DD`` for our own rule.
        at_most: Highest value that passes; None where there is none.
        at_least: Lowest value that passes; None where there is none.
    """

    id: str
    text: str
    references: tuple[str, ...]
    at_most: float | None = None
    at_least: float | None = None


class Phase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One phase of a program.

    Attributes:
        id: Stable id within the program.
        mark: Which phase of rehabilitation it is.
        name: Name shown to the person.
        summary: What it is for, in one sentence.
        typical: The usual time of it, for information only.
        minimum_days: Days before it can end (app rule, clinical.md §3.6).
        sessions: Its sittings.
        prescriptions: Its prescriptions, in playing order within each session.
        exit: What must be true before it ends.
    """

    id: str
    mark: PhaseMark
    name: str
    summary: str
    sessions: tuple[PlannedSession, ...]
    prescriptions: tuple[Template, ...]
    typical: str = ""
    minimum_days: Annotated[int, Meta(ge=0, le=365)] = 0
    exit: tuple[Criterion, ...] = ()


class Program(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A phased program.

    Attributes:
        id: Stable kebab-case id.
        name: Name shown to the person.
        summary: Who it is for and what it does; never a diagnosis.
        pain_ceiling: Highest acceptable pain during exercise (clinical.md §3.1).
        references: Source ids.
        phases: Its phases in order.
    """

    id: str
    name: str
    summary: str
    pain_ceiling: Pain
    references: tuple[str, ...]
    phases: tuple[Phase, ...]

    def phase(self, phase_id: str) -> Phase:
        """Return a phase by its id.

        Raises:
            KeyError: If the program has no such phase.
        """
        for phase in self.phases:
            if phase.id == phase_id:
                return phase
        raise KeyError(phase_id)


def prescribe(template: Template, exercise: Exercise, prescription_id: str) -> Prescription:
    """Fill a template with what the exercise says."""
    level = exercise.level(template.level)
    return Prescription(
        id=prescription_id,
        exercise=exercise.id,
        level=level.id,
        dose=template.dose or level.dose,
        side_mode=template.side_mode or level.side_mode,
        session=template.session,
        frequency=template.frequency,
        load=template.load,
    )


def plan_from_program(
    program: Program,
    phase_id: str,
    exercises: Mapping[str, Exercise],
    *,
    plan_id: str,
    version: int,
    starts_on: date,
    affected: Side | None,
    reason: str = "chosen",
) -> Plan:
    """Make a person's plan from one phase of a program.

    Args:
        program: The program.
        phase_id: The phase to start in.
        exercises: The exercises that the phase names, by id.
        plan_id: Id of the new plan.
        version: Its version.
        starts_on: Training day from which it holds.
        affected: The person's affected side.
        reason: Why the version is made, as a stable key.
    """
    phase = program.phase(phase_id)
    seen: dict[str, int] = {}
    prescriptions = []
    for template in phase.prescriptions:
        base = f"{template.session}.{template.exercise}"
        seen[base] = seen.get(base, 0) + 1
        suffix = "" if seen[base] == 1 else f".{seen[base]}"
        prescriptions.append(prescribe(template, exercises[template.exercise], base + suffix))
    return Plan(
        id=plan_id,
        version=version,
        name=program.name,
        program=program.id,
        phase=phase.id,
        starts_on=starts_on,
        affected=affected,
        pain_ceiling=program.pain_ceiling,
        sessions=phase.sessions,
        prescriptions=tuple(prescriptions),
        reason=reason,
    )

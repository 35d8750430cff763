"""A shipped, phased template that a person's plan is made from; published programs are presets of weeks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.adaptation import Bars
from ankle_coach.domain.criteria import Criterion
from ankle_coach.domain.evidence import Claim
from ankle_coach.domain.exercise import Exercise, Group, PhaseMark
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.phase import Barred, Phase, ReferLine, Template
from ankle_coach.domain.phase_fit import ANY_CIRCUMSTANCES, Circumstances, Fitted, fit_templates
from ankle_coach.domain.plan import Pain, Plan, PlannedSession, Prescription
from ankle_coach.domain.sides import Side

__all__ = [
    "ANY_CIRCUMSTANCES",
    "IMPACT_CEILING",
    "Barred",
    "Circumstances",
    "Criterion",
    "Fitted",
    "MorningField",
    "Phase",
    "Program",
    "ProgramKind",
    "ReferLine",
    "Template",
    "fit_phase",
    "is_impact",
    "plan_from_program",
    "prescribe",
]

IMPACT_CEILING = 3
"""Highest acceptable pain in plyometrics and running without a clinician (clinical.md §3.1, app rule)."""


class ProgramKind(StrEnum):
    """Whether phases end by criteria or by the calendar."""

    PROGRAM = "program"
    """Phases that end when their criteria are met (clinical.md §3.6)."""
    PRESET = "preset"
    """A published program: blocks of weeks with its own frequency (clinical.md §3.6b)."""


class Program(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A phased program.

    Attributes:
        id: Stable kebab-case id.
        name: Name shown to the person.
        summary: Who it is for and what it does; never a diagnosis.
        pain_ceiling: Highest acceptable pain during exercise (clinical.md §3.1).
        references: Source ids.
        phases: Its phases in order.
        kind: Whether phases end by criteria or by the calendar.
        offered_in: Of a preset: ids of the programs beside which it is offered.
        tendon: Whether the tendon exception of the rules holds (clinical.md §3.3).
        morning: What the morning check-in asks.
        impact_ceiling: Highest acceptable pain in plyometrics and running.
        clinician_impact_ceiling: What a clinician may raise it to; None where it stays.
        no_below_neutral: Whether the heel never goes below the forefoot.
        barred: What else the program excludes.
        refer_if: When to be seen.
        facts: What is known of it and where that ends.
    """

    id: str
    name: str
    summary: str
    pain_ceiling: Pain
    references: tuple[str, ...]
    phases: tuple[Phase, ...]
    kind: ProgramKind = ProgramKind.PROGRAM
    offered_in: tuple[str, ...] = ()
    tendon: bool = False
    morning: tuple[MorningField, ...] = (MorningField.PAIN,)
    impact_ceiling: Pain = IMPACT_CEILING
    clinician_impact_ceiling: Pain | None = None
    no_below_neutral: bool = False
    barred: tuple[Barred, ...] = ()
    refer_if: tuple[ReferLine, ...] = ()
    facts: tuple[Claim, ...] = ()

    def phase(self, phase_id: str) -> Phase:
        """Return a phase by its id.

        Raises:
            KeyError: If the program has no such phase.
        """
        for phase in self.phases:
            if phase.id == phase_id:
                return phase
        raise KeyError(phase_id)

    def phase_in_week(self, week: int) -> Phase | None:
        """Return a preset's block of a week counted from 1, or None before the first and after the last."""
        for phase in self.phases:
            if phase.weeks is not None and phase.weeks[0] <= week <= phase.weeks[1]:
                return phase
        return None

    @property
    def weeks(self) -> int:
        """How many weeks a preset lasts; 0 for a program, which has no fixed length."""
        return max((phase.weeks[1] for phase in self.phases if phase.weeks is not None), default=0)

    def ceiling(self, phase_id: str) -> int:
        """Return the pain ceiling of a phase."""
        own = self.phase(phase_id).pain_ceiling
        return self.pain_ceiling if own is None else own

    def bars(self, mark: PhaseMark) -> Bars:
        """Return what the program excludes in a phase."""
        marks = list(PhaseMark)
        holding = [b for b in self.barred if b.until is None or marks.index(mark) < marks.index(b.until)]
        return Bars(
            below_neutral=self.no_below_neutral,
            exercises=frozenset(barred.exercise for barred in holding if not barred.levels),
            levels=frozenset((barred.exercise, level) for barred in holding for level in barred.levels),
        )

    def contents(self, phase_id: str) -> tuple[tuple[PlannedSession, ...], tuple[Template, ...]]:
        """Return the sittings and prescriptions of a phase, those kept from the phase before first.

        Raises:
            KeyError: If the program has no such phase.
        """
        phase = self.phase(phase_id)
        place = self.phases.index(phase)
        if not phase.plus or place == 0:
            return phase.sessions, phase.prescriptions
        sessions, templates = self.contents(self.phases[place - 1].id)
        own = {session.id: session for session in phase.sessions}
        kept = tuple(own.get(session.id, session) for session in sessions)
        added = tuple(session for session in phase.sessions if session not in kept)
        renewed = {(template.session, template.exercise) for template in phase.prescriptions}
        stays = tuple(t for t in templates if (t.session, t.exercise) not in renewed)
        return kept + added, stays + phase.prescriptions


def fit_phase(
    program: Program,
    phase_id: str,
    exercises: Mapping[str, Exercise],
    circumstances: Circumstances = ANY_CIRCUMSTANCES,
) -> Fitted:
    """Fit a phase to the equipment at hand and to what the program excludes, and say what that changed."""
    sessions, templates = program.contents(phase_id)
    bars = program.bars(program.phase(phase_id).mark)
    return fit_templates(sessions, templates, exercises, circumstances, bars)


def prescribe(
    template: Template, exercise: Exercise, prescription_id: str, pain_ceiling: int | None = None
) -> Prescription:
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
        pain_ceiling=pain_ceiling,
        note=template.note,
    )


def plan_from_program(  # noqa: PLR0913 - a plan has that many parts, each named
    program: Program,
    phase_id: str,
    exercises: Mapping[str, Exercise],
    *,
    plan_id: str,
    version: int,
    starts_on: date,
    affected: Side | None,
    reason: str = "chosen",
    circumstances: Circumstances = ANY_CIRCUMSTANCES,
) -> Plan:
    """Make a person's plan from one phase of a program.

    Args:
        program: The program.
        phase_id: The phase to start in.
        exercises: The exercises that the phase names, and those to swap to, by id.
        plan_id: Id of the new plan.
        version: Its version.
        starts_on: Training day from which it holds.
        affected: The person's affected side.
        reason: Why the version is made, as a stable key.
        circumstances: Equipment at hand and preferences.
    """
    fitted = fit_phase(program, phase_id, exercises, circumstances)
    ceiling = program.ceiling(phase_id)
    seen: dict[str, int] = {}
    prescriptions = []
    for template in fitted.templates:
        base = f"{template.session}.{template.exercise}"
        seen[base] = seen.get(base, 0) + 1
        suffix = "" if seen[base] == 1 else f".{seen[base]}"
        exercise = exercises[template.exercise]
        own = program.impact_ceiling if is_impact(exercise) and program.impact_ceiling < ceiling else None
        prescriptions.append(prescribe(template, exercise, base + suffix, own))
    return Plan(
        id=plan_id,
        version=version,
        name=program.name,
        program=program.id,
        phase=phase_id,
        starts_on=starts_on,
        affected=affected,
        pain_ceiling=ceiling,
        sessions=fitted.sessions,
        prescriptions=tuple(prescriptions),
        reason=reason,
    )


def is_impact(exercise: Exercise) -> bool:
    """Say whether an exercise is plyometric or running, which has its own ceiling (clinical.md §3.1)."""
    return exercise.group is Group.PLYOMETRIC or exercise.id == "gait-run-form"

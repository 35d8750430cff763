"""What a plan begins with: groups to add, an exercise at its usual dose in the group that fits, templates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import msgspec
from msgspec import Struct

from ankle_coach.domain.adaptation import NO_BARS, fitting_level
from ankle_coach.domain.exercise import Exercise, Group
from ankle_coach.domain.frequency import (
    AroundRuns,
    AsNeeded,
    Frequency,
    OnWeekdays,
    Slot,
    TimesPerDay,
    Weekday,
)
from ankle_coach.domain.phase import Template
from ankle_coach.domain.plan import Plan, PlannedSession, Prescription, SessionKind
from ankle_coach.domain.plan_edit import add_session, free_id, insert
from ankle_coach.domain.plan_template import OwnDose, PlanTemplate
from ankle_coach.domain.program import Program, is_impact, prescribe
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words


class GroupKind(StrEnum):
    """The groups that are offered to add."""

    EVERY_DAY = "every-day"
    MORNING = "morning"
    EVENING = "evening"
    CORE_DAYS = "core-days"
    BEFORE_RUN = "before-run"
    AFTER_RUN = "after-run"
    AS_NEEDED = "as-needed"


CORE_DAYS = (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)
"""The usual days of strength work (clinical.md §3.6, app rule)."""
_KINDS: Mapping[GroupKind, tuple[SessionKind, Frequency]] = {
    GroupKind.EVERY_DAY: (SessionKind.CORE, TimesPerDay()),
    GroupKind.MORNING: (SessionKind.CORE, TimesPerDay(slots=(Slot.MORNING,))),
    GroupKind.EVENING: (SessionKind.CORE, TimesPerDay(slots=(Slot.EVENING,))),
    GroupKind.CORE_DAYS: (SessionKind.CORE, OnWeekdays(days=CORE_DAYS)),
    GroupKind.BEFORE_RUN: (SessionKind.BEFORE_RUN, AroundRuns(before=True)),
    GroupKind.AFTER_RUN: (SessionKind.AFTER_RUN, AroundRuns(after=True)),
    GroupKind.AS_NEEDED: (SessionKind.RECOVERY, AsNeeded(most_per_day=4)),
}


def group_word(kind: GroupKind, words: Words) -> str:
    """Return the name that a group of a kind gets."""
    return {
        GroupKind.EVERY_DAY: words.pgettext("group of a plan", "Every day"),
        GroupKind.MORNING: words.pgettext("group of a plan", "Morning"),
        GroupKind.EVENING: words.pgettext("group of a plan", "Evening"),
        GroupKind.CORE_DAYS: words.pgettext("group of a plan", "Core days"),
        GroupKind.BEFORE_RUN: words.pgettext("group of a plan", "Before a run"),
        GroupKind.AFTER_RUN: words.pgettext("group of a plan", "After a run"),
        GroupKind.AS_NEEDED: words.pgettext("group of a plan", "When you need it"),
    }[kind]


def new_group(kind: GroupKind, words: Words) -> PlannedSession:
    """Return a group of a kind, named in a language."""
    session_kind, frequency = _KINDS[kind]
    return PlannedSession(id=kind.value, name=group_word(kind, words), kind=session_kind, frequency=frequency)


class Added(Struct, frozen=True):
    """A plan with an exercise more.

    Attributes:
        plan: The plan.
        prescription: Id of the new prescription.
        session: Id of its group.
    """

    plan: Plan
    prescription: str
    session: str


def add_exercise(
    plan: Plan,
    exercise: Exercise,
    exercises: Mapping[str, Exercise],
    words: Words,
    *,
    own: OwnDose | None = None,
    program: Program | None = None,
    session_id: str = "",
    place: int | None = None,
) -> Added:
    """Add an exercise at the own usual dose, else the program's, else the catalog's.

    Where the catalog's usual level is excluded in this phase, the next easier one is taken.

    Args:
        plan: The plan.
        exercise: The exercise.
        exercises: All exercises by id; they tell what a group is for.
        words: The language in which a first group is named.
        own: What the therapist usually prescribes of it; None for nothing.
        program: The plan's program; None for none.
        session_id: The group to add it to; empty for the one that fits.
        place: Its place in the group; None for the end.

    Raises:
        PlanEditError: The group is not there, or has this exercise twice already.
    """
    template = _template(plan, exercise, program)
    target = session_id or fitting_session(plan, exercise, exercises, template)
    if not target:
        plan, target = add_session(plan, new_group(_first_group(exercise), words))
    made = _prescribed(plan, exercise, target, own, template, program)
    return Added(insert(plan, made, place), made.id, target)


def _template(plan: Plan, exercise: Exercise, program: Program | None) -> Template | None:
    if program is None or not plan.phase:
        return None
    return next((t for t in program.contents(plan.phase)[1] if t.exercise == exercise.id), None)


def _prescribed(
    plan: Plan,
    exercise: Exercise,
    session_id: str,
    own: OwnDose | None,
    template: Template | None,
    program: Program | None,
) -> Prescription:
    ceiling = None
    if program is not None and is_impact(exercise) and program.impact_ceiling < plan.pain_ceiling:
        ceiling = program.impact_ceiling
    new_id = free_id(plan, session_id, exercise.id)
    levels = {level.id for level in exercise.levels}
    if own is not None and own.level in levels:
        mode = exercise.level(own.level).side_mode
        return Prescription(
            id=new_id,
            exercise=exercise.id,
            level=own.level,
            dose=own.dose,
            side_mode=mode,
            session=session_id,
            frequency=own.frequency,
            load=own.load,
            pain_ceiling=ceiling,
        )
    if template is not None:
        return prescribe(msgspec.structs.replace(template, session=session_id), exercise, new_id, ceiling)
    bars = NO_BARS if program is None else program.bars(program.phase(plan.phase).mark)
    level = fitting_level(exercise, exercise.default.id, None, bars) or exercise.default
    usual = Template(exercise=exercise.id, session=session_id, level=level.id)
    return prescribe(usual, exercise, new_id, ceiling)


_LOADS = frozenset({Group.STRENGTH, Group.BALANCE, Group.PLYOMETRIC})
_GENTLE = frozenset({Group.MOBILITY, Group.FLEXIBILITY, Group.MASSAGE})


def fitting_session(
    plan: Plan, exercise: Exercise, exercises: Mapping[str, Exercise], template: Template | None = None
) -> str:
    """Return the id of the group that an exercise fits into, or the first; empty where there is none.

    A warm-up goes before a run, care to what is done when needed; else the group that holds most of its
    kind, and no group around runs unless there is no other.
    """
    if not plan.sessions:
        return ""
    ids = [session.id for session in plan.sessions]
    if template is not None and template.session in ids:
        return template.session
    kind = _kind_of(exercise)
    own_kind = [session for session in plan.sessions if session.kind is kind]
    candidates = own_kind or [s for s in plan.sessions if s.kind is SessionKind.CORE] or list(plan.sessions)
    alike = [_alike(plan, session.id, exercise, exercises) for session in candidates]
    return candidates[alike.index(max(alike))].id


def _kind_of(exercise: Exercise) -> SessionKind:
    often = exercise.frequency[0]
    if exercise.group is Group.RECOVERY:
        return SessionKind.RECOVERY
    if exercise.group is Group.WARM_UP and isinstance(often, AroundRuns):
        return SessionKind.BEFORE_RUN if often.before else SessionKind.AFTER_RUN
    return SessionKind.CORE


def _alike(plan: Plan, session_id: str, exercise: Exercise, exercises: Mapping[str, Exercise]) -> int:
    family = next((some for some in (_LOADS, _GENTLE) if exercise.group in some), frozenset({exercise.group}))
    there = [exercises[p.exercise] for p in plan.in_session(session_id) if p.exercise in exercises]
    same = sum(1 for other in there if other.group is exercise.group)
    return 100 * same + sum(1 for other in there if other.group in family)


def _first_group(exercise: Exercise) -> GroupKind:
    kind = _kind_of(exercise)
    return {
        SessionKind.RECOVERY: GroupKind.AS_NEEDED,
        SessionKind.BEFORE_RUN: GroupKind.BEFORE_RUN,
        SessionKind.AFTER_RUN: GroupKind.AFTER_RUN,
    }.get(kind, GroupKind.CORE_DAYS if exercise.group in _LOADS else GroupKind.EVERY_DAY)


def empty_plan(plan_id: str, name: str, starts_on: date, affected: Side | None) -> Plan:
    """Return a plan with nothing in it."""
    return Plan(
        id=plan_id,
        version=1,
        name=name,
        starts_on=starts_on,
        affected=affected,
        sessions=(),
        prescriptions=(),
        reason="edited",
    )


def from_template(template: PlanTemplate, plan_id: str, starts_on: date, affected: Side | None) -> Plan:
    """Return a plan with what an own template holds."""
    return Plan(
        id=plan_id,
        version=1,
        name=template.name,
        program=template.program,
        phase=template.phase,
        starts_on=starts_on,
        affected=affected,
        pain_ceiling=template.pain_ceiling,
        sessions=template.sessions,
        prescriptions=template.prescriptions,
        note=template.note,
    )


def from_plan(other: Plan, plan_id: str, starts_on: date, affected: Side | None) -> Plan:
    """Return a plan with what another person's holds; their dates, sore side and own numbers stay theirs."""
    return msgspec.structs.replace(
        other,
        id=plan_id,
        version=1,
        starts_on=starts_on,
        affected=affected,
        review_on=None,
        thresholds=None,
        reason="chosen",
    )


def as_template(plan: Plan, template_id: str, name: str) -> PlanTemplate:
    """Return what a plan holds as a template; nothing of the person is in it."""
    return PlanTemplate(
        id=template_id,
        name=name,
        sessions=plan.sessions,
        prescriptions=plan.prescriptions,
        program=plan.program,
        phase=plan.phase,
        pain_ceiling=plan.pain_ceiling,
        note=plan.note,
    )


def as_own_dose(prescription: Prescription) -> OwnDose:
    """Return a prescription's dose as the usual one of its exercise; a side's own dose is no usual one."""
    return OwnDose(
        id=prescription.exercise,
        level=prescription.level,
        dose=msgspec.structs.replace(prescription.dose, left=None, right=None),
        load=prescription.load,
        frequency=prescription.frequency,
    )

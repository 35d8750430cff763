"""A whole journal folded through the rules: the app and a replayed file ask the same function."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, time

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.facts_of_records import Until
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.journal_contents import JournalContents, history_of
from ankle_coach.domain.library import Library
from ankle_coach.domain.measurements_of import (
    gated_plans,
    gates_of,
    intake_bases,
    measurements_of,
    started_plans,
    starts_of,
)
from ankle_coach.domain.measures import Measure
from ankle_coach.domain.own_thresholds import OwnThresholds, chosen_on, numbers_on
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import Program
from ankle_coach.domain.program_rules import context_for
from ankle_coach.domain.progression import Folded, fold
from ankle_coach.domain.rule_state import Context
from ankle_coach.domain.statistics import plan_on
from ankle_coach.domain.thresholds import Thresholds
from ankle_coach.domain.training_day import DAY_STARTS_AT

RULES_VERSION = 1
"""Version of the rules; journal files carry it."""


class JournalFold(Struct, frozen=True, kw_only=True):
    """A journal folded up to a moment.

    Attributes:
        folded: State and decisions.
        context: What the rules looked things up in.
        to: Up to when.
    """

    folded: Folded
    context: Context
    to: Until


def fold_journal(
    contents: JournalContents,
    library: Library,
    measures: Callable[[], tuple[Measure, ...]],
    to: Until,
    day_starts_at: time = DAY_STARTS_AT,
) -> JournalFold:
    """Fold a journal through the rules; the same contents and moment always give the same.

    Args:
        contents: What the journal holds.
        library: Exercises and programs.
        measures: Gives all measures; asked only where a run gate has to be judged.
        to: Up to when.
        day_starts_at: When a training day turns over.
    """
    exercises = {exercise.id: exercise for exercise in named_exercises(contents.plans, library)}
    programs = {program.id: program for program in named_programs(contents.plans, library)}
    intake, current = contents.latest(Intake), contents.plans[-1].program if contents.plans else ""
    context = context_for(
        exercises.values(),
        programs.values(),
        at_hand=intake.equipment if intake is not None else None,
        thresholds=thresholds_of(contents, to.day),
        intake=intake_bases(contents, programs.get(current)),
    )
    chosen = chosen_on(contents.of(OwnThresholds), plan_on(contents.plans, to.day), to.day)
    context = replace(context, chosen=chosen)
    gates: tuple[tuple[date, bool], ...] = ()
    starts: tuple[tuple[date, frozenset[str]], ...] = ()
    if gated_plans(contents) or started_plans(contents):
        measured = measurements_of(contents, measures(), exercises)
        gates, starts = gates_of(contents, measured, programs, to), starts_of(measured)
    folded = fold(history_of(contents, day_starts_at, gates, starts), context, to)
    return JournalFold(folded=folded, context=context, to=to)


def thresholds_of(contents: JournalContents, day: date) -> Thresholds:
    """Return the numbers of the rules that hold for the person on a training day."""
    return numbers_on(contents.of(OwnThresholds), plan_on(contents.plans, day), day)


def named_exercises(plans: Iterable[Plan], library: Library) -> tuple[Exercise, ...]:
    """Return the exercises that plan versions name, their easier siblings, and what their phases lead to.

    Raises:
        NotFoundError: The library has no such exercise.
    """
    found: dict[str, Exercise] = {}
    every = tuple(plans)
    waiting = [p.exercise for plan in every for p in plan.prescriptions]
    for program, phase in dict.fromkeys((plan.program, plan.phase) for plan in every):
        known = library.programs.get(program)
        phases = {one.id for one in known.phases} if known is not None else set()
        templates = known.contents(phase)[1] if known is not None and phase in phases else ()
        waiting += [template.leads_to for template in templates if template.leads_to]
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        exercise = found[name] = library.exercise(name)
        waiting += [level.easier_sibling for level in exercise.levels if level.easier_sibling]
    return tuple(found.values())


def named_programs(plans: Iterable[Plan], library: Library) -> tuple[Program, ...]:
    """Return the programs that plan versions were made from; one that is gone bars nothing any more."""
    names = dict.fromkeys(plan.program for plan in plans)
    return tuple(library.programs[name] for name in names if name in library.programs)

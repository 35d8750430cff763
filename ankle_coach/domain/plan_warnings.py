"""What a therapist should see before handing a plan over: warnings, not walls.

Each warning says which place of the plan it is about, and the sources or the app rule that it stands on.
Its sentence is made in `plan_warning_words`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import msgspec

from ankle_coach.domain.adaptation import IN_EVERY_HOME, NO_BARS, STANDS_IN
from ankle_coach.domain.dose_time import TotalTime
from ankle_coach.domain.exercise import Equipment, Exercise, Group, Level, PhaseMark
from ankle_coach.domain.ladder import Ladder, ladder_of
from ankle_coach.domain.ladder_conditions import CONDITIONS
from ankle_coach.domain.plan import Load, Plan, Prescription
from ankle_coach.domain.plan_warning import (
    NOTHING_USUAL,
    Pillar,
    PlanWarning,
    Surroundings,
    Usual,
    WarningKind,
)
from ankle_coach.domain.plan_week import PlannedDay, busiest_day, planned_days
from ankle_coach.domain.program import is_impact
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.schedule_rules import counts_for_cap, is_hard
from ankle_coach.domain.thresholds import SOURCE, Thresholds

MOST_MINUTES = RuleNumber(30, ("DD",))
"""Minutes of exercise a day beyond which few people keep up; the program's own day where that is longer."""
CAP_REFERENCES = ("S53", "S54")
"""Few exercises at a time are kept up better (clinical.md §2)."""
PILLAR_REFERENCES = ("002",)
"""Strength, flexibility, proprioception: one of each (clinical.md F27)."""


_PILLARS: Mapping[Pillar, frozenset[Group]] = {
    Pillar.STRENGTH: frozenset({Group.STRENGTH, Group.PLYOMETRIC}),
    Pillar.FLEXIBILITY: frozenset({Group.FLEXIBILITY, Group.MOBILITY}),
    Pillar.BALANCE: frozenset({Group.BALANCE}),
}


def usual_of(own: Plan, around: Surroundings) -> Usual:
    """Return what a program's own plan of a phase plans, so that following it warns of nothing it decided.

    More core exercises a day than are kept up is said even so, and that the program has it so: it is the
    person who has to keep it up, whoever published it.

    Args:
        own: The plan that the phase gives.
        around: The library and the program.
    """
    bare = msgspec.structs.replace(around, at_hand=None, usual=None)
    days = planned_days(own)
    longest = busiest_day(days)
    found = plan_warnings(own, bare)
    exercises = {p.id: p.exercise for p in own.prescriptions}
    return Usual(
        minutes=0 if longest is None else minutes_of(longest.time),
        core=max((w.number for w in found if w.kind is WarningKind.CORE_CAP), default=0),
        close=frozenset(exercises[w.prescription] for w in found if w.kind is WarningKind.HARD_APART),
        pillars=frozenset(w.pillar for w in found if w.pillar is not None),
        loads_daily=any(w.kind is WarningKind.NO_FREE_DAY for w in found),
    )


def plan_warnings(plan: Plan, around: Surroundings) -> tuple[PlanWarning, ...]:
    """Return all warnings of a plan: those of single exercises in their order, then of days and the whole."""
    found: list[PlanWarning] = []
    for prescription in plan.prescriptions:
        exercise = around.exercises.get(prescription.exercise)
        if exercise is None or prescription.level not in {level.id for level in exercise.levels}:
            found.append(_about(prescription, WarningKind.UNKNOWN))
            continue
        found += _of_one(plan, prescription, exercise, exercise.level(prescription.level), around)
    days = planned_days(plan)
    limits = plan.thresholds or SOURCE
    found += _of_days(days, plan, around, limits)
    found += _of_whole(plan, around)
    return tuple(found)


# --- one exercise ---------------------------------------------------------------------------------


def _of_one(
    plan: Plan, prescription: Prescription, exercise: Exercise, level: Level, around: Surroundings
) -> Iterator[PlanWarning]:
    yield from _exclusions(plan, prescription, exercise, level, around)
    yield from _ceilings(plan, prescription, exercise, around)
    if _is_above_condition(plan, exercise, level, around):
        yield _about(
            prescription, WarningKind.CONDITION, exercise.references or ("DD",), text=level.condition
        )
    lacking = missing_equipment(exercise, level, around.at_hand)
    if lacking:
        yield _about(prescription, WarningKind.EQUIPMENT, things=lacking)


def _exclusions(
    plan: Plan, prescription: Prescription, exercise: Exercise, level: Level, around: Surroundings
) -> Iterator[PlanWarning]:
    mark, program = around.mark(plan), around.program
    bars = NO_BARS if program is None or mark is None else program.bars(mark)
    if program is None or not bars.forbid(exercise, level):
        return
    for barred in program.barred:
        if barred.exercise == exercise.id and (not barred.levels or level.id in barred.levels):
            yield _about(prescription, WarningKind.EXCLUDED, barred.references, text=barred.why)
            return
    yield _about(prescription, WarningKind.BELOW_NEUTRAL, ("S07", "S09"))


def _ceilings(
    plan: Plan, prescription: Prescription, exercise: Exercise, around: Surroundings
) -> Iterator[PlanWarning]:
    """A ceiling above the program's, in hops and runs above what a clinician may raise it to (§3.1)."""
    program = around.program
    if program is None or not plan.phase:
        return
    most = program.ceiling(plan.phase)
    if is_impact(exercise):
        most = min(most, program.clinician_impact_ceiling or program.impact_ceiling)
    own = plan.pain_ceiling if prescription.pain_ceiling is None else prescription.pain_ceiling
    if own > most and (prescription.pain_ceiling is not None or is_impact(exercise)):
        yield _about(prescription, WarningKind.CEILING, ("DD",), number=own, limit=most)


def _is_above_condition(plan: Plan, exercise: Exercise, level: Level, around: Surroundings) -> bool:
    """Whether a level asks for something first, and lies above where the ladder and the program begin."""
    known = CONDITIONS.get((exercise.id, level.id))
    if not level.condition or (known is not None and known.cue):
        return False
    order = [one.id for one in exercise.levels]
    begins = order.index(exercise.start_level)
    if around.program is not None and plan.phase:
        named = [t.level for t in around.program.contents(plan.phase)[1] if t.exercise == exercise.id]
        begins = max([begins, *(order.index(name) for name in named if name in order)])
    return order.index(level.id) > begins


def missing_equipment(
    exercise: Exercise, level: Level, at_hand: Collection[Equipment] | None
) -> tuple[Equipment, ...]:
    """Return what a level needs and the person lacks; nothing where nobody asked."""
    if at_hand is None:
        return ()
    usable = IN_EVERY_HOME.union(at_hand)
    needed = dict.fromkeys(exercise.equipment + level.equipment)
    return tuple(
        thing
        for thing in needed
        if thing not in usable and not any(other in usable for other in STANDS_IN.get(thing, ()))
    )


# --- days -----------------------------------------------------------------------------------------


def _of_days(
    days: tuple[PlannedDay, ...], plan: Plan, around: Surroundings, limits: Thresholds
) -> Iterator[PlanWarning]:
    longest, usual = busiest_day(days), around.usual or NOTHING_USUAL
    most = max(int(MOST_MINUTES.value), usual.minutes)
    if longest is not None and minutes_of(longest.time) > most:
        weekday = (longest.day.weekday(),)
        minutes = minutes_of(longest.time)
        yield PlanWarning(kind=WarningKind.MINUTES, number=minutes, limit=most, weekdays=weekday)
    yield from _core_cap(days, around, limits)
    if around.is_preset:
        return
    yield from _hard_apart(days, around, limits)
    early = around.mark(plan) in (None, PhaseMark.P1, PhaseMark.P2)
    if not early and not usual.loads_daily and not _has_free_day(days, around):
        yield PlanWarning(kind=WarningKind.NO_FREE_DAY)


def minutes_of(time: TotalTime) -> int:
    """Return whole minutes, rounded up; open parts take no time here."""
    return -(-int(time.seconds) // 60)


def _core_cap(
    days: tuple[PlannedDay, ...], around: Surroundings, limits: Thresholds
) -> Iterator[PlanWarning]:
    counts: dict[int, int] = {}
    for day in days:
        core = {p.id for p, _ in day.work if _counts(p, around)}
        weekday = day.day.weekday()
        counts[weekday] = max(counts.get(weekday, 0), len(core))
    over = tuple(weekday for weekday in sorted(counts) if counts[weekday] > limits.core_cap)
    if over:
        usual = (around.usual or NOTHING_USUAL).core
        yield PlanWarning(
            kind=WarningKind.CORE_CAP,
            number=max(counts.values()),
            limit=limits.core_cap,
            weekdays=over,
            references=CAP_REFERENCES,
            usual=usual if usual > limits.core_cap else 0,
            is_published=around.is_preset,
        )


def _counts(prescription: Prescription, around: Surroundings) -> bool:
    exercise = around.exercises.get(prescription.exercise)
    return exercise is not None and counts_for_cap(exercise)


def _hard_apart(
    days: tuple[PlannedDay, ...], around: Surroundings, limits: Thresholds
) -> Iterator[PlanWarning]:
    """For each exercise of a hard day that another hard day follows too soon, the weekdays once."""
    ladders: dict[str, Ladder] = {}
    hard = [{p.id: (p, count) for p, count in day.work if _is_hard_load(p, around, ladders)} for day in days]
    close: set[int] = set()
    touched: dict[str, Prescription] = {}
    for number, here in enumerate(hard):
        for later in range(number, min(number + limits.hard_apart, len(hard))):
            twice = later == number and any(count > 1 for _, count in here.values())
            if not here or (later > number and not hard[later]) or (later == number and not twice):
                continue
            close.update((days[number].day.weekday(), days[later].day.weekday()))
            touched.update({key: p for key, (p, _) in (*here.items(), *hard[later].items())})
    usual = (around.usual or NOTHING_USUAL).close
    if {p.exercise for p in touched.values()} <= usual:
        return
    for prescription in touched.values():
        yield _about(prescription, WarningKind.HARD_APART, weekdays=tuple(sorted(close)))


def _is_hard_load(prescription: Prescription, around: Surroundings, ladders: dict[str, Ladder]) -> bool:
    exercise = around.exercises.get(prescription.exercise)
    if exercise is None:
        return False
    if exercise.id not in ladders:
        ladders[exercise.id] = ladder_of(exercise)
    ladder = ladders[exercise.id]
    rung = ladder.rung(prescription.level)
    load = prescription.load if prescription.load != Load() else rung.load
    return is_hard(ladder, rung, load)


def _has_free_day(days: tuple[PlannedDay, ...], around: Surroundings) -> bool:
    """Whether both weeks have a day without loaded work."""
    free = [not any(_loads(p, around) for p, _ in day.work) for day in days]
    return any(free[:7]) and any(free[7:])


def _loads(prescription: Prescription, around: Surroundings) -> bool:
    exercise = around.exercises.get(prescription.exercise)
    if exercise is None:
        return False
    level = next((one for one in exercise.levels if one.id == prescription.level), None)
    return level is not None and exercise.is_loaded(level)


# --- the whole ------------------------------------------------------------------------------------


def _of_whole(plan: Plan, around: Surroundings) -> Iterator[PlanWarning]:
    """A ceiling above the program's, and missing pillars (not in the first phase, not in a preset)."""
    program, mark = around.program, around.mark(plan)
    if program is not None and plan.phase and plan.pain_ceiling > program.ceiling(plan.phase):
        limit = program.ceiling(plan.phase)
        yield PlanWarning(kind=WarningKind.CEILING, number=plan.pain_ceiling, limit=limit)
    if not plan.prescriptions or around.is_preset or mark is PhaseMark.P1:
        return
    usual = around.usual or NOTHING_USUAL
    there = {around.exercises[p.exercise].group for p in plan.prescriptions if p.exercise in around.exercises}
    for pillar, groups in _PILLARS.items():
        if not there & groups and pillar not in usual.pillars:
            yield PlanWarning(kind=WarningKind.PILLAR, pillar=pillar, references=PILLAR_REFERENCES)


def _about(
    prescription: Prescription,
    kind: WarningKind,
    references: tuple[str, ...] = ("DD",),
    *,
    number: int = 0,
    limit: int = 0,
    text: str = "",
    things: tuple[Equipment, ...] = (),
    weekdays: tuple[int, ...] = (),
) -> PlanWarning:
    return PlanWarning(
        kind=kind,
        prescription=prescription.id,
        session=prescription.session,
        references=references,
        number=number,
        limit=limit,
        text=text,
        things=things,
        weekdays=weekdays,
    )

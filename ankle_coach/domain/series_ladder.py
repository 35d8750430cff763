"""Level, dose and load of each exercise over time, ready to draw (clinical.md §6.2, chart 5).

The staircases come from the standings of the fold, so that they say what the coach offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.dose import (
    Directions,
    Distance,
    Dose,
    Duration,
    Hold,
    Intervals,
    Reps,
    Timer,
    Tracing,
)
from ankle_coach.domain.dose_order import sets_of
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.ladder import Pace, ladder_of
from ankle_coach.domain.plan import Load
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing, Standings

_DAY = timedelta(days=1)
_UP = frozenset({Outcome.ADVANCE})
_DOWN = frozenset({Outcome.STEP_BACK, Outcome.STOP_EXERCISE, Outcome.STOP})


class Work(StrEnum):
    """What the amount of a dose counts."""

    REPS = "reps"
    SECONDS = "seconds"
    METERS = "meters"
    ROUNDS = "rounds"
    PASSES = "passes"
    TIMES = "times"


class LadderStep(Struct, frozen=True, kw_only=True):
    """A level, dose and load from a day on.

    Attributes:
        day: The first training day that it holds on.
        until: First training day after it; None while it holds.
        level: Id of the level.
        rung: Its place in the ladder, from 0.
        dose: The dose of the side.
        load: External resistance.
        work: What the amount counts.
        amount: How much one session asks of the side.
    """

    day: date
    until: date | None
    level: str
    rung: int
    dose: Dose
    load: Load
    work: Work
    amount: float


class LadderLine(Struct, frozen=True):
    """The staircase of a side."""

    side: Side
    steps: tuple[LadderStep, ...]


class MarkKind(StrEnum):
    """What a mark on a staircase says."""

    UP = "up"
    DOWN = "down"
    EASY_WEEK = "easy-week"
    PHASE_BACK = "phase-back"
    PERSON = "person"


class LadderMark(Struct, frozen=True, kw_only=True):
    """A decision that moved an exercise.

    Attributes:
        day: The first training day that it is felt on.
        kind: What it did.
        side: The side; both for one that is about every side.
        rule: Id of the rule.
    """

    day: date
    kind: MarkKind
    side: Side
    rule: str


class LadderSeries(Struct, frozen=True, kw_only=True):
    """One exercise over time.

    Attributes:
        exercise: The exercise with its levels.
        lines: A staircase for each side that it had.
        marks: What moved it, in order.
    """

    exercise: Exercise
    lines: tuple[LadderLine, ...]
    marks: tuple[LadderMark, ...]

    @property
    def has_moved(self) -> bool:
        """Whether level, dose or load were ever other than at first."""
        return any(len(line.steps) > 1 for line in self.lines)

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which any of its sides begins a step, in order."""
        return tuple(sorted({step.day for line in self.lines for step in line.steps}))

    def at(self, day: date) -> tuple[tuple[Side, LadderStep], ...]:
        """Return the step of each side that holds on a day."""
        return tuple(
            (line.side, step)
            for line in self.lines
            for step in line.steps
            if step.day <= day and (step.until is None or day < step.until)
        )

    @property
    def last_day(self) -> date | None:
        """The first day after its last step has ended; None while one holds."""
        ends = [line.steps[-1].until for line in self.lines]
        return None if None in ends else max(end for end in ends if end is not None)


def work_of(dose: Dose) -> tuple[Work, float]:
    """Return what one session asks of a side, in the unit of its first block."""
    amounts: dict[Work, float] = {}
    for block in dose.blocks:
        match block:
            case Reps():
                work, amount = Work.REPS, float(block.sets * block.reps)
            case Directions():
                work, amount = Work.REPS, float(sets_of(block) * block.reps * len(block.directions))
            case Hold():
                work, amount = Work.SECONDS, block.sets * block.holds * block.seconds
            case Duration():
                work, amount = Work.SECONDS, block.sets * block.seconds
            case Timer():
                work, amount = Work.SECONDS, block.seconds
            case Distance():
                work, amount = Work.METERS, block.sets * block.meters
            case Intervals():
                work, amount = Work.ROUNDS, float(block.rounds)
            case Tracing():
                work, amount = Work.PASSES, float(block.passes)
            case _:
                work, amount = Work.TIMES, 1.0
        amounts[work] = amounts.get(work, 0.0) + amount
    return next(iter(amounts.items()))


def ladder_series(
    trail: Sequence[tuple[date, Standings]],
    decisions: Iterable[Decision],
    exercise_of: Callable[[str], Exercise],
    today: date,
) -> tuple[LadderSeries, ...]:
    """Return a series for each exercise that ever stood in a plan: first what runs, and of it what has moved.

    Recovery, warm-up and cross-training never change level by themselves and are left out.

    Args:
        trail: The standings after each training day on which they changed, in order.
        decisions: The decisions in order of their days.
        exercise_of: Gives an exercise by its id.
        today: The running training day; a level that only a later day will play is left out.
    """
    lines = _lines(trail, exercise_of, today)
    marks = _marks(decisions, today)
    found = []
    for exercise_id in dict.fromkeys(name for name, _ in lines):
        if ladder_of(exercise_of(exercise_id)).pace is Pace.FIXED:
            continue
        own = tuple(
            LadderLine(side, tuple(steps)) for (name, side), steps in lines.items() if name == exercise_id
        )
        first = min(line.steps[0].day for line in own)
        told = tuple(m for name, m in marks if name in ("", exercise_id) and m.day >= first)
        found.append(LadderSeries(exercise=exercise_of(exercise_id), lines=own, marks=told))
    return tuple(sorted(found, key=lambda one: (one.last_day is not None, not one.has_moved)))


def _lines(
    trail: Sequence[tuple[date, Standings]], exercise_of: Callable[[str], Exercise], today: date
) -> dict[tuple[str, Side], list[LadderStep]]:
    """Each change of a standing opens a step and closes the one before; one that is gone closes its last."""
    lines: dict[tuple[str, Side], list[LadderStep]] = {}
    for day, standings in trail:
        present = {}
        for standing in standings.values():
            present[standing.exercise, standing.side] = standing
        for key, steps in lines.items():
            if key not in present and steps[-1].until is None:
                steps[-1] = replace(steps[-1], until=max(day, steps[-1].day))
        for key, standing in present.items():
            _continue(lines.setdefault(key, []), standing, exercise_of, day, today)
    real = {key: [step for step in steps if step.day != step.until] for key, steps in lines.items()}
    return {key: steps for key, steps in real.items() if steps}


def _continue(
    steps: list[LadderStep],
    standing: Standing,
    exercise_of: Callable[[str], Exercise],
    day: date,
    today: date,
) -> None:
    last = steps[-1] if steps else None
    holds = last is not None and last.until is None
    if last is not None and holds and _same(last, standing):
        return
    begins = max(standing.since + _DAY, standing.begun) if not holds else max(standing.since, day) + _DAY
    if begins > today:
        return
    step = _step(standing, exercise_of(standing.exercise), begins)
    if last is not None and holds:
        steps[-1] = replace(last, until=max(begins, last.day))
    if last is not None and steps[-1].day == steps[-1].until:
        steps.pop()
    steps.append(step)


def _same(step: LadderStep, standing: Standing) -> bool:
    return (step.level, step.dose, step.load) == (standing.level, standing.dose, standing.load)


def _step(standing: Standing, exercise: Exercise, begins: date) -> LadderStep:
    work, amount = work_of(standing.dose)
    rungs = [level.id for level in exercise.levels]
    return LadderStep(
        day=begins,
        until=None,
        level=standing.level,
        rung=rungs.index(standing.level) if standing.level in rungs else 0,
        dose=standing.dose,
        load=standing.load,
        work=work,
        amount=amount,
    )


def _marks(decisions: Iterable[Decision], today: date) -> list[tuple[str, LadderMark]]:
    """Return the marks with the exercise that each is about; empty for the whole plan."""
    found = []
    for decision in decisions:
        kind = _kind(decision)
        if kind is None:
            continue
        day = decision.starts_on or decision.day + _DAY
        if day <= today:
            mark = LadderMark(day=day, kind=kind, side=decision.side or Side.BOTH, rule=decision.rule)
            found.append((decision.exercise, mark))
    return found


def _kind(decision: Decision) -> MarkKind | None:
    if decision.is_plan_wide:
        kinds = {Outcome.DELOAD: MarkKind.EASY_WEEK, Outcome.PHASE_BACK: MarkKind.PHASE_BACK}
        return kinds.get(decision.outcome)
    if decision.outcome in _UP:
        return MarkKind.UP
    if decision.outcome in _DOWN:
        return MarkKind.DOWN
    return MarkKind.PERSON if decision.outcome is Outcome.OVERRIDE else None

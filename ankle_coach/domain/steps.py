"""From prescriptions to the flat list of steps that a session plays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

import msgspec
from msgspec import Struct

from ankle_coach.domain.clocks import Clock
from ankle_coach.domain.dose import (
    Checklist,
    Checkpoint,
    Directions,
    Distance,
    Dose,
    Duration,
    Hold,
    Intervals,
    Reps,
    Sequence,
    Timer,
    Tracing,
)
from ankle_coach.domain.dose_order import SetOfWork, between, order
from ankle_coach.domain.dose_time import READY_SECONDS, TotalTime, needs_ready
from ankle_coach.domain.movement import Activity, Direction, Eyes, LetterStyle, Motion
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.sides import Side, SideMode


class StepKind(StrEnum):
    """What a step is."""

    READY = "ready"
    MOVE = "move"
    HOLD = "hold"
    REST = "rest"
    SWITCH = "switch"
    TRACE = "trace"
    MANUAL = "manual"
    ASK = "ask"


WORK_KINDS = frozenset({StepKind.MOVE, StepKind.HOLD, StepKind.TRACE, StepKind.MANUAL})
"""Steps whose doing is credited."""


class Part(StrEnum):
    """The parts of one repetition."""

    RISE = "rise"
    UP = "up"
    HOLD = "hold"
    DOWN = "down"
    PAUSE = "pause"


class TimedPart(Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a repetition and its seconds."""

    part: Part
    seconds: float


class Step(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One timed or counted piece of a session.

    Attributes:
        kind: What it is.
        exercise: Id of the exercise; empty for a plain activity such as a walk.
        level: Id of its level; empty where none is named.
        session: Id of the planned session.
        prescription: Id of the prescription; empty when an exercise is played by itself.
        side: The side that works, or comes next.
        seconds: Length; None where the person decides.
        reps: How many repetitions it holds, 0 for none.
        parts: Timed parts of one repetition, in order.
        motion: Which words go with the parts.
        activity: What a timed piece asks for.
        direction: Direction of movement.
        block: Place of its block in the dose, from 0.
        item: Place of its piece in a sequence, from 0.
        set_number: Number of the set on this side, from 1; 0 outside of sets.
        set_count: Sets on this side.
        part_number: Number within the set (hold, letter, zone, round, list item), from 1; 0 for none.
        part_count: How many of those the set has.
        letter: The letter to trace.
        letter_style: Print or cursive.
        zone: The zone to work on.
        variant: Key of the block's named form.
        text: Words of a list item.
        meters: Distance to go, 0 for none.
        question: Key of the question that an ask step asks.
        clock: Which clock it runs on.
        checkpoints: Questions on the way.
        maximum: Hard stop of a timer in seconds; None for the others.
        eyes: Open or closed, in a balance exercise whose level says so.
        counts_touches: Whether touch-downs are counted while it is played.
        is_extra: Whether the person added it: more than the plan asks for.
    """

    kind: StepKind
    exercise: str = ""
    level: str = ""
    session: str = ""
    prescription: str = ""
    side: Side = Side.BOTH
    seconds: float | None = None
    reps: int = 0
    parts: tuple[TimedPart, ...] = ()
    motion: Motion | None = None
    activity: Activity | None = None
    direction: Direction | None = None
    block: int = 0
    item: int = 0
    set_number: int = 0
    set_count: int = 0
    part_number: int = 0
    part_count: int = 0
    letter: str = ""
    letter_style: LetterStyle | None = None
    zone: str = ""
    variant: str = ""
    text: str = ""
    meters: float = 0
    question: str = ""
    clock: Clock = Clock.AWAKE
    checkpoints: tuple[Checkpoint, ...] = ()
    maximum: float | None = None
    eyes: Eyes | None = None
    counts_touches: bool = False
    is_extra: bool = False

    @property
    def is_work(self) -> bool:
        """Whether doing it is credited."""
        return self.kind in WORK_KINDS

    @property
    def set_key(self) -> tuple[str, str, int, int, Side, int]:
        """What identifies the set that it belongs to within a session."""
        return (self.prescription, self.exercise, self.item, self.block, self.side, self.set_number)


PAIN_DURING = "pain-during"
"""Question of the ask step after a loaded or balance exercise (clinical.md §3.2)."""


def compile_dose(
    dose: Dose,
    mode: SideMode,
    affected: Side | None,
    *,
    exercise: str = "",
    level: str = "",
    prescription: str = "",
    session: str = "",
) -> tuple[Step, ...]:
    """Return the steps of one dose, with getting ready, rests and changes of side.

    Args:
        dose: The dose.
        mode: How the sides are used.
        affected: The person's affected side.
        exercise: Id of the exercise that the steps name.
        level: Id of the level that the steps name.
        prescription: Id of the prescription that the steps name.
        session: Id of the planned session that the steps name.
    """
    base = Step(
        kind=StepKind.READY, exercise=exercise, level=level, prescription=prescription, session=session
    )
    if not isinstance(dose.blocks[0], Sequence):
        return tuple(_plain_steps(dose, mode, affected, base))
    items = [item for block in dose.blocks if isinstance(block, Sequence) for item in block.items]
    return tuple(
        step
        for number, item in enumerate(items)
        for step in _plain_steps(
            item.dose,
            item.side_mode,
            affected,
            msgspec.structs.replace(base, exercise=item.exercise, level=item.level, item=number),
        )
    )


def compile_session(
    prescriptions: Iterable[Prescription], affected: Side | None, asked: frozenset[str] = frozenset()
) -> tuple[Step, ...]:
    """Return the steps of a sitting.

    Args:
        prescriptions: The prescriptions in playing order.
        affected: The person's affected side.
        asked: Ids of the prescriptions after which the pain during it is asked (loaded and balance ones).
            One answer counts for every side that worked.
    """
    steps: list[Step] = []
    for p in prescriptions:
        own = compile_dose(
            p.dose,
            p.side_mode,
            affected,
            exercise=p.exercise,
            level=p.level,
            prescription=p.id,
            session=p.session,
        )
        steps.extend(own)
        if p.id in asked:
            worked = {step.side for step in own if step.is_work}
            steps.append(
                Step(
                    kind=StepKind.ASK,
                    exercise=p.exercise,
                    level=p.level,
                    session=p.session,
                    prescription=p.id,
                    side=next(iter(worked)) if len(worked) == 1 else Side.BOTH,
                    question=PAIN_DURING,
                )
            )
    return tuple(steps)


def steps_time(steps: Iterable[Step]) -> TotalTime:
    """Return the sum of the timed steps and the number of open ones."""
    total = TotalTime(0, 0)
    for step in steps:
        total = total.plus(TotalTime(0, 1) if step.seconds is None else TotalTime(step.seconds, 0))
    return total


def _plain_steps(dose: Dose, mode: SideMode, affected: Side | None, base: Step) -> Iterator[Step]:
    works = order(dose, mode, affected)
    if needs_ready(works[0].block):
        first = works[0].block
        # A plain activity has no exercise that would tell what to get ready for.
        coming = first.activity if isinstance(first, Duration) and not base.exercise else None
        yield _of_set(base, works[0], kind=StepKind.READY, seconds=READY_SECONDS, activity=coming)
    yield from _set_steps(works[0], base)
    for earlier, later in pairwise(works):
        pause = between(earlier, later)
        if pause.rest:
            yield _of_set(base, later, kind=StepKind.REST, seconds=pause.rest)
        if pause.switch:
            yield _of_set(base, later, kind=StepKind.SWITCH, seconds=pause.switch)
        yield from _set_steps(later, base)


def _of_set(base: Step, work: SetOfWork, **fields: object) -> Step:
    return msgspec.structs.replace(
        base,
        side=work.side,
        block=work.block_index,
        set_number=work.number,
        set_count=work.total,
        variant=work.block.variant,
        **fields,
    )


def _set_steps(work: SetOfWork, base: Step) -> Iterator[Step]:
    match work.block:
        case Reps() as block:
            yield from _reps(work, block, base)
        case Hold() as block:
            holds = [
                _of_set(base, work, kind=StepKind.HOLD, seconds=block.seconds, reps=1, **_nth(n, block.holds))
                for n in range(1, block.holds + 1)
            ]
            yield from _with_rests(holds, block.rest_reps)
        case Duration() as block:
            yield from _duration(work, block, base)
        case Directions() as block:
            yield from _directions(work, block, base)
        case Tracing() as block:
            yield from _letters(work, block, base)
        case Intervals() as block:
            yield from _rounds(work, block, base)
        case Distance() as block:
            walk = {"activity": Activity.WALK, "meters": block.meters}
            yield _of_set(base, work, kind=StepKind.MANUAL, **walk)
        case Checklist() as block:
            for n, text in enumerate(block.items, 1):
                nth = _nth(n, len(block.items))
                yield _of_set(base, work, kind=StepKind.MANUAL, text=text, **nth)
        case Timer() as block:
            limits = {"clock": Clock.ELAPSED, "checkpoints": block.checkpoints, "maximum": block.maximum}
            timer = {"kind": StepKind.HOLD, "seconds": block.seconds, "activity": block.activity}
            yield _of_set(base, work, **timer, **limits)


def _nth(number: int, count: int) -> dict[str, int]:
    return {"part_number": number, "part_count": count} if count > 1 else {}


def _with_rests(steps: list[Step], seconds: float) -> Iterator[Step]:
    for number, step in enumerate(steps):
        if number and seconds:
            rest = {"kind": StepKind.REST, "seconds": seconds, "reps": 0, "parts": ()}
            yield msgspec.structs.replace(step, **rest)
        yield step


def _reps(work: SetOfWork, block: Reps, base: Step) -> Iterator[Step]:
    if block.tempo is None:
        yield _of_set(base, work, kind=StepKind.MANUAL, reps=block.reps, motion=block.motion)
        return
    tempo = block.tempo
    timed = (
        (Part.RISE, block.rise_seconds),
        (Part.UP, tempo.up),
        (Part.HOLD, tempo.hold),
        (Part.DOWN, tempo.down),
        (Part.PAUSE, tempo.pause),
    )
    parts = tuple(TimedPart(part, seconds) for part, seconds in timed if seconds)
    cycle = sum(part.seconds for part in parts)
    whole = _of_set(base, work, kind=StepKind.MOVE, parts=parts, motion=block.motion)
    if not block.rest_reps:
        yield msgspec.structs.replace(whole, seconds=block.reps * cycle, reps=block.reps)
        return
    single = [
        msgspec.structs.replace(whole, seconds=cycle, reps=1, **_nth(n, block.reps))
        for n in range(1, block.reps + 1)
    ]
    yield from _with_rests(single, block.rest_reps)


def _duration(work: SetOfWork, block: Duration, base: Step) -> Iterator[Step]:
    zones = block.zones or ("",)
    share = block.seconds / len(zones)
    for n, zone in enumerate(zones, 1):
        zoned = {"activity": block.activity, "zone": zone, **_nth(n, len(zones))}
        yield _of_set(base, work, kind=StepKind.MOVE, seconds=share, **zoned)


def _directions(work: SetOfWork, block: Directions, base: Step) -> Iterator[Step]:
    parts = [TimedPart(Part.UP, block.seconds)]
    if block.hold:
        parts.append(TimedPart(Part.HOLD, block.hold))
    steps = [
        _of_set(
            base,
            work,
            kind=StepKind.MOVE,
            seconds=block.reps * (block.seconds + block.hold),
            reps=block.reps,
            parts=tuple(parts),
            direction=direction,
            **_nth(n, len(block.directions)),
        )
        for n, direction in enumerate(block.directions, 1)
    ]
    yield from _with_rests(steps, block.rest_directions)


def _letters(work: SetOfWork, block: Tracing, base: Step) -> Iterator[Step]:
    for n, letter in enumerate(block.letters, 1):
        yield _of_set(
            base,
            work,
            kind=StepKind.TRACE,
            seconds=block.seconds_per_letter,
            letter=letter,
            letter_style=block.style,
            **_nth(n, len(block.letters)),
        )


def _rounds(work: SetOfWork, block: Intervals, base: Step) -> Iterator[Step]:
    for n in range(1, block.rounds + 1):
        nth = _nth(n, block.rounds)
        yield _of_set(base, work, kind=StepKind.MOVE, seconds=block.work, activity=block.work_activity, **nth)
        if block.easy:
            yield _of_set(
                base, work, kind=StepKind.REST, seconds=block.easy, activity=block.easy_activity, **nth
            )

"""What the player knows at one moment: the steps, where it is in them, and what has been done."""

from __future__ import annotations

from enum import StrEnum
from itertools import islice

from msgspec import Struct

from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.journal import Answer, Moment, NoAnswer
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Part, Step, StepKind


class Status(StrEnum):
    """Whether the player runs."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    ABANDONED = "abandoned"

    @property
    def is_over(self) -> bool:
        """Whether nothing can be played any more."""
        return self in (Status.FINISHED, Status.ABANDONED)


class Credit(Struct, frozen=True):
    """What was done of one step; never more than was played.

    Attributes:
        reps: Repetitions done.
        seconds: Seconds done; for an unfinished step also the place to go on from.
        done: Whether the step was played to its end.
    """

    reps: int = 0
    seconds: float = 0
    done: bool = False


class Skip(Struct, frozen=True):
    """Work that is not played any more: one piece of a prescription, on one side or on all (None)."""

    prescription: str
    item: int
    side: Side | None = None

    def covers(self, step: Step) -> bool:
        """Say whether a step belongs to what is skipped."""
        same = step.prescription == self.prescription and step.item == self.item
        return same and self.side in (None, step.side)


class PainStop(Struct, frozen=True):
    """Where "too painful" was pressed, and how bad it was.

    Attributes:
        index: The step.
        position: Seconds into the step.
        pain: Pain, 0 to 10, or why it is not known.
    """

    index: int
    position: float
    pain: Answer = NoAnswer.MISSING


class Tick(StrEnum):
    """What can be ticked beside the pain during an exercise (clinical.md §3.2); not ticked is no."""

    FORM_LOST = "form-lost"
    GAVE_WAY = "gave-way"
    LIMPED = "limped"
    """Asked of a run only; kept as a sign of the session (§3.3, row 4)."""


class Said(Struct, frozen=True):
    """What was said of one exercise.

    Attributes:
        pain: Worst pain during it, 0 to 10, or why it is not known.
        ticks: What was ticked beside it.
    """

    pain: Answer = NoAnswer.MISSING
    ticks: frozenset[Tick] = frozenset()


class Leap(Struct, frozen=True, kw_only=True):
    """What "next" or a skip left behind, so that "back" right after it restores it exactly.

    Attributes:
        landed: The step that it led to.
        index: The step that it left.
        position: Seconds into that step.
        extension: Seconds that had been added to it.
        skips: How many skips there were before it.
        credit: The credit of the step before a tap completed it; None where nothing was completed.
    """

    landed: int
    index: int
    position: float
    extension: float
    skips: int
    credit: Credit | None = None


class SessionState(Struct, frozen=True, kw_only=True):
    """The state of the player; `session.advance` makes the next one from it.

    Attributes:
        steps: The compiled steps.
        index: The current step.
        status: Whether it runs.
        position: Seconds into the current step at the last reading.
        since: Reading of the step's clock at which the position would have been 0; while it runs.
        extension: Seconds added to the current step.
        last: The last reading; None before the start and after a restart of the program.
        slept: Whether it paused because the computer slept.
        credits: What was done of each step.
        skipped: What is not played any more.
        pain_stops: Where "too painful" was pressed.
        leap: What the last "next" or skip left; None where "back" has nothing to restore.
        played: Seconds played so far of all steps, rests included and pauses left out.
        touches: The step in play at each touch-down that was counted.
    """

    steps: tuple[Step, ...]
    index: int = 0
    status: Status = Status.WAITING
    position: float = 0
    since: float = 0
    extension: float = 0
    last: Reading | None = None
    slept: bool = False
    credits: tuple[Credit, ...] = ()
    skipped: tuple[Skip, ...] = ()
    pain_stops: tuple[PainStop, ...] = ()
    leap: Leap | None = None
    played: float = 0
    touches: tuple[int, ...] = ()

    @property
    def step(self) -> Step:
        """The current step; the last one when the session is over."""
        return self.steps[min(self.index, len(self.steps) - 1)]

    @property
    def length(self) -> float | None:
        """Length of the current step in seconds with what was added to it; None where the person decides."""
        seconds = self.step.seconds
        return None if seconds is None else seconds + self.extension

    @property
    def remaining(self) -> float | None:
        """Seconds left in the current step; None where the person decides."""
        return None if self.length is None else max(0.0, self.length - self.position)

    def skips(self, index: int) -> bool:
        """Say whether a step is not played any more.

        The pain during an exercise is asked where something of it was played; "too painful" has asked it.
        """
        step = self.steps[index]
        if step.kind is StepKind.ASK:
            return self.is_stopped(step.prescription) or not self.has_played(step.prescription)
        return any(skip.covers(step) for skip in self.skipped)

    def is_stopped(self, prescription: str) -> bool:
        """Say whether "too painful" ended something of a prescription."""
        return any(self.steps[stop.index].prescription == prescription for stop in self.pain_stops)

    def has_played(self, prescription: str) -> bool:
        """Say whether any work of a prescription is credited."""
        return any(
            (credit.seconds > 0 or credit.reps > 0 or credit.done) and step.prescription == prescription
            for step, credit in zip(self.steps, self.credits, strict=True)
        )

    def upcoming(self, count: int) -> tuple[Step, ...]:
        """Return the next steps that will be played, fewer at the end."""
        later = range(self.index + 1, len(self.steps))
        coming = (self.steps[index] for index in later if not self._will_skip(index))
        return tuple(islice(coming, count))

    def following_work(self) -> Step | None:
        """Return the next step of work that will be played, or None."""
        later = range(self.index + 1, len(self.steps))
        work = (self.steps[index] for index in later if self.steps[index].is_work and not self.skips(index))
        return next(work, None)

    def _will_skip(self, index: int) -> bool:
        """Say whether a later step is left out if all before it is played."""
        step = self.steps[index]
        if step.kind is not StepKind.ASK:
            return self.skips(index)
        ahead = any(
            later.is_work and later.prescription == step.prescription and not self.skips(number)
            for number, later in enumerate(self.steps[self.index : index], self.index)
        )
        return self.is_stopped(step.prescription) or not (ahead or self.has_played(step.prescription))

    def touch_downs(self, prescription: str, side: Side) -> int:
        """Return how many touch-downs were counted for a prescription on a side."""
        touched = (self.steps[index] for index in self.touches)
        return sum(step.prescription == prescription and step.side is side for step in touched)

    def seconds_left(self) -> float:
        """Return the seconds of all timed steps still to play, the rest of this one included."""
        later = sum(
            step.seconds
            for index, step in enumerate(self.steps[self.index + 1 :], self.index + 1)
            if step.seconds is not None and not self.skips(index)
        )
        return later + (self.remaining or 0)

    def open_left(self) -> int:
        """Return how many steps still to play end only when the person says so, this one included."""
        return sum(
            step.seconds is None and step.kind is not StepKind.ASK and not self.skips(index)
            for index, step in enumerate(self.steps[self.index :], self.index)
        )


class EventKind(StrEnum):
    """What happened in the player."""

    STEP_STARTED = "step-started"
    WORK_STARTED = "work-started"
    """The seconds to get ready after a pause or a jump are over."""
    PART_STARTED = "part-started"
    REP_DONE = "rep-done"
    COUNTDOWN = "countdown"
    HALFWAY = "halfway"
    CHECKPOINT = "checkpoint"
    STEP_DONE = "step-done"
    SET_DONE = "set-done"
    PAUSED = "paused"
    RESUMED = "resumed"
    SLEPT = "slept"
    TOO_PAINFUL = "too-painful"
    TOUCHED_DOWN = "touched-down"
    SET_ADDED = "set-added"
    FINISHED = "finished"
    ABANDONED = "abandoned"


class Event(Struct, frozen=True):
    """One thing that happened, in order.

    Attributes:
        kind: What it is.
        index: The step that it belongs to.
        position: Seconds into that step.
        number: Repetition, or seconds left of a countdown; 0 for none.
        part: The part of a repetition that started.
        check: Key of a checkpoint's question.
        stale: A later cue came in the same tick, so that this one should not sound any more.
    """

    kind: EventKind
    index: int
    position: float = 0
    number: int = 0
    part: Part | None = None
    check: str = ""
    stale: bool = False


class SessionInProgress(Struct, frozen=True, kw_only=True):
    """The one stored row of a session that is being played.

    Attributes:
        id: Id that the finished record will have.
        session: Id of the planned session.
        name: Its name.
        plan_version: Version of the plan.
        started: When it started.
        saved: When this row was written.
        state: The player's state.
        pain_before: Pain before it.
        pain_during: Answers of the ask steps: prescription, side, pain.
        played: The prescriptions as they are played, with the level, dose and load of their standings.
        ticks: What was ticked of exercises: prescription, side, tick.
    """

    id: str
    session: str
    name: str
    plan_version: int
    started: Moment
    saved: Moment
    state: SessionState
    pain_before: Answer = NoAnswer.NOT_ASKED
    pain_during: tuple[tuple[str, Side, Answer], ...] = ()
    played: tuple[Prescription, ...] = ()
    ticks: tuple[tuple[str, Side, Tick], ...] = ()

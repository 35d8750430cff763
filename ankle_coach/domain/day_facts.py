"""The facts of one training day, as the rules of progression read them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.dose import Dose
from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.own_thresholds import ThresholdChange
from ankle_coach.domain.plan import Load, Plan
from ankle_coach.domain.reviews import Correction
from ankle_coach.domain.safety_facts import Assessed, FlagEvent, LockPeriod, Report
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import Thresholds

_NOT_ASKED = NoAnswer.NOT_ASKED


class Bout(Struct, frozen=True, kw_only=True):
    """One exercise on one side in one session: what was answered of it and of its session.

    Attributes:
        pain_before: Pain before the session.
        swelling_before: Swelling before the session, 0 to 3.
        pain_during: Worst pain during the exercise.
        pain_after: Pain at the end of the session.
        effort: Effort of the session.
        screened: Whether a flag of urgency pause or above ended the session.
        too_painful: Whether it was ended with "too painful".
        sharp: Whether there was a sudden sharp pain.
        pop: Whether something popped.
        gave_way: Whether the ankle gave way.
        limp: Whether there was a limp after it.
        form_lost: Whether the form could not be kept.
        unanswered: Whether another question that was asked of it was left out (the limp after a run).
    """

    pain_before: Answer = _NOT_ASKED
    swelling_before: Answer = _NOT_ASKED
    pain_during: Answer = _NOT_ASKED
    pain_after: Answer = _NOT_ASKED
    effort: Answer = _NOT_ASKED
    screened: bool = False
    too_painful: bool = False
    sharp: bool = False
    pop: bool = False
    gave_way: bool = False
    limp: bool = False
    form_lost: bool = False
    unanswered: bool = False


class ExerciseDay(Struct, frozen=True, kw_only=True):
    """One exercise on one side on one training day; only what was begun is one.

    Attributes:
        prescription: Id of the prescription.
        exercise: Id of the exercise that was done.
        side: The side.
        level: Id of the level that it was played at; empty where it is not known.
        share: Done share of the dose that the whole day asks for, 0 to 1.
        whole: Whether all of it was done.
        bouts: Its parts, session by session.
        set_reps: Repetitions planned in the largest set; 0 where it is not known.
        set_seconds: Seconds planned in the largest set; 0 where it is not known.
    """

    prescription: str
    exercise: str
    side: Side
    bouts: tuple[Bout, ...]
    level: str = ""
    share: float = 1.0
    whole: bool = True
    set_reps: int = 0
    set_seconds: float = 0


class MorningFacts(Struct, frozen=True, kw_only=True):
    """The answers of one morning about one side.

    Attributes:
        day: The training day of the morning itself.
        side: The side that they are about; both for all sides.
        pain: Worst pain since getting up.
        first_step: Pain of the first steps.
        stiff_minutes: Minutes of stiffness.
        swelling: 0 to 3.
        late_on: Training day on which it was typed, where that was at noon of `day` or later.
    """

    day: date
    side: Side = Side.BOTH
    pain: Answer = _NOT_ASKED
    first_step: Answer = _NOT_ASKED
    stiff_minutes: Answer = _NOT_ASKED
    swelling: Answer = _NOT_ASKED
    late_on: date | None = None


class OverrideKind(StrEnum):
    """What a person may decide against the rules."""

    SET_STANDING = "set-standing"
    LIFT_HOLD = "lift-hold"
    END_DELOAD = "end-deload"


class Override(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision by the therapist, or by the runner with a confirmation that named the rule.

    Attributes:
        id: Stable id (a UUID).
        day: Training day on which it was made; it holds from the start of that day.
        kind: What was decided.
        prescription: Id of the prescription; empty for the whole plan.
        side: The side; both for every side of the prescription.
        level: Id of the level, for a standing; empty for the one it has.
        dose: The dose, for a standing; None for the level's start dose.
        load: The load, for a standing; None for the level's.
        rule: Id of the rule that was overridden.
        by_therapist: Whether a therapist decided it.
        note: The person's own words.
    """

    id: str
    day: date
    kind: OverrideKind
    prescription: str = ""
    side: Side = Side.BOTH
    level: str = ""
    dose: Dose | None = None
    load: Load | None = None
    rule: str = ""
    by_therapist: bool = False
    note: str = ""


class DayFacts(Struct, frozen=True, kw_only=True):
    """All that the rules know of one training day.

    Attributes:
        day: The training day.
        plan: The plan version that held on it; None for the one of the day before.
        exercises: What was begun, in any order.
        before: Pain and swelling before its sessions, also of one that was not begun.
        mornings: The morning of this day, by side.
        next_mornings: The next morning, by side; it judges this day.
        closed: Whether the next morning is known or its noon is past.
        over: Whether the training day is over, so that what is not done is missed.
        planned: Planned core sessions with how many times each was due.
        done: Ids of the planned sessions that count as done, once for each time.
        excused: Ids of planned sessions that are excused (travel, illness, skipped with a reason).
        locks: Locks that hold, begin or end on the day.
        flags: Flags raised on the day.
        assessed: What was recorded as looked at on the day.
        reports: What the person reported on the day.
        overrides: Overrides made on the day, in their order.
        gate_open: Whether every point of the run gate holds.
        ready: Exercises whose prerequisite holds.
        chosen: The person's own numbers that hold on the day; None for the plan's or the source's.
        changed: Numbers of the rules that were changed on the day.
        corrected: Answers of reviews that were corrected on the day.
    """

    day: date
    plan: Plan | None = None
    exercises: tuple[ExerciseDay, ...] = ()
    before: tuple[tuple[Answer, Answer], ...] = ()
    mornings: tuple[MorningFacts, ...] = ()
    next_mornings: tuple[MorningFacts, ...] = ()
    closed: bool = True
    over: bool = True
    planned: tuple[tuple[str, int], ...] = ()
    done: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()
    locks: tuple[LockPeriod, ...] = ()
    flags: tuple[FlagEvent, ...] = ()
    assessed: tuple[Assessed, ...] = ()
    reports: tuple[Report, ...] = ()
    overrides: tuple[Override, ...] = ()
    gate_open: bool = False
    ready: frozenset[str] = frozenset()
    chosen: Thresholds | None = None
    changed: tuple[ThresholdChange, ...] = ()
    corrected: tuple[Correction, ...] = ()

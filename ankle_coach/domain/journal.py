"""Records of what happened: sessions, sets, pain, check-ins. Zero, missing and not asked are three things."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.sides import Side


class NoAnswer(StrEnum):
    """Why a question has no number."""

    MISSING = "missing"
    """It was asked and left out."""
    NOT_ASKED = "not-asked"
    """It was never asked."""


Answer = int | NoAnswer
"""A number, or why there is none. Zero is an answer."""


def check_answer(name: str, answer: Answer, most: int = 10) -> None:
    """Refuse a number out of its range.

    Raises:
        ValueError: If the number is not within 0 to `most`.
    """
    if isinstance(answer, int) and not 0 <= answer <= most:
        raise ValueError(f"{name} must be between 0 and {most}, not {answer}")


def value_of(answer: Answer) -> int | None:
    """Return the number of an answer, or None where there is none."""
    return answer if isinstance(answer, int) else None


class SessionStatus(StrEnum):
    """How a session ended."""

    FINISHED = "finished"
    ENDED_EARLY = "ended-early"
    STOPPED_FOR_PAIN = "stopped-for-pain"


class Source(StrEnum):
    """How an entry came into the journal."""

    PLAYED = "played"
    TYPED = "typed"
    PAPER = "paper"
    IMPORTED = "imported"


class Moment(Struct, frozen=True, forbid_unknown_fields=True):
    """A point in time as stored: the instant, the local offset there and then, and the training day.

    Attributes:
        at: The instant, with a time zone (UTC).
        offset_minutes: Local time minus UTC, in minutes.
        training_day: The training day that it belongs to.
    """

    at: datetime
    offset_minutes: int
    training_day: date

    def __post_init__(self) -> None:
        """Refuse a naive time and an impossible offset."""
        if self.at.tzinfo is None:
            raise ValueError("at must have a time zone")
        if not -24 * 60 < self.offset_minutes < 24 * 60:
            raise ValueError(f"offset_minutes must be within a day, not {self.offset_minutes}")


class SetRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One set of one side, planned and done.

    Attributes:
        prescription: Id of the prescription.
        exercise: Id of the exercise.
        level: Id of the level.
        side: The side that worked.
        block: Place of the block in the dose, from 0.
        item: Place of the piece in a sequence, from 0.
        number: Number of the set on this side, from 1.
        reps_planned: Repetitions planned, 0 for none.
        reps_done: Repetitions done.
        seconds_planned: Seconds of work planned; 0 where the person decides.
        seconds_done: Seconds of work done.
        kilograms: Added weight in kg.
        band: Band strength; empty for none.
    """

    prescription: str
    exercise: str
    level: str
    side: Side
    number: int
    block: int = 0
    item: int = 0
    reps_planned: int = 0
    reps_done: int = 0
    seconds_planned: float = 0
    seconds_done: float = 0
    kilograms: float = 0
    band: str = ""

    def __post_init__(self) -> None:
        """Refuse negative work."""
        amounts = (
            self.reps_planned,
            self.reps_done,
            self.seconds_planned,
            self.seconds_done,
            self.kilograms,
        )
        if min(amounts) >= 0:
            return
        for name in ("reps_planned", "reps_done", "seconds_planned", "seconds_done", "kilograms"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name} must not be negative")

    @property
    def is_extra(self) -> bool:
        """Whether it was done on top of the plan: nothing was planned."""
        return not self.reps_planned and not self.seconds_planned

    @property
    def planned(self) -> float:
        """The planned amount: repetitions where there are any, else seconds, else one tap."""
        return self.reps_planned or self.seconds_planned or 1

    @property
    def done(self) -> float:
        """The done amount in the unit of `planned`; of a set on top of it, repetitions or else seconds."""
        if self.is_extra:
            return self.reps_done or self.seconds_done
        return self.reps_done if self.reps_planned or not self.seconds_planned else self.seconds_done


class ExerciseAnswer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the person said of one exercise in a session.

    Attributes:
        prescription: Id of the prescription.
        exercise: Id of the exercise.
        side: The side that the answer is about.
        pain_during: Worst pain during it, 0 to 10.
        too_painful: Whether it was ended with "too painful".
        form_lost: Whether the form could not be kept.
        gave_way: Whether the ankle gave way.
        touch_downs: Touch-downs counted in a balance exercise.
    """

    prescription: str
    exercise: str
    side: Side
    pain_during: Answer = NoAnswer.NOT_ASKED
    too_painful: bool = False
    form_lost: bool = False
    gave_way: bool = False
    touch_downs: int = 0

    def __post_init__(self) -> None:
        """Check the range of the answer."""
        check_answer("pain_during", self.pain_during)


class SessionRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sitting as it was done.

    Attributes:
        id: Stable id (a UUID).
        session: Id of the planned session; empty for one outside of the plan.
        name: Its name at the time.
        started: When it started.
        duration: Seconds from start to end as played, pauses left out.
        status: How it ended.
        plan_version: Version of the plan that it followed.
        pain_before: Pain before it, 0 to 10.
        pain_after: Pain right after it, 0 to 10.
        effort: Effort (RPE), 0 to 10.
        note: The person's own words.
        source: How the entry came into the journal.
        sets: The sets, in playing order.
        answers: What the person said of single exercises.
    """

    id: str
    session: str
    name: str
    started: Moment
    status: SessionStatus
    plan_version: int
    duration: float = 0
    pain_before: Answer = NoAnswer.NOT_ASKED
    pain_after: Answer = NoAnswer.NOT_ASKED
    effort: Answer = NoAnswer.NOT_ASKED
    note: str = ""
    source: Source = Source.PLAYED
    sets: tuple[SetRecord, ...] = ()
    answers: tuple[ExerciseAnswer, ...] = ()

    def __post_init__(self) -> None:
        """Check the range of the answers."""
        for name in ("pain_before", "pain_after", "effort"):
            check_answer(name, getattr(self, name))

    @property
    def share_done(self) -> float:
        """Done share of the planned dose, from 0 to 1; more than planned counts as planned."""
        planned = [record for record in self.sets if not record.is_extra] or self.sets
        if not planned:
            return 0.0
        return sum(min(1.0, record.done / record.planned) for record in planned) / len(planned)

    @property
    def pain_during(self) -> Answer:
        """The worst pain during it; missing where asked and never answered."""
        answers = [answer.pain_during for answer in self.answers]
        numbers = [answer for answer in answers if isinstance(answer, int)]
        if numbers:
            return max(numbers)
        return NoAnswer.MISSING if NoAnswer.MISSING in answers else NoAnswer.NOT_ASKED


DONE_SHARE = 0.6
_ROUNDING = 1e-9
"""A session counts as done from this share of its dose on (clinical.md §3.5, app rule)."""


class CheckIn(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The answers of one morning about one side.

    Attributes:
        id: Stable id (a UUID).
        entered: When it was typed in; its training day is the day that the answers are about.
        side: The side that they are about.
        pain: Worst pain since getting up, 0 to 10.
        first_step: Pain of the first steps, 0 to 10.
        stiff_minutes: Minutes of stiffness, 0 to 1440.
        swelling: 0 none, 1 mild, 2 moderate, 3 severe.
        note: The person's own words.
        source: How the entry came into the journal.
    """

    id: str
    entered: Moment
    side: Side = Side.BOTH
    pain: Answer = NoAnswer.NOT_ASKED
    first_step: Answer = NoAnswer.NOT_ASKED
    stiff_minutes: Answer = NoAnswer.NOT_ASKED
    swelling: Answer = NoAnswer.NOT_ASKED
    note: str = ""
    source: Source = Source.TYPED

    def __post_init__(self) -> None:
        """Check the range of the answers."""
        check_answer("pain", self.pain)
        check_answer("first_step", self.first_step)
        check_answer("stiff_minutes", self.stiff_minutes, 24 * 60)
        check_answer("swelling", self.swelling, 3)


class Role(StrEnum):
    """Who a person is to this app."""

    RUNNER = "runner"
    PATIENT = "patient"


class Person(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The runner, or a therapist's patient.

    Attributes:
        id: Stable id (a UUID).
        name: Name or code; may be empty for the runner.
        role: Who the person is to this app.
        affected: The affected side; None where none is named.
        birth_year: Year of birth; None where it is not told.
        language: Language of what is printed for the person (``en``); empty for the window's.
        notes: The therapist's own words; they are never printed for the person.
        equipment: What the person has at hand; None where nobody asked.
    """

    id: str
    name: str = ""
    role: Role = Role.RUNNER
    affected: Side | None = None
    birth_year: int | None = None
    language: str = ""
    notes: str = ""
    equipment: tuple[Equipment, ...] | None = None

    def __post_init__(self) -> None:
        """Refuse an impossible year."""
        if self.birth_year is not None and not 1900 <= self.birth_year <= 2200:
            raise ValueError(f"birth_year must be between 1900 and 2200, not {self.birth_year}")


class SessionSummary(Struct, frozen=True, kw_only=True):
    """A session without its sets: what lists and charts need of it.

    Attributes:
        id: Id of the record.
        session: Id of the planned session; empty for one outside of the plan.
        name: Its name at the time.
        started: When it started.
        status: How it ended.
        share_done: Done share of the planned dose, 0 to 1.
        duration: Seconds as played.
        pain_during: Worst pain during it.
        pain_after: Pain right after it.
        effort: Effort (RPE).
        note: The person's own words.
        source: How the entry came into the journal.
    """

    id: str
    session: str
    name: str
    started: Moment
    status: SessionStatus
    share_done: float
    duration: float = 0
    pain_during: Answer = NoAnswer.NOT_ASKED
    pain_after: Answer = NoAnswer.NOT_ASKED
    effort: Answer = NoAnswer.NOT_ASKED
    note: str = ""
    source: Source = Source.PLAYED

    @property
    def counts_as_done(self) -> bool:
        """Whether it counts for adherence: 60 % of the dose, or ended for pain (§3.5)."""
        return self.status is SessionStatus.STOPPED_FOR_PAIN or self.share_done >= DONE_SHARE - _ROUNDING


def summary_of(record: SessionRecord) -> SessionSummary:
    """Return the summary of a record."""
    return SessionSummary(
        id=record.id,
        session=record.session,
        name=record.name,
        started=record.started,
        status=record.status,
        share_done=record.share_done,
        duration=record.duration,
        pain_during=record.pain_during,
        pain_after=record.pain_after,
        effort=record.effort,
        note=record.note,
        source=record.source,
    )

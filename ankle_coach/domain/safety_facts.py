"""What the rules of progression need to know of safety: locks, flags and signs to stop, as plain facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.locks import Lock, is_lifted, last_assessment
from ankle_coach.domain.safety import Assessment, Flag, Outcome, Urgency
from ankle_coach.domain.sides import Side


class LockPeriod(Struct, frozen=True, kw_only=True):
    """A lock from the day it was set to the day it was lifted.

    Attributes:
        lock: The lock.
        from_day: First training day that it covers.
        until_day: Training day on which it was lifted, not covered any more; None while it holds.
        mistaken: Whether it was lifted because its question had been answered by mistake.
    """

    lock: Lock
    from_day: date
    until_day: date | None = None
    mistaken: bool = False

    def covers(self, day: date) -> bool:
        """Say whether it holds on a training day."""
        return self.from_day <= day and (self.until_day is None or day < self.until_day)


class FlagEvent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A red flag that a screen or a trend has raised.

    Attributes:
        kind: Its id (``R18``).
        day: Training day on which it was raised.
        urgency: How urgent it is.
        session: Id of the session record that it ended; empty where it ended none in particular.
        mistaken_on: Training day on which it was recorded as a mistake; None where it was not.
    """

    kind: str
    day: date
    urgency: Urgency = Urgency.ADVISE
    session: str = ""
    mistaken_on: date | None = None

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was a mistake and recorded as one on its own day: that day goes on as if it were not."""
        return self.mistaken_on is not None and self.mistaken_on <= self.day

    @property
    def ends_session(self) -> bool:
        """Whether it ended the session that it was asked in (row 1 of clinical.md §3.3)."""
        return self.urgency.stops_session and not self.is_withdrawn


class Assessed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The person recorded what happened: it was looked at.

    Attributes:
        day: Training day from which the flag does not hold any more.
        kind: Id of the flag; empty for all of them.
        mistaken: Whether nobody looked at anything: the question had been answered by mistake.
    """

    day: date
    kind: str = ""
    mistaken: bool = False


class Sign(StrEnum):
    """A sign that stops an exercise or all loading, beyond the answers of the session."""

    SHARP_PAIN = "sharp-pain"
    POP = "pop"
    LIMP = "limp"
    GAVE_WAY = "gave-way"


class StopSign(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sign that the person reported in or after a session (clinical.md §3.3, rows 3 and 4).

    Attributes:
        session: Id of the session record.
        prescription: Id of the prescription that it was about; empty for all of the session.
        side: The side; both where it is not known.
        sign: What it was.
    """

    session: str
    sign: Sign
    prescription: str = ""
    side: Side = Side.BOTH


class BeforeSession(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Answers to the questions before a session, whether or not the session was begun.

    Attributes:
        day: The training day.
        pain: Pain before it, 0 to 10.
        swelling: 0 none, 1 mild, 2 moderate, 3 severe.
        session: Id of the session record that followed; empty where none did.
    """

    day: date
    pain: Answer = NoAnswer.NOT_ASKED
    swelling: Answer = NoAnswer.NOT_ASKED
    session: str = ""


class ReportKind(StrEnum):
    """What a person reports that asks for an easier week (clinical.md §3.5)."""

    ILLNESS = "illness"
    BAD_NIGHTS = "bad-nights"


class Report(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The person is back after an illness, or has slept badly three nights."""

    day: date
    kind: ReportKind


def lock_periods(flags: Iterable[Flag], assessments: Sequence[Assessment]) -> tuple[LockPeriod, ...]:
    """Return the locks of stored flags, lifted ones with the day of the record that lifted them."""
    return tuple(
        LockPeriod(
            lock=Lock(
                flag=flag.id,
                rule=flag.finding.rule,
                urgency=flag.finding.urgency,
                scopes=flag.finding.scopes,
                since=flag,
                references=flag.finding.references,
            ),
            from_day=flag.raised.training_day,
            until_day=_lifted_on(flag, assessments),
            mistaken=mistaken_on(flag, assessments) is not None,
        )
        for flag in flags
        if flag.finding.scopes
    )


def flag_events(flags: Iterable[Flag], assessments: Sequence[Assessment] = ()) -> tuple[FlagEvent, ...]:
    """Return stored flags as events of their training days, and whether each was a mistake."""
    return tuple(
        FlagEvent(
            kind=flag.finding.rule,
            day=flag.raised.training_day,
            urgency=flag.finding.urgency,
            mistaken_on=mistaken_on(flag, assessments),
        )
        for flag in flags
    )


def mistaken_on(flag: Flag, assessments: Sequence[Assessment]) -> date | None:
    """Return the training day on which a flag was recorded as a mistake; None where it was not."""
    last = last_assessment(flag, assessments)
    return last.recorded.training_day if last and last.outcome is Outcome.MISTAKEN else None


def looked_at(flags: Iterable[Flag], assessments: Sequence[Assessment]) -> tuple[Assessed, ...]:
    """Return what was recorded as cleared or as a mistake, by training day and rule."""
    return tuple(
        Assessed(day=day, kind=flag.finding.rule)
        for flag in flags
        if (day := _lifted_on(flag, assessments)) is not None
    )


def _lifted_on(flag: Flag, assessments: Sequence[Assessment]) -> date | None:
    last = last_assessment(flag, assessments)
    return last.recorded.training_day if last and is_lifted(flag, assessments) else None

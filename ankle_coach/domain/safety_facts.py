"""What the rules of progression need to know of safety: locks, flags and signs to stop, as plain facts."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.sides import Side


class LockScope(StrEnum):
    """What a lock covers (clinical.md §4.2)."""

    ALL_LOADING = "all-loading"
    CALF = "calf"
    PLYOMETRIC = "plyometric"
    ICE = "ice"
    MASSAGE = "massage"


class LockPeriod(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A lock from the day it was set to the day it was lifted.

    Attributes:
        scope: What it covers.
        from_day: First training day that it covers.
        until_day: Training day on which it was lifted, not covered any more; None while it holds.
        rule: Id of the flag that set it (``R18``).
    """

    scope: LockScope
    from_day: date
    until_day: date | None = None
    rule: str = ""

    def covers(self, day: date) -> bool:
        """Say whether it holds on a training day."""
        return self.from_day <= day and (self.until_day is None or day < self.until_day)


class FlagUrgency(StrEnum):
    """How urgent a flag is, from least to most (clinical.md §4)."""

    CAUTION = "caution"
    ADVISE = "advise"
    PAUSE = "pause"
    URGENT = "urgent"
    EMERGENCY = "emergency"

    @property
    def ends_session(self) -> bool:
        """Whether it is pause, urgent or emergency, which end a session (clinical.md §3.3, row 1)."""
        return self in (FlagUrgency.PAUSE, FlagUrgency.URGENT, FlagUrgency.EMERGENCY)


class FlagEvent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A red flag that a screen or a trend has raised.

    Attributes:
        kind: Its id (``R18``).
        day: Training day on which it was raised.
        urgency: How urgent it is.
        session: Id of the session record that it ended; empty where it ended none in particular.
    """

    kind: str
    day: date
    urgency: FlagUrgency = FlagUrgency.ADVISE
    session: str = ""


class Assessed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The person recorded what happened: it was looked at.

    Attributes:
        day: Training day from which the flag does not hold any more.
        kind: Id of the flag; empty for all of them.
    """

    day: date
    kind: str = ""


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

"""Red flags: urgency, scope, and what a person records of them.

The words follow clinical.md §4: *urgency* says how soon somebody must be seen, *scope* what is locked until
the person records what happened.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.journal import Moment
from ankle_coach.domain.sides import Side


class Urgency(StrEnum):
    """How soon somebody must be seen, from the most to the least urgent."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    PAUSE = "pause"
    ADVISE = "advise"
    CAUTION = "caution"

    @property
    def rank(self) -> int:
        """0 for the most urgent, more for less urgent ones."""
        return _RANKS[self]

    @property
    def locks(self) -> bool:
        """Whether it locks loading until assessed, whatever its scopes."""
        return self in _LOCKING

    @property
    def stops_session(self) -> bool:
        """Whether it ends a session at once (row 1 of clinical.md §3.3)."""
        return self.locks


_LOCKING = frozenset({Urgency.EMERGENCY, Urgency.URGENT, Urgency.PAUSE})
_RANKS = {urgency: rank for rank, urgency in enumerate(Urgency)}


class Scope(StrEnum):
    """What a lock covers."""

    ALL_LOADING = "all-loading"
    CALF_WORK = "calf-work"
    PLYOMETRICS_AND_RUNNING = "plyometrics-and-running"
    PLYOMETRICS = "plyometrics"
    ICE = "ice"
    MASSAGE = "massage"


class ScreenAnswer(StrEnum):
    """An answer to a safety question. No answer at all is none of these, and never good news."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Finding(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a rule found, before it is stored as a flag.

    Attributes:
        rule: Id of the question or trend rule (``R12``, ``O1``, ``T-morning``).
        urgency: How soon somebody must be seen.
        scopes: What is locked until assessed.
        because: Ids of the answers that led to it.
        unsure: Whether it rests on an unsure answer.
        no_plan: Whether no self-guided plan is made.
        holds_running: Whether running does not advance.
        therapist_only: Whether only a therapist's record allows a program again.
        values: Numbers that fired it, by name; empty for a question.
        references: Source ids.
    """

    rule: str
    urgency: Urgency
    references: tuple[str, ...]
    scopes: tuple[Scope, ...] = ()
    because: tuple[str, ...] = ()
    unsure: bool = False
    no_plan: bool = False
    holds_running: bool = False
    therapist_only: bool = False
    values: tuple[tuple[str, float], ...] = ()


class Flag(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A finding that was stored.

    Attributes:
        id: Stable id (a UUID).
        finding: What was found.
        raised: When.
        side: The side that it is about; None where no side was named.
    """

    id: str
    finding: Finding
    raised: Moment
    side: Side | None = None


class Outcome(StrEnum):
    """What happened after a flag, as the person records it."""

    CLEARED = "cleared"
    """Seen, and may go on."""
    NOT_CLEARED = "not-cleared"
    """Seen, and shall not load it yet."""
    NOT_SEEN = "not-seen"
    """Not seen yet."""
    MISTAKEN = "mistaken"
    """The question was answered by mistake."""


class RecordedBy(StrEnum):
    """Who recorded an assessment."""

    PERSON = "person"
    THERAPIST = "therapist"


class Assessment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What happened after a flag.

    Attributes:
        id: Stable id (a UUID).
        flag: Id of the flag.
        recorded: When it was recorded.
        outcome: What happened.
        by: Who recorded it.
        note: Own words.
    """

    id: str
    flag: str
    recorded: Moment
    outcome: Outcome
    by: RecordedBy = RecordedBy.PERSON
    note: str = ""


def worst(findings: tuple[Finding, ...]) -> Urgency | None:
    """Return the most urgent urgency, or None for no finding."""
    return min((finding.urgency for finding in findings), key=lambda urgency: urgency.rank, default=None)

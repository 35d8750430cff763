"""What a backup of the journal holds, so that a person knows which one it is before it replaces anything."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ankle_coach.domain.words import Words


class BackupFacts(Struct, frozen=True, kw_only=True):
    """What is in a backup.

    Attributes:
        persons: How many persons.
        sessions: How many sessions of all of them.
        check_ins: How many morning check-ins of all of them.
        newest: The latest training day of a session or check-in; None where there is none.
    """

    persons: int
    sessions: int
    check_ins: int
    newest: date | None


def amounts(facts: BackupFacts, words: Words) -> str:
    """Return how much a backup holds, for example "1 person, 56 sessions, 54 check-ins"."""
    counted = (
        (words.ngettext("{n} person", "{n} persons", facts.persons), facts.persons),
        (words.ngettext("{n} session", "{n} sessions", facts.sessions), facts.sessions),
        (words.ngettext("{n} check-in", "{n} check-ins", facts.check_ins), facts.check_ins),
    )
    return ", ".join(message.format(n=number) for message, number in counted)

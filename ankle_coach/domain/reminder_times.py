"""When a person wants to be reminded: times, and the quiet hours around them."""

from __future__ import annotations

from datetime import time
from enum import StrEnum

from msgspec import Struct

CHECK_IN_AT = time(8)
SESSIONS_AT = time(18)
QUIET_FROM, QUIET_UNTIL = time(21), time(8)
"""Local times that hold until others are chosen (app rule)."""
NOON = time(12)
"""From here on the morning is judged as missing (clinical.md §3.3), so that nobody is reminded of it."""


class ReminderKind(StrEnum):
    """What a reminder is of."""

    CHECK_IN = "check-in"
    SESSIONS = "sessions"


class ReminderTimes(Struct, frozen=True, kw_only=True):
    """When a person wants to be reminded, in local time.

    Attributes:
        check_in: Of the morning check-in; None for never.
        sessions: Of today's sessions; None for never.
        quiet_from: First moment of the quiet hours.
        quiet_until: First moment after them; the same as `quiet_from` for no quiet hours.
        day_starts_at: When a training day turns over.
    """

    check_in: time | None = CHECK_IN_AT
    sessions: time | None = SESSIONS_AT
    quiet_from: time = QUIET_FROM
    quiet_until: time = QUIET_UNTIL
    day_starts_at: time = time(4)

    def of(self, kind: ReminderKind) -> time | None:
        """Return when to remind of something; None for never."""
        return self.check_in if kind is ReminderKind.CHECK_IN else self.sessions

    def is_quiet(self, clock: time) -> bool:
        """Say whether a local time lies in the quiet hours, which may go over midnight."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= clock < self.quiet_until
        return clock >= self.quiet_from or clock < self.quiet_until

"""Which kinds of data an action altered: what a service returns and a page looks at before it redraws."""

from __future__ import annotations

from enum import Flag, auto


class Changes(Flag):
    """A set of kinds of data."""

    NONE = 0
    PERSON = auto()
    PLAN = auto()
    SESSIONS = auto()
    CHECK_INS = auto()
    PROGRESS = auto()
    """The session in progress."""
    SETTINGS = auto()
    RUNS = auto()
    ICE = auto()
    """Ice, a raised leg and a wrap, what is on now included."""
    DECISIONS = auto()
    SAFETY = auto()
    LIBRARY = auto()
    MEASUREMENTS = auto()
    """Self-tests and their like."""

    OF_A_PERSON = (
        PERSON | PLAN | SESSIONS | CHECK_INS | PROGRESS | RUNS | ICE | DECISIONS | SAFETY | MEASUREMENTS
    )
    """Everything that is kept of one person: what is altered when another one is opened."""

    def touches(self, kinds: Changes) -> bool:
        """Say whether any of the kinds was altered."""
        return bool(self & kinds)

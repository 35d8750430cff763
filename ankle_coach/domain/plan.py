"""One person's plan: prescriptions grouped into sessions, versioned."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from ankle_coach.domain.dose import Dose
from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.text_bounds import (
    LONGEST_LINE,
    LONGEST_NAME,
    LONGEST_NOTE,
    check_lines,
    check_most,
    check_text,
)
from ankle_coach.domain.thresholds import Thresholds

Pain = Annotated[int, Meta(ge=0, le=10)]
"""Pain on the numeric rating scale: 0 none, 10 worst."""


MOST_SESSIONS = 40
"""Sittings of a plan."""
MOST_PRESCRIPTIONS = 120
"""Prescriptions of a plan."""


class SessionKind(StrEnum):
    """What a session of the plan is for; it decides where Today shows it."""

    CORE = "core"
    BEFORE_RUN = "before-run"
    AFTER_RUN = "after-run"
    RECOVERY = "recovery"


class PlannedSession(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sitting that the plan asks for; its prescriptions name it.

    Attributes:
        id: Stable id within the plan (``strength-a``).
        name: Name that cards and sheets show.
        kind: What it is for.
        frequency: When the sitting as a whole is due.
    """

    id: str
    name: str
    kind: SessionKind
    frequency: Frequency

    def __post_init__(self) -> None:
        """Refuse texts that no card has room for."""
        check_text("id", self.id, LONGEST_LINE)
        check_text("name", self.name, LONGEST_NAME)


class Load(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, cache_hash=True):
    """External resistance of a prescription; nothing set is body weight.

    Attributes:
        kilograms: Added weight in kg, 0 for none.
        band: Strength of the band as the ladder names it (``light``, ``medium``, ``heavy``); empty for none.
        repetition_maximum: Load given as RM (12 is twelve repetitions at most); None where it is not.
    """

    kilograms: float = 0
    band: str = ""
    repetition_maximum: int | None = None

    def __post_init__(self) -> None:
        """Check the range of the numbers."""
        if not 0 <= self.kilograms <= 500:
            raise ValueError(f"kilograms must be between 0 and 500, not {self.kilograms:g}")
        if self.repetition_maximum is not None and not 1 <= self.repetition_maximum <= 50:
            raise ValueError(f"repetition_maximum must be between 1 and 50, not {self.repetition_maximum}")


class Prescription(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, cache_hash=True):
    """An exercise at a level with a dose, in a session of the plan.

    Attributes:
        id: Stable id within the plan; survives changes of level and dose.
        exercise: Id of the exercise.
        level: Id of the level.
        dose: The dose, per side where the sides differ.
        side_mode: How the sides are used here.
        session: Id of the planned session that it belongs to.
        frequency: Its own frequency where it differs from the session's; None for the session's.
        load: External resistance.
        pain_ceiling: Highest acceptable pain during it; None for the plan's.
        note: The prescriber's own words.
        cues: The prescriber's own cues instead of the exercise's; empty for the exercise's.
    """

    id: str
    exercise: str
    level: str
    dose: Dose
    side_mode: SideMode
    session: str
    frequency: Frequency | None = None
    load: Load = Load()
    pain_ceiling: Pain | None = None
    note: str = ""
    cues: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse texts that no card has room for."""
        for name in ("id", "exercise", "level", "session"):
            check_text(name, getattr(self, name), LONGEST_LINE)
        check_text("note", self.note, LONGEST_NOTE)
        check_lines("cues", self.cues)


class Plan(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, cache_hash=True):
    """What one person does, as of one version.

    Attributes:
        id: Stable id of the plan.
        version: 1 for the first version, one more for each change a person or a phase makes.
        name: Name shown to the person.
        program: Id of the program it was made from; empty for none.
        phase: Id of the program's phase; empty for none.
        starts_on: Training day from which this version holds.
        affected: The affected side; None where none is named.
        pain_ceiling: Highest acceptable pain during exercise (clinical.md §3.1).
        sessions: The sittings, in the order in which Today shows them.
        prescriptions: The prescriptions, in playing order within each session.
        reason: Why this version was made, as a stable key (``chosen``, ``edited``, ``phase-changed``).
        content_version: Version of the library that it was made from.
        thresholds: The numbers of the rules where a therapist changed them; None for those of the source.
        review_on: Day on which the plan is looked at again with the therapist; None where none is set.
        note: The prescriber's own words for the whole plan; they are printed.
        by_therapist: Whether a therapist made this version: a level that it names is then played although the
            program or the equipment bars it (clinical.md §3.6, exclusions; warnings, not walls).
    """

    id: str
    version: int
    name: str
    starts_on: date
    sessions: tuple[PlannedSession, ...]
    prescriptions: tuple[Prescription, ...]
    program: str = ""
    phase: str = ""
    affected: Side | None = None
    pain_ceiling: Pain = 3
    reason: str = "chosen"
    content_version: int = 1
    thresholds: Thresholds | None = None
    review_on: date | None = None
    note: str = ""
    by_therapist: bool = False

    def __post_init__(self) -> None:
        """Refuse too much of anything, double ids and prescriptions that name no session."""
        if self.version < 1:
            raise ValueError(f"version must be 1 or more, not {self.version}")
        check_text("id", self.id, LONGEST_LINE)
        check_text("name", self.name, LONGEST_NAME)
        check_text("note", self.note, LONGEST_NOTE)
        check_most("sessions", self.sessions, MOST_SESSIONS)
        check_most("prescriptions", self.prescriptions, MOST_PRESCRIPTIONS)
        sessions = [session.id for session in self.sessions]
        ids = [prescription.id for prescription in self.prescriptions]
        if len(set(sessions)) != len(sessions) or len(set(ids)) != len(ids):
            raise ValueError("sessions and prescriptions must have different ids")
        for index, prescription in enumerate(self.prescriptions):
            if prescription.session not in sessions:
                raise ValueError(
                    f"prescriptions[{index}].session {prescription.session!r} is not in the plan"
                )

    def session(self, session_id: str) -> PlannedSession:
        """Return a planned session by its id.

        Raises:
            KeyError: If the plan has no such session.
        """
        for session in self.sessions:
            if session.id == session_id:
                return session
        raise KeyError(session_id)

    def ceiling_of(self, prescription: Prescription, *, most: int | None = None) -> int:
        """Return the highest acceptable pain during a prescription (clinical.md §3.1).

        Args:
            prescription: The prescription; its own ceiling wins over everything.
            most: The ceiling of plyometrics and running; None for the rest.
        """
        if prescription.pain_ceiling is not None:
            return prescription.pain_ceiling
        return self.pain_ceiling if most is None else min(self.pain_ceiling, most)

    def in_session(self, session_id: str) -> tuple[Prescription, ...]:
        """Return the prescriptions of a session in playing order."""
        return tuple(p for p in self.prescriptions if p.session == session_id)


def definition(prescription: Prescription) -> tuple[object, ...]:
    """Return what a standing hangs on: a new version that changes any of it begins as it is written."""
    return (
        prescription.exercise,
        prescription.level,
        prescription.dose,
        prescription.side_mode,
        prescription.load,
    )

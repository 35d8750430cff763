"""What a therapist keeps for the next plan: own templates, own usual doses, favorites."""

from __future__ import annotations

from msgspec import Struct

from ankle_coach.domain.dose import Dose
from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.plan import (
    MOST_PRESCRIPTIONS,
    MOST_SESSIONS,
    Load,
    Pain,
    PlannedSession,
    Prescription,
)
from ankle_coach.domain.text_bounds import LONGEST_NAME, LONGEST_NOTE, check_most, check_text


class PlanTemplate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sessions and prescriptions to start a plan from.

    Attributes:
        id: Stable id.
        name: Name that the therapist gave it.
        sessions: The sittings.
        prescriptions: The prescriptions; each names one of the sessions.
        program: Id of the program that it came from; empty for none.
        phase: Id of that program's phase; empty for none.
        pain_ceiling: Highest acceptable pain during exercise (clinical.md §3.1).
        note: The therapist's own words.
    """

    id: str
    name: str
    sessions: tuple[PlannedSession, ...]
    prescriptions: tuple[Prescription, ...]
    program: str = ""
    phase: str = ""
    pain_ceiling: Pain = 3
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse too much of anything, double ids, and prescriptions that name no session."""
        check_text("name", self.name, LONGEST_NAME)
        check_text("note", self.note, LONGEST_NOTE)
        check_most("sessions", self.sessions, MOST_SESSIONS)
        check_most("prescriptions", self.prescriptions, MOST_PRESCRIPTIONS)
        sessions = {session.id for session in self.sessions}
        if len(sessions) != len(self.sessions) or len({p.id for p in self.prescriptions}) != len(
            self.prescriptions
        ):
            raise ValueError("sessions and prescriptions must have different ids")
        for index, prescription in enumerate(self.prescriptions):
            if prescription.session not in sessions:
                raise ValueError(f"prescriptions[{index}].session {prescription.session[:60]!r} is not there")


class OwnDose(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a therapist usually prescribes of an exercise, instead of the catalog's default.

    Attributes:
        id: Id of the exercise.
        level: Id of the level.
        dose: The dose.
        load: External resistance.
        frequency: How often; None for that of the session it is put into.
    """

    id: str
    level: str
    dose: Dose
    load: Load = Load()
    frequency: Frequency | None = None


class Favorite(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An exercise that is shown first.

    Attributes:
        id: Id of the exercise.
    """

    id: str

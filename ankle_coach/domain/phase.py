"""What programs are made of: phases with sittings, and prescriptions before a person is known."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from ankle_coach.domain.criteria import Criterion
from ankle_coach.domain.dose import Dose
from ankle_coach.domain.evidence import Claim
from ankle_coach.domain.exercise import PhaseMark
from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.plan import Load, Pain, PlannedSession
from ankle_coach.domain.sides import SideMode


class Template(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A prescription of a program before a person is known; what it leaves out comes from the exercise.

    Attributes:
        exercise: Id of the exercise.
        session: Id of the phase's session that it belongs to.
        level: Id of the level; empty for the start level.
        dose: Own dose; None for the level's.
        side_mode: Own side mode; None for the level's.
        frequency: Own frequency; None for the session's.
        load: External resistance.
        choice: Prescriptions of a phase with the same word here are alternatives: the first that can be done
            is taken unless the person chose another.
        condition: What else must hold before it is done, in plain words; empty for none.
        leads_to: Id of the exercise that follows when this one's ladder is done; empty for none.
        instead: Exercises taken instead where equipment is missing, in order of preference.
        note: A line for the person, printed with it.
    """

    exercise: str
    session: str
    level: str = ""
    dose: Dose | None = None
    side_mode: SideMode | None = None
    frequency: Frequency | None = None
    load: Load = Load()
    choice: str = ""
    condition: str = ""
    leads_to: str = ""
    instead: tuple[str, ...] = ()
    note: str = ""


class Phase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One phase of a program, or one block of weeks of a preset.

    Attributes:
        id: Stable id within the program.
        mark: Which phase of rehabilitation it is.
        name: Name shown to the person.
        summary: What it is for, in one sentence.
        typical: The usual time of it, for information only.
        minimum_days: Days before it can end (app rule, clinical.md §3.6).
        sessions: Its sittings.
        prescriptions: Its prescriptions, in playing order within each session.
        exit: What must be true before it ends; the last phase before maintenance: before discharge to it.
        plus: Whether sittings and prescriptions of the phase before go on beside its own ("+" of §3.6).
        weeks: First and last week of a preset's block, counted from 1; None in a program.
        pain_ceiling: Highest acceptable pain in this phase; None for the program's.
        advice: What to do beside the exercises.
    """

    id: str
    mark: PhaseMark
    name: str
    summary: str
    sessions: tuple[PlannedSession, ...]
    prescriptions: tuple[Template, ...]
    typical: str = ""
    minimum_days: Annotated[int, Meta(ge=0, le=365)] = 0
    exit: tuple[Criterion, ...] = ()
    plus: bool = False
    weeks: tuple[int, int] | None = None
    pain_ceiling: Pain | None = None
    advice: tuple[Claim, ...] = ()

    def __post_init__(self) -> None:
        """Refuse weeks that are out of order."""
        if self.weeks is not None and not 1 <= self.weeks[0] <= self.weeks[1] <= 260:
            raise ValueError(f"weeks must be in order and within 1 to 260, not {self.weeks}")


class Barred(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that a program excludes, whoever asks for it.

    Attributes:
        exercise: Id of the exercise.
        why: The reason in plain words.
        references: Source ids.
        levels: Ids of the barred levels; empty for all of them.
        until: First phase in which it is allowed again; None for never.
    """

    exercise: str
    why: str
    references: tuple[str, ...]
    levels: tuple[str, ...] = ()
    until: PhaseMark | None = None


class ReferLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When somebody in this program should be seen by a clinician.

    Attributes:
        text: The line in plain words.
        references: Source ids.
        after_days: Days from the start after which it holds where there is no gain; 0 for at once.
    """

    text: str
    references: tuple[str, ...]
    after_days: Annotated[int, Meta(ge=0, le=365)] = 0

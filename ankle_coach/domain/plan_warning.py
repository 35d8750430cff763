"""Warnings of a plan as data: what is the matter, where, and what it stands on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.exercise import Equipment, Exercise, PhaseMark
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import Program, ProgramKind


class WarningKind(StrEnum):
    """What is the matter."""

    EXCLUDED = "excluded"
    BELOW_NEUTRAL = "below-neutral"
    CEILING = "ceiling"
    CONDITION = "condition"
    EQUIPMENT = "equipment"
    UNKNOWN = "unknown"
    MINUTES = "minutes"
    CORE_CAP = "core-cap"
    HARD_APART = "hard-apart"
    NO_FREE_DAY = "no-free-day"
    PILLAR = "pillar"


class Pillar(StrEnum):
    """The pillars of ankle health (clinical.md F27)."""

    STRENGTH = "strength"
    FLEXIBILITY = "flexibility"
    BALANCE = "balance"


class PlanWarning(Struct, frozen=True, kw_only=True):
    """One warning.

    Attributes:
        kind: What is the matter.
        prescription: Id of the prescription that it is about; empty for a group or the plan.
        session: Id of the group that it is about; empty for the plan.
        references: Source ids; ``DD`` for an app rule.
        number: The number that the sentence names (minutes, exercises, pain), 0 for none.
        limit: What it is held against.
        weekdays: Weekdays that it is about, 0 is Monday.
        things: What is missing.
        pillar: The missing pillar.
        text: A sentence of the content: why something is excluded, or a level's condition.
        usual: What the program's own phase has, where that is over the limit itself; 0 where it is not.
        is_published: Whether that program is a published one.
    """

    kind: WarningKind
    prescription: str = ""
    session: str = ""
    references: tuple[str, ...] = ("DD",)
    number: int = 0
    limit: int = 0
    weekdays: tuple[int, ...] = ()
    things: tuple[Equipment, ...] = ()
    pillar: Pillar | None = None
    text: str = ""
    usual: int = 0
    is_published: bool = False

    @property
    def is_app_rule(self) -> bool:
        """Whether no source gives the rule, so that it is shown as "app rule"."""
        return set(self.references) <= {"DD"}


class Usual(Struct, frozen=True):
    """What the program's own phase would be warned of, were it not a program.

    Attributes:
        minutes: Minutes of its longest day.
        core: Core exercises of its fullest day.
        close: Ids of exercises whose hard loads it plans closer than 48 hours.
        pillars: Pillars that it leaves out.
        loads_daily: Whether it has no day without loaded work.
    """

    minutes: int = 0
    core: int = 0
    close: frozenset[str] = frozenset()
    pillars: frozenset[Pillar] = frozenset()
    loads_daily: bool = False


NOTHING_USUAL = Usual()


class Surroundings(Struct, frozen=True, kw_only=True):
    """What a plan is held against.

    Attributes:
        exercises: The library's exercises by id.
        program: The plan's program; None for none.
        at_hand: What the person has; None where nobody asked, which is not lacking.
        usual: What the program's own phase plans, which needs no warning; None without a program.
    """

    exercises: Mapping[str, Exercise]
    program: Program | None = None
    at_hand: Collection[Equipment] | None = None
    usual: Usual | None = None

    def mark(self, plan: Plan) -> PhaseMark | None:
        """The plan's phase of rehabilitation; None without a program."""
        return None if self.program is None or not plan.phase else self.program.phase(plan.phase).mark

    @property
    def is_preset(self) -> bool:
        """Whether a published program is followed, which keeps its own frequency (clinical.md §3.4, §3.6)."""
        return self.program is not None and self.program.kind is ProgramKind.PRESET

"""A decision of the rules, as stored: rule ids and values. Its sentence is made when it is shown."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.dose import Dose
from ankle_coach.domain.plan import Load
from ankle_coach.domain.sides import Side


class Outcome(StrEnum):
    """What was decided."""

    CREDIT = "credit"
    HOLD = "hold"
    STEP_BACK = "step_back"
    STOP_EXERCISE = "stop_exercise"
    STOP = "stop"
    STOP_SCREEN = "stop_screen"
    NO_LOAD = "no_load"
    ADVANCE = "advance"
    PLAN_HOLD = "plan_hold"
    DELOAD = "deload"
    PHASE_BACK = "phase_back"
    PHASE_FORWARD = "phase_forward"
    LOCK = "lock"
    UNLOCK = "unlock"
    FLAG = "flag"
    OVERRIDE = "override"
    REVISED = "revised"


Value = int | float | str
"""A number or a key that fired a rule."""


class Decision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One decision.

    Attributes:
        day: The training day that it is about.
        outcome: What was decided.
        rule: Id of the rule (``3.3-5``, ``3.4-advance``).
        prescription: Id of the prescription; empty for the whole plan.
        exercise: Id of the exercise; empty for the whole plan.
        side: The side; None for the whole plan.
        values: What fired it, by stable keys.
        references: Source ids of the rule; ``DD`` for our own.
        alternative: What was not decided and might have been; empty where there was no choice.
        level: Level after the decision; empty for the whole plan.
        dose: Dose after the decision; None for the whole plan.
        load: Load after the decision.
        starts_on: First training day that it is felt on; None where it changes nothing to come.
        entered_on: Training day of the late entry that it waited for; None where nothing was late.
    """

    day: date
    outcome: Outcome
    rule: str
    prescription: str = ""
    exercise: str = ""
    side: Side | None = None
    values: tuple[tuple[str, Value], ...] = ()
    references: tuple[str, ...] = ("DD",)
    alternative: str = ""
    level: str = ""
    dose: Dose | None = None
    load: Load = Load()
    starts_on: date | None = None
    entered_on: date | None = None

    @property
    def is_plan_wide(self) -> bool:
        """Whether it is about the whole plan."""
        return not self.prescription

    def value(self, key: str) -> Value | None:
        """Return what fired it under a key, or None."""
        for name, value in self.values:
            if name == key:
                return value
        return None

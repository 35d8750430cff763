"""Where a prescription stands on a side: level, dose, credits; and where it begins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from ankle_coach.domain.dose import Dose
from ankle_coach.domain.ladder import Ladder, Rung
from ankle_coach.domain.plan import Load, Prescription
from ankle_coach.domain.sides import Side, SideMode, sides_to_train

MOST_CREDITS = 8
"""Credits that a standing remembers: its first and its latest ones."""
_NO_LOAD = Load()


class Rest(Struct, frozen=True):
    """What was held of a level: a dose and a load to come back to."""

    level: str
    dose: Dose
    load: Load


class Standing(Struct, frozen=True, kw_only=True):
    """The current level and dose of a prescription on one side.

    Attributes:
        prescription: Id of the prescription.
        exercise: Id of the exercise; the easier sibling's after a change to it.
        side: The side; both for a level that uses both legs at once.
        level: Id of the level.
        dose: This side's dose, without sides of its own.
        load: External resistance.
        since: Day of the step that led here; days at the dose count from the day after.
        begun: First day of this exercise.
        climbed: First day of each level, in order.
        held: Last dose of levels that were held before.
        credits: Days of the credits since then, at most `MOST_CREDITS`.
        played: The last completed dose.
        regress_on: Day of the last REGRESS.
        hold_until: Last day on which it does not advance, after a second REGRESS.
        holds_since: First day of an unbroken row of holds on this level.
        low_days: Days in a row with less than 60 % of the dose done.
        credit_pain: Pain during it at the last credit; None where it was not given.
        not_before: First day on which it is offered again (a walk-run stage set back).
    """

    prescription: str
    exercise: str
    side: Side
    level: str
    dose: Dose
    load: Load
    since: date
    begun: date
    climbed: tuple[tuple[str, date], ...] = ()
    held: tuple[Rest, ...] = ()
    credits: tuple[date, ...] = ()
    played: Rest | None = None
    regress_on: date | None = None
    hold_until: date | None = None
    holds_since: date | None = None
    low_days: int = 0
    credit_pain: int | None = None
    not_before: date | None = None

    def days_at_dose(self, day: date) -> int:
        """Return the training days at the present dose, the day itself included."""
        return (day - self.since).days


Standings = Mapping[tuple[str, Side], Standing]
"""The standings of a plan by prescription and side."""


def is_own(prescription: Prescription, ladder: Ladder, rung: Rung) -> bool:
    """Say whether a rung is the level that the prescription names."""
    return ladder.exercise.id == prescription.exercise and rung.level.id == prescription.level


def mode_at(prescription: Prescription, ladder: Ladder, rung: Rung) -> SideMode:
    """Return how a level uses the sides in a prescription: its own choice where the level leaves one.

    Taking turns belongs to the exercise that is done so, not to one that comes in its place.
    """
    own, level = prescription.side_mode, rung.level.side_mode
    if is_own(prescription, ladder, rung):
        return own
    taking_turns = SideMode.ALTERNATE in (own, level) and ladder.exercise.id != prescription.exercise
    return level if SideMode.BOTH in (own, level) or taking_turns else own


def sides_at(
    prescription: Prescription, ladder: Ladder, rung: Rung, affected: Side | None
) -> tuple[Side, ...]:
    """Return the sides that a prescription has at a level."""
    return sides_to_train(mode_at(prescription, ladder, rung), affected)


def start_dose(prescription: Prescription, ladder: Ladder, rung: Rung, side: Side) -> Dose:
    """Return the dose that a level starts with in a prescription, for one side."""
    own = is_own(prescription, ladder, rung)
    return (prescription.dose if own else rung.level.dose).of_side(side)


def start_load(prescription: Prescription, ladder: Ladder, rung: Rung) -> Load:
    """Return the load that a level starts with in a prescription."""
    own = is_own(prescription, ladder, rung)
    return prescription.load if own and prescription.load != _NO_LOAD else rung.load


def first_standing(prescription: Prescription, ladder: Ladder, side: Side, day: date) -> Standing:
    """Return the standing of a prescription that begins on a training day."""
    rung = ladder.rung(prescription.level)
    return Standing(
        prescription=prescription.id,
        exercise=prescription.exercise,
        side=side,
        level=rung.level.id,
        dose=start_dose(prescription, ladder, rung, side),
        load=start_load(prescription, ladder, rung),
        since=day - timedelta(days=1),
        begun=day,
        climbed=((rung.level.id, day),),
    )

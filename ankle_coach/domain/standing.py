"""Where a prescription stands on a side: level, dose, credits, and how it steps up and down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.dose import Dose
from ankle_coach.domain.dose_steps import BANDS, cut, grown, heavier, largest_set, regrown
from ankle_coach.domain.ladder import Ladder, Rung
from ankle_coach.domain.plan import Load, Prescription
from ankle_coach.domain.sides import Side, SideMode, sides_to_train

MOST_CREDITS = 8
"""Credits that a standing remembers: its first and its latest ones."""


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
    return Dose(blocks=(prescription.dose if own else rung.level.dose).for_side(side))


def start_load(prescription: Prescription, ladder: Ladder, rung: Rung) -> Load:
    """Return the load that a level starts with in a prescription."""
    own = is_own(prescription, ladder, rung)
    return prescription.load if own and prescription.load != Load() else rung.load


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


def stepped_up(standing: Standing, prescription: Prescription, ladder: Ladder, day: date) -> Standing | None:
    """Return a standing one step on, or None at the end of the ladder.

    One variable changes: the dose within its range, the load, or at the end of the range the level, which
    begins at its start dose. Conditions written into the ladder are not looked at here.
    """
    rung = ladder.rung(standing.level)
    back = regrown(standing.dose, start_dose(prescription, ladder, rung, standing.side))
    if back is not None:
        return _moved(standing, day, dose=back, load=standing.load)
    growth = rung.level.growth
    if growth is not None:
        load = heavier(standing.load, growth)
        dose = grown(standing.dose, growth)
        if load is not None or dose is not None:
            return _moved(standing, day, dose=dose or standing.dose, load=load or standing.load)
    above = ladder.above(rung.index)
    if above is None:
        return None
    return to_rung(standing, prescription, ladder, above, day, fresh=True)


def next_rung(standing: Standing, prescription: Prescription, ladder: Ladder) -> Rung | None:
    """Return the rung that the next step leads to, or None where it stays on its rung or is at the end."""
    rung = ladder.rung(standing.level)
    if regrown(standing.dose, start_dose(prescription, ladder, rung, standing.side)) is not None:
        return None
    growth = rung.level.growth
    if growth is not None and (heavier(standing.load, growth) or grown(standing.dose, growth)):
        return None
    return ladder.above(rung.index)


def stepped_down(
    standing: Standing, prescription: Prescription, ladder: Ladder, day: date, *, percent: int
) -> Standing:
    """Return a standing one level down at that level's last dose; on the lowest one with less volume.

    Args:
        standing: The standing.
        prescription: Its prescription.
        ladder: The ladder of its exercise.
        day: Day of the step.
        percent: Volume that comes off on the lowest level.
    """
    rung = ladder.rung(standing.level)
    below = ladder.below(rung.index)
    if below is None:
        return reduced(standing, prescription, ladder, day, percent=percent)
    return to_rung(standing, prescription, ladder, below, day)


def reduced(
    standing: Standing, prescription: Prescription, ladder: Ladder, day: date, *, percent: int
) -> Standing:
    """Return a standing with a percentage of the volume off, on the same level."""
    start = start_dose(prescription, ladder, ladder.rung(standing.level), standing.side)
    return _moved(standing, day, dose=cut(standing.dose, start, percent), load=standing.load)


def to_rung(
    standing: Standing,
    prescription: Prescription,
    ladder: Ladder,
    rung: Rung,
    day: date,
    *,
    fresh: bool = False,
) -> Standing:
    """Return a standing on another rung: at that level's last dose, or at its start dose."""
    here = Rest(standing.level, standing.dose, standing.load)
    held = (*(rest for rest in standing.held if rest.level != here.level), here)
    last = None if fresh else next((rest for rest in held if rest.level == rung.level.id), None)
    climbed = standing.climbed
    if all(level != rung.level.id for level, _ in climbed):
        climbed = (*climbed, (rung.level.id, day + timedelta(days=1)))
    return replace(
        _moved(
            standing,
            day,
            dose=last.dose if last else start_dose(prescription, ladder, rung, standing.side),
            load=last.load if last else start_load(prescription, ladder, rung),
        ),
        exercise=ladder.exercise.id,
        level=rung.level.id,
        held=held,
        climbed=climbed,
        holds_since=None,
        credit_pain=None,
    )


def to_sibling(standing: Standing, prescription: Prescription, ladder: Ladder, day: date) -> Standing:
    """Return a standing on the start level of another exercise: an easier one, or the one that follows."""
    rung = ladder.rung("")
    if rung.barred:
        rung = ladder.below(rung.index) or ladder.above(rung.index) or rung
    return replace(
        to_rung(standing, prescription, ladder, rung, day, fresh=True),
        held=(),
        begun=day + timedelta(days=1),
        climbed=((rung.level.id, day + timedelta(days=1)),),
        played=None,
    )


def _moved(standing: Standing, day: date, *, dose: Dose, load: Load) -> Standing:
    return replace(standing, dose=dose, load=load, since=day, credits=())


def with_credit(standing: Standing, day: date, pain: int | None, played: Rest) -> Standing:
    """Return a standing with one more credit, for a dose that was played."""
    kept = standing.credits
    if len(kept) >= MOST_CREDITS:
        kept = (kept[0], *kept[2:])
    return replace(
        standing, credits=(*kept, day), holds_since=None, low_days=0, credit_pain=pain, played=played
    )


def repeated(standing: Standing, ladder: Ladder, day: date) -> Standing:
    """Return a standing set back to the last completed dose, never up to it (a gap of 4 to 7 days)."""
    played = standing.played
    if played is None or played.level not in ladder.places:
        return standing
    if _effort(ladder, played) >= _effort(ladder, Rest(standing.level, standing.dose, standing.load)):
        return standing
    return replace(_moved(standing, day, dose=played.dose, load=played.load), level=played.level)


def _effort(ladder: Ladder, rest: Rest) -> tuple[float, ...]:
    """Return a level and dose as numbers that rise as it gets harder."""
    bands = ("", *BANDS)
    band = bands.index(rest.load.band) if rest.load.band in bands else 0
    return (ladder.places[rest.level], band, rest.load.kilograms, *largest_set(rest.dose))

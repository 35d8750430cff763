"""How a standing steps up and down the rungs of its course (clinical.md §3.4, §3.5)."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from ankle_coach.domain.course import Course, Place
from ankle_coach.domain.dose_steps import BANDS, cut, grown, heavier, largest_set, regrown
from ankle_coach.domain.ladder import Ladder, Rung
from ankle_coach.domain.standing import MOST_CREDITS, Rest, Standing

_DAY = timedelta(days=1)


def stepped_up(standing: Standing, course: Course, day: date) -> Standing | None:
    """Return a standing one step on, or None at the end of the ladder.

    One variable changes: the dose within its range, the load, or at the end of the range the level, which
    begins at its start dose. Conditions written into the ladder are not looked at here.
    """
    place = course.at(standing)
    back = regrown(standing.dose, place.doses[standing.side])
    if back is not None:
        return replace(standing, dose=back, since=day, credits=())
    growth = place.rung.level.growth
    if growth is not None:
        load = heavier(standing.load, growth)
        dose = grown(standing.dose, growth)
        if load is not None or dose is not None:
            more = {"dose": dose or standing.dose, "load": load or standing.load}
            return replace(standing, **more, since=day, credits=())
    if place.above is None:
        return None
    return to_place(standing, course.beside(place, place.above), day, fresh=True)


def next_rung(standing: Standing, place: Place) -> Rung | None:
    """Return the rung that the next step leads to, or None where it stays on its rung or is at the end."""
    if regrown(standing.dose, place.doses[standing.side]) is not None:
        return None
    growth = place.rung.level.growth
    if growth is not None and (heavier(standing.load, growth) or grown(standing.dose, growth)):
        return None
    return place.above


def stepped_down(standing: Standing, course: Course, day: date, *, percent: int) -> Standing:
    """Return a standing one level down at that level's last dose; on the lowest one with less volume.

    Args:
        standing: The standing.
        course: The plan as it is climbed.
        day: Day of the step.
        percent: Volume that comes off on the lowest level.
    """
    place = course.at(standing)
    if place.below is None:
        return reduced(standing, place, day, percent=percent)
    return to_place(standing, course.beside(place, place.below), day)


def reduced(standing: Standing, place: Place, day: date, *, percent: int) -> Standing:
    """Return a standing with a percentage of the volume off, on the same level."""
    dose = cut(standing.dose, place.doses[standing.side], percent)
    return replace(standing, dose=dose, since=day, credits=())


def to_place(standing: Standing, place: Place, day: date, *, fresh: bool = False) -> Standing:
    """Return a standing on another rung: at that level's last dose, or at its start dose."""
    level, here = place.rung.level.id, Rest(standing.level, standing.dose, standing.load)
    held = (*[rest for rest in standing.held if rest.level != here.level], here)
    last = None if fresh else next((rest for rest in held if rest.level == level), None)
    climbed = standing.climbed
    if level not in [name for name, _ in climbed]:
        climbed = (*climbed, (level, day + _DAY))
    return replace(
        standing,
        exercise=place.ladder.exercise.id,
        level=level,
        dose=last.dose if last else place.doses[standing.side],
        load=last.load if last else place.load,
        since=day,
        credits=(),
        held=held,
        climbed=climbed,
        holds_since=None,
        credit_pain=None,
    )


def to_sibling(standing: Standing, exercise: str, course: Course, day: date) -> Standing:
    """Return a standing on the start level of another exercise: an easier one, or the one that follows."""
    place = course.start(standing.prescription, exercise)
    if place.rung.barred:
        place = course.beside(place, place.below or place.above or place.rung)
    return replace(
        to_place(standing, place, day, fresh=True),
        held=(),
        begun=day + _DAY,
        climbed=((place.rung.level.id, day + _DAY),),
        played=None,
    )


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
    return replace(standing, level=played.level, dose=played.dose, load=played.load, since=day, credits=())


def _effort(ladder: Ladder, rest: Rest) -> tuple[float, ...]:
    """Return a level and dose as numbers that rise as it gets harder."""
    bands = ("", *BANDS)
    band = bands.index(rest.load.band) if rest.load.band in bands else 0
    return (ladder.places[rest.level], band, rest.load.kilograms, *largest_set(rest.dose))

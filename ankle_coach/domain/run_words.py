"""What is said of runs: distances in the chosen units, stages, guards and shoes; never a promise."""

from __future__ import annotations

from datetime import date

from ankle_coach.domain.journal import Moment
from ankle_coach.domain.running import Guard, GuardResult, RunRecord
from ankle_coach.domain.settings import Units
from ankle_coach.domain.shoes import NOTE_KILOMETERS, PROMPT_KILOMETERS, ShoeAdvice, ShoeSign
from ankle_coach.domain.thresholds import SOURCE
from ankle_coach.domain.walk_run import RECOVERY_DAYS, ActivityLoad, RunLimits, Stage
from ankle_coach.domain.words import Words

METERS_PER_MILE = 1609.344
SURFACES = ("road", "path", "trail", "track", "grass", "treadmill")
"""What can be chosen as a surface, by stable keys."""


def on_day(started: Moment, day: date) -> Moment:
    """Return a moment on another training day, at the same time of the day."""
    return Moment(started.at - (started.training_day - day), started.offset_minutes, day)


def unit_meters(units: Units) -> float:
    """Return the meters of a kilometer or a mile."""
    return METERS_PER_MILE if units is Units.US else 1000.0


def unit_word(units: Units, words: Words) -> str:
    """Return the unit of distances."""
    return words.pgettext("unit", "mi") if units is Units.US else words.pgettext("unit", "km")


def distance_words(meters: float | None, units: Units, words: Words) -> str:
    """Return a distance in the chosen units; a dash where none was measured."""
    if meters is None:
        return "\N{EN DASH}"
    return f"{meters / unit_meters(units):.1f}\u00a0{unit_word(units, words)}"


def minutes_said(run: RunRecord, words: Words) -> str:
    """Return the minutes of running, with the whole time where there were walking breaks."""
    told = words.gettext("{n} min").format(n=f"{run.minutes:.0f}")
    if run.total_seconds > run.seconds:
        whole = words.gettext("{n} min").format(n=f"{run.total_seconds / 60:.0f}")
        return words.gettext("{running} of {whole}").format(running=told, whole=whole)
    return told


def surface_word(surface: str, words: Words) -> str:
    """Return the word of a surface; an unknown one as typed."""
    return {
        "road": words.pgettext("surface", "Road"),
        "path": words.pgettext("surface", "Even path"),
        "trail": words.pgettext("surface", "Trail"),
        "track": words.pgettext("surface", "Track"),
        "grass": words.pgettext("surface", "Grass"),
        "treadmill": words.pgettext("surface", "Treadmill"),
    }.get(surface, surface)


def stage_words(stage: Stage, words: Words) -> str:
    """Return a walk-run stage in a line."""
    if not stage.run:
        return words.gettext("Stage {number}: walk {walk} min").format(number=stage.number, walk=stage.walk)
    if not stage.walk:
        return words.gettext("Stage {number}: run {run} min").format(number=stage.number, run=stage.run)
    return words.gettext("Stage {number}: {rounds} times run {run} min, walk {walk} min").format(
        number=stage.number, rounds=stage.rounds, run=stage.run, walk=stage.walk
    )


def stage_rules(limits: RunLimits, words: Words) -> tuple[str, ...]:
    """Return when a stage advances, holds and goes back (clinical.md §3.7)."""
    return (_forward(limits, words), _again(limits, words), _back(limits, words))


def _forward(limits: RunLimits, words: Words) -> str:
    if limits.credits == SOURCE.credits_run:
        told = words.gettext(
            "Forward: the stage done twice in a row with pain of {most} or less, no limp, "
            "and a usual next morning."
        )
    else:
        told = words.gettext(
            "Forward: the stage done {times} times in a row with pain of {most} or less, no limp, "
            "and a usual next morning."
        )
    return told.format(times=limits.credits, most=limits.advance)


def _again(limits: RunLimits, words: Words) -> str:
    """In a tendon program every pain up to the ceiling counts, so that none is left that only holds."""
    if limits.advance < limits.ceiling:
        told = words.gettext(
            "Same again: pain above {most} and up to {ceiling}, or a morning above usual by less than {rise}."
        )
    else:
        told = words.gettext("Same again: a morning above usual by less than {rise}.")
    return told.format(most=limits.advance, ceiling=limits.ceiling, rise=limits.morning_rise)


def _back(limits: RunLimits, words: Words) -> str:
    if not limits.days_off:
        told = words.gettext(
            "Back one stage: pain over {ceiling}, a limp, or a morning {rise} or more above usual."
        )
    else:
        told = words.ngettext(
            "Back one stage, after {n} more day off: pain over {ceiling}, a limp, "
            "or a morning {rise} or more above usual.",
            "Back one stage, after {n} more days off: pain over {ceiling}, a limp, "
            "or a morning {rise} or more above usual.",
            limits.days_off,
        )
    return told.format(n=limits.days_off, ceiling=limits.ceiling, rise=limits.morning_rise)


def spacing_words(words: Words) -> str:
    """Return how far apart loads of the Achilles tendon are kept in its programs (clinical.md §3.7, M03)."""
    told = words.gettext(
        "Achilles tendon: {medium} days from a medium load to the next, {high} after jumps, sprints or fast "
        "hills (Silbernagel & Crossley 2015, not re-checked)."
    )
    medium, high = (int(RECOVERY_DAYS[load].value) for load in (ActivityLoad.MEDIUM, ActivityLoad.HIGH))
    return told.format(medium=medium, high=high)


def guard_word(guard: Guard, words: Words) -> str:
    """Return how loudly a guard speaks, in a word."""
    return {
        Guard.NONE: "",
        Guard.INFO: words.pgettext("guard", "For information"),
        Guard.CAUTION: words.pgettext("guard", "Caution"),
        Guard.WARN: words.pgettext("guard", "Warning"),
        Guard.STRONG: words.pgettext("guard", "Strong warning"),
        Guard.CONFIRM: words.pgettext("guard", "Please confirm"),
    }[guard]


def single_run_words(result: GuardResult, words: Words) -> str:
    """Return what the single-run guard says; empty where it does not speak (clinical.md §3.8)."""
    if result.guard not in (Guard.WARN, Guard.STRONG, Guard.CONFIRM) or result.ratio is None:
        return ""
    percent = round((result.ratio - 1) * 100)
    first = words.gettext("{percent} % longer than your longest run of the 30 days before.").format(
        percent=percent
    )
    if result.guard is Guard.CONFIRM:
        second = words.gettext(
            "More than twice as long: among 5,205 runners, such runs went with the most injuries."
        )
    else:
        second = words.gettext(
            "Among 5,205 runners, runs more than 10 % longer went with more injuries. "
            "It says nothing certain about one person."
        )
    return f"{first} {second}"


def weekly_words(result: GuardResult, words: Words) -> str:
    """Return what the weekly guard says; empty where it does not speak (clinical.md §3.8)."""
    if result.guard not in (Guard.CAUTION, Guard.INFO) or result.ratio is None:
        return ""
    percent = round((result.ratio - 1) * 100)
    first = words.gettext("This week is {percent} % above the week before.").format(percent=percent)
    if result.guard is Guard.CAUTION:
        second = words.gettext(
            "In beginners, more than 30 % went with injuries of knee, hip and shin. "
            "It was not shown for Achilles, heel or calf."
        )
    else:
        second = words.gettext("A trial of the 10 % rule found no fewer injuries with it.")
    return f"{first} {second}"


def cap_words(minutes: float, words: Words) -> str:
    """Return the cap of the first 4 weeks back."""
    return words.gettext(
        "In the first 4 weeks back, keep a run below {n} min, half of your longest one before (app rule)."
    ).format(n=f"{minutes:.0f}")


def easy_week_words(minutes: float, words: Words) -> str:
    """Return the option of an easier week (clinical.md §3.5)."""
    return words.gettext(
        "Every 4th week may be an easier one: about {n} min of running in all, a quarter less than last week."
    ).format(n=f"{minutes:.0f}")


def shoe_words(advice: ShoeAdvice, signs: tuple[ShoeSign, ...], units: Units, words: Words) -> str:
    """Return what is said of a pair of shoes; empty where there is nothing to say."""
    if advice is ShoeAdvice.NOTHING:
        return ""
    if advice is ShoeAdvice.NOTE:
        told = words.gettext("Past {distance}: look at the soles now and then.")
        return told.format(distance=_round_distance(NOTE_KILOMETERS.value, units, words))
    if signs:
        return words.gettext("Think about another pair: {signs}.").format(
            signs=", ".join(sign_word(sign, words) for sign in signs)
        )
    told = words.gettext("Past {distance}: think about another pair. A rule of thumb, with weak evidence.")
    return told.format(distance=_round_distance(PROMPT_KILOMETERS.value, units, words))


def sign_word(sign: ShoeSign, words: Words) -> str:
    """Return the words of what a person sees of shoes."""
    return {
        ShoeSign.WORN: words.pgettext("shoes", "visibly worn"),
        ShoeSign.POOR_FIT: words.pgettext("shoes", "they fit badly"),
        ShoeSign.NOT_FOR_RUNNING: words.pgettext("shoes", "not made for running"),
    }[sign]


def _round_distance(kilometers: float, units: Units, words: Words) -> str:
    amount = kilometers * 1000 / unit_meters(units)
    rounded = round(amount, -2) if units is Units.US else amount
    return f"{rounded:.0f}\u00a0{unit_word(units, words)}"
